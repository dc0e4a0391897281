//! The sample practice: the same every time, with every verdict in it, loaded and removed in one step.
mod story;

use kindly_ledger::{Changes, LedgerError};
use kindly_records::{Client, IdSource, Kept, Moment, Profile, Record};

use crate::{Message, Practice, PracticeError, record::Done};

/// Any number: it keeps the sample's ids apart from those of a real practice made on the same day.
const SEED: u64 = 0x4b69_6e64_6c79;

impl Practice {
    /// Loads the sample practice; the letterhead only where there is none yet.
    ///
    /// # Errors
    /// [`PracticeError::SampleLoaded`] where it is there already.
    pub fn load_sample(&mut self, moment: Moment) -> Result<Done, PracticeError> {
        let reader = self.ledger.reader();
        if reader.all::<Client>()?.iter().any(|client| client.record.sample) {
            return Err(PracticeError::SampleLoaded);
        }
        let fresh = reader.profile()? == Profile::default();
        let message = Message::DidLoadSample;
        // The ids hang on the day alone, so that the sample of a day is the same to the byte whenever it is loaded.
        let mut ids = IdSource::seeded(SEED, Moment::of_day(moment.today).at);
        self.ledger.transact(moment.at, message.label(), |changes| {
            if fresh {
                changes.set_profile(&story::profile())?;
            }
            tell(changes, &mut ids, moment)
        })?;
        Ok(Done { id: None, message })
    }

    /// Removes every client of the sample with all that was recorded of them, and the sample's letterhead.
    ///
    /// # Errors
    /// Where the ledger cannot be written.
    pub fn remove_sample(&mut self, moment: Moment) -> Result<Done, PracticeError> {
        let message = Message::DidRemoveSample;
        self.ledger.transact(moment.at, message.label(), |changes| {
            for Kept { id, record } in changes.all::<Client>()? {
                if record.sample {
                    changes.delete::<Client>(id)?;
                }
            }
            if changes.profile()? == story::profile() {
                changes.set_profile(&Profile::default())?;
            }
            Ok::<_, LedgerError>(())
        })?;
        Ok(Done { id: None, message })
    }
}

fn tell(changes: &mut Changes<'_>, ids: &mut IdSource, moment: Moment) -> Result<(), LedgerError> {
    for told in story::clients(moment.today) {
        let client = changes.insert_record(ids, &Record::Client(told.client.clone()))?.into();
        let engagement = match told.engagement(client) {
            Some(engagement) => Some(changes.insert_record(ids, &engagement.into())?.into()),
            None => None,
        };
        let mut deliverables = Vec::new();
        for deliverable in told.deliverables(client, engagement) {
            deliverables.push(changes.insert_record(ids, &deliverable.into())?.into());
        }
        for record in told.others(client, engagement, &deliverables) {
            changes.insert_record(ids, &record)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_of_the_sample_could_have_been_entered_by_hand() {
        for day in ["2024-02-29", "2026-11-22", "2027-12-31"] {
            let today = day.parse().expect("a date of the table");
            let mut ids = IdSource::seeded(SEED, Moment::of_day(today).at);
            for told in story::clients(today) {
                let client = ids.next();
                told.client_record().check().expect("a client of the sample is valid");
                let engagement = told.engagement(client).map(Record::from);
                let deliverables: Vec<Record> =
                    told.deliverables(client, None).into_iter().map(Record::from).collect();
                let linked: Vec<_> = deliverables.iter().map(|_| ids.next()).collect();
                let others = told.others(client, None, &linked);
                for record in engagement.into_iter().chain(deliverables).chain(others) {
                    let checked = record.check();
                    assert!(checked.is_ok(), "{} on {day}: {checked:?}", record.title());
                }
            }
        }
    }
}
