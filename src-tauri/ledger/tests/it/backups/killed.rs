//! A restore that is killed leaves the old ledger or the new one, whole.
use std::{
    env, fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use kindly_ledger::{
    Keyring, Ledger,
    backup::{self, Backup, Why},
    copies::seen,
    vault,
};
use tempfile::TempDir;

use super::{Dice, back_up, dump_of, keyring, long, renewed, whole};
use crate::{
    builders::{Practice, open_bare},
    dump::Dump,
};

/// Set for a process that the tests below start: the ledger that it restores to, the folder with the backup, and at
/// which question whether to go on it ends, as if the power had failed.
const LEDGER: &str = "KINDLY_TEST_RESTORES";
const FOLDER: &str = "KINDLY_TEST_RESTORES_FROM";
const ENDS: &str = "KINDLY_TEST_RESTORE_ENDS";

/// How often it is killed, by each way.
fn kills() -> usize {
    if long() { 250 } else { 26 }
}

/// A ledger that was not closed, with saves in its log alone, and a backup from before.
struct Scene {
    practice: Practice,
    folder: PathBuf,
    files: Vec<(&'static str, Vec<u8>)>,
    old: Dump,
    new: Dump,
}

const BESIDE: [&str; 4] = ["", "-wal", ".seen", ".key"];

impl Scene {
    fn new() -> Self {
        let mut practice = Practice::new();
        let arkwright = practice.client("Arkwright");
        practice.one_of_each(arkwright, "They said so.");
        practice.run("keep", |changes| changes.put_blob(&vec![7; 900_000]));
        back_up(&practice, Why::Timer);
        let new = dump_of(&practice.bare());
        practice.restart();
        for name in ["Bell", "Corbett", "Dorrit"] {
            practice.client(name);
        }
        let folder = super::folder(&practice);
        Self::of(practice, folder, new)
    }

    /// The same, once the ledger has a new key, which opens the backup no more.
    fn under_a_new_key() -> Self {
        let mut practice = Practice::new();
        let arkwright = practice.client("Arkwright");
        practice.one_of_each(arkwright, "They said so.");
        practice.run("keep", |changes| changes.put_blob(&vec![7; 900_000]));
        let made = back_up(&practice, Why::BeforeNewKey);
        let new = dump_of(&practice.bare());
        practice.close();
        let (ring, key) = renewed(&keyring(&practice));
        backup::restore(&practice.path(), &made, &ring, &mut |_| true).expect("nothing stands in its way");
        let earlier = fs::read_to_string(vault::key_path(&practice.path())).expect("it is there");
        fs::write(vault::key_path(&practice.path()), format!("{key}\n{earlier}")).expect("it can be written");
        practice.open();
        practice.client("Bell");
        let folder = super::folder(&practice);
        Self::of(practice, folder, new)
    }

    /// While it is open, what was saved last is in its log alone.
    fn of(practice: Practice, folder: PathBuf, new: Dump) -> Self {
        let files =
            BESIDE.map(|suffix| (suffix, fs::read(with(&practice.path(), suffix)).expect("it is there")));
        assert!(!files[1].1.is_empty(), "there are saves in the log alone");
        let old = dump_of(&open_bare_first(&practice.path()));
        assert_ne!(old, new, "the two can be told apart");
        Self { practice, folder, files: files.into(), old, new }
    }

    /// The ledger as it lay there, in a folder of its own.
    fn again(&self) -> (TempDir, PathBuf) {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        for (suffix, bytes) in &self.files {
            fs::write(with(&path, suffix), bytes).expect("the folder is ours");
        }
        (folder, path)
    }

    fn backup(&self) -> Backup {
        whole(&self.folder).remove(0)
    }

    /// A process that restores, and ends where it is told so.
    fn start(&self, test: &str, ledger: &Path, ends: usize) -> Child {
        Command::new(env::current_exe().expect("this is a program"))
            .args(["--exact", &format!("backups::killed::{test}"), "--nocapture"])
            .env(LEDGER, ledger)
            .env(FOLDER, &self.folder)
            .env(ENDS, ends.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts")
    }

    /// Which of the two the ledger is, after all that was whole about it is.
    fn found(&self, path: &Path, what: &str) -> Found {
        let ring = vault::load_or_create(path).expect("its keys lie beside it");
        let ledger = Ledger::open(path, &ring).unwrap_or_else(|error| panic!("{what}, it opens: {error}"));
        assert_eq!(
            ledger.quick_check().expect("it can be checked"),
            [],
            "{what}, nothing shows at the start"
        );
        assert_eq!(ledger.check().expect("it can be checked"), [], "{what}, all of it is whole");
        assert_eq!(ledger.key_id(), ring.current().id(), "{what}, under the current key");
        let noticed = seen::noticed(path, &ledger).expect("it can be read");
        assert_eq!(noticed, None, "{what}, it is not taken for an older one");
        drop(ledger);
        match dump_of(&open_bare_first(path)) {
            dump if dump == self.old => Found::Old,
            dump if dump == self.new => Found::New,
            _ => panic!("{what}, it is neither the old one nor the new one"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Old,
    New,
}

/// By the first of the keys beside it.
fn open_bare_first(path: &Path) -> rusqlite::Connection {
    let keys = fs::read_to_string(vault::key_path(path)).expect("the keys lie beside it");
    let first = keys.lines().next().expect("there is one").to_owned();
    fs::write(vault::key_path(path), first).expect("it can be written");
    let opened = open_bare(path);
    fs::write(vault::key_path(path), keys).expect("it can be written");
    opened
}

fn with(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// What the processes do that are killed: a sign at each question, and an end at one of them.
fn restore_until_it_ends() -> bool {
    let (Some(ledger), Some(folder)) = (env::var_os(LEDGER), env::var_os(FOLDER)) else { return false };
    let ends: usize = env::var(ENDS).expect("it is told").parse().expect("a number");
    let ledger = PathBuf::from(ledger);
    let ring: Keyring = vault::load_or_create(&ledger).expect("its keys lie beside it");
    let backup = whole(Path::new(&folder)).remove(0);
    let mut asked = 0;
    let mut told = |_| {
        asked += 1;
        // Whoever counts may be gone.
        let _ = std::io::stderr().write_all(b".");
        if asked == ends {
            std::process::abort();
        }
        true
    };
    backup::restore(&ledger, &backup, &ring, &mut told).expect("nothing stands in its way");
    true
}

fn killed_at_every_stage(scene: &Scene, test: &str) {
    let (_folder, path) = scene.again();
    let mut asked = 0;
    let ring = vault::load_or_create(&path).expect("its keys lie beside it");
    let mut told = |_| {
        asked += 1;
        true
    };
    backup::restore(&path, &scene.backup(), &ring, &mut told).expect("nothing stands in its way");
    assert_eq!(scene.found(&path, "not killed"), Found::New, "it is restored");
    assert!(asked > 20, "it asks often enough to be stopped anywhere: {asked} times");

    let (mut old, mut new) = (0, 0);
    let mut count = |found| match found {
        Found::Old => old += 1,
        Found::New => new += 1,
    };
    // Half of them spread over all of it, half where files are replaced, which is at the end.
    for turn in 0..kills() {
        let ends = if turn % 2 == 0 { 1 + turn * (asked - 1) / kills() } else { asked - (turn / 2) % 8 };
        let (_folder, path) = scene.again();
        let status = scene.start(test, &path, ends).wait().expect("it ends");
        assert!(!status.success(), "it ended at question {ends} of {asked}");
        count(scene.found(&path, &format!("ended at question {ends} of {asked}")));
        // Whatever was left half done, it can be done again.
        backup::restore(&path, &scene.backup(), &ring, &mut |_| true).expect("and once more");
        assert_eq!(scene.found(&path, "restored again"), Found::New, "it is restored");
        let beside: Vec<String> = names_beside(&path);
        assert!(beside.iter().all(|name| !name.contains(".draft-")), "nothing half done is left: {beside:?}");
    }
    let mut dice = Dice(51);
    for _ in 0..kills() {
        let (_folder, path) = scene.again();
        let signs = 1 + dice.below(asked);
        let mut process = scene.start(test, &path, usize::MAX);
        let mut out = process.stderr.take().expect("it is piped");
        let mut heard = 0;
        let mut sign = [0];
        while heard < signs && out.read(&mut sign).expect("it can be read") == 1 {
            heard += usize::from(sign == *b".");
        }
        // Wherever it is by now: it may even be done.
        process.kill().expect("it can be killed");
        process.wait().expect("it ends");
        count(scene.found(&path, &format!("killed after question {signs} of {asked}")));
    }
    assert!(old > 5 && new > 2, "both were found: {old} times the old one, {new} times the new one");
}

fn names_beside(path: &Path) -> Vec<String> {
    fs::read_dir(path.parent().expect("it lies in a folder"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_restore_that_is_killed_leaves_the_old_or_the_new_one() {
    if restore_until_it_ends() {
        return;
    }
    let scene = Scene::new();
    killed_at_every_stage(&scene, "a_restore_that_is_killed_leaves_the_old_or_the_new_one");
    drop(scene.practice);
}

#[test]
fn a_restore_from_an_earlier_key_that_is_killed_leaves_the_old_or_the_new_one() {
    if restore_until_it_ends() {
        return;
    }
    let scene = Scene::under_a_new_key();
    killed_at_every_stage(
        &scene,
        "a_restore_from_an_earlier_key_that_is_killed_leaves_the_old_or_the_new_one",
    );
    drop(scene.practice);
}

#[test]
fn a_restore_that_is_stopped_leaves_the_old_one() {
    let scene = Scene::new();
    let (_folder, path) = scene.again();
    let ring = vault::load_or_create(&path).expect("its keys lie beside it");
    for stop in [0, 1, 5, 25] {
        let mut questions = 0;
        let mut told = |_| {
            questions += 1;
            questions <= stop
        };
        let result = backup::restore(&path, &scene.backup(), &ring, &mut told);
        assert!(matches!(result, Err(kindly_ledger::LedgerError::Stopped)), "{result:?}");
        assert_eq!(scene.found(&path, "stopped"), Found::Old, "stopped at question {stop}, it is as it was");
        let beside = names_beside(&path);
        assert!(beside.iter().all(|name| !name.contains(".draft-")), "nothing is left: {beside:?}");
    }
}

#[test]
fn a_log_that_cannot_be_read_is_kept_when_its_ledger_is_replaced() {
    let scene = Scene::new();
    let (_folder, path) = scene.again();
    let log = with(&path, "-wal");
    let mut bytes = fs::read(&log).expect("it is there");
    // In the first of the saves.
    bytes[2_000] ^= 1;
    fs::write(&log, &bytes).expect("it can be written");
    let ring = vault::load_or_create(&path).expect("its keys lie beside it");
    assert!(Ledger::open(&path, &ring).is_err(), "it does not open any more");
    let aside = backup::set_aside(&path, scene.practice.at).expect("it can be kept").expect("there is one");
    assert_eq!(fs::read(aside.join("practice.kindly-wal")).ok(), Some(bytes.clone()), "as it was found");
    assert_eq!(fs::read(aside.join("practice.kindly")).ok(), fs::read(&path).ok(), "with its ledger");
    assert!(aside.join("practice.kindly.key").exists(), "and what opens it");
    backup::restore(&path, &scene.backup(), &ring, &mut |_| true).expect("damage does not stand in its way");
    assert_eq!(scene.found(&path, "restored"), Found::New, "it is restored");
    let kept = fs::read_dir(aside.parent().expect("it lies in a folder")).expect("it can be read").count();
    assert_eq!(kept, 2, "the log was kept once more before it was taken away");
}

#[test]
fn what_is_no_ledger_any_more_is_replaced() {
    let scene = Scene::new();
    for what in ["gone", "empty", "garbage"] {
        let (_folder, path) = scene.again();
        let ring = vault::load_or_create(&path).expect("its keys lie beside it");
        match what {
            "gone" => fs::remove_file(&path).expect("it is there"),
            "empty" => fs::write(&path, "").expect("it can be written"),
            _ => fs::write(&path, vec![9; 50_000]).expect("it can be written"),
        }
        backup::restore(&path, &scene.backup(), &ring, &mut |_| true)
            .unwrap_or_else(|error| panic!("the ledger is {what}: {error}"));
        assert_eq!(scene.found(&path, what), Found::New, "the ledger was {what}");
    }
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let nothing = backup::set_aside(&folder.path().join("practice.kindly"), scene.practice.at);
    assert_eq!(nothing.expect("it can be looked at"), None, "where there is nothing, nothing is kept");
}
