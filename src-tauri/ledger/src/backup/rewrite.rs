//! Writing backups anew without something that was erased.
use std::path::Path;

use super::{
    Backup, Listed, broken,
    folder::{self, discard, draft_in, list, replace},
    make::written_anew,
    set_aside,
    verify::{key_of, opened_copy},
};
use crate::{Keyring, Ledger, LedgerError};

/// What was reached of the backups in a folder, by the names of their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// Those that were written anew, under their new names; or that were removed, where that was asked for.
    pub rewritten: Vec<String>,
    /// Those that could not be, with the reason, and what was set aside: they are as they were.
    pub left: Vec<(String, String)>,
}

/// Changes what every backup in a folder holds. `work` gets a copy of each, open to be written, and answers whether it
/// changed anything; the journal must not have grown then, so that the backup is still an earlier state of its ledger.
/// What was changed is written anew without free space, checked, and put in the backup's place under a new name. A
/// backup of an older layout is brought up by that.
///
/// Where it is stopped on the way, nothing is lost, and what was not reached is as it was: do it again.
///
/// # Errors
/// Where nothing can be written in the folder. What fails with one backup is told of that one.
pub fn rewrite(
    folder: &Path,
    keyring: &Keyring,
    work: &mut dyn FnMut(&mut Ledger) -> Result<bool, LedgerError>,
) -> Result<Rewritten, LedgerError> {
    if !folder.is_dir() {
        return Ok(Rewritten::default());
    }
    let _writing = folder::hold(folder)?;
    let mut reached = Rewritten::default();
    let listed = list(folder)?;
    if let Some(Listed::Whole(newest)) = listed.first() {
        folder::note_reached(folder, newest.manifest.made_at)?;
    }
    for listed in listed {
        match listed {
            Listed::Whole(backup) => match rewritten(folder, &backup, keyring, work) {
                Ok(Some(new)) => reached.rewritten.push(new.manifest.file),
                Ok(None) => {}
                Err(error) => reached.left.push((backup.manifest.file, error.to_string())),
            },
            Listed::Broken { path, why } => reached.left.push((name_of(&path), why)),
        }
    }
    let aside = "it was set aside as it was found: delete it when it is not needed any more";
    reached.left.extend(set_aside::all(folder).iter().map(|path| (name_of(path), aside.to_owned())));
    Ok(reached)
}

fn rewritten(
    folder: &Path,
    backup: &Backup,
    keyring: &Keyring,
    work: &mut dyn FnMut(&mut Ledger) -> Result<bool, LedgerError>,
) -> Result<Option<Backup>, LedgerError> {
    let key = key_of(backup, keyring)?;
    let (mut copy, path) = opened_copy(folder, backup, &key.clone().into(), &mut |_| true)?;
    if !work(copy.ledger())? {
        return Ok(None);
    }
    copy.close();
    let draft = draft_in(folder);
    let new = written_anew(&path, key, &draft, &backup.manifest, &mut |_| true).and_then(|manifest| {
        let head = |manifest: &super::Manifest| (manifest.head_seq, manifest.head_hash.clone());
        if head(&manifest) == head(&backup.manifest) {
            replace(folder, backup, &draft, manifest)
        } else {
            Err(broken(&backup.path, "its journal grew while it was changed"))
        }
    });
    if new.is_err() {
        discard(&draft);
    }
    new.map(Some)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
