//! What each use case touched: written beside its entry, so that no history has to read a changeset.
use std::collections::{BTreeMap, HashMap};

use kindly_records::{ClientId, Kind};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::changeset::{Cell, Change, RowChange, each};
use crate::{
    LedgerError,
    store::{client_column, kind_named},
};

/// A use case of more records than these is told in sums: an import of 100,000 rows would be told for nobody.
pub(crate) const TOLD_RECORDS: usize = 1_000;

/// The columns of a letter that stand on its paper, in the layouts that had no others; the others only say where it
/// belongs.
const ON_PAPER: [usize; 6] = [2, 5, 6, 7, 8, 9];
/// The column that said, in those layouts, that a letter was finished: its PDF was saved.
const PDF: usize = 10;
/// The column that says so since. What is said there is never changed, so that no other column needs to be asked.
pub(crate) const FINISHED: usize = 22;

/// One record of one client, as a use case touched it. A record that moved to another client is told for both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Touch {
    table: &'static str,
    client: Option<Uuid>,
    change: Change,
    record: Uuid,
}

/// A kind of record, of one client, that some use case touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The kind.
    pub kind: Kind,
    /// Whose they are; `None` where they are nobody's.
    pub client: Option<ClientId>,
}

/// Writes what a use case touched beside its entry, before anything else is changed.
///
/// `fixed`: it is never taken back, whatever it did.
pub(crate) fn record(
    connection: &Connection,
    seq: i64,
    changeset: &[u8],
    takes_back: Option<i64>,
    fixed: bool,
) -> Result<(), LedgerError> {
    let mut reach = Reach::default();
    each(changeset, |row| {
        reach.add(row, FINISHED, |table, id| client_now(connection, table, id), |_| Ok(false))
    })?;
    reach.write(connection, seq, takes_back, fixed)
}

/// Which kinds of which clients' records were touched after an entry, be it by doing, taking back or doing again.
///
/// What an erasure took out of the journal is not told.
pub(crate) fn since(connection: &Connection, seq: i64) -> Result<Vec<Reached>, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT touch.kind, touch.client FROM journal AS entry
         JOIN journal_touch AS touch ON touch.seq = coalesce(entry.target, entry.seq)
         WHERE entry.seq > ?1",
    )?;
    let mut rows = statement.query([seq])?;
    let mut reached = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get("kind")?;
        let kind = kind_named(&kind)
            .ok_or_else(|| LedgerError::Unreadable { table: "journal_touch", column: "kind".to_owned() })?;
        let client = row.get::<_, Option<Uuid>>("client")?.map(ClientId::from);
        reached.push(Reached { kind, client });
    }
    Ok(reached)
}

/// Writes what every use case touched that was entered before this was kept.
pub(crate) fn derive(connection: &Connection) -> Result<(), LedgerError> {
    let entries: Vec<i64> = connection
        .prepare("SELECT seq FROM journal WHERE action = 'do' AND seq NOT IN (SELECT seq FROM journal_reach) ORDER BY seq")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    // A change says whose a record is only where that changed: what added it said so.
    let mut clients: HashMap<Uuid, Uuid> = HashMap::new();
    for seq in entries {
        let changeset =
            super::content_of(connection, seq)?.map(|(_, changeset)| changeset).unwrap_or_default();
        let mut reach = Reach::default();
        each(&changeset, |row| {
            for client in own_clients(row) {
                clients.insert(row.id(), client);
            }
            reach.add(
                row,
                PDF,
                |table, id| Ok(clients.get(&id).copied().or(client_now(connection, table, id)?)),
                |id| is_saved_now(connection, id),
            )
        })?;
        reach.write(connection, seq, None, false)?;
    }
    Ok(())
}

/// The clients that a change names as the record's, before and after.
pub(crate) fn own_clients(row: &RowChange<'_>) -> impl Iterator<Item = Uuid> {
    let column = client_column(row.table);
    let cells = column.map(|column| [row.before(column), row.after(column)]);
    cells.into_iter().flatten().filter_map(|cell| cell.id())
}

