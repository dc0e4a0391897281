//! The ledger: one file, one writer, one reader.
use std::{
    cell::Cell,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, Transaction, TransactionBehavior, session::Session};

use crate::{
    Changes, Damage, Head, KeyId, Keyring, Label, LedgerError, LedgerKey, Reader,
    copies::seen,
    journal::{self, Direction},
    search,
    store::{
        TRACKED,
        connection::{self, OpenedToRead},
        lock::Held,
        migrations, watch,
    },
};

mod alone;
mod carve;
pub(crate) mod check;
mod cut;
mod erasure;
mod salvage;

pub use check::check_structure;
pub use cut::cut_log;
pub use erasure::{ErasurePlan, ErasureReceipt, Forget};
pub use salvage::{Lost, Salvage, salvage};

/// An open ledger. It can move to another thread, and serves one at a time.
pub struct Ledger {
    path: PathBuf,
    writer: Connection,
    reader: Connection,
    schema_version: i64,
    key: LedgerKey,
    names: search::Names,
    /// Whether what is saved is noted beside the ledger: not where something else was noted there than it holds, which
    /// is to be noticed first.
    noted: Cell<bool>,
    /// What keeps the file from being read by its tables, where what was saved of it is read instead.
    salvaged: Option<Vec<Damage>>,
    /// The last to go: while it is held, nobody puts another file in this one's place.
    _held: Held,
}

impl Ledger {
    /// Opens a ledger with the first of the keys that fits; makes an empty one where there is no file, or one of no
    /// bytes, and nothing says that there was more.
    ///
    /// A ledger in an older layout is copied beside itself (`FILE.layout-N`) before it is brought to this one.
    ///
    /// # Errors
    /// [`LedgerError::WrongKey`], [`LedgerError::NotALedger`], [`LedgerError::Newer`], [`LedgerError::Broken`] and
    /// [`LedgerError::File`]: the file was not touched, nor the log beside it. [`LedgerError::InUse`] while it is
    /// being replaced.
    pub fn open(path: &Path, keyring: &Keyring) -> Result<Self, LedgerError> {
        let ledger = Self::of(path, connection::open(path, keyring.keys(), &migrations::all())?);
        if seen::noticed_by(path, &ledger.reader)?.is_none() {
            ledger.follow();
        }
        Ok(ledger)
    }

