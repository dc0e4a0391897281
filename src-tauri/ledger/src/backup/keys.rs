//! Copies of the ledger's key files in the folder of its backups: without them, a stick alone would open nothing.
//!
//! They are what lies beside the ledger: wrapped by the passphrase, or bare where nothing protects the ledger.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::{folder, on_disk};
use crate::{
    KeyId, Keyring, LedgerError,
    files::write_whole,
    vault::{self, Secret},
};

/// Folders with key files that were replaced while they still opened some of the backups.
const EARLIER: &str = "earlier-";

const BARE: &str = ".key";
const WRAPPED: &str = ".key.age";
const RECOVERY: &str = ".recovery.age";
const SUMS: &str = ".keys.sha256";

type Files = BTreeMap<String, Zeroizing<Vec<u8>>>;
/// Key files with the places where they belong.
pub(super) type Placed = Vec<(PathBuf, Zeroizing<Vec<u8>>)>;

/// Copies a ledger's key files into a folder of backups, such as after its passphrase was changed. Those that opened it
/// before go, unless one of the backups needs them.
///
/// # Errors
/// What the disk refuses.
pub fn copy_keys(ledger: &Path, keyring: &Keyring, folder: &Path) -> Result<(), LedgerError> {
    let _writing = folder::write_in(folder)?;
    copy_keys_in(ledger, keyring, folder)
}

pub(super) fn copy_keys_in(ledger: &Path, keyring: &Keyring, folder: &Path) -> Result<(), LedgerError> {
    let opened: BTreeSet<KeyId> = keyring.keys().iter().map(crate::LedgerKey::id).collect();
    let files = read(&vault::key_files(ledger))?;
    let Some(name) = ledger.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Ok(());
    };
    put(&files, &name, &opened, folder)
}

/// Brings the key files of one folder of backups to another.
pub(super) fn bring(first: &Path, second: &Path) -> Result<(), LedgerError> {
    // What opens the first's backups opens those of the second, as far as it has the same.
    let opened: BTreeSet<KeyId> =
        folder::whole(first)?.into_iter().map(|backup| backup.manifest.key_id).collect();
    for set in sets(&first.join(folder::KEYS))? {
        let Some(name) = set.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        put(&read(&files_of(&set))?, &name, &opened, second)?;
    }
    Ok(())
}

