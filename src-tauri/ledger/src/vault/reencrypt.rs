//! Writing a ledger anew under another key.
use std::{
    fs::{self, File},
    path::Path,
};

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::LedgerKey;
use crate::{
    LedgerError,
    files::{create_private, moment, sync_folder, with_suffix},
    ledger::check,
    store::{connection::keyed, watched::watched},
};

/// Writes the ledger in `from` into `to`, which must not be there, under another key, and checks what was written.
/// Layout, journal and search come along. `told` hears from 0 to 1, and stops it with `false`.
///
/// # Errors
/// [`LedgerError::Stopped`], [`LedgerError::Broken`] where what was written is not whole, and what the disk refuses;
/// nothing is left at `to` then.
pub fn reencrypt(
    from: &Path,
    old: &LedgerKey,
    to: &Path,
    new: &LedgerKey,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let written = create_private(to).map_err(LedgerError::file(to)).and_then(|file| {
        drop(file);
        // A small ledger is done before the database asks for the first time.
        go_on(told(0.0))?;
        export(from, old, to, new, told)?;
        whole(to, new)?;
        go_on(told(1.0))?;
        File::open(to).and_then(|file| file.sync_all()).map_err(LedgerError::file(to))?;
        sync_folder(to).map_err(LedgerError::file(to))
    });
    if written.is_err() {
        remove(to);
    }
    written
}

fn go_on(answer: bool) -> Result<(), LedgerError> {
    if answer { Ok(()) } else { Err(LedgerError::Stopped) }
}

fn export(
    from: &Path,
    old: &LedgerKey,
    to: &Path,
    new: &LedgerKey,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    let mut connection = keyed(from, old, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let number = |connection: &Connection, pragma: &str| {
        connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
    };
    let (layout, application) =
        (number(&connection, "user_version")?, number(&connection, "application_id")?);
    // What stands in the log alone comes along, and the log is empty when the new file takes its place.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let name = to.to_str().ok_or_else(|| {
        LedgerError::file(to)(std::io::Error::new(
            std::io::ErrorKind::InvalidInput,
            "its name is not Unicode",
        ))
    })?;
    let key = Zeroizing::new(["x'", new.hex().as_str(), "'"].concat());
    connection.execute("ATTACH DATABASE ?1 AS renewed KEY ?2", [name, key.as_str()])?;
    let size = fs::metadata(from).map_err(LedgerError::file(from))?.len().max(1) as f64;
    let done = || fs::metadata(to).map_or(0.0, |written| written.len() as f64 / size);
    watched(&mut connection, told, done, |connection| {
        connection.query_row("SELECT sqlcipher_export('renewed')", [], |_| Ok(()))
    })?;
    // The export leaves these behind.
    connection.pragma_update(Some("renewed"), "user_version", layout)?;
    connection.pragma_update(Some("renewed"), "application_id", application)?;
    connection.execute_batch("DETACH DATABASE renewed")?;
    Ok(())
}

/// Reads every page of what was written.
fn whole(file: &Path, key: &LedgerKey) -> Result<(), LedgerError> {
    let connection = keyed(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    match check::check_of_any_layout(&connection, file)?.into_iter().next() {
        None => Ok(()),
        Some(damage) => Err(LedgerError::Broken { ledger: file.to_owned(), damage }),
    }
}

/// Puts a new file in the ledger's place, in one step. Whoever calls holds the ledger alone.
///
/// # Errors
/// [`LedgerError::InUse`] where a log beside the ledger still holds something: it would be read into the new file.
pub(crate) fn swap_in(ledger: &Path, new: &Path) -> Result<(), LedgerError> {
    for suffix in ["-wal", "-shm"] {
        let beside = with_suffix(ledger, suffix);
        match fs::metadata(&beside) {
            Ok(found) if suffix == "-wal" && found.len() > 0 => return Err(LedgerError::InUse),
            Ok(_) => fs::remove_file(&beside).map_err(LedgerError::file(&beside))?,
            Err(_) => {}
        }
    }
    moment();
    let swapped = fs::rename(new, ledger);
    moment();
    swapped.and_then(|()| sync_folder(ledger)).map_err(LedgerError::file(ledger))
}

/// Removes a file that was being written, with what the database puts beside it.
pub(crate) fn remove(draft: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        // What is not there need not go.
        let _ = fs::remove_file(with_suffix(draft, suffix));
    }
}
