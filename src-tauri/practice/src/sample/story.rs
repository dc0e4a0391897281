//! What the sample tells, read from `practice.json`: days are counted back from the day it is as of, so that it is
//! never out of date.
use chrono::{Datelike, Days, Months, NaiveDate};
use iso_currency::Currency;
use kindly_records::{
    CheckIn, Client, ClientId, ClientStatus, Complaint, Concession, Contact, Deliverable, DeliverableId,
    Engagement, EngagementId, Enquiry, Incident, IncidentKind, Invoice, Language, Money, NoticeCounts,
    NoticeForm, NoticePeriod, NoticeUnit, Obligation, ObligationKind, Outcome, Paper, Profile, RatingScale,
    Record, SaidBy, add_months,
};
use serde::Deserialize;

/// The practice, in days before the day it is as of; below 0 lies ahead.
const PRACTICE: &str = include_str!("practice.json");

/// Who keeps the sample practice.
pub(super) fn profile() -> Profile {
    Profile {
        trade_name: "Ines Marlow Consulting".to_owned(),
        name: "Ines Marlow".to_owned(),
        role: "Content and communication".to_owned(),
        address: vec!["12 Quay Street".to_owned(), "Bristol BS1 4DJ".to_owned()],
        country: "GB".to_owned(),
        email: "ines@marlow.example".to_owned(),
        phone: "+44 117 496 0123".to_owned(),
        website: "marlow.example".to_owned(),
        place: "Bristol".to_owned(),
        language: Language::EnGb,
        paper: Paper::A4,
        currency: Currency::GBP,
        ..Profile::default()
    }
}

/// The clients, as they stand on a day.
pub(super) fn clients(today: NaiveDate) -> Vec<Told> {
    let practice: Practice =
        serde_json::from_str(PRACTICE).expect("the sample is written with the app and tested");
    practice.clients.into_iter().map(|told| Told { today, client: told.client(), of_them: told }).collect()
}

/// One client with everything that is told of them.
pub(super) struct Told {
    today: NaiveDate,
    pub(super) client: Client,
    of_them: ToldClient,
}

impl Told {
    #[cfg(test)]
    pub(super) fn client_record(&self) -> Record {
        self.client.clone().into()
    }

    /// Their agreement; prospects have none.
    pub(super) fn engagement(&self, client: ClientId) -> Option<Engagement> {
        let told = self.of_them.engagements.first()?;
        let agreed_on = first_of_month(self.today - Months::new(told.agreed_months));
        Some(Engagement {
            client,
            title: told.title.clone(),
            agreed_on,
            success: told.success.clone(),
            starts_on: None,
            term_ends_on: self.first_end(told, agreed_on),
            renews_by_months: told.renews,
            notice: told.notice.map(|(count, unit)| NoticePeriod { count, unit }),
            notice_form: told.form,
            notice_counts: NoticeCounts::default(),
            ended_on: None,
        })
    }

    /// The end of the first term: whole renewals before the end that is told.
    fn first_end(&self, told: &ToldEngagement, agreed_on: NaiveDate) -> Option<NaiveDate> {
        let ends_on = match told.term? {
            Term::InDays(days) => last_of_month(self.today + Days::new(days)),
            // The next month end that leaves a week for the decision is the last day of notice.
            Term::NoticeSoon => last_of_month(last_of_month(self.today + Days::new(8)) + Months::new(2)),
        };
        let Some(renews) = told.renews else { return Some(ends_on) };
        let mut first = ends_on;
        while let earlier = last_of_month(first - Months::new(renews))
            && earlier >= add_months(agreed_on, 6)
        {
            first = earlier;
        }
        Some(first)
    }

    /// What they were owed, in the order in which others point at it.
    pub(super) fn deliverables(
        &self,
        client: ClientId,
        engagement: Option<EngagementId>,
    ) -> Vec<Deliverable> {
        let deliverable = |told: &ToldDeliverable| Deliverable {
            client,
            engagement,
            title: told.title.clone(),
            due_on: self.day(told.due),
            delivered_on: told.delivered.map(|days| self.day(days)),
            outcome: told.outcome,
            notes: String::new(),
        };
        self.of_them.deliverables.iter().map(deliverable).collect()
    }

