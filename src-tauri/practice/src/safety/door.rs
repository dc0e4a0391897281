//! The door before the records: what opens at once, what waits for a passphrase, and what is not opened.
use std::path::Path;

use kindly_ledger::{
    Damage, InstanceLock, Keyring, Ledger, LedgerError, backup,
    copies::seen::{self, Noticed},
    cut_log,
    vault::{self, Protection, RecoveryCode, Secret},
};
use kindly_records::Moment;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{BackupRow, Device, DoorView, Swapped, check::at_the_door, list, protect::open_key};
use crate::{Practice, PracticeError, standing::number};

/// How many damages are told: the first say enough.
const TOLD: usize = 5;

/// What stands before the records, and the practice where it is open.
pub struct Door {
    /// `None` while it is locked, or where nothing can be opened.
    pub practice: Option<Practice>,
    /// What is shown.
    pub view: DoorView,
}

/// Opens the ledger at a path, or makes it, where no passphrase is asked for.
pub fn door(path: &Path, moment: Moment) -> Door {
    let unprotected = match vault::protection(path) {
        Ok(Protection::Passphrase) => return Door { practice: None, view: DoorView::Locked },
        Ok(Protection::Unprotected) => vault::load_or_create(path),
        Err(error) => Err(error),
    };
    match unprotected {
        Ok(keyring) => enter(path, keyring, false, moment),
        Err(error) => refused(path, &error),
    }
}

/// Opens it with a passphrase or a recovery code.
///
/// # Errors
/// [`LedgerError::WrongPassphrase`], [`LedgerError::WrongRecoveryCode`], and what is wrong with the key's files.
pub fn unlock(path: &Path, secret: &Secret, moment: Moment) -> Result<Door, PracticeError> {
    let keyring = vault::unlock(path, secret)?;
    Ok(enter(path, keyring, matches!(secret, Secret::Recovery(_)), moment))
}

/// Keeps other windows from the same ledger, as long as it is held.
///
/// # Errors
/// [`LedgerError::AlreadyOpen`].
pub fn only_window(path: &Path) -> Result<InstanceLock, PracticeError> {
    Ok(InstanceLock::take(path)?)
}

/// A recovery code that was typed.
///
/// # Errors
/// [`LedgerError::RecoveryCodeMistyped`].
pub fn recovery_secret(typed: String) -> Result<Secret, PracticeError> {
    Ok(Secret::Recovery(RecoveryCode::parse(&Zeroizing::new(typed))?))
}

/// A recovery code where it reads as one, else a passphrase.
pub fn any_secret(typed: String) -> Secret {
    match RecoveryCode::parse(&typed) {
        Ok(code) => Secret::Recovery(code),
        Err(_) => Secret::Passphrase(SecretString::from(typed)),
    }
}

pub(super) fn enter(path: &Path, keyring: Keyring, by_code: bool, moment: Moment) -> Door {
    if let Err(error) = back_up_before_migration(path, &keyring, moment) {
        return refused(path, &error);
    }
    let ledger = match Ledger::open(path, &keyring) {
        Ok(ledger) => ledger,
        Err(LedgerError::Broken { damage, .. }) => return damaged(path, keyring, by_code, &[damage]),
        Err(LedgerError::Damaged | LedgerError::Storage(_)) => return damaged(path, keyring, by_code, &[]),
        Err(error) => return refused(path, &error),
    };
    let suspect = Device::read(path).suspect;
    let (damage, looked_through) = match at_the_door(path, &keyring, &ledger, suspect) {
        Ok(found) => found,
        Err(LedgerError::Broken { damage, .. }) => (vec![damage], true),
        // So damaged that not even the check runs: what can be read of it tells which pages those are.
        Err(LedgerError::Damaged | LedgerError::Storage(_)) => {
            drop(ledger);
            return damaged(path, keyring, by_code, &[]);
        }
        Err(error) => return refused(path, &error),
    };
    if !damage.is_empty() {
        drop(ledger);
        return damaged(path, keyring, by_code, &damage);
    }
    let noticed = seen::noticed(path, &ledger).unwrap_or_default();
    let mut practice = Practice::with(path, keyring, ledger);
    practice.by_code = by_code;
    let view = noticed.map_or(DoorView::Open, |noticed| other_copy(&practice, noticed));
    practice.door = view.clone();
    practice.opened_at = Some(moment.at);
    practice.looked_through = looked_through;
    if suspect {
        // A backup took the place of the damaged one since, or the disk reads again.
        practice.device.suspect = false;
        let _ = practice.device.write(path);
    }
    Door { practice: Some(practice), view }
}

