//! Damage: every flipped bit and every cut of a backup is found, and a damaged ledger makes none.
use std::{fs, path::PathBuf};

use kindly_ledger::{
    Damage, LedgerError,
    backup::{self, Backup, Listed, Source, Why},
};
use kindly_records::CheckIn;

use super::{Dice, back_up, folder, keyring, long, names, whole};
use crate::builders::Practice;

fn practice() -> Practice {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    practice.run("keep", |changes| changes.put_blob(&vec![7; 20_000]));
    // Leaves pages free, which nothing reads but a look at every page.
    let long = practice.check_in(arkwright, "2026-01-02", &"They went on and on. ".repeat(900));
    practice.run("delete", |changes| changes.delete::<CheckIn>(long));
    practice
}

fn manifest_of(backup: &Backup) -> PathBuf {
    let mut name = backup.path.clone().into_os_string();
    name.push(".json");
    name.into()
}

#[test]
fn every_flipped_bit_and_every_cut_of_a_backup_is_found() {
    let mut practice = practice();
    let made = back_up(&practice, Why::ByHand);
    practice.close();
    let ring = keyring(&practice);
    let mut dice = Dice(21);
    backup::verify(&made, &ring).expect("without a fault, nothing is found");
    for turn in 0..if long() { 400 } else { 120 } {
        // One in four in the manifest, which is small.
        let path = if turn % 4 == 0 { manifest_of(&made) } else { made.path.clone() };
        let original = fs::read(&path).expect("it is there");
        let mut bytes = original.clone();
        let what = if turn % 5 == 0 {
            bytes.truncate(dice.below(original.len()));
            format!("cut to {} of {} bytes", bytes.len(), original.len())
        } else {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            format!("a bit of byte {at}")
        };
        fs::write(&path, &bytes).expect("it can be written");
        let what = format!("{what} of {}", path.display());
        let error = backup::verify(&made, &ring).expect_err(&what);
        assert!(matches!(error, LedgerError::BackupBroken { .. }), "{what} is told as damage: {error}");
        for listed in backup::list(&folder(&practice)).expect("the folder can be read") {
            if let Listed::Whole(found) = listed {
                assert_ne!(path, manifest_of(&found), "{what}: a manifest that was altered makes no backup");
                backup::verify(&found, &ring).expect_err(&what);
            }
        }
        fs::write(&path, &original).expect("it can be written");
    }
    backup::verify(&made, &ring).expect("and it is whole as before");
}

#[test]
fn a_backup_with_the_bytes_of_another_is_found() {
    let practice = practice();
    let (one, other) = (back_up(&practice, Why::Timer), back_up(&practice, Why::Timer));
    assert_eq!(one.manifest.bytes, other.manifest.bytes, "they hold the same");
    let bytes = fs::read(&one.path).expect("it is there");
    fs::copy(&other.path, &one.path).expect("it can be written");
    fs::write(&other.path, bytes).expect("it can be written");
    for made in [one, other] {
        let error =
            backup::verify(&made, &keyring(&practice)).expect_err("each is whole, and not what it says");
        assert!(matches!(error, LedgerError::BackupBroken { .. }), "{error}");
    }
}

#[test]
fn a_file_without_a_manifest_and_a_manifest_without_a_file_are_no_backups() {
    let mut practice = practice();
    let first = back_up(&practice, Why::Timer);
    practice.client("Bell");
    let second = back_up(&practice, Why::Timer);
    fs::remove_file(manifest_of(&first)).expect("it is there");
    fs::remove_file(&second.path).expect("it is there");
    let listed = backup::list(&folder(&practice)).expect("the folder can be read");
    let broken: Vec<&PathBuf> = listed
        .iter()
        .filter_map(|listed| match listed {
            Listed::Broken { path, .. } => Some(path),
            Listed::Whole(_) => None,
        })
        .collect();
    assert_eq!(listed.len(), 2, "both are named");
    assert!(broken.contains(&&first.path) && broken.contains(&&second.path), "as what they are: {listed:?}");
    backup::thin(&folder(&practice), practice.at).expect("the folder can be written");
    assert!(first.path.exists(), "a copy that nothing is known of stays");
    assert!(!manifest_of(&second).exists(), "a manifest of nothing goes");
}

