//! Adding, changing and deleting records, inside the transaction of a use case.
use kindly_records::Kind;
use rusqlite::{Connection, ErrorCode};
use uuid::Uuid;

use super::{
    TRACKED, client_column,
    entity::Entity,
    integrity::{self, Known},
    read,
};
use crate::LedgerError;

/// Adds a record.
pub(crate) fn insert<R: Entity>(
    connection: &Connection,
    known: &mut Known,
    id: Uuid,
    record: &R,
) -> Result<(), LedgerError> {
    record.check()?;
    if integrity::exists(connection, R::KIND, id)? {
        return Err(LedgerError::AlreadyThere { kind: R::KIND, id });
    }
    integrity::check_itself(id, record)?;
    integrity::check_links(connection, known, record)?;
    save(connection, id, record)
}

/// Changes a record that is there.
pub(crate) fn update<R: Entity>(
    connection: &Connection,
    known: &mut Known,
    id: Uuid,
    record: &R,
) -> Result<(), LedgerError> {
    record.check()?;
    if !R::NAMED_BY.is_empty() {
        known.forget();
    }
    if !integrity::exists(connection, R::KIND, id)? {
        return Err(LedgerError::NotFound { kind: R::KIND, id });
    }
    if R::FREEZES
        && let Some(kept) = read::get::<R>(connection, id.into())?
    {
        kept.record.check_change(record)?;
    }
    integrity::check_itself(id, record)?;
    integrity::check_links(connection, known, record)?;
    integrity::check_move(connection, id, record)?;
    save(connection, id, record)
}

/// Deletes a record: a client with everything of theirs, any other after those that name it have let go.
pub(crate) fn delete<R: Entity>(connection: &Connection, id: Uuid) -> Result<(), LedgerError> {
    if R::KIND == Kind::Client {
        // Children before parents, the client last.
        let children =
            TRACKED.into_iter().rev().filter(|table| *table != "client" && client_column(table).is_some());
        for table in children {
            connection.prepare_cached(&format!("DELETE FROM {table} WHERE client = ?1"))?.execute([id])?;
        }
    }
    for by in R::NAMED_BY {
        let (table, column) = (by.kind.name(), by.column);
        let unlink = if by.owned {
            format!("DELETE FROM {table} WHERE {column} = ?1")
        } else {
            format!("UPDATE {table} SET {column} = NULL WHERE {column} = ?1")
        };
        connection.prepare_cached(&unlink)?.execute([id])?;
    }
    let sql = format!("DELETE FROM {} WHERE id = ?1", R::KIND.name());
    match connection.prepare_cached(&sql)?.execute([id])? {
        0 => Err(LedgerError::NotFound { kind: R::KIND, id }),
        _ => Ok(()),
    }
}

fn save<R: Entity>(connection: &Connection, id: Uuid, record: &R) -> Result<(), LedgerError> {
    let mut statement = connection.prepare_cached(R::SAVE)?;
    match record.save(id, &mut statement) {
        Ok(_) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(LedgerError::OutOfRange { kind: R::KIND, title: record.title() })
        }
        Err(error) => Err(error.into()),
    }
}
