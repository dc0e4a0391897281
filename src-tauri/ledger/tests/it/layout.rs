//! A ledger that the first release wrote, brought to the layout of today.
use std::{collections::BTreeMap, fs, path::Path};

use kindly_ledger::{HistoryFilter, Ledger, vault};
use kindly_records::{Client, Kind};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::{builders::open_bare, dump::rows};

/// What the fixture holds of each kind.
const HELD: [(&str, usize); 12] = [
    ("check_in", 104),
    ("client", 14),
    ("complaint", 12),
    ("concession", 5),
    ("deliverable", 114),
    ("engagement", 12),
    ("enquiry", 2),
    ("incident", 1),
    ("invoice", 62),
    ("letter", 0),
    ("obligation", 35),
    ("profile", 1),
];

fn fixture() -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let path = folder.path().join("practice.kindly");
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layout-1/practice.kindly");
    fs::copy(&released, &path).expect("the fixture is there");
    fs::copy(vault::key_path(&released), vault::key_path(&path)).expect("with its key");
    (folder, path)
}

/// Every row of the first layout's tables, by the columns that the first layout had.
fn held(file: &Connection, columns: &BTreeMap<&'static str, String>) -> BTreeMap<&'static str, Vec<String>> {
    columns
        .iter()
        .map(|(table, columns)| (*table, rows(file, &format!("(SELECT {columns} FROM {table})"))))
        .collect()
}

#[test]
fn a_ledger_of_the_first_release_is_brought_up_whole() {
    let (_folder, path) = fixture();
    let (before, columns) = {
        let file = open_bare(&path);
        let columns: BTreeMap<&str, String> = HELD
            .iter()
            .map(|(table, _)| {
                let names = file
                    .query_row("SELECT group_concat(name) FROM pragma_table_info(?1)", [table], |row| {
                        row.get(0)
                    })
                    .expect("the schema can be read");
                (*table, names)
            })
            .collect();
        (held(&file, &columns), columns)
    };
    let counts: Vec<(&str, usize)> = before.iter().map(|(table, rows)| (*table, rows.len())).collect();
    assert_eq!(counts, HELD, "the fixture is what it was");

    let key = vault::load_or_create(&path).expect("the key is there");
    let mut ledger = Ledger::open(&path, &key).expect("an older ledger is brought up");
    assert_eq!(held(&open_bare(&path), &columns), before, "every record is there as it was");
    assert_eq!(ledger.check().expect("it can be checked"), [], "search, links and the journal agree");
    let clients = ledger.reader().all::<Client>().expect("they are read by today's mapper");
    for kept in &clients {
        let hits = ledger.reader().find(&kept.record.name, 5).expect("it can be asked");
        assert_eq!(hits.first().map(|hit| hit.id), Some(kept.id.into()), "{} is found", kept.record.name);
    }

    let history = ledger.reader().history(&HistoryFilter::default()).expect("it can be told");
    let last = history.first().expect("the fixture was filled by a use case");
    let undo = ledger.next_undo().expect("it can be asked");
    assert!(
        last.label.is_some() && last.label == undo,
        "the last step of the first release is offered: {undo:?}"
    );
    let filter = HistoryFilter { client: clients.first().map(|kept| kept.id), ..HistoryFilter::default() };
    assert!(
        !ledger.reader().history(&filter).expect("it can be told").is_empty(),
        "what it touched is known, though it was entered before that was kept"
    );

    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let brought = held(&open_bare(&path), &columns);
    let taken_back = ledger.undo(at).expect("additions stand in nobody's way");
    assert_eq!(taken_back, undo, "the step is taken back under the new layout");
    assert_ne!(held(&open_bare(&path), &columns), brought, "and its records are as before it");
    assert_eq!(ledger.check().expect("it can be checked"), [], "all agrees");
    assert_eq!(ledger.redo(at).expect("nothing stands in the way"), undo, "it is done again");
    assert_eq!(held(&open_bare(&path), &columns), brought, "and every record is back");
    assert_eq!(ledger.check().expect("it can be checked"), [], "all agrees");
}

#[test]
fn a_record_of_the_first_release_is_told_from_its_history() {
    let (_folder, path) = fixture();
    let key = vault::load_or_create(&path).expect("the key is there");
    let mut ledger = Ledger::open(&path, &key).expect("an older ledger is brought up");
    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let kept = ledger.reader().all::<Client>().expect("they can be read").remove(0);
    let label = kindly_ledger::Label { key: "rename".to_owned(), arguments: BTreeMap::new() };
    let renamed = Client { name: "Renamed".to_owned(), ..kept.record.clone() };
    ledger.transact(at, label, |changes| changes.update(kept.id, &renamed)).expect("a valid change");
    let seq = ledger.journal_position();
    let before = ledger
        .reader()
        .version_before(seq, Kind::Client, kept.id.into())
        .expect("what the first release entered can be read");
    assert_eq!(
        before,
        Some(kept.record.into()),
        "with the columns it had, and today's defaults for the others"
    );
}
