//! Who has a ledger open: a lock on `FILE.lock`, shared by all who have it open and held alone by whoever replaces
//! the file or lays it out.
//!
//! `SQLite`'s own locks serve those who read and write one file; they say nothing to somebody who puts another file in
//! its place. The system lets go of the lock when a process ends, however it ends, so that nothing must be tidied up.
use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::Path,
    time::Duration,
};

use crate::{LedgerError, vault::with_suffix};

/// How often a lock is asked for before somebody else is said to hold it, and how long lies between: ten seconds in
/// all. Whoever lays a new ledger out, or brings an old one up, is done by then.
const TURNS: u32 = 500;
const PAUSE: Duration = Duration::from_millis(20);

/// A lock that is held; dropping it lets it go.
#[derive(Debug)]
pub(crate) struct Held {
    file: File,
}

/// Says that a ledger is open. Any number may.
///
/// # Errors
/// [`LedgerError::InUse`] while somebody replaces the file, [`LedgerError::File`] where the lock cannot be made.
pub(crate) fn share(ledger: &Path) -> Result<Held, LedgerError> {
    hold(ledger, File::try_lock_shared)
}

/// Keeps everybody else from opening a ledger.
///
/// # Errors
/// [`LedgerError::InUse`] where somebody has it open, [`LedgerError::File`] where the lock cannot be made.
pub(crate) fn alone(ledger: &Path) -> Result<Held, LedgerError> {
    hold(ledger, File::try_lock)
}

impl Held {
    /// Lets the others in again, and stays itself.
    pub(crate) fn share(self, ledger: &Path) -> Result<Self, LedgerError> {
        self.file.lock_shared().map_err(LedgerError::file(&with_suffix(ledger, SUFFIX)))?;
        Ok(self)
    }
}

const SUFFIX: &str = ".lock";

fn hold(ledger: &Path, lock: fn(&File) -> Result<(), TryLockError>) -> Result<Held, LedgerError> {
    let path = with_suffix(ledger, SUFFIX);
    let file = open_private(&path).map_err(|error| lock_failed(ledger, &path, error))?;
    for turn in 1.. {
        match lock(&file) {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if turn < TURNS => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(LedgerError::InUse),
            Err(TryLockError::Error(error)) => return Err(LedgerError::file(&path)(error)),
        }
    }
    Ok(Held { file })
}

/// Opens a file that only its owner may read, and makes it where it is not there.
pub(crate) fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What cannot be made beside a ledger whose folder is not there is the ledger itself.
fn lock_failed(ledger: &Path, lock: &Path, error: io::Error) -> LedgerError {
    let named = if error.kind() == io::ErrorKind::NotADirectory || error.kind() == io::ErrorKind::NotFound {
        ledger
    } else {
        lock
    };
    LedgerError::file(named)(error)
}
