//! The passphrase: set, changed, and a new key under it.
use std::{path::Path, time::Duration};

use kindly_ledger::{
    Keyring, Ledger, LedgerError,
    vault::{self, Protection, RecoveryCode, Secret},
};
use kindly_records::Moment;
use secrecy::SecretString;

use super::{BackupCause, SafetyView, door, passphrase::strong_enough};
use crate::{Practice, PracticeError};

/// What came of a use case that closes the ledger and opens it again: the practice is there also where it failed, unless
/// the ledger could not be opened again.
pub struct Swapped<T> {
    /// The open practice.
    pub practice: Option<Practice>,
    /// What the use case answered.
    pub result: Result<T, PracticeError>,
}

/// A recovery code that nobody had before. It is in force only once the ledger is protected with it.
///
/// # Errors
/// [`LedgerError::NoRandomness`].
pub fn new_recovery_code() -> Result<RecoveryCode, PracticeError> {
    Ok(RecoveryCode::random()?)
}

/// The code, if it was typed as it is printed.
///
/// # Errors
/// [`PracticeError::OtherCode`], with what is wrong.
pub fn retyped(code: &RecoveryCode, typed: &str) -> Result<RecoveryCode, PracticeError> {
    match RecoveryCode::parse(typed) {
        Ok(typed) if *typed.printed() == *code.printed() => Ok(typed),
        Ok(_) => Err(PracticeError::OtherCode { why: "it is a whole code, and another one".to_owned() }),
        Err(LedgerError::RecoveryCodeMistyped { slip }) => Err(PracticeError::OtherCode { why: slip }),
        Err(error) => Err(error.into()),
    }
}

impl Practice {
    /// Whether a passphrase protects the ledger.
    pub fn is_protected(&self) -> bool {
        self.protected
    }

    /// After how many idle minutes the ledger is to be locked; 0: never, or not protected.
    pub(crate) fn idle_minutes(&self) -> u32 {
        if self.protected { self.device.idle_minutes } else { 0 }
    }

    /// After how long without anybody there the ledger is to be locked; `None`: never.
    pub fn locks_after(&self) -> Option<Duration> {
        let minutes = self.device.idle_minutes;
        (self.protected && minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60))
    }

    /// Protects a ledger that is not: a new key, wrapped by a passphrase and by a recovery code, and the file written
    /// anew under it. It is backed up first.
    ///
    /// # Errors
    /// [`PracticeError::WeakPassphrase`]; where it was stopped or something failed, the ledger is as it was.
    pub fn protect(
        self,
        moment: Moment,
        passphrase: &SecretString,
        code: &RecoveryCode,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        match strong_enough(passphrase) {
            Ok(()) => self.rekey(moment, passphrase, code, told),
            Err(error) => Swapped { practice: Some(self), result: Err(error) },
        }
    }

    /// A new key for a ledger that is protected, such as after the passphrase was seen by somebody: the file is written
    /// anew, and the code printed before opens it no more.
    ///
    /// # Errors
    /// [`PracticeError::NotProtected`], [`LedgerError::WrongPassphrase`]; otherwise as [`Self::protect`].
    pub fn new_key(
        self,
        moment: Moment,
        passphrase: &SecretString,
        code: &RecoveryCode,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        if !self.protected {
            return Swapped { practice: Some(self), result: Err(PracticeError::NotProtected) };
        }
        match vault::unlock(&self.path, &Secret::Passphrase(passphrase.clone())) {
            Ok(_) => self.rekey(moment, passphrase, code, told),
            Err(error) => Swapped { practice: Some(self), result: Err(error.into()) },
        }
    }

    fn rekey(
        self,
        moment: Moment,
        passphrase: &SecretString,
        code: &RecoveryCode,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        if let Err(error) = self.back_up_now(moment, BackupCause::BeforeNewKey) {
            return Swapped { practice: Some(self), result: Err(error) };
        }
        let Self { path, keyring, ledger, by_code, .. } = self;
        drop(ledger);
        let (keyring, result) = match vault::protect(&path, &keyring, passphrase, code, told) {
            Ok(renewed) => (renewed, Ok(())),
            Err(error) => (keyring, Err(error.into())),
        };
        Swapped { practice: door::enter(&path, keyring, by_code, moment).practice, result }
    }

    /// Wraps the same key by another passphrase. `old` may be left out only after a recovery code opened the ledger.
    ///
    /// # Errors
    /// [`PracticeError::NotProtected`], [`PracticeError::PassphraseNeeded`], [`LedgerError::WrongPassphrase`],
    /// [`PracticeError::WeakPassphrase`]; the old one holds then.
    pub fn change_passphrase(
        &mut self,
        old: Option<&SecretString>,
        passphrase: &SecretString,
    ) -> Result<(), PracticeError> {
        if !self.protected {
            return Err(PracticeError::NotProtected);
        }
        match old {
            Some(old) => drop(vault::unlock(&self.path, &Secret::Passphrase(old.clone()))?),
            None if self.by_code => {}
            None => return Err(PracticeError::PassphraseNeeded),
        }
        strong_enough(passphrase)?;
        vault::rewrap(&self.path, &self.keyring, passphrase)?;
        self.copy_keys();
        self.by_code = false;
        Ok(())
    }

    /// After how many idle minutes the ledger is locked; 0: never.
    ///
    /// # Errors
    /// [`PracticeError::Write`].
    pub fn set_idle_minutes(&mut self, minutes: u32) -> Result<SafetyView, PracticeError> {
        self.device.idle_minutes = minutes.min(MOST_MINUTES);
        self.device.write(&self.path)?;
        self.safety()
    }
}

/// A day: whoever wants more wants never.
const MOST_MINUTES: u32 = 24 * 60;

/// The key of a ledger, for whoever has no door to show: the command line.
///
/// # Errors
/// [`LedgerError::Protected`] without a secret, and what is wrong with it.
pub(super) fn open_key(path: &Path, secret: Option<&Secret>) -> Result<Keyring, LedgerError> {
    match (vault::protection(path)?, secret) {
        (Protection::Unprotected, _) => vault::load_or_create(path),
        (Protection::Passphrase, Some(secret)) => vault::unlock(path, secret),
        (Protection::Passphrase, None) => Err(LedgerError::Protected { ledger: path.to_owned() }),
    }
}

/// Opens a ledger, and makes it where there is none.
///
/// # Errors
/// As for its key, and whatever keeps it from being opened.
pub(crate) fn open_plainly(path: &Path, secret: Option<&Secret>) -> Result<(Keyring, Ledger), LedgerError> {
    let keyring = open_key(path, secret)?;
    let ledger = Ledger::open(path, &keyring)?;
    Ok((keyring, ledger))
}
