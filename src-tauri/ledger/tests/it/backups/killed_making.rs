//! Backups that are made, and written anew, by somebody who is killed.
use std::{
    collections::BTreeSet,
    env,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use chrono::{DateTime, TimeDelta, Utc};
use kindly_ledger::{
    backup::{self, Listed, Source, Why},
    vault,
};
use kindly_records::ClientId;

use super::{Dice, back_up_at, folder, keyring, long, names, whole};
use crate::builders::Practice;

/// Set for a process that the tests below start: the ledger whose backups it works on, the client whom it erases, and at
/// which question whether to go on it ends, as if the power had failed.
const LEDGER: &str = "KINDLY_TEST_BACKS_UP";
const CLIENT: &str = "KINDLY_TEST_ERASES";
const ENDS: &str = "KINDLY_TEST_BACKUP_ENDS";

fn kills() -> usize {
    if long() { 200 } else { 14 }
}

fn start(test: &str, practice: &Practice, client: &str, ends: usize) -> Child {
    Command::new(env::current_exe().expect("this is a program"))
        .args(["--exact", &format!("backups::killed_making::{test}"), "--nocapture"])
        .env(LEDGER, practice.path())
        .env(CLIENT, client)
        .env(ENDS, ends.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// Kills a process once it has given so many signs: wherever it is by then, it may even be done.
fn kill_after(mut process: Child, signs: usize) {
    let mut out = process.stderr.take().expect("it is piped");
    let (mut heard, mut sign) = (0, [0]);
    while heard < signs && out.read(&mut sign).expect("it can be read") == 1 {
        heard += usize::from(sign == *b".");
    }
    process.kill().expect("it can be killed");
    process.wait().expect("it ends");
}

fn ledger_of_the_process() -> Option<PathBuf> {
    env::var_os(LEDGER).map(PathBuf::from)
}

/// Gives a sign at each question, and ends at one of them.
fn sign_until_it_ends(asked: &mut usize) {
    *asked += 1;
    // Whoever counts may be gone.
    let _ = std::io::stderr().write_all(b".");
    if env::var(ENDS).is_ok_and(|ends| ends == asked.to_string()) {
        std::process::abort();
    }
}

fn practice() -> (Practice, ClientId) {
    let mut practice = Practice::new();
    practice.client("Bell");
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    (practice, arkwright)
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_100_000, 0).expect("a moment in range")
}

#[test]
fn a_backup_that_is_killed_is_none_or_whole() {
    if let Some(path) = ledger_of_the_process() {
        let ring = vault::load_or_create(&path).expect("its keys lie beside it");
        let mut asked = 0;
        let mut told = |_| {
            sign_until_it_ends(&mut asked);
            true
        };
        let source = Source::new(&path, &ring);
        source
            .back_up(&backup::folder_of(&path), moment(), Why::Timer, "0.0.0", &mut told)
            .expect("nothing stands in its way");
        return;
    }
    let (practice, _) = practice();
    let (ring, folder) = (keyring(&practice), folder(&practice));
    let first = back_up_at(&practice, practice.at, Why::Timer);
    let mut asked = 0;
    let source = Source::new(&practice.path(), &ring);
    let made = source.back_up(&folder, moment(), Why::Timer, "0.0.0", &mut |_| {
        asked += 1;
        true
    });
    backup::remove(&made.expect("nothing stands in its way")).expect("it can go");
    assert!(asked > 12, "it asks often enough to be killed anywhere: {asked} times");
    let mut dice = Dice(61);
    let test = "a_backup_that_is_killed_is_none_or_whole";
    for turn in 0..2 * kills() {
        if turn % 2 == 0 {
            let ends = 1 + turn * (asked - 1) / (2 * kills());
            let status = start(test, &practice, "", ends).wait().expect("it ends");
            assert!(!status.success(), "it ended at question {ends} of {asked}");
        } else {
            // The later half: it is there that files get their names.
            kill_after(start(test, &practice, "", usize::MAX), asked / 2 + dice.below(asked / 2));
        }
        let listed = whole(&folder);
        assert!(listed.contains(&first), "the earlier one is there");
        for made in &listed {
            backup::verify(made, &ring).expect("what is listed as whole is whole");
        }
        for made in listed.iter().filter(|made| **made != first) {
            backup::remove(made).expect("it can go");
        }
    }
    let last = back_up_at(&practice, practice.at + TimeDelta::hours(1), Why::Timer);
    backup::thin(&folder, practice.at).expect("the folder can be written");
    let left: Vec<Listed> = backup::list(&folder).expect("the folder can be read");
    assert_eq!(left, [Listed::Whole(last), Listed::Whole(first)], "nothing else is left of all that");
    assert!(!names(&folder).iter().any(|name| name.contains(".draft-")), "nor half a file");
}

#[test]
fn an_erasure_that_is_killed_loses_no_backup_and_is_known_to_be_unfinished() {
    if let Some(path) = ledger_of_the_process() {
        return erase_until_it_ends(&path);
    }
    let test = "an_erasure_that_is_killed_loses_no_backup_and_is_known_to_be_unfinished";
    let mut dice = Dice(62);
    let mut unfinished = 0;
    for turn in 0..kills() {
        let (practice, arkwright) = practice();
        let (ring, folder) = (keyring(&practice), folder(&practice));
        for hours in 0..3 {
            back_up_at(&practice, practice.at + TimeDelta::hours(hours), Why::Timer);
        }
        let moments = || whole(&folder).iter().map(|made| made.manifest.made_at).collect::<BTreeSet<_>>();
        let before = moments();
        let client = uuid::Uuid::from(arkwright).to_string();
        let process = start(test, &practice, &client, usize::MAX);
        // After the first signs it is at the beginning of one of them.
        kill_after(process, 1 + dice.below(4));
        assert_eq!(moments(), before, "turn {turn}: no backup is lost");
        for made in whole(&folder) {
            backup::verify(&made, &ring).expect("what is listed as whole is whole");
        }
        let begun = backup::unfinished(&folder);
        unfinished += begun.len();
        for client in begun {
            assert_eq!(client, arkwright, "it is known who was to be erased");
            backup::erase_client(&folder, &ring, client, practice.at).expect("it is done again");
        }
        assert_eq!(moments(), before, "turn {turn}: none is lost by that");
        for made in whole(&folder) {
            let then = backup::open(&made, &ring).expect("it can be looked at");
            let found = then.reader().get::<kindly_records::Client>(arkwright).expect("it can be read");
            assert!(found.is_none(), "turn {turn}: {} does not know them", made.manifest.file);
        }
        assert_eq!(backup::unfinished(&folder), Vec::<ClientId>::new(), "turn {turn}: it is done");
    }
    assert!(unfinished > 2, "it was killed on the way {unfinished} times");
}

/// As [`backup::erase_client`] does it; each sign is one more backup that was begun.
fn erase_until_it_ends(path: &Path) {
    let ring = vault::load_or_create(path).expect("its keys lie beside it");
    let client: uuid::Uuid = env::var(CLIENT).expect("it is told").parse().expect("an id");
    let folder = backup::folder_of(path);
    std::thread::scope(|scope| {
        let erasing = scope.spawn(|| backup::erase_client(&folder, &ring, client.into(), moment()));
        // The client is gone from one more of them each time its name changes.
        let mut seen = whole(&folder);
        while !erasing.is_finished() {
            let now = whole(&folder);
            if now != seen {
                let _ = std::io::stderr().write_all(b".");
                seen = now;
            }
        }
        erasing.join().expect("it ends").expect("nothing stands in its way");
    });
    let _ = std::io::stderr().write_all(b"....");
}