/// The keys that lie in a folder of backups; where they are wrapped, as a secret opens them.
///
/// # Errors
/// [`LedgerError::Protected`] where a secret is needed, [`LedgerError::WrongPassphrase`],
/// [`LedgerError::WrongRecoveryCode`], [`LedgerError::KeyUnreadable`], and [`LedgerError::KeyMissing`] where no keys lie
/// there.
pub fn keyring(folder: &Path, secret: Option<&Secret>) -> Result<Keyring, LedgerError> {
    let sets = all_sets(folder)?;
    let missing = || LedgerError::KeyMissing { ledger: folder.to_owned(), key: folder.join(folder::KEYS) };
    let mut found: Option<Keyring> = None;
    let mut refused = None;
    for set in &sets {
        let opened = match secret {
            Some(secret) if with(set, WRAPPED).exists() || with(set, RECOVERY).exists() => {
                vault::unlock(set, secret)
            }
            _ if with(set, BARE).exists() => read_bare(&with(set, BARE)),
            _ => Err(LedgerError::Protected { ledger: set.clone() }),
        };
        match opened {
            Ok(ring) => found = Some(found.map_or_else(|| ring.clone(), |found| found.with_earlier(&ring))),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    found.ok_or_else(|| refused.unwrap_or_else(missing))
}

/// Whether a secret is needed to open the keys in a folder of backups.
pub fn keys_are_protected(folder: &Path) -> bool {
    let sets = all_sets(folder).unwrap_or_default();
    let any = |suffix: &str| sets.iter().any(|set| with(set, suffix).exists());
    (any(WRAPPED) || any(RECOVERY)) && !any(BARE)
}

/// The key files of a folder that belong to a ring, under the names they have beside a ledger; `None` where none does.
pub(super) fn for_ledger(
    folder: &Path,
    keyring: &Keyring,
    ledger: &Path,
) -> Result<Option<Placed>, LedgerError> {
    for set in all_sets(folder)? {
        let bare = with(&set, BARE);
        let ours = if bare.exists() {
            read_bare(&bare).is_ok_and(|ring| ring.current() == keyring.current())
        } else {
            // What is wrapped was unwrapped to make the ring.
            with(&set, WRAPPED).exists()
        };
        if !ours {
            continue;
        }
        let (from, to) = (name_of(&set), name_of(ledger));
        let mut files = Vec::new();
        for (name, mut bytes) in read(&files_of(&set))? {
            let suffix = name[from.len()..].to_owned();
            if suffix == SUMS {
                let text = String::from_utf8_lossy(&bytes).replace(&format!("  {from}"), &format!("  {to}"));
                bytes = Zeroizing::new(text.into_bytes());
            }
            files.push((with(ledger, &suffix), bytes));
        }
        return Ok(Some(files));
    }
    Ok(None)
}

/// Puts the key files of a ledger of that name in the place of those that are there.
fn put(files: &Files, name: &str, opened: &BTreeSet<KeyId>, folder: &Path) -> Result<(), LedgerError> {
    if files.is_empty() {
        return Ok(());
    }
    let keys = folder.join(folder::KEYS);
    folder::make_in(&keys)?;
    let there = read(&files_of(&keys.join(name)))?;
    let changed = there.iter().any(|(file, bytes)| files.get(file) != Some(bytes));
    let needed = |backup: &super::Backup| !opened.contains(&backup.manifest.key_id);
    if changed && folder::whole(folder)?.iter().any(needed) {
        let random = uuid::Uuid::new_v4().simple().to_string();
        let earlier = keys.join(format!("{EARLIER}{}", &random[..8]));
        folder::make_in(&earlier)?;
        for (file, bytes) in &there {
            let path = earlier.join(file);
            write_whole(&path, bytes).map_err(on_disk(&path))?;
        }
    }
    for (file, bytes) in files {
        if there.get(file) != Some(bytes) {
            let path = keys.join(file);
            write_whole(&path, bytes).map_err(on_disk(&path))?;
        }
    }
    for file in there.keys().filter(|file| !files.contains_key(*file)) {
        let path = keys.join(file);
        fs::remove_file(&path).map_err(LedgerError::file(&path))?;
    }
    Ok(())
}

fn read(paths: &[PathBuf]) -> Result<Files, LedgerError> {
    let one = |path: &PathBuf| {
        Ok((name_of(path), Zeroizing::new(fs::read(path).map_err(LedgerError::file(path))?)))
    };
    paths.iter().map(one).collect()
}

fn read_bare(path: &Path) -> Result<Keyring, LedgerError> {
    let unreadable = |why: String| LedgerError::KeyUnreadable { key: path.to_owned(), why };
    let bytes = Zeroizing::new(fs::read(path).map_err(|error| unreadable(error.to_string()))?);
    Keyring::from_text(&bytes).ok_or_else(|| unreadable("it should hold 64 hexadecimal digits".to_owned()))
}

/// Ledgers by whose names key files lie in a folder of backups, those that are in force first.
fn all_sets(folder: &Path) -> Result<Vec<PathBuf>, LedgerError> {
    let keys = folder.join(folder::KEYS);
    let mut found = sets(&keys)?;
    for entry in fs::read_dir(&keys).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(EARLIER) {
            found.extend(sets(&entry.path())?);
        }
    }
    Ok(found)
}

fn sets(keys: &Path) -> Result<Vec<PathBuf>, LedgerError> {
    let entries = match fs::read_dir(keys) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(LedgerError::file(keys)(error)),
    };
    let mut names = BTreeSet::new();
    for entry in entries.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let ledger = [WRAPPED, RECOVERY, BARE].into_iter().find_map(|suffix| file.strip_suffix(suffix));
        names.extend(ledger.map(str::to_owned));
    }
    Ok(names.into_iter().map(|name| keys.join(name)).collect())
}

fn files_of(set: &Path) -> Vec<PathBuf> {
    let all = [BARE, WRAPPED, RECOVERY, SUMS].map(|suffix| with(set, suffix));
    all.into_iter().filter(|path| path.exists()).collect()
}

fn with(ledger: &Path, suffix: &str) -> PathBuf {
    vault::with_suffix(ledger, suffix)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
