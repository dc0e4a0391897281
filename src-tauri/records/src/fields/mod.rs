//! The fields of every kind of record: their keys, what each can hold, and which are needed.
//!
//! One table serves all who take records field by field: the command line, the columns of our own files, the forms
//! of the window, and the change of many records at once. The keys are those of the types as serde writes them; a dot
//! leads into a part, such as `contact.email`.
use serde_json::Value;

use crate::Kind;

mod tables;
mod text;

pub use text::{FieldError, in_a_row, put, read, take, write};

/// A field of a kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its key.
    pub key: &'static str,
    /// What it can hold.
    pub shape: Shape,
    /// Whether a record without it is none.
    pub needed: bool,
}

/// What a field can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// Text of several lines.
    Text,
    /// Lines, such as those of an address.
    Lines,
    /// Short words, such as tags.
    Words,
    /// People, each with the parts of a [`crate::Contact`].
    People,
    /// A whole number.
    Whole,
    /// How many: a whole number that is not below zero.
    Count,
    /// A stretch of time, kept in minutes.
    Minutes,
    /// A stretch of time, kept in seconds.
    Seconds,
    /// Yes or no.
    YesNo,
    /// A day.
    Day,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The ISO 4217 code of a currency.
    Currency,
    /// An amount of money.
    Amount,
    /// The client whose record it is.
    Client,
    /// Another record of the same client.
    Record(Kind),
}

/// The fields of a kind, in the order in which a form asks for them. Letters and their
/// templates have none: they are written, not filled in. The letterhead's pictures, its foot and what differs by language
/// are not fields either: a letterhead that is read by these keeps its own.
#[must_use]
pub fn of(kind: Kind) -> &'static [FieldSpec] {
    tables::of(kind)
}

/// The field of a kind with a key; hyphens count as underscores.
#[must_use]
pub fn find(kind: Kind, key: &str) -> Option<&'static FieldSpec> {
    let key = key.trim().to_lowercase().replace('-', "_");
    of(kind).iter().find(|field| field.key == key)
}

/// Whether a value says nothing.
#[must_use]
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
