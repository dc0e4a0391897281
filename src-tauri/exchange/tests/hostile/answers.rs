//! Everything that reads bytes or text from outside, put to the same bytes, and what each answer must be like.
use std::sync::Arc;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_exchange::{
    Defaults, ImportKind, Mapping, Peek, Sheet, is_archive,
    line::{ClientNames, Known, KnownClient, understand},
    peek, read, read_archive, read_cell, read_own_table,
};
use kindly_records::Language;

pub(crate) const DEFAULTS: Defaults = Defaults { currency: Currency::EUR, language: Language::EnGb };

/// The most characters of a sentence that a person is shown.
const LONGEST: usize = 3_000;

/// A sentence that names the item and, behind a colon, semicolon or bracket, the mend.
fn check_sentence(sentence: &str) {
    let length = sentence.chars().count();
    assert!(length <= LONGEST, "{length} characters are no sentence: {sentence:.200}");
    assert!(!sentence.ends_with('.'), "no full stop ends it: {sentence}");
    assert!(sentence.len() > 20 && sentence.contains([':', ';']), "it says what to do: {sentence}");
}

/// Reads the bytes as a table or vCards, of any kind and of the one stated.
pub(crate) fn tables(bytes: &[u8], kind: Option<ImportKind>) {
    match peek(bytes) {
        Ok(seen) => check_peek(&seen),
        Err(error) => check_sentence(&error.to_string()),
    }
    for kind in [None, kind] {
        match read(bytes, kind, None, &DEFAULTS) {
            Ok(sheet) => check_sheet(&sheet),
            Err(error) => check_sentence(&error.to_string()),
        }
    }
}

fn check_peek(seen: &Peek) {
    for cell in seen.first_rows.iter().flatten().chain(&seen.headers) {
        assert!(cell.chars().count() <= 301, "a first look shows no more of a cell than fits on a line");
    }
    if let Some(problem) = &seen.problem {
        check_sentence(&problem.to_string());
    }
}

fn check_sheet(sheet: &Sheet) {
    for column in &sheet.columns {
        assert!(column.header.chars().count() <= 301, "a column is named in a line");
    }
    for refused in sheet.refused() {
        check_sentence(&refused.to_string());
        assert!(refused.line > sheet.header_line, "a refused row stands below the header: {refused}");
    }
    for draft in sheet.drafts() {
        assert!(draft.line() > sheet.header_line, "a row stands below the header");
        assert!(!draft.client().trim().is_empty(), "a row belongs to somebody");
    }
}

/// Reads the bytes as what Kindly itself writes.
pub(crate) fn own_files(bytes: &[u8]) {
    match read_own_table(bytes) {
        Ok(Some(table)) => {
            for row in &table.rows {
                for (field, cell) in &row.cells {
                    if let Err(refused) = read_cell(table.kind, field, cell, "EUR") {
                        assert_eq!(refused.key, field.key, "the column is named");
                        assert!(!refused.mend.is_empty(), "and the mend");
                    }
                }
            }
        }
        Ok(None) => {}
        Err(error) => check_sentence(&error.to_string()),
    }
    match read_archive(bytes) {
        Ok(_) => {
            assert!(is_archive(bytes) || !bytes.starts_with(b"{\"format\""), "what is read is known as one");
        }
        Err(error) => check_sentence(&error.to_string()),
    }
}

/// Reads the bytes as text that a person types: a mapping, and the one line.
pub(crate) fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Mapping::from_json(&text) {
        Ok(mapping) => {
            const TABLE: &[u8] = b"Client,Title,Due\nA,B,2026-01-01\n";
            if let Err(error) = read(TABLE, None, Some(&mapping), &DEFAULTS) {
                check_sentence(&error.to_string());
            }
        }
        Err(error) => check_sentence(&error.to_string()),
    }
    one_line(&text, text.len() / 2);
}

/// Reads a text as the one line.
pub(crate) fn one_line(text: &str, caret: usize) {
    let client = KnownClient {
        id: uuid::Uuid::from_u128(1).into(),
        name: "Halden & Partners".to_owned(),
        active: true,
        currency: Currency::EUR,
    };
    let clients = ClientNames::new([client]);
    let known = Known {
        clients: &clients,
        records: &|_| Arc::default(),
        themes: &[],
        currency: Currency::EUR,
        today: NaiveDate::from_ymd_opt(2026, 3, 5).expect("a day"),
    };
    let understood = understand(text, caret, &known);
    assert_eq!(understood.ready, understood.intent.is_some(), "it is ready when it does something");
    assert!(!understood.ready || understood.asks.is_empty(), "nothing is done while something is open");
}
