//! Checking the journal from its first entry to its last.
use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::{Action, Digest, content, entry};
use crate::LedgerError;

/// The entries that do not fit: to their content, to the entry before them, or to what could be taken back then.
pub(crate) fn broken_entries(connection: &Connection) -> Result<Vec<i64>, LedgerError> {
    let mut statement = connection.prepare(
        "SELECT seq, at, action, follows, target, schema_version, content_sha256, previous_hash, hash, label,
            changeset
         FROM journal
         ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut broken = Vec::new();
    let (mut last, mut previous) = (0, [0; 32]);
    let mut tree = Tree::default();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get("seq")?;
        let (at, name): (String, String) = (row.get("at")?, row.get("action")?);
        let (content_sha256, hash): (Digest, Digest) = (row.get("content_sha256")?, row.get("hash")?);
        let held: Option<(String, Vec<u8>)> = Option::zip(row.get("label")?, row.get("changeset")?);
        let action = Action::from_columns(&name, row.get("follows")?, row.get("target")?);
        if action.is_some_and(|action| matches!(action, Action::Do { .. })) && held.is_none() {
            tree.erased.insert(seq);
        }
        let fits = action.is_some_and(|action| {
            seq == last + 1
                && tree.take(seq, action)
                && entry(
                    &previous,
                    seq,
                    &at,
                    action,
                    row.get("schema_version").unwrap_or(-1),
                    &content_sha256,
                ) == hash
        });
        let linked = row.get::<_, Digest>("previous_hash")? == previous;
        // Without its content an entry was erased, which it may be.
        let whole = held.is_none_or(|(label, changeset)| content(&label, &changeset) == content_sha256);
        if !(fits && linked && whole) {
            broken.push(seq);
        }
        (last, previous) = (seq, hash);
    }
    Ok(broken)
}

/// Those of the entries behind a number that do not fit: to their content, or to the entry before them.
pub(crate) fn broken_entries_behind(connection: &Connection, seq: i64) -> Result<Vec<i64>, LedgerError> {
    let mut last = seq.max(0);
    // Where the entry itself is gone, the one behind it does not fit.
    let mut previous = super::head::hash_at(connection, last)?.unwrap_or([0; 32]);
    let mut statement = connection.prepare(
        "SELECT seq, at, action, follows, target, schema_version, content_sha256, previous_hash, hash, label,
            changeset
         FROM journal
         WHERE seq > ?1
         ORDER BY seq",
    )?;
    let mut rows = statement.query([last])?;
    let mut broken = Vec::new();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get("seq")?;
        let (at, name): (String, String) = (row.get("at")?, row.get("action")?);
        let (content_sha256, hash): (Digest, Digest) = (row.get("content_sha256")?, row.get("hash")?);
        let held: Option<(String, Vec<u8>)> = Option::zip(row.get("label")?, row.get("changeset")?);
        let schema_version = row.get("schema_version").unwrap_or(-1);
        let fits =
            Action::from_columns(&name, row.get("follows")?, row.get("target")?).is_some_and(|action| {
                seq == last + 1 && entry(&previous, seq, &at, action, schema_version, &content_sha256) == hash
            });
        let linked = row.get::<_, Digest>("previous_hash")? == previous;
        let whole = held.is_none_or(|(label, changeset)| content(&label, &changeset) == content_sha256);
        if !(fits && linked && whole) {
            broken.push(seq);
        }
        (last, previous) = (seq, hash);
    }
    Ok(broken)
}

/// The tree of use cases, as far as it has grown, and where the records stand in it.
#[derive(Default)]
struct Tree {
    top: i64,
    parent: HashMap<i64, i64>,
    youngest_child: HashMap<i64, i64>,
    taken_back: HashSet<i64>,
    erased: HashSet<i64>,
}

impl Tree {
    /// Whether an action was possible; follows it in any case.
    fn take(&mut self, seq: i64, action: Action) -> bool {
        match action {
            Action::Do { follows } => {
                let possible = follows == self.top;
                self.parent.insert(seq, follows);
                self.youngest_child.insert(follows, seq);
                self.top = seq;
                possible
            }
            Action::Undo { target } => {
                let possible = self.is_behind(target);
                self.taken_back.insert(target);
                self.top = self.parent.get(&target).copied().unwrap_or_default();
                possible
            }
            Action::Redo { target } => {
                let possible = self.is_ahead(target);
                self.taken_back.remove(&target);
                self.top = target;
                possible
            }
        }
    }

    /// Whether undo comes to a use case: it is the last, or those after it stayed.
    fn is_behind(&self, target: i64) -> bool {
        let mut at = self.top;
        while at > target {
            at = self.parent.get(&at).copied().unwrap_or_default();
        }
        at == target && !self.taken_back.contains(&target)
    }

    /// Whether redo comes to a use case: it is the next, or those before it stayed or were erased.
    fn is_ahead(&self, target: i64) -> bool {
        let mut at = self.top;
        while let Some(child) = self.youngest_child.get(&at).copied() {
            if child == target {
                return self.taken_back.contains(&target);
            }
            if self.taken_back.contains(&child) && !self.erased.contains(&child) {
                return false;
            }
            at = child;
        }
        false
    }
}
