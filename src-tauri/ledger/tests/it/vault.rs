//! The key file.
use std::fs;

use kindly_ledger::{Ledger, LedgerError, vault};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("there is a folder for temporary files")
}

#[test]
fn a_key_is_made_once_and_read_ever_after() {
    let folder = folder();
    let ledger = folder.path().join("practice.kindly");
    let first = vault::load_or_create(&ledger).expect("the folder is ours");
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).expect("it can be listed").flatten().map(|e| e.file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        ["practice.kindly.key", "practice.kindly.keys.sha256"],
        "the key lies beside the ledger with its checksum, and no draft of either"
    );
    let again = vault::load_or_create(&ledger).expect("the key is there");
    assert!(first == again, "the same key");
    let other = vault::load_or_create(&folder.path().join("other.kindly")).expect("the folder is ours");
    assert!(first != other, "another ledger has another key");
    assert_eq!(format!("{first:?}"), "Keyring([LedgerKey(…)])", "a key is never printed");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_key() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let ledger = folder.path().join("practice.kindly");
    vault::load_or_create(&ledger).expect("the folder is ours");
    let mode = fs::metadata(vault::key_path(&ledger)).expect("the key is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "nobody else may read it");
}

#[test]
fn a_ledger_without_its_key_gets_no_new_one() {
    let folder = folder();
    let ledger = folder.path().join("practice.kindly");
    let key = vault::load_or_create(&ledger).expect("the folder is ours");
    drop(Ledger::open(&ledger, &key).expect("the file is new"));
    fs::remove_file(vault::key_path(&ledger)).expect("the key can be lost");
    let error = vault::load_or_create(&ledger).expect_err("a new key would open nothing");
    assert!(matches!(error, LedgerError::KeyMissing { .. }), "{error}");
    assert!(!vault::key_path(&ledger).exists(), "and none was made, so that a copy can be put back");
}

#[test]
fn a_key_file_that_is_not_whole_is_told_and_left_alone() {
    let whole = "0123456789abcdef".repeat(4);
    let check = |text: &[u8], expected: bool, why: &str| {
        let folder = folder();
        let ledger = folder.path().join("practice.kindly");
        fs::write(vault::key_path(&ledger), text).expect("the folder is ours");
        match vault::load_or_create(&ledger) {
            Ok(_) => assert!(expected, "{why} should be refused"),
            Err(error) => {
                assert!(!expected, "{why} should be read: {error}");
                assert!(matches!(error, LedgerError::KeyUnreadable { .. }), "{why}: {error}");
            }
        }
        assert_eq!(
            fs::read(vault::key_path(&ledger)).expect("it is still there"),
            text,
            "{why} was left alone"
        );
    };
    check(whole.as_bytes(), true, "64 digits");
    check(format!("{}\r\n", whole.to_uppercase()).as_bytes(), true, "capitals and a line break");
    check(&whole.as_bytes()[..40], false, "a truncated key");
    check(b"", false, "an empty key file");
    check(whole.replace('f', "g").as_bytes(), false, "a digit that is none");
    check(&[0xff; 64], false, "bytes that are no text");
}

#[test]
fn a_key_that_cannot_be_read_is_told() {
    let folder = folder();
    let ledger = folder.path().join("practice.kindly");
    fs::create_dir(vault::key_path(&ledger)).expect("the folder is ours");
    let error = vault::load_or_create(&ledger).expect_err("a folder is no key");
    assert!(matches!(error, LedgerError::KeyUnreadable { .. }), "{error}");
}
