//! Writing a bundle.
use std::{
    fs::{self, File},
    io::{self, BufWriter, ErrorKind, Read, Write},
    path::Path,
};

use chrono::{DateTime, Utc};
use rusqlite::OpenFlags;
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use tar::{EntryType, Header};

use super::{FORMAT, KEYS, LARGEST_LEDGER, LEDGER, MANIFEST, Manifest, PIECE, draft::Draft, seal::sealed};
use crate::{
    Keyring, LedgerError, LedgerKey,
    files::remove_drafts,
    journal::head,
    ledger::check::check,
    store::{blobs::hex, connection::keyed, fit, lock, read, watched::watched},
};

/// Shares of the whole work: copying, checking the copy; the rest is writing.
const COPIED: f64 = 0.3;
const VERIFIED: f64 = 0.5;

/// Writes a whole ledger with its keys into one file, sealed with a passphrase, in the place of whatever stood there.
/// The ledger may be open meanwhile: what is saved after this began is not in it. Nothing of it is ever in the clear on
/// the disk, and where it fails or is stopped, nothing is left but what stood there before.
///
/// `told` hears how far it is, from 0 to 1, and stops it with `false`.
///
/// # Errors
/// [`LedgerError::Damaged`] for a ledger that is not whole, [`LedgerError::WrongKey`], [`LedgerError::InUse`], [`LedgerError::Stopped`], [`LedgerError::DiskFull`], and
/// [`LedgerError::File`] where a file cannot be written, or the ledger is larger than [`LARGEST_LEDGER`].
pub fn write_bundle(
    ledger: &Path,
    keyring: &Keyring,
    to: &Path,
    passphrase: &SecretString,
    at: DateTime<Utc>,
    kindly_version: &str,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Manifest, LedgerError> {
    go_on(told, 0.0)?;
    // Until the copy is gone: whoever holds the ledger alone removes what was left half done.
    let _held = lock::share(ledger)?;
    let key = fit::key_that_fits(ledger, keyring.keys())?;
    let copy = copied(ledger, key, told)?;
    go_on(told, COPIED)?;
    let manifest = manifest(copy.path(), key, at, kindly_version)?;
    go_on(told, VERIFIED)?;

    remove_drafts(to);
    let (draft, file) = Draft::beside(to)?;
    let written = |error| on_disk(draft.path(), error);
    let mut out = sealed(BufWriter::with_capacity(PIECE, file), passphrase).map_err(written)?;
    let text = serde_json::to_vec_pretty(&manifest).expect("a manifest is always JSON");
    let keys = keyring.to_text();
    for (name, bytes) in [(MANIFEST, &text[..]), (KEYS, keys.as_bytes())] {
        out.write_all(header(name, bytes.len() as u64).as_bytes())
            .and_then(|()| out.write_all(bytes))
            .and_then(|()| out.write_all(padding(bytes.len() as u64)))
            .map_err(written)?;
    }
    out.write_all(header(LEDGER, manifest.bytes).as_bytes()).map_err(written)?;
    let mut source = File::open(copy.path()).map_err(LedgerError::file(copy.path()))?;
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    while done < manifest.bytes {
        let most = usize::try_from(manifest.bytes - done).map_or(PIECE, |rest| rest.min(PIECE));
        source.read_exact(&mut piece[..most]).map_err(LedgerError::file(copy.path()))?;
        out.write_all(&piece[..most]).map_err(written)?;
        done += most as u64;
        go_on(told, VERIFIED + (1.0 - VERIFIED) * share(done, manifest.bytes))?;
    }
    // Two empty blocks end a tar.
    out.write_all(padding(manifest.bytes))
        .and_then(|()| out.write_all(&[0; 1_024]))
        .and_then(|()| out.finish())
        .and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error))
        .and_then(|file| file.sync_all())
        .map_err(written)?;
    draft.put(to)?;
    Ok(manifest)
}

/// A copy of the file beside it, encrypted with the same key: what is saved meanwhile does not tear it.
fn copied(ledger: &Path, key: &LedgerKey, told: &mut dyn FnMut(f64) -> bool) -> Result<Draft, LedgerError> {
    let (copy, file) = Draft::beside(ledger)?;
    // SQLite takes names as text; it writes into an empty file as if it were not there yet.
    let name = copy.path().to_str().ok_or_else(|| {
        LedgerError::file(copy.path())(io::Error::new(ErrorKind::InvalidInput, "its name is not Unicode"))
    })?;
    let mut source = keyed(ledger, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let whole = fs::metadata(ledger).map_or(1, |found| found.len());
    let done = || COPIED * file.metadata().map_or(0.0, |now| share(now.len(), whole)).min(1.0);
    watched(&mut source, told, done, |source| source.execute("VACUUM INTO ?1", [name]))?;
    Ok(copy)
}

/// What stands in a copy, which is verified on the way: a damaged ledger does not travel.
fn manifest(
    copy: &Path,
    key: &LedgerKey,
    made_at: DateTime<Utc>,
    kindly: &str,
) -> Result<Manifest, LedgerError> {
    let bytes = fs::metadata(copy).map_err(LedgerError::file(copy))?.len();
    if bytes > LARGEST_LEDGER {
        let source = io::Error::new(ErrorKind::FileTooLarge, "a bundle holds 8 GiB at most");
        return Err(LedgerError::File { path: copy.to_owned(), source });
    }
    let opened = keyed(copy, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if !check(&opened, copy)?.is_empty() {
        return Err(LedgerError::Damaged);
    }
    let head = head::head(&opened)?;
    let schema_version = opened.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let counts = read::counts(&opened)?;
    // Before the file is read, so that nothing is written to it any more.
    opened.close().map_err(|(_, error)| error)?;
    Ok(Manifest {
        format: FORMAT,
        schema_version,
        made_at,
        kindly: kindly.to_owned(),
        head_seq: head.seq,
        head_hash: hex(&head.hash),
        key_id: key.id(),
        bytes,
        sha256: sha256(copy)?,
        counts,
    })
}

fn sha256(path: &Path) -> Result<String, LedgerError> {
    let mut hash = Sha256::new();
    File::open(path).and_then(|mut file| io::copy(&mut file, &mut hash)).map_err(LedgerError::file(path))?;
    Ok(hex(&hash.finalize()))
}

fn header(name: &str, bytes: u64) -> Header {
    let mut header = Header::new_ustar();
    header.set_path(name).expect("a short name");
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o600);
    header.set_mtime(0);
    header.set_size(bytes);
    header.set_cksum();
    header
}

/// What fills a file's last block.
fn padding(bytes: u64) -> &'static [u8] {
    const BLOCK: usize = 512;
    const EMPTY: [u8; BLOCK] = [0; BLOCK];
    let rest = usize::try_from(bytes % BLOCK as u64).expect("less than a block");
    &EMPTY[..(BLOCK - rest) % BLOCK]
}

pub(super) fn share(done: u64, whole: u64) -> f64 {
    done as f64 / whole.max(1) as f64
}

/// Tells how far it is, and ends the work where it is stopped.
pub(super) fn go_on(told: &mut dyn FnMut(f64) -> bool, done: f64) -> Result<(), LedgerError> {
    if told(done.clamp(0.0, 1.0)) { Ok(()) } else { Err(LedgerError::Stopped) }
}

/// What the system says about a file that is written.
pub(super) fn on_disk(path: &Path, error: io::Error) -> LedgerError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => LedgerError::DiskFull,
        _ => LedgerError::file(path)(error),
    }
}
