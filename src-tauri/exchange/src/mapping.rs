//! What a person says about a file whose columns have names of their own.
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    DateOrder, ExchangeError, ImportKind,
    error::{quoted, quoted_to},
    limits::{MAX_MAPPED, MAX_MAPPING_BYTES},
    match_key,
};

/// Which column of the file holds which of our fields, and how it is to be read.
///
/// As JSON: `{"Title": "Task name", "Due": "Deadline", "dates": "day-first"}`; the keys are our column names,
/// the values the file's. Case, space and accents do not matter. Columns that are not named are recognised as
/// usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What the rows are; `None` leaves it to the columns.
    pub kind: Option<ImportKind>,
    /// Our column name → the file's header, or nothing where no column holds it.
    pub columns: BTreeMap<String, String>,
    /// Our column name → a value that stands for all rows, whatever the file says.
    pub fixed: BTreeMap<String, String>,
    /// How dates with the month as a number are to be read; `None` leaves it to the values.
    pub dates: Option<DateOrder>,
}

impl Mapping {
    /// Reads the JSON form: our column names, and beside them `kind` (what the rows are), `fixed` (an object: our column
    /// names and a value for all rows) and `dates` (`day-first` or `month-first`). The columns may also stand in an object
    /// `columns`.
    ///
    /// # Errors
    /// [`ExchangeError::Mapping`] where it is not such an object; [`ExchangeError::DateOrder`] for other words
    /// than `day-first` and `month-first`; [`ExchangeError::UnknownKind`] for a kind that does not exist;
    /// [`ExchangeError::MappingTooLarge`] and [`ExchangeError::MappingTooLong`] above the limits.
    pub fn from_json(json: &str) -> Result<Self, ExchangeError> {
        if json.len() > MAX_MAPPING_BYTES {
            return Err(ExchangeError::MappingTooLarge { bytes: json.len() });
        }
        let mut object: Map<String, Value> = serde_json::from_str(json).map_err(|error| refused(&error))?;
        let dates = word(object.remove("dates"), "dates")?.map(|text| date_order(&text)).transpose()?;
        let kind = word(object.remove("kind"), "kind")?.map(|text| text.parse()).transpose()?;
        let fixed = object.remove("fixed").map(|value| texts(value, "fixed")).transpose()?;
        let nested = object.remove("columns").map(|value| texts(value, "columns")).transpose()?;
        let mut columns = texts(Value::Object(object), "the mapping")?;
        columns.extend(nested.unwrap_or_default());
        let mapping = Self { kind, columns, fixed: fixed.unwrap_or_default(), dates };
        mapping.bounded()?;
        Ok(mapping)
    }

    /// Refuses one with more names than there are fields, each of which is looked for in every row that may be the header.
    pub(crate) fn bounded(&self) -> Result<(), ExchangeError> {
        match self.names().count() {
            names if names > MAX_MAPPED => Err(ExchangeError::MappingTooLong { names }),
            _ => Ok(()),
        }
    }

    /// The names of the fields that it says something of.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.columns.keys().chain(self.fixed.keys())
    }
}

fn word(value: Option<Value>, name: &str) -> Result<Option<String>, ExchangeError> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(refused(&format_args!("{} is not a text", quoted(name)))),
    }
}

fn texts(value: Value, name: &str) -> Result<BTreeMap<String, String>, ExchangeError> {
    let Value::Object(object) = value else { return Err(refused(&format_args!("{name} is not an object"))) };
    object
        .into_iter()
        .map(|(name, value)| Ok((name.clone(), word(Some(value), &name)?.unwrap_or_default())))
        .collect()
}

fn refused(reason: &dyn std::fmt::Display) -> ExchangeError {
    ExchangeError::Mapping { reason: quoted_to(&reason.to_string(), 200) }
}

fn date_order(text: &str) -> Result<DateOrder, ExchangeError> {
    match match_key(text).replace(['-', '_'], "").as_str() {
        "dayfirst" => Ok(DateOrder::DayFirst),
        "monthfirst" => Ok(DateOrder::MonthFirst),
        _ => Err(ExchangeError::DateOrder { text: quoted(text) }),
    }
}
