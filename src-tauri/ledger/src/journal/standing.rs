//! What stands, what stands in the way of what, and which step is next.
use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{
    apply::Direction,
    changeset::{Cell, Change, each},
    content_of, position,
    reach::TOLD_RECORDS,
};
use crate::{
    LedgerError,
    store::{KINDS, names_of},
};

/// The `do` that is taken back, or done again, next.
///
/// Undo goes from where the records stand towards the beginning, and past what stays: what is never taken back, and
/// what that rests on. Redo goes the way back, past what has stayed.
pub(crate) fn next(connection: &Connection, direction: Direction) -> Result<Option<i64>, LedgerError> {
    let mut at = position(connection)?.top;
    match direction {
        Direction::Back => {
            while at > 0 {
                if !is_fixed(connection, at)? && in_the_way(connection, at)?.is_empty() {
                    return Ok(Some(at));
                }
                at = follows(connection, at)?;
            }
            Ok(None)
        }
        Direction::Again => {
            while let Some(child) = youngest_child(connection, at)? {
                if !stands(connection, child)? && !is_erased(connection, child)? {
                    return Ok(Some(child));
                }
                at = child;
            }
            Ok(None)
        }
    }
}

/// Whether a `do` was not taken back, or done again since, by undo and redo.
pub(crate) fn stands(connection: &Connection, seq: i64) -> Result<bool, LedgerError> {
    stood_at(connection, seq, i64::MAX)
}

