//! Adding, changing and removing records, and taking that back.
mod view;

use kindly_ledger::Label;
use kindly_records::{
    Client, ClientId, Complaint, Deliverable, Engagement, IdSource, Invoice, Kept, Kind, Moment, Record,
};
use uuid::Uuid;

use crate::{Message, Practice, PracticeError, books::Books};

pub use view::{Choices, ClientChoice, DeliverableChoice, Done, EngagementChoice, Steps};

impl Practice {
    /// Adds a record.
    ///
    /// # Errors
    /// [`PracticeError::Record`] where it cannot be kept as it is, the ledger's own where it names another record
    /// that is not there. Nothing is changed then.
    pub fn add(&mut self, moment: Moment, record: &Record) -> Result<Done, PracticeError> {
        record.check()?;
        self.check_name(None, record)?;
        let client = self.client_name_of(record)?;
        let message = Message::DidAdd { kind: record.kind(), title: record.title(), client };
        let mut ids = IdSource::at(moment.at);
        let id = self
            .ledger
            .transact(moment.at, message.label(), |changes| changes.insert_record(&mut ids, record))?;
        Ok(Done { id: Some(id.to_string()), message })
    }

    /// Changes a record.
    ///
    /// # Errors
    /// As for [`Practice::add`], and [`PracticeError::Gone`] where it is no longer there.
    pub fn edit(&mut self, moment: Moment, id: Uuid, record: &Record) -> Result<Done, PracticeError> {
        record.check()?;
        let kind = record.kind();
        if self.ledger.reader().record(kind, id)?.is_none() {
            return Err(PracticeError::Gone { kind });
        }
        self.check_name(Some(id), record)?;
        let client = self.client_name_of(record)?;
        let message = Message::DidEdit { kind, title: record.title(), client };
        self.ledger.transact(moment.at, message.label(), |changes| changes.update_record(id, record))?;
        Ok(Done { id: Some(id.to_string()), message })
    }

    /// Removes a record; a client goes with everything that is recorded of them.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where it is no longer there.
    pub fn remove(&mut self, moment: Moment, kind: Kind, id: Uuid) -> Result<Done, PracticeError> {
        let record = self.ledger.reader().record(kind, id)?.ok_or(PracticeError::Gone { kind })?;
        let client = self.client_name_of(&record)?;
        let message = Message::DidRemove { kind, title: record.title(), client };
        self.ledger.transact(moment.at, message.label(), |changes| changes.delete_record(kind, id))?;
        Ok(Done { id: None, message })
    }

    /// Takes the last step back; `None` where there is none.
    ///
    /// # Errors
    /// The ledger's own, where something stands in the way; nothing is changed then.
    pub fn undo(&mut self, moment: Moment) -> Result<Option<Message>, PracticeError> {
        Ok(self.ledger.undo(moment.at)?.as_ref().and_then(Message::of_label))
    }

    /// Does the step that was taken back last again; `None` where there is none.
    ///
    /// # Errors
    /// The ledger's own, where something stands in the way; nothing is changed then.
    pub fn redo(&mut self, moment: Moment) -> Result<Option<Message>, PracticeError> {
        Ok(self.ledger.redo(moment.at)?.as_ref().and_then(Message::of_label))
    }

