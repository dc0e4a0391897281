//! The key of a ledger, kept in a file beside it.
//!
//! The key is random and protects nothing while it lies beside the file that it opens; it is there so that every
//! ledger is encrypted in the same way and a passphrase can be put around the key later.
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

mod key;

pub use key::LedgerKey;

use crate::LedgerError;

/// Where the key of a ledger lies: `FILE.key` beside `FILE`.
pub fn key_path(ledger: &Path) -> PathBuf {
    with_suffix(ledger, ".key")
}

/// Reads the key of a ledger; makes a random one where neither the ledger nor its key exist.
///
/// # Errors
/// [`LedgerError::KeyMissing`] for a ledger without its key, [`LedgerError::KeyUnreadable`] for a key file that is
/// not whole, [`LedgerError::File`] where the key cannot be written. A whole key of another ledger shows when the
/// ledger is opened, as [`LedgerError::WrongKey`].
pub fn load_or_create(ledger: &Path) -> Result<LedgerKey, LedgerError> {
    let path = key_path(ledger);
    if let Some(key) = read(&path)? {
        return Ok(key);
    }
    // A file of no bytes is a ledger that was about to be made when something stopped it.
    if fs::metadata(ledger).is_ok_and(|found| found.len() > 0) {
        return Err(LedgerError::KeyMissing { ledger: ledger.to_owned(), key: path });
    }
    let key = LedgerKey::random()?;
    match write_new(&path, &key) {
        Ok(()) => Ok(key),
        // Somebody else was faster: theirs is the key.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            read(&path)?.ok_or_else(|| LedgerError::KeyMissing { ledger: ledger.to_owned(), key: path })
        }
        Err(source) => Err(LedgerError::File { path, source }),
    }
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Opens a file that only its owner may read, and that must not exist yet.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn read(path: &Path) -> Result<Option<LedgerKey>, LedgerError> {
    let unreadable = |why: String| LedgerError::KeyUnreadable { key: path.to_owned(), why };
    match fs::read(path).map(Zeroizing::new) {
        Ok(bytes) => match LedgerKey::from_hex(&bytes) {
            Some(key) => Ok(Some(key)),
            None => Err(unreadable("it should hold 64 hexadecimal digits".to_owned())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error.to_string())),
    }
}

/// Writes the whole key under another name, brings it to the disk, and only then gives it its name, which must be
/// free: a power cut leaves a whole key or none.
fn write_new(path: &Path, key: &LedgerKey) -> io::Result<()> {
    let draft = with_suffix(path, &format!(".{}.new", uuid::Uuid::new_v4().simple()));
    let mut file = create_private(&draft)?;
    let hex = key.hex();
    let named = file
        .write_all(hex.as_bytes())
        .and_then(|()| file.write_all(b"\n"))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&draft, path));
    drop(file);
    match named {
        // Some file systems have no hard links; renaming is as atomic, but would replace a key made meanwhile.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied) => {
            if path.exists() {
                fs::remove_file(&draft)?;
                return Err(ErrorKind::AlreadyExists.into());
            }
            fs::rename(&draft, path)?;
        }
        named => {
            fs::remove_file(&draft)?;
            named?;
        }
    }
    sync_folder(path)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
fn sync_folder(_path: &Path) -> io::Result<()> {
    // A folder cannot be opened as a file here; the file itself was brought to the disk above.
    Ok(())
}
