//! What a practice is opened with in these tests.
use std::path::{Path, PathBuf};

use kindly_practice::{
    Practice,
    export::ExportWhat,
    many::FieldText,
    records::{Kind, Moment},
};

pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date of the test")
}

/// The day of all tests that are not about days.
pub(crate) fn moment() -> Moment {
    Moment::of_day(day("2026-11-22"))
}

/// Where the ledger of a folder lies.
pub(crate) fn ledger_in(folder: &Path) -> PathBuf {
    folder.join("practice.kindly")
}

/// Everything that is recorded, as the archive has it.
pub(crate) fn everything(practice: &Practice) -> String {
    let files = practice.export(moment(), ExportWhat::Json).expect("everything can be written out");
    let archive = files.into_iter().next().expect("it is one file");
    String::from_utf8(archive.bytes).expect("an archive is text")
}

/// A record by its fields.
pub(crate) fn record(
    practice: &Practice,
    kind: Kind,
    fields: &[(&str, &str)],
) -> kindly_practice::records::Record {
    practice.record_of(kind, &texts(fields)).expect("the fields make a record")
}

pub(crate) fn texts(fields: &[(&str, &str)]) -> Vec<FieldText> {
    fields.iter().map(|(key, text)| FieldText { key: (*key).to_owned(), text: (*text).to_owned() }).collect()
}

/// Says that a ledger is whole, or what is damaged.
pub(crate) fn whole(practice: &Practice) -> Result<(), String> {
    let report = practice.check().map_err(|error| format!("it cannot be checked: {error}"))?;
    if report.damage.is_empty() { Ok(()) } else { Err(report.damage.join("; ")) }
}