/// An update changes the layout only of a ledger that lies among the backups.
fn back_up_before_migration(path: &Path, keyring: &Keyring, moment: Moment) -> Result<(), LedgerError> {
    // What cannot be looked at is told by whoever opens it next.
    if !Ledger::is_older(path, keyring).unwrap_or_default() {
        return Ok(());
    }
    let (folder, why) = (backup::folder_of(path), backup::Why::BeforeMigration);
    let source = backup::Source::new(path, keyring);
    source.back_up(&folder, moment.at, why, env!("CARGO_PKG_VERSION"), &mut |_| true).map(drop)
}

fn other_copy(practice: &Practice, noticed: Noticed) -> DoorView {
    let (seen, found, apart) = match noticed {
        Noticed::Older { seen_seq, seq } => (seen_seq, seq, false),
        Noticed::Apart { at_seq } => (at_seq, practice.ledger.journal_position(), true),
    };
    DoorView::OtherCopy { seen: steps(seen), found: steps(found), apart, newest: newest(&practice.path) }
}

/// It is opened to be read, as far as it can be.
fn damaged(path: &Path, keyring: Keyring, by_code: bool, found: &[Damage]) -> Door {
    let readable = Ledger::open_read_only(path, &keyring);
    let mut damage: Vec<String> = found.iter().take(TOLD).map(Damage::to_string).collect();
    if damage.is_empty() {
        let told = readable.as_ref().map_or(Ok(Vec::new()), Ledger::quick_check).unwrap_or_default();
        damage = told.iter().take(TOLD).map(Damage::to_string).collect();
    }
    if damage.is_empty() {
        damage.push(LedgerError::Damaged.to_string());
    }
    let view = DoorView::Damaged {
        damage,
        readable: readable.is_ok(),
        only_log: found == [Damage::Log],
        newest: newest(path),
    };
    let practice = readable.ok().map(|ledger| {
        let mut practice = Practice::with(path, keyring, ledger);
        practice.by_code = by_code;
        practice.door = view.clone();
        practice
    });
    Door { practice, view }
}

fn refused(path: &Path, error: &LedgerError) -> Door {
    let view = DoorView::Refused { message: error.to_string(), newest: newest(path) };
    Door { practice: None, view }
}

fn newest(path: &Path) -> Option<BackupRow> {
    list::rows(&backup::folder_of(path), None).0.into_iter().next()
}

pub(super) fn steps(seq: i64) -> u32 {
    number(usize::try_from(seq).unwrap_or_default())
}

impl Practice {
    /// Opens a ledger to be read only, as far as it can be read: damaged ones too.
    ///
    /// # Errors
    /// What is wrong with the key or the secret; where nothing can be read, the ledger's own.
    pub fn open_to_read(path: &Path, secret: Option<&Secret>) -> Result<Self, PracticeError> {
        let keyring = open_key(path, secret)?;
        let ledger = Ledger::open_read_only(path, &keyring)?;
        Ok(Self::with(path, keyring, ledger))
    }

    /// What stands before the records of a practice that is open.
    pub fn door_view(&self) -> DoorView {
        self.door.clone()
    }

    /// Goes on with a ledger that is not what was open here last.
    ///
    /// # Errors
    /// Where that cannot be written down.
    pub fn accept_copy(&mut self) -> Result<DoorView, PracticeError> {
        seen::accept(&self.path, &self.ledger)?;
        self.door = DoorView::Open;
        Ok(DoorView::Open)
    }

    /// Goes on without the last saves, where only the log beside the file is damaged. A copy of the log is kept.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn go_on_without_log(self, moment: Moment) -> Swapped<DoorView> {
        let Self { path, keyring, ledger, by_code, .. } = self;
        drop(ledger);
        let cut = cut_log(&path);
        let Door { practice, view } = enter(&path, keyring, by_code, moment);
        let result = match cut {
            Ok(_) => match practice.as_ref().map(|practice| seen::accept(&path, &practice.ledger)) {
                Some(Err(error)) => Err(error.into()),
                _ => Ok(view),
            },
            Err(error) => Err(error.into()),
        };
        Swapped { practice, result }
    }

    /// Closes the ledger, and remembers how far it went.
    pub fn close(self) {
        // What is not remembered is only not compared at the next opening.
        let _ = seen::remember(&self.path, &self.ledger);
    }
}
