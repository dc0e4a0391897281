//! Backups under an earlier key: written anew under the current one, or removed.
use std::path::Path;

use super::{
    Backup, Rewritten, broken,
    folder::{self, discard, draft_in, note_gone, replace},
    make::described,
    verify::key_of,
};
use crate::{Keyring, LedgerError, vault::reencrypt};

/// Writes the backups in a folder that an earlier key opens anew under the current one, each with what it holds and when
/// it was made. `told` hears how far it is, from 0 to 1, and stops it with `false`: what was done until then stays so.
///
/// # Errors
/// [`LedgerError::Stopped`], and where nothing can be written in the folder. What fails with one backup is told of that
/// one.
pub fn reencrypt_all(
    folder: &Path,
    keyring: &Keyring,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Rewritten, LedgerError> {
    if !folder.is_dir() {
        return Ok(Rewritten::default());
    }
    let _writing = folder::hold(folder)?;
    let earlier = under_other_keys(folder, keyring)?;
    let mut reached = Rewritten::default();
    for (done, backup) in earlier.iter().enumerate() {
        let mut part = |share: f64| told((done as f64 + share.clamp(0.0, 1.0)) / earlier.len() as f64);
        match renewed(folder, backup, keyring, &mut part) {
            Ok(new) => reached.rewritten.push(new.manifest.file),
            Err(LedgerError::Stopped) => return Err(LedgerError::Stopped),
            Err(error) => reached.left.push((backup.manifest.file.clone(), error.to_string())),
        }
    }
    Ok(reached)
}

/// Removes the backups in a folder that the current key does not open, such as those that were made before the ledger was
/// protected.
///
/// # Errors
/// What the disk refuses.
pub fn remove_unprotected(folder: &Path, keyring: &Keyring) -> Result<Rewritten, LedgerError> {
    if !folder.is_dir() {
        return Ok(Rewritten::default());
    }
    let _writing = folder::hold(folder)?;
    let mut reached = Rewritten::default();
    for backup in under_other_keys(folder, keyring)? {
        note_gone(folder, &backup.manifest.file)?;
        folder::remove(&backup)?;
        reached.rewritten.push(backup.manifest.file);
    }
    Ok(reached)
}

fn under_other_keys(folder: &Path, keyring: &Keyring) -> Result<Vec<Backup>, LedgerError> {
    let current = keyring.current().id();
    Ok(folder::whole(folder)?.into_iter().filter(|backup| backup.manifest.key_id != current).collect())
}

fn renewed(
    folder: &Path,
    backup: &Backup,
    keyring: &Keyring,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Backup, LedgerError> {
    let (key, like) = (key_of(backup, keyring)?, &backup.manifest);
    let draft = draft_in(folder);
    let new = reencrypt(&backup.path, key, &draft, keyring.current(), &mut |done| told(0.5 * done))
        .and_then(|()| {
            let about = (like.made_at, like.why, like.kindly.as_str());
            described(&draft, keyring.current(), about, &mut |done| told(0.5 + 0.5 * done))
        })
        .and_then(|manifest| {
            let held = (manifest.head_seq, &manifest.head_hash, &manifest.counts);
            if held == (like.head_seq, &like.head_hash, &like.counts) {
                replace(folder, backup, &draft, manifest)
            } else {
                Err(broken(&backup.path, "it does not hold what its manifest says"))
            }
        });
    if new.is_err() {
        discard(&draft);
    }
    new
}
