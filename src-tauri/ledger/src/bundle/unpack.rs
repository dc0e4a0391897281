//! Reading a bundle, which is hostile until all of it was verified.
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
};

use age::stream::StreamReader;
use rusqlite::OpenFlags;
use secrecy::SecretString;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tar::{Archive, EntryType};
use zeroize::Zeroizing;

use super::{
    FORMAT, KEYS, LARGEST_LEDGER, LARGEST_TEXT, LEDGER, MANIFEST, Manifest, PIECE, Unbundled,
    draft::Draft,
    inspect,
    pack::{go_on, on_disk, share},
    seal::{damaged, opened, unreadable},
};
use crate::{
    Keyring, LedgerError, LedgerKey,
    files::remove_drafts,
    journal::head,
    store::{
        blobs::hex,
        connection::{APPLICATION_ID, keyed},
    },
};

/// The share of the work that is unpacking; the rest is verifying.
const UNPACKED: f64 = 0.8;

/// Unpacks a bundle: its ledger comes to stand in a folder as `practice.kindly`, once all of it was verified, with no
/// key beside it; the keys are in the answer. The bundle stays as it is. Where it fails or is stopped, nothing is
/// left in the folder.
///
/// `told` hears how far it is, from 0 to 1, and stops it with `false`.
///
/// # Errors
/// [`LedgerError::WrongBundlePassphrase`], [`LedgerError::BundleDamaged`] for whatever is no whole bundle,
/// [`LedgerError::Newer`] for one of a newer Kindly, [`LedgerError::Stopped`], [`LedgerError::DiskFull`], and
/// [`LedgerError::File`] where a file cannot be used, or a `practice.kindly` is in the folder already.
///
/// A damaged way in cannot be told from a wrong passphrase: there, both are one answer that says so.
pub fn read_bundle(
    bundle: &Path,
    passphrase: &SecretString,
    into_folder: &Path,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Unbundled, LedgerError> {
    let place = into_folder.join(LEDGER);
    let free = |place: &Path| match fs::symlink_metadata(place) {
        Ok(_) => Err(LedgerError::file(place)(io::ErrorKind::AlreadyExists.into())),
        Err(_) => Ok(()),
    };
    free(&place)?;
    remove_drafts(&place);
    go_on(told, 0.0)?;
    let file = File::open(bundle).map_err(LedgerError::file(bundle))?;
    let size = file.metadata().map_err(LedgerError::file(bundle))?.len();
    let mut unpacking = Unpacking { bundle, archive: Archive::new(opened(bundle, file, passphrase)?) };
    let (manifest, keyring, draft) = unpacking.files(size, &place, told)?;
    unpacking.end()?;
    go_on(told, UNPACKED)?;
    let key = keyring.key(&manifest.key_id).ok_or_else(|| damaged(bundle, "its key is not in it"))?;
    verify(bundle, draft.path(), key, &manifest)?;
    go_on(told, 1.0)?;
    free(&place)?;
    draft.put(&place)?;
    Ok(Unbundled { ledger: place, keyring, manifest })
}

struct Unpacking<'bundle> {
    bundle: &'bundle Path,
    archive: Archive<StreamReader<io::BufReader<File>>>,
}

