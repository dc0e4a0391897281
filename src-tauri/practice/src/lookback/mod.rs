//! The first evening: a client's past, roughly, from memory, so that a verdict is possible at once.
mod view;

use kindly_ledger::{Changes, LedgerError};
use kindly_records::{
    CheckIn, Client, ClientId, Concession, Deliverable, DeliverableId, Engagement, IdSource, Initiative,
    Moment, Obligation, Record,
};

use crate::{Message, Practice, PracticeError, record::Done, standing::number};

pub use view::{
    LookBack, LookBackDone, RememberedAnswer, RememberedDebt, RememberedDelivery, RememberedGift,
};

impl Practice {
    /// Records the answers about one client in one step, each marked as entered from memory, and says what verdict
    /// follows.
    ///
    /// # Errors
    /// [`PracticeError::NothingChosen`] without any answer about a client who is there, [`PracticeError::NameTaken`]
    /// for a new one whose name another has, [`PracticeError::Gone`] for one who is no longer there, and what keeping
    /// the records says. Nothing is kept then.
    pub fn look_back(&mut self, moment: Moment, answers: &LookBack) -> Result<LookBackDone, PracticeError> {
        let profile = self.ledger.reader().profile()?;
        let mut ids = IdSource::at(moment.at);
        let (client, new) = if let Some(client) = answers.client {
            self.client_named(client)?;
            (client, None)
        } else {
            let record = Client::new(answers.name.trim().to_owned(), profile.currency, profile.language);
            let record = Record::Client(record);
            record.check()?;
            self.check_name(None, &record)?;
            (ids.next(), Some(record))
        };
        let records = records(client, answers);
        if records.is_empty() && new.is_none() {
            return Err(PracticeError::NothingChosen);
        }
        for record in records.first.iter().chain(&records.delivered).chain(&records.rest) {
            record.check()?;
        }
        let name = match &new {
            Some(record) => record.title(),
            None => self.client_named(client)?.record.name,
        };
        let count = records.len() + usize::from(new.is_some());
        let message = Message::DidLookBack { client: name, records: number(count) };
        self.ledger.transact(moment.at, message.label(), |changes| {
            if let Some(Record::Client(record)) = &new {
                changes.insert(client, record)?;
            }
            keep(changes, &mut ids, records)
        })?;
        let why = self.client(moment, client)?.why;
        Ok(LookBackDone { client, done: Done { id: Some(client.to_string()), message }, why })
    }
}

/// The records that the answers make. Answers about a delivery name it once it has an id.
struct Remembered {
    first: Vec<Record>,
    delivered: Vec<Record>,
    rest: Vec<Record>,
    /// Of each of `rest`: which delivery it is about.
    about: Vec<Option<usize>>,
}

impl Remembered {
    fn len(&self) -> usize {
        self.first.len() + self.delivered.len() + self.rest.len()
    }

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn records(client: ClientId, answers: &LookBack) -> Remembered {
    let title = match answers.agreement.trim() {
        "" => "Working together",
        title => title,
    };
    let first = answers.since.map(|since| {
        Engagement { from_memory: true, ..Engagement::new(client, title.to_owned(), since) }.into()
    });
    let delivered = answers.delivered.iter().map(|told| {
        let facts = Deliverable::new(client, told.title.clone(), told.due_on);
        Deliverable { delivered_on: told.delivered_on, outcome: told.outcome, from_memory: true, ..facts }
            .into()
    });
    let said = answers.said.iter().map(|told| {
        let facts = CheckIn::new(client, told.on, told.scale, told.value);
        let record = CheckIn { words: told.words.clone(), from_memory: true, ..facts };
        (record.into(), told.about.and_then(|place| usize::try_from(place).ok()))
    });
    let owed = answers.owed.iter().map(|told| {
        let facts = Obligation::new(client, told.title.clone(), told.due_on);
        let record = Obligation { what: told.what, met_on: told.met_on, from_memory: true, ..facts };
        (record.into(), None)
    });
    let given = answers.given.iter().map(|told| {
        let record = Concession {
            client,
            on: told.on,
            what: told.what.clone(),
            amount: told.amount,
            minutes: told.minutes,
            reason: String::new(),
            engagement: None,
            initiative: Initiative::Unknown,
            from_memory: true,
        };
        (record.into(), None)
    });
    let (rest, about) = said.chain(owed).chain(given).unzip();
    Remembered { first: first.into_iter().collect(), delivered: delivered.collect(), rest, about }
}

fn keep(changes: &mut Changes<'_>, ids: &mut IdSource, records: Remembered) -> Result<(), LedgerError> {
    for record in &records.first {
        changes.insert_record(ids, record)?;
    }
    let mut delivered: Vec<DeliverableId> = Vec::new();
    for record in &records.delivered {
        delivered.push(changes.insert_record(ids, record)?.into());
    }
    for (mut record, about) in records.rest.into_iter().zip(records.about) {
        if let (Record::CheckIn(check_in), Some(place)) = (&mut record, about) {
            check_in.deliverable = delivered.get(place).copied();
        }
        changes.insert_record(ids, &record)?;
    }
    Ok(())
}
