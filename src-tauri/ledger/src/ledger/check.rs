//! The check: each part on its own, so that one kind of damage does not hide another.
use std::path::Path;

use rusqlite::{Connection, MAIN_DB};

use crate::{
    Damage, Keyring, LedgerError, journal, search,
    store::{
        self, KINDS, blobs,
        connection::{self, newest},
        for_kind,
        log::Log,
        migrations, read,
    },
};

/// Every problem found. It runs on the writing connection, since FTS5 takes its own check as a write; that is rolled
/// back.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<Vec<Damage>, LedgerError> {
    bring_log_in(connection, path)?;
    let parts: [Part; 7] = [pages, structure, links, records, entries, kept_files, texts];
    run(connection, path, &parts)
}

/// The problems that show soonest.
pub(super) fn quick_check(connection: &Connection, path: &Path) -> Result<Vec<Damage>, LedgerError> {
    run(connection, path, &[last_entries, profile, counts])
}

/// Looks for pages that do not hold together, and for links that lead nowhere, on a connection of its own: what takes
/// too long for the start of a large ledger, and is done beside the work that goes on meanwhile.
///
/// # Errors
/// As [`Ledger::open`](crate::Ledger::open), and what keeps the check itself from running.
pub fn check_structure(path: &Path, keyring: &Keyring) -> Result<Vec<Damage>, LedgerError> {
    let (connection, _held) = connection::open_beside(path, keyring.keys())?;
    run(&connection, path, &[structure, links])
}

/// Every problem found in a file of any layout that was released: in an older one only what every layout has is checked.
pub(crate) fn check_of_any_layout(connection: &Connection, path: &Path) -> Result<Vec<Damage>, LedgerError> {
    let layout: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if layout < i64::from(newest(&migrations::all())) {
        return run(connection, path, &[pages, structure, entries]);
    }
    check(connection, path)
}

/// The problems of a file that a copy of it, written anew, would hide; but for its pages. It only reads.
pub(crate) fn hidden_by_copying(connection: &Connection, path: &Path) -> Result<Vec<Damage>, LedgerError> {
    run(connection, path, &[structure])
}

/// Brings the log into the file: a power cut while that was going on leaves pages in the file that are not whole, and
/// whole in the log. Reading the file alone would call them damaged. A log that is itself damaged stays where it is.
fn bring_log_in(connection: &Connection, path: &Path) -> Result<(), LedgerError> {
    if log(connection, path)?.is_empty() && !connection.is_readonly(MAIN_DB)? {
        // Where somebody reads an earlier state, what can be brought in is.
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
    Ok(())
}

type Part = fn(&Connection, &Path) -> Result<Vec<Damage>, LedgerError>;

fn run(connection: &Connection, path: &Path, parts: &[Part]) -> Result<Vec<Damage>, LedgerError> {
    // Outside a transaction, in which SQLite does not say how long its log is.
    let mut found = log(connection, path)?;
    let transaction = connection.unchecked_transaction()?;
    for part in parts {
        match part(&transaction, path) {
            Ok(problems) => found.extend(problems),
            // A part that cannot even read what it checks has found its damage.
            Err(LedgerError::Damaged) => found.push(Damage::Page("it cannot be read".to_owned())),
            // What SQLite says then is of no use to anybody.
            Err(LedgerError::Storage(_)) => {
                found.push(Damage::Structure("a part of it cannot be read".to_owned()));
            }
            Err(LedgerError::JournalDamaged { seq }) => found.push(Damage::Journal { seq }),
            Err(LedgerError::Unreadable { table, column }) => found.push(Damage::Record { table, column }),
            Err(error) => return Err(error),
        }
    }
    found.dedup();
    Ok(found)
}

/// Saves in the log that can no longer be read: SQLite knows how many pages it has in the log, and reads from it without
/// verifying it again.
fn log(connection: &Connection, path: &Path) -> Result<Vec<Damage>, LedgerError> {
    // What was saved since may only be more.
    let logged: i64 = connection.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))?;
    let whole = Log::beside(path).map_err(LedgerError::file(path))?.map_or(0, |(_, log)| log.frames());
    Ok(if whole < logged { vec![Damage::Log] } else { Vec::new() })
}

/// The end of the chain, as much of it as undo and redo would meet first.
fn last_entries(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    const LAST: i64 = 64;
    let from = journal::position(connection)?.seq - LAST;
    let broken = journal::broken_entries_behind(connection, from)?;
    Ok(broken.into_iter().map(|seq| Damage::Journal { seq }).collect())
}

fn profile(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    store::profile::read(connection)?;
    Ok(Vec::new())
}

/// Every record has its id in every index of its table, as far as counting them tells.
fn counts(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    read::counts(connection)?;
    Ok(Vec::new())
}

fn pages(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    Ok(words(connection, "PRAGMA cipher_integrity_check")?.into_iter().map(Damage::Page).collect())
}

fn structure(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    let answers = words(connection, "PRAGMA quick_check")?;
    Ok(answers.into_iter().filter(|answer| answer != "ok").map(Damage::Structure).collect())
}

fn links(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    let mut found: Vec<Damage> = connection
        .prepare("SELECT \"table\", parent FROM pragma_foreign_key_check")?
        .query_map([], |row| Ok(Damage::Dangling { table: row.get(0)?, parent: row.get(1)? }))?
        .collect::<Result<_, _>>()?;
    for kind in KINDS {
        let named_by = for_kind!(kind, Entity => <Entity as store::Entity>::NAMED_BY, profile => &[]);
        for by in named_by {
            let (table, linked, column) = (by.kind.name(), kind.name(), by.column);
            let sql = format!(
                "SELECT count(*) FROM {table} AS names JOIN {linked} AS named ON named.id = names.{column}
                 WHERE named.client IS NOT names.client"
            );
            let across: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
            if across > 0 {
                found.push(Damage::Across { table, linked });
            }
        }
    }
    Ok(found)
}

fn records(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    let mut found = Vec::new();
    for kind in KINDS {
        let read = for_kind!(kind,
            Entity => read::all::<Entity>(connection).map(drop),
            profile => crate::store::profile::read(connection).map(drop));
        match read {
            Err(LedgerError::Unreadable { table, column }) => found.push(Damage::Record { table, column }),
            other => other?,
        }
    }
    Ok(found)
}

fn entries(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    Ok(journal::broken_entries(connection)?.into_iter().map(|seq| Damage::Journal { seq }).collect())
}

fn kept_files(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    Ok(blobs::altered(connection)?.into_iter().map(|sha256| Damage::Blob { sha256 }).collect())
}

fn texts(connection: &Connection, _: &Path) -> Result<Vec<Damage>, LedgerError> {
    if connection.is_readonly(MAIN_DB)? {
        return Ok(Vec::new());
    }
    Ok(if search::agrees(connection)? { Vec::new() } else { vec![Damage::Search] })
}

fn words(connection: &Connection, pragma: &str) -> Result<Vec<String>, LedgerError> {
    Ok(connection.prepare(pragma)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
