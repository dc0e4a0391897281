//! Backups: when one is due, made beside the work, and where else they go.
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use kindly_ledger::{
    Keyring, LedgerError, Place,
    backup::{self, Backup, Listed},
};
use kindly_records::Moment;

use super::{
    BackupCause, BackupDone, PlaceWarning, SafetyView, SecondPlace, UnprotectedBackups,
    list::{self, stamp},
};
use crate::{Practice, PracticeError, standing::number};

/// How long work may go on before it is backed up.
const EVERY: TimeDelta = TimeDelta::minutes(30);

/// A backup that is to be made: it runs beside the work, on connections of its own.
pub struct BackupJob {
    path: PathBuf,
    /// Where it goes first.
    folder: PathBuf,
    keyring: Keyring,
    at: DateTime<Utc>,
    cause: BackupCause,
    second: Option<PathBuf>,
    /// The newest backup, where nothing changed since it was made and only the second place lacks it.
    made: Option<Backup>,
}

/// What a job did, for the practice to remember.
pub struct BackedUp {
    backup: Backup,
    at: DateTime<Utc>,
    /// Whether it reached the second place; `None` where there is none.
    second: Option<bool>,
}

impl BackupJob {
    /// Makes the backup, thins the earlier ones out, and brings it to the second place if that is there. `told` hears
    /// from 0 to 1, and answers whether to go on.
    ///
    /// # Errors
    /// [`LedgerError::NotBackedUp`] for a damaged ledger; what the disk refuses. Earlier backups stay whole.
    pub fn run(mut self, told: &mut dyn FnMut(f64) -> bool) -> Result<BackedUp, PracticeError> {
        let made = match self.made.take() {
            Some(made) => made,
            None => self.make(told)?,
        };
        let second = self.second.as_deref().map(|place| self.bring(place));
        Ok(BackedUp { backup: made, at: self.at, second })
    }

    fn make(&self, told: &mut dyn FnMut(f64) -> bool) -> Result<Backup, PracticeError> {
        let source = backup::Source::new(&self.path, &self.keyring);
        let made =
            source.back_up(&self.folder, self.at, self.cause.why(), env!("CARGO_PKG_VERSION"), told)?;
        backup::thin(&self.folder, self.at)?;
        Ok(made)
    }

    /// Brings what the second place lacks; one that is away, full or slow keeps nobody from the first.
    fn bring(&self, place: &Path) -> bool {
        backup::bring_up(&self.folder, place).is_ok() && backup::thin(place, self.at).is_ok()
    }
}

impl Practice {
    /// A backup to be made now.
    ///
    /// # Errors
    /// [`LedgerError::ReadOnly`] for a damaged ledger.
    pub fn backup_job(&self, moment: Moment, cause: BackupCause) -> Result<BackupJob, PracticeError> {
        if self.ledger.is_read_only() {
            return Err(LedgerError::ReadOnly.into());
        }
        Ok(BackupJob {
            path: self.path.clone(),
            folder: backup::folder_of(&self.path),
            keyring: self.keyring.clone(),
            at: moment.at,
            cause,
            second: self.device.second_place.clone(),
            made: None,
        })
    }

    /// A backup to be made now, into a folder that is there; it goes nowhere else.
    ///
    /// # Errors
    /// As [`Self::backup_job`].
    pub fn backup_job_to(&self, moment: Moment, folder: &Path) -> Result<BackupJob, PracticeError> {
        let job = self.backup_job(moment, BackupCause::ByHand)?;
        Ok(BackupJob { folder: folder.to_owned(), second: None, ..job })
    }

