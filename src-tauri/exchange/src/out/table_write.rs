//! Our own tables, written: RFC 4180, a file a kind.
use csv::{Terminator, WriterBuilder};
use kindly_records::{
    Kind, Profile, Record,
    fields::{self, Shape},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    columns::{holds_json, id_header, own_columns},
    guard::guarded,
};

/// A record on its way into a table.
#[derive(Clone, Copy, Debug)]
pub struct OwnRow<'a> {
    /// The id under which it is kept.
    pub id: Uuid,
    /// The name of its client; empty for a record of nobody.
    pub client_name: &'a str,
    /// The record.
    pub record: &'a Record,
}

/// Writes the table of a kind: comma-separated with CRLF after each row, UTF-8 without a mark, the header row first.
///
/// The first column, `<kind> id`, holds the ids; then come [`own_columns`], their cells as [`fields::write`] has them. A client
/// stands by name, every other link by its id. Cells that a spreadsheet would run are guarded. Rows of other kinds
/// are left out, so that one list of all records serves all tables. A table is for people and spreadsheets: it does
/// not say whether a client belongs to the sample, and a list loses items that hold its own separator. What must
/// come back identical goes into the archive.
#[must_use]
pub fn write_table(kind: Kind, rows: &[OwnRow<'_>]) -> Vec<u8> {
    let rows = rows.iter().filter(|row| row.record.kind() == kind);
    written(kind, rows.map(|row| (row.id.to_string(), row.client_name, json!(row.record))))
}

/// Writes the letterhead as a table of one row. It has no id, since a ledger has one of them.
#[must_use]
pub fn write_profile_table(profile: &Profile) -> Vec<u8> {
    written(Kind::Profile, [(String::new(), "", json!(profile))].into_iter())
}

fn written<'a>(kind: Kind, rows: impl Iterator<Item = (String, &'a str, Value)>) -> Vec<u8> {
    let columns = own_columns(kind);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let mut write = |cells: Vec<String>| {
        writer.write_record(&cells).expect("memory takes every row, and all rows are equally long");
    };
    write([id_header(kind)].into_iter().chain(columns.iter().map(|field| field.key.to_owned())).collect());
    for (id, client_name, record) in rows {
        let cells = columns.iter().map(|field| {
            let value = fields::take(&record, field.key);
            match field.shape {
                _ if holds_json(kind, field) && value.is_null() => String::new(),
                _ if holds_json(kind, field) => guarded(&value.to_string()).into_owned(),
                Shape::Client if value.is_null() => String::new(),
                Shape::Client => guarded(client_name).into_owned(),
                shape if is_free_text(shape) => guarded(&fields::write(shape, value)).into_owned(),
                shape => fields::write(shape, value),
            }
        });
        write([id].into_iter().chain(cells).collect());
    }
    writer.into_inner().expect("memory needs no flushing")
}

/// Whether a person's own words can stand there. All other cells are numbers, days and words from a list: no one
/// can hide a formula in them, and a guard would only keep a spreadsheet from counting with an amount below zero.
fn is_free_text(shape: Shape) -> bool {
    matches!(shape, Shape::Line | Shape::Text | Shape::Lines | Shape::Words | Shape::People)
}
