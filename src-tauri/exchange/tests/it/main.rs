//! What a person's file becomes: every way of writing it, every way of getting it wrong, and the document on it.
mod documented;
mod errors;
mod forms;
mod kinds;
mod peeking;
mod properties;
mod tools;

use iso_currency::Currency;
use kindly_exchange::{Defaults, ExchangeError, ImportKind, Mapping, Sheet, read};
use kindly_records::Language;

/// What most tests read with.
const DEFAULTS: Defaults = Defaults { currency: Currency::EUR, language: Language::EnGb };

/// Reads text whose kind the columns tell.
fn read_text(text: &str) -> Result<Sheet, ExchangeError> {
    read(text.as_bytes(), None, None, &DEFAULTS)
}

/// Reads text as a stated kind with a mapping.
fn read_mapped(text: &str, kind: Option<ImportKind>, mapping: &str) -> Result<Sheet, ExchangeError> {
    let mapping = Mapping::from_json(mapping)?;
    read(text.as_bytes(), kind, Some(&mapping), &DEFAULTS)
}

/// The reasons of all refused rows, as a person reads them.
fn refusals(text: &str) -> Vec<String> {
    read_text(text).expect("the file as a whole is sound").refused().map(ToString::to_string).collect()
}
