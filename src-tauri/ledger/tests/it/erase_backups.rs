//! Erasing in the backups as well: whoever restores one finds nobody who was erased.
use std::{fs, path::Path};

use chrono::TimeDelta;
use kindly_ledger::{
    Forget, Ledger, LedgerError,
    backup::{self, Backup, Source, Why},
    copies::{self, Relation},
    vault,
};
use kindly_records::{CheckIn, Client, ClientId, Contact, Kind, Letter};
use tempfile::TempDir;

use crate::{
    backups::{back_up, folder, keyring, whole},
    builders::{Practice, check_in, client, label},
    erase::held_in,
    kinds::{NOBODYS, finished},
};

const CANARY: &str = "Zqxvarkwright";

/// Whether the word stands anywhere in a backup, decrypted.
fn is_held(backup: &Backup, practice: &Practice, word: &str) -> bool {
    let key = fs::read_to_string(vault::key_path(&practice.path())).expect("the key lies beside the ledger");
    let file = rusqlite::Connection::open(&backup.path).expect("it is there");
    file.execute_batch(&format!("PRAGMA key = \"x'{}'\"", key.trim())).expect("the key fits");
    held_in(&file, word)
}

/// A client full of the canary, backed up at every stage: alone, with everything, renamed, removed.
fn practice() -> (Practice, ClientId) {
    let mut practice = Practice::new();
    practice.client("Bell");
    back_up(&practice, Why::Timer);
    let contact = Contact { given_name: CANARY.to_owned(), ..Contact::default() };
    let arkwright = practice.add(&Client { contact, ..client(&format!("{CANARY} & Co")) });
    next(&mut practice);
    practice.one_of_each(arkwright, &format!("{CANARY} said so. {}", "And more besides. ".repeat(12)));
    next(&mut practice);
    practice.run("finish", |changes| {
        let sha256 = changes.put_blob(format!("%PDF dear {CANARY}").as_bytes())?;
        let kept = changes.of_client::<Letter>(arkwright)?.into_iter().next().expect("one of each");
        changes.update(kept.id, &finished(kept.record, "L-2026-1", &sha256))
    });
    practice.run("rename", |changes| changes.update(arkwright, &client(&format!("{CANARY} renamed"))));
    next(&mut practice);
    let said = practice.check_in(arkwright, "2026-01-02", &format!("{CANARY} came and went"));
    practice.run("delete", |changes| changes.delete::<CheckIn>(said));
    next(&mut practice);
    // What is nobody's has the client's words here, so it goes first.
    practice.remove_nobodys();
    (practice, arkwright)
}

fn next(practice: &mut Practice) {
    practice.at += TimeDelta::hours(1);
    back_up(practice, Why::Timer);
}

#[test]
fn nothing_of_an_erased_client_is_left_in_any_backup() {
    let (mut practice, arkwright) = practice();
    // What lies in a table of nobody's keeps its words: an erasure of the client alone is looked at.
    let referrals: Vec<Backup> = whole(&folder(&practice));
    for backup in referrals.iter().filter(|backup| backup.manifest.counts[&Kind::ReferralContact] > 0) {
        backup::remove(backup).expect("it can go");
    }
    practice.at += TimeDelta::hours(1);
    back_up(&practice, Why::Timer);
    let before = whole(&folder(&practice));
    let held = before.iter().filter(|backup| is_held(backup, &practice, CANARY)).count();
    assert_eq!((before.len(), held), (3, 2), "the test can find what is there, and one never knew them");

    let at = practice.at;
    let contacts = nobodys_entries(&mut practice);
    let done = backup::erase_client(&folder(&practice), &keyring(&practice), arkwright, at)
        .expect("the folder can be written");
    assert_eq!((done.backups.rewritten.len(), done.backups.left.len()), (2, 0), "those that knew them");
    backup::rewrite(&folder(&practice), &keyring(&practice), &mut |ledger| {
        let what = Forget { touched: &contacts, ..Forget::default() };
        ledger.forget_untold(what, |_| Ok::<_, LedgerError>(())).map(|()| true)
    })
    .expect("the folder can be written");
    let after = whole(&folder(&practice));
    assert_eq!(after.len(), before.len(), "as many as before");
    for (new, old) in after.iter().zip(&before) {
        backup::verify(new, &keyring(&practice)).expect("it is whole");
        assert!(!is_held(new, &practice, CANARY), "no page of {} holds them", new.manifest.file);
        assert_eq!(
            (new.manifest.made_at, new.manifest.head_seq, &new.manifest.head_hash),
            (old.manifest.made_at, old.manifest.head_seq, &old.manifest.head_hash),
            "it is still the same moment of the same ledger"
        );
        assert_eq!(new.manifest.counts.get(&Kind::Client), Some(&1), "the other client stays");
    }
    practice.ledger().erase_client(at, arkwright, label("erase")).expect("the client is there");
    for backup in &after {
        let then = backup::open(backup, &keyring(&practice)).expect("it can be looked at");
        let relation = copies::relation(practice.ledger(), &then).expect("both can be read");
        assert!(
            matches!(relation, Relation::Ahead { .. }),
            "the ledger is ahead of it by its journal: {relation:?}"
        );
    }
    assert_eq!(backup::unfinished(&folder(&practice)), Vec::<ClientId>::new(), "it is done");
    let again =
        backup::erase_client(&folder(&practice), &keyring(&practice), arkwright, at).expect("once more");
    assert_eq!(again.backups, backup::Rewritten::default(), "there is nothing to be done");
}

