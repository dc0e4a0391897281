//! The second place: away at times, full at others, and taken out whenever somebody likes.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Barrier,
};

use chrono::TimeDelta;
use kindly_ledger::{
    LedgerError,
    backup::{self, Why},
};
use tempfile::TempDir;

use super::{Dice, back_up, back_up_at, folder, keyring, names, whole};
use crate::builders::Practice;

fn practice() -> Practice {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    practice.run("keep", |changes| changes.put_blob(&vec![7; 600_000]));
    practice
}

fn stick() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let place = folder.path().join("Kindly backups");
    fs::create_dir(&place).expect("the folder is ours");
    (folder, place)
}

#[test]
fn a_backup_is_brought_there_with_what_opens_it() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    let (_stick, place) = stick();
    backup::copy_to(&place, &made).expect("it is there");
    let there = whole(&place);
    assert_eq!(there.iter().map(|backup| &backup.manifest).collect::<Vec<_>>(), [&made.manifest], "the same");
    let ring = backup::keyring(&place, None).expect("its keys lie with it");
    backup::verify(&there[0], &ring).expect("it is whole, and the stick alone opens it");
    let before = fs::metadata(&there[0].path).expect("it is there").modified().expect("it is told");
    backup::copy_to(&place, &made).expect("it is there already");
    let after = fs::metadata(&there[0].path).expect("it is there").modified().expect("it is told");
    assert_eq!(before, after, "what is there is not written again");
}

#[test]
fn a_place_that_is_away_says_so_and_is_not_made() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    let (_stick, place) = stick();
    fs::remove_dir(&place).expect("it is empty");
    for result in [backup::copy_to(&place, &made), backup::bring_up(&folder(&practice), &place).map(drop)] {
        assert!(matches!(result, Err(LedgerError::SecondPlaceAway { .. })), "{result:?}");
    }
    assert!(!place.exists(), "nothing is written where the stick would be");
}

#[test]
fn a_place_that_comes_back_is_brought_up() {
    let mut practice = practice();
    let (_stick, place) = stick();
    let mut made = vec![back_up(&practice, Why::Timer)];
    backup::copy_to(&place, &made[0]).expect("it is there");
    for hours in 1..4 {
        practice.client(&format!("Client {hours}"));
        made.push(back_up_at(&practice, practice.at + TimeDelta::hours(hours), Why::Timer));
    }
    assert_eq!(backup::bring_up(&folder(&practice), &place).expect("it is there"), 3, "it lacked three");
    assert_eq!(backup::bring_up(&folder(&practice), &place).expect("it is there"), 0, "and lacks none now");
    for backup in whole(&place) {
        backup::verify(&backup, &keyring(&practice)).expect("each is whole");
    }
    assert_eq!(whole(&place).len(), made.len(), "all are there");
    // Somebody loses the laptop, and begins again with the stick.
    fs::remove_dir_all(folder(&practice)).expect("it is there");
    back_up_at(&practice, practice.at + TimeDelta::hours(9), Why::Timer);
    backup::bring_up(&folder(&practice), &place).expect("it is there");
    assert_eq!(whole(&place).len(), made.len() + 1, "what the first place lost, the second keeps");
}

#[test]
fn a_backup_that_was_altered_is_not_brought_there() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    let mut bytes = fs::read(&made.path).expect("it is there");
    bytes[10_000] ^= 4;
    fs::write(&made.path, bytes).expect("it can be written");
    let (_stick, place) = stick();
    let result = backup::copy_to(&place, &made);
    assert!(matches!(result, Err(LedgerError::BackupBroken { .. })), "{result:?}");
    assert_eq!(names(&place), Vec::<String>::new(), "nothing of it stays there");
}

/// Taken out while it is written: the folder is moved away at whatever moment.
#[test]
fn a_place_that_is_taken_out_meanwhile_has_nothing_half_written() {
    let practice = practice();
    let made = back_up(&practice, Why::Timer);
    let ring = keyring(&practice);
    let mut dice = Dice(31);
    let mut answers = (0, 0);
    for turn in 0..60 {
        let (stick, place) = stick();
        let away = stick.path().join("taken out");
        let (start, patience) = (Barrier::new(2), dice.below(60_000));
        let result = std::thread::scope(|scope| {
            scope.spawn(|| {
                start.wait();
                for _ in 0..patience {
                    std::hint::spin_loop();
                }
                fs::rename(&place, &away).expect("it is there");
            });
            start.wait();
            backup::copy_to(&place, &made)
        });
        match &result {
            Ok(()) => answers.0 += 1,
            Err(LedgerError::SecondPlaceAway { .. }) => answers.1 += 1,
            Err(error) => panic!("turn {turn}: {error}"),
        }
        for backup in whole(&away) {
            backup::verify(&backup, &ring).expect("what is listed there is whole");
        }
        assert!(!place.exists(), "turn {turn}: nothing was made in its place");
        fs::rename(&away, &place).expect("it comes back");
        backup::copy_to(&place, &made).expect("and takes the backup");
        assert_eq!(whole(&place).len(), 1, "turn {turn}");
        let drafts: Vec<String> = names(&place).into_iter().filter(|name| name.contains(".draft-")).collect();
        assert_eq!(drafts, Vec::<String>::new(), "turn {turn}: what was half written is cleared");
    }
    assert!(answers.1 > 5, "it was taken out in time {} times, too late {} times", answers.1, answers.0);
}

/// Set for the process that the test below starts, which may write no more than a little into one file.
const CHILD: &str = "KINDLY_TEST_FULL";

#[cfg(unix)]
#[test]
fn a_place_without_room_has_nothing_half_written() {
    if let Some(folder) = env::var_os(CHILD) {
        return bring_without_room(Path::new(&folder));
    }
    let practice = practice();
    back_up(&practice, Why::Timer);
    let (_stick, place) = stick();
    for blocks in [0, 1, 40, 400, 900] {
        // A signal would end the process; ignored, the system refuses to write.
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let answer = Command::new("sh")
            .args(["-c", &limited])
            .arg(env::current_exe().expect("this is a program"))
            .args([
                "--exact",
                "backups::second::a_place_without_room_has_nothing_half_written",
                "--nocapture",
            ])
            .env(CHILD, folder(&practice))
            .env("KINDLY_TEST_FULL_PLACE", &place)
            .output()
            .expect("it starts");
        let told = String::from_utf8_lossy(&answer.stdout) + String::from_utf8_lossy(&answer.stderr);
        assert!(answer.status.success(), "{blocks} blocks: {told}");
        assert_eq!(whole(&place).len(), 0, "{blocks} blocks: nothing is listed as whole");
        let left: Vec<String> = names(&place).into_iter().filter(|name| name.ends_with(".kindly")).collect();
        assert_eq!(left, Vec::<String>::new(), "{blocks} blocks: and nothing looks like a backup");
    }
    backup::copy_to(&place, &whole(&folder(&practice))[0]).expect("with room, it is brought there");
    assert_eq!(whole(&place).len(), 1, "whole");
}

fn bring_without_room(folder: &Path) {
    let place = PathBuf::from(env::var_os("KINDLY_TEST_FULL_PLACE").expect("it is told"));
    let made = whole(folder).remove(0);
    let error = backup::copy_to(&place, &made).expect_err("there is no room");
    assert!(matches!(error, LedgerError::File { .. } | LedgerError::DiskFull), "{error}");
}
