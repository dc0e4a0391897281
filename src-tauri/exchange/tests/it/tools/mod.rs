//! Files as the tools really write them, each draft looked at field by field.
mod contacts;
mod crm;
mod every;
mod invoices;
mod surveys;
mod tasks;
mod time;

use std::fs;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_exchange::{Draft, ExchangeError, LeftOut, Mapping, Sheet, Tool, read};
use kindly_records::Money;

use crate::DEFAULTS;

/// The bytes of a file in the folder of fixtures.
fn fixture(path: &str) -> Vec<u8> {
    let file = format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What a fixture is read as, with its tool recognised.
fn sheet(path: &str, tool: Tool) -> Sheet {
    let sheet = read(&fixture(path), None, None, &DEFAULTS).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(sheet.tool, Some(tool), "{path} is recognised");
    sheet
}

/// What a fixture is read as with a mapping.
fn mapped(path: &str, mapping: &str) -> Result<Sheet, ExchangeError> {
    let mapping = Mapping::from_json(mapping)?;
    read(&fixture(path), None, Some(&mapping), &DEFAULTS)
}

/// All rows as drafts of one kind, none refused.
macro_rules! drafts {
    ($sheet:expr, $variant:ident) => {
        $sheet
            .rows
            .iter()
            .map(|row| match row {
                Ok(kindly_exchange::Draft::$variant(row)) => row.clone(),
                other => panic!("a row of {} expected, not {other:?}", stringify!($variant)),
            })
            .collect::<Vec<_>>()
    };
}
use drafts;

/// The sentences of the refused rows.
fn refused(sheet: &Sheet) -> Vec<String> {
    sheet.refused().map(ToString::to_string).collect()
}

/// The lines that are left out, with their reasons.
fn left_out(sheet: &Sheet) -> Vec<(usize, LeftOut)> {
    sheet.left_out_rows.iter().map(|row| (row.line, row.reason)).collect()
}

fn remarks(sheet: &Sheet) -> Vec<String> {
    sheet.remarks.iter().map(ToString::to_string).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn money(minor: i64, currency: Currency) -> Money {
    Money { minor, currency }
}

/// The lines of the drafts.
fn lines(sheet: &Sheet) -> Vec<usize> {
    sheet.drafts().map(Draft::line).collect()
}
