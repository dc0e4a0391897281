//! Reading a backup: all of it, to know that it is whole; or its records, to see what it holds.
use std::{
    collections::BTreeMap,
    fs,
    ops::Deref,
    path::{Path, PathBuf},
};

use kindly_records::Kind;
use rusqlite::{Connection, OpenFlags};

use super::{
    Backup, broken,
    copying::{Part, copy, sum},
    folder::{discard, draft_in, make, still_there},
};
use crate::{
    Damage, Keyring, Ledger, LedgerError, LedgerKey,
    files::with_suffix,
    journal::head,
    ledger::check::check_of_any_layout,
    store::{
        KINDS,
        blobs::hex,
        connection::{APPLICATION_ID, keyed, newest},
        migrations,
        watched::watched,
    },
};

/// Reads all of a backup, and what its manifest says of it. Nothing is written.
///
/// # Errors
/// [`LedgerError::BackupBroken`]; [`LedgerError::BackupKeyMissing`] where none of the keys is its own.
pub fn verify(backup: &Backup, keyring: &Keyring) -> Result<(), LedgerError> {
    verified(backup, keyring, Part { from: 0.0, to: 1.0 }, &mut |_| true)
}

pub(super) fn verified(
    backup: &Backup,
    keyring: &Keyring,
    part: Part,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let half = part.at(0.4);
    still_there(backup)?;
    if sum(&backup.path, Part { to: half, ..part }, told)? != backup.manifest.sha256 {
        return Err(broken(&backup.path, ALTERED));
    }
    let key = key_of(backup, keyring)?;
    let result = (|| {
        let mut connection = keyed(&backup.path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let found = whole(&mut connection, &backup.path, Part { from: half, ..part }, told)?;
        if let Some(damage) = found {
            return Err(broken(&backup.path, damage.to_string()));
        }
        let held = Held::of(&connection)?;
        let manifest = &backup.manifest;
        let said = Held {
            application_id: APPLICATION_ID,
            schema_version: manifest.schema_version,
            head_seq: manifest.head_seq,
            head_hash: manifest.head_hash.clone(),
            counts: manifest.counts.clone(),
        };
        if held == said {
            Ok(())
        } else {
            Err(broken(&backup.path, "it does not hold what its manifest says"))
        }
    })();
    match result {
        Err(LedgerError::Damaged | LedgerError::Storage(_)) => Err(broken(&backup.path, ALTERED)),
        other => other,
    }
}

const ALTERED: &str = "it was altered since it was made";

/// Reads all of a file, and returns the first damage.
pub(super) fn whole(
    connection: &mut Connection,
    path: &Path,
    part: Part,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Option<Damage>, LedgerError> {
    let mut found = checked(connection, path, part, told, check_of_any_layout)?;
    Ok(if found.is_empty() { None } else { Some(found.remove(0)) })
}

/// Runs a check that can be stopped. How far one is cannot be known: it is asked as often, and told its middle.
pub(super) fn checked(
    connection: &mut Connection,
    path: &Path,
    part: Part,
    told: &mut dyn FnMut(f64) -> bool,
    check: fn(&Connection, &Path) -> Result<Vec<Damage>, LedgerError>,
) -> Result<Vec<Damage>, LedgerError> {
    let mut stopped = false;
    let mut asked = |done| {
        stopped = stopped || !told(done);
        !stopped
    };
    // What is interrupted looks like damage to the check.
    let found = watched(connection, &mut asked, || part.at(0.5), |connection| Ok(check(connection, path)));
    if stopped {
        return Err(LedgerError::Stopped);
    }
    found?
}

/// The key that opens a backup.
pub(super) fn key_of<'keys>(
    backup: &Backup,
    keyring: &'keys Keyring,
) -> Result<&'keys LedgerKey, LedgerError> {
    let key_id = &backup.manifest.key_id;
    keyring.key(key_id).ok_or_else(|| LedgerError::BackupKeyMissing {
        backup: backup.path.clone(),
        key_id: key_id.to_string(),
    })
}

/// What a file holds, as far as its manifest says it.
#[derive(PartialEq, Eq)]
pub(super) struct Held {
    pub(super) application_id: i64,
    pub(super) schema_version: i64,
    pub(super) head_seq: i64,
    pub(super) head_hash: String,
    pub(super) counts: BTreeMap<Kind, u64>,
}

impl Held {
    pub(super) fn of(connection: &Connection) -> Result<Self, LedgerError> {
        let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        let head = head::head(connection)?;
        let mut counts = BTreeMap::new();
        for kind in KINDS {
            // An older layout has fewer kinds.
            if connection.table_exists(None, kind.name())? {
                let sql = format!("SELECT count(*) FROM {}", kind.name());
                let rows: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
                counts.insert(kind, rows.unsigned_abs());
            }
        }
        Ok(Self {
            application_id: number("application_id")?,
            schema_version: number("user_version")?,
            head_seq: head.seq,
            head_hash: hex(&head.hash),
            counts,
        })
    }
}

/// A backup that is open to be looked at. One of an older layout is looked at in a copy that was brought up; the
/// backup itself is never written to.
pub struct Preview {
    /// Let go before the rest is tidied up.
    ledger: Option<Ledger>,
    leaves: PathBuf,
}

impl Deref for Preview {
    type Target = Ledger;

    fn deref(&self) -> &Ledger {
        self.ledger.as_ref().expect("it is there until it is let go")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.ledger = None;
        discard(&self.leaves);
    }
}

/// Opens a backup to be looked at.
///
/// # Errors
/// [`LedgerError::BackupBroken`]; [`LedgerError::BackupKeyMissing`].
pub fn open(backup: &Backup, keyring: &Keyring) -> Result<Preview, LedgerError> {
    still_there(backup)?;
    let key = Keyring::from(key_of(backup, keyring)?.clone());
    if backup.manifest.schema_version < i64::from(newest(&migrations::all())) {
        let folder = backup.path.parent().unwrap_or(Path::new("."));
        let (opened, _) = opened_copy(folder, backup, &key, &mut |_| true)?;
        return Ok(opened);
    }
    if sum(&backup.path, Part { from: 0.0, to: 1.0 }, &mut |_| true)? != backup.manifest.sha256 {
        return Err(broken(&backup.path, ALTERED));
    }
    let leaves = with_suffix(&backup.path, ".lock");
    let ledger = Ledger::open_read_only(&backup.path, &key)?;
    Ok(Preview { ledger: Some(ledger), leaves })
}

/// A copy of a backup, open to be changed, in a folder of its own that goes with it; and where it lies.
pub(super) fn opened_copy(
    folder: &Path,
    backup: &Backup,
    key: &Keyring,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(Preview, PathBuf), LedgerError> {
    let leaves = draft_in(folder);
    make(&leaves)?;
    let mut opened = Preview { ledger: None, leaves };
    let path = opened.leaves.join("practice.kindly");
    if copy(&backup.path, &path, Part { from: 0.0, to: 1.0 }, told)? != backup.manifest.sha256 {
        return Err(broken(&backup.path, ALTERED));
    }
    opened.ledger = Some(Ledger::open(&path, key)?);
    Ok((opened, path))
}

impl Preview {
    pub(super) fn ledger(&mut self) -> &mut Ledger {
        self.ledger.as_mut().expect("it is there until it is let go")
    }

    /// Closes the ledger, so that all of it is in its file; the file stays until this is let go.
    pub(super) fn close(&mut self) {
        self.ledger = None;
    }
}

/// The size of a file.
pub(super) fn size(path: &Path) -> Result<u64, LedgerError> {
    Ok(fs::metadata(path).map_err(LedgerError::file(path))?.len())
}
