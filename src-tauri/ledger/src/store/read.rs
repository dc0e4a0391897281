//! Reading records, on either connection.
use std::collections::BTreeMap;

use kindly_records::{ClientId, Kept, Kind, Record};
use rusqlite::{Connection, Params};
use uuid::Uuid;

use super::{KINDS, cells::Cells, entity::Entity, for_kind};
use crate::LedgerError;

/// The record with an id.
pub(crate) fn get<R: Entity>(connection: &Connection, id: R::Id) -> Result<Option<Kept<R>>, LedgerError> {
    rows(connection, "WHERE id = ?1", [Into::<Uuid>::into(id)]).map(|mut found| found.pop())
}

/// All records of a kind, by date, then by id.
pub(crate) fn all<R: Entity>(connection: &Connection) -> Result<Vec<Kept<R>>, LedgerError> {
    rows(connection, &format!("ORDER BY {}", R::ORDER), [])
}

/// All records of a kind that belong to a client, by date, then by id.
pub(crate) fn of_client<R: Entity>(
    connection: &Connection,
    client: ClientId,
) -> Result<Vec<Kept<R>>, LedgerError> {
    let Some(column) = R::CLIENT else { return Ok(Vec::new()) };
    rows(connection, &format!("WHERE {column} = ?1 ORDER BY {}", R::ORDER), [Uuid::from(client)])
}

/// The record of any kind with an id.
pub(crate) fn record(connection: &Connection, kind: Kind, id: Uuid) -> Result<Option<Record>, LedgerError> {
    for_kind!(kind,
        Entity => Ok(get::<Entity>(connection, id.into())?.map(|kept| kept.record.into())),
        profile => Ok(None))
}

/// The record in the one row that `table`, a common table expression, puts in the place of a kind's table.
pub(crate) fn from_row<R: Entity>(
    connection: &Connection,
    table: &str,
    row: impl Params,
) -> Result<Option<R>, LedgerError> {
    select(connection, &format!("{table} {}", R::SELECT), row)
        .map(|mut found| found.pop().map(|kept| kept.record))
}

/// How many records of each kind belong to a client; kinds without one are left out.
pub(crate) fn counts_of_client(
    connection: &Connection,
    client: ClientId,
) -> Result<BTreeMap<Kind, u64>, LedgerError> {
    let mut counts = BTreeMap::new();
    for kind in KINDS {
        let column = for_kind!(kind, Entity => <Entity as super::Entity>::CLIENT, profile => None);
        let Some(column) = column else { continue };
        let sql = format!("SELECT count(*) FROM {} WHERE {column} = ?1", kind.name());
        let rows: i64 = connection.prepare_cached(&sql)?.query_row([Uuid::from(client)], |row| row.get(0))?;
        if rows > 0 {
            counts.insert(kind, rows.unsigned_abs());
        }
    }
    Ok(counts)
}

/// How many records there are of each kind.
pub(crate) fn counts(connection: &Connection) -> Result<BTreeMap<Kind, u64>, LedgerError> {
    let count = |kind: Kind| {
        let sql = format!("SELECT count(*) FROM {}", kind.name());
        let rows: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok((kind, rows.unsigned_abs()))
    };
    KINDS.into_iter().map(count).collect()
}

fn rows<R: Entity>(
    connection: &Connection,
    tail: &str,
    parameters: impl Params,
) -> Result<Vec<Kept<R>>, LedgerError> {
    select(connection, &format!("{} {tail}", R::SELECT), parameters)
}

fn select<R: Entity>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
) -> Result<Vec<Kept<R>>, LedgerError> {
    let mut statement = connection.prepare_cached(sql)?;
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut rows = statement.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let cells = Cells::new(R::KIND.name(), &names, row);
        found.push(Kept { id: cells.id("id")?, record: R::read(&cells)? });
    }
    Ok(found)
}
