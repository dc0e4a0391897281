//! Erasing what entries hold: the chain still holds, since it is of hashes.
use std::collections::{BTreeSet, HashSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::{
    changeset::{Cell, each},
    reach::own_clients,
    standing::{holds, is_fixed},
};
use crate::{
    LedgerError,
    store::{FILES, TRACKED, client_column},
};

/// All records that ever were a client's, as far as the journal and the tables know, and the client's own.
pub(crate) fn ever_of_client(connection: &Connection, client: Uuid) -> Result<HashSet<Uuid>, LedgerError> {
    let mut ids = HashSet::from([client]);
    for table in TRACKED {
        if table == "client" || client_column(table).is_none() {
            continue;
        }
        let mut statement =
            connection.prepare_cached(&format!("SELECT id FROM {table} WHERE client = ?1"))?;
        ids.extend(statement.query_map([client], |row| row.get(0))?.collect::<Result<Vec<Uuid>, _>>()?);
    }
    each_payload(connection, |_, _, changeset| {
        each(changeset, |row| {
            if own_clients(row).any(|named| named == client) {
                ids.insert(row.id());
            }
            Ok(())
        })
    })?;
    Ok(ids)
}

/// The entries that touched one of the records, or name one.
pub(crate) fn entries_that_touch(
    connection: &Connection,
    ids: &HashSet<Uuid>,
) -> Result<Vec<i64>, LedgerError> {
    let mut found = Vec::new();
    each_payload(connection, |seq, _, changeset| {
        let mut met = false;
        each(changeset, |row| {
            met = met || row.old.iter().chain(&row.new).filter_map(Cell::id).any(|id| ids.contains(&id));
            Ok(())
        })?;
        if met {
            found.push(seq);
        }
        Ok(())
    })?;
    Ok(found)
}

/// The entries that touched one of the records and hold one of the words, in their label or in their changes; without
/// words all that touched one.
pub(crate) fn entries_that_hold(
    connection: &Connection,
    touched: &HashSet<Uuid>,
    words: &[String],
) -> Result<Vec<i64>, LedgerError> {
    let mut found = Vec::new();
    // In a label and in a column of JSON a quotation mark or a line break stands escaped.
    let needles: Vec<String> = words
        .iter()
        .flat_map(|word| {
            let escaped = serde_json::to_string(word).unwrap_or_default();
            [word.clone(), escaped.trim_matches('"').to_owned()]
        })
        .filter(|needle| !needle.is_empty())
        .collect();
    let holds_word = |bytes: &[u8]| needles.iter().any(|needle| contains(bytes, needle.as_bytes()));
    each_payload(connection, |seq, label, changeset| {
        let mut met = false;
        each(changeset, |row| {
            met = met || touched.contains(&row.id());
            Ok(())
        })?;
        if met && (words.is_empty() || holds_word(label.as_bytes()) || holds_word(changeset)) {
            found.push(seq);
        }
        Ok(())
    })?;
    Ok(found)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// How many of the entries could be taken back until now.
pub(crate) fn undoable(connection: &Connection, entries: &[i64]) -> Result<u64, LedgerError> {
    let mut undoable = 0;
    for seq in entries {
        undoable += u64::from(holds(connection, *seq)? && !is_fixed(connection, *seq)?);
    }
    Ok(undoable)
}

/// Takes what entries hold, for good; and what is known of the records that they touched and that are gone.
pub(crate) fn erase(connection: &Connection, entries: &[i64]) -> Result<(), LedgerError> {
    let mut payload =
        connection.prepare_cached("UPDATE journal SET label = NULL, changeset = NULL WHERE seq = ?1")?;
    let mut fixed = connection.prepare_cached("UPDATE journal_reach SET fixed = 1 WHERE seq = ?1")?;
    for seq in entries {
        payload.execute([seq])?;
        fixed.execute([seq])?;
    }
    Ok(())
}

/// Forgets that records were ever touched.
pub(crate) fn forget_touches(
    connection: &Connection,
    client: Uuid,
    gone: impl Iterator<Item = Uuid>,
) -> Result<(), LedgerError> {
    let mut of_record = connection.prepare_cached("DELETE FROM journal_touch WHERE record = ?1")?;
    for id in gone {
        of_record.execute([id])?;
    }
    connection.execute("DELETE FROM journal_touch WHERE client = ?1", [client])?;
    connection.execute(
        "UPDATE journal_reach SET records = (SELECT coalesce(sum(touch.records), 0) FROM journal_touch AS touch
            WHERE touch.seq = journal_reach.seq)
         WHERE fixed = 1",
        [],
    )?;
    Ok(())
}

/// The kept files that entries name, but for some entries.
pub(crate) fn files_named(connection: &Connection, without: &[i64]) -> Result<BTreeSet<String>, LedgerError> {
    let without: HashSet<i64> = without.iter().copied().collect();
    let mut named = BTreeSet::new();
    each_payload(connection, |seq, _, changeset| {
        if without.contains(&seq) {
            return Ok(());
        }
        each(changeset, |row| {
            for (_, _, place) in FILES.into_iter().filter(|(table, ..)| *table == row.table) {
                for cell in [row.before(place), row.after(place)] {
                    if let Cell::Text(text) = cell {
                        named.insert(String::from_utf8_lossy(text).into_owned());
                    }
                }
            }
            Ok(())
        })
    })?;
    Ok(named)
}

/// Goes through what every entry holds. No hash is asked: what is damaged can be erased as well.
fn each_payload(
    connection: &Connection,
    mut work: impl FnMut(i64, &str, &[u8]) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let mut statement = connection
        .prepare_cached("SELECT seq, label, changeset FROM journal WHERE label IS NOT NULL ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let unreadable = |_| LedgerError::JournalDamaged { seq: row.get("seq").unwrap_or_default() };
        let label = row.get_ref("label")?.as_str().map_err(unreadable)?;
        let changeset = row.get_ref("changeset")?.as_blob().map_err(unreadable)?;
        work(row.get("seq")?, label, changeset)?;
    }
    Ok(())
}
