//! Backups: whole copies of a ledger, each with a manifest that says what it holds.
//!
//! They lie in a folder beside the ledger (`FILE-backups/`), and in a second place where the user chose one. A backup
//! is `MOMENT-xxxxxxxx.kindly`, encrypted as the ledger is, with `….kindly.json` beside it: without its manifest
//! nothing is a backup, and no manifest is written before its copy was checked. Nothing is ever changed in place: a
//! backup that is written anew gets a new name, and the old one goes after that. So whatever stops the computer, what
//! is listed as whole is whole.
//!
//! In `keys/` lie copies of the ledger's key files, so that a stick alone is enough; in `set-aside/` lie damaged ledgers
//! as they were found, which nothing here ever removes.
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::{LedgerError, vault::with_suffix};

mod copying;
mod erasure;
mod folder;
mod keys;
mod make;
mod manifest;
mod rekey;
mod restore;
mod rewrite;
mod second;
mod set_aside;
mod thinning;
mod verify;

pub use erasure::{ErasedFrom, erase_client, unfinished};
pub use folder::{list, remove};
pub use keys::{copy_keys, keyring, keys_are_protected};
pub use make::Source;
pub use manifest::{Manifest, Why};
pub use rekey::{reencrypt_all, remove_unprotected};
pub use restore::{restore, restore_with_keys};
pub use rewrite::{Rewritten, rewrite};
pub use second::{bring_up, copy_to};
pub use set_aside::set_aside;
pub use thinning::{thin, thin_out};
pub use verify::{Preview, open, verify};

/// A backup whose manifest is whole and whose file is there, as long as that says. [`verify`] reads all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// What it holds.
    pub manifest: Manifest,
    /// Its file.
    pub path: PathBuf,
}

/// What was found in a folder of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// A backup.
    Whole(Backup),
    /// What is none, or no more.
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// Where a ledger's backups lie: `FILE-backups/` beside `FILE`.
pub fn folder_of(ledger: &Path) -> PathBuf {
    with_suffix(ledger, "-backups")
}

/// Says how far the work is, and ends it where it is stopped.
fn go_on(told: &mut dyn FnMut(f64) -> bool, done: f64) -> Result<(), LedgerError> {
    if told(done.clamp(0.0, 1.0)) { Ok(()) } else { Err(LedgerError::Stopped) }
}

/// What the system says about a file that is written.
fn on_disk(path: &Path) -> impl FnOnce(std::io::Error) -> LedgerError {
    let path = path.to_owned();
    move |error| match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => LedgerError::DiskFull,
        _ => LedgerError::file(&path)(error),
    }
}

fn broken(backup: &Path, why: impl Into<String>) -> LedgerError {
    LedgerError::BackupBroken { backup: backup.to_owned(), why: why.into() }
}
