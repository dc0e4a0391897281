//! Whether the ledger is whole.
use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::TimeDelta;
use kindly_ledger::{Damage, Keyring, Ledger, LedgerError, check_structure};
use kindly_records::{Kind, Moment};
use serde::Serialize;
use ts_rs::TS;

use crate::{Practice, PracticeError};

/// Of a ledger up to so many bytes the pages are read before it is shown; it takes less than a tenth of a second.
const SMALL: u64 = 16 << 20;

/// How often every page is read without being asked for.
const EVERY: TimeDelta = TimeDelta::days(7);

/// What a check of the ledger found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CheckReport {
    /// How many records there are, a kind each.
    pub records: Vec<(Kind, u64)>,
    /// What is damaged, a sentence each; empty when the ledger is whole.
    pub damage: Vec<String>,
}

/// A check beside the work that goes on meanwhile.
pub struct CheckJob {
    path: PathBuf,
    keyring: Keyring,
    /// Every page and every record, or only whether the pages hold together.
    whole: bool,
}

impl CheckJob {
    /// Reads the ledger, on connections of its own.
    ///
    /// # Errors
    /// Where the file cannot even be opened.
    pub fn run(&self) -> Result<Vec<Damage>, PracticeError> {
        if self.whole {
            return Ok(Ledger::open(&self.path, &self.keyring)?.check()?);
        }
        Ok(check_structure(&self.path, &self.keyring)?)
    }
}

impl Practice {
    /// Checks every page, every reference, the journal's chain and the search index.
    ///
    /// # Errors
    /// Where the file cannot even be read.
    pub fn check(&self) -> Result<CheckReport, PracticeError> {
        let damage = self.ledger.check()?.iter().map(ToString::to_string).collect();
        let records = self.ledger.reader().counts()?.into_iter().collect();
        Ok(CheckReport { records, damage })
    }

    /// As [`Self::check`], and remembers when it was.
    ///
    /// # Errors
    /// As [`Self::check`], and [`PracticeError::Write`].
    pub fn check_now(&mut self, moment: Moment) -> Result<CheckReport, PracticeError> {
        let report = self.check()?;
        self.device.checked_at = Some(moment.at);
        self.device.write(&self.path)?;
        Ok(report)
    }

    /// The check that is due: every page once a week, and after opening whether the pages of a large ledger hold together
    /// (those of a small one were read before it was shown).
    pub fn check_job_if_due(&self, moment: Moment) -> Option<CheckJob> {
        if self.ledger.is_read_only() || self.ledger.journal_position() == 0 {
            return None;
        }
        let whole = self.device.checked_at.is_none_or(|at| moment.at - at >= EVERY || at > moment.at);
        let due = whole || !self.looked_through;
        due.then(|| CheckJob { path: self.path.clone(), keyring: self.keyring.clone(), whole })
    }

    /// Remembers what a check found, and answers whether the ledger is to be opened anew, so that its damage stands before
    /// the records.
    ///
    /// # Errors
    /// [`PracticeError::Write`].
    pub fn checked(
        &mut self,
        moment: Moment,
        job: &CheckJob,
        damage: &[Damage],
    ) -> Result<bool, PracticeError> {
        self.looked_through = true;
        if job.whole || !damage.is_empty() {
            self.device.checked_at = job.whole.then_some(moment.at).or(self.device.checked_at);
            self.device.suspect = !damage.is_empty();
            self.device.write(&self.path)?;
        }
        Ok(!damage.is_empty())
    }
}

/// What is wrong with a ledger that was just opened, as far as it can be told before it is shown.
pub(super) fn at_the_door(
    path: &Path,
    keyring: &Keyring,
    ledger: &Ledger,
    suspect: bool,
) -> Result<(Vec<Damage>, bool), LedgerError> {
    let soon = ledger.quick_check()?;
    if !soon.is_empty() {
        return Ok((soon, true));
    }
    if suspect {
        return Ok((ledger.check()?, true));
    }
    if fs::metadata(path).map_or(0, |found| found.len()) > SMALL {
        return Ok((Vec::new(), false));
    }
    Ok((check_structure(path, keyring)?, true))
}
