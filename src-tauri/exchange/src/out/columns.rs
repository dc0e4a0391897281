//! The columns of our own tables.
use kindly_records::{
    Kind,
    fields::{self, FieldError, FieldSpec, Shape},
};
use serde_json::Value;

/// The columns of letters and of their templates that hold what has parts, as JSON.
const AS_JSON: [&str; 9] =
    ["about", "stated", "choices", "paragraphs", "dismissed", "facts_seen", "finished", "sent", "reply"];

const LETTER_KINDS: Shape = Shape::OneOf(&[
    "renewal_refusal",
    "prospect_decline",
    "request_decline",
    "responsibility_reminder",
    "boundary",
    "early_termination",
    "referral",
    "put_right",
    "complaint_reply",
    "new_terms",
    "mutual_end",
    "payment_notice",
    "pause",
    "final_notice",
    "our_way",
    "closure",
]);
const LANGUAGES: Shape = Shape::OneOf(&["en-GB", "en-US", "de-DE", "fr-FR", "es-ES"]);
const REGISTERS: Shape = Shape::OneOf(&["warm", "formal"]);

const fn needed(key: &'static str, shape: Shape) -> FieldSpec {
    FieldSpec { key, shape, needed: true }
}

const fn free(key: &'static str, shape: Shape) -> FieldSpec {
    FieldSpec { key, shape, needed: false }
}

/// A letter is written from records and no form asks for its fields, so that it has columns of its own here.
const LETTER: &[FieldSpec] = &[
    needed("client", Shape::Client),
    needed("letter_kind", LETTER_KINDS),
    needed("written_on", Shape::Day),
    free("language", LANGUAGES),
    free("register", REGISTERS),
    free("paper", Shape::OneOf(&["a4", "us_letter"])),
    free("engagement", Shape::Record(Kind::Engagement)),
    free("enquiry", Shape::Record(Kind::Enquiry)),
    free("about", Shape::Text),
    free("template", Shape::Record(Kind::LetterTemplate)),
    free("supersedes", Shape::Record(Kind::Letter)),
    free("pdf_sha256", Shape::Line),
    free("subject", Shape::Line),
    free("remark", Shape::Line),
    free("enclosures", Shape::Lines),
    free("left_out", Shape::Words),
    free("taken_in", Shape::Words),
    free("stated", Shape::Text),
    free("choices", Shape::Text),
    free("paragraphs", Shape::Text),
    free("dismissed", Shape::Text),
    free("facts_seen", Shape::Text),
    free("finished", Shape::Text),
    free("sent", Shape::Text),
    free("reply", Shape::Text),
];

/// A template of the user's own is made of a letter, and has columns of its own as well.
const LETTER_TEMPLATE: &[FieldSpec] = &[
    needed("name", Shape::Line),
    needed("letter_kind", LETTER_KINDS),
    free("language", LANGUAGES),
    free("register", REGISTERS),
    free("subject", Shape::Line),
    free("paragraphs", Shape::Text),
    free("left_out", Shape::Words),
    free("taken_in", Shape::Words),
    free("notes", Shape::Text),
];

/// The columns of our own table of a kind, after the one of the id: its fields or, for letters
/// and their templates, columns of their own.
#[must_use]
pub fn own_columns(kind: Kind) -> &'static [FieldSpec] {
    match kind {
        Kind::Letter => LETTER,
        Kind::LetterTemplate => LETTER_TEMPLATE,
        other => fields::of(other),
    }
}

/// The value of a cell of our own table, as [`fields::read`] gives it; what has parts, such as a
/// letter's paragraphs, from its JSON. A client and another record are returned as the text that names them.
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
    matches!(kind, Kind::Letter | Kind::LetterTemplate) && AS_JSON.contains(&field.key)
}

/// The header of the column that holds the ids, which also tells what the table is.
pub(super) fn id_header(kind: Kind) -> String {
    format!("{} id", kind.name())
}
