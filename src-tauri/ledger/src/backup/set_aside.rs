//! A damaged ledger is kept as it was found: somebody may save more of it one day.
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{
    copying::{Part, copy},
    folder::{self, discard, draft_in, stamp},
    folder_of, on_disk,
};
use crate::{
    LedgerError,
    files::{sync_folder, with_suffix},
    vault,
};

/// Copies a ledger as it is, with its log and its key files, to where nothing removes it (`FILE-backups/set-aside/`), and
/// says where; `None` where there is nothing. The ledger stays where it is.
///
/// # Errors
/// What the disk refuses.
pub fn set_aside(ledger: &Path, at: DateTime<Utc>) -> Result<Option<PathBuf>, LedgerError> {
    let log = with_suffix(ledger, "-wal");
    if !ledger.exists() && !log.exists() {
        return Ok(None);
    }
    let beside = [ledger.to_owned(), log, with_suffix(ledger, ".seen")];
    kept(ledger, &stamp(at), beside.into_iter().chain(vault::key_files(ledger))).map(Some)
}

/// Takes a log away that cannot be brought into its ledger, which is about to be replaced, and keeps it.
pub(super) fn take_log_away(ledger: &Path) -> Result<(), LedgerError> {
    let log = with_suffix(ledger, "-wal");
    kept(ledger, "log", [log.clone()])?;
    fs::remove_file(&log).and_then(|()| sync_folder(&log)).map_err(LedgerError::file(&log))
}

/// What was set aside of the ledgers whose backups lie in a folder.
pub(super) fn all(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join(folder::SET_ASIDE)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    found.sort_unstable();
    found
}

/// Copies files into a folder that bears its name once all of them are on the disk.
fn kept(ledger: &Path, name: &str, files: impl IntoIterator<Item = PathBuf>) -> Result<PathBuf, LedgerError> {
    let backups = folder_of(ledger);
    let _writing = folder::write_in(&backups)?;
    let parent = backups.join(folder::SET_ASIDE);
    folder::make_in(&parent)?;
    let draft = draft_in(&parent);
    folder::make_in(&draft)?;
    let random = uuid::Uuid::new_v4().simple().to_string();
    let place = parent.join(format!("{name}-{}", &random[..8]));
    let all = || {
        for file in files {
            let Some(name) = file.file_name() else { continue };
            match copy(&file, &draft.join(name), Part { from: 0.0, to: 1.0 }, &mut |_| true) {
                Err(LedgerError::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                    // Not every ledger has all of them.
                    discard(&draft.join(name));
                }
                other => drop(other?),
            }
        }
        let inside = draft.join("any");
        sync_folder(&inside).and_then(|()| fs::rename(&draft, &place)).map_err(on_disk(&place))?;
        sync_folder(&place).map_err(on_disk(&place))
    };
    let result = all();
    if result.is_err() {
        discard(&draft);
    }
    result.map(|()| place)
}
