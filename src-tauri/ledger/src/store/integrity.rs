//! Who may name whom: a record belongs to a client who is there, and names only records of the same client.
use kindly_records::{ClientId, Kind};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::entity::Entity;
use crate::LedgerError;

/// Whether a row is there.
pub(crate) fn exists(connection: &Connection, kind: Kind, id: Uuid) -> Result<bool, LedgerError> {
    let sql = format!("SELECT 1 FROM {} WHERE id = ?1", kind.name());
    Ok(connection.prepare_cached(&sql)?.exists([id])?)
}

/// Refuses a record whose client or whose links are not there, or not of one client.
pub(crate) fn check_links<R: Entity>(connection: &Connection, record: &R) -> Result<(), LedgerError> {
    let Some(client) = record.client() else { return Ok(()) };
    let (kind, title) = (R::KIND, || record.title());
    if !exists(connection, Kind::Client, client.into())? {
        return Err(LedgerError::NoClient { kind, title: title(), client });
    }
    for (linked, id) in record.links().into_iter().flatten() {
        match client_of(connection, linked, id)? {
            None => return Err(LedgerError::NoLink { kind, title: title(), linked, id }),
            Some(found) if found != client => {
                return Err(LedgerError::LinkAcross { kind, title: title(), linked, id });
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Refuses to move a record to another client while records of the first one name it.
pub(crate) fn check_move<R: Entity>(
    connection: &Connection,
    id: Uuid,
    record: &R,
) -> Result<(), LedgerError> {
    if R::NAMED_BY.is_empty() || client_of(connection, R::KIND, id)? == record.client() {
        return Ok(());
    }
    for by in R::NAMED_BY {
        let sql = format!("SELECT 1 FROM {} WHERE {} = ?1", by.kind.name(), by.column);
        if connection.prepare_cached(&sql)?.exists([id])? {
            return Err(LedgerError::HeldBack { kind: R::KIND, title: record.title(), from: by.kind });
        }
    }
    Ok(())
}

fn client_of(connection: &Connection, kind: Kind, id: Uuid) -> Result<Option<ClientId>, LedgerError> {
    let sql = format!("SELECT client FROM {} WHERE id = ?1", kind.name());
    let client = connection.prepare_cached(&sql)?.query_row([id], |row| row.get::<_, Uuid>(0)).optional()?;
    Ok(client.map(ClientId::from))
}
