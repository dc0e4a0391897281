//! The journal: what was done, taken back and done again, in order, for good.
//!
//! Rows are only ever added. What can be taken back or done again is not kept anywhere; it follows from the rows:
//! every `do` names the `do` on whose result it rests, so that the entries form a tree, the records stand at one
//! node of it, undo goes to that node's parent and redo to its youngest child. A new use case is a younger child, and
//! with that the way to the older ones is closed. What is never taken back (a finished letter, what was erased) stays
//! where it is, with what it rests on, and both ways go past it.
use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

mod apply;
mod chain;
pub(crate) mod changeset;
pub(crate) mod erase;
mod hash;
pub(crate) mod head;
pub(crate) mod history;
pub(crate) mod reach;
pub(crate) mod standing;
mod version;

pub(crate) use apply::{Direction, apply};
pub(crate) use chain::{broken_entries, broken_entries_behind};
use hash::{Digest, content, entry};
pub(crate) use standing::next;
pub(crate) use version::version_before;

use crate::LedgerError;

/// What a use case did, as a message key and its arguments: the words are chosen where they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The message's key.
    pub key: String,
    /// The message's arguments, by name.
    pub arguments: BTreeMap<String, String>,
}

/// What an entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// A use case, resting on the result of another (0: of none).
    Do { follows: i64 },
    /// A use case, taken back.
    Undo { target: i64 },
    /// A use case, done again.
    Redo { target: i64 },
}

impl Action {
    fn name(self) -> &'static str {
        match self {
            Self::Do { .. } => "do",
            Self::Undo { .. } => "undo",
            Self::Redo { .. } => "redo",
        }
    }

    /// Reads the three columns that say it; `None` where they contradict each other.
    fn from_columns(name: &str, follows: Option<i64>, target: Option<i64>) -> Option<Self> {
        match (name, follows, target) {
            ("do", Some(follows), None) => Some(Self::Do { follows }),
            ("undo", None, Some(target)) => Some(Self::Undo { target }),
            ("redo", None, Some(target)) => Some(Self::Redo { target }),
            _ => None,
        }
    }

    fn follows(self) -> Option<i64> {
        match self {
            Self::Do { follows } => Some(follows),
            Self::Undo { .. } | Self::Redo { .. } => None,
        }
    }

    fn target(self) -> Option<i64> {
        match self {
            Self::Do { .. } => None,
            Self::Undo { target } | Self::Redo { target } => Some(target),
        }
    }
}

/// Where the journal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// The last entry; 0 while there is none.
    pub(crate) seq: i64,
    /// Its hash; zeros while there is none.
    hash: Digest,
    /// The `do` at whose result the records stand; 0 for none.
    pub(crate) top: i64,
}

/// A use case that can be taken back or done again.
pub(crate) struct Step {
    pub(crate) seq: i64,
    pub(crate) label: Label,
    pub(crate) schema_version: i64,
    pub(crate) changeset: Vec<u8>,
    content_sha256: Digest,
}

/// Where the journal stands now.
pub(crate) fn position(connection: &Connection) -> Result<Position, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT last.seq, last.hash,
            CASE last.action
                WHEN 'do' THEN last.seq
                WHEN 'redo' THEN last.target
                ELSE (SELECT follows FROM journal WHERE seq = last.target)
            END AS top
         FROM journal AS last
         ORDER BY last.seq DESC
         LIMIT 1",
    )?;
    let last = statement
        .query_row([], |row| {
            Ok(Position { seq: row.get("seq")?, hash: row.get("hash")?, top: row.get("top")? })
        })
        .optional()?;
    Ok(last.unwrap_or(Position { seq: 0, hash: [0; 32], top: 0 }))
}

