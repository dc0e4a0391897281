//! Who may have a ledger open, and who may be its window.
use std::{env, fs, path::Path, process::Command};

use kindly_ledger::{InstanceLock, Ledger, LedgerError, vault};
use kindly_records::Client;
use tempfile::TempDir;

use crate::builders::Practice;

#[test]
fn one_window_at_a_time() {
    let practice = Practice::new();
    let first = InstanceLock::take(&practice.path()).expect("nobody has it");
    let second = InstanceLock::take(&practice.path()).map(drop).expect_err("the first has it");
    assert!(matches!(second, LedgerError::AlreadyOpen), "{second}");
    practice.try_open().expect("what has no window may open the ledger all the same");
    drop(first);
    InstanceLock::take(&practice.path()).expect("with the first it ended");
}

#[test]
fn another_ledger_has_another_window() {
    let (one, other) = (Practice::new(), Practice::new());
    let _first = InstanceLock::take(&one.path()).expect("nobody has it");
    InstanceLock::take(&other.path()).expect("nobody has this one");
}

/// Set for a process that the test below starts: which ledger it opens.
const CHILD: &str = "KINDLY_TEST_OPENS";

#[test]
fn four_processes_make_one_ledger_at_once() {
    if let Some(path) = env::var_os(CHILD) {
        return open_with_the_others(Path::new(&path));
    }
    for _ in 0..5 {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let start = || {
            Command::new(env::current_exe().expect("this is a program"))
                .args(["--exact", "instance::four_processes_make_one_ledger_at_once", "--nocapture"])
                .env(CHILD, &path)
                .output()
        };
        let answers = std::thread::scope(|scope| {
            let processes: Vec<_> = (0..4).map(|_| scope.spawn(start)).collect();
            processes.into_iter().map(|process| process.join().expect("it ends")).collect::<Vec<_>>()
        });
        for answer in answers {
            let answer = answer.expect("it starts");
            let told = String::from_utf8_lossy(&answer.stdout) + String::from_utf8_lossy(&answer.stderr);
            assert!(answer.status.success(), "each of them opens the ledger: {told}");
        }
        let key = vault::load_or_create(&path).expect("one of them made it");
        let ledger = Ledger::open(&path, &key).expect("it is whole");
        assert_eq!(ledger.reader().all::<Client>().expect("it can be read").len(), 4, "each of them saved");
        assert_eq!(ledger.check().expect("it can be checked"), [], "and nothing is damaged");
    }
}

fn open_with_the_others(path: &Path) {
    let key = vault::load_or_create(path).expect("one of them makes it, the others read it");
    let mut ledger = Ledger::open(path, &key).expect("one of them makes it, the others open it");
    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let id = uuid::Uuid::new_v4().into();
    let label = crate::builders::label("add");
    ledger
        .transact(at, label, |changes| changes.insert(id, &crate::builders::client("Arkwright")))
        .expect("they save by turns");
}

#[test]
fn what_lies_beside_a_ledger_is_for_its_owner_alone() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let _window = InstanceLock::take(&practice.path()).expect("nobody has it");
    for suffix in [".lock", ".window.lock", ".seen"] {
        let mut name = practice.path().into_os_string();
        name.push(suffix);
        let found = fs::metadata(&name).expect("it is there");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(found.permissions().mode() & 0o777, 0o600, "{suffix} is for its owner alone");
        }
        assert!(found.len() < 1_000, "{suffix} holds next to nothing");
    }
}