    /// Whether [`Self::open`] would bring a ledger from an older layout to this one: what is to be backed up with its
    /// date and reason is backed up before. Nothing is touched.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn is_older(path: &Path, keyring: &Keyring) -> Result<bool, LedgerError> {
        connection::is_older(path, keyring.keys(), &migrations::all())
    }

    /// Opens a ledger so that nothing is written to it, nor to the log beside it, also one that is damaged, as far as
    /// it can be read. What is to be written is refused with [`LedgerError::ReadOnly`].
    ///
    /// # Errors
    /// As [`Self::open`]; [`LedgerError::OlderLayout`] for a ledger that would have to be brought to this layout
    /// first. Where a page is damaged, what [`salvage`] saves is read instead: all records on whole pages, without the
    /// history.
    pub fn open_read_only(path: &Path, keyring: &Keyring) -> Result<Self, LedgerError> {
        match connection::open_read_only(path, keyring.keys(), &migrations::all())? {
            OpenedToRead::Whole(opened) => Ok(Self::of(path, *opened)),
            OpenedToRead::Damaged(damage, held) => {
                let saved = salvage::saved(path, keyring.keys())?;
                let mut damages = vec![damage];
                damages
                    .extend(saved.lost.damaged_pages.iter().map(|page| Damage::Page(format!("page {page}"))));
                damages.dedup();
                let mut ledger = Self::of(path, saved.into_opened(keyring.current(), held)?);
                ledger.salvaged = Some(damages);
                Ok(ledger)
            }
        }
    }

    fn of(path: &Path, opened: connection::Opened) -> Self {
        let connection::Opened { writer, reader, schema_version, key, held } = opened;
        Self {
            path: path.to_owned(),
            writer,
            reader,
            schema_version,
            key,
            names: search::Names::default(),
            noted: Cell::new(false),
            salvaged: None,
            _held: held,
        }
    }

    /// Where the ledger lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Which of the keys opened it.
    pub fn key_id(&self) -> KeyId {
        self.key.id()
    }

    /// The last entry of the journal.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn head(&self) -> Result<Head, LedgerError> {
        self.reader().head()
    }

    /// Whether the ledger was opened to be read only.
    pub fn is_read_only(&self) -> bool {
        self.salvaged.is_some() || self.writer.is_readonly(MAIN_DB).unwrap_or(true)
    }

    /// Runs a use case in one transaction: its changes and their entry in the journal are on the disk when this
    /// returns, or nothing has changed. Where nothing changes, nothing is entered.
    ///
    /// # Errors
    /// What `work` returns, after everything was rolled back; or what the ledger says.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a use case makes its label where it calls, and needs it no more"
    )]
    pub fn transact<T, E: From<LedgerError>>(
        &mut self,
        at: DateTime<Utc>,
        label: Label,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let schema_version = self.schema_version;
        let transaction = begin(&mut self.writer)?;
        let session = followed(&transaction)?;
        // On an error the transaction is let go here, which rolls it back.
        let result = work(&mut Changes::new(&transaction))?;
        let changeset = changeset_of(session)?;
        if !changeset.is_empty() {
            let seq = journal::append_do(&transaction, at, schema_version, &label, &changeset)?;
            journal::reach::record(&transaction, seq, &changeset, None, false)?;
            search::follow(&transaction, &changeset)?;
        }
        transaction.commit().map_err(LedgerError::from)?;
        self.note();
        Ok(result)
    }

    /// Takes the last use case back that stands, and returns its label; `None` where there is none.
    ///
    /// What finished a letter and what was erased stays, with what it rests on; undo goes past it to the use case
    /// before.
    ///
    /// # Errors
    /// [`LedgerError::InTheWay`] or [`LedgerError::OtherLayout`] where it cannot be; nothing has changed then.
    pub fn undo(&mut self, at: DateTime<Utc>) -> Result<Option<Label>, LedgerError> {
        self.walk(at, Direction::Back)
    }

    /// Does the use case again that was taken back last, and returns its label; `None` where there is none, or
    /// another use case came after it.
    ///
    /// # Errors
    /// As [`Self::undo`].
    pub fn redo(&mut self, at: DateTime<Utc>) -> Result<Option<Label>, LedgerError> {
        self.walk(at, Direction::Again)
    }

    /// The label of what [`Self::undo`] would take back.
    pub fn next_undo(&self) -> Result<Option<Label>, LedgerError> {
        self.next(Direction::Back)
    }

    /// The label of what [`Self::redo`] would do again.
    pub fn next_redo(&self) -> Result<Option<Label>, LedgerError> {
        self.next(Direction::Again)
    }

    /// A reader of what was committed.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.reader, &self.names)
    }

    /// Looks for the damage that shows soonest, in the time that a start may take however large the ledger is: in the
    /// log, the end of the journal's chain, the letterhead and the tables of records.
    /// [`check_structure`](crate::check_structure) looks further beside other work, and [`Self::check`] finds all.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub fn quick_check(&self) -> Result<Vec<Damage>, LedgerError> {
        match &self.salvaged {
            Some(damages) => Ok(damages.clone()),
            None => check::quick_check(&self.reader, &self.path),
        }
    }

    /// Looks for damage: altered pages, structure, links, records, the journal's chain, kept files and search.
    ///
    /// # Errors
    /// Only what keeps the check itself from running; damage is what it returns.
    pub fn check(&self) -> Result<Vec<Damage>, LedgerError> {
        match &self.salvaged {
            Some(damages) => Ok(damages.clone()),
            None => check::check(&self.writer, &self.path),
        }
    }

    /// The number of the journal's last entry: it grows with whatever is done, taken back or done again, so that an
    /// answer computed at one position holds until the next. −1 where the journal cannot be read: whoever reads the
    /// records next is told why.
    pub fn journal_position(&self) -> i64 {
        journal::position(&self.reader).map_or(-1, |position| position.seq)
    }

    fn next(&self, direction: Direction) -> Result<Option<Label>, LedgerError> {
        match journal::next(&self.reader, direction)? {
            Some(seq) => journal::label(&self.reader, seq),
            None => Ok(None),
        }
    }

    fn walk(&mut self, at: DateTime<Utc>, direction: Direction) -> Result<Option<Label>, LedgerError> {
        let now = self.schema_version;
        let transaction = begin(&mut self.writer)?;
        let Some(seq) = journal::next(&transaction, direction)? else { return Ok(None) };
        let step = journal::step(&transaction, seq, direction)?;
        let then = step.schema_version;
        if then < migrations::OLDEST_UNDOABLE {
            return Err(LedgerError::OtherLayout { direction: direction.words(), then, now });
        }
        let applied = journal::apply(&transaction, &step.changeset, direction)?;
        search::follow(&transaction, &applied)?;
        journal::append_step(&transaction, at, now, direction, &step)?;
        transaction.commit()?;
        self.note();
        Ok(Some(step.label))
    }

    /// From now on what is saved is noted, whatever was noticed before.
    pub(crate) fn follow(&self) {
        self.noted.set(!self.is_read_only());
    }

    /// Notes the last entry beside the ledger, once it is on the disk.
    fn note(&self) {
        if self.noted.get()
            && let Ok(head) = journal::head::head(&self.writer)
        {
            watch::note(&self.path, head.seq, &head.hash);
        }
    }
}

/// Takes the right to write at once: a use case that reads first would otherwise meet another writer half-way.
fn begin(writer: &mut Connection) -> Result<Transaction<'_>, LedgerError> {
    if writer.is_readonly(MAIN_DB)? {
        return Err(LedgerError::ReadOnly);
    }
    Ok(writer.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// A session on the tables of records, each by its name: one on every table would follow search as well, and then
/// nothing could be taken back.
fn followed<'transaction>(
    transaction: &'transaction Transaction<'_>,
) -> Result<Session<'transaction>, LedgerError> {
    let mut session = Session::new(transaction)?;
    for table in TRACKED {
        session.attach(Some(table))?;
    }
    Ok(session)
}

fn changeset_of(mut session: Session<'_>) -> Result<Vec<u8>, LedgerError> {
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    Ok(changeset)
}
