//! Erasing for good: rows, kept files, search, and what the journal holds of them.
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use kindly_records::{Client, ClientId, Kind};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Ledger, begin, changeset_of, followed};
use crate::{
    Changes, Label, LedgerError,
    journal::{self, erase},
    search,
    store::{FILES, blobs, client_column, kind_named, read, write},
};

/// What erasing a client would take: told before anything is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasurePlan {
    /// How many records of each kind go.
    pub records: BTreeMap<Kind, u64>,
    /// How many entries of the journal lose what they hold.
    pub entries: u64,
    /// How many of these could be taken back until now.
    pub undoable: u64,
    /// How many kept files go: those that nothing else names.
    pub files: u64,
    /// Copies of the ledger beside it, made before an update of its layout, that may hold the client.
    pub copies: Vec<PathBuf>,
}

/// What was erased. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureReceipt {
    /// When.
    pub at: DateTime<Utc>,
    /// SHA-256 of the erased client's id, in 64 hexadecimal digits; `None` where no client was erased.
    pub client_sha256: Option<String>,
    /// SHA-256 of the ids of all records that were erased or rewritten, in ascending order.
    pub ids_sha256: String,
    /// How many records of each kind were erased or rewritten.
    pub records: BTreeMap<Kind, u64>,
    /// How many entries of the journal lost what they held.
    pub entries: u64,
    /// How many kept files went.
    pub files: u64,
    /// Whether the file was written anew and the log beside it emptied, which holds pages as they were before; `false`
    /// where another program held the file or the disk is full.
    pub compacted: bool,
    /// Copies of the ledger beside it, made before an update of its layout, that may still hold it.
    pub copies: Vec<PathBuf>,
}

/// Which entries of the journal lose what they hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct Forget<'caller> {
    /// Those that touched one of these records …
    pub touched: &'caller [(Kind, Uuid)],
    /// … or one that ever was this client's, also where it was removed since …
    pub ever_of: Option<ClientId>,
    /// … and hold one of these words in their label or in their changes; all of them where there are no words.
    pub words: &'caller [String],
}

impl Ledger {
    /// What [`Self::erase_client`] would take.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a client who is not there.
    pub fn erase_plan(&self, client: ClientId) -> Result<ErasurePlan, LedgerError> {
        let connection = &self.reader;
        let reach = Reach::of(connection, client)?;
        Ok(ErasurePlan {
            records: read::counts_of_client(connection, client)?,
            entries: reach.entries.len() as u64,
            undoable: erase::undoable(connection, &reach.entries)?,
            files: orphans(connection, Some(client.into()), &reach.entries)?.len() as u64,
            copies: copies(&self.path),
        })
    }

