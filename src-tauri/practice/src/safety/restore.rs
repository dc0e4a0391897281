//! Restoring: what it would mean, and doing it with the present state kept.
use std::path::{Path, PathBuf};

use kindly_ledger::{
    Ledger, LedgerError,
    backup::{self, Backup},
    copies::seen,
    vault::{Keyring, Secret},
};
use kindly_records::{Client, Kind, Moment};

use super::{
    BackupCause, BackupFolder, BackupPreview, KindThenNow,
    door::{self, Door},
    list::{self, named, small},
    protect::Swapped,
};
use crate::{Message, Practice, PracticeError, history, standing::number};

/// How many steps are told of those that would be gone.
const TOLD: usize = 20;

/// A folder with backups that the user chose.
pub struct OpenedFolder {
    path: PathBuf,
    view: BackupFolder,
}

/// Looks into a folder for backups; the one that holds them may also be chosen from above.
///
/// # Errors
/// [`PracticeError::NoBackupsThere`].
pub fn open_folder(path: &Path) -> Result<OpenedFolder, PracticeError> {
    let inside = path.join("Kindly backups");
    let folder = if inside.is_dir() { inside } else { path.to_owned() };
    let (backups, _) = list::rows(&folder, None);
    if backups.is_empty() {
        return Err(PracticeError::NoBackupsThere { folder: path.display().to_string() });
    }
    let protected = backup::keys_are_protected(&folder);
    let view = BackupFolder { folder: folder.display().to_string(), backups, protected };
    Ok(OpenedFolder { path: folder, view })
}

/// A backup by its file: the folder it lies in, and its name there.
///
/// # Errors
/// [`PracticeError::NoBackupsThere`] where no backups lie, [`PracticeError::NoSuchBackup`] where this file is none.
pub fn backup_file(file: &Path) -> Result<(OpenedFolder, String), PracticeError> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = open_folder(parent)?;
    named(&folder.path, &name)?;
    Ok((folder, name))
}

impl OpenedFolder {
    /// What is in it.
    #[must_use]
    pub fn view(&self) -> BackupFolder {
        self.view.clone()
    }
}