    /// A backup to be made if something changed since the last one: on the timer when half an hour has passed as well,
    /// on closing at once.
    ///
    /// # Errors
    /// As [`Self::backup_job`].
    pub fn backup_job_if_due(
        &self,
        moment: Moment,
        cause: BackupCause,
    ) -> Result<Option<BackupJob>, PracticeError> {
        if self.ledger.is_read_only() || self.ledger.journal_position() == 0 {
            return Ok(None);
        }
        let last = self.last_backup();
        let changed =
            last.as_ref().is_none_or(|last| last.manifest.head_seq != self.ledger.journal_position());
        let due = match cause {
            // The first backup of a new ledger comes after half an hour as well, not at its first record.
            BackupCause::Timer => {
                changed
                    && last.as_ref().is_none_or(|last| half_an_hour_ago(moment, last.manifest.made_at))
                    && self.opened_at.is_none_or(|opened| half_an_hour_ago(moment, opened))
            }
            _ => changed,
        };
        if due {
            return self.backup_job(moment, cause).map(Some);
        }
        if cause == BackupCause::Timer && self.second_waits(last.as_ref()) {
            let job = self.backup_job(moment, cause)?;
            return Ok(Some(BackupJob { made: last, ..job }));
        }
        Ok(None)
    }

    /// Remembers what a job did.
    ///
    /// # Errors
    /// [`PracticeError::Write`].
    pub fn backed_up(&mut self, done: BackedUp) -> Result<BackupDone, PracticeError> {
        let BackedUp { backup, at, second } = done;
        if second == Some(true) {
            self.device.second_written_at = Some(at);
            self.device.second_has = Some(backup.manifest.file.clone());
            self.device.erasures_waiting = 0;
            self.device.write(&self.path)?;
        }
        Ok(BackupDone { backup: list::row(&backup.manifest, self.current_key().as_ref()), second })
    }

    /// Makes one while nothing else is done.
    pub(super) fn back_up_now(&self, moment: Moment, cause: BackupCause) -> Result<BackedUp, PracticeError> {
        self.backup_job(moment, cause)?.run(&mut |_| true)
    }

    /// When the newest backup was made, in UTC, as RFC 3339.
    pub(crate) fn backed_up_at(&self) -> Option<String> {
        self.last_backup().map(|last| stamp(last.manifest.made_at))
    }

    fn last_backup(&self) -> Option<Backup> {
        last(&backup::folder_of(&self.path))
    }

    /// Whether the second place is there and has not got the newest backup yet.
    fn second_waits(&self, last: Option<&Backup>) -> bool {
        let (Some(place), Some(last)) = (&self.device.second_place, last) else { return false };
        place.is_dir() && self.device.second_has.as_ref() != Some(&last.manifest.file)
    }

    /// Chooses where else backups go, and brings one there.
    ///
    /// # Errors
    /// [`PracticeError::PlaceTooNear`] for a folder beside the ledger; what the disk refuses.
    pub fn choose_second_place(
        &mut self,
        moment: Moment,
        folder: &Path,
    ) -> Result<SafetyView, PracticeError> {
        let own = self.path.parent().and_then(|own| own.canonicalize().ok());
        let chosen = folder
            .canonicalize()
            .map_err(|source| PracticeError::Read { file: folder.display().to_string(), source })?;
        if own.is_some_and(|own| chosen.starts_with(own)) {
            return Err(PracticeError::PlaceTooNear { folder: folder.display().to_string() });
        }
        self.device.second_place = Some(chosen.join("Kindly backups"));
        self.device.second_has = None;
        self.device.second_written_at = None;
        if let Some(place) = &self.device.second_place {
            std::fs::create_dir_all(place)
                .map_err(|source| PracticeError::Write { file: place.display().to_string(), source })?;
        }
        self.device.write(&self.path)?;
        let done = self.back_up_now(moment, BackupCause::ByHand)?;
        self.backed_up(done)?;
        self.safety()
    }

    /// Sends backups to the first place only; what lies in the second one stays there.
    ///
    /// # Errors
    /// [`PracticeError::Write`].
    pub fn forget_second_place(&mut self) -> Result<SafetyView, PracticeError> {
        self.device.second_place = None;
        self.device.second_has = None;
        self.device.second_written_at = None;
        self.device.erasures_waiting = 0;
        self.device.write(&self.path)?;
        self.safety()
    }

