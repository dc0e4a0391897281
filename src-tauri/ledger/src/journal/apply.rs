//! Applying a changeset, forwards or backwards, whole or not at all.
use std::sync::{Arc, Mutex};

use rusqlite::{
    Connection,
    session::{ConflictAction, ConflictType, invert_strm},
};

use crate::LedgerError;

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Undo.
    Back,
    /// Redo.
    Again,
}

impl Direction {
    /// How a sentence says it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Back => "taken back",
            Self::Again => "done again",
        }
    }
}

/// Applies a changeset, or its inverse, and returns what was applied.
pub(crate) fn apply(
    connection: &Connection,
    changeset: &[u8],
    direction: Direction,
) -> Result<Vec<u8>, LedgerError> {
    let applied = match direction {
        Direction::Again => changeset.to_vec(),
        Direction::Back => {
            let mut inverse = Vec::with_capacity(changeset.len());
            invert_strm(&mut &changeset[..], &mut inverse)?;
            inverse
        }
    };
    let met = Arc::new(Mutex::new(None));
    let seen = Arc::clone(&met);
    let result = connection.apply_strm(&mut &applied[..], None::<fn(&str) -> bool>, move |conflict, _row| {
        // The row is not looked at: in a conflict of foreign keys SQLite has none, and asking for it crashes.
        if let Ok(mut seen) = seen.lock() {
            seen.get_or_insert(obstacle(&conflict));
        }
        ConflictAction::SQLITE_CHANGESET_ABORT
    });
    let met = met.lock().ok().and_then(|mut met| met.take());
    match (result, met) {
        (_, Some(obstacle)) => Err(LedgerError::InTheWay { direction: direction.words(), obstacle }),
        (Err(error), None) => Err(error.into()),
        (Ok(()), None) => Ok(applied),
    }
}

fn obstacle(conflict: &ConflictType) -> &'static str {
    match conflict {
        ConflictType::SQLITE_CHANGESET_DATA => {
            "a record that it changed has been changed since by something else"
        }
        ConflictType::SQLITE_CHANGESET_NOTFOUND => "a record that it changed is no longer there",
        ConflictType::SQLITE_CHANGESET_CONFLICT => "a record that it would bring back is there already",
        ConflictType::SQLITE_CHANGESET_FOREIGN_KEY => "other records rest on a record that would go",
        _ => "a rule of the ledger stands against it",
    }
}
