//! Moving to another computer, and what to do when two copies of a ledger went apart.
use std::path::{Path, PathBuf};

use kindly_ledger::{
    Ledger, backup,
    bundle::{self, Unbundled},
    copies::{self, Relation, seen},
    vault,
};
use kindly_records::Moment;
use secrecy::SecretString;

use super::{
    BackupCause, BundleView, CopyRelation, CopySide, GoesOn, door, list::stamp, passphrase::strong_enough,
    protect::Swapped, restore::counts,
};
use crate::{Practice, PracticeError, history};

/// How many of a copy's own steps are told.
const TOLD: usize = 5;

/// A bundle that was opened beside the ledger. Its folder is gone with it.
pub struct OpenedBundle {
    folder: PathBuf,
    unbundled: Unbundled,
}

impl Drop for OpenedBundle {
    fn drop(&mut self) {
        // It is encrypted, and what was killed before is cleared at the next opening.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Practice {
    /// Writes everything into one encrypted file to take to another computer.
    ///
    /// # Errors
    /// [`PracticeError::WeakPassphrase`]; what the disk refuses. A file that was there before stays whole then.
    pub fn write_bundle(
        &self,
        moment: Moment,
        to: &Path,
        passphrase: &SecretString,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<(), PracticeError> {
        strong_enough(passphrase)?;
        let version = env!("CARGO_PKG_VERSION");
        bundle::write_bundle(&self.path, &self.keyring, to, passphrase, moment.at, version, told)?;
        Ok(())
    }

    /// Opens a bundle beside the ledger, and says how the two stand to each other. Nothing is changed.
    ///
    /// # Errors
    /// [`kindly_ledger::LedgerError::WrongPassphrase`], [`kindly_ledger::LedgerError::BundleDamaged`].
    pub fn open_bundle(
        &self,
        path: &Path,
        passphrase: &SecretString,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<(OpenedBundle, BundleView), PracticeError> {
        let mut folder = self.path.as_os_str().to_owned();
        folder.push("-arrived");
        let folder = PathBuf::from(folder);
        // What was opened before, and not let go since something stopped it.
        if folder.is_dir() {
            let _ = std::fs::remove_dir_all(&folder);
        }
        std::fs::create_dir(&folder)
            .map_err(|source| PracticeError::Write { file: folder.display().to_string(), source })?;
        let unbundled = match bundle::read_bundle(path, passphrase, &folder, told) {
            Ok(unbundled) => unbundled,
            Err(error) => {
                let _ = std::fs::remove_dir_all(&folder);
                return Err(error.into());
            }
        };
        let bundle = OpenedBundle { folder, unbundled };
        let theirs = Ledger::open(&bundle.unbundled.ledger, &bundle.unbundled.keyring)?;
        let relation = copies::relation(&self.ledger, &theirs)?;
        let (common, view) = match relation {
            _ if self.ledger.journal_position() == 0 => (0, CopyRelation::OursEmpty),
            Relation::Same => (self.ledger.journal_position(), CopyRelation::Same),
            Relation::Ahead { .. } => (theirs.journal_position(), CopyRelation::OursNewer),
            Relation::Behind { .. } => (self.ledger.journal_position(), CopyRelation::TheirsNewer),
            Relation::Apart { common, .. } => (common, CopyRelation::Apart),
            Relation::Strangers => (0, CopyRelation::Strangers),
        };
        let view =
            BundleView { relation: view, ours: side(&self.ledger, common)?, theirs: side(&theirs, common)? };
        Ok((bundle, view))
    }

    /// Goes on with one of the two; the other is kept as a backup. A ledger that comes in gets this computer's key, and
    /// with it this computer's passphrase.
    ///
    /// # Errors
    /// What the disk refuses; the ledger is as it was then.
    pub fn take_bundle(
        self,
        moment: Moment,
        bundle: &OpenedBundle,
        which: GoesOn,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Swapped<()> {
        if which == GoesOn::Ours {
            let kept = self.keep_theirs(moment, bundle).map(drop);
            return Swapped { practice: Some(self), result: kept };
        }
        if self.ledger.journal_position() > 0
            && let Err(error) = self.back_up_now(moment, BackupCause::KeptCopy)
        {
            return Swapped { practice: Some(self), result: Err(error) };
        }
        let Self { path, keyring, ledger, by_code, .. } = self;
        drop(ledger);
        let result = bundle::take_place(&bundle.unbundled, &path, &keyring, told)
            .map(drop)
            .map_err(PracticeError::from);
        let practice = door::enter(&path, keyring, by_code, moment).practice;
        if let Some(practice) = practice.as_ref().filter(|_| result.is_ok()) {
            // This copy was chosen: nobody needs to be told of it at the next start.
            let _ = seen::accept(&path, &practice.ledger);
        }
        Swapped { practice, result }
    }

    /// The ledger of the bundle as a backup among ours, under our key.
    fn keep_theirs(&self, moment: Moment, bundle: &OpenedBundle) -> Result<(), PracticeError> {
        let Unbundled { ledger, keyring, .. } = &bundle.unbundled;
        let renewed = bundle.folder.join("renewed.kindly");
        vault::reencrypt(ledger, keyring.current(), &renewed, self.keyring.current(), &mut |_| true)?;
        let source = backup::Source::new(&renewed, &self.keyring);
        let why = BackupCause::KeptCopy.why();
        source.back_up(
            &backup::folder_of(&self.path),
            moment.at,
            why,
            env!("CARGO_PKG_VERSION"),
            &mut |_| true,
        )?;
        // What came has no key files beside it; ours open it from here on.
        self.copy_keys();
        Ok(())
    }
}

fn side(ledger: &Ledger, common: i64) -> Result<CopySide, PracticeError> {
    let head = ledger.reader().head()?;
    Ok(CopySide {
        steps: door::steps(head.seq),
        own_steps: door::steps(head.seq - common),
        last_at: head.at.map(stamp),
        latest: history::messages_after(ledger.reader(), common, TOLD)?,
        records: counts(ledger)?,
    })
}