    /// Writes backups that were made before the ledger was protected anew under the present key, or deletes them, in
    /// both places as far as they are there.
    ///
    /// # Errors
    /// [`PracticeError::NotProtected`]; what the disk refuses.
    pub fn settle_unprotected_backups(
        &mut self,
        what: UnprotectedBackups,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<SafetyView, PracticeError> {
        if !self.protected {
            return Err(PracticeError::NotProtected);
        }
        for place in self.places() {
            match what {
                UnprotectedBackups::Protect => backup::reencrypt_all(&place, &self.keyring, told)?,
                UnprotectedBackups::Delete => backup::remove_unprotected(&place, &self.keyring)?,
            };
        }
        self.copy_keys();
        self.safety()
    }

    /// After an erasure the second place is made like the first, at once or when it comes back. True: it waits.
    pub(crate) fn bring_second_up_after_erasure(&mut self, moment: Moment) -> bool {
        let Some(place) = self.device.second_place.clone() else { return false };
        self.device.erasures_waiting += 1;
        let first = backup::folder_of(&self.path);
        if backup::bring_up(&first, &place).is_ok() {
            self.device.erasures_waiting = 0;
            self.device.second_written_at = Some(moment.at);
            self.device.second_has = last(&first).map(|last| last.manifest.file);
        }
        // What could not be written down is asked again of the place itself.
        let _ = self.device.write(&self.path);
        self.device.erasures_waiting > 0
    }

    /// Brings the keys beside the backups up, after they were wrapped anew; a place that is away gets them with the next
    /// backup.
    pub(super) fn copy_keys(&self) {
        for place in self.places() {
            let _ = backup::copy_keys(&self.path, &self.keyring, &place);
        }
    }

    /// The folders with backups that are there now.
    pub(super) fn places(&self) -> Vec<PathBuf> {
        let first = Some(backup::folder_of(&self.path));
        first.into_iter().chain(self.device.second_place.clone()).filter(|place| place.is_dir()).collect()
    }

    /// What Settings says.
    ///
    /// # Errors
    /// Where the ledger's file is gone.
    pub fn safety(&self) -> Result<SafetyView, PracticeError> {
        let current = self.current_key();
        let (backups, broken_backups) = list::rows(&backup::folder_of(&self.path), current.as_ref());
        let unprotected = backups.iter().filter(|row| self.protected && !row.protected).count();
        Ok(SafetyView {
            ledger: self.path.display().to_string(),
            bytes: std::fs::metadata(&self.path).map(|found| found.len()).unwrap_or_default(),
            protected: self.protected,
            idle_minutes: self.device.idle_minutes,
            unprotected_backups: number(unprotected),
            broken_backups,
            second_place: self.device.second_place.as_ref().map(|folder| SecondPlace {
                folder: folder.display().to_string(),
                there: folder.is_dir(),
                current: backups
                    .first()
                    .is_some_and(|newest| self.device.second_has.as_ref() == Some(&newest.name)),
                written_at: self.device.second_written_at.map(stamp),
            }),
            backups,
            checked_at: self.device.checked_at.map(stamp),
            place: place(&self.path),
            erasures_waiting: self.device.erasures_waiting,
        })
    }
}

/// Whether it is time again. A clock that was set back makes what was done look later than now: then it is time as well.
fn half_an_hour_ago(moment: Moment, at: DateTime<Utc>) -> bool {
    let since = moment.at - at;
    since >= EVERY || since < TimeDelta::zero()
}

/// The newest backup in a folder that is whole by its manifest.
pub(super) fn last(folder: &Path) -> Option<Backup> {
    backup::list(folder).unwrap_or_default().into_iter().find_map(|listed| match listed {
        Listed::Whole(backup) => Some(backup),
        Listed::Broken { .. } => None,
    })
}

fn place(ledger: &Path) -> Option<PlaceWarning> {
    match kindly_ledger::place(ledger) {
        Place::Local => None,
        Place::Network { kind } => Some(PlaceWarning::Network { kind }),
        Place::Synced { by } => Some(PlaceWarning::Synced { by }),
    }
}
