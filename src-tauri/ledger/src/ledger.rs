//! The ledger: one file, one writer, one reader.
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior, session::Session};

use crate::{
    Changes, Damage, Label, LedgerError, LedgerKey, Reader,
    journal::{self, Direction},
    search,
    store::{TRACKED, connection, migrations},
};

mod alone;
mod check;
mod erasure;

pub use erasure::{ErasurePlan, ErasureReceipt, Forget};

/// An open ledger. It can move to another thread, and serves one at a time.
pub struct Ledger {
    path: PathBuf,
    writer: Connection,
    reader: Connection,
    schema_version: i64,
    names: search::Names,
}

impl Ledger {
    /// Opens a ledger; makes an empty one where there is no file, or one of no bytes.
    ///
    /// A ledger in an older layout is copied beside itself (`FILE.layout-N`) before it is brought to this one.
    ///
    /// # Errors
    /// [`LedgerError::WrongKey`], [`LedgerError::NotALedger`], [`LedgerError::Newer`] and [`LedgerError::File`]; in
    /// each case the file was not touched.
    pub fn open(path: &Path, key: &LedgerKey) -> Result<Self, LedgerError> {
        let connection::Opened { writer, reader, schema_version } =
            connection::open(path, key, &migrations::all())?;
        Ok(Self { path: path.to_owned(), writer, reader, schema_version, names: search::Names::default() })
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

    /// Looks for damage: altered pages, structure, links, records, the journal's chain, kept files and search.
    ///
    /// # Errors
    /// Only what keeps the check itself from running; damage is what it returns.
    pub fn check(&self) -> Result<Vec<Damage>, LedgerError> {
        check::check(&self.writer)
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
        Ok(Some(step.label))
    }
}

/// Takes the right to write at once: a use case that reads first would otherwise meet another writer half-way.
fn begin(writer: &mut Connection) -> Result<Transaction<'_>, LedgerError> {
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