#[derive(Default)]
struct Reach {
    touches: Vec<Touch>,
    records: usize,
    added: usize,
    finished_when_added: bool,
    finished: bool,
}

impl Reach {
    fn add(
        &mut self,
        row: &RowChange<'_>,
        finishes: usize,
        client_of: impl Fn(&'static str, Uuid) -> Result<Option<Uuid>, LedgerError>,
        is_finished: impl Fn(Uuid) -> Result<bool, LedgerError>,
    ) -> Result<(), LedgerError> {
        let (table, change, record) = (row.table, row.change, row.id());
        self.records += 1;
        self.added += usize::from(change == Change::Added);
        let mut clients: Vec<Uuid> = own_clients(row).collect();
        clients.dedup();
        if clients.is_empty() && client_column(table).is_some() {
            clients.extend(client_of(table, record)?);
        }
        if clients.is_empty() {
            self.touches.push(Touch { table, client: None, change, record });
        }
        self.touches.extend(clients.into_iter().map(|client| Touch {
            table,
            client: Some(client),
            change,
            record,
        }));
        if table == "letter" {
            let finished = row.after(finishes);
            self.finished_when_added |= change == Change::Added && matches!(finished, Cell::Text(_));
            let said = |column: &usize| row.after(*column) != Cell::Unsaid;
            self.finished |= change == Change::Changed
                && match finished {
                    Cell::Text(_) => true,
                    Cell::Unsaid => ON_PAPER.iter().any(said) && is_finished(record)?,
                    _ => false,
                };
        }
        Ok(())
    }

    /// Whether it finished a letter, or changed one that was: that is superseded, and never undone. One that came
    /// with other records was not written here: an import can be taken back.
    fn is_fixed(&self) -> bool {
        self.finished || self.finished_when_added && self.added == 1
    }

    fn write(
        self,
        connection: &Connection,
        seq: i64,
        takes_back: Option<i64>,
        fixed: bool,
    ) -> Result<(), LedgerError> {
        let fixed = fixed || self.is_fixed();
        connection
            .prepare_cached(
                "INSERT INTO journal_reach (seq, records, fixed, takes_back) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((seq, i64::try_from(self.records).unwrap_or(i64::MAX), fixed, takes_back))?;
        let mut insert = connection.prepare_cached(
            "INSERT INTO journal_touch (seq, turn, kind, client, change, record, records)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        if self.records <= TOLD_RECORDS {
            for (turn, touch) in (0_i64..).zip(self.touches) {
                let Touch { table, client, change, record } = touch;
                insert.execute((seq, turn, table, client, change.name(), Some(record), 1_i64))?;
            }
            return Ok(());
        }
        let mut sums: BTreeMap<(&str, Option<Uuid>, Change), i64> = BTreeMap::new();
        for touch in self.touches {
            *sums.entry((touch.table, touch.client, touch.change)).or_default() += 1;
        }
        for (turn, ((table, client, change), records)) in (0_i64..).zip(sums) {
            insert.execute((seq, turn, table, client, change.name(), None::<Uuid>, records))?;
        }
        Ok(())
    }
}

impl Change {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Deleted => "deleted",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Added, Self::Changed, Self::Deleted].into_iter().find(|change| change.name() == name)
    }
}

fn client_now(connection: &Connection, table: &'static str, id: Uuid) -> Result<Option<Uuid>, LedgerError> {
    if table == "client" {
        return Ok(Some(id));
    }
    let found = connection
        .prepare_cached(&format!("SELECT client FROM {table} WHERE id = ?1"))?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

fn is_saved_now(connection: &Connection, id: Uuid) -> Result<bool, LedgerError> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM letter WHERE id = ?1 AND pdf_sha256 IS NOT NULL")?;
    Ok(statement.exists([id])?)
}
