//! A record as it stood before a use case, told again from what the journal holds.
use kindly_records::{Kind, Record};
use rusqlite::{
    Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};
use uuid::Uuid;

use super::{
    apply::Direction,
    changeset::{Cell, Change, each},
    content_of,
    history::{HistoryFilter, entries_of_record},
    standing::stood_at,
};
use crate::{
    LedgerError,
    store::{for_kind, read},
};

/// A value, kept beyond the changeset in which it stood.
#[derive(Debug, Clone)]
enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(Vec<u8>),
    Blob(Vec<u8>),
}

impl Value {
    /// `None` where nothing is said.
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Unsaid => None,
            Cell::Null => Some(Self::Null),
            Cell::Integer(number) => Some(Self::Integer(number)),
            Cell::Real(number) => Some(Self::Real(number)),
            Cell::Text(bytes) => Some(Self::Text(bytes.to_vec())),
            Cell::Blob(bytes) => Some(Self::Blob(bytes.to_vec())),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(bytes) => ValueRef::Text(bytes),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// The record as it stood before an entry that touched it; `None` where it was not there, or was not touched.
pub(crate) fn version_before(
    connection: &Connection,
    seq: i64,
    kind: Kind,
    id: Uuid,
) -> Result<Option<Record>, LedgerError> {
    let filter =
        HistoryFilter { record: Some((kind, id)), before: seq.checked_add(1), ..HistoryFilter::default() };
    let mut entries = entries_of_record(connection, &filter)?;
    entries.sort_unstable();
    if entries.pop() != Some(seq) {
        return Ok(None);
    }
    let mut row: Option<Vec<Value>> = None;
    for entry in entries {
        // What had been taken back by then was not there to be changed.
        if stood_at(connection, entry, seq)? {
            follow(connection, entry, kind, id, &mut row)?;
        }
    }
    row.map_or(Ok(None), |row| read_row(connection, kind, row))
}

/// Does to a row what an entry did to it.
fn follow(
    connection: &Connection,
    entry: i64,
    kind: Kind,
    id: Uuid,
    held: &mut Option<Vec<Value>>,
) -> Result<(), LedgerError> {
    let (_, changeset) =
        content_of(connection, entry)?.ok_or(LedgerError::Erased { direction: Direction::Back.words() })?;
    each(&changeset, |row| {
        if row.table != kind.name() || row.id() != id {
            return Ok(());
        }
        match row.change {
            Change::Added => *held = row.new.iter().map(|cell| Value::of(*cell)).collect(),
            Change::Deleted => *held = None,
            Change::Changed => {
                let Some(values) = held else { return Ok(()) };
                for (column, cell) in row.new.iter().enumerate() {
                    let Some(value) = Value::of(*cell) else { continue };
                    // A column that was added after the record was: those between have their defaults, as the row has.
                    while values.len() <= column {
                        values.push(default_of(connection, kind, values.len())?);
                    }
                    values[column] = value;
                }
            }
        }
        Ok(())
    })
}

/// Reads values as the record that they were, through the mapper of its kind.
fn read_row(connection: &Connection, kind: Kind, mut row: Vec<Value>) -> Result<Option<Record>, LedgerError> {
    let columns = columns(connection, kind)?;
    while row.len() < columns.len() {
        row.push(default_of(connection, kind, row.len())?);
    }
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    // The mapper reads its table by name; here the name stands for the one row.
    let table = format!("WITH {} ({}) AS (VALUES ({}))", kind.name(), names.join(", "), places.join(", "));
    for_kind!(kind,
        Entity => Ok(read::from_row::<Entity>(connection, &table, rusqlite::params_from_iter(&row))?.map(Into::into)),
        profile => Ok(None))
}

/// The columns of a kind's table in their order, each with the expression of its default.
fn columns(connection: &Connection, kind: Kind) -> Result<Vec<(String, Option<String>)>, LedgerError> {
    let mut statement =
        connection.prepare_cached("SELECT name, dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([kind.name()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn default_of(connection: &Connection, kind: Kind, column: usize) -> Result<Value, LedgerError> {
    let columns = columns(connection, kind)?;
    let Some((_, Some(expression))) = columns.get(column) else { return Ok(Value::Null) };
    Ok(connection.prepare_cached(&format!("SELECT {expression}"))?.query_row([], |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => Value::Integer(number),
            ValueRef::Real(number) => Value::Real(number),
            ValueRef::Text(bytes) => Value::Text(bytes.to_vec()),
            ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        })
    })?)
}
