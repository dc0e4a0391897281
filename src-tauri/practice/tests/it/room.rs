//! A practice of its own for each test, and records that read like the domain.
use std::path::PathBuf;

use kindly_practice::{
    Practice,
    records::{
        CheckIn, Client, ClientId, Contact, Deliverable, Engagement, Enquiry, Invoice, Language, Moment,
        Money, NoticePeriod, NoticeUnit, Outcome, Payment, Profile, RatingScale, Record, parse_currency,
    },
};
use tempfile::TempDir;

/// A fresh practice in a folder of its own, on a fixed day.
pub(crate) struct Room {
    pub(crate) practice: Practice,
    pub(crate) folder: TempDir,
    pub(crate) moment: Moment,
}

pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date of the test")
}

impl Room {
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let practice = Practice::open(&folder.path().join("practice.kindly")).expect("a new practice opens");
        Self { practice, folder, moment: Moment::of_day(day("2026-11-22")) }
    }

    pub(crate) fn with_sample() -> Self {
        let mut room = Self::empty();
        room.practice.load_sample(room.moment).expect("the sample loads into an empty practice");
        room
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Closes the practice and opens it again, as a restart does.
    pub(crate) fn reopened(self) -> Self {
        let Self { practice, folder, moment } = self;
        drop(practice);
        let practice = Practice::open(&folder.path().join("practice.kindly")).expect("it opens again");
        Self { practice, folder, moment }
    }

    pub(crate) fn add(&mut self, record: impl Into<Record>) -> String {
        let done = self.practice.add(self.moment, &record.into()).expect("a valid record is taken");
        done.id.expect("what was added has an id")
    }

    pub(crate) fn client(&mut self, name: &str) -> ClientId {
        self.add(client(name)).parse().expect("the id of a client")
    }

    pub(crate) fn id_of(&self, name: &str) -> ClientId {
        self.practice.client_called(name).expect("a client of the sample")
    }

    /// Everything a person sees, as text: two rooms in the same state give the same.
    pub(crate) fn seen(&self) -> String {
        let clients = self.practice.clients(self.moment).expect("the overview can be read");
        let choices = self.practice.choices().expect("the choices can be read");
        let letters = self.practice.letters(self.moment).expect("the letters can be read");
        let profile = self.practice.profile().expect("the profile can be read");
        let each: Vec<_> = clients.rows.iter().map(|row| self.practice.client(self.moment, row.id)).collect();
        format!("{clients:#?}{choices:#?}{letters:#?}{profile:#?}{each:#?}")
    }
}

pub(crate) fn client(name: &str) -> Client {
    let currency = parse_currency("GBP").expect("a currency of ISO 4217");
    Client {
        contact: Contact {
            salutation: "Ms".to_owned(),
            given_name: "Petra".to_owned(),
            family_name: "Halden".to_owned(),
            email: "petra@halden.example".to_owned(),
            ..Contact::default()
        },
        address: vec!["4 Foundry Lane".to_owned(), "Leeds LS1 5QS".to_owned()],
        country: "GB".to_owned(),
        ..Client::new(name.to_owned(), currency, Language::EnGb)
    }
}

/// Agreed on 1 March 2024; ends on 31 January and renews itself by a year, two months' notice by letter.
pub(crate) fn engagement(client: ClientId) -> Engagement {
    Engagement {
        term_ends_on: Some(day("2025-01-31")),
        renews_by_months: Some(12),
        notice: Some(NoticePeriod { count: 2, unit: NoticeUnit::Months }),
        ..Engagement::new(client, "Reporting".to_owned(), day("2024-03-01"))
    }
}

pub(crate) fn deliverable(client: ClientId, title: &str, due: &str, delivered: Option<&str>) -> Deliverable {
    Deliverable {
        delivered_on: delivered.map(day),
        outcome: if delivered.is_some() { Outcome::Met } else { Outcome::Pending },
        ..Deliverable::new(client, title.to_owned(), day(due))
    }
}

pub(crate) fn check_in(client: ClientId, on: &str, value: i64) -> CheckIn {
    CheckIn::new(client, day(on), RatingScale::Csat, value)
}

/// Issued a month before it is due, over a hundred pounds.
pub(crate) fn invoice(client: ClientId, number: &str, due: &str) -> Invoice {
    let currency = parse_currency("GBP").expect("a currency of ISO 4217");
    Invoice {
        client,
        number: number.to_owned(),
        issued_on: day(due) - chrono::Days::new(30),
        amount: Money { minor: 10_000, currency },
        due_on: day(due),
        paid_on: None,
        engagement: None,
        notes: String::new(),
    }
}

/// A payment in pounds.
pub(crate) fn payment(client: ClientId, invoice: &str, on: &str, minor: i64) -> Payment {
    let currency = parse_currency("GBP").expect("a currency of ISO 4217");
    Payment {
        client,
        invoice: invoice.parse().expect("the id of an invoice"),
        on: day(on),
        amount: Money { minor, currency },
        reference: String::new(),
    }
}

pub(crate) fn enquiry(client: ClientId) -> Enquiry {
    Enquiry {
        client,
        received_on: day("2026-11-09"),
        subject: "a pricing review in Japan".to_owned(),
        words: String::new(),
        answered_on: None,
        fit: Vec::new(),
    }
}

pub(crate) fn profile() -> Profile {
    Profile {
        name: "Ines Marlow".to_owned(),
        address: vec!["12 Quay Street".to_owned(), "Bristol BS1 4DJ".to_owned()],
        place: "Bristol".to_owned(),
        country: "GB".to_owned(),
        ..Profile::default()
    }
}