impl Unpacking<'_> {
    /// The three files, in their order and nothing else; the ledger in a draft.
    fn files(
        &mut self,
        size: u64,
        place: &Path,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<(Manifest, Keyring, Draft), LedgerError> {
        let bundle = self.bundle;
        // Raw: what the format has besides plain files, such as longer names, is never acted on.
        let mut entries = self.archive.entries().map_err(|error| unreadable(bundle, error))?.raw(true);
        let mut next = |name: &str, most: u64| -> Result<_, LedgerError> {
            let Some(entry) = entries.next() else {
                return Err(damaged(bundle, format!("it holds no {name}")));
            };
            let entry = entry.map_err(|error| unreadable(bundle, error))?;
            if entry.path_bytes() != name.as_bytes() {
                return Err(damaged(bundle, format!("something else stands where its {name} should")));
            }
            if entry.header().entry_type() != EntryType::Regular {
                return Err(damaged(bundle, format!("its {name} is no plain file")));
            }
            if entry.size() > most {
                return Err(damaged(bundle, format!("its {name} is larger than {most} bytes")));
            }
            Ok(entry)
        };
        let mut small = |name: &str| {
            let entry = next(name, LARGEST_TEXT)?;
            let bytes = entry.size();
            let mut text = Zeroizing::new(Vec::with_capacity(usize::try_from(bytes).unwrap_or_default()));
            entry.take(bytes).read_to_end(&mut text).map_err(|error| unreadable(bundle, error))?;
            if text.len() as u64 == bytes { Ok(text) } else { Err(damaged(bundle, "it was cut short")) }
        };
        let manifest = read_manifest(bundle, &small(MANIFEST)?)?;
        let keyring =
            Keyring::from_text(&small(KEYS)?).ok_or_else(|| damaged(bundle, "its keys are none"))?;
        // Nothing is compressed: what is larger than the bundle is not in it.
        if manifest.bytes > LARGEST_LEDGER.min(size) {
            return Err(damaged(bundle, "it says that its ledger is larger than it can be"));
        }
        let mut entry = next(LEDGER, manifest.bytes)?;
        let (draft, file) = Draft::beside(place)?;
        if entry.size() != manifest.bytes
            || unpack(bundle, &mut entry, &draft, file, &manifest, told)? != manifest.sha256
        {
            return Err(damaged(bundle, "its ledger is not the one that it names"));
        }
        drop(entry);
        match entries.next() {
            None => Ok((manifest, keyring, draft)),
            Some(_) => Err(damaged(bundle, "it holds more than a ledger and its keys")),
        }
    }

    /// Reads to the end, which is empty: only then is the seal known to be whole.
    fn end(self) -> Result<(), LedgerError> {
        /// Some programs fill a tar up to this many bytes.
        const LONGEST_END: u64 = 10_240;
        let mut rest = Vec::new();
        self.archive
            .into_inner()
            .take(LONGEST_END + 1)
            .read_to_end(&mut rest)
            .map_err(|error| unreadable(self.bundle, error))?;
        if rest.len() as u64 > LONGEST_END || rest.iter().any(|byte| *byte != 0) {
            return Err(damaged(self.bundle, "something stands behind its ledger"));
        }
        Ok(())
    }
}

fn read_manifest(bundle: &Path, text: &[u8]) -> Result<Manifest, LedgerError> {
    /// What every form of a manifest has, also a newer one.
    #[derive(Deserialize)]
    struct Layout {
        format: u32,
        schema_version: i64,
    }
    let unclear = |_| damaged(bundle, "what it says of itself cannot be read");
    let layout: Layout = serde_json::from_slice(text).map_err(unclear)?;
    let known = inspect::newest_layout();
    if layout.format > FORMAT || layout.schema_version > known {
        return Err(LedgerError::Newer { ledger: bundle.to_owned(), found: layout.schema_version, known });
    }
    serde_json::from_slice(text).map_err(unclear)
}

/// Writes the ledger into its draft, and returns its SHA-256.
fn unpack(
    bundle: &Path,
    entry: &mut impl Read,
    draft: &Draft,
    mut file: File,
    manifest: &Manifest,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<String, LedgerError> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    loop {
        let length = match entry.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreadable(bundle, error)),
        };
        hash.update(&piece[..length]);
        file.write_all(&piece[..length]).map_err(|error| on_disk(draft.path(), error))?;
        done += length as u64;
        go_on(told, UNPACKED * share(done, manifest.bytes))?;
    }
    file.sync_all().map_err(|error| on_disk(draft.path(), error))?;
    Ok(hex(&hash.finalize()))
}

/// Whether the ledger is one, whole, and the one that the bundle says.
fn verify(bundle: &Path, draft: &Path, key: &LedgerKey, manifest: &Manifest) -> Result<(), LedgerError> {
    let look = || {
        let ledger = keyed(draft, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let number = |pragma: &str| ledger.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        if number("application_id")? != APPLICATION_ID || number("user_version")? != manifest.schema_version {
            return Ok(Some("its ledger is none"));
        }
        if inspect::is_laid_out_otherwise(&ledger, manifest.schema_version)? {
            return Ok(Some("its ledger holds what no ledger does"));
        }
        if let Some(fault) = inspect::fault(&ledger)? {
            return Ok(Some(fault));
        }
        let head = head::head(&ledger)?;
        let said = (head.seq, hex(&head.hash)) == (manifest.head_seq, manifest.head_hash.clone());
        Ok::<_, LedgerError>((!said).then_some("its ledger is not the one that it names"))
    };
    match look() {
        Ok(None) => Ok(()),
        Ok(Some(fault)) => Err(damaged(bundle, fault)),
        Err(LedgerError::Damaged | LedgerError::Storage(_)) => {
            Err(damaged(bundle, "its ledger cannot be read"))
        }
        Err(error) => Err(error),
    }
}
