//! A second place for backups, such as a stick: away at times, full at others, and taken out whenever somebody likes.
use std::path::Path;

use super::{
    Backup, broken,
    copying::{Part, copy, sum},
    folder::{self, discard, draft_in, look, settle},
    keys,
};
use crate::LedgerError;

const ALL: Part = Part { from: 0.0, to: 1.0 };

/// Brings a backup to a second place, with the key files that open it; there it is read again before it counts. What
/// went from the first place on purpose goes from the second as well.
///
/// # Errors
/// [`LedgerError::SecondPlaceAway`] where its folder is not there (any more), [`LedgerError::DiskFull`],
/// [`LedgerError::BackupBroken`], and what the disk refuses: then the second place has what it had before.
pub fn copy_to(second: &Path, backup: &Backup) -> Result<(), LedgerError> {
    told_as_away(second, || {
        let _writing = folder::hold(second)?;
        brought(second, backup)?;
        if let Some(first) = backup.path.parent() {
            remove_gone(first, second)?;
            keys::bring(first, second)?;
        }
        Ok(())
    })
}

/// Brings all backups of a first place to a second one that was away, and returns how many it lacked. After an erasure
/// in the first place, whatever the second has of the time before and the first has not goes: it would still hold what
/// was erased.
///
/// # Errors
/// As [`copy_to`].
pub fn bring_up(first: &Path, second: &Path) -> Result<usize, LedgerError> {
    told_as_away(second, || {
        let _writing = folder::hold(second)?;
        let backups = folder::whole(first)?;
        let mut lacked = 0;
        for backup in &backups {
            lacked += usize::from(brought(second, backup)?);
        }
        remove_gone(first, second)?;
        let reached = folder::reached(first);
        if let Some(until) =
            reached.filter(|reached| folder::reached(second).is_none_or(|had| had < *reached))
        {
            for theirs in folder::whole(second)? {
                let known = backups.iter().any(|ours| ours.manifest.file == theirs.manifest.file);
                if theirs.manifest.made_at <= until && !known {
                    folder::remove(&theirs)?;
                }
            }
            folder::note_reached(second, until)?;
        }
        keys::bring(first, second)?;
        Ok(lacked)
    })
}

/// Whether the backup was not there yet.
fn brought(second: &Path, backup: &Backup) -> Result<bool, LedgerError> {
    let there = second.join(&backup.manifest.file);
    if look(&there).is_ok_and(|there| there.manifest == backup.manifest) {
        return Ok(false);
    }
    let draft = draft_in(second);
    let copied = copy(&backup.path, &draft, ALL, &mut |_| true).and_then(|read| {
        if read != backup.manifest.sha256 {
            return Err(broken(&backup.path, "it was altered since it was made"));
        }
        if sum(&draft, ALL, &mut |_| true)? != read {
            return Err(broken(&there, "the second place does not give back what is written there"));
        }
        settle(second, &draft, backup.manifest.clone())
    });
    if copied.is_err() {
        discard(&draft);
    }
    copied.map(|_| true)
}

/// A copy of what was written anew or removed on purpose would keep it.
fn remove_gone(first: &Path, second: &Path) -> Result<(), LedgerError> {
    for name in folder::gone(first) {
        if let Ok(backup) = look(&second.join(name)) {
            folder::remove(&backup)?;
        }
    }
    Ok(())
}

/// A folder that is away says so, whatever was being done in it.
fn told_as_away<T>(second: &Path, work: impl FnOnce() -> Result<T, LedgerError>) -> Result<T, LedgerError> {
    let away = || LedgerError::SecondPlaceAway { place: second.to_owned() };
    if !second.is_dir() {
        return Err(away());
    }
    work().map_err(|error| if second.is_dir() { error } else { away() })
}
