//! The records of a client of the sample: first those that others name, then the rest.
use chrono::{Datelike, Days};
use kindly_records::{
    Acceptance, Attention, CheckIn, CheckInRequest, ClientId, Complaint, Concession, Conversation, Decision,
    Deliverable, DeliverableId, Document, Ending, EngagementId, Enquiry, EnquiryId, Incident, Invoice,
    InvoiceId, Obligation, ObligationId, Outcome, Payment, Praise, Record, Request, Template, TimeEntry,
};

use super::story::Told;

/// The ids under which the records stand that others name.
pub(super) struct Named {
    pub(super) client: ClientId,
    /// Prospects have none.
    pub(super) engagement: Option<EngagementId>,
    pub(super) obligations: Vec<ObligationId>,
    pub(super) deliverables: Vec<DeliverableId>,
    pub(super) enquiries: Vec<EnquiryId>,
    pub(super) invoices: Vec<InvoiceId>,
}

impl Named {
    /// Nothing but the client and their agreement so far.
    pub(super) fn new(client: ClientId, engagement: Option<EngagementId>) -> Self {
        Self {
            client,
            engagement,
            obligations: Vec::new(),
            deliverables: Vec::new(),
            enquiries: Vec::new(),
            invoices: Vec::new(),
        }
    }
}

impl Told {
    pub(super) fn obligations(&self, named: &Named) -> Vec<Obligation> {
        let obligation = |told: &super::told::ToldObligation| Obligation {
            engagement: named.engagement,
            what: told.what,
            met_on: told.met.map(|days| self.day(days)),
            ..Obligation::new(named.client, told.title.clone(), self.day(told.due))
        };
        self.of_them.obligations.iter().map(obligation).collect()
    }

    /// In the order in which others point at them.
    pub(super) fn deliverables(&self, named: &Named) -> Vec<Deliverable> {
        let deliverable = |told: &super::told::ToldDeliverable| Deliverable {
            engagement: named.engagement,
            delivered_on: told.delivered.map(|days| self.day(days)),
            outcome: told.outcome,
            acceptance: match told.outcome {
                Outcome::Met | Outcome::Late => Acceptance::Accepted,
                Outcome::Partial => Acceptance::AcceptedAfterRework,
                Outcome::Rejected => Acceptance::Refused,
                Outcome::Pending | Outcome::Excused => Acceptance::Unknown,
            },
            waits_for: told.waits_for.and_then(|position| named.obligations.get(position).copied()),
            ..Deliverable::new(named.client, told.title.clone(), self.day(told.due))
        };
        self.of_them.deliverables.iter().map(deliverable).collect()
    }

    pub(super) fn enquiries(&self, named: &Named) -> Vec<Enquiry> {
        let enquiry = |told: &super::told::ToldEnquiry| Enquiry {
            client: named.client,
            received_on: self.day(told.received),
            subject: told.subject.clone(),
            words: told.words.clone(),
            answered_on: told.answered.map(|days| self.day(days)),
            fit: Vec::new(),
        };
        self.of_them.enquiries.iter().map(enquiry).collect()
    }

    pub(super) fn invoices(&self, named: &Named) -> Vec<Invoice> {
        let invoice = |told: &super::told::ToldInvoice| Invoice {
            client: named.client,
            number: format!("{}-{:03}", self.day(told.issued).year(), told.number),
            issued_on: self.day(told.issued),
            amount: self.money(told.amount),
            due_on: self.day(told.due),
            paid_on: told.paid.map(|days| self.day(days)),
            engagement: named.engagement,
            notes: String::new(),
        };
        self.of_them.invoices.iter().map(invoice).collect()
    }

    /// Everything that no other record names.
    pub(super) fn others(&self, named: &Named) -> Vec<Record> {
        let mut records = self.said(named);
        records.extend(self.given(named));
        records.extend(self.agreed(named));
        records.extend(self.worked(named));
        records
    }

    /// What they said and asked.
    fn said(&self, named: &Named) -> Vec<Record> {
        let (told, client) = (&self.of_them, named.client);
        let mut records: Vec<Record> = Vec::new();
        records.extend(told.check_ins.iter().map(|told| {
            Record::CheckIn(CheckIn {
                said_by: told.said_by,
                deliverable: told.deliverable.and_then(|position| named.deliverables.get(position).copied()),
                words: told.words.clone(),
                ..CheckIn::new(client, self.day(told.on), told.scale, told.value)
            })
        }));
        records.extend(told.asked.iter().map(|days| {
            Record::CheckInRequest(CheckInRequest {
                client,
                on: self.day(*days),
                scale: kindly_records::RatingScale::Csat,
                deliverable: None,
                person: String::new(),
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
                cause: told.cause,
                resolution: told.resolution.clone(),
            })
        }));
        records.extend(told.praise.iter().map(|told| {
            Record::Praise(Praise {
                client,
                on: self.day(told.on),
                words: told.words.clone(),
                person: String::new(),
                deliverable: None,
                thanked_on: told.thanked.map(|days| self.day(days)),
            })
        }));
        records.extend(told.requests.iter().map(|told| {
            Record::Request(Request {
                client,
                engagement: named.engagement,
                on: self.day(told.on),
                what: told.what.clone(),
                answer: told.answer,
                answered_on: told.answered.map(|days| self.day(days)),
                worth: told.worth.map(|minor| self.money(minor)),
                notes: String::new(),
            })
        }));
        records.extend(told.conversations.iter().map(|told| {
            Record::Conversation(Conversation {
                client,
                on: self.day(told.on),
                person: String::new(),
                asked: told.asked.clone(),
                explained: told.explained.clone(),
                agreed: told.agreed.clone(),
                changed: told.changed.clone(),
            })
        }));
        records
    }

