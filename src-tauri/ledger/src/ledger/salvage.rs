//! Saving what can be saved: every record on a page that is whole, whatever else is damaged.
//!
//! The file is read page by page, without `SQLite`, which stops at the first damage. What a tree of pages still leads
//! to is of its table. A page that nothing leads to any more, since the page above it is damaged, is known by its rows:
//! they are taken for records of the one kind whose table takes them, and of none where there are several.
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    path::Path,
};

use kindly_records::{Document, Kind, Letter, Profile, Record};
use rusqlite::{Connection, OpenFlags, params_from_iter, types::Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Ledger, carve::carve};
use crate::{
    Keyring, LedgerError, LedgerKey, search,
    store::{self, KINDS, blobs, connection::Opened, for_kind, lock::Held, migrations, read},
};

/// What was saved of a damaged ledger.
#[derive(Debug)]
pub struct Salvage {
    /// Every record that was saved, with its id: whatever another names comes before it. It may name what was lost.
    pub records: Vec<(Uuid, Record)>,
    /// The letterhead; `None` where none was entered, or it could not be read.
    pub profile: Option<Profile>,
    /// The kept files that were saved, each by its bytes.
    pub files: Vec<Vec<u8>>,
    /// What was not saved.
    pub lost: Lost,
}

/// What could not be saved of a damaged ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lost {
    /// How many pages the file has, or should have.
    pub pages: u32,
    /// The pages that could not be read, in order; the first has the number 1.
    pub damaged_pages: Vec<u32>,
    /// How many records of each kind are known to have been there and could not be read: at least so many, since what
    /// nothing whole names any more is not known at all. Kinds of which none is missing are left out.
    pub records: BTreeMap<Kind, u64>,
    /// How many rows were read of which it cannot be told what they are.
    pub unknown: u64,
    /// The kept files that a saved record names and that could not be read, by their SHA-256.
    pub files: Vec<String>,
}

/// Saves what can be saved of a ledger, damaged or not, without touching it. The journal is not among it: what it
/// says is worth nothing unless it is whole.
///
/// What cannot be saved: what stands on a damaged page; a record that goes on, for its length, on one; and on a page
/// that only a damaged one led to, what could be a record of several kinds.
///
/// # Errors
/// [`LedgerError::WrongKey`] where not one page opens with a key, [`LedgerError::File`] where the file cannot be read.
pub fn salvage(path: &Path, keyring: &Keyring) -> Result<Salvage, LedgerError> {
    saved(path, keyring.keys())?.into_salvage()
}

impl Ledger {
    /// As [`salvage`], of this ledger.
    ///
    /// # Errors
    /// As [`salvage`].
    pub fn salvage(&self) -> Result<Salvage, LedgerError> {
        saved(&self.path, std::slice::from_ref(&self.key))?.into_salvage()
    }
}

/// What was saved, laid out as a ledger in memory.
pub(super) struct Saved {
    connection: Connection,
    pub(super) lost: Lost,
}

