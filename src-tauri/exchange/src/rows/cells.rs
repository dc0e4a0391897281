//! The cells of a row, by field.
use chrono::NaiveDate;

use crate::{ColumnUse, DateOrder, Field, RowError, dates, error::quoted, table::Row};

/// A row together with what is known of its columns.
pub(crate) struct Cells<'a> {
    pub(crate) row: &'a Row,
    pub(crate) columns: &'a [ColumnUse],
    pub(crate) orders: &'a [DateOrder],
}

impl Cells<'_> {
    fn place(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// The trimmed text of a field; empty where the file has no column for it or the row is short.
    pub(crate) fn text(&self, field: Field) -> &str {
        self.place(field).and_then(|at| self.row.cells.get(at)).map(str::trim).unwrap_or_default()
    }

    /// The text of a field of several lines, with line breaks of one form.
    pub(crate) fn lines(&self, field: Field) -> String {
        self.text(field).replace("\r\n", "\n").replace('\r', "\n")
    }

    /// The text of a field that may not be empty.
    pub(crate) fn required(&self, field: Field) -> Result<&str, RowError> {
        match self.text(field) {
            "" => Err(RowError::Empty { column: self.header(field) }),
            text => Ok(text),
        }
    }

    /// The text of a field, or nothing where it is empty.
    pub(crate) fn optional(&self, field: Field) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// A date, or nothing where it is empty.
    pub(crate) fn date(&self, field: Field) -> Result<Option<NaiveDate>, RowError> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let order = self.place(field).map_or(DateOrder::DayFirst, |at| self.orders[at]);
        match dates::parse(text, order) {
            Some(date) => Ok(Some(date)),
            None => Err(RowError::NotADate { value: quoted(text), column: self.header(field) }),
        }
    }

    /// A date that may not be missing.
    pub(crate) fn required_date(&self, field: Field) -> Result<NaiveDate, RowError> {
        self.date(field)?.ok_or_else(|| RowError::Empty { column: self.header(field) })
    }

    /// One of some words, each with the spellings that it is known by; nothing where it is empty.
    pub(crate) fn word<T: Copy>(
        &self,
        field: Field,
        known: &[(&[&str], T)],
        allowed: &'static str,
    ) -> Result<Option<T>, RowError> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let key = crate::header::header_key(text);
        match known.iter().find(|(spellings, _)| spellings.contains(&key.as_str())) {
            Some((_, meant)) => Ok(Some(*meant)),
            None => Err(RowError::NotOneOf { value: quoted(text), column: self.header(field), allowed }),
        }
    }

    /// The column's header as it stands in the file.
    pub(crate) fn header(&self, field: Field) -> String {
        self.place(field).map_or_else(|| field.name().to_owned(), |at| quoted(&self.columns[at].header))
    }
}
