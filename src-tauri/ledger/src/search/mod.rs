//! Search: texts derived from the records, kept in step with every use case, and built again at any time.
//!
//! Which words of which record can be found stands in one place, the view `searchable`. No trigger keeps the index:
//! with them, taking back 100,000 rows takes minutes.
use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

mod find;
mod names;
mod slips;

pub use find::Hit;
pub(crate) use find::find;
pub(crate) use names::Names;

use crate::{LedgerError, journal::changeset};

/// Below so many changed rows the index is never built again as a whole.
const FOLLOWED_ROWS: usize = 1_000;

/// Brings the index in step with a changeset that was applied: row by row or, where much of it changes, by building
/// it again.
pub(crate) fn follow(connection: &Connection, changeset: &[u8]) -> Result<(), LedgerError> {
    let records = touched(changeset)?;
    if records.len() > FOLLOWED_ROWS {
        // A row that is followed costs several times what it costs in a building.
        let texts: i64 = connection.query_row("SELECT count(*) FROM search_text", [], |row| row.get(0))?;
        if records.len() as u64 * 8 > texts.unsigned_abs() {
            return rebuild(connection);
        }
    }
    let mut added = Vec::new();
    for (table, record) in records {
        added.extend(remove_if_changed(connection, table, record)?);
    }
    // FTS5 collects what it is given as long as the places ascend, and writes at each step back.
    added.sort_by(|one, other| (&one.text.day, one.record).cmp(&(&other.text.day, other.record)));
    added.iter().try_for_each(|entry| add(connection, entry))
}

/// Builds the index again.
pub(crate) fn rebuild(connection: &Connection) -> Result<(), LedgerError> {
    connection.execute_batch(
        "DELETE FROM search_text;
         INSERT INTO search_text (place, kind, record, client, day, title, body)
            SELECT coalesce(unixepoch(day) / 86400, -1000000) * 4294967296
                    + row_number() OVER (PARTITION BY day ORDER BY record),
                kind, record, client, day, title, body
            FROM searchable;
         INSERT INTO search_index (search_index) VALUES ('rebuild');",
    )?;
    Ok(())
}

/// Whether the index says what the records say.
pub(crate) fn agrees(connection: &Connection) -> Result<bool, LedgerError> {
    let differences: i64 = connection.query_row(
        "SELECT count(*) FROM (
            SELECT * FROM (
                SELECT kind, record, client, day, title, body FROM searchable
                EXCEPT SELECT kind, record, client, day, title, body FROM search_text)
            UNION ALL
            SELECT * FROM (
                SELECT kind, record, client, day, title, body FROM search_text
                EXCEPT SELECT kind, record, client, day, title, body FROM searchable))",
        [],
        |row| row.get(0),
    )?;
    if differences > 0 {
        return Ok(false);
    }
    // FTS5 answers a difference between its index and the texts as an error.
    let check = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)";
    match connection.execute(check, []).map_err(LedgerError::from) {
        Ok(_) => Ok(true),
        Err(LedgerError::Damaged) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The records that a changeset touches.
fn touched(changeset: &[u8]) -> Result<BTreeSet<(&'static str, Uuid)>, LedgerError> {
    let mut records = BTreeSet::new();
    changeset::each(changeset, |row| {
        // The profile is nothing to be searched for.
        if row.table != "profile" {
            records.insert((row.table, row.id()));
        }
        Ok(())
    })?;
    Ok(records)
}

/// A text that the index is to hold.
struct Entry {
    table: &'static str,
    record: Uuid,
    text: Text,
}

/// What the index holds of a record.
#[derive(PartialEq)]
struct Text {
    client: Option<Uuid>,
    day: Option<String>,
    title: String,
    body: String,
}

impl Text {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            client: row.get("client")?,
            day: row.get("day")?,
            title: row.get("title")?,
            body: row.get("body")?,
        })
    }
}

/// Takes out what the index holds of a record, unless that is right; and returns what it should hold instead.
fn remove_if_changed(
    connection: &Connection,
    table: &'static str,
    record: Uuid,
) -> Result<Option<Entry>, LedgerError> {
    let wanted = connection
        .prepare_cached("SELECT client, day, title, body FROM searchable WHERE kind = ?1 AND record = ?2")?
        .query_row((table, record), Text::read)
        .optional()?;
    let held = connection
        .prepare_cached("SELECT place, client, day, title, body FROM search_text WHERE record = ?1")?
        .query_row([record], |row| Ok((row.get::<_, i64>("place")?, Text::read(row)?)))
        .optional()?;
    if wanted.as_ref() == held.as_ref().map(|(_, text)| text) {
        return Ok(None);
    }
    if let Some((place, text)) = held {
        // The index does not hold the words themselves: it must be told which ones go.
        connection
            .prepare_cached(
                "INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)",
            )?
            .execute((place, text.title, text.body))?;
        connection.prepare_cached("DELETE FROM search_text WHERE place = ?1")?.execute([place])?;
    }
    Ok(wanted.map(|text| Entry { table, record, text }))
}

fn add(connection: &Connection, entry: &Entry) -> Result<(), LedgerError> {
    let Entry { table, record, text: Text { client, day, title, body } } = entry;
    let place = free_place(connection, day.as_deref())?;
    connection
        .prepare_cached(
            "INSERT INTO search_text (place, kind, record, client, day, title, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((place, table, record, client, day, title, body))?;
    connection
        .prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute((place, title, body))?;
    Ok(())
}

/// The place after the last one of a day; what has no day stands before all days.
fn free_place(connection: &Connection, day: Option<&str>) -> Result<i64, LedgerError> {
    let place = connection
        .prepare_cached(
            "WITH first (place) AS (SELECT coalesce(unixepoch(?1) / 86400, -1000000) * 4294967296)
             SELECT 1 + coalesce(
                (SELECT max(place) FROM search_text WHERE place BETWEEN first.place AND first.place + 4294967295),
                first.place)
             FROM first",
        )?
        .query_row([day], |row| row.get(0))?;
    Ok(place)
}
