//! One window for one ledger.
use std::{
    fs::{File, TryLockError},
    path::Path,
};

use crate::{LedgerError, store::lock::open_private, vault::with_suffix};

/// The right to be the window of a ledger, by a lock on `FILE.window.lock`. It ends when it is dropped, or when its
/// process ends in whatever way.
///
/// It holds where there is no session bus that could bring the first window to the front. Those without a window, such
/// as a command line, do not ask for it.
#[derive(Debug)]
pub struct InstanceLock {
    _file: File,
}

impl InstanceLock {
    /// Takes the right for a ledger, which need not exist yet.
    ///
    /// # Errors
    /// [`LedgerError::AlreadyOpen`] where another window has it, [`LedgerError::File`] where the lock cannot be made.
    pub fn take(ledger: &Path) -> Result<Self, LedgerError> {
        let path = with_suffix(ledger, ".window.lock");
        let file = open_private(&path).map_err(LedgerError::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LedgerError::AlreadyOpen),
            Err(TryLockError::Error(error)) => Err(LedgerError::file(&path)(error)),
        }
    }
}
