//! The keys of a ledger, and how they are kept beside it.
//!
//! Without a passphrase they lie in a file of plain text: that protects nothing, and is there so that every ledger is
//! encrypted in the same way. With one they lie in two files in the age format, one opened by the passphrase, one by
//! the printed recovery code; checksums beside them tell a damaged file from a wrong passphrase.
use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use age::secrecy::SecretString;
use zeroize::Zeroizing;

mod key;
mod keyring;
mod protect;
mod recovery;
mod reencrypt;
mod sums;
mod traces;
mod wrap;

pub use key::LedgerKey;
pub use keyring::{KeyId, Keyring};
pub use protect::protect;
pub use recovery::RecoveryCode;

pub(crate) use crate::files::{create_private, sync_folder, with_suffix};
pub use reencrypt::reencrypt;
pub(crate) use reencrypt::{remove as remove_draft, swap_in};
pub(crate) use traces::without_traces;

use crate::{LedgerError, files::write_whole, store::fit};
use sums::Says;
use wrap::Closed;

/// Whether a passphrase is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// The keys lie in the clear: whoever can read the file can read the ledger.
    Unprotected,
    /// A passphrase or the recovery code opens them.
    Passphrase,
}

/// What opens the keys of a protected ledger.
#[derive(Debug, Clone)]
pub enum Secret {
    /// What the user chose.
    Passphrase(SecretString),
    /// What was printed.
    Recovery(RecoveryCode),
}

/// Where the keys of an unprotected ledger lie: `FILE.key` beside `FILE`.
pub fn key_path(ledger: &Path) -> PathBuf {
    with_suffix(ledger, ".key")
}

/// Where the keys lie that the passphrase opens.
pub(crate) fn passphrase_path(ledger: &Path) -> PathBuf {
    with_suffix(ledger, ".key.age")
}

/// Where the keys lie that the recovery code opens.
pub(crate) fn recovery_path(ledger: &Path) -> PathBuf {
    with_suffix(ledger, ".recovery.age")
}

/// The key files of a ledger that are there, with their checksums.
pub fn key_files(ledger: &Path) -> Vec<PathBuf> {
    wrapped_and_bare(ledger).into_iter().chain([sums::path(ledger)]).filter(|path| path.exists()).collect()
}

/// Where keys may lie.
fn wrapped_and_bare(ledger: &Path) -> [PathBuf; 3] {
    [key_path(ledger), passphrase_path(ledger), recovery_path(ledger)]
}

/// Whether a passphrase is asked for. What an interrupted protecting left behind does not count while the bare key
/// still opens the ledger.
///
/// # Errors
/// [`LedgerError::File`] where the ledger cannot be looked at.
pub fn protection(ledger: &Path) -> Result<Protection, LedgerError> {
    if !passphrase_path(ledger).exists() {
        return Ok(Protection::Unprotected);
    }
    let bare = fs::read(key_path(ledger)).ok().map(Zeroizing::new);
    match bare.and_then(|bytes| Keyring::from_text(&bytes)) {
        Some(keyring) if opens(ledger, &keyring)? => Ok(Protection::Unprotected),
        _ => Ok(Protection::Passphrase),
    }
}

/// Reads the keys of an unprotected ledger; makes a random one where neither the ledger nor its key exist.
///
/// # Errors
/// [`LedgerError::Protected`], [`LedgerError::KeyMissing`] for a ledger without its key,
/// [`LedgerError::KeyUnreadable`] for a key file that was altered, [`LedgerError::File`] where it cannot be written.
/// A whole key of another ledger shows when the ledger is opened, as [`LedgerError::WrongKey`].
pub fn load_or_create(ledger: &Path) -> Result<Keyring, LedgerError> {
    if protection(ledger)? == Protection::Passphrase {
        return Err(LedgerError::Protected { ledger: ledger.to_owned() });
    }
    let path = key_path(ledger);
    if let Some(keyring) = read_bare(ledger, &path)? {
        // A stop while it was made may have left a second copy of it, which would outlast its protecting.
        crate::files::remove_drafts(&path);
        // The same holds for the sums, once they stand: before, somebody may be about to give them their name.
        let sums = sums::path(ledger);
        if sums.exists() {
            crate::files::remove_drafts(&sums);
        }
        return Ok(keyring);
    }
    // A file of no bytes is a ledger that was about to be made when something stopped it.
    if fs::metadata(ledger).is_ok_and(|found| found.len() > 0) {
        return Err(LedgerError::KeyMissing { ledger: ledger.to_owned(), key: path });
    }
    let keyring = Keyring::random()?;
    match write_new(&path, &keyring) {
        Ok(()) => {
            // A stop at an earlier attempt may have left the draft of a key that was never in force.
            crate::files::remove_drafts(&path);
            sums::note(ledger, &path, keyring.to_text().as_bytes())?;
            Ok(keyring)
        }
        // Somebody else was faster: theirs is the key.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => read_bare(ledger, &path)?
            .ok_or_else(|| LedgerError::KeyMissing { ledger: ledger.to_owned(), key: path }),
        Err(source) => Err(LedgerError::File { path, source }),
    }
}

