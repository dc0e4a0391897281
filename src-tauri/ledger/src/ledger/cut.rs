//! Going on without the end of a damaged log.
use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::{
    LedgerError,
    store::{lock, log::Log},
    vault::{create_private, with_suffix},
};

/// Cuts the log of a ledger behind its last whole save, so that the ledger opens again without what stood behind, and
/// keeps the log as it was in a file beside it (`FILE.log-1`), whose path is returned. What is lost was acknowledged
/// once: the ledger is [older](crate::copies::seen::Noticed::Older) than what was seen, until that is accepted.
///
/// # Errors
/// [`LedgerError::InUse`] where the ledger is open, [`LedgerError::File`] where the log cannot be copied or cut.
pub fn cut_log(ledger: &Path) -> Result<PathBuf, LedgerError> {
    let _alone = lock::alone(ledger)?;
    let path = with_suffix(ledger, "-wal");
    let failed = || LedgerError::file(&path);
    let (mut log, found) = Log::beside(ledger)
        .and_then(|log| log.ok_or_else(|| io::Error::from(ErrorKind::NotFound)))
        .map_err(failed())?;
    let (copy, mut file) = free_name(ledger)?;
    io::copy(&mut log, &mut file).and_then(|_| file.sync_all()).map_err(LedgerError::file(&copy))?;
    let cut = OpenOptions::new().write(true).open(&path);
    cut.and_then(|log| log.set_len(found.end()).and_then(|()| log.sync_all())).map_err(failed())?;
    Ok(copy)
}

fn free_name(ledger: &Path) -> Result<(PathBuf, fs::File), LedgerError> {
    let mut turn = 1;
    loop {
        let copy = with_suffix(ledger, &format!(".log-{turn}"));
        match create_private(&copy) {
            Ok(file) => return Ok((copy, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => turn += 1,
            Err(error) => return Err(LedgerError::file(&copy)(error)),
        }
    }
}
