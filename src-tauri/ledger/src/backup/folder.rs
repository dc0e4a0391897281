//! The folder with backups: what lies in it, what is put into it, and what goes.
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Backup, Listed, Manifest, broken, on_disk};
use crate::{
    LedgerError,
    files::{sync_folder, with_suffix, write_whole},
    store::lock::{self, Held},
};

pub(super) const EXTENSION: &str = ".kindly";
const MANIFEST: &str = ".json";
/// The folder in it with the key files, and the one with what was set aside.
pub(super) const KEYS: &str = "keys";
pub(super) const SET_ASIDE: &str = "set-aside";
/// Stands in the name of what is being written.
const DRAFT: &str = ".draft-";
/// Names the lock of the folder, by whoever writes in it.
const WRITING: &str = "writing";
/// Tells which backups were written anew or removed on purpose: they are to go from a second place as well.
const GONE: &str = "gone.json";

/// All that is in a folder of backups, the newest first; what is broken after what is whole. Where there is no folder,
/// there are no backups. Whole means that the manifest is, and that the file is there and as long as it says.
///
/// # Errors
/// Where the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Listed>, LedgerError> {
    let (mut whole, mut rest) = (Vec::new(), Vec::new());
    for name in names(folder)? {
        let path = folder.join(&name);
        match look(&path) {
            Ok(backup) => whole.push(backup),
            Err(why) => rest.push(Listed::Broken { path, why }),
        }
    }
    whole.sort_by(|one, other| {
        (other.manifest.made_at, &other.manifest.file).cmp(&(one.manifest.made_at, &one.manifest.file))
    });
    Ok(whole.into_iter().map(Listed::Whole).chain(rest).collect())
}

/// The backups among them.
pub(super) fn whole(folder: &Path) -> Result<Vec<Backup>, LedgerError> {
    let listed = list(folder)?.into_iter();
    Ok(listed
        .filter_map(|listed| match listed {
            Listed::Whole(backup) => Some(backup),
            Listed::Broken { .. } => None,
        })
        .collect())
}

/// Removes a backup, its file first: what is left of it by a stop is a manifest alone, which is no backup.
///
/// # Errors
/// What the disk refuses.
pub fn remove(backup: &Backup) -> Result<(), LedgerError> {
    for path in [backup.path.clone(), manifest_of(&backup.path), with_suffix(&backup.path, ".lock")] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(LedgerError::file(&path)(error));
            }
            _ => {}
        }
    }
    sync_folder(&backup.path).map_err(LedgerError::file(&backup.path))
}

