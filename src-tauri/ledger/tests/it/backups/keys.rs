//! Keys and backups: what opens them, what an earlier key opened, and what nothing protects.
use std::{fs, path::PathBuf};

use chrono::TimeDelta;
use kindly_ledger::{
    Keyring, Ledger, LedgerError,
    backup::{self, Source, Why},
    vault::{self, RecoveryCode, Secret},
};
use kindly_records::Client;
use secrecy::SecretString;
use tempfile::TempDir;

use super::{Elsewhere, back_up, back_up_at, folder, keyring, names, renewed, whole};
use crate::builders::Practice;

const PASSPHRASE: &str = "six plain words nobody ever guesses";

fn practice() -> Practice {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    practice
}

/// A practice with two backups from before it was protected, and one from after.
fn protected() -> (Practice, Keyring) {
    let mut practice = practice();
    for hours in [2, 1] {
        back_up_at(&practice, practice.at - TimeDelta::hours(hours), Why::Timer);
    }
    practice.close();
    let path = practice.path();
    let code = RecoveryCode::random().expect("the system has random numbers");
    let bare = keyring(&practice);
    let ring = vault::protect(&path, &bare, &SecretString::from(PASSPHRASE), &code, &mut |_| true)
        .expect("nothing stands in its way");
    let source = Source::new(&path, &ring);
    source
        .back_up(&folder(&practice), practice.at, Why::Close, "0.0.0", &mut |_| true)
        .expect("a whole ledger is backed up");
    (practice, ring)
}

#[test]
fn a_backup_under_an_earlier_key_is_restored_under_the_current_one() {
    let (practice, ring) = protected();
    let listed = whole(&folder(&practice));
    let ids: Vec<bool> = listed.iter().map(|made| made.manifest.key_id == ring.current().id()).collect();
    assert_eq!(ids, [true, false, false], "the newest is under the new key, the others name the earlier one");
    for backup in &listed {
        backup::restore(&practice.path(), backup, &ring, &mut |_| true).expect("each is restored");
        let ledger = Ledger::open(&practice.path(), &ring.current().clone().into());
        let ledger = ledger.expect("the new key alone opens it");
        assert_eq!(ledger.reader().all::<Client>().expect("it can be read").len(), 1, "with what it held");
        assert_eq!(ledger.check().expect("it can be checked"), [], "whole");
    }
    let stranger = Keyring::random().expect("the system has random numbers");
    for result in [
        backup::verify(&listed[0], &stranger),
        backup::restore(&practice.path(), &listed[0], &stranger, &mut |_| true),
        backup::open(&listed[0], &stranger).map(drop),
    ] {
        assert!(matches!(result, Err(LedgerError::BackupKeyMissing { .. })), "another's key: {result:?}");
    }
}

#[test]
fn unprotected_backups_are_written_anew_under_the_key_that_is_protected() {
    let (practice, ring) = protected();
    let before = whole(&folder(&practice));
    let place = TempDir::new().expect("there is a folder for temporary files");
    backup::bring_up(&folder(&practice), place.path()).expect("it is there");
    let done =
        backup::reencrypt_all(&folder(&practice), &ring, &mut |_| true).expect("the folder can be written");
    assert_eq!((done.rewritten.len(), done.left.len()), (2, 0), "those two");
    let after = whole(&folder(&practice));
    let held = |backup: &backup::Backup| {
        let manifest = backup.manifest.clone();
        (manifest.made_at, manifest.why, manifest.head_seq, manifest.head_hash, manifest.counts)
    };
    assert_eq!(
        after.iter().map(held).collect::<Vec<_>>(),
        before.iter().map(held).collect::<Vec<_>>(),
        "they hold what they held, made when they were made"
    );
    let alone: Keyring = ring.current().clone().into();
    for backup in &after {
        backup::verify(backup, &alone).expect("the new key alone opens it");
    }
    assert!(before[1..].iter().all(|old| !old.path.exists()), "nothing is left under the earlier key");
    backup::copy_to(place.path(), &after[0]).expect("it is there");
    let there = whole(place.path());
    assert!(
        there.iter().all(|made| made.manifest.key_id == ring.current().id()),
        "what was written anew goes from the second place, once it is back: {}",
        there.len()
    );
    let again =
        backup::reencrypt_all(&folder(&practice), &ring, &mut |_| true).expect("it can be done again");
    assert_eq!(again, backup::Rewritten::default(), "and there is nothing to be done");
}

#[test]
fn writing_them_anew_can_be_stopped() {
    let (practice, ring) = protected();
    let before = whole(&folder(&practice));
    let result = backup::reencrypt_all(&folder(&practice), &ring, &mut |done| done < 0.6);
    assert!(matches!(result, Err(LedgerError::Stopped)), "{result:?}");
    let after = whole(&folder(&practice));
    assert_eq!(after.len(), before.len(), "none is lost");
    let earlier = after.iter().filter(|made| made.manifest.key_id != ring.current().id()).count();
    assert_eq!(earlier, 1, "one was done, one was not");
    assert!(after.iter().all(|made| backup::verify(made, &ring).is_ok()), "all are whole");
    assert!(
        !names(&folder(&practice)).iter().any(|name| name.contains(".draft-")),
        "nothing is left half done"
    );
}

