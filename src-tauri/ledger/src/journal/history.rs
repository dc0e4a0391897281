//! The history, as a person reads it: what was done, when, to which records, and whether it still holds.
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use kindly_records::{ClientId, Kind};
use rusqlite::{Connection, Row, named_params};
use uuid::Uuid;

use super::{
    Label,
    changeset::{Change, each},
    content_of, label,
    standing::{holds, is_fixed},
};
use crate::{LedgerError, store::kind_named};

/// Which part of the history is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only what touched records of this client.
    pub client: Option<ClientId>,
    /// Only what touched this record; the id of the profile is nil.
    pub record: Option<(Kind, Uuid)>,
    /// Only what came before this entry.
    pub before: Option<i64>,
    /// At most so many entries.
    pub limit: usize,
}

impl Default for HistoryFilter {
    /// The last hundred entries of all.
    fn default() -> Self {
        Self { client: None, record: None, before: None, limit: 100 }
    }
}

/// A use case in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number in the journal.
    pub seq: i64,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// What was done; `None` where that was erased.
    pub label: Option<Label>,
    /// Whether it still holds.
    pub state: EntryState,
    /// Whether it is never taken back: it finished a letter, or what it held was erased.
    pub fixed: bool,
    /// The older entry that it took back alone.
    pub takes_back: Option<i64>,
    /// What it did to which record; empty where there are more than 1,000, see `sums`.
    pub records: Vec<Touched>,
    /// How many records of each kind and client it touched, and how. A record that moved is told for both clients.
    pub sums: Vec<Sum>,
}

/// Whether a use case still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// It holds.
    Done,
    /// It was taken back, by undo or alone.
    TakenBack,
}

/// What a use case did to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touched {
    /// Its kind.
    pub kind: Kind,
    /// Its id; that of the profile is nil.
    pub id: Uuid,
    /// What was done to it.
    pub change: Change,
}

/// What a use case did to many records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Their kind.
    pub kind: Kind,
    /// Whose they are; `None` where they are nobody's.
    pub client: Option<ClientId>,
    /// What was done to them.
    pub change: Change,
    /// How many they are.
    pub records: u64,
}

/// The entries that are asked for, the newest first.
pub(crate) fn history(
    connection: &Connection,
    filter: &HistoryFilter,
) -> Result<Vec<HistoryEntry>, LedgerError> {
    let mut found = Vec::new();
    let mut before = filter.before.unwrap_or(i64::MAX);
    while found.len() < filter.limit {
        let wanted = filter.limit - found.len();
        let candidates = candidates(connection, filter, before, wanted)?;
        for seq in &candidates {
            if is_meant(connection, filter, *seq)? {
                found.push(read_entry(connection, *seq)?);
            }
        }
        match candidates.last() {
            Some(last) if candidates.len() == wanted => before = *last,
            _ => break,
        }
    }
    Ok(found)
}

/// All entries before one that touched a record, the newest first.
pub(crate) fn entries_of_record(
    connection: &Connection,
    filter: &HistoryFilter,
) -> Result<Vec<i64>, LedgerError> {
    let candidates = candidates(connection, filter, filter.before.unwrap_or(i64::MAX), usize::MAX)?;
    candidates
        .into_iter()
        .filter_map(|seq| is_meant(connection, filter, seq).map(|meant| meant.then_some(seq)).transpose())
        .collect()
}

fn candidates(
    connection: &Connection,
    filter: &HistoryFilter,
    before: i64,
    limit: usize,
) -> Result<Vec<i64>, LedgerError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sql = match (filter.record, filter.client) {
        (Some(_), _) => {
            "SELECT seq FROM journal_touch WHERE record = :record AND kind = :kind AND seq < :before
             UNION SELECT seq FROM journal_touch WHERE record IS NULL AND kind = :kind AND seq < :before
             ORDER BY seq DESC LIMIT :limit"
        }
        (None, Some(_)) => {
            "SELECT DISTINCT seq FROM journal_touch WHERE client = :client AND seq < :before
             ORDER BY seq DESC LIMIT :limit"
        }
        (None, None) => "SELECT seq FROM journal_reach WHERE seq < :before ORDER BY seq DESC LIMIT :limit",
    };
    let mut statement = connection.prepare_cached(sql)?;
    let seq = |row: &Row<'_>| row.get(0);
    let rows = match (filter.record, filter.client) {
        (Some((kind, record)), _) => statement.query_map(
            named_params! { ":record": record, ":kind": kind.name(), ":before": before, ":limit": limit },
            seq,
        )?,
        (None, Some(client)) => statement.query_map(
            named_params! { ":client": Uuid::from(client), ":before": before, ":limit": limit },
            seq,
        )?,
        (None, None) => statement.query_map(named_params! { ":before": before, ":limit": limit }, seq)?,
    };
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a candidate is what was asked for: one that is told in sums must be read, and a record may be asked for
/// together with a client.
fn is_meant(connection: &Connection, filter: &HistoryFilter, seq: i64) -> Result<bool, LedgerError> {
    let Some((kind, record)) = filter.record else { return Ok(true) };
    if let Some(client) = filter.client {
        let mut statement =
            connection.prepare_cached("SELECT 1 FROM journal_touch WHERE seq = ?1 AND client = ?2")?;
        if !statement.exists((seq, Uuid::from(client)))? {
            return Ok(false);
        }
    }
    let mut told = connection.prepare_cached("SELECT 1 FROM journal_touch WHERE seq = ?1 AND record = ?2")?;
    if told.exists((seq, record))? {
        return Ok(true);
    }
    let mut met = false;
    if let Some((_, changeset)) = content_of(connection, seq)? {
        each(&changeset, |row| {
            met |= row.table == kind.name() && row.id() == record;
            Ok(())
        })?;
    }
    Ok(met)
}

fn read_entry(connection: &Connection, seq: i64) -> Result<HistoryEntry, LedgerError> {
    let at: String = connection
        .prepare_cached("SELECT at FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    let at = DateTime::parse_from_rfc3339(&at).map_err(|_| LedgerError::JournalDamaged { seq })?.to_utc();
    let takes_back = connection
        .prepare_cached("SELECT takes_back FROM journal_reach WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    let mut records = BTreeSet::new();
    let mut sums: Vec<Sum> = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT kind, client, change, record, records FROM journal_touch WHERE seq = ?1 ORDER BY turn",
    )?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let (kind, change): (String, String) = (row.get("kind")?, row.get("change")?);
        let unreadable = || LedgerError::Unreadable { table: "journal_touch", column: "kind".to_owned() };
        let kind = kind_named(&kind).ok_or_else(unreadable)?;
        let change = Change::from_name(&change).ok_or_else(unreadable)?;
        let client = row.get::<_, Option<Uuid>>("client")?.map(ClientId::from);
        if let Some(id) = row.get("record")? {
            records.insert(Touched { kind, id, change });
        }
        let number = row.get::<_, i64>("records")?.unsigned_abs();
        match sums.iter_mut().find(|sum| (sum.kind, sum.client, sum.change) == (kind, client, change)) {
            Some(sum) => sum.records += number,
            None => sums.push(Sum { kind, client, change, records: number }),
        }
    }
    let state = if holds(connection, seq)? { EntryState::Done } else { EntryState::TakenBack };
    Ok(HistoryEntry {
        seq,
        at,
        label: label(connection, seq)?,
        state,
        fixed: is_fixed(connection, seq)?,
        takes_back,
        records: records.into_iter().collect(),
        sums,
    })
}