/// Whether a `do` stood when an entry was made.
pub(crate) fn stood_at(connection: &Connection, seq: i64, entry: i64) -> Result<bool, LedgerError> {
    let last: Option<String> = connection
        .prepare_cached(
            "SELECT action FROM journal WHERE target = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row((seq, entry), |row| row.get(0))
        .optional()?;
    Ok(last.as_deref() != Some("undo"))
}

/// Whether a `do` stands and was not taken back by a later one alone.
pub(crate) fn holds(connection: &Connection, seq: i64) -> Result<bool, LedgerError> {
    Ok(stands(connection, seq)? && taken_back_by(connection, seq)?.is_none())
}

/// The later `do` that took this one back alone, and holds.
fn taken_back_by(connection: &Connection, seq: i64) -> Result<Option<i64>, LedgerError> {
    let later: Vec<i64> = connection
        .prepare_cached("SELECT seq FROM journal_reach WHERE takes_back = ?1")?
        .query_map([seq], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for by in later {
        if holds(connection, by)? {
            return Ok(Some(by));
        }
    }
    Ok(None)
}

/// Whether a `do` is never taken back: it finished a letter, or what it held was erased.
pub(crate) fn is_fixed(connection: &Connection, seq: i64) -> Result<bool, LedgerError> {
    let fixed: Option<bool> = connection
        .prepare_cached("SELECT fixed FROM journal_reach WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    Ok(fixed == Some(true) || is_erased(connection, seq)?)
}

/// Whether a `do` lost what it held.
pub(crate) fn is_erased(connection: &Connection, seq: i64) -> Result<bool, LedgerError> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM journal WHERE seq = ?1 AND label IS NULL")?;
    Ok(statement.exists([seq])?)
}

/// The later use cases, in order, without which this one cannot be taken back: they hold, and touched a record that it
/// touched, or one that rests on a record which it added.
pub(crate) fn in_the_way(connection: &Connection, seq: i64) -> Result<Vec<i64>, LedgerError> {
    let mut later = connection
        .prepare_cached("SELECT seq FROM journal_reach WHERE seq > ?1 AND records > 0 ORDER BY seq")?
        .query_map([seq], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    if later.is_empty() {
        return Ok(later);
    }
    let obstructs =
        |entry: i64| Ok::<_, LedgerError>(holds(connection, entry)? && !cancels(connection, entry, seq)?);
    let records: u32 = connection
        .prepare_cached("SELECT records FROM journal_reach WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    // Whichever of the two questions is the cheaper is asked first.
    if records as usize <= TOLD_RECORDS {
        let touching = touching(connection, seq)?;
        later.retain(|entry| touching.contains(entry));
        return filtered(later, obstructs);
    }
    let mut later = filtered(later, obstructs)?;
    if !later.is_empty() {
        let touching = touching(connection, seq)?;
        later.retain(|entry| touching.contains(entry));
    }
    Ok(later)
}

fn filtered(
    entries: Vec<i64>,
    keep: impl Fn(i64) -> Result<bool, LedgerError>,
) -> Result<Vec<i64>, LedgerError> {
    entries
        .into_iter()
        .filter_map(|entry| keep(entry).map(|kept| kept.then_some(entry)).transpose())
        .collect()
}

/// Whether an entry only took back something that is itself later than `seq`: the two are as if they never were.
fn cancels(connection: &Connection, entry: i64, seq: i64) -> Result<bool, LedgerError> {
    let target: Option<i64> = connection
        .prepare_cached("SELECT takes_back FROM journal_reach WHERE seq = ?1")?
        .query_row([entry], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(target.is_some_and(|target| target > seq))
}

/// The later entries that touched a record of this one, or one that rests on a record which it added, or that deleted
/// one on which something rests that would come back.
fn touching(connection: &Connection, seq: i64) -> Result<BTreeSet<i64>, LedgerError> {
    let Own { mut records, added, needed } = Own::of(connection, seq)?;
    let mut found = BTreeSet::new();
    let mut of_client =
        connection.prepare_cached("SELECT DISTINCT seq FROM journal_touch WHERE client = ?1 AND seq > ?2")?;
    for (table, id) in added {
        if table == "client" {
            let entries = of_client.query_map((id, seq), |row| row.get(0))?;
            found.extend(entries.collect::<Result<Vec<i64>, _>>()?);
        }
        records.extend(names_of(connection, table, id)?);
    }
    let mut of_record =
        connection.prepare_cached("SELECT seq, change FROM journal_touch WHERE record = ?1 AND seq > ?2")?;
    for (id, any) in records.iter().map(|id| (id, true)).chain(needed.iter().map(|id| (id, false))) {
        let mut rows = of_record.query((id, seq))?;
        while let Some(row) = rows.next()? {
            if any || row.get_ref("change")?.as_str().is_ok_and(|change| change == Change::Deleted.name()) {
                found.insert(row.get("seq")?);
            }
        }
    }
    for entry in told_in_sums(connection, seq)? {
        // Of what was erased nothing is left but its sums: it may have touched anything.
        let mut met = true;
        if let Some((_, changeset)) = content_of(connection, entry)? {
            met = false;
            each(&changeset, |row| {
                let id = row.id();
                met |= records.contains(&id) || row.change == Change::Deleted && needed.contains(&id);
                Ok(())
            })?;
        }
        if met {
            found.insert(entry);
        }
    }
    Ok(found)
}

/// What a use case touched, as far as it matters to those that came later.
#[derive(Default)]
struct Own {
    /// All records that it touched.
    records: HashSet<Uuid>,
    /// Those that it added.
    added: Vec<(&'static str, Uuid)>,
    /// Those that its records named before.
    needed: HashSet<Uuid>,
}

impl Own {
    fn of(connection: &Connection, seq: i64) -> Result<Self, LedgerError> {
        let mut own = Self::default();
        if let Some((_, changeset)) = content_of(connection, seq)? {
            each(&changeset, |row| {
                own.records.insert(row.id());
                if row.change == Change::Added {
                    own.added.push((row.table, row.id()));
                }
                own.needed.extend(row.old.iter().skip(1).filter_map(Cell::id));
                Ok(())
            })?;
        }
        Ok(own)
    }
}

/// The later entries of which only sums are kept.
fn told_in_sums(connection: &Connection, seq: i64) -> Result<BTreeSet<i64>, LedgerError> {
    let mut summed = connection.prepare_cached(
        "SELECT DISTINCT seq FROM journal_touch WHERE kind = ?1 AND seq > ?2 AND record IS NULL",
    )?;
    let mut large = BTreeSet::new();
    for kind in KINDS {
        let entries = summed.query_map((kind.name(), seq), |row| row.get(0))?;
        large.extend(entries.collect::<Result<Vec<i64>, _>>()?);
    }
    Ok(large)
}

fn follows(connection: &Connection, seq: i64) -> Result<i64, LedgerError> {
    Ok(connection
        .prepare_cached("SELECT follows FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?)
}

fn youngest_child(connection: &Connection, seq: i64) -> Result<Option<i64>, LedgerError> {
    Ok(connection
        .prepare_cached("SELECT max(seq) FROM journal WHERE follows = ?1")?
        .query_row([seq], |row| row.get(0))?)
}
