//! Taking one older use case back, alone.
use chrono::{DateTime, Utc};

use super::{Ledger, begin, changeset_of, followed};
use crate::{
    Label, LedgerError,
    journal::{self, Direction, standing},
    search,
    store::migrations,
};

impl Ledger {
    /// Takes one older use case back, and leaves the later ones. It is entered as a use case of its own, so that undo
    /// takes the taking-back back.
    ///
    /// # Errors
    /// [`LedgerError::LaterEntries`] where later ones that still hold touched the same records, or rest on them;
    /// [`LedgerError::FinishedLetter`], [`LedgerError::Erased`], [`LedgerError::NotStanding`],
    /// [`LedgerError::NoEntry`], [`LedgerError::InTheWay`] and [`LedgerError::OtherLayout`]. Nothing has changed then.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a use case makes its label where it calls, and needs it no more"
    )]
    pub fn take_back(&mut self, at: DateTime<Utc>, seq: i64, label: Label) -> Result<(), LedgerError> {
        let now = self.schema_version;
        let direction = Direction::Back;
        let transaction = begin(&mut self.writer)?;
        let step = journal::step(&transaction, seq, direction)?;
        if standing::is_fixed(&transaction, seq)? {
            // An erasure is entered without the changes that it made.
            return Err(if step.changeset.is_empty() {
                LedgerError::Erased { direction: direction.words() }
            } else {
                LedgerError::FinishedLetter { seq }
            });
        }
        if !standing::holds(&transaction, seq)? {
            return Err(LedgerError::NotStanding { seq });
        }
        let then = step.schema_version;
        if then < migrations::OLDEST_UNDOABLE {
            return Err(LedgerError::OtherLayout { direction: direction.words(), then, now });
        }
        let later = standing::in_the_way(&transaction, seq)?;
        if !later.is_empty() {
            return Err(LedgerError::LaterEntries { seq, entries: journal::labelled(&transaction, later)? });
        }
        let session = followed(&transaction)?;
        let applied = journal::apply(&transaction, &step.changeset, direction)?;
        let changeset = changeset_of(session)?;
        let entry = journal::append_do(&transaction, at, now, &label, &changeset)?;
        journal::reach::record(&transaction, entry, &changeset, Some(seq), false)?;
        search::follow(&transaction, &applied)?;
        transaction.commit()?;
        self.note();
        Ok(())
    }

    /// The later use cases that stand in the way of [`Self::take_back`], in order, with their labels as far as these
    /// were not erased.
    ///
    /// # Errors
    /// [`LedgerError::NoEntry`] for what is no use case.
    pub fn in_the_way(&self, seq: i64) -> Result<Vec<(i64, Option<Label>)>, LedgerError> {
        journal::content_of(&self.reader, seq)?;
        journal::labelled(&self.reader, standing::in_the_way(&self.reader, seq)?)
    }
}
