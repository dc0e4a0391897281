//! What a use case may do inside its transaction.
use kindly_records::{ClientId, IdSource, Kept, Kind, Profile, Record};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{
    LedgerError, Stored,
    store::{Known, blobs, for_each_kind, for_kind, profile, read, write},
};

/// The records as they stand in a running use case: every reading sees what was changed before.
///
/// A record that is not valid, whose client is not there, or that names a record of another client is refused.
pub struct Changes<'transaction> {
    connection: &'transaction Connection,
    known: Known,
}

impl<'transaction> Changes<'transaction> {
    pub(crate) fn new(connection: &'transaction Connection) -> Self {
        Self { connection, known: Known::default() }
    }

    /// Adds a record under a new id.
    pub fn insert<R: Stored>(&mut self, id: R::Id, record: &R) -> Result<(), LedgerError> {
        write::insert(self.connection, &mut self.known, id.into(), record)
    }

    /// Changes a record that is there.
    pub fn update<R: Stored>(&mut self, id: R::Id, record: &R) -> Result<(), LedgerError> {
        write::update(self.connection, &mut self.known, id.into(), record)
    }

    /// Deletes a record. With a client go all records of that client; records that name any other kind of record
    /// stay, and no longer name it.
    pub fn delete<R: Stored>(&mut self, id: R::Id) -> Result<(), LedgerError> {
        self.known.forget();
        write::delete::<R>(self.connection, id.into())
    }

    /// Adds a record of any kind under the next id of `ids`, and returns that id.
    pub fn insert_record(&mut self, ids: &mut IdSource, record: &Record) -> Result<Uuid, LedgerError> {
        let id = ids.next();
        for_each_kind!(record, facts => write::insert(self.connection, &mut self.known, id, facts))?;
        Ok(id)
    }

    /// Adds a record of any kind under a given id, as one that is put back from the history.
    pub fn insert_with(&mut self, id: Uuid, record: &Record) -> Result<(), LedgerError> {
        for_each_kind!(record, facts => write::insert(self.connection, &mut self.known, id, facts))
    }

    /// Changes a record of any kind that is there.
    pub fn update_record(&mut self, id: Uuid, record: &Record) -> Result<(), LedgerError> {
        for_each_kind!(record, facts => write::update(self.connection, &mut self.known, id, facts))
    }

    /// Deletes a record of any kind, as [`Self::delete`] does.
    pub fn delete_record(&mut self, kind: Kind, id: Uuid) -> Result<(), LedgerError> {
        self.known.forget();
        for_kind!(kind,
            Entity => write::delete::<Entity>(self.connection, id),
            profile => Err(LedgerError::NotFound { kind, id }))
    }

    /// Keeps the user's letterhead in the place of the one before.
    pub fn set_profile(&mut self, profile: &Profile) -> Result<(), LedgerError> {
        profile::save(self.connection, profile)
    }

    /// Keeps bytes and returns the name to keep in a record: their SHA-256 as 64 hexadecimal digits. They stay when
    /// the use case is taken back, so that doing it again finds them.
    pub fn put_blob(&mut self, bytes: &[u8]) -> Result<String, LedgerError> {
        blobs::put(self.connection, bytes)
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
}