    /// Erases a client with everything that is recorded of them, for good: records, kept files that nothing else
    /// names, search, and what the journal holds of them. The entry that says so holds the label alone, which must
    /// not name the client.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a client who is not there; nothing has changed then.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a use case makes its label where it calls, and needs it no more"
    )]
    pub fn erase_client(
        &mut self,
        at: DateTime<Utc>,
        client: ClientId,
        label: Label,
    ) -> Result<ErasureReceipt, LedgerError> {
        let schema_version = self.schema_version;
        let transaction = begin(&mut self.writer)?;
        let reach = Reach::of(&transaction, client)?;
        let records = read::counts_of_client(&transaction, client)?;
        write::delete::<Client>(&transaction, client.into())?;
        let (gone, files) = reach.erase(&transaction, client)?;
        let seq = journal::append_do(&transaction, at, schema_version, &label, &[])?;
        journal::reach::record(&transaction, seq, &[], None, true)?;
        search::rebuild(&transaction)?;
        transaction.commit()?;
        self.note();
        Ok(ErasureReceipt {
            at,
            client_sha256: Some(digest([Uuid::from(client)])),
            ids_sha256: digest(gone),
            records,
            entries: reach.entries.len() as u64,
            files,
            compacted: self.compact(),
            copies: copies(&self.path),
        })
    }

    /// Erases a client as [`Self::erase_client`] does, without an entry that says so: the journal stays as long as it was.
    /// This is for backups, which are earlier states of the ledger in whose journal the erasure is told.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a client who is not there; nothing has changed then.
    pub fn erase_client_untold(&mut self, client: ClientId) -> Result<(), LedgerError> {
        let transaction = begin(&mut self.writer)?;
        let reach = Reach::of(&transaction, client)?;
        write::delete::<Client>(&transaction, client.into())?;
        reach.erase(&transaction, client)?;
        search::rebuild(&transaction)?;
        Ok(transaction.commit()?)
    }

    /// Takes what the journal holds of a client who is not there (any more), without an entry that says so; returns whether
    /// it held anything. This is for backups, as [`Self::erase_client_untold`].
    ///
    /// # Errors
    /// What the disk refuses; nothing has changed then.
    pub fn forget_traces(&mut self, client: ClientId) -> Result<bool, LedgerError> {
        let transaction = begin(&mut self.writer)?;
        let reach = Reach::ever(&transaction, client)?;
        if reach.entries.is_empty() {
            return Ok(false);
        }
        reach.erase(&transaction, client)?;
        search::rebuild(&transaction)?;
        transaction.commit()?;
        Ok(true)
    }

    /// Writes records without something that is to be forgotten as [`Self::forget`] does, without an entry that says so.
    /// This is for backups, as [`Self::erase_client_untold`].
    ///
    /// # Errors
    /// What `work` returns, after everything was rolled back; or what the ledger says.
    pub fn forget_untold<T, E: From<LedgerError>>(
        &mut self,
        what: Forget<'_>,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = begin(&mut self.writer)?;
        let result = work(&mut Changes::new(&transaction))?;
        erase::erase(&transaction, &to_forget(&transaction, what)?)?;
        remove_orphans(&transaction)?;
        search::rebuild(&transaction)?;
        transaction.commit().map_err(LedgerError::from)?;
        Ok(result)
    }

    /// How many entries of the journal [`Self::forget`] would take the contents of.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn forget_plan(&self, what: Forget<'_>) -> Result<u64, LedgerError> {
        Ok(to_forget(&self.reader, what)?.len() as u64)
    }

    /// Runs a use case that writes records without something that is to be forgotten for good, such as one person of
    /// a client: its changes are not kept in the journal, and the entries that `what` names lose what they hold. The
    /// entry that says so holds the label alone, which must not name what was forgotten.
    ///
    /// # Errors
    /// What `work` returns, after everything was rolled back; or what the ledger says.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a use case makes its label where it calls, and needs it no more"
    )]
    pub fn forget<T, E: From<LedgerError>>(
        &mut self,
        at: DateTime<Utc>,
        label: Label,
        what: Forget<'_>,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<(T, ErasureReceipt), E> {
        let schema_version = self.schema_version;
        let transaction = begin(&mut self.writer)?;
        let session = followed(&transaction)?;
        let result = work(&mut Changes::new(&transaction))?;
        let changeset = changeset_of(session)?;
        let (records, ids) = touched(&changeset)?;
        let entries = to_forget(&transaction, what)?;
        erase::erase(&transaction, &entries)?;
        let files = remove_orphans(&transaction)?;
        let seq = journal::append_do(&transaction, at, schema_version, &label, &[])?;
        journal::reach::record(&transaction, seq, &changeset, None, true)?;
        search::rebuild(&transaction)?;
        transaction.commit().map_err(LedgerError::from)?;
        self.note();
        let receipt = ErasureReceipt {
            at,
            client_sha256: None,
            ids_sha256: digest(ids),
            records,
            entries: entries.len() as u64,
            files,
            compacted: self.compact(),
            copies: copies(&self.path),
        };
        Ok((result, receipt))
    }

    /// Writes the file anew, without its free space, and empties the log beside it. What the transaction freed was
    /// overwritten in any case, but the log holds pages as they were before.
    fn compact(&self) -> bool {
        let busy = self.writer.execute_batch("VACUUM").and_then(|()| {
            self.writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))
        });
        matches!(busy, Ok(false))
    }
}

/// What an erasure reaches.
struct Reach {
    ids: HashSet<Uuid>,
    entries: Vec<i64>,
}

