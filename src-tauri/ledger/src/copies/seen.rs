//! What was seen last: an older copy that was put in a ledger's place is noticed.
//!
//! The number and the hash of the last entry that was seen stand beside the ledger, in `FILE.seen`. They name nobody
//! and open nothing. Whoever puts the whole folder back, with this file, is not noticed: nothing there knows more.
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::{
    Ledger, LedgerError,
    journal::head,
    store::{blobs::hex, watch},
    vault::with_suffix,
};

/// What is odd about a ledger that was opened, given what was seen at its place last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticed {
    /// It holds less than what was seen: an older copy took its place, or its last entries were lost.
    Older {
        /// The number of the last entry that was seen.
        seen_seq: i64,
        /// The number of the last entry that it holds.
        seq: i64,
    },
    /// It holds another entry where the last one was seen: a copy that went on by itself, or another ledger, took its
    /// place.
    Apart {
        /// The number of the last entry that was seen.
        at_seq: i64,
    },
}

/// Where a ledger's last entry is kept in mind: `FILE.seen` beside `FILE`.
pub fn seen_path(ledger: &Path) -> PathBuf {
    with_suffix(ledger, ".seen")
}

/// Whether something else stands at the ledger's place than was seen there last. A file that cannot be read as what
/// [`remember`] writes says nothing, and so does none.
///
/// # Errors
/// Where the journal cannot be read.
pub fn noticed(path: &Path, ledger: &Ledger) -> Result<Option<Noticed>, LedgerError> {
    let Some(seen) = watch::read(path) else { return Ok(None) };
    let reader = ledger.reader();
    Ok(odd(&seen, reader.head()?.seq, reader.hash_at(seen.seq)?))
}

/// As [`noticed`], on a connection.
pub(crate) fn noticed_by(path: &Path, connection: &Connection) -> Result<Option<Noticed>, LedgerError> {
    let Some(seen) = watch::read(path) else { return Ok(None) };
    Ok(odd(&seen, head::head(connection)?.seq, head::hash_at(connection, seen.seq)?))
}

fn odd(seen: &watch::Saved, seq: i64, held: Option<[u8; 32]>) -> Option<Noticed> {
    if seq < seen.seq {
        return Some(Noticed::Older { seen_seq: seen.seq, seq });
    }
    let same = held.is_some_and(|hash| hex(&hash) == seen.hash);
    (!same).then_some(Noticed::Apart { at_seq: seen.seq })
}

/// Keeps the ledger's last entry in mind, when it is closed or was backed up. Where something was noticed that nobody
/// has accepted yet, all stays as it is, so that it is noticed the next time as well.
///
/// # Errors
/// Where the journal cannot be read.
pub fn remember(path: &Path, ledger: &Ledger) -> Result<(), LedgerError> {
    if noticed(path, ledger)?.is_some() {
        return Ok(());
    }
    accept(path, ledger)
}

/// Keeps the ledger's last entry in mind whatever was seen before: an older copy was restored on purpose, or the user
/// said which of two goes on.
///
/// # Errors
/// Where the journal cannot be read.
pub fn accept(path: &Path, ledger: &Ledger) -> Result<(), LedgerError> {
    let head = ledger.reader().head()?;
    watch::note(path, head.seq, &head.hash);
    ledger.follow();
    Ok(())
}

/// Forgets what was seen, before another ledger is put in this one's place on purpose.
pub(crate) fn forget(path: &Path) {
    // What is not there, or cannot be removed, is at most noticed.
    let _ = std::fs::remove_file(seen_path(path));
}
