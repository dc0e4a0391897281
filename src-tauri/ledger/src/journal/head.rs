//! The head of the journal's chain: with it a ledger can be told from its older copies, and from those that went on
//! without it.
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::{hash::Digest, position};
use crate::LedgerError;

/// The last entry of a journal. Whoever holds the same entry under the same number holds all before it as well, since
/// each hash holds that of the entry before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number: how many entries there are; 0 while there is none.
    pub seq: i64,
    /// Its hash; zeros while there is none.
    pub hash: [u8; 32],
    /// When it was made; `None` while there is none, or where the moment cannot be read.
    pub at: Option<DateTime<Utc>>,
}

/// The last entry.
pub(crate) fn head(connection: &Connection) -> Result<Head, LedgerError> {
    let last = position(connection)?;
    Ok(Head { seq: last.seq, hash: last.hash, at: at(connection, last.seq)? })
}

/// The hash of an entry; zeros for 0, which stands before the first; `None` where there is no such entry.
pub(crate) fn hash_at(connection: &Connection, seq: i64) -> Result<Option<Digest>, LedgerError> {
    if seq == 0 {
        return Ok(Some([0; 32]));
    }
    Ok(connection
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?)
}

/// When an entry was made.
pub(crate) fn at(connection: &Connection, seq: i64) -> Result<Option<DateTime<Utc>>, LedgerError> {
    let text: Option<String> = connection
        .prepare_cached("SELECT at FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    Ok(text.and_then(|text| DateTime::parse_from_rfc3339(&text).ok()).map(|at| at.to_utc()))
}