#[test]
fn a_backup_under_another_name_is_none() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    for (from, to) in [(made.path.clone(), "other.kindly"), (manifest_of(&made), "other.kindly.json")] {
        fs::copy(from, folder(&practice).join(to)).expect("it can be copied");
    }
    let listed = backup::list(&folder(&practice)).expect("the folder can be read");
    assert_eq!(whole(&folder(&practice)), [made], "the one that bears its own name");
    assert_eq!(listed.len(), 2, "the other is named as broken: {listed:?}");
}

#[test]
fn a_damaged_ledger_makes_no_backup_and_displaces_none() {
    let mut practice = practice();
    let good = back_up(&practice, Why::Timer);
    practice.client("Bell");
    practice.close();
    let ring = keyring(&practice);
    let before = names(&folder(&practice));
    let original = fs::read(practice.path()).expect("it is there");
    let mut dice = Dice(22);
    let page = 4_096;
    let source = Source::new(&practice.path(), &ring);
    let refused = |what: &str| {
        let error = source
            .back_up(&folder(&practice), practice.at, Why::Timer, "0.0.0", &mut |_| true)
            .expect_err(what);
        assert_eq!(names(&folder(&practice)), before, "{what}: nothing is left of the attempt");
        error
    };
    for number in 0..original.len() / page {
        let mut bytes = original.clone();
        bytes[number * page + dice.below(page)] ^= 1 << dice.below(8);
        fs::write(practice.path(), &bytes).expect("it can be written");
        let what = format!("page {} was altered", number + 1);
        let error = refused(&what);
        assert!(matches!(error, LedgerError::NotBackedUp { .. }), "{what}: {error}");
    }
    fs::write(practice.path(), &original[..original.len() - page]).expect("it can be written");
    let error = refused("the last page is missing");
    assert!(matches!(error, LedgerError::NotBackedUp { .. }), "{error}");
    fs::write(practice.path(), &original).expect("it can be written");
    practice
        .bare()
        .execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM client WHERE name = 'Arkwright'")
        .expect("the bare file can be changed");
    let error = refused("records name a client who is not there");
    assert!(matches!(error, LedgerError::NotBackedUp { .. }), "{error}");
    backup::verify(&good, &ring).expect("the good one is untouched");
}

#[test]
fn a_ledger_whose_log_is_damaged_makes_no_backup() {
    let mut practice = practice();
    practice.restart();
    for name in ["Bell", "Corbett", "Dorrit"] {
        practice.client(name);
    }
    // As it lies there after a fall, with its saves in the log alone.
    let fallen = tempfile::TempDir::new().expect("there is a folder for temporary files");
    let path = fallen.path().join("practice.kindly");
    for suffix in ["", "-wal", ".seen", ".key"] {
        let with = |path: &std::path::Path| PathBuf::from(format!("{}{suffix}", path.display()));
        fs::copy(with(&practice.path()), with(&path)).expect("it is there");
    }
    let log = PathBuf::from(format!("{}-wal", path.display()));
    let mut bytes = fs::read(&log).expect("it is there");
    bytes[2_000] ^= 1;
    fs::write(&log, &bytes).expect("it can be written");
    let source = Source::new(&path, &keyring(&practice));
    let result = source.back_up(&backup::folder_of(&path), practice.at, Why::Timer, "0.0.0", &mut |_| true);
    assert!(
        matches!(result, Err(LedgerError::NotBackedUp { damage: Damage::Log })),
        "the saves in it are missing: {result:?}"
    );
}