/// Restores a backup of this ledger while it cannot be opened, such as when its file is damaged throughout. What is
/// there is set aside first.
///
/// # Errors
/// As [`Practice::restore`]; [`LedgerError::Protected`] where a passphrase is needed first.
pub fn restore_closed(
    path: &Path,
    moment: Moment,
    name: &str,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Door, PracticeError> {
    let folder = open_folder(&backup::folder_of(path))?;
    restore_closed_from(path, moment, &folder, name, None, told)
}

/// Restores a backup from any folder where no ledger is open, such as on a new computer.
///
/// # Errors
/// As [`Practice::restore_from`].
pub fn restore_closed_from(
    path: &Path,
    moment: Moment,
    folder: &OpenedFolder,
    name: &str,
    secret: Option<&Secret>,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Door, PracticeError> {
    let keyring = backup::keyring(&folder.path, secret)?;
    let backup = named(&folder.path, name)?;
    backup::set_aside(path, moment.at)?;
    backup::restore_with_keys(path, &backup, &keyring, &folder.path, told)?;
    match secret {
        Some(secret) => door::unlock(path, secret, moment),
        None => Ok(door::door(path, moment)),
    }
}

impl Practice {
    /// What restoring a backup would mean. Nothing is done.
    ///
    /// # Errors
    /// [`PracticeError::NoSuchBackup`], [`LedgerError::BackupBroken`].
    pub fn preview_backup(&self, name: &str) -> Result<BackupPreview, PracticeError> {
        let backup = named(&backup::folder_of(&self.path), name)?;
        let then = backup::open(&backup, &self.keyring)?;
        let (before, now) = (then.reader().counts()?, self.ledger.reader().counts()?);
        let kinds = Kind::ALL.into_iter().filter_map(|kind| {
            let of = |counts: &std::collections::BTreeMap<Kind, u64>| {
                small(counts.get(&kind).copied().unwrap_or_default())
            };
            let (then, now) = (of(&before), of(&now));
            (then + now > 0).then_some(KindThenNow { kind, then, now })
        });
        let mut clients: Vec<String> =
            then.reader().all::<Client>()?.into_iter().map(|kept| kept.record.name).collect();
        clients.sort_unstable();
        let (since, steps_since) = self.steps_since(backup.manifest.head_seq)?;
        Ok(BackupPreview {
            backup: list::row(&backup.manifest, self.current_key().as_ref()),
            kinds: kinds.collect(),
            clients,
            since,
            steps_since,
        })
    }

    /// What was done after an entry of the journal, latest first, and how many steps that is.
    fn steps_since(&self, seq: i64) -> Result<(Vec<Message>, u32), PracticeError> {
        let all = self.ledger.journal_position() - seq;
        let told = history::messages_after(self.ledger.reader(), seq, TOLD)?;
        Ok((told, number(usize::try_from(all).unwrap_or_default())))
    }

    /// Restores a backup of this ledger. The present state is backed up first, or set aside whole where it is damaged.
    ///
    /// # Errors
    /// [`PracticeError::NoSuchBackup`], [`LedgerError::BackupBroken`]; what was there is there still then, also where
    /// the computer stopped on the way.
    pub fn restore(self, moment: Moment, name: &str, told: &mut dyn FnMut(f64) -> bool) -> Swapped<()> {
        match named(&backup::folder_of(&self.path), name) {
            Ok(backup) => {
                let keyring = self.keyring.clone();
                self.put_in_place(moment, &backup, &keyring, told)
            }
            Err(error) => Swapped { practice: Some(self), result: Err(error) },
        }
    }

    /// Restores a backup from a folder that the user chose; `secret` opens it where it was made under another key.
    ///
    /// # Errors
    /// As [`Self::restore`], and [`LedgerError::WrongPassphrase`].
    pub fn restore_from(
        self,
        moment: Moment,
        folder: &OpenedFolder,
        name: &str,
        secret: Option<&Secret>,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        let found = named(&folder.path, name).and_then(|backup| {
            if self.keyring.key(&backup.manifest.key_id).is_some() {
                return Ok((backup, self.keyring.clone()));
            }
            let theirs = backup::keyring(&folder.path, secret)?;
            Ok((backup, self.keyring.with_earlier(&theirs)))
        });
        match found {
            Ok((backup, keyring)) => self.put_in_place(moment, &backup, &keyring, told),
            Err(error) => Swapped { practice: Some(self), result: Err(error) },
        }
    }

    /// `keyring` has the ledger's own key in front and the backup's among the others.
    fn put_in_place(
        self,
        moment: Moment,
        backup: &Backup,
        keyring: &Keyring,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        if let Err(error) = self.keep_present(moment) {
            return Swapped { practice: Some(self), result: Err(error) };
        }
        let Self { path, keyring: own, ledger, by_code, .. } = self;
        drop(ledger);
        let result = backup::restore(&path, backup, keyring, told).map_err(PracticeError::from);
        let practice = door::enter(&path, own, by_code, moment).practice;
        if let Some(practice) = practice.as_ref().filter(|_| result.is_ok()) {
            // An older state was chosen: nobody needs to be told of it at the next start.
            let _ = seen::accept(&path, &practice.ledger);
        }
        Swapped { practice, result }
    }

    /// The present state, as a backup where it is whole, and as it is where it is not.
    pub(super) fn keep_present(&self, moment: Moment) -> Result<(), PracticeError> {
        match self.back_up_now(moment, BackupCause::BeforeRestore) {
            Err(PracticeError::Ledger(LedgerError::ReadOnly | LedgerError::NotBackedUp { .. })) => {
                backup::set_aside(&self.path, moment.at)?;
                Ok(())
            }
            other => other.map(drop),
        }
    }

    /// The ledger's name is asked for where a key is compared.
    pub(super) fn current_key(&self) -> Option<kindly_ledger::KeyId> {
        self.protected.then(|| self.keyring.current().id())
    }
}

/// A ledger opened beside the present one, to be looked at.
pub(super) fn counts(ledger: &Ledger) -> Result<Vec<crate::erase::KindCount>, PracticeError> {
    let counts = ledger.reader().counts()?;
    let listed = counts.into_iter().filter(|(kind, count)| *count > 0 && *kind != Kind::Profile);
    Ok(listed.map(|(kind, count)| crate::erase::KindCount { kind, count: small(count) }).collect())
}
