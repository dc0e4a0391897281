//! Which key a file is encrypted with, found out without opening it.
use std::{io::ErrorKind, path::Path};

use super::pages::{Fit, Pages};
use crate::{LedgerError, LedgerKey};

/// The first of the keys that opens the ledger, also where its first page is damaged but for the key; where there is no
/// file yet, or nothing in it, the first one.
///
/// # Errors
/// [`LedgerError::WrongKey`].
pub(crate) fn key_that_fits<'keys>(
    ledger: &Path,
    keys: &'keys [LedgerKey],
) -> Result<&'keys LedgerKey, LedgerError> {
    let first = keys.first().expect("whoever opens a ledger has a key");
    let mut pages = match Pages::open(ledger) {
        Ok(Some(pages)) => pages,
        Ok(None) if std::fs::metadata(ledger).is_ok_and(|found| found.len() == 0) => return Ok(first),
        Ok(None) => return Err(LedgerError::WrongKey { ledger: ledger.to_owned() }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(first),
        Err(error) => return Err(LedgerError::file(ledger)(error)),
    };
    for key in keys {
        match pages.fit(key).map_err(LedgerError::file(ledger))? {
            Fit::Opens(_) | Fit::FirstPage => return Ok(key),
            Fit::No => {}
        }
    }
    Err(LedgerError::WrongKey { ledger: ledger.to_owned() })
}

/// Whether one of the keys opens the ledger.
///
/// # Errors
/// [`LedgerError::File`] where it cannot be looked at.
pub(crate) fn fits(ledger: &Path, keys: &[LedgerKey]) -> Result<bool, LedgerError> {
    match key_that_fits(ledger, keys) {
        Ok(_) => Ok(true),
        Err(LedgerError::WrongKey { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}
