//! One line that records something: what is recorded so far, for the reading of the line; and keeping what it means.
use std::{cell::RefCell, collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use kindly_exchange::line::{self, Ask, ClientNames, ClientRecords, Intent, Known, KnownClient, KnownRecord};
use kindly_ledger::{Reader, Stored};
use kindly_records::{
    Client, ClientId, ClientStatus, Complaint, Deliverable, Engagement, Enquiry, Invoice, Kept, Kind, Moment,
    Obligation, Outcome, Payment, fields,
};
use serde_json::json;

use crate::{
    Practice, PracticeError,
    books::{Account, accounts},
    record::Done,
};

pub use kindly_exchange::line::Understood;

/// What lines are read against. It holds until the journal moves on, so that a keystroke reads nothing again.
pub(crate) struct Lexicon {
    position: i64,
    clients: ClientNames,
    themes: Vec<String>,
    records: RefCell<HashMap<ClientId, Arc<ClientRecords>>>,
}

impl Practice {
    /// What a line means so far; `caret` counts UTF-16 code units, as all places in the answer. Nothing is written.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn understand(&self, moment: Moment, text: &str, caret: usize) -> Result<Understood, PracticeError> {
        self.refresh_lexicon()?;
        let held = self.lexicon.borrow();
        let lexicon = held.as_ref().expect("it was read just now");
        let reader = self.ledger.reader();
        let records =
            |client: ClientId| {
                let mut known = lexicon.records.borrow_mut();
                // A client whose records cannot be read completes nothing; recording will say what is wrong.
                Arc::clone(known.entry(client).or_insert_with(|| {
                    Arc::new(records_of(reader, client, moment.today).unwrap_or_default())
                }))
            };
        let known = Known {
            clients: &lexicon.clients,
            records: &records,
            today: moment.today,
            currency: reader.profile()?.currency,
            themes: &lexicon.themes,
        };
        Ok(line::understand(text, caret, &known))
    }

    /// Records what a line means, in one step.
    ///
    /// # Errors
    /// [`PracticeError::LineNotClear`] while something is asked, and those of adding or changing the record.
    pub fn record_line(&mut self, moment: Moment, text: &str) -> Result<Done, PracticeError> {
        let understood = self.understand(moment, text, text.encode_utf16().count())?;
        match understood.intent {
            Some(Intent::Add { record }) => self.add(moment, &record),
            Some(Intent::Change { record: kind, id, patch, .. }) => {
                let before = self.ledger.reader().record(kind, id)?.ok_or(PracticeError::Gone { kind })?;
                let mut facts = json!(before);
                for change in patch {
                    fields::put(&mut facts, change.field, change.value);
                }
                let after = serde_json::from_value(facts).map_err(|error| PracticeError::NotARecord {
                    what: crate::message::what(kind),
                    reason: error.to_string(),
                })?;
                self.edit(moment, id, &after)
            }
            None => Err(PracticeError::LineNotClear { sentence: sentence(&understood.asks) }),
        }
    }

    fn refresh_lexicon(&self) -> Result<(), PracticeError> {
        let position = self.ledger.journal_position();
        if self.lexicon.borrow().as_ref().is_some_and(|lexicon| lexicon.position == position) {
            return Ok(());
        }
        let books = self.books()?;
        let known = |kept: &Kept<Client>| KnownClient {
            id: kept.id,
            name: kept.record.name.clone(),
            active: matches!(kept.record.status, ClientStatus::Active | ClientStatus::Prospect),
            currency: kept.record.currency,
        };
        let clients = ClientNames::new(books.clients.iter().map(known));
        let mut themes: Vec<String> = books.complaints.all().map(|kept| kept.record.theme.clone()).collect();
        themes.sort_unstable();
        themes.dedup();
        *self.lexicon.borrow_mut() = Some(Lexicon { position, clients, themes, records: RefCell::default() });
        Ok(())
    }
}

