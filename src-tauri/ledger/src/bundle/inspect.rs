//! Looking at a ledger that stands nowhere yet: it is only read, and nothing is asked of it but what every layout has.
use std::{collections::BTreeSet, path::Path};

use rusqlite::Connection;

use crate::{
    LedgerError, journal,
    store::{connection::newest, migrations},
};

/// The layout that this Kindly writes.
pub(super) fn newest_layout() -> i64 {
    newest(&migrations::all()).into()
}

/// Refuses a ledger in an older layout.
pub(super) fn only_newest(ledger: &Path, found: i64) -> Result<(), LedgerError> {
    let known = newest_layout();
    if found < known {
        Err(LedgerError::OlderLayout { ledger: ledger.to_owned(), found, known })
    } else {
        Ok(())
    }
}

/// What is wrong with a ledger's pages, its structure or its journal; `None` where they are whole.
pub(super) fn fault(connection: &Connection) -> Result<Option<&'static str>, LedgerError> {
    let any = |pragma: &str, whole: &str| {
        let mut statement = connection.prepare(pragma)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if row.get_ref(0)?.as_str().ok() != Some(whole) {
                return Ok(true);
            }
        }
        Ok::<_, LedgerError>(false)
    };
    Ok(if any("PRAGMA cipher_integrity_check", "")? {
        Some("pages of its ledger were altered")
    } else if any("PRAGMA quick_check", "ok")? {
        Some("its ledger does not hold together")
    } else if !journal::broken_entries(connection)?.is_empty() {
        Some("the journal of its ledger was altered")
    } else {
        None
    })
}

/// Whether a ledger has any table, index, view or trigger that its layout does not have, or one of them in another
/// form, or lacks one: what runs by itself when records are saved must be ours.
pub(super) fn is_laid_out_otherwise(connection: &Connection, layout: i64) -> Result<bool, LedgerError> {
    let mut own = Connection::open_in_memory()?;
    let layout = usize::try_from(layout).unwrap_or_default();
    if migrations::all().to_version(&mut own, layout).is_err() {
        return Ok(true);
    }
    // What search keeps its words in is made by SQLite, in the form of its version.
    let indexes: Vec<String> = own
        .prepare("SELECT name || '_' FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let objects = |connection: &Connection| {
        let mut statement =
            connection.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")?;
        let rows = statement.query_map([], |row| {
            Ok::<[String; 4], _>([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        })?;
        let mut found = rows.collect::<Result<BTreeSet<_>, _>>()?;
        found.retain(|[kind, name, ..]| {
            kind != "table" || !indexes.iter().any(|index| name.starts_with(index.as_str()))
        });
        Ok::<_, LedgerError>(found)
    };
    Ok(objects(connection)? != objects(&own)?)
}
