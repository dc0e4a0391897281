//! Reading, on a connection that cannot write.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kindly_records::{ClientId, Kept, Kind, Profile, Record};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{
    Head, Hit, LedgerError, Reached, Stored,
    journal::{
        self, head,
        history::{HistoryEntry, HistoryFilter},
    },
    search,
    store::{blobs, profile, read},
};

/// Reads what was committed. While one lives, this ledger's writer waits, so that all its answers fit together.
#[derive(Clone, Copy)]
pub struct Reader<'ledger> {
    connection: &'ledger Connection,
    names: &'ledger search::Names,
}

impl<'ledger> Reader<'ledger> {
    pub(crate) fn new(connection: &'ledger Connection, names: &'ledger search::Names) -> Self {
        Self { connection, names }
    }

    /// The record with an id, if there is one.
    pub fn get<R: Stored>(&self, id: R::Id) -> Result<Option<Kept<R>>, LedgerError> {
        read::get(self.connection, id)
    }

    /// All records of a kind, by date, then by id; clients by id alone, which is the order they came in.
    pub fn all<R: Stored>(&self) -> Result<Vec<Kept<R>>, LedgerError> {
        read::all(self.connection)
    }

    /// All records of a kind that belong to a client, by date, then by id.
    pub fn of_client<R: Stored>(&self, client: ClientId) -> Result<Vec<Kept<R>>, LedgerError> {
        read::of_client(self.connection, client)
    }

    /// The record of any kind with an id, if there is one; the profile has none.
    pub fn record(&self, kind: Kind, id: Uuid) -> Result<Option<Record>, LedgerError> {
        read::record(self.connection, kind, id)
    }

    /// The user's letterhead; the default while none was entered.
    pub fn profile(&self) -> Result<Profile, LedgerError> {
        profile::read(self.connection)
    }

    /// The bytes that were kept under a SHA-256 of 64 hexadecimal digits.
    pub fn blob(&self, sha256: &str) -> Result<Option<Vec<u8>>, LedgerError> {
        blobs::get(self.connection, sha256)
    }

    /// At most `limit` records in which every word of `text` begins a word, whatever its case and accents: names of
    /// clients, their people and referral contacts by how well they fit, slips of the finger allowed for; then texts,
    /// the newest first. No words find nothing.
    pub fn find(&self, text: &str, limit: usize) -> Result<Vec<Hit>, LedgerError> {
        search::find(self.connection, self.names, text, limit)
    }

    /// What was done, the newest first.
    pub fn history(&self, filter: &HistoryFilter) -> Result<Vec<HistoryEntry>, LedgerError> {
        journal::history::history(self.connection, filter)
    }

    /// Which kinds of which clients' records were touched after an entry of the journal, be it by doing, taking back or
    /// doing again: whoever keeps an answer reads only these anew. What an erasure took out of the journal is not told.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn reached_since(&self, seq: i64) -> Result<Vec<Reached>, LedgerError> {
        journal::reach::since(self.connection, seq)
    }

    /// The record as it stood before an entry of the journal that touched it; `None` where it was not there, or the
    /// entry did not touch it. To put it back, change or insert it in a use case of its own.
    ///
    /// # Errors
    /// [`LedgerError::Erased`] where an entry that is needed for it has lost what it held.
    pub fn version_before(&self, seq: i64, kind: Kind, id: Uuid) -> Result<Option<Record>, LedgerError> {
        journal::version_before(self.connection, seq, kind, id)
    }

    /// How many records there are of each kind, also of those that have none.
    pub fn counts(&self) -> Result<BTreeMap<Kind, u64>, LedgerError> {
        read::counts(self.connection)
    }

    /// The last entry of the journal.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn head(&self) -> Result<Head, LedgerError> {
        head::head(self.connection)
    }

    /// The hash of an entry of the journal, which holds that of the entry before; zeros for 0, which stands before the
    /// first; `None` where there is no such entry.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn hash_at(&self, seq: i64) -> Result<Option<[u8; 32]>, LedgerError> {
        head::hash_at(self.connection, seq)
    }

    /// When an entry of the journal was made; `None` where there is no such entry.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn entry_at(&self, seq: i64) -> Result<Option<DateTime<Utc>>, LedgerError> {
        head::at(self.connection, seq)
    }
}