    /// What undo and redo would do.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn steps(&self) -> Result<Steps, PracticeError> {
        let message = |label: Option<Label>| label.as_ref().and_then(Message::of_label);
        Ok(Steps { undo: message(self.ledger.next_undo()?), redo: message(self.ledger.next_redo()?) })
    }

    /// What the forms offer to choose from.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn choices(&self) -> Result<Choices, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let mut clients: Vec<ClientChoice> =
            books.clients.iter().map(|client| client_choice(&books, client)).collect();
        clients.sort_by_key(|client| client.name.to_lowercase());
        Ok(Choices {
            clients,
            themes: themes(&books),
            currency: reader.profile()?.currency.code().to_owned(),
        })
    }

    /// The client with a name, whatever its case, spaces and accents.
    ///
    /// # Errors
    /// [`PracticeError::NoSuchClient`] where nobody has it, [`PracticeError::AmbiguousClient`] where several do.
    pub fn client_called(&self, name: &str) -> Result<ClientId, PracticeError> {
        let wanted = kindly_exchange::match_key(name);
        let clients = self.ledger.reader().all::<Client>()?;
        let mut called =
            clients.iter().filter(|kept| kindly_exchange::match_key(&kept.record.name) == wanted);
        match (called.next(), called.count()) {
            (None, _) => Err(PracticeError::NoSuchClient { name: name.to_owned() }),
            (Some(only), 0) => Ok(only.id),
            (Some(_), more) => Err(PracticeError::AmbiguousClient { name: name.to_owned(), count: more + 1 }),
        }
    }

    /// Refuses a client's name that another has, whatever its case, spaces and accents; and an invoice's number that
    /// another of the client's has.
    pub(crate) fn check_name(&self, id: Option<Uuid>, record: &Record) -> Result<(), PracticeError> {
        let client = match record {
            Record::Client(client) => client,
            Record::Invoice(invoice) => return self.check_number(id, invoice),
            _ => return Ok(()),
        };
        let wanted = kindly_exchange::match_key(&client.name);
        let clients = self.ledger.reader().all::<Client>()?;
        let others = clients.iter().filter(|kept| Some(Uuid::from(kept.id)) != id);
        match others.into_iter().find(|kept| kindly_exchange::match_key(&kept.record.name) == wanted) {
            Some(other) => Err(PracticeError::NameTaken { name: other.record.name.clone() }),
            None => Ok(()),
        }
    }

    /// Refuses a second invoice of one number to one client: a payment could not tell them apart.
    fn check_number(&self, id: Option<Uuid>, invoice: &Invoice) -> Result<(), PracticeError> {
        let wanted = kindly_exchange::match_key(&invoice.number);
        let invoices = self.ledger.reader().of_client::<Invoice>(invoice.client)?;
        let mut others = invoices.iter().filter(|kept| Some(Uuid::from(kept.id)) != id);
        match others.find(|kept| kindly_exchange::match_key(&kept.record.number) == wanted) {
            Some(other) => Err(PracticeError::NumberTaken { number: other.record.number.clone() }),
            None => Ok(()),
        }
    }

    /// The name that a message gives to the client of a record.
    pub(crate) fn client_name_of(&self, record: &Record) -> Result<String, PracticeError> {
        match (record, record.client()) {
            (Record::Client(client), _) => Ok(client.name.clone()),
            (_, Some(client)) => Ok(self.client_named(client)?.record.name),
            (_, None) => Ok(String::new()),
        }
    }

    /// A client by id.
    pub(crate) fn client_named(&self, id: ClientId) -> Result<Kept<Client>, PracticeError> {
        self.ledger.reader().get::<Client>(id)?.ok_or(PracticeError::Gone { kind: Kind::Client })
    }
}

fn client_choice(books: &Books, client: &Kept<Client>) -> ClientChoice {
    let engagement =
        |kept: &Kept<Engagement>| EngagementChoice { id: kept.id, title: kept.record.title.clone() };
    let deliverable = |kept: &Kept<Deliverable>| DeliverableChoice {
        id: kept.id,
        title: kept.record.title.clone(),
        on: kept.record.dated(),
        outcome: kept.record.outcome,
    };
    let mut deliverables: Vec<DeliverableChoice> =
        books.deliverables.of_client(client.id).iter().map(deliverable).collect();
    deliverables.sort_by_key(|deliverable| std::cmp::Reverse(deliverable.on));
    ClientChoice {
        id: client.id,
        name: client.record.name.clone(),
        status: client.record.status,
        currency: client.record.currency.code().to_owned(),
        engagements: books.engagements.of_client(client.id).iter().map(engagement).collect(),
        deliverables,
    }
}

/// The themes of complaints, the commonest first and then by name.
fn themes(books: &Books) -> Vec<String> {
    let mut counted = std::collections::BTreeMap::<&str, usize>::new();
    let complaints = books.clients.iter().flat_map(|client| books.complaints.of_client(client.id));
    for Kept { record: Complaint { theme, .. }, .. } in complaints {
        *counted.entry(theme.as_str()).or_default() += 1;
    }
    let mut themes: Vec<(&str, usize)> = counted.into_iter().collect();
    themes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    themes.into_iter().map(|(theme, _)| theme.to_owned()).collect()
}