/// What is nobody's, which the journal knows alone.
fn nobodys_entries(practice: &mut Practice) -> Vec<(Kind, uuid::Uuid)> {
    let file = practice.bare();
    let mut statement = file
        .prepare("SELECT DISTINCT record FROM journal_touch WHERE kind = ?1")
        .expect("the journal can be read");
    let mut found = Vec::new();
    for kind in NOBODYS {
        let touched = statement.query_map([kind.name()], |row| Ok((kind, row.get("record")?)));
        found.extend(touched.expect("the journal can be read").map(|entry| entry.expect("an id")));
    }
    found
}

#[test]
fn a_client_who_was_removed_before_goes_from_what_the_journal_holds() {
    let mut practice = Practice::new();
    practice.client("Bell");
    let arkwright = practice.client(CANARY);
    practice.undo();
    let made = back_up(&practice, Why::Timer);
    assert!(is_held(&made, &practice, CANARY), "it could be done again, so it is held");
    let at = practice.at;
    backup::erase_client(&folder(&practice), &keyring(&practice), arkwright, at).expect("it can be written");
    let after = whole(&folder(&practice));
    assert!(after.iter().all(|backup| !is_held(backup, &practice, CANARY)), "now it is not");
    assert_eq!(after[0].manifest.head_hash, made.manifest.head_hash, "the chain is as it was");
}

#[test]
fn one_person_is_forgotten_in_every_backup() {
    let mut practice = Practice::new();
    let person = Contact { given_name: CANARY.to_owned(), ..Contact::default() };
    let arkwright = practice.add(&Client { people: vec![person], ..client("Arkwright") });
    let said = practice.check_in(arkwright, "2026-01-01", &format!("{CANARY} was pleased"));
    next(&mut practice);
    practice.run("note", |changes| {
        let kept = changes.get::<Client>(arkwright)?.expect("it is there").record;
        changes.update(arkwright, &Client { notes: "a note".to_owned(), ..kept })
    });
    next(&mut practice);
    let words = [CANARY.to_owned()];
    let done = backup::rewrite(&folder(&practice), &keyring(&practice), &mut |ledger| {
        let what = Forget { ever_of: Some(arkwright), words: &words, ..Forget::default() };
        ledger.forget_untold(what, |changes| {
            let kept = changes.get::<Client>(arkwright)?.expect("it is there").record;
            changes.update(arkwright, &Client { people: Vec::new(), ..kept })?;
            changes.update(said, &check_in(arkwright, "2026-01-01", "somebody was pleased"))
        })?;
        Ok(true)
    });
    assert_eq!(done.expect("the folder can be written").rewritten.len(), 2, "both");
    for backup in whole(&folder(&practice)) {
        assert!(!is_held(&backup, &practice, CANARY), "no page holds them");
        backup::verify(&backup, &keyring(&practice)).expect("it is whole");
        let then = backup::open(&backup, &keyring(&practice)).expect("it can be looked at");
        assert_eq!(then.reader().all::<Client>().expect("it can be read").len(), 1, "the client stays");
    }
}

