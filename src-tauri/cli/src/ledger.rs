//! Which ledger is opened, and when one is made.
use std::{
    fs,
    path::{Path, PathBuf},
};

use kindly_practice::{
    Practice,
    read::read_limited,
    safety::{self, Secret},
};
use zeroize::Zeroizing;

use crate::error::CliError;

/// The ledger that was named, if any, and the file with what opens it.
#[derive(Debug)]
pub(crate) struct Named {
    ledger: Option<PathBuf>,
    secret: Option<PathBuf>,
}

impl Named {
    pub(crate) fn new(ledger: Option<PathBuf>, secret: Option<PathBuf>) -> Self {
        Self { ledger, secret }
    }

    /// What opens it, where that was named.
    pub(crate) fn secret(&self) -> Result<Option<Secret>, CliError> {
        self.secret.as_deref().map(|file| Ok(safety::any_secret(first_line(file)?.to_string()))).transpose()
    }

    /// The file with what opens it.
    pub(crate) fn secret_file(&self) -> Option<&Path> {
        self.secret.as_deref()
    }

    /// Its path.
    pub(crate) fn path(&self) -> Result<&Path, CliError> {
        self.ledger.as_deref().ok_or(CliError::NoLedger)
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
        Ok(Practice::open_with(self.path()?, self.secret()?.as_ref())?)
    }

    /// Opens it, and makes it where it is not there.
    pub(crate) fn open_or_make(&self) -> Result<Practice, CliError> {
        Ok(Practice::open_with(self.path()?, self.secret()?.as_ref())?)
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

/// Longer than anybody types a passphrase.
const LONGEST_SECRET: usize = 1 << 16;

/// The first line of a file, which is a secret: wiped from memory when it is let go.
pub(crate) fn first_line(file: &Path) -> Result<Zeroizing<String>, CliError> {
    let text = Zeroizing::new(read_text(file, LONGEST_SECRET)?);
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

/// Reads a file of at most `limit` bytes as text.
pub(crate) fn read_text(file: &Path, limit: usize) -> Result<String, CliError> {
    let text = String::from_utf8(read_bytes(file, limit)?)
        .map_err(|_| CliError::NotText { file: file.to_owned() })?;
    // Some editors begin a text with a mark of its encoding.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Reads a file of at most `limit` bytes.
pub(crate) fn read_bytes(file: &Path, limit: usize) -> Result<Vec<u8>, CliError> {
    Ok(read_limited(file, limit)?)
}
