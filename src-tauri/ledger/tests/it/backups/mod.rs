//! Backups: made beside the work, thinned out, verified, restored.
use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use kindly_ledger::{
    Keyring, Ledger, LedgerKey,
    backup::{self, Backup, Listed, Source, Why},
    copies::seen,
    vault,
};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::{
    builders::{Practice, open_bare},
    dump::{Dump, RECORDS, rows},
};

mod damage;
mod keys;
mod killed;
mod killed_making;
mod making;
mod second;
mod thinning;
mod year;

/// Whether the long form of what takes time is asked for.
fn long() -> bool {
    std::env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long")
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

pub(crate) fn keyring(practice: &Practice) -> Keyring {
    vault::load_or_create(&practice.path()).expect("its keys lie beside it")
}

/// A backup of a practice beside it, now.
pub(crate) fn back_up(practice: &Practice, why: Why) -> Backup {
    back_up_at(practice, practice.at, why)
}

fn back_up_at(practice: &Practice, at: DateTime<Utc>, why: Why) -> Backup {
    let source = Source::new(&practice.path(), &keyring(practice));
    source.back_up(&folder(practice), at, why, "0.0.0", &mut |_| true).expect("a whole ledger is backed up")
}

pub(crate) fn folder(practice: &Practice) -> PathBuf {
    backup::folder_of(&practice.path())
}

/// The backups in a folder that are whole by their manifests, the newest first.
pub(crate) fn whole(folder: &Path) -> Vec<Backup> {
    let listed = backup::list(folder).expect("the folder can be read");
    listed
        .into_iter()
        .filter_map(|listed| match listed {
            Listed::Whole(backup) => Some(backup),
            Listed::Broken { .. } => None,
        })
        .collect()
}

/// The names of all files in a folder, those in its folders too, but for locks.
fn names(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|extension| extension != "lock") {
                let name = path.strip_prefix(folder).expect("it is in the folder");
                found.push(name.to_string_lossy().into_owned());
            }
        }
    }
    found.sort_unstable();
    found
}

fn dump_of(connection: &Connection) -> Dump {
    RECORDS.into_iter().map(|table| (table, rows(connection, table))).collect()
}

/// Another place with the same keys, to restore to.
struct Elsewhere {
    folder: TempDir,
}

impl Elsewhere {
    fn like(practice: &Practice) -> Self {
        let elsewhere = Self { folder: TempDir::new().expect("there is a folder for temporary files") };
        fs::copy(vault::key_path(&practice.path()), vault::key_path(&elsewhere.path()))
            .expect("the key lies beside the ledger");
        elsewhere
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("practice.kindly")
    }

    fn keyring(&self) -> Keyring {
        vault::load_or_create(&self.path()).expect("its keys lie beside it")
    }

    fn restore(&self, backup: &Backup) {
        backup::restore(&self.path(), backup, &self.keyring(), &mut |_| true)
            .unwrap_or_else(|error| panic!("{} is restored: {error}", backup.manifest.file));
    }

    /// What the ledger here holds, after it was opened and found whole.
    fn dump(&self) -> Dump {
        let ledger = Ledger::open(&self.path(), &self.keyring()).expect("it opens");
        assert_eq!(ledger.quick_check().expect("it can be checked"), [], "nothing shows at the start");
        assert_eq!(ledger.check().expect("it can be checked"), [], "all of it is whole");
        let noticed = seen::noticed(&self.path(), &ledger).expect("it can be read");
        assert_eq!(noticed, None, "it stands here on purpose");
        drop(ledger);
        dump_of(&open_bare(&self.path()))
    }
}

/// A ring with a key of its own in front of another's.
fn renewed(earlier: &Keyring) -> (Keyring, String) {
    let ring = Keyring::from(LedgerKey::from_bytes([0x5a; 32])).with_earlier(earlier);
    (ring, "5a".repeat(32))
}
