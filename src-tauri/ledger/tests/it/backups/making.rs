//! Making backups beside the work, and what they look like on the disk.
use std::{collections::BTreeSet, fs};

use chrono::TimeDelta;
use kindly_ledger::{
    Ledger, LedgerError,
    backup::{self, Source, Why},
};
use kindly_records::{Client, Kind};

use super::{Elsewhere, back_up, back_up_at, dump_of, folder, keyring, names, whole};
use crate::builders::{Practice, client, label, open_bare};

#[test]
fn the_manifest_says_what_is_in_it_and_names_nobody() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let made = back_up(&practice, Why::ByHand);
    let head = practice.ledger().head().expect("it can be read");
    let manifest = &made.manifest;
    assert_eq!(
        (manifest.format, manifest.why, manifest.made_at),
        (1, Why::ByHand, practice.at),
        "when and why"
    );
    assert_eq!(manifest.head_seq, head.seq, "how far the journal went");
    assert_eq!(manifest.bytes, fs::metadata(&made.path).expect("it is there").len(), "its size");
    let counts = practice.ledger().reader().counts().expect("it can be read");
    assert_eq!(
        (manifest.counts.clone(), manifest.counts[&Kind::Client]),
        (counts, 1),
        "how much of each kind"
    );
    assert_eq!(manifest.key_id, practice.ledger().key_id(), "the key that opens it");
    let text = fs::read_dir(folder(&practice))
        .expect("the folder can be read")
        .filter_map(|entry| fs::read(entry.expect("it can be read").path()).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect::<String>();
    assert!(text.contains("head_hash") && !text.contains("Arkwright"), "nobody is named in the clear");
    let old = whole(&folder(&practice)).remove(0);
    assert_eq!(old, made, "it is listed as it was answered");
}

#[cfg(unix)]
#[test]
fn all_of_it_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let made = back_up(&practice, Why::Timer);
    drop(backup::open(&made, &keyring(&practice)).expect("it can be looked at"));
    backup::set_aside(&practice.path(), practice.at).expect("it can be kept").expect("there is one");
    let mut folders = vec![folder(&practice)];
    let mut seen = 0;
    while let Some(next) = folders.pop() {
        let mode =
            |path: &std::path::Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&next), 0o700, "{}", next.display());
        for entry in fs::read_dir(&next).expect("the folder can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert_eq!(mode(&path), 0o600, "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 7, "backup, manifest, lock, keys, and what was set aside: {seen} files");
}

#[test]
fn saving_goes_on_while_a_backup_is_made() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let source = Source::new(&practice.path(), &keyring(&practice));
    let (into, at) = (folder(&practice), practice.at);
    let (mut saved, mut made) = (0, Vec::new());
    // On a thread of its own, a dozen times, while the other saves and reads without a pause.
    std::thread::scope(|scope| {
        let backups = scope.spawn(move || {
            (0..12)
                .map(|turn| {
                    let at = at + TimeDelta::minutes(turn);
                    source
                        .back_up(&into, at, Why::Timer, "0.0.0", &mut |_| true)
                        .expect("somebody who saves meanwhile is no damage")
                })
                .collect::<Vec<_>>()
        });
        while !backups.is_finished() {
            practice.client(&format!("Client {saved}"));
            saved += 1;
            let read = practice.ledger().reader().all::<Client>().expect("it can be read").len();
            assert_eq!(read, saved + 1, "what was saved is read at once");
        }
        made = backups.join().expect("it ends");
    });
    assert!(saved > 20, "{saved} were saved meanwhile");
    let heads: BTreeSet<i64> = made.iter().map(|backup| backup.manifest.head_seq).collect();
    assert!(heads.len() > 3, "they caught the ledger at different moments: {heads:?}");
    for backup in &made {
        backup::verify(backup, &keyring(&practice)).expect("each is whole");
        let clients = u64::try_from(backup.manifest.head_seq).expect("it is not negative") - 26;
        assert_eq!(backup.manifest.counts[&Kind::Client], clients, "each holds all up to its last entry");
    }
}

#[test]
fn it_stops_when_told_so_and_leaves_nothing() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let first = back_up(&practice, Why::Timer);
    let before = names(&folder(&practice));
    let source = Source::new(&practice.path(), &keyring(&practice));
    let mut heard = Vec::new();
    source
        .back_up(&folder(&practice), practice.at, Why::Timer, "0.0.0", &mut |done| {
            heard.push(done);
            true
        })
        .and_then(|made| backup::remove(&made))
        .expect("it goes through");
    assert!(heard.iter().all(|done| (0.0..=1.0).contains(done)), "progress is a share");
    for turn in 0..20 {
        let stop = turn * (heard.len() - 1) / 19;
        let mut questions = 0;
        let result = source.back_up(&folder(&practice), practice.at, Why::Timer, "0.0.0", &mut |_| {
            questions += 1;
            questions <= stop
        });
        assert!(matches!(result, Err(LedgerError::Stopped)), "stopped at question {stop}: {result:?}");
        assert!(questions <= stop + 2, "it asks no further: {questions} after {stop}");
        assert_eq!(names(&folder(&practice)), before, "nothing is left, stopped at question {stop}");
    }
    assert_eq!(whole(&folder(&practice)), [first], "and the earlier one is there");
}

