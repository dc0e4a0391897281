//! The books are kept as long as the practice is open: most of what is asked comes after a change of one record, and
//! reading a hundred thousand others again would take longer than all the rest.
use std::{collections::BTreeSet, sync::Arc};

use kindly_ledger::{LedgerError, Reached, Reader};
use kindly_records::{ClientId, Kind};

use super::Books;
use crate::{Practice, PracticeError};

/// From so many clients' kinds on, reading all at once is faster than one by one.
const MANY: usize = 200;

/// The books, and where the journal stood when they were read.
pub(crate) struct KeptBooks {
    position: i64,
    books: Arc<Books>,
}

/// Whose records differ from what the books said before.
enum Differs {
    Anybody,
    Only(BTreeSet<ClientId>),
}

impl Practice {
    /// Everything that is recorded, as it stands now: only what was touched since it was asked last is read.
    pub(crate) fn books(&self) -> Result<Arc<Books>, PracticeError> {
        let reader = self.ledger.reader();
        let position = self.ledger.journal_position();
        let mut kept = self.books.borrow_mut();
        // A journal that cannot be read says nothing of what changed.
        let (books, differs) = match kept.take().filter(|_| position >= 0) {
            Some(kept) if kept.position == position => (kept.books, Differs::Only(BTreeSet::new())),
            Some(kept) => brought_on(reader, kept)?,
            None => (Arc::new(Books::read(reader)?), Differs::Anybody),
        };
        *kept = Some(KeptBooks { position, books: Arc::clone(&books) });
        if let Some(verdicts) = self.verdicts.borrow_mut().as_mut() {
            match differs {
                Differs::Anybody => verdicts.doubt_all(),
                Differs::Only(clients) => verdicts.doubt(clients),
            }
        }
        Ok(books)
    }

    /// Has everything read anew when it is asked for next: what happened is not told by the journal.
    pub(crate) fn forget_books(&mut self) {
        self.books.take();
        self.overview.take();
    }
}

fn brought_on(reader: Reader<'_>, kept: KeptBooks) -> Result<(Arc<Books>, Differs), LedgerError> {
    let reached = reader.reached_since(kept.position)?;
    // Somebody who still reads the old books keeps them; that is rare, and no reason to copy all.
    match Arc::try_unwrap(kept.books) {
        Ok(mut books) if reached.len() <= MANY => {
            let differs = books.read_again(reader, &reached)?;
            Ok((Arc::new(books), differs))
        }
        _ => Ok((Arc::new(Books::read(reader)?), Differs::Anybody)),
    }
}

impl Books {
    /// Reads again what was reached, and answers whose verdict may be another for it.
    fn read_again(&mut self, reader: Reader<'_>, reached: &[Reached]) -> Result<Differs, LedgerError> {
        let mut differs = BTreeSet::new();
        let mut anybody = false;
        for Reached { kind, client } in reached {
            match kind {
                Kind::Client => anybody = true,
                Kind::Profile => self.profile = reader.profile()?,
                Kind::Improvement => self.improvements = reader.all()?,
                Kind::Snooze => self.snoozes = reader.all()?,
                _ => {}
            }
            if let Some(client) = *client {
                self.read_again_of(reader, *kind, client)?;
                differs.insert(client);
            }
        }
        if anybody {
            self.clients = reader.all()?;
            self.names = super::places(&self.clients);
            return Ok(Differs::Anybody);
        }
        Ok(Differs::Only(differs))
    }

    fn read_again_of(&mut self, reader: Reader<'_>, kind: Kind, client: ClientId) -> Result<(), LedgerError> {
        match kind {
            Kind::Enquiry => self.enquiries.read_again(reader, client),
            Kind::Engagement => self.engagements.read_again(reader, client),
            Kind::Deliverable => self.deliverables.read_again(reader, client),
            Kind::CheckIn => self.check_ins.read_again(reader, client),
            Kind::Praise => self.praise.read_again(reader, client),
            Kind::Obligation => self.obligations.read_again(reader, client),
            Kind::Invoice => self.invoices.read_again(reader, client),
            Kind::Payment => self.payments.read_again(reader, client),
            Kind::Concession => self.concessions.read_again(reader, client),
            Kind::Incident => self.incidents.read_again(reader, client),
            Kind::Complaint => self.complaints.read_again(reader, client),
            Kind::Request => self.requests.read_again(reader, client),
            Kind::Conversation => self.conversations.read_again(reader, client),
            Kind::Decision => self.decisions.read_again(reader, client),
            Kind::Ending => self.endings.read_again(reader, client),
            Kind::Letter => self.letters.read_again(reader, client),
            Kind::Template => self.templates.read_again(reader, client),
            Kind::CheckInRequest => self.check_in_requests.read_again(reader, client),
            // Read as a whole, or not kept here.
            Kind::Client
            | Kind::Profile
            | Kind::Improvement
            | Kind::Snooze
            | Kind::TimeEntry
            | Kind::Attention
            | Kind::Document
            | Kind::ReferralContact
            | Kind::FitCriterion
            | Kind::LetterTemplate => Ok(()),
        }
    }
}
