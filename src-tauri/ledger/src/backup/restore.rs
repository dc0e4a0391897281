//! Putting a backup in the ledger's place, in one step: whatever stops it, what opens next is the one or the other.
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rusqlite::OpenFlags;

use super::{
    Backup, broken,
    copying::{Part, copy},
    folder::{KEYS, discard},
    go_on,
    keys::{self, Placed},
    on_disk,
    set_aside::take_log_away,
    verify::{key_of, verified},
};
use crate::{
    Keyring, LedgerError,
    files::{draft_of, remove_drafts, sync_folder, with_suffix, write_whole},
    store::{
        connection::keyed,
        fit, lock,
        log::{Log, Tail},
        watch,
    },
    vault,
};

/// The parts of the work: reading the backup, copying it, writing it anew where its key is an earlier one.
const VERIFYING: Part = Part { from: 0.0, to: 0.4 };
const COPYING: Part = Part { from: 0.4, to: 0.6 };
const RENEWING: Part = Part { from: 0.6, to: 0.95 };
const DONE: f64 = 0.98;

/// Puts a backup in the place of a ledger that nobody has open. The backup is read wholly first, and stays as it is; a
/// backup under an earlier key comes under the current one. Whoever wants to keep the present state backs it up before,
/// or sets it aside. `told` hears how far it is, from 0 to 1, and stops it with `false` until the one step is done.
///
/// # Errors
/// [`LedgerError::BackupBroken`], [`LedgerError::BackupKeyMissing`], [`LedgerError::InUse`] while the ledger is open,
/// [`LedgerError::Stopped`], and what the disk refuses: the ledger is as it was then.
pub fn restore(
    ledger: &Path,
    backup: &Backup,
    keyring: &Keyring,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    put(ledger, backup, keyring, &Placed::new(), told)
}

/// As [`restore`], where the ledger's keys are gone as well, such as on a new computer: the key files that lie with the
/// backups are put beside the ledger first. `keyring` is what [`super::keyring`] opened there. Key files that belong to
/// what is there now are replaced: [`super::set_aside`] keeps them.
///
/// # Errors
/// As [`restore`]; [`LedgerError::KeyMissing`] where the folder has no key files of this ring.
pub fn restore_with_keys(
    ledger: &Path,
    backup: &Backup,
    keyring: &Keyring,
    folder: &Path,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let files = keys::for_ledger(folder, keyring, ledger)?
        .ok_or_else(|| LedgerError::KeyMissing { ledger: ledger.to_owned(), key: folder.join(KEYS) })?;
    put(ledger, backup, keyring, &files, told)
}

fn put(
    ledger: &Path,
    backup: &Backup,
    keyring: &Keyring,
    key_files: &Placed,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    go_on(told, 0.0)?;
    let _alone = lock::alone(ledger)?;
    remove_drafts(ledger);
    verified(backup, keyring, VERIFYING, told)?;
    let draft = draft_of(ledger);
    let prepared = prepare(backup, keyring, &draft, told)
        .and_then(|()| go_on(told, RENEWING.to))
        .and_then(|()| settle_log(ledger, keyring))
        .and_then(|()| go_on(told, DONE))
        .and_then(|()| swap(ledger, &draft, key_files, told));
    if prepared.is_err() {
        discard(&draft);
    }
    prepared?;
    // From here on it is done, whatever is answered.
    told(DONE);
    if let Some(hash) = bytes(&backup.manifest.head_hash) {
        watch::note(ledger, backup.manifest.head_seq, &hash);
    }
    told(1.0);
    Ok(())
}

/// Writes what is to take the ledger's place.
fn prepare(
    backup: &Backup,
    keyring: &Keyring,
    draft: &Path,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let same = |sum: String| {
        if sum == backup.manifest.sha256 {
            Ok(())
        } else {
            Err(broken(&backup.path, "it changes while it is read"))
        }
    };
    let key = key_of(backup, keyring)?;
    if key == keyring.current() {
        copy(&backup.path, draft, COPYING, told).and_then(same)?;
        return sync_folder(draft).map_err(on_disk(draft));
    }
    // By way of a copy: the backup may lie where nothing can be written.
    let copied = draft_of(draft);
    let renewed = copy(&backup.path, &copied, COPYING, told).and_then(same).and_then(|()| {
        vault::reencrypt(&copied, key, draft, keyring.current(), &mut |done| told(RENEWING.at(done)))
    });
    discard(&copied);
    renewed
}

/// Empties the log beside the ledger, which would be read into whatever takes the ledger's place.
fn settle_log(ledger: &Path, keyring: &Keyring) -> Result<(), LedgerError> {
    let log = with_suffix(ledger, "-wal");
    let left = || fs::metadata(&log).is_ok_and(|found| found.len() > 0);
    if !left() {
        return Ok(());
    }
    let whole = matches!(Log::beside(ledger), Ok(Some((_, log))) if log.tail() != Tail::Damaged);
    if whole && let Ok(key) = fit::key_that_fits(ledger, keyring.keys()) {
        // Where this fails, the log is kept as it is.
        let _ = keyed(ledger, key, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(|writer| {
            writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        });
    }
    if left() { take_log_away(ledger) } else { Ok(()) }
}

/// What was seen of the ledger goes first, since it says nothing of what comes; then come the keys, then the file.
fn swap(
    ledger: &Path,
    draft: &Path,
    key_files: &Placed,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let seen = with_suffix(ledger, ".seen");
    match fs::remove_file(&seen) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(LedgerError::file(&seen)(error)),
        _ => sync_folder(&seen).map_err(LedgerError::file(&seen))?,
    }
    go_on(told, DONE)?;
    let others: Vec<PathBuf> = vault::key_files(ledger)
        .into_iter()
        .filter(|path| !key_files.is_empty() && key_files.iter().all(|(ours, _)| ours != path))
        .collect();
    for (path, bytes) in key_files {
        if fs::read(path).ok().as_deref() != Some(bytes.as_slice()) {
            write_whole(path, bytes).map_err(on_disk(path))?;
        }
    }
    vault::swap_in(ledger, draft)?;
    for path in others {
        fs::remove_file(&path).map_err(LedgerError::file(&path))?;
    }
    Ok(())
}

/// A hash from its hexadecimal digits.
fn bytes(hash: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if hash.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(hash.as_bytes().as_chunks::<2>().0) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
