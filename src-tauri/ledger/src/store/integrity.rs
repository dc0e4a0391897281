//! Who may name whom: a record belongs to a client who is there, and names only records of the same client.
use std::collections::HashMap;

use kindly_records::{ClientId, Kind};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{
    client_column,
    entity::{Entity, Link},
};
use crate::LedgerError;

/// Whose a record is, as far as a use case has asked already: an import names the same few clients and agreements
/// thousands of times.
#[derive(Debug, Default)]
pub(crate) struct Known {
    owners: HashMap<(Kind, Uuid), ClientId>,
}

impl Known {
    /// Forgets all, since a record was changed or deleted.
    pub(crate) fn forget(&mut self) {
        self.owners.clear();
    }

    /// The client whose a record is; `None` where the record is not there.
    fn owner(
        &mut self,
        connection: &Connection,
        kind: Kind,
        id: Uuid,
    ) -> Result<Option<ClientId>, LedgerError> {
        if let Some(owner) = self.owners.get(&(kind, id)) {
            return Ok(Some(*owner));
        }
        let owner = match kind {
            Kind::Client => exists(connection, kind, id)?.then(|| ClientId::from(id)),
            _ => client_of(connection, kind, id)?,
        };
        if let Some(owner) = owner {
            self.owners.insert((kind, id), owner);
        }
        Ok(owner)
    }
}

/// Whether a row is there.
pub(crate) fn exists(connection: &Connection, kind: Kind, id: Uuid) -> Result<bool, LedgerError> {
    let sql = format!("SELECT 1 FROM {} WHERE id = ?1", kind.name());
    Ok(connection.prepare_cached(&sql)?.exists([id])?)
}

/// Refuses a record whose client or whose links are not there, or not of one client.
pub(crate) fn check_links<R: Entity>(
    connection: &Connection,
    known: &mut Known,
    record: &R,
) -> Result<(), LedgerError> {
    let Some(client) = record.client() else { return Ok(()) };
    let (kind, title) = (R::KIND, || record.title());
    if known.owner(connection, Kind::Client, client.into())?.is_none() {
        return Err(LedgerError::NoClient { kind, title: title(), client });
    }
    for (linked, id) in record.links().into_iter().flatten() {
        match known.owner(connection, linked, id)? {
            None => return Err(LedgerError::NoLink { kind, title: title(), linked, id }),
            Some(found) if found != client => {
                return Err(LedgerError::LinkAcross { kind, title: title(), linked, id });
            }
            Some(_) => {}
        }
    }
    record.more_links().into_iter().try_for_each(|link| check_link(connection, known, record, client, link))
}

/// Refuses a record that names itself.
pub(crate) fn check_itself<R: Entity>(id: Uuid, record: &R) -> Result<(), LedgerError> {
    match record.more_links().into_iter().find(|link| (link.kind, link.id) == (R::KIND, id)) {
        Some(_) => Err(LedgerError::NamesItself { kind: R::KIND, title: record.title() }),
        None => Ok(()),
    }
}

fn check_link<R: Entity>(
    connection: &Connection,
    known: &mut Known,
    record: &R,
    client: ClientId,
    link: Link,
) -> Result<(), LedgerError> {
    let Link { kind: linked, id, needed } = link;
    let (kind, title) = (R::KIND, || record.title());
    // What is nobody's may be named by everybody's records.
    let is_anybodys = client_column(linked.name()).is_none();
    let there = if is_anybodys {
        exists(connection, linked, id)?.then_some(client)
    } else {
        known.owner(connection, linked, id)?
    };
    match there {
        None if needed => Err(LedgerError::NoLink { kind, title: title(), linked, id }),
        Some(found) if found != client => Err(LedgerError::LinkAcross { kind, title: title(), linked, id }),
        _ => Ok(()),
    }
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
