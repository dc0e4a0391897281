//! Rows of complaints.
use chrono::NaiveDate;
use kindly_records::{ClientId, Complaint};

use super::{Cells, accepted};
use crate::{Field, RowError};

/// A complaint of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name.
    pub client: String,
    /// The day it came.
    pub on: NaiveDate,
    /// What it is about.
    pub theme: String,
    /// Their words.
    pub words: String,
    /// The day of our first answer.
    pub answered_on: Option<NaiveDate>,
    /// The day it was settled.
    pub resolved_on: Option<NaiveDate>,
}

impl ComplaintRow {
    /// The record, once its client is known.
    #[must_use]
    pub fn record(&self, client: ClientId) -> Complaint {
        Complaint {
            client,
            on: self.on,
            theme: self.theme.clone(),
            words: self.words.clone(),
            answered_on: self.answered_on,
            resolved_on: self.resolved_on,
            cause: kindly_records::ComplaintCause::default(),
            resolution: String::new(),
        }
    }
}

pub(super) fn read(cells: &Cells<'_>) -> Result<ComplaintRow, RowError> {
    let row = ComplaintRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        on: cells.required_date(Field::Date)?,
        theme: cells.required(Field::Theme)?.to_owned(),
        words: cells.lines(Field::Words),
        answered_on: cells.date(Field::Answered)?,
        resolved_on: cells.date(Field::Resolved)?,
    };
    accepted(|client| row.record(client))?;
    Ok(row)
}
