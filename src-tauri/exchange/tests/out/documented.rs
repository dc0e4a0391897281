//! What the document says is so.
use kindly_exchange::{Archive, own_columns, read_archive, read_own_table, write_archive};
use kindly_records::{Kind, Record};

use crate::{made::client_id, moment};

const DOCUMENT: &str = include_str!("../../../../docs/export.md");

/// The example in a fence of the document.
fn example(language: &str) -> &'static str {
    let (_, after) = DOCUMENT.split_once(&format!("```{language}\n")).expect("an example in the document");
    after.split_once("```").expect("a fence that ends").0
}

#[test]
fn the_archive_in_the_document_is_one() {
    let archive: Archive = read_archive(example("json").as_bytes()).expect("the document's own archive");
    assert_eq!(
        String::from_utf8_lossy(&write_archive(&archive)),
        example("json"),
        "it is written as it stands there"
    );
    assert_eq!(archive.made_at, moment("2026-11-22T18:00:00Z"), "the moment in it");
    assert!(matches!(archive.records[0].record, Record::Client(_)), "a client comes before its records");
}

#[test]
fn the_table_in_the_document_is_one() {
    let table = read_own_table(example("csv").as_bytes()).expect("sound").expect("known as our own");
    assert_eq!((table.kind, table.rows.len()), (Kind::Praise, 1), "a word of praise");
    let archive = read_archive(example("json").as_bytes()).expect("the document's own archive");
    assert_eq!(table.rows[0].id, Some(archive.records[1].id), "the one that the archive has as well");
    assert_eq!(archive.records[0].id, client_id(0), "of the client that the archive names");
    let header = example("csv").lines().next().unwrap_or_default();
    let columns: Vec<&str> = own_columns(Kind::Praise).iter().map(|field| field.key).collect();
    assert_eq!(header, format!("praise id,{}", columns.join(",")), "all columns are shown");
}

#[test]
fn the_columns_of_a_letter_are_all_named() {
    for field in own_columns(Kind::Letter) {
        assert!(DOCUMENT.contains(&format!("`{}`", field.key)), "the document names {}", field.key);
    }
}
