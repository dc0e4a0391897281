//! Protecting a ledger: a new key, two wraps around it, and the file written anew under it.
//!
//! The key that lay in the clear may have been copied by anybody, so it must not open the ledger any more. Each step
//! leaves a ledger that opens: until the file is swapped with what opened it before, from then on with the secrets.
use std::{fs, path::Path};

use age::secrecy::SecretString;

use super::{Keyring, RecoveryCode, key_path, passphrase_path, recovery_path, reencrypt, sums, wrap};
use crate::{
    LedgerError,
    files::{draft_of, moment, remove_drafts},
    store::{fit, lock},
};

/// Protects a ledger that nobody has open, or gives a protected one a new key. The ring that is returned has the new key
/// in front, and behind it those that open earlier backups.
///
/// # Errors
/// [`LedgerError::Stopped`], [`LedgerError::InUse`], and what the disk refuses: the ledger opens as before then.
pub fn protect(
    ledger: &Path,
    keyring: &Keyring,
    passphrase: &SecretString,
    code: &RecoveryCode,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Keyring, LedgerError> {
    let alone = lock::alone(ledger)?;
    remove_drafts(ledger);
    let renewed = keyring.with_new_key()?;
    let old = fit::key_that_fits(ledger, keyring.keys())?;
    // All that takes long or may run out of room comes first: nothing that is in use has changed by then.
    let wrapped = wrap::wrap(&renewed, passphrase, wrap::PASSPHRASE_WORK)?;
    let recovery = wrap::wrap(&renewed, &code.secret(), wrap::CODE_WORK)?;
    let draft = draft_of(ledger);
    moment();
    reencrypt::reencrypt(ledger, old, &draft, renewed.current(), told)?;
    moment();
    let files = [(recovery_path(ledger), recovery), (passphrase_path(ledger), wrapped)];
    let before = files.each_ref().map(|(path, _)| fs::read(path).ok());
    // The new ring opens the old file as well, so that the secrets may be there before the file is.
    let swapped = files
        .iter()
        .try_for_each(|(path, new)| sums::write(ledger, path, new))
        .and_then(|()| reencrypt::swap_in(ledger, &draft));
    // Where the name alone could not be brought to the disk, the secrets open what stands there, whichever it is.
    if draft.exists() {
        reencrypt::remove(&draft);
        // Whoever is told that it failed goes on with the secrets of before.
        for ((path, _), before) in files.iter().zip(before) {
            match before {
                Some(old) => sums::write(ledger, path, &old)?,
                None => sums::remove(ledger, path)?,
            }
        }
        swapped?;
    }
    // From here on the secrets open it; a bare key that stays after a stop is removed at the next opening.
    sums::remove(ledger, &key_path(ledger))?;
    drop(alone);
    Ok(renewed)
}

#[cfg(test)]
mod tests;
