//! Records out of the tables of an example.
use kindly_records::{
    Attention, CheckIn, Complaint, Concession, Deliverable, Engagement, Enquiry, Invoice, Kept, Money,
    Obligation, Payment, TimeEntry, parse_currency,
};
use serde::de::DeserializeOwned;

use crate::{
    records::{
        answer, attention, client, complaint, concession, day, deliverable, engagement, enquiry, id, invoice,
        kept_invoice, obligation, payment, time,
    },
    tables::{Row, Section},
};

/// A word such as `accepted_after_rework`, as the value that it names in files.
fn word<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn amount(text: &str) -> Money {
    let (amount, code) = text.split_once(' ').expect("an amount is followed by its currency");
    Money::parse(amount, parse_currency(code).expect("a currency of ISO 4217")).expect("a plain amount")
}

fn number<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

impl Section {
    fn all<R>(&self, kind: &str, record: impl Fn(&Row) -> R) -> Vec<R> {
        self.rows(kind).map(record).collect()
    }

    pub(crate) fn deliverables(&self) -> Vec<Deliverable> {
        self.all("deliverable", |row| Deliverable {
            acceptance: row.get("acceptance").map(word).unwrap_or_default(),
            ..deliverable(row.need("due"), row.get("handed over"), word(row.need("outcome")))
        })
    }

    pub(crate) fn check_ins(&self) -> Vec<CheckIn> {
        self.all("check-in", |row| CheckIn {
            said_by: row.get("said by").map(word).unwrap_or_default(),
            ..answer(day(row.need("day")), word(row.need("scale")), number(row.need("value")))
        })
    }

    pub(crate) fn complaints(&self) -> Vec<Complaint> {
        self.all("complaint", |row| complaint(row.need("came"), row.get("answered")))
    }

    pub(crate) fn enquiries(&self) -> Vec<Enquiry> {
        self.all("enquiry", |row| enquiry(row.need("came"), row.get("answered")))
    }

    pub(crate) fn obligations(&self) -> Vec<Obligation> {
        self.all("obligation", |row| obligation(row.need("due"), row.get("met")))
    }

    pub(crate) fn invoices(&self) -> Vec<Kept<Invoice>> {
        self.all("invoice", |row| {
            let invoice =
                invoice(row.need("issued"), row.need("due"), amount(row.need("amount")), row.get("paid"));
            let client = client(row.get("client").unwrap_or("A"));
            kept_invoice(row.need("invoice"), Invoice { client, ..invoice })
        })
    }

    pub(crate) fn payments(&self) -> Vec<Payment> {
        self.all("payment", |row| payment(row.need("invoice"), row.need("day"), amount(row.need("amount"))))
    }

    pub(crate) fn time_entries(&self) -> Vec<TimeEntry> {
        self.all("time entry", |row| TimeEntry {
            billable: row.need("billable") == "yes",
            hourly_rate: row.get("hourly rate").map(amount),
            engagement: row.get("engagement").map(id),
            ..time(row.need("client"), row.need("day"), number(row.need("hours")))
        })
    }

    pub(crate) fn engagements(&self) -> Vec<Kept<Engagement>> {
        self.all("engagement", |row| {
            let title = row.need("engagement");
            let kept = engagement(title, word(row.need("fee model")), row.get("rate").map(amount));
            let hours = row.get("budget hours").map(number::<u32>);
            let record = Engagement {
                client: client(row.need("client")),
                starts_on: Some(day(row.need("starts"))),
                budget_minutes: hours.map(|hours| hours * 60),
                ..kept.record
            };
            Kept { record, ..kept }
        })
    }

    pub(crate) fn concessions(&self) -> Vec<Concession> {
        self.all("concession", |row| Concession {
            on: day(row.need("day")),
            engagement: row.get("engagement").map(id),
            ..concession(
                row.need("client"),
                row.get("amount").map(amount),
                row.get("minutes").map(number::<u32>),
            )
        })
    }

    pub(crate) fn attentions(&self) -> Vec<Attention> {
        self.all("attention", |row| attention(row.need("day"), number(row.need("minutes"))))
    }
}
