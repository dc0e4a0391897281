//! What a file does not tell and a person can.
use chrono::NaiveDate;

use crate::Field;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Which comes first in the column's dates: stated as `dates` in a mapping.
    Dates {
        /// An unclear date of the column, read with the day first.
        day_first: NaiveDate,
        /// The same, read with the month first.
        month_first: NaiveDate,
    },
    /// Which column holds a field: stated as the field's column in a mapping.
    Column(Field),
    /// A value for all rows: stated under `fixed` in a mapping.
    Field(Field),
}

/// Something that a person should say about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub about: Asked,
    /// The header of the column that it is about, where it is about one.
    pub column: Option<String>,
    /// The answers there are, as they stand in a mapping.
    pub choices: Vec<String>,
    /// The answer that was taken for the time being; `None` where the file cannot be read without one.
    pub taken: Option<String>,
}
