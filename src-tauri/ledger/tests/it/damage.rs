//! Damage: every flipped bit and every cut is found, in the file and in the log beside it, and named.
use std::{
    env, fs,
    path::{Path, PathBuf},
};

use kindly_ledger::{
    Damage, Ledger, LedgerError,
    copies::seen::{Noticed, noticed},
    vault,
};
use kindly_records::{Client, Letter};
use tempfile::TempDir;

use crate::{
    builders::{Practice, check_in, client, label},
    kinds,
};

const PAGE: usize = 4_096;

/// How many faults are made of each kind: few in the suite, the promised number where the long form is asked for.
fn faults() -> usize {
    let long = env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long");
    if long { 1_000 } else { 150 }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

fn practice() -> Practice {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    practice.check_in(arkwright, "2026-01-01", &"They said more. ".repeat(600));
    practice.run("keep", |changes| changes.put_blob(&vec![7; 20_000]));
    for turn in 0..40 {
        practice.check_in(arkwright, "2026-02-01", &format!("turn {turn}"));
    }
    practice
}

/// A ledger and all that lies beside it, as it would be found after a fall.
struct Fallen {
    folder: TempDir,
}

impl Fallen {
    fn of(practice: &Practice) -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let from = practice.path();
        let fallen = Self { folder };
        for suffix in ["", "-wal", ".key", ".keys.sha256", ".seen"] {
            let file = with(&from, suffix);
            if file.exists() {
                fs::copy(&file, with(&fallen.path(), suffix)).expect("it can be copied");
            }
        }
        fallen
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("practice.kindly")
    }

    fn put(&self, suffix: &str, bytes: &[u8]) {
        fs::write(with(&self.path(), suffix), bytes).expect("it can be written");
    }

    fn read(&self, suffix: &str) -> Option<Vec<u8>> {
        fs::read(with(&self.path(), suffix)).ok()
    }

    fn open(&self) -> Result<Ledger, LedgerError> {
        Ledger::open(&self.path(), &vault::load_or_create(&self.path())?)
    }

    /// What is found: by opening it, by the checks, or by what was seen last.
    fn found(&self) -> Vec<Found> {
        match self.open() {
            Ok(ledger) => {
                let mut found =
                    ledger.quick_check().expect("damage is an answer, not a failure of the check");
                found.extend(ledger.check().expect("damage is an answer, not a failure of the check"));
                let noticed = noticed(&self.path(), &ledger).unwrap_or_default();
                found.into_iter().map(Found::Damage).chain(noticed.map(Found::Noticed)).collect()
            }
            Err(LedgerError::Broken { damage, .. }) => vec![Found::Damage(damage)],
            Err(LedgerError::Damaged) => vec![Found::DoesNotOpen],
            Err(error) => panic!("damage is told as damage, not as: {error}"),
        }
    }
}

/// How a fault shows.
#[derive(Debug, PartialEq)]
enum Found {
    DoesNotOpen,
    Damage(Damage),
    Noticed(Noticed),
}

