//! Which ledger is opened, and when one is made.
use std::{
    fs,
    path::{Path, PathBuf},
};

use kindly_practice::{Practice, PracticeError};

use crate::error::CliError;

/// The ledger that was named, if any.
#[derive(Debug)]
pub(crate) struct Named(Option<PathBuf>);

impl Named {
    pub(crate) fn new(ledger: Option<PathBuf>) -> Self {
        Self(ledger)
    }

    /// Its path.
    pub(crate) fn path(&self) -> Result<&Path, CliError> {
        self.0.as_deref().ok_or(CliError::NoLedger)
    }

    /// Whether it is there: a file of no bytes is a ledger that was only about to be made.
    pub(crate) fn is_there(&self) -> Result<bool, CliError> {
        Ok(fs::metadata(self.path()?).is_ok_and(|found| found.len() > 0))
    }

    /// Opens it; one that is not there is not made.
    pub(crate) fn open(&self) -> Result<Practice, CliError> {
        if !self.is_there()? {
            return Err(CliError::LedgerMissing { ledger: self.path()?.to_owned() });
        }
        Ok(Practice::open(self.path()?)?)
    }

    /// Opens it, and makes it where it is not there.
    pub(crate) fn open_or_make(&self) -> Result<Practice, CliError> {
        Ok(Practice::open(self.path()?)?)
    }
}

/// Refuses a file that would take the place of one of some others: written over the ledger it would be the last thing that
/// holds. `option` is what names another place.
pub(crate) fn keep_apart(out: &Path, others: &[&Path], option: &'static str) -> Result<(), CliError> {
    let Ok(there) = fs::canonicalize(out) else { return Ok(()) };
    if others.iter().any(|other| fs::canonicalize(other).is_ok_and(|other| other == there)) {
        return Err(CliError::Overwrites { out: out.to_owned(), option });
    }
    Ok(())
}

/// Reads a file as text.
pub(crate) fn read_text(file: &Path) -> Result<String, CliError> {
    let text =
        String::from_utf8(read_bytes(file)?).map_err(|_| CliError::NotText { file: file.to_owned() })?;
    // Some editors begin a text with a mark of its encoding.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Reads a file.
pub(crate) fn read_bytes(file: &Path) -> Result<Vec<u8>, CliError> {
    fs::read(file).map_err(|source| PracticeError::Read { file: file.display().to_string(), source }.into())
}