#[test]
fn unprotected_backups_are_removed_where_that_is_asked_for() {
    let (practice, ring) = protected();
    let place = TempDir::new().expect("there is a folder for temporary files");
    backup::bring_up(&folder(&practice), place.path()).expect("it is there");
    let done = backup::remove_unprotected(&folder(&practice), &ring).expect("the folder can be written");
    assert_eq!(done.rewritten.len(), 2, "those two");
    let left = whole(&folder(&practice));
    assert_eq!(left.len(), 1, "the protected one stays");
    backup::copy_to(place.path(), &left[0]).expect("it is there");
    let there: Vec<String> = whole(place.path()).into_iter().map(|made| made.manifest.file).collect();
    assert_eq!(
        there,
        [left[0].manifest.file.clone()],
        "they go from the second place as well, once it is back"
    );
}

#[test]
fn the_keys_that_lie_with_the_backups_are_those_of_the_ledger() {
    let mut practice = practice();
    back_up(&practice, Why::Timer);
    let folder = folder(&practice);
    assert!(!backup::keys_are_protected(&folder), "nothing protects them");
    assert_eq!(backup::keyring(&folder, None).expect("they lie bare"), keyring(&practice), "the same");
    practice.close();
    let (practice, ring) = protected();
    let folder = super::folder(&practice);
    assert!(
        backup::keys_are_protected(&folder),
        "the bare one went when the first protected backup was made"
    );
    let error = backup::keyring(&folder, None).expect_err("a secret is needed");
    assert!(matches!(error, LedgerError::Protected { .. }), "{error}");
    let wrong = Secret::Passphrase(SecretString::from("another"));
    let error = backup::keyring(&folder, Some(&wrong)).expect_err("it is another");
    assert!(matches!(error, LedgerError::WrongPassphrase), "{error}");
    let right = Secret::Passphrase(SecretString::from(PASSPHRASE));
    assert_eq!(backup::keyring(&folder, Some(&right)).expect("it is the right one"), ring, "both keys");

    let other = SecretString::from("quite other words that were chosen later");
    vault::rewrap(&practice.path(), &ring, &other).expect("it can be written");
    backup::copy_keys(&practice.path(), &ring, &folder).expect("it can be written");
    let error = backup::keyring(&folder, Some(&right)).expect_err("it was changed");
    assert!(
        matches!(error, LedgerError::WrongPassphrase),
        "the old one opens nothing here any more: {error}"
    );
    assert_eq!(
        backup::keyring(&folder, Some(&Secret::Passphrase(other))).expect("it is the new one"),
        ring,
        "both"
    );
}

#[test]
fn keys_that_still_open_a_backup_are_not_lost_with_their_ledger() {
    let mut practice = practice();
    let made = back_up(&practice, Why::Timer);
    let earlier = keyring(&practice);
    practice.close();
    // Somebody deletes the ledger with its key and begins anew in the same place.
    for suffix in ["", ".key", ".keys.sha256", ".seen"] {
        let mut name = practice.path().into_os_string();
        name.push(suffix);
        fs::remove_file(PathBuf::from(name)).expect("it is there");
    }
    practice.open();
    practice.client("Bell");
    assert_ne!(keyring(&practice), earlier, "it has a key of its own");
    back_up_at(&practice, practice.at + TimeDelta::hours(1), Why::Timer);
    let ring = backup::keyring(&folder(&practice), None).expect("they lie bare");
    assert_eq!(ring.current(), keyring(&practice).current(), "the present one first");
    backup::verify(&made, &ring).expect("and the earlier backup opens still");
}

#[test]
fn on_a_new_computer_a_folder_of_backups_is_enough() {
    let practice = practice();
    back_up(&practice, Why::Close);
    let computer = TempDir::new().expect("there is a folder for temporary files");
    // The ledger has another name there.
    let path = computer.path().join("mine.kindly");
    let ring = backup::keyring(&folder(&practice), None).expect("they lie bare");
    let made = whole(&folder(&practice)).remove(0);
    backup::restore_with_keys(&path, &made, &ring, &folder(&practice), &mut |_| true).expect("all is there");
    let ledger = Ledger::open(&path, &vault::load_or_create(&path).expect("its keys came along"));
    assert_eq!(
        ledger.expect("it opens").reader().all::<Client>().expect("it can be read").len(),
        1,
        "all of it"
    );

    let (practice, _) = protected();
    let computer = TempDir::new().expect("there is a folder for temporary files");
    let path = computer.path().join("mine.kindly");
    let secret = Secret::Passphrase(SecretString::from(PASSPHRASE));
    let ring = backup::keyring(&folder(&practice), Some(&secret)).expect("it is the right one");
    for made in whole(&folder(&practice)) {
        backup::restore_with_keys(&path, &made, &ring, &folder(&practice), &mut |_| true)
            .expect("all is there");
        let opened = vault::unlock(&path, &secret).expect("the same passphrase opens it");
        let ledger = Ledger::open(&path, &opened).expect("it opens");
        assert_eq!(ledger.reader().all::<Client>().expect("it can be read").len(), 1, "all of it");
        assert_eq!(ledger.key_id(), ring.current().id(), "under the key that is protected");
    }
    let error = backup::keyring(computer.path(), Some(&secret)).expect_err("no backups lie there");
    assert!(matches!(error, LedgerError::KeyMissing { .. }), "{error}");
}

#[test]
fn a_backup_of_another_ring_goes_under_ours() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    let elsewhere = Elsewhere::like(&practice);
    let (ring, key) = renewed(&keyring(&practice));
    backup::restore(&elsewhere.path(), &made, &ring, &mut |_| true)
        .expect("its key is among the earlier ones");
    fs::write(vault::key_path(&elsewhere.path()), key).expect("it can be written");
    assert_eq!(elsewhere.dump(), super::dump_of(&practice.bare()), "all of it, by our key alone");
}