impl Reach {
    fn of(connection: &Connection, client: ClientId) -> Result<Self, LedgerError> {
        if read::get::<Client>(connection, client)?.is_none() {
            return Err(LedgerError::NotFound { kind: Kind::Client, id: client.into() });
        }
        Self::ever(connection, client)
    }

    /// Also of a client who is not there.
    fn ever(connection: &Connection, client: ClientId) -> Result<Self, LedgerError> {
        let ids = erase::ever_of_client(connection, client.into())?;
        let entries = erase::entries_that_touch(connection, &ids)?;
        Ok(Self { ids, entries })
    }

    /// Takes what the journal holds of it, and kept files that nothing names any longer: how many, and which ids are gone.
    fn erase(&self, connection: &Connection, client: ClientId) -> Result<(BTreeSet<Uuid>, u64), LedgerError> {
        erase::erase(connection, &self.entries)?;
        let gone = gone(connection, &self.ids)?;
        erase::forget_touches(connection, client.into(), gone.iter().copied())?;
        Ok((gone, remove_orphans(connection)?))
    }
}

/// The entries that lose what they hold. A record that was removed since is known by the journal alone, which still names
/// whoever is to be forgotten.
fn to_forget(connection: &Connection, what: Forget<'_>) -> Result<Vec<i64>, LedgerError> {
    let mut ids: HashSet<Uuid> = what.touched.iter().map(|(_, id)| *id).collect();
    if let Some(client) = what.ever_of {
        ids.extend(erase::ever_of_client(connection, client.into())?);
    }
    erase::entries_that_hold(connection, &ids, what.words)
}

/// Those of the ids that no record has any longer: one that was moved to another client stays.
fn gone(connection: &Connection, ids: &HashSet<Uuid>) -> Result<BTreeSet<Uuid>, LedgerError> {
    let mut gone: BTreeSet<Uuid> = ids.iter().copied().collect();
    for table in crate::store::TRACKED.into_iter().filter(|table| *table != "profile") {
        let mut statement = connection.prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1"))?;
        for id in ids {
            if statement.exists([id])? {
                gone.remove(id);
            }
        }
    }
    Ok(gone)
}

/// The kept files that nothing names: no record but those of a client that goes, and no entry but some.
fn orphans(
    connection: &Connection,
    without: Option<Uuid>,
    entries: &[i64],
) -> Result<Vec<String>, LedgerError> {
    let mut named = erase::files_named(connection, entries)?;
    for (table, column, _) in FILES {
        // What is nobody's stays, whoever goes.
        let owner = if client_column(table).is_some() { "client" } else { "NULL" };
        let sql = format!(
            "SELECT {column} FROM {table}
             WHERE {column} IS NOT NULL AND ({owner} IS NULL OR {owner} IS NOT ?1)"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        named.extend(statement.query_map([without], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(blobs::names(connection)?.into_iter().filter(|name| !named.contains(name)).collect())
}

fn remove_orphans(connection: &Connection) -> Result<u64, LedgerError> {
    let orphans = orphans(connection, None, &[])?;
    orphans.iter().try_for_each(|name| blobs::remove(connection, name))?;
    Ok(orphans.len() as u64)
}

/// How many records of each kind a changeset touches, and their ids.
fn touched(changeset: &[u8]) -> Result<(BTreeMap<Kind, u64>, BTreeSet<Uuid>), LedgerError> {
    let (mut records, mut ids) = (BTreeMap::new(), BTreeSet::new());
    journal::changeset::each(changeset, |row| {
        if let Some(kind) = kind_named(row.table) {
            *records.entry(kind).or_default() += 1;
        }
        ids.insert(row.id());
        Ok(())
    })?;
    Ok((records, ids))
}

fn digest(ids: impl IntoIterator<Item = Uuid>) -> String {
    let hash = ids.into_iter().fold(Sha256::new(), |hash, id| hash.chain_update(id.as_bytes()));
    blobs::hex(&hash.finalize())
}

/// The copies that were made beside a ledger before its layout was updated.
fn copies(path: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Vec::new() };
    let prefix = format!("{}.layout-", name.to_string_lossy());
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut copies: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&prefix)))
        .collect();
    copies.sort_unstable();
    copies
}