/// A backup by its file, as far as its manifest tells.
pub(super) fn look(path: &Path) -> Result<Backup, String> {
    let text = match fs::read(manifest_of(path)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err("nothing says what it holds: its manifest is gone".to_owned());
        }
        Err(error) => return Err(error.to_string()),
    };
    let manifest = Manifest::from_text(&text)?;
    if path.file_name().is_none_or(|name| name.to_str() != Some(&manifest.file)) {
        return Err("it bears the name of another".to_owned());
    }
    match fs::metadata(path) {
        Ok(found) if found.len() == manifest.bytes => Ok(Backup { manifest, path: path.to_owned() }),
        Ok(found) => Err(format!("it has {} bytes and should have {}", found.len(), manifest.bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err("its file is gone".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// A name that no backup has had. It sorts by time, and tells it.
pub(super) fn name(made_at: DateTime<Utc>) -> String {
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!("{}-{}{EXTENSION}", stamp(made_at), &random[..8])
}

pub(super) fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H%M%SZ").to_string()
}

/// A place for what is being written in a folder.
pub(super) fn draft_in(folder: &Path) -> PathBuf {
    folder.join(format!("{DRAFT}{}", uuid::Uuid::new_v4().simple()))
}

/// Takes a folder to write in it, alone; makes it where it is not there, and clears what was left half done.
pub(super) fn write_in(folder: &Path) -> Result<Option<Held>, LedgerError> {
    make(folder)?;
    hold(folder)
}

/// As [`write_in`], for a folder that must be there. Where its file system knows no locks, as some of those that are
/// reached by a network, nothing is held.
pub(super) fn hold(folder: &Path) -> Result<Option<Held>, LedgerError> {
    let held = match lock::alone(&folder.join(WRITING)) {
        Err(LedgerError::File { source, .. }) if source.kind() == io::ErrorKind::Unsupported => None,
        held => Some(held?),
    };
    fs::read_dir(folder).map_err(LedgerError::file(folder))?;
    for folder in [folder.to_owned(), folder.join(KEYS), folder.join(SET_ASIDE)] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().contains(DRAFT) {
                discard(&entry.path());
            }
        }
    }
    Ok(held)
}

/// Makes a folder that only its owner may enter, with those above it.
pub(super) fn make(folder: &Path) -> Result<(), LedgerError> {
    made(folder, true)
}

/// Makes a folder in one that must be there: what was taken out meanwhile is not made again elsewhere.
pub(super) fn make_in(folder: &Path) -> Result<(), LedgerError> {
    match made(folder, false) {
        Err(LedgerError::File { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn made(folder: &Path, with_those_above: bool) -> Result<(), LedgerError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(with_those_above);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(on_disk(folder))
}

/// Gives a draft that is on the disk the name that its manifest says. From then on it is a backup: before, there is a
/// manifest without a file.
pub(super) fn settle(folder: &Path, draft: &Path, manifest: Manifest) -> Result<Backup, LedgerError> {
    let path = folder.join(&manifest.file);
    let beside = manifest_of(&path);
    write_whole(&beside, &manifest.to_text()).map_err(on_disk(&beside))?;
    let named = fs::rename(draft, &path).and_then(|()| sync_folder(&path)).map_err(on_disk(&path));
    if let Err(error) = named {
        // A manifest alone would be named as broken until the next thinning.
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    Ok(Backup { manifest, path })
}

/// Removes manifests whose files are gone: they hold nothing.
pub(super) fn tidy(folder: &Path) -> Result<(), LedgerError> {
    for name in names(folder)? {
        let path = folder.join(name);
        if !path.exists() {
            let beside = manifest_of(&path);
            fs::remove_file(&beside).map_err(LedgerError::file(&beside))?;
        }
    }
    Ok(())
}

/// What a second place is to learn of the first.
#[derive(Default, Serialize, Deserialize)]
struct Gone {
    /// The names of backups that went on purpose.
    files: BTreeSet<String>,
    /// All backups made until then were reached by an erasure; `None` where there was none.
    reached: Option<DateTime<Utc>>,
}

impl Gone {
    fn of(folder: &Path) -> Self {
        let text = fs::read(folder.join(GONE)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    fn note(&self, folder: &Path) -> Result<(), LedgerError> {
        let path = folder.join(GONE);
        let text = serde_json::to_vec_pretty(self).expect("names and moments are always JSON");
        write_whole(&path, &text).map_err(on_disk(&path))
    }
}

/// Notes that a backup went on purpose, before it goes: a second place that is away now is to lose it too.
pub(super) fn note_gone(folder: &Path, file: &str) -> Result<(), LedgerError> {
    let mut gone = Gone::of(folder);
    gone.files.insert(file.to_owned());
    gone.note(folder)
}

/// The names of those that went on purpose.
pub(super) fn gone(folder: &Path) -> BTreeSet<String> {
    Gone::of(folder).files
}

/// Notes that an erasure reached all backups that were made until a moment.
pub(super) fn note_reached(folder: &Path, until: DateTime<Utc>) -> Result<(), LedgerError> {
    let gone = Gone::of(folder);
    let reached = gone.reached.max(Some(until));
    Gone { reached, ..gone }.note(folder)
}

/// Until when an erasure reached the backups; `None` where there was none.
pub(super) fn reached(folder: &Path) -> Option<DateTime<Utc>> {
    Gone::of(folder).reached
}

/// Puts a backup that was written anew in the place of the one it was.
pub(super) fn replace(
    folder: &Path,
    old: &Backup,
    draft: &Path,
    manifest: Manifest,
) -> Result<Backup, LedgerError> {
    let new = settle(folder, draft, manifest)?;
    note_gone(folder, &old.manifest.file)?;
    remove(old)?;
    Ok(new)
}

/// Removes a draft with what the database put beside it.
pub(super) fn discard(draft: &Path) {
    if draft.is_dir() {
        let _ = fs::remove_dir_all(draft);
        return;
    }
    for suffix in ["", "-wal", "-shm", "-journal"] {
        // What is not there need not go.
        let _ = fs::remove_file(with_suffix(draft, suffix));
    }
}

/// As a backup that is said to be there must be.
pub(super) fn still_there(backup: &Backup) -> Result<(), LedgerError> {
    match look(&backup.path) {
        Ok(found) if found.manifest == backup.manifest => Ok(()),
        Ok(_) => Err(broken(&backup.path, "it says something else of itself than before")),
        Err(why) => Err(broken(&backup.path, why)),
    }
}

fn manifest_of(backup: &Path) -> PathBuf {
    with_suffix(backup, MANIFEST)
}

/// The names of all backups of which there is a file or a manifest.
fn names(folder: &Path) -> Result<BTreeSet<String>, LedgerError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(LedgerError::file(folder)(error)),
    };
    let mut found = BTreeSet::new();
    for entry in entries {
        let entry = entry.map_err(LedgerError::file(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let backup = name.strip_suffix(MANIFEST).unwrap_or(&name);
        if backup.ends_with(EXTENSION) && !backup.contains(DRAFT) {
            found.insert(backup.to_owned());
        }
    }
    Ok(found)
}
