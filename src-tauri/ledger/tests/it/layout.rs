//! A ledger that the first release wrote, brought to the layout of today.
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use kindly_ledger::{HistoryFilter, Ledger, vault};
use kindly_records::{Client, Kind, Language, Letter, Paper, Profile};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::{builders::open_bare, dump::rows, kinds};

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

fn fixture() -> (TempDir, PathBuf) {
    released(1)
}

/// A ledger as a release left it, in a folder of its own.
pub(crate) fn released(layout: u8) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let path = folder.path().join("practice.kindly");
    let released =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/layout-{layout}/practice.kindly"));
    fs::copy(&released, &path).expect("the fixture is there");
    fs::copy(vault::key_path(&released), vault::key_path(&path)).expect("with its key");
    (folder, path)
}

/// Every row of an older layout's tables, by the columns that they had.
pub(crate) fn held(
    file: &Connection,
    columns: &BTreeMap<&'static str, String>,
) -> BTreeMap<&'static str, Vec<String>> {
    columns
        .iter()
        .map(|(table, columns)| (*table, rows(file, &format!("(SELECT {columns} FROM {table})"))))
        .collect()
}

/// The columns that the tables have at this moment.
pub(crate) fn columns(file: &Connection, tables: &[(&'static str, usize)]) -> BTreeMap<&'static str, String> {
    let names = |table: &str| {
        file.query_row("SELECT group_concat(name) FROM pragma_table_info(?1)", [table], |row| row.get(0))
            .expect("the schema can be read")
    };
    tables.iter().map(|(table, _)| (*table, names(table))).collect()
}

#[test]
fn a_ledger_of_the_first_release_is_brought_up_whole() {
    let (_folder, path) = fixture();
    let (before, columns) = {
        let file = open_bare(&path);
        let columns = columns(&file, &HELD);
        (held(&file, &columns), columns)
    };
    let counts: Vec<(&str, usize)> = before.iter().map(|(table, rows)| (*table, rows.len())).collect();
    assert_eq!(counts, HELD, "the fixture is what it was");

    let key = vault::load_or_create(&path).expect("the key is there");
    assert!(Ledger::is_older(&path, &key).expect("it can be looked at"), "it will be brought up");
    let mut ledger = Ledger::open(&path, &key).expect("an older ledger is brought up");
    assert!(!Ledger::is_older(&path, &key).expect("it can be looked at"), "now it is not any more");
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

/// What the fixture of the second layout holds of each kind: all there are.
const HELD_IN_SECOND: [(&str, usize); 24] = [
    ("attention", 3),
    ("check_in", 4),
    ("client", 3),
    ("complaint", 3),
    ("concession", 3),
    ("conversation", 3),
    ("decision", 3),
    ("deliverable", 4),
    ("document", 4),
    ("ending", 3),
    ("engagement", 3),
    ("enquiry", 3),
    ("incident", 3),
    ("invoice", 3),
    ("letter", 3),
    ("obligation", 3),
    ("payment", 3),
    ("praise", 3),
    ("profile", 1),
    ("referral_contact", 4),
    ("request", 3),
    ("snooze", 3),
    ("template", 3),
    ("time_entry", 3),
];

#[test]
fn a_ledger_of_the_second_layout_is_brought_up_whole() {
    let (_folder, path) = released(2);
    let columns = columns(&open_bare(&path), &HELD_IN_SECOND);
    let dump = |path: &Path| held(&open_bare(path), &columns);
    let before = dump(&path);
    let counts: Vec<(&str, usize)> = before.iter().map(|(table, rows)| (*table, rows.len())).collect();
    assert_eq!(counts, HELD_IN_SECOND, "the fixture is what it was: every kind there is");

    let key = vault::load_or_create(&path).expect("the key is there");
    assert!(Ledger::is_older(&path, &key).expect("it can be looked at"), "it will be brought up");
    let mut ledger = Ledger::open(&path, &key).expect("it opens");
    assert_eq!(dump(&path), before, "every record is there as it was");
    assert_eq!(
        ledger.check().expect("it can be checked"),
        [],
        "pages, links, journal, files and search agree"
    );
    let records = kinds::records(ledger.reader());
    assert_eq!(
        records.len() + 1,
        HELD_IN_SECOND.iter().map(|(_, count)| count).sum::<usize>(),
        "each is read"
    );
    let profile = ledger.reader().profile().expect("it can be read");
    assert_eq!(profile.trade_name, "Vale Analytics", "with the letterhead");
    let added = Profile {
        trade_name: String::new(),
        name: String::new(),
        role: String::new(),
        address: Vec::new(),
        country: String::new(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        place: String::new(),
        language: Language::default(),
        paper: Paper::default(),
        currency: Profile::default().currency,
        postal_margin_working_days: Profile::default().postal_margin_working_days,
        ..profile
    };
    assert_eq!(added, Profile::default(), "what was added to it is as in a new one");
    for letter in ledger.reader().all::<Letter>().expect("they are read by today's mapper") {
        let Letter { client, letter_kind, written_on, .. } = letter.record;
        let old = Letter {
            engagement: letter.record.engagement,
            enquiry: letter.record.enquiry,
            language: letter.record.language,
            paper: letter.record.paper,
            choices: letter.record.choices.clone(),
            paragraphs: letter.record.paragraphs.clone(),
            pdf_sha256: letter.record.pdf_sha256.clone(),
            ..Letter::new(client, letter_kind, written_on)
        };
        assert_eq!(letter.record, old, "and what was added to a letter is as in a new one");
    }
    let hits = ledger.reader().find("料金", 50).expect("it can be searched");
    assert!(!hits.is_empty(), "with its texts");
    let kept = records.values().find_map(|record| match record {
        kindly_records::Record::Document(document) => document.sha256.clone(),
        _ => None,
    });
    let kept = kept.expect("one document is kept inside");
    let bytes = ledger.reader().blob(&kept).expect("it can be read").expect("it is there");
    assert_eq!(bytes, b"%PDF-1.7 a contract of three pages", "and its file");

    let history = ledger.reader().history(&HistoryFilter::default()).expect("it can be told");
    let erased = history.iter().filter(|entry| entry.label.is_none()).count();
    assert_eq!(erased, 22, "what was erased is told without its name");
    // A contact to refer to is nobody's, and stays with what was noted of them.
    let named = before.iter().filter(|(table, _)| **table != "referral_contact");
    let named: Vec<&String> = named.flat_map(|(_, rows)| rows).filter(|row| row.contains("Dorrit")).collect();
    assert_eq!(named, Vec::<&String>::new(), "and nowhere else");

    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let label = |label: Option<kindly_ledger::Label>| label.map(|label| label.key);
    assert_eq!(
        label(ledger.redo(at).expect("nothing stands in the way")).as_deref(),
        Some("add.check_in"),
        "what was undone last is done again"
    );
    assert_eq!(
        label(ledger.undo(at).expect("nothing stands in the way")).as_deref(),
        Some("add.check_in"),
        "and taken back"
    );
    assert_eq!(dump(&path), before, "to the same records");
    let mut steps = 0;
    while ledger.undo(at).expect("nothing stands in the way").is_some() {
        steps += 1;
    }
    assert!(steps > 70, "every step that was not erased is taken back: {steps}");
    while ledger.redo(at).expect("nothing stands in the way").is_some() {
        steps -= 1;
    }
    // The last redo does again what the fixture had undone.
    assert_eq!(
        label(ledger.undo(at).expect("nothing stands in the way")).as_deref(),
        Some("add.check_in"),
        "the last of all"
    );
    assert_eq!((dump(&path), steps), (before, -1), "and every record is back");
    assert_eq!(ledger.check().expect("it can be checked"), [], "all agrees");
}

/// A way of opening a ledger.
type Opens = fn(&Path, &kindly_ledger::Keyring) -> Result<Ledger, kindly_ledger::LedgerError>;

#[test]
fn a_newer_layout_is_refused_and_the_log_beside_it_too_is_left_alone() {
    let (folder, path) = released(2);
    // As a newer Kindly would leave it when the power fails: what it saved is in the log alone.
    let newer = open_bare(&path);
    newer
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE newer (id); PRAGMA user_version = 99;")
        .expect("the fault can be made");
    let left = folder.path().join("left");
    fs::create_dir(&left).expect("the folder is ours");
    let names = ["", "-wal", "-shm", ".key"].map(|suffix| format!("practice.kindly{suffix}"));
    for name in &names {
        fs::copy(folder.path().join(name), left.join(name)).expect("it is there");
    }
    drop(newer);
    let contents = || names.clone().map(|name| fs::read(left.join(name)).expect("it is there"));
    let before = contents();
    let path = left.join("practice.kindly");
    let key = vault::load_or_create(&path).expect("the key is there");
    for open in [Ledger::open as Opens, Ledger::open_read_only as Opens] {
        let error = open(&path, &key).map(drop).expect_err("it is newer");
        assert!(matches!(error, kindly_ledger::LedgerError::Newer { found: 99, known: 4, .. }), "{error}");
        assert!(contents() == before, "not a byte was touched, of the file, the log and what is shared");
    }
}
