//! What a person says about a file whose columns have names of their own.
use std::collections::BTreeMap;

use crate::{DateOrder, ExchangeError, match_key};

/// Which column of the file holds which of our fields, and how its dates are to be read.
///
/// As JSON: `{"Title": "Task name", "Due": "Deadline", "dates": "day-first"}`; the keys are our column names,
/// the values the file's. Case, space and accents do not matter. Columns that are not named are recognised as
/// usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Our column name → the file's header.
    pub columns: BTreeMap<String, String>,
    /// How dates with the month as a number are to be read; `None` leaves it to the values.
    pub dates: Option<DateOrder>,
}

impl Mapping {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// [`ExchangeError::Mapping`] where it is not such an object; [`ExchangeError::DateOrder`] for other words
    /// than `day-first` and `month-first`.
    pub fn from_json(json: &str) -> Result<Self, ExchangeError> {
        let mut columns: BTreeMap<String, String> = serde_json::from_str(json)
            .map_err(|error| ExchangeError::Mapping { reason: error.to_string() })?;
        let dates = columns.remove("dates").map(|text| date_order(&text)).transpose()?;
        Ok(Self { columns, dates })
    }
}

fn date_order(text: &str) -> Result<DateOrder, ExchangeError> {
    match match_key(text).replace(['-', '_'], "").as_str() {
        "dayfirst" => Ok(DateOrder::DayFirst),
        "monthfirst" => Ok(DateOrder::MonthFirst),
        _ => Err(ExchangeError::DateOrder { text: text.to_owned() }),
    }
}