fn with(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[test]
fn every_flipped_bit_and_every_cut_of_the_file_is_found() {
    let mut practice = practice();
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    let mut dice = Dice(11);
    for turn in 0..faults() {
        let fallen = Fallen::of(&practice);
        let mut bytes = whole.clone();
        let what = if turn % 5 == 4 {
            let length = dice.below(bytes.len());
            bytes.truncate(length);
            format!("cut to {length} of {} bytes", whole.len())
        } else {
            // One in ten in the first page, on which all depends.
            let at = dice.below(if turn % 10 == 0 { PAGE } else { bytes.len() });
            bytes[at] ^= 1 << dice.below(8);
            format!("a bit of byte {at}, page {}", at / PAGE + 1)
        };
        fallen.put("", &bytes);
        assert!(!fallen.found().is_empty(), "{what} is found");
    }
}

#[test]
fn every_flipped_bit_and_every_cut_of_the_log_is_found() {
    let mut practice = Practice::new();
    practice.restart();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let original = Fallen::of(&practice);
    let log = original.read("-wal").expect("what was saved is in the log");
    let mut dice = Dice(12);
    for turn in 0..faults() {
        let fallen = Fallen::of(&practice);
        let mut bytes = log.clone();
        let what = if turn % 5 == 4 {
            let length = dice.below(bytes.len());
            bytes.truncate(length);
            format!("cut to {length} of {} bytes", log.len())
        } else {
            // One in ten in the header, and one in ten in the last save.
            let at = match turn % 10 {
                0 => dice.below(32),
                1 => bytes.len() - 1 - dice.below(PAGE + 24),
                _ => dice.below(bytes.len()),
            };
            bytes[at] ^= 1 << dice.below(8);
            format!("a bit of byte {at} of {}", log.len())
        };
        fallen.put("-wal", &bytes);
        let found = fallen.found();
        assert!(
            found.iter().any(|damage| matches!(
                damage,
                Found::Damage(Damage::Log) | Found::Noticed(Noticed::Older { .. })
            )),
            "{what} would lose a save that was acknowledged, and is found: {found:?}"
        );
    }
    let mut gone = Fallen::of(&practice).found();
    assert_eq!(gone, [], "without a fault, nothing is found after a fall");
    let fallen = Fallen::of(&practice);
    fs::remove_file(with(&fallen.path(), "-wal")).expect("the log can go");
    gone = fallen.found();
    assert!(
        matches!(gone.as_slice(), [Found::Noticed(Noticed::Older { .. })]),
        "a log that is gone: {gone:?}"
    );
}

#[test]
fn a_damaged_log_is_left_as_it_is() {
    let mut practice = Practice::new();
    practice.restart();
    for name in ["Arkwright", "Bell", "Corbett", "Dorrit"] {
        practice.client(name);
    }
    let fallen = Fallen::of(&practice);
    let mut log = fallen.read("-wal").expect("what was saved is in the log");
    // Into the second of the four saves.
    let middle = log.len() / 2 - PAGE;
    log[middle] ^= 1;
    fallen.put("-wal", &log);
    let before = (fallen.read(""), fallen.read("-wal"));
    let error = fallen.open().map(drop).expect_err("saves that were acknowledged would be gone");
    assert!(matches!(&error, LedgerError::Broken { damage: Damage::Log, .. }), "{error}");
    let key = vault::load_or_create(&fallen.path()).expect("the key is there");
    let ledger = Ledger::open_read_only(&fallen.path(), &key).expect("what is whole can be read");
    let names: Vec<String> = ledger
        .reader()
        .all::<Client>()
        .expect("it can be read")
        .into_iter()
        .map(|kept| kept.record.name)
        .collect();
    assert!(
        names.len() < 4 && names.contains(&"Arkwright".to_owned()),
        "the saves before the damage: {names:?}"
    );
    drop(ledger);
    assert_eq!((fallen.read(""), fallen.read("-wal")), before, "neither the file nor the log was touched");

    let kept = kindly_ledger::cut_log(&fallen.path()).expect("it can be cut");
    assert_eq!(fs::read(&kept).ok(), before.1, "the log is kept as it was");
    let ledger = fallen.open().expect("what is left is whole");
    assert_eq!(
        ledger.reader().all::<Client>().expect("it can be read").len(),
        names.len(),
        "nothing more is lost"
    );
    drop(ledger);
    let found = fallen.found();
    let told = matches!(found.as_slice(), [Found::Noticed(Noticed::Older { seen_seq: 4, .. })]);
    assert!(told, "and what is lost is still told: {found:?}");
}

#[test]
fn a_save_that_the_power_cut_short_is_no_damage() {
    let mut practice = Practice::new();
    practice.restart();
    practice.client("Arkwright");
    let seen = Fallen::of(&practice);
    practice.client("Bell");
    let later = Fallen::of(&practice);
    let (short, long) = (
        seen.read("-wal").expect("the first save is in the log"),
        later.read("-wal").expect("and the second"),
    );
    // Not yet acknowledged: what was noted is the save before. Its frames came in any order, or in part.
    for torn in [short.len() + 10, short.len() + 24 + PAGE, long.len() - 1] {
        seen.put("-wal", &long[..torn]);
        assert_eq!(seen.found(), [], "{torn} bytes of the log");
        seen.put("-wal", &short);
        seen.put("", &later.read("").expect("the file is there"));
    }
    let mut holes = long.clone();
    holes[short.len() + 24..short.len() + 24 + PAGE].fill(0);
    seen.put("-wal", &holes);
    assert_eq!(seen.found(), [], "a frame that did not reach the disk");
}

#[test]
fn damage_while_the_ledger_is_open_is_found() {
    let mut practice = practice();
    practice.restart();
    practice.client("Bell");
    practice.client("Corbett");
    let mut log = fs::read(with(&practice.path(), "-wal")).expect("what was saved is in the log");
    let last = log.len() - 100;
    log[last] ^= 1;
    fs::write(with(&practice.path(), "-wal"), log).expect("it can be written");
    let found = practice.ledger().check().expect("damage is an answer");
    assert!(found.contains(&Damage::Log), "the last save is not whole any more: {found:?}");
}

#[test]
fn a_wrong_key_and_a_damaged_beginning_are_two_answers() {
    let mut practice = practice();
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    for at in [0, 15, 16, 100, 4_095] {
        let fallen = Fallen::of(&practice);
        let mut bytes = whole.clone();
        bytes[at] ^= 0x80;
        fallen.put("", &bytes);
        assert_eq!(fallen.found(), [Found::Damage(Damage::FirstPage)], "byte {at}: the key is right");
    }
    let other = Practice::new();
    let fallen = Fallen::of(&practice);
    fs::copy(vault::key_path(&other.path()), vault::key_path(&fallen.path())).expect("another's key");
    drop(fs::remove_file(with(&fallen.path(), ".keys.sha256")));
    let error = fallen.open().map(drop).expect_err("the key is wrong");
    assert!(matches!(error, LedgerError::WrongKey { .. }), "{error}");
}

#[test]
fn a_ledger_that_is_gone_is_not_made_anew() {
    let mut practice = practice();
    practice.close();
    let fallen = Fallen::of(&practice);
    fallen.put("", &[]);
    let found = fallen.found();
    assert!(matches!(found.as_slice(), [Found::Damage(Damage::Emptied { .. })]), "of no bytes: {found:?}");
    fs::remove_file(fallen.path()).expect("it can go");
    let found = fallen.found();
    assert!(matches!(found.as_slice(), [Found::Damage(Damage::Emptied { .. })]), "not there: {found:?}");
    assert!(!fallen.path().exists(), "and none was made in its place");
}

#[test]
fn nothing_is_written_to_a_ledger_that_is_read_only() {
    let mut practice = practice();
    let at = practice.at;
    practice.undo();
    practice.close();
    let key = vault::load_or_create(&practice.path()).expect("the key is there");
    let before = fs::read(practice.path()).expect("the file is there");
    let mut ledger = Ledger::open_read_only(&practice.path(), &key).expect("it can be read");
    let arkwright = ledger.reader().all::<Client>().expect("it can be read").remove(0).id;
    let refused = |result: Result<(), LedgerError>, what: &str| {
        let error = result.expect_err(what);
        assert!(matches!(error, LedgerError::ReadOnly), "{what}: {error}");
    };
    let id = uuid::Uuid::from_u128(1).into();
    refused(ledger.transact(at, label("add"), |changes| changes.insert(id, &client("Bell"))), "a use case");
    refused(ledger.undo(at).map(drop), "undo");
    refused(ledger.redo(at).map(drop), "redo");
    refused(ledger.take_back(at, 2, label("back")), "taking back");
    refused(ledger.erase_client(at, arkwright, label("erase")).map(drop), "erasing");
    let nothing = kindly_ledger::Forget::default();
    let forgotten = ledger.forget(at, label("forget"), nothing, |_| Ok::<_, LedgerError>(()));
    refused(forgotten.map(drop), "forgetting");
    assert!(ledger.is_read_only(), "and it says so");
    assert!(!ledger.reader().all::<Letter>().expect("it can be read").is_empty(), "reading goes on");
    assert_eq!(ledger.check().expect("it can be checked"), [], "and so does the check");
    drop(ledger);
    assert_eq!(fs::read(practice.path()).expect("the file is there"), before, "not a byte has changed");
    assert_eq!(
        fs::metadata(with(&practice.path(), "-wal")).map_or(0, |log| log.len()),
        0,
        "nor was any logged"
    );
}

#[test]
fn a_damaged_ledger_is_read_as_far_as_it_is_whole() {
    let mut practice = practice();
    let original = kinds::records(practice.ledger().reader());
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    let key = vault::load_or_create(&practice.path()).expect("the key is there");
    for page in (1..whole.len() / PAGE).step_by(5) {
        let mut bytes = whole.clone();
        bytes[page * PAGE + 50] ^= 1;
        fs::write(practice.path(), &bytes).expect("the file can be written");
        let ledger = Ledger::open_read_only(&practice.path(), &key).expect("it opens, whatever is damaged");
        for (place, record) in &original {
            match ledger.reader().record(place.0, place.1) {
                Ok(Some(found)) => {
                    assert_eq!(found, *record, "page {}: what is read is what was there", page + 1);
                }
                // Read from what was saved of it.
                Ok(None) => {
                    assert_ne!(
                        ledger.check().expect("it can be checked"),
                        [],
                        "it says that some is missing"
                    );
                }
                Err(LedgerError::Damaged) => {}
                Err(error) => panic!("page {}: {error}", page + 1),
            }
        }
        drop(ledger);
        assert_eq!(fs::read(practice.path()).expect("the file is there"), bytes, "not a byte has changed");
    }
}

#[test]
fn what_was_only_just_begun_is_no_damage() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let refused = practice.try_run("import", |changes| {
        let mut ids = kindly_records::IdSource::seeded(3, chrono::DateTime::UNIX_EPOCH);
        for _ in 0..5_000 {
            changes.insert::<kindly_records::CheckIn>(
                ids.next(),
                &check_in(arkwright, "2026-01-01", &"fine ".repeat(200)),
            )?;
        }
        Err::<(), _>(LedgerError::NoRandomness)
    });
    assert!(refused.is_err(), "the import is given up");
    practice.client("Bell");
    assert_eq!(
        practice.ledger().check().expect("it can be checked"),
        [],
        "what was given up leaves no trace"
    );
    assert_eq!(Fallen::of(&practice).found(), [], "nor after a fall");
}
