//! Prospects and clients who asked for something that is not agreed: how they fit, and whether they were here before.
mod former;
mod view;

use kindly_records::{
    Client, ClientStatus, Enquiry, EnquiryId, FitCriterion, Kept, Kind, Moment, RecordKind,
};

use crate::{Message, Practice, PracticeError, fit, record::Done};
use former::{Traces, former};

pub use view::EnquiryRow;

impl Practice {
    /// All enquiries: those that wait first, the longest wait first; then the answered ones, latest first. Each with how
    /// it meets the criteria of fit and, while it waits, whom it may come back from.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn enquiries(&self, moment: Moment) -> Result<Vec<EnquiryRow>, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let criteria = reader.all::<FitCriterion>()?;
        let judged = self.judge(&books, moment.today)?;
        let traces: Vec<Traces> = books.clients.iter().map(|client| Traces::of(&client.record)).collect();
        let mut rows = Vec::new();
        for client in &books.clients {
            let enquiries = books.enquiries.of_client(client.id);
            // Everybody is looked through once a client, not once an enquiry.
            let waits = enquiries.iter().any(|kept| kept.record.answered_on.is_none());
            let earlier = if waits { former(&books, &traces, &judged, client) } else { Vec::new() };
            rows.extend(enquiries.iter().map(|Kept { id, record }| {
                let until = record.answered_on.unwrap_or(moment.today);
                EnquiryRow {
                    id: *id,
                    client: client.id,
                    client_name: client.record.name.clone(),
                    status: client.record.status,
                    received_on: record.received_on,
                    days: (until - record.received_on).num_days().max(0),
                    subject: record.subject.clone(),
                    words: record.words.clone(),
                    answered_on: record.answered_on,
                    record: record.clone(),
                    fit: fit::of_enquiry(&criteria, &record.fit),
                    former: if record.answered_on.is_none() { earlier.clone() } else { Vec::new() },
                }
            }));
        }
        rows.sort_by_key(|row| match row.answered_on {
            None => (false, -row.days),
            Some(answered) => (true, (moment.today - answered).num_days()),
        });
        Ok(rows)
    }

    /// Takes an enquiry on: it is answered today, and a prospect becomes a client. One step, taken back as one.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the enquiry is no longer there.
    pub fn take_on(&mut self, moment: Moment, enquiry: EnquiryId) -> Result<Done, PracticeError> {
        let reader = self.ledger.reader();
        let gone = |kind| PracticeError::Gone { kind };
        let kept = reader.get::<Enquiry>(enquiry)?.ok_or(gone(Kind::Enquiry))?;
        let client = reader.get::<Client>(kept.record.client)?.ok_or(gone(Kind::Client))?;
        let answered =
            Enquiry { answered_on: kept.record.answered_on.or(Some(moment.today)), ..kept.record.clone() };
        answered.check()?;
        let welcomed = Client { status: ClientStatus::Active, ..client.record.clone() };
        let message =
            Message::DidTakeOn { client: client.record.name.clone(), subject: answered.subject.clone() };
        self.ledger.transact(moment.at, message.label(), |changes| {
            changes.update(enquiry, &answered)?;
            if client.record.status != ClientStatus::Active {
                changes.update(client.id, &welcomed)?;
            }
            Ok::<(), PracticeError>(())
        })?;
        Ok(Done { id: Some(client.id.to_string()), message })
    }
}
