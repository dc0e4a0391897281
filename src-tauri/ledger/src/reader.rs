//! Reading, on a connection that cannot write.
use std::collections::BTreeMap;

use kindly_records::{ClientId, Kept, Kind, Profile, Record};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{
    Hit, LedgerError, Stored, search,
    store::{blobs, profile, read},
};

/// Reads what was committed. While one lives, this ledger's writer waits, so that all its answers fit together.
#[derive(Clone, Copy)]
pub struct Reader<'ledger> {
    connection: &'ledger Connection,
}

impl<'ledger> Reader<'ledger> {
    pub(crate) fn new(connection: &'ledger Connection) -> Self {
        Self { connection }
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

    /// At most `limit` records in which every word of `text` begins a word, whatever its case and accents: clients by
    /// how well their name or their contact's fits, then texts, the newest first. No words find nothing.
    pub fn find(&self, text: &str, limit: usize) -> Result<Vec<Hit>, LedgerError> {
        search::find(self.connection, text, limit)
    }

    /// How many records there are of each kind, also of those that have none.
    pub fn counts(&self) -> Result<BTreeMap<Kind, u64>, LedgerError> {
        read::counts(self.connection)
    }
}