/// What a client has that a line can name, the oldest first.
fn records_of(
    reader: Reader<'_>,
    client: ClientId,
    today: NaiveDate,
) -> Result<ClientRecords, PracticeError> {
    let (invoices, payments) = (reader.of_client::<Invoice>(client)?, reader.of_client::<Payment>(client)?);
    let invoice = |account: &Account<'_>| {
        let Kept { id, record } = account.invoice;
        KnownRecord::new(*id, &record.number, account.settled_on.is_none())
            .amount(account.open)
            .due(record.due_on)
    };
    Ok(ClientRecords {
        engagements: known(reader, client, |kept: &Kept<Engagement>| {
            KnownRecord::new(kept.id, &kept.record.title, kept.record.ended_on.is_none())
        })?,
        deliverables: known(reader, client, |kept: &Kept<Deliverable>| {
            let record = &kept.record;
            KnownRecord::new(kept.id, &record.title, record.outcome == Outcome::Pending).due(record.due_on)
        })?,
        obligations: known(reader, client, |kept: &Kept<Obligation>| {
            let record = &kept.record;
            let word = json!(record.what);
            KnownRecord::new(kept.id, &record.title, record.met_on.is_none())
                .also(word.as_str().unwrap_or_default())
                .due(record.due_on)
        })?,
        invoices: accounts(&invoices, &payments, today).iter().map(invoice).collect(),
        complaints: known(reader, client, |kept: &Kept<Complaint>| {
            KnownRecord::new(kept.id, &kept.record.theme, kept.record.resolved_on.is_none())
        })?,
        enquiries: known(reader, client, |kept: &Kept<Enquiry>| {
            KnownRecord::new(kept.id, &kept.record.subject, kept.record.answered_on.is_none())
        })?,
    })
}

fn known<R: Stored>(
    reader: Reader<'_>,
    client: ClientId,
    named: impl Fn(&Kept<R>) -> KnownRecord,
) -> Result<Vec<KnownRecord>, PracticeError> {
    Ok(reader.of_client::<R>(client)?.iter().map(named).collect())
}

/// What stands first in the way, as one sentence.
fn sentence(asks: &[Ask]) -> String {
    let named = |kind: &Kind| kind.to_string();
    match asks.first() {
        None | Some(Ask::What { .. }) => {
            "say what to record: a line like `halden csat 4 yesterday`".to_owned()
        }
        Some(Ask::Client { text, .. }) if text.is_empty() => {
            "say whose it is: start with the client’s name".to_owned()
        }
        Some(Ask::Client { text, choices }) if choices.is_empty() => {
            format!("no client is called “{text}”: check the spelling, or add them first")
        }
        Some(Ask::Client { text, .. }) => format!("several clients fit “{text}”: write more of the name"),
        Some(Ask::SameName { name }) => format!("two clients are called “{name}”: rename one of them first"),
        Some(Ask::Missing { record, field, .. }) => {
            let record = crate::message::what(*record);
            match *field {
                "due_on" => format!("{record} needs the day it is due: add it, such as `by friday`"),
                "ended_by" => {
                    format!("{record} needs who ended it: add `by them`, `by us`, `by both` or `work done`")
                }
                field => format!("{record} needs its {}: add it to the line", field.replace('_', " ")),
            }
        }
        Some(Ask::Which { record, text, choices }) if choices.is_empty() => {
            format!("no {} fits “{text}”: record it first", named(record))
        }
        Some(Ask::Which { record, .. }) => format!("several fit: say which {} is meant", named(record)),
        Some(Ask::Day { .. }) => "the day can be read in several ways: write it like 2026-02-28".to_owned(),
        Some(Ask::NoSuchDay { text }) => format!("“{text}” is not on the calendar: correct the day"),
        Some(Ask::Ahead { day, .. }) => format!("{day} is still to come: write the day on which it happened"),
        Some(Ask::AlreadyDone { title, .. }) => {
            format!("“{title}” is recorded so already: there is nothing to change")
        }
        Some(Ask::NotUnderstood { text, .. }) => {
            format!(
                "“{text}” has no place in this line: leave it out or, where it is a title or their words, put it in quotation marks"
            )
        }
        Some(Ask::Problem { sentence }) => sentence.clone(),
        Some(Ask::TooLong { limit, .. }) => format!("the line is too long: shorten it to {limit} characters"),
    }
}
