//! Rows, read by the names of their columns; and values that are written as words or JSON.
use std::cell::Cell;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_records::{Money, RecordId, parse_currency};
use rusqlite::{
    Row, ToSql,
    types::{FromSql, ToSqlOutput, ValueRef},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned, de::value::StrDeserializer};
use uuid::Uuid;

use crate::LedgerError;

/// One row of a table.
///
/// Columns are found by name. Since a mapper asks for them in the order of its SELECT, the name that is asked for is
/// nearly always the next one, and finding it costs one comparison.
pub struct Cells<'row> {
    table: &'static str,
    names: &'row [String],
    row: &'row Row<'row>,
    next: Cell<usize>,
}

impl<'row> Cells<'row> {
    pub(crate) fn new(table: &'static str, names: &'row [String], row: &'row Row<'row>) -> Self {
        Self { table, names, row, next: Cell::new(0) }
    }

    pub(crate) fn text(&self, column: &str) -> Result<String, LedgerError> {
        self.value(column)
    }

    pub(crate) fn optional_text(&self, column: &str) -> Result<Option<String>, LedgerError> {
        self.value(column)
    }

    pub(crate) fn flag(&self, column: &str) -> Result<bool, LedgerError> {
        self.value(column)
    }

    pub(crate) fn number<T: FromSql>(&self, column: &str) -> Result<T, LedgerError> {
        self.value(column)
    }

    pub(crate) fn id<Id: RecordId>(&self, column: &str) -> Result<Id, LedgerError> {
        self.value::<Uuid>(column).map(Id::from)
    }

    pub(crate) fn optional_id<Id: RecordId>(&self, column: &str) -> Result<Option<Id>, LedgerError> {
        self.value::<Option<Uuid>>(column).map(|id| id.map(Id::from))
    }

    pub(crate) fn day(&self, column: &str) -> Result<NaiveDate, LedgerError> {
        self.optional_day(column)?.ok_or_else(|| self.unreadable(column))
    }

    pub(crate) fn optional_day(&self, column: &str) -> Result<Option<NaiveDate>, LedgerError> {
        match self.cell(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Text(text) => day(text).map(Some).ok_or_else(|| self.unreadable(column)),
            _ => Err(self.unreadable(column)),
        }
    }

    /// A word from a fixed list, as serde names its members.
    pub(crate) fn word<T: DeserializeOwned>(&self, column: &str) -> Result<T, LedgerError> {
        self.optional_word(column)?.ok_or_else(|| self.unreadable(column))
    }

    pub(crate) fn optional_word<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, LedgerError> {
        let cell = self.cell(column)?;
        let Some(word) = cell.as_str_or_null().map_err(|_| self.unreadable(column))? else { return Ok(None) };
        let word = StrDeserializer::<serde::de::value::Error>::new(word);
        T::deserialize(word).map(Some).map_err(|_| self.unreadable(column))
    }

    pub(crate) fn json<T: for<'text> Deserialize<'text>>(&self, column: &str) -> Result<T, LedgerError> {
        self.optional_json(column)?.ok_or_else(|| self.unreadable(column))
    }

    pub(crate) fn optional_json<T: for<'text> Deserialize<'text>>(
        &self,
        column: &str,
    ) -> Result<Option<T>, LedgerError> {
        let cell = self.cell(column)?;
        let Some(text) = cell.as_str_or_null().map_err(|_| self.unreadable(column))? else { return Ok(None) };
        serde_json::from_str(text).map(Some).map_err(|_| self.unreadable(column))
    }

    pub(crate) fn currency(&self, column: &str) -> Result<Currency, LedgerError> {
        self.optional_currency(column)?.ok_or_else(|| self.unreadable(column))
    }

    /// An amount in its two columns.
    pub(crate) fn money(&self, minor: &str, currency: &str) -> Result<Money, LedgerError> {
        self.optional_money(minor, currency)?.ok_or_else(|| self.unreadable(minor))
    }

    /// An amount in its two columns, which are empty together.
    pub(crate) fn optional_money(&self, minor: &str, currency: &str) -> Result<Option<Money>, LedgerError> {
        let minor = self.value::<Option<i64>>(minor)?;
        let currency = self.optional_currency(currency)?;
        Ok(minor.zip(currency).map(|(minor, currency)| Money { minor, currency }))
    }

    fn optional_currency(&self, column: &str) -> Result<Option<Currency>, LedgerError> {
        let cell = self.cell(column)?;
        let Some(code) = cell.as_str_or_null().map_err(|_| self.unreadable(column))? else { return Ok(None) };
        parse_currency(code).map(Some).map_err(|_| self.unreadable(column))
    }

    fn value<T: FromSql>(&self, column: &str) -> Result<T, LedgerError> {
        T::column_result(self.cell(column)?).map_err(|_| self.unreadable(column))
    }

    fn cell(&self, column: &str) -> Result<ValueRef<'row>, LedgerError> {
        let expected = self.next.get();
        let index = match self.names.get(expected) {
            Some(name) if name == column => expected,
            _ => self.names.iter().position(|name| name == column).ok_or_else(|| self.unreadable(column))?,
        };
        self.next.set(index + 1);
        Ok(self.row.get_ref(index)?)
    }

    fn unreadable(&self, column: &str) -> LedgerError {
        LedgerError::Unreadable { table: self.table, column: column.to_owned() }
    }
}

/// Reads `YYYY-MM-DD`; ten times as fast as reading it by a pattern, which shows when a portfolio is loaded.
fn day(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A member of a fixed list, written as serde names it.
pub(crate) struct Word<T>(pub(crate) T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(word)) => Ok(word.into()),
            Ok(serde_json::Value::Null) => Ok(rusqlite::types::Null.into()),
            Ok(other) => Err(rusqlite::Error::ToSqlConversionFailure(format!("{other} is no word").into())),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
        }
    }
}

/// Anything that has parts, written as JSON.
pub(crate) struct Json<'value, T>(pub(crate) &'value T);

impl<T: Serialize> ToSql for Json<'_, T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_the_calendar_has_it_or_not_at_all() {
        let check = |text: &str, expected: Option<(i32, u32, u32)>| {
            let expected = expected.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
            assert_eq!(day(text.as_bytes()), expected, "{text:?}");
        };
        check("2026-02-28", Some((2026, 2, 28)));
        check("2028-02-29", Some((2028, 2, 29)));
        check("0001-01-01", Some((1, 1, 1)));
        check("2026-02-29", None);
        check("2026-2-28", None);
        check("2026-02-28 ", None);
        check("+026-02-28", None);
        check("", None);
    }
}
