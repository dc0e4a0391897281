//! The columns of our own tables.
use kindly_records::{
    Kind,
    fields::{self, FieldError, FieldSpec, Shape},
};
use serde_json::Value;

/// The column of a letter that holds what was chosen, as JSON.
const CHOICES: &str = "choices";
/// The column of a letter that holds its own words, as JSON.
const PARAGRAPHS: &str = "paragraphs";

/// A letter is written from records and no form asks for its fields, so that it has columns of its own here.
const LETTER: &[FieldSpec] = &[
    FieldSpec { key: "client", shape: Shape::Client, needed: true },
    FieldSpec {
        key: "letter_kind",
        shape: Shape::OneOf(&["renewal_refusal", "prospect_decline"]),
        needed: true,
    },
    FieldSpec { key: "written_on", shape: Shape::Day, needed: true },
    FieldSpec { key: "language", shape: Shape::OneOf(&["en-GB", "en-US"]), needed: false },
    FieldSpec { key: "paper", shape: Shape::OneOf(&["a4", "us_letter"]), needed: false },
    FieldSpec { key: "engagement", shape: Shape::Record(Kind::Engagement), needed: false },
    FieldSpec { key: "enquiry", shape: Shape::Record(Kind::Enquiry), needed: false },
    FieldSpec { key: "pdf_sha256", shape: Shape::Line, needed: false },
    FieldSpec { key: CHOICES, shape: Shape::Text, needed: false },
    FieldSpec { key: PARAGRAPHS, shape: Shape::Text, needed: false },
];

/// The columns of our own table of a kind, after the one of the id: its fields or, for a letter, columns of its own.
#[must_use]
pub fn own_columns(kind: Kind) -> &'static [FieldSpec] {
    match kind {
        Kind::Letter => LETTER,
        other => fields::of(other),
    }
}

/// The value of a cell of our own table, as [`fields::read`] gives it; a letter's choices and paragraphs from their
/// JSON. A client and another record are returned as the text that names them.
///
/// # Errors
/// A [`FieldError`] that names the column and the mend.
pub fn read_cell(kind: Kind, field: &FieldSpec, cell: &str, currency: &str) -> Result<Value, FieldError> {
    if !holds_json(kind, field) {
        return fields::read(field.key, field.shape, cell, currency);
    }
    if cell.trim().is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(cell).map_err(|error| FieldError {
        key: field.key.to_owned(),
        text: crate::error::quoted(cell),
        mend: format!("leave it as it was exported ({error})"),
    })
}

/// Whether the cell holds a whole value as JSON.
pub(super) fn holds_json(kind: Kind, field: &FieldSpec) -> bool {
    kind == Kind::Letter && [CHOICES, PARAGRAPHS].contains(&field.key)
}

/// The header of the column that holds the ids, which also tells what the table is.
pub(super) fn id_header(kind: Kind) -> String {
    format!("{} id", kind.name())
}