#[test]
fn what_a_killed_backup_left_goes_with_the_next() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    back_up(&practice, Why::Timer);
    let folder = folder(&practice);
    for name in [".draft-0123", ".draft-0123-journal", "x.kindly.json.draft-4567"] {
        fs::write(folder.join(name), "half").expect("the folder is ours");
    }
    fs::create_dir(folder.join(".draft-89ab")).expect("the folder is ours");
    fs::write(folder.join(".draft-89ab/practice.kindly"), "half").expect("the folder is ours");
    assert_eq!(backup::list(&folder).expect("it can be read").len(), 1, "none of it is listed");
    back_up_at(&practice, practice.at + TimeDelta::minutes(30), Why::Timer);
    let left: Vec<String> = names(&folder).into_iter().filter(|name| name.contains(".draft-")).collect();
    assert_eq!(left, Vec::<String>::new(), "it is cleared");
}

#[test]
fn a_look_into_a_backup_changes_nothing() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let made = back_up(&practice, Why::Timer);
    practice.client("Bell");
    let before = (fs::read(&made.path).expect("it is there"), names(&folder(&practice)));
    let mut preview = backup::open(&made, &keyring(&practice)).expect("it can be looked at");
    let seen = preview.reader().all::<Client>().expect("it can be read");
    assert_eq!(seen.len(), 1, "the client of then");
    assert!(preview.is_read_only(), "nothing is written to it");
    drop(preview);
    assert_eq!(
        (fs::read(&made.path).expect("it is there"), names(&folder(&practice))),
        before,
        "nothing moved"
    );
    preview = backup::open(&made, &keyring(&practice)).expect("and again");
    assert_eq!(preview.head().expect("it can be read").seq, made.manifest.head_seq, "it is the same");
}

/// A ledger of a released layout, as it lies in the fixtures.
fn older(layout: u32) -> Elsewhere {
    let elsewhere =
        Elsewhere { folder: tempfile::TempDir::new().expect("there is a folder for temporary files") };
    let fixture =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/layout-{layout}"));
    for name in ["practice.kindly", "practice.kindly.key"] {
        fs::copy(fixture.join(name), elsewhere.folder.path().join(name)).expect("the fixture is there");
    }
    elsewhere
}

#[test]
fn a_ledger_of_an_older_layout_is_backed_up_looked_at_and_restored_as_it_is() {
    let then = older(1);
    let source = Source::new(&then.path(), &then.keyring());
    let into = backup::folder_of(&then.path());
    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let made = source
        .back_up(&into, at, Why::BeforeMigration, "0.0.0", &mut |_| true)
        .expect("what an update is about to change is backed up before");
    assert_eq!(made.manifest.schema_version, 1, "in the layout that it has");
    backup::verify(&made, &then.keyring()).expect("it is whole");
    let preview = backup::open(&made, &then.keyring()).expect("a copy of it is brought up to be looked at");
    let clients = preview.reader().counts().expect("it can be read")[&Kind::Client];
    assert_eq!(Some(&clients), made.manifest.counts.get(&Kind::Client), "it holds what it says");
    drop(preview);

    let mut brought_up = Ledger::open(&then.path(), &then.keyring()).expect("the ledger is brought up");
    brought_up
        .transact(at, label("add"), |changes| changes.insert(uuid::Uuid::new_v4().into(), &client("Later")))
        .expect("and goes on");
    drop(brought_up);
    then.restore(&made);
    let version: i64 = open_bare(&then.path())
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("it can be read");
    assert_eq!(version, 1, "restored, it is as it was before the update");
    let ledger = Ledger::open(&then.path(), &then.keyring()).expect("and is brought up again");
    assert_eq!(
        ledger.reader().counts().expect("it can be read")[&Kind::Client],
        clients,
        "with what it held"
    );
    assert_eq!(ledger.check().expect("it can be checked"), [], "whole");
}

#[test]
fn where_there_are_no_backups_nothing_is_made() {
    let practice = Practice::new();
    let (folder, ring, at) = (folder(&practice), keyring(&practice), practice.at);
    let nothing = backup::Rewritten::default();
    assert_eq!(backup::list(&folder).expect("no folder, no backups"), [], "nothing is listed");
    assert_eq!(backup::thin(&folder, at).expect("it is no fault"), [], "nothing goes");
    let erased = backup::erase_client(&folder, &ring, uuid::Uuid::nil().into(), at).expect("it is no fault");
    assert_eq!(erased.backups, nothing, "nothing to erase");
    assert_eq!(
        backup::reencrypt_all(&folder, &ring, &mut |_| true).expect("it is no fault"),
        nothing,
        "nor here"
    );
    assert_eq!(backup::remove_unprotected(&folder, &ring).expect("it is no fault"), nothing, "nor here");
    assert!(!folder.exists(), "and no folder is made");
}

#[test]
fn an_open_ledger_is_not_replaced() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let made = back_up(&practice, Why::Timer);
    practice.client("Bell");
    let before = dump_of(&practice.bare());
    let result = backup::restore(&practice.path(), &made, &keyring(&practice), &mut |_| true);
    assert!(matches!(result, Err(LedgerError::InUse)), "somebody has it open: {result:?}");
    assert_eq!(dump_of(&practice.bare()), before, "it goes on");
}