#[test]
fn what_would_make_a_backup_another_state_of_the_ledger_is_refused() {
    let mut practice = Practice::new();
    practice.client("Bell");
    let made = back_up(&practice, Why::Timer);
    let at = practice.at;
    let done = backup::rewrite(&folder(&practice), &keyring(&practice), &mut |ledger| {
        ledger.transact(at, label("add"), |changes| {
            changes.insert(uuid::Uuid::nil().into(), &client("Later"))
        })?;
        Ok(true)
    })
    .expect("the folder can be written");
    assert_eq!((done.rewritten.len(), done.left.len()), (0, 1), "its journal grew: {done:?}");
    assert_eq!(whole(&folder(&practice)), [made], "it is as it was");
}

#[test]
fn what_cannot_be_reached_is_named() {
    let (mut practice, arkwright) = practice();
    practice.at += TimeDelta::hours(1);
    let cut = back_up(&practice, Why::Timer);
    fs::write(&cut.path, "cut").expect("it can be written");
    let aside =
        backup::set_aside(&practice.path(), practice.at).expect("it can be kept").expect("there is one");
    let at = practice.at;
    let done = backup::erase_client(&folder(&practice), &keyring(&practice), arkwright, at)
        .expect("the others are reached")
        .backups;
    let name = |path: &Path| path.file_name().expect("it has one").to_string_lossy().into_owned();
    let left: Vec<String> = done.left.into_iter().map(|(file, _)| file).collect();
    assert_eq!(left, [name(&cut.path), name(&aside)], "the one that is broken, and what was set aside");
    assert_eq!(done.rewritten.len(), 4, "all others that knew them");
}

#[test]
fn an_older_layout_is_reached_as_well() {
    let place = TempDir::new().expect("there is a folder for temporary files");
    let path = place.path().join("practice.kindly");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layout-1");
    for name in ["practice.kindly", "practice.kindly.key"] {
        fs::copy(fixture.join(name), place.path().join(name)).expect("the fixture is there");
    }
    let ring = vault::load_or_create(&path).expect("its key lies beside it");
    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let into = backup::folder_of(&path);
    Source::new(&path, &ring)
        .back_up(&into, at, Why::BeforeMigration, "0.0.0", &mut |_| true)
        .expect("a whole ledger is backed up");
    let ledger = Ledger::open(&path, &ring).expect("it is brought up");
    let erased = ledger.reader().all::<Client>().expect("it can be read").remove(0);
    drop(ledger);
    let done = backup::erase_client(&into, &ring, erased.id, at).expect("the folder can be written");
    assert_eq!((done.backups.rewritten.len(), done.backups.left.len()), (1, 0), "it knew them: {done:?}");
    let then = backup::open(&whole(&into)[0], &ring).expect("it can be looked at");
    assert!(then.reader().get::<Client>(erased.id).expect("it can be read").is_none(), "and does not now");
}

#[test]
fn a_second_place_that_was_away_loses_them_when_it_is_back() {
    let (mut practice, arkwright) = practice();
    let stick = TempDir::new().expect("there is a folder for temporary files");
    backup::bring_up(&folder(&practice), stick.path()).expect("it is there");
    // The first place has thinned out what the second still has.
    let oldest = whole(&folder(&practice)).remove(1);
    backup::remove(&oldest).expect("it can go");
    let at = practice.at;
    practice.ledger().erase_client(at, arkwright, label("erase")).expect("the client is there");
    backup::erase_client(&folder(&practice), &keyring(&practice), arkwright, at).expect("it can be written");
    practice.at += TimeDelta::hours(1);
    back_up(&practice, Why::Timer);
    let names = |place: &Path| whole(place).into_iter().map(|made| made.manifest.file).collect::<Vec<_>>();
    assert_ne!(names(stick.path()), names(&folder(&practice)), "the second place was away");
    backup::bring_up(&folder(&practice), stick.path()).expect("it is back");
    assert_eq!(
        names(stick.path()),
        names(&folder(&practice)),
        "it has what the first has, and nothing besides"
    );
    for backup in whole(stick.path()) {
        let then = backup::open(&backup, &keyring(&practice)).expect("it can be looked at");
        let found = then.reader().get::<Client>(arkwright).expect("it can be read");
        assert!(found.is_none(), "{} does not know them", backup.manifest.file);
    }
}