/// Reads what can be read, and lays it out.
pub(super) fn saved(path: &Path, keys: &[LedgerKey]) -> Result<Saved, LedgerError> {
    let carved = carve(path, keys)?;
    let mut connection = Connection::open_in_memory()?;
    let shapes = shapes(&mut connection)
        .map_err(|error| LedgerError::Layout { ledger: path.to_owned(), why: error.to_string() })?;
    connection.pragma_update(None, "foreign_keys", false)?;
    let mut filling = Filling { connection: &connection, shapes, refused: BTreeMap::new() };
    let transaction = connection.unchecked_transaction()?;
    let unknown = filling.fill(carved.found, carved.astray, &carved.named)?;
    keep(&connection, carved.files)?;
    search::rebuild(&connection)?;
    transaction.commit()?;
    let records = filling.missing(carved.named)?;
    let files = missing_files(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    let (pages, damaged_pages) = (carved.pages, carved.damaged_pages);
    Ok(Saved { connection, lost: Lost { pages, damaged_pages, records, unknown, files } })
}

impl Saved {
    fn into_salvage(self) -> Result<Salvage, LedgerError> {
        let connection = &self.connection;
        let mut records = Vec::new();
        let mut kinds = KINDS;
        // A deliverable may wait for an obligation, which therefore comes before it.
        kinds.sort_by_key(|kind| {
            !matches!(kind, Kind::Client | Kind::Enquiry | Kind::Engagement | Kind::Obligation)
        });
        for kind in kinds {
            for_kind!(kind,
                Entity => {
                    let all = read::all::<Entity>(connection)?;
                    records.extend(all.into_iter().map(|kept| (kept.id.into(), kept.record.into())));
                },
                profile => ());
        }
        let has_profile: bool =
            connection.query_row("SELECT EXISTS (SELECT 1 FROM profile)", [], |row| row.get(0))?;
        let profile = has_profile.then(|| store::profile::read(connection)).transpose()?;
        let mut files = Vec::new();
        for name in blobs::names(connection)? {
            files.extend(blobs::get(connection, &name)?);
        }
        Ok(Salvage { records, profile, files, lost: self.lost })
    }

    /// What was saved, in the place of a file that cannot be opened.
    pub(super) fn into_opened(self, key: &LedgerKey, held: Held) -> Result<Opened, LedgerError> {
        Ok(Opened {
            writer: Connection::open_with_flags(":memory:", OpenFlags::SQLITE_OPEN_READ_ONLY)?,
            reader: self.connection,
            schema_version: migrations::OLDEST_UNDOABLE,
            key: key.clone(),
            held,
        })
    }
}

/// The columns of a kind's table.
struct Shape {
    columns: Vec<String>,
    /// How many of them a row may have: one of an earlier layout has fewer, and those that came later stand at the end,
    /// with their defaults.
    widths: BTreeSet<usize>,
}

/// Lays a file out, and says what shape rows of each kind may have.
fn shapes(connection: &mut Connection) -> Result<HashMap<Kind, Shape>, rusqlite_migration::Error> {
    let migrations = migrations::all();
    let mut shapes: HashMap<Kind, Shape> = HashMap::new();
    for step in 1.. {
        if migrations.pending_migrations(connection)? == 0 {
            break;
        }
        migrations.to_version(connection, step)?;
        for kind in KINDS {
            let columns: Vec<String> = connection
                .prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
                .query_map([kind.name()], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let shape = shapes.entry(kind).or_insert(Shape { columns: Vec::new(), widths: BTreeSet::new() });
            shape.widths.insert(columns.len());
            shape.columns = columns;
        }
    }
    Ok(shapes)
}

/// Rows on their way into tables that take no others than they should.
struct Filling<'connection> {
    connection: &'connection Connection,
    shapes: HashMap<Kind, Shape>,
    /// Rows that were read, and that no table took.
    refused: BTreeMap<Kind, HashSet<Uuid>>,
}

impl Filling<'_> {
    fn fill(
        &mut self,
        found: Vec<(Kind, Vec<Value>)>,
        astray: Vec<Vec<Value>>,
        named: &BTreeMap<Kind, HashSet<Uuid>>,
    ) -> Result<u64, LedgerError> {
        for (kind, values) in found {
            if !self.take(kind, &values)?
                && let Some(id) = id_of(&values)
            {
                self.refused.entry(kind).or_default().insert(id);
            }
        }
        let mut unknown = 0;
        for values in astray {
            let mut fitting = Vec::new();
            for kind in KINDS.into_iter().filter(|kind| *kind != Kind::Profile) {
                if self.fits(kind, &values)? {
                    fitting.push(kind);
                }
            }
            if fitting.len() > 1 {
                let id = id_of(&values);
                let is_named =
                    |kind: &Kind| id.is_some_and(|id| named.get(kind).is_some_and(|ids| ids.contains(&id)));
                fitting.retain(is_named);
            }
            match fitting.as_slice() {
                [kind] => _ = self.take(*kind, &values)?,
                _ => unknown += 1,
            }
        }
        Ok(unknown)
    }

    /// Whether a row could be of a kind.
    fn fits(&self, kind: Kind, values: &[Value]) -> Result<bool, LedgerError> {
        self.connection.execute_batch("SAVEPOINT fits")?;
        let fits = self.take(kind, values)?;
        self.connection.execute_batch("ROLLBACK TO fits; RELEASE fits")?;
        Ok(fits)
    }

    /// Puts a row into the table of a kind, where the table takes it and it can be read again as a record.
    fn take(&self, kind: Kind, values: &[Value]) -> Result<bool, LedgerError> {
        let Shape { columns, widths } = &self.shapes[&kind];
        if !widths.contains(&values.len()) {
            return Ok(false);
        }
        let names = columns[..values.len()].join(", ");
        let places = vec!["?"; values.len()].join(", ");
        let table = kind.name();
        let taken = self
            .connection
            .prepare_cached(&format!("INSERT INTO {table} ({names}) VALUES ({places})"))?
            .execute(params_from_iter(values));
        if taken.is_err() {
            return Ok(false);
        }
        let Some(id) = id_of(values) else { return Ok(store::profile::read(self.connection).is_ok()) };
        let readable = for_kind!(kind,
            Entity => read::get::<Entity>(self.connection, id.into()).map(|found| found.is_some()),
            profile => Ok(true));
        if let Ok(true) = readable {
            return Ok(true);
        }
        self.connection.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [id])?;
        Ok(false)
    }

    /// How many records are named, by an index or by another record, and were not saved.
    fn missing(self, mut named: BTreeMap<Kind, HashSet<Uuid>>) -> Result<BTreeMap<Kind, u64>, LedgerError> {
        for (kind, ids) in self.refused {
            named.entry(kind).or_default().extend(ids);
        }
        for kind in KINDS {
            let (by, client) = for_kind!(kind,
                Entity => (<Entity as store::Entity>::NAMED_BY, <Entity as store::Entity>::CLIENT),
                profile => (&[][..], None));
            let mut links: Vec<(Kind, &str, &str)> =
                by.iter().map(|by| (kind, by.kind.name(), by.column)).collect();
            if let Some(column) = client.filter(|_| kind != Kind::Client) {
                links.push((Kind::Client, kind.name(), column));
            }
            for (named_kind, table, column) in links {
                let sql = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL");
                let mut statement = self.connection.prepare(&sql)?;
                let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<Uuid>, _>>()?;
                named.entry(named_kind).or_default().extend(ids);
            }
        }
        let mut missing = BTreeMap::new();
        for (kind, ids) in named {
            let mut count = 0;
            for id in ids {
                count += u64::from(!store::exists(self.connection, kind, id)?);
            }
            if count > 0 {
                missing.insert(kind, count);
            }
        }
        Ok(missing)
    }
}