/// Opens the keys of a protected ledger.
///
/// # Errors
/// [`LedgerError::WrongPassphrase`], [`LedgerError::WrongRecoveryCode`]; [`LedgerError::KeyUnreadable`] for a file that
/// was altered, whatever the secret; [`LedgerError::KeyMissing`] for one that is not there.
pub fn unlock(ledger: &Path, secret: &Secret) -> Result<Keyring, LedgerError> {
    let (path, secret, wrong) = match secret {
        Secret::Passphrase(passphrase) => {
            (passphrase_path(ledger), passphrase.clone(), LedgerError::WrongPassphrase)
        }
        Secret::Recovery(code) => (recovery_path(ledger), code.secret(), LedgerError::WrongRecoveryCode),
    };
    let unreadable = |why: String| LedgerError::KeyUnreadable { key: path.clone(), why };
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(LedgerError::KeyMissing { ledger: ledger.to_owned(), key: path });
        }
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let says = sums::say(ledger, &path, &bytes);
    match wrap::unwrap(&bytes, &secret) {
        Ok(keyring) => {
            // It opened, so it is whole, whatever was said of it. A disk that takes nothing more keeps nobody out.
            let _ = sums::note(ledger, &path, &bytes);
            let _ = forget_bare(ledger, &keyring);
            Ok(keyring)
        }
        Err(Closed::WrongSecret) if says == Says::Other => {
            Err(unreadable("it is not what was written".to_owned()))
        }
        Err(Closed::WrongSecret) => Err(wrong),
        Err(Closed::Altered(why)) => Err(unreadable(why)),
    }
}

/// Wraps the same keys by another passphrase.
///
/// # Errors
/// What the disk refuses; the old one holds then.
pub fn rewrap(ledger: &Path, keyring: &Keyring, passphrase: &SecretString) -> Result<(), LedgerError> {
    let wrapped = wrap::wrap(keyring, passphrase, wrap::PASSPHRASE_WORK)?;
    sums::write(ledger, &passphrase_path(ledger), &wrapped)
}

/// Whether one of the keys is the ledger's; so it is where there is no ledger yet.
fn opens(ledger: &Path, keyring: &Keyring) -> Result<bool, LedgerError> {
    fit::fits(ledger, keyring.keys())
}

/// A bare key that stayed when protecting was stopped after the file was swapped opens nothing; it goes all the same.
fn forget_bare(ledger: &Path, keyring: &Keyring) -> Result<(), LedgerError> {
    let bare = key_path(ledger);
    let there = fs::metadata(ledger).is_ok_and(|found| found.len() > 0);
    if there && bare.exists() && fit::fits(ledger, &keyring.keys()[..1])? {
        sums::remove(ledger, &bare)?;
    }
    Ok(())
}

fn read_bare(ledger: &Path, path: &Path) -> Result<Option<Keyring>, LedgerError> {
    let unreadable = |why: String| LedgerError::KeyUnreadable { key: path.to_owned(), why };
    let bytes = match fs::read(path).map(Zeroizing::new) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let keyring = Keyring::from_text(&bytes)
        .ok_or_else(|| unreadable("it should hold 64 hexadecimal digits".to_owned()))?;
    if opens(ledger, &keyring)? {
        // A disk that takes nothing more keeps nobody out.
        let _ = sums::note(ledger, path, &bytes);
    } else if sums::say(ledger, path, &bytes) == Says::Other {
        return Err(unreadable("it is not what was written".to_owned()));
    }
    Ok(Some(keyring))
}

/// Writes the whole file under another name, brings it to the disk, and only then gives it its name, which must be free:
/// a power cut leaves a whole key or none.
fn write_new(path: &Path, keyring: &Keyring) -> io::Result<()> {
    let draft = crate::files::draft_of(path);
    // Somebody who has the key already removes drafts of others: theirs is the key then.
    let or_theirs = |error: io::Error| if path.exists() { ErrorKind::AlreadyExists.into() } else { error };
    write_whole(&draft, keyring.to_text().as_bytes()).map_err(or_theirs)?;
    crate::files::moment();
    let named = match fs::hard_link(&draft, path) {
        // Some file systems have no hard links; renaming is as atomic, but would replace a key made meanwhile.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied) => {
            if path.exists() { Err(ErrorKind::AlreadyExists.into()) } else { fs::rename(&draft, path) }
        }
        named => named,
    };
    let _ = fs::remove_file(&draft);
    named.map_err(or_theirs)?;
    sync_folder(path)
}