    /// What was given away, how people were treated, and what came in.
    fn given(&self, named: &Named) -> Vec<Record> {
        let (told, client) = (&self.of_them, named.client);
        let mut records: Vec<Record> = Vec::new();
        records.extend(told.concessions.iter().map(|told| {
            Record::Concession(Concession {
                client,
                on: self.day(told.on),
                what: told.what.clone(),
                amount: told.amount.map(|minor| self.money(minor)),
                minutes: told.minutes,
                reason: told.reason.clone(),
                engagement: named.engagement,
                initiative: told.initiative,
                from_memory: false,
            })
        }));
        records.extend(told.incidents.iter().map(|told| {
            Record::Incident(Incident {
                client,
                on: self.day(told.on),
                what: told.what,
                observed: told.observed.clone(),
                other_reading: told.other_reading.clone(),
                review_on: told.review.map(|days| self.day(days)),
            })
        }));
        for (told, invoice) in told.invoices.iter().zip(&named.invoices) {
            records.extend(told.payments.iter().map(|(on, minor)| {
                Record::Payment(Payment {
                    client,
                    invoice: *invoice,
                    on: self.day(*on),
                    amount: self.money(*minor),
                    reference: format!("Invoice {:03}", told.number),
                })
            }));
        }
        records
    }

    /// What was decided, what ended, what is written down and what comes again.
    fn agreed(&self, named: &Named) -> Vec<Record> {
        let (told, client) = (&self.of_them, named.client);
        let mut records: Vec<Record> = Vec::new();
        records.extend(told.decisions.iter().map(|told| {
            Record::Decision(Decision {
                client,
                engagement: named.engagement,
                on: self.day(told.on),
                what: told.what,
                reason: told.reason,
                notes: told.notes.clone(),
            })
        }));
        records.extend(told.endings.iter().map(|told| {
            Record::Ending(Ending {
                client,
                engagement: None,
                enquiry: told.enquiry.and_then(|position| named.enquiries.get(position).copied()),
                on: self.day(told.on),
                ended_by: told.ended_by,
                reason: told.reason,
                words: told.words.clone(),
            })
        }));
        records.extend(told.documents.iter().map(|told| {
            Record::Document(Document {
                client,
                on: self.day(told.on),
                title: told.title.clone(),
                file: told.file.clone(),
                sha256: None,
                notes: String::new(),
            })
        }));
        records.extend(told.templates.iter().map(|told| {
            Record::Template(Template {
                client: Some(client),
                engagement: named.engagement,
                what: told.what,
                title: told.title.clone(),
                obligation: kindly_records::ObligationKind::default(),
                scale: self.client.check_in_scale,
                first_due_on: Some(self.day(told.first_due)),
                every_months: Some(told.every_months),
            })
        }));
        records
    }

    /// Time spent, a year of it, and attention taken.
    fn worked(&self, named: &Named) -> Vec<Record> {
        let client = named.client;
        let mut records: Vec<Record> = Vec::new();
        if let Some(work) = &self.of_them.work {
            let first = self.day(DAYS_OF_WORK);
            let day = |turn: usize| first + Days::new(work.every_days * turn as u64);
            let turns = (0..).take_while(|turn| day(*turn) <= self.today);
            let in_turn = |turn: usize| work.minutes.iter().zip(&work.what).cycle().nth(turn);
            records.extend(turns.filter_map(|turn| {
                let (minutes, what) = in_turn(turn)?;
                Some(Record::TimeEntry(TimeEntry {
                    client,
                    engagement: named.engagement,
                    deliverable: None,
                    on: day(turn),
                    seconds: minutes * 60,
                    what: what.clone(),
                    billable: (turn + 1) % work.unpaid_every != 0,
                    hourly_rate: work.rate.map(|minor| self.money(minor)),
                }))
            }));
        }
        records.extend(self.of_them.attention.iter().map(|told| {
            Record::Attention(Attention {
                client,
                on: self.day(told.on),
                minutes: told.minutes,
                what: told.what.clone(),
            })
        }));
        records
    }
}

/// Time is told for a year.
const DAYS_OF_WORK: i64 = 360;
