//! The check: each part on its own, so that one kind of damage does not hide another.
use rusqlite::Connection;

use crate::{
    Damage, LedgerError, journal, search,
    store::{self, KINDS, blobs, for_kind, read},
};

/// Every problem found. It runs on the writing connection, since FTS5 takes its own check as a write; that is rolled
/// back.
pub(super) fn check(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    let transaction = connection.unchecked_transaction()?;
    let mut found = Vec::new();
    for part in [pages, structure, links, records, entries, kept_files, texts] {
        match part(&transaction) {
            Ok(problems) => found.extend(problems),
            // A part that cannot even read what it checks has found its damage.
            Err(LedgerError::Damaged) => found.push(Damage::Page("it cannot be read".to_owned())),
            Err(LedgerError::Storage(error)) => found.push(Damage::Structure(error.to_string())),
            Err(error) => return Err(error),
        }
    }
    found.dedup();
    Ok(found)
}

fn pages(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    Ok(words(connection, "PRAGMA cipher_integrity_check")?.into_iter().map(Damage::Page).collect())
}

fn structure(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    let answers = words(connection, "PRAGMA quick_check")?;
    Ok(answers.into_iter().filter(|answer| answer != "ok").map(Damage::Structure).collect())
}

fn links(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    let mut found: Vec<Damage> = connection
        .prepare("SELECT \"table\", parent FROM pragma_foreign_key_check")?
        .query_map([], |row| Ok(Damage::Dangling { table: row.get(0)?, parent: row.get(1)? }))?
        .collect::<Result<_, _>>()?;
    for kind in KINDS {
        let named_by = for_kind!(kind, Entity => <Entity as store::Entity>::NAMED_BY, profile => &[]);
        for by in named_by {
            let (table, linked, column) = (by.kind.name(), kind.name(), by.column);
            let sql = format!(
                "SELECT count(*) FROM {table} JOIN {linked} ON {linked}.id = {table}.{column}
                 WHERE {linked}.client IS NOT {table}.client"
            );
            let across: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
            if across > 0 {
                found.push(Damage::Across { table, linked });
            }
        }
    }
    Ok(found)
}

fn records(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
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

fn entries(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    Ok(journal::broken_entries(connection)?.into_iter().map(|seq| Damage::Journal { seq }).collect())
}

fn kept_files(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    Ok(blobs::altered(connection)?.into_iter().map(|sha256| Damage::Blob { sha256 }).collect())
}

fn texts(connection: &Connection) -> Result<Vec<Damage>, LedgerError> {
    Ok(if search::agrees(connection)? { Vec::new() } else { vec![Damage::Search] })
}

fn words(connection: &Connection, pragma: &str) -> Result<Vec<String>, LedgerError> {
    Ok(connection.prepare(pragma)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
