//! Prospects and clients who asked for something that is not agreed.
mod view;

use kindly_records::{Client, Enquiry, Kept, Moment};

use crate::{Practice, PracticeError};

pub use view::EnquiryRow;

impl Practice {
    /// All enquiries: those that wait first, the longest wait first; then the answered ones, latest first.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn enquiries(&self, moment: Moment) -> Result<Vec<EnquiryRow>, PracticeError> {
        let reader = self.ledger.reader();
        let clients: std::collections::HashMap<_, Client> =
            reader.all::<Client>()?.into_iter().map(|kept| (kept.id, kept.record)).collect();
        let mut rows: Vec<EnquiryRow> = reader
            .all::<Enquiry>()?
            .into_iter()
            .filter_map(|Kept { id, record }| {
                let client = clients.get(&record.client)?;
                let until = record.answered_on.unwrap_or(moment.today);
                Some(EnquiryRow {
                    id,
                    client: record.client,
                    client_name: client.name.clone(),
                    status: client.status,
                    received_on: record.received_on,
                    days: (until - record.received_on).num_days().max(0),
                    subject: record.subject,
                    words: record.words,
                    answered_on: record.answered_on,
                })
            })
            .collect();
        rows.sort_by_key(|row| match row.answered_on {
            None => (false, -row.days),
            Some(answered) => (true, (moment.today - answered).num_days()),
        });
        Ok(rows)
    }
}