/// The id of a row; `None` for the letterhead's, which has a number.
fn id_of(values: &[Value]) -> Option<Uuid> {
    match values.first() {
        Some(Value::Blob(bytes)) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

/// Keeps the files whose bytes are those that their names stand for.
fn keep(connection: &Connection, files: Vec<(Vec<u8>, Vec<u8>)>) -> Result<(), LedgerError> {
    for (name, bytes) in files {
        if Sha256::digest(&bytes).as_slice() == name {
            blobs::put(connection, &bytes)?;
        }
    }
    Ok(())
}

/// The files that letters, documents and the letterhead name and that are not kept.
fn missing_files(connection: &Connection) -> Result<Vec<String>, LedgerError> {
    let letters = read::all::<Letter>(connection)?.into_iter().filter_map(|kept| kept.record.pdf_sha256);
    let documents = read::all::<Document>(connection)?.into_iter().filter_map(|kept| kept.record.sha256);
    let profile = store::profile::read(connection)?;
    let pictures = [profile.logo_sha256, profile.signature_sha256].into_iter().flatten();
    let named: BTreeSet<String> = letters.chain(documents).chain(pictures).collect();
    let kept: HashSet<String> = blobs::names(connection)?.into_iter().collect();
    Ok(named.into_iter().filter(|name| !kept.contains(name)).collect())
}