    /// Everything else.
    pub(super) fn others(
        &self,
        client: ClientId,
        engagement: Option<EngagementId>,
        deliverables: &[DeliverableId],
    ) -> Vec<Record> {
        let told = &self.of_them;
        let mut records: Vec<Record> = Vec::new();
        records.extend(told.enquiries.iter().map(|told| {
            Record::Enquiry(Enquiry {
                client,
                received_on: self.day(told.received),
                subject: told.subject.clone(),
                words: told.words.clone(),
                answered_on: told.answered.map(|days| self.day(days)),
            })
        }));
        records.extend(told.check_ins.iter().map(|told| {
            Record::CheckIn(CheckIn {
                client,
                on: self.day(told.on),
                scale: told.scale,
                value: told.value,
                said_by: told.said_by,
                deliverable: told.deliverable.and_then(|position| deliverables.get(position).copied()),
                words: told.words.clone(),
            })
        }));
        records.extend(told.obligations.iter().map(|told| {
            Record::Obligation(Obligation {
                client,
                engagement,
                what: told.what,
                title: told.title.clone(),
                due_on: self.day(told.due),
                met_on: told.met.map(|days| self.day(days)),
                notes: String::new(),
            })
        }));
        records.extend(told.invoices.iter().map(|told| {
            Record::Invoice(Invoice {
                client,
                number: format!("{}-{:03}", self.day(told.issued).year(), told.number),
                issued_on: self.day(told.issued),
                amount: Money { minor: told.amount, currency: self.client.currency },
                due_on: self.day(told.due),
                paid_on: told.paid.map(|days| self.day(days)),
            })
        }));
        records.extend(told.concessions.iter().map(|told| {
            Record::Concession(Concession {
                client,
                on: self.day(told.on),
                what: told.what.clone(),
                amount: told.amount.map(|minor| Money { minor, currency: self.client.currency }),
                minutes: told.minutes,
                reason: told.reason.clone(),
            })
        }));
        records.extend(told.incidents.iter().map(|told| {
            Record::Incident(Incident {
                client,
                on: self.day(told.on),
                what: told.what,
                observed: told.observed.clone(),
                other_reading: told.other_reading.clone(),
            })
        }));
        records.extend(told.complaints.iter().map(|told| {
            Record::Complaint(Complaint {
                client,
                on: self.day(told.on),
                theme: told.theme.clone(),
                words: told.words.clone(),
                answered_on: told.answered.map(|days| self.day(days)),
                resolved_on: told.resolved.map(|days| self.day(days)),
            })
        }));
        records
    }

    fn day(&self, before: i64) -> NaiveDate {
        self.today - chrono::TimeDelta::days(before)
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).expect("every month has a first day")
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    add_months(first_of_month(day), 1).pred_opt().expect("the day before the first of a month")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Practice {
    clients: Vec<ToldClient>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldClient {
    name: String,
    contact: (String, String, String, String),
    address: Vec<String>,
    country: String,
    currency: Currency,
    language: Language,
    status: ClientStatus,
    notes: String,
    #[serde(default)]
    enquiries: Vec<ToldEnquiry>,
    #[serde(default)]
    engagements: Vec<ToldEngagement>,
    #[serde(default)]
    deliverables: Vec<ToldDeliverable>,
    #[serde(default)]
    check_ins: Vec<ToldCheckIn>,
    #[serde(default)]
    obligations: Vec<ToldObligation>,
    #[serde(default)]
    invoices: Vec<ToldInvoice>,
    #[serde(default)]
    concessions: Vec<ToldConcession>,
    #[serde(default)]
    incidents: Vec<ToldIncident>,
    #[serde(default)]
    complaints: Vec<ToldComplaint>,
}

impl ToldClient {
    fn client(&self) -> Client {
        let (salutation, given_name, family_name, email) = self.contact.clone();
        Client {
            name: self.name.clone(),
            status: self.status,
            contact: Contact { salutation, given_name, family_name, email },
            address: self.address.clone(),
            country: self.country.clone(),
            language: self.language,
            currency: self.currency,
            notes: self.notes.clone(),
            sample: true,
        }
    }
}

#[derive(Deserialize)]
struct ToldEnquiry {
    received: i64,
    subject: String,
    words: String,
    answered: Option<i64>,
}

#[derive(Deserialize)]
struct ToldEngagement {
    title: String,
    success: String,
    agreed_months: u32,
    term: Option<Term>,
    renews: Option<u32>,
    notice: Option<(u32, NoticeUnit)>,
    form: NoticeForm,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Term {
    NoticeSoon,
    #[serde(untagged)]
    InDays(u64),
}

#[derive(Deserialize)]
struct ToldDeliverable {
    title: String,
    due: i64,
    delivered: Option<i64>,
    outcome: Outcome,
}

#[derive(Deserialize)]
struct ToldCheckIn {
    on: i64,
    scale: RatingScale,
    value: i64,
    words: String,
    deliverable: Option<usize>,
    said_by: SaidBy,
}

#[derive(Deserialize)]
struct ToldObligation {
    title: String,
    what: ObligationKind,
    due: i64,
    met: Option<i64>,
}

#[derive(Deserialize)]
struct ToldInvoice {
    number: u32,
    issued: i64,
    amount: i64,
    due: i64,
    paid: Option<i64>,
}

#[derive(Deserialize)]
struct ToldConcession {
    on: i64,
    what: String,
    amount: Option<i64>,
    minutes: Option<u32>,
    reason: String,
}

#[derive(Deserialize)]
struct ToldIncident {
    on: i64,
    what: IncidentKind,
    observed: String,
    other_reading: String,
}

#[derive(Deserialize)]
struct ToldComplaint {
    on: i64,
    theme: String,
    words: String,
    answered: Option<i64>,
    resolved: Option<i64>,
}
