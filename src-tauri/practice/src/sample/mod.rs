//! The sample practice: the same every time, with every verdict in it, loaded and removed in one step.
mod records;
mod story;
mod told;

use kindly_ledger::{Changes, LedgerError, Stored};
use kindly_records::{
    Client, FitCriterion, IdSource, Improvement, Kept, Moment, Profile, Record, ReferralContact,
};

use crate::{Message, Practice, PracticeError, record::Done};
use records::Named;

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

    /// Removes every client of the sample with all that was recorded of them, the sample's letterhead and whom it refers to.
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
            let told = story::referral_contacts();
            for Kept { id, record } in changes.all::<ReferralContact>()? {
                if told.contains(&record) {
                    changes.delete::<ReferralContact>(id)?;
                }
            }
            let told = story::fit_criteria();
            for Kept { id, record } in changes.all::<FitCriterion>()? {
                if told.contains(&record) {
                    changes.delete::<FitCriterion>(id)?;
                }
            }
            // Its days are told from the day on which the sample was loaded: the words alone stay the same.
            let told = story::improvements(moment.today);
            for Kept { id, record } in changes.all::<Improvement>()? {
                if told.iter().any(|told| told.what == record.what && told.notes == record.notes) {
                    changes.delete::<Improvement>(id)?;
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
    for contact in story::referral_contacts() {
        changes.insert_record(ids, &contact.into())?;
    }
    for criterion in story::fit_criteria() {
        changes.insert_record(ids, &criterion.into())?;
    }
    for improvement in story::improvements(moment.today) {
        changes.insert_record(ids, &improvement.into())?;
    }
    for told in story::clients(moment.today) {
        let client = changes.insert_record(ids, &Record::Client(told.client.clone()))?.into();
        let engagement = match told.engagement(client) {
            Some(engagement) => Some(changes.insert_record(ids, &engagement.into())?.into()),
            None => None,
        };
        let mut named = Named::new(client, engagement);
        named.obligations = add(changes, ids, told.obligations(&named))?;
        named.deliverables = add(changes, ids, told.deliverables(&named))?;
        named.enquiries = add(changes, ids, told.enquiries(&named))?;
        named.invoices = add(changes, ids, told.invoices(&named))?;
        for record in told.others(&named) {
            changes.insert_record(ids, &record)?;
        }
    }
    Ok(())
}

fn add<R: Stored>(
    changes: &mut Changes<'_>,
    ids: &mut IdSource,
    records: Vec<R>,
) -> Result<Vec<R::Id>, LedgerError> {
    let keep = |record: R| {
        let id = ids.next();
        changes.insert::<R>(id, &record).map(|()| id)
    };
    records.into_iter().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use kindly_records::{RecordKind, RenewalState};

    use super::*;

    #[test]
    fn every_record_of_the_sample_could_have_been_entered_by_hand() {
        for day in ["2024-02-29", "2026-11-22", "2027-12-31"] {
            let today = day.parse().expect("a date of the table");
            let mut ids = IdSource::seeded(SEED, Moment::of_day(today).at);
            for told in story::clients(today) {
                told.client.check().expect("a client of the sample is valid");
                let engagement = told.engagement(ids.next());
                let mut named = Named::new(ids.next(), engagement.as_ref().map(|_| ids.next()));
                let (obligations, enquiries) = (told.obligations(&named), told.enquiries(&named));
                named.obligations = obligations.iter().map(|_| ids.next()).collect();
                let (deliverables, invoices) = (told.deliverables(&named), told.invoices(&named));
                named.deliverables = deliverables.iter().map(|_| ids.next()).collect();
                named.invoices = invoices.iter().map(|_| ids.next()).collect();
                let mut records: Vec<Record> = engagement.into_iter().map(Record::from).collect();
                records.extend(obligations.into_iter().map(Record::from));
                records.extend(deliverables.into_iter().map(Record::from));
                records.extend(enquiries.into_iter().map(Record::from));
                records.extend(invoices.into_iter().map(Record::from));
                records.extend(told.others(&named));
                for record in records {
                    let checked = record.check();
                    assert!(checked.is_ok(), "{} on {day}: {checked:?}", record.title());
                }
            }
        }
    }

    #[test]
    fn the_notice_of_the_never_happy_client_can_be_posted_in_time_on_any_day() {
        let first: chrono::NaiveDate = "2026-01-01".parse().expect("a date of the test");
        let margin = Profile::default().postal_margin_working_days;
        for today in first.iter_days().take(1_200) {
            let told = story::clients(today).into_iter().find(|told| told.client.name == "Halden & Co");
            let client = IdSource::seeded(SEED, Moment::of_day(today).at).next();
            let engagement = told.and_then(|told| told.engagement(client)).expect("they have an agreement");
            let RenewalState::Notice(dates) = engagement.renewal(today, margin) else {
                panic!("it has a notice period on {today}")
            };
            let left = (dates.last_safe_posting_day - today).num_days();
            assert!((0..=60).contains(&left), "the last safe posting day is {left} days from {today}");
        }
    }
}
