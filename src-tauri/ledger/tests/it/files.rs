//! The file: what opens, what is refused, and that refusing leaves no trace.
use std::fs;

use kindly_ledger::{Ledger, LedgerError, LedgerKey, vault};
use kindly_records::Client;
use rusqlite::Connection;

use crate::builders::Practice;

/// The file is refused as expected, and keeps every byte.
fn refused(practice: &Practice, expected: fn(&LedgerError) -> bool, why: &str) {
    let before = fs::read(practice.path()).expect("the file is there");
    let error = practice.try_open().map(drop).expect_err(why);
    assert!(expected(&error), "{why}: {error}");
    assert_eq!(
        fs::read(practice.path()).expect("the file is there"),
        before,
        "{why}: not a byte was touched"
    );
}

#[test]
fn another_key_does_not_open_a_ledger() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.close();
    let own = fs::read(vault::key_path(&practice.path())).expect("the key is there");
    fs::write(vault::key_path(&practice.path()), "ab".repeat(32)).expect("the key can be replaced");
    fs::remove_file(practice.path().with_extension("kindly.keys.sha256")).expect("its sum was kept");
    refused(&practice, |error| matches!(error, LedgerError::WrongKey { .. }), "the key of another ledger");
    fs::write(vault::key_path(&practice.path()), own).expect("the key can be put back");
    practice.open();
    assert_eq!(
        practice.ledger().reader().all::<Client>().expect("it can be read").len(),
        1,
        "nothing was lost"
    );
}

#[test]
fn a_newer_ledger_is_refused_untouched() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.bare().execute_batch("PRAGMA user_version = 99").expect("the fault can be made");
    practice.close();
    refused(
        &practice,
        |error| matches!(error, LedgerError::Newer { found: 99, known: 4, .. }),
        "a newer layout",
    );
}

#[test]
fn what_is_no_ledger_is_refused_untouched() {
    let mut practice = Practice::new();
    practice.close();
    let aside = practice.path().with_extension("aside");
    fs::rename(practice.path(), &aside).expect("the file can be moved");

    fs::write(practice.path(), "Dear diary, ".repeat(1_000)).expect("the file can be written");
    refused(&practice, |error| matches!(error, LedgerError::WrongKey { .. }), "a text");

    fs::write(practice.path(), "short").expect("the file can be written");
    refused(&practice, |error| matches!(error, LedgerError::WrongKey { .. }), "a few bytes");

    fs::remove_file(practice.path()).expect("the file can go");
    let plain = Connection::open(practice.path()).expect("a database without a key");
    plain.execute_batch("CREATE TABLE other (id)").expect("the file is new");
    drop(plain);
    refused(
        &practice,
        |error| matches!(error, LedgerError::WrongKey { .. }),
        "a database without encryption",
    );

    fs::remove_file(practice.path()).expect("the file can go");
    practice.bare().execute_batch("CREATE TABLE other (id)").expect("the file is new");
    refused(&practice, |error| matches!(error, LedgerError::NotALedger { .. }), "another program's database");

    fs::rename(aside, practice.path()).expect("the file can be moved back");
    practice.open();
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let practice = Practice::new();
    let path = practice.path().join("deeper").join("practice.kindly");
    let key = LedgerKey::from_bytes([1; 32]).into();
    let error = Ledger::open(&path, &key).map(drop).expect_err("nothing can be made there");
    assert!(matches!(&error, LedgerError::File { path: named, .. } if *named == path), "{error}");
}

#[test]
fn a_file_of_no_bytes_becomes_a_ledger() {
    let mut practice = Practice::new();
    practice.close();
    fs::write(practice.path(), "").expect("the file can be emptied");
    practice.open();
    practice.client("Arkwright");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "as if it had not been there");
}

#[test]
fn nothing_in_the_file_can_be_read_without_the_key() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.close();
    let bytes = fs::read(practice.path()).expect("the file is there");
    let holds = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(!holds(b"Arkwright") && !holds(b"SQLite format 3"), "neither names nor the format show");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_ledger() {
    use std::os::unix::fs::PermissionsExt;
    let mut practice = Practice::new();
    practice.client("Arkwright");
    for suffix in ["", ".key", "-wal", "-shm"] {
        let mut name = practice.path().into_os_string();
        name.push(suffix);
        let mode = fs::metadata(&name).expect("the file is there").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{} is for its owner alone", name.display());
    }
}

#[test]
fn two_openings_of_one_file_see_each_other() {
    let mut practice = Practice::new();
    let second = practice.try_open().expect("a second one may read and write by turns");
    practice.client("Arkwright");
    assert_eq!(
        second.reader().all::<Client>().expect("it can be read").len(),
        1,
        "what one commits, both read"
    );
    assert_eq!(second.journal_position(), 1, "and both know how far the journal is");
}
