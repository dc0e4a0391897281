//! Everything in the tables of records, row by row, read past the ledger's own mappers.
use std::collections::BTreeMap;

use rusqlite::{Connection, types::Value};

use crate::builders::Practice;

/// The tables that undo restores.
pub(crate) const RECORDS: [&str; 28] = [
    "attention",
    "check_in",
    "check_in_request",
    "client",
    "complaint",
    "concession",
    "conversation",
    "decision",
    "deliverable",
    "document",
    "ending",
    "engagement",
    "enquiry",
    "fit_criterion",
    "improvement",
    "incident",
    "invoice",
    "letter",
    "letter_template",
    "obligation",
    "payment",
    "praise",
    "profile",
    "referral_contact",
    "request",
    "snooze",
    "template",
    "time_entry",
];

pub(crate) type Dump = BTreeMap<&'static str, Vec<String>>;

pub(crate) fn dump(practice: &Practice) -> Dump {
    let connection = practice.bare();
    RECORDS.into_iter().map(|table| (table, rows(&connection, table))).collect()
}

pub(crate) fn rows(connection: &Connection, table: &str) -> Vec<String> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).expect("the table is there");
    let columns = statement.column_count();
    let mut found: Vec<String> = statement
        .query_map([], |row| {
            (0..columns).map(|column| row.get::<_, Value>(column)).collect::<Result<Vec<Value>, _>>()
        })
        .and_then(Iterator::collect::<Result<Vec<Vec<Value>>, _>>)
        .expect("the table can be read")
        .iter()
        .map(|row| format!("{row:?}"))
        .collect();
    found.sort_unstable();
    found
}