/// The label of a `do`; `None` where it was erased.
pub(crate) fn label(connection: &Connection, seq: i64) -> Result<Option<Label>, LedgerError> {
    let text: Option<String> = connection
        .prepare_cached("SELECT label FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    text.map(|text| read_label(seq, &text)).transpose()
}

/// Entries with their labels.
pub(crate) fn labelled(
    connection: &Connection,
    entries: Vec<i64>,
) -> Result<Vec<(i64, Option<Label>)>, LedgerError> {
    entries.into_iter().map(|seq| Ok((seq, label(connection, seq)?))).collect()
}

/// A `do` with all that is needed to take it back; proven whole by its hash.
pub(crate) fn step(connection: &Connection, seq: i64, direction: Direction) -> Result<Step, LedgerError> {
    let (schema_version, content_sha256) = connection
        .prepare_cached(
            "SELECT schema_version, content_sha256 FROM journal WHERE seq = ?1 AND action = 'do'",
        )?
        .query_row([seq], |row| Ok((row.get("schema_version")?, row.get("content_sha256")?)))
        .optional()?
        .ok_or(LedgerError::NoEntry { seq })?;
    let (label, changeset) =
        content_of(connection, seq)?.ok_or(LedgerError::Erased { direction: direction.words() })?;
    Ok(Step { seq, label, schema_version, changeset, content_sha256 })
}

/// What a `do` holds, proven whole by its hash; `None` where it was erased.
pub(crate) fn content_of(connection: &Connection, seq: i64) -> Result<Option<(Label, Vec<u8>)>, LedgerError> {
    let mut statement =
        connection.prepare_cached("SELECT content_sha256, label, changeset FROM journal WHERE seq = ?1")?;
    let mut rows = statement.query([seq])?;
    let row = rows.next()?.ok_or(LedgerError::NoEntry { seq })?;
    let content_sha256: Digest = row.get("content_sha256")?;
    let (Some(text), Some(changeset)) =
        (row.get::<_, Option<String>>("label")?, row.get::<_, Option<Vec<u8>>>("changeset")?)
    else {
        return Ok(None);
    };
    if content(&text, &changeset) != content_sha256 {
        return Err(LedgerError::JournalDamaged { seq });
    }
    Ok(Some((read_label(seq, &text)?, changeset)))
}

/// Adds a use case to the journal, and returns its entry. Nothing else may have changed since its changeset was taken.
pub(crate) fn append_do(
    connection: &Connection,
    at: DateTime<Utc>,
    schema_version: i64,
    label: &Label,
    changeset: &[u8],
) -> Result<i64, LedgerError> {
    let text = serde_json::to_string(label).expect("a key and its arguments are always JSON");
    let action = Action::Do { follows: position(connection)?.top };
    append(connection, at, schema_version, action, content(&text, changeset), Some((&text, changeset)))
}

/// Adds the taking back, or the doing again, of a use case to the journal. It has no content of its own.
pub(crate) fn append_step(
    connection: &Connection,
    at: DateTime<Utc>,
    schema_version: i64,
    direction: Direction,
    step: &Step,
) -> Result<(), LedgerError> {
    let action = match direction {
        Direction::Back => Action::Undo { target: step.seq },
        Direction::Again => Action::Redo { target: step.seq },
    };
    append(connection, at, schema_version, action, step.content_sha256, None).map(drop)
}

fn append(
    connection: &Connection,
    at: DateTime<Utc>,
    schema_version: i64,
    action: Action,
    content_sha256: Digest,
    content: Option<(&str, &[u8])>,
) -> Result<i64, LedgerError> {
    let last = position(connection)?;
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let seq = last.seq + 1;
    let hash = entry(&last.hash, seq, &at, action, schema_version, &content_sha256);
    connection
        .prepare_cached(
            "INSERT INTO journal (seq, at, action, follows, target, schema_version, content_sha256,
                previous_hash, hash, label, changeset)
             VALUES (:seq, :at, :action, :follows, :target, :schema_version, :content_sha256,
                :previous_hash, :hash, :label, :changeset)",
        )?
        .execute(rusqlite::named_params! {
            ":seq": seq,
            ":at": at,
            ":action": action.name(),
            ":follows": action.follows(),
            ":target": action.target(),
            ":schema_version": schema_version,
            ":content_sha256": content_sha256,
            ":previous_hash": last.hash,
            ":hash": hash,
            ":label": content.map(|(label, _)| label),
            ":changeset": content.map(|(_, changeset)| changeset),
        })?;
    Ok(seq)
}

fn read_label(seq: i64, text: &str) -> Result<Label, LedgerError> {
    serde_json::from_str(text).map_err(|_| LedgerError::JournalDamaged { seq })
}
