//! The records that the figures of a scope rest on.
use std::collections::HashSet;

use chrono::NaiveDate;
use kindly_ledger::{LedgerError, Reader};
use kindly_measures::Bill;
use kindly_records::{
    Attention, CheckIn, ClientId, Complaint, Concession, Deliverable, DeliverableId, Engagement,
    EngagementId, Enquiry, Invoice, Kept, Obligation, TimeEntry,
};

use super::view::FigureScope;
use crate::books::Books;

/// Time and attention, which the books leave out.
pub(super) struct Work {
    /// Everybody's, since a share is a share of all.
    entries: Vec<Kept<TimeEntry>>,
    /// Those of the scope's client, or everybody's.
    attention: Vec<Kept<Attention>>,
}

impl Work {
    pub(super) fn read(
        reader: Reader<'_>,
        scope: FigureScope,
        client: Option<ClientId>,
    ) -> Result<Self, LedgerError> {
        let entries = match (scope, client) {
            (FigureScope::Engagement(_), Some(client)) => reader.of_client(client)?,
            _ => reader.all()?,
        };
        let attention = match client {
            Some(client) => reader.of_client(client)?,
            None => reader.all()?,
        };
        Ok(Self { entries, attention })
    }
}

/// The records of a scope.
pub(super) struct Scoped<'a> {
    pub(super) scope: FigureScope,
    pub(super) client: Option<ClientId>,
    pub(super) engagements: Vec<&'a Kept<Engagement>>,
    pub(super) deliverables: Vec<&'a Deliverable>,
    pub(super) check_ins: Vec<&'a CheckIn>,
    pub(super) complaints: Vec<&'a Complaint>,
    pub(super) enquiries: Vec<&'a Enquiry>,
    pub(super) obligations: Vec<&'a Obligation>,
    pub(super) bills: Vec<Bill<'a>>,
    pub(super) concessions: Vec<&'a Concession>,
    pub(super) entries: Vec<&'a TimeEntry>,
    pub(super) attention: Vec<&'a Attention>,
    /// Everybody's invoices and hours, for the client's share of them.
    pub(super) all_invoices: Vec<&'a Invoice>,
    pub(super) all_entries: Vec<&'a TimeEntry>,
}

impl<'a> Scoped<'a> {
    pub(super) fn of(
        books: &'a Books,
        work: &'a Work,
        scope: FigureScope,
        client: Option<ClientId>,
        today: NaiveDate,
    ) -> Self {
        let clients: Vec<ClientId> = match client {
            Some(client) => vec![client],
            None => books.clients.iter().map(|kept| kept.id).collect(),
        };
        let all_entries: Vec<&TimeEntry> = work.entries.iter().map(|kept| &kept.record).collect();
        let everybody = books.clients.iter().flat_map(|kept| books.invoices.of_client(kept.id));
        let mut scoped = Self {
            scope,
            client,
            engagements: Vec::new(),
            deliverables: Vec::new(),
            check_ins: Vec::new(),
            complaints: Vec::new(),
            enquiries: Vec::new(),
            obligations: Vec::new(),
            bills: Vec::new(),
            concessions: Vec::new(),
            entries: match client {
                Some(client) => all_entries.iter().copied().filter(|entry| entry.client == client).collect(),
                None => all_entries.clone(),
            },
            attention: work.attention.iter().map(|kept| &kept.record).collect(),
            all_invoices: everybody.map(|kept| &kept.record).collect(),
            all_entries,
        };
        for id in clients {
            scoped.engagements.extend(books.engagements.of_client(id));
            scoped.deliverables.extend(records(books.deliverables.of_client(id)));
            scoped.check_ins.extend(records(books.check_ins.of_client(id)));
            scoped.complaints.extend(records(books.complaints.of_client(id)));
            scoped.enquiries.extend(records(books.enquiries.of_client(id)));
            scoped.obligations.extend(records(books.obligations.of_client(id)));
            scoped.bills.extend(books.bills(id, today));
            scoped.concessions.extend(records(books.concessions.of_client(id)));
        }
        if let (FigureScope::Engagement(engagement), Some(client)) = (scope, client) {
            scoped.keep(engagement, books.deliverables.of_client(client));
        }
        scoped
    }

    /// Keeps what belongs to an engagement: what names it and, where the client has no other, what names none. A
    /// check-in belongs to the engagement of the deliverable that it is about.
    fn keep(&mut self, engagement: EngagementId, deliverables: &[Kept<Deliverable>]) {
        let only = self.engagements.len() == 1;
        let belongs = |named: Option<EngagementId>| named.map_or(only, |named| named == engagement);
        let its_own: HashSet<DeliverableId> =
            deliverables.iter().filter(|kept| belongs(kept.record.engagement)).map(|kept| kept.id).collect();
        self.engagements.retain(|kept| kept.id == engagement);
        self.deliverables.retain(|record| belongs(record.engagement));
        self.check_ins.retain(|record| record.deliverable.map_or(only, |about| its_own.contains(&about)));
        self.obligations.retain(|record| belongs(record.engagement));
        self.bills.retain(|bill| belongs(bill.invoice.engagement));
        self.concessions.retain(|record| belongs(record.engagement));
        self.entries.retain(|record| belongs(record.engagement));
    }

    /// The invoices of the scope.
    pub(super) fn invoices(&self) -> impl Iterator<Item = &'a Invoice> + Clone + '_ {
        self.bills.iter().map(|bill| bill.invoice)
    }
}

fn records<R: kindly_ledger::Stored>(kept: &[Kept<R>]) -> impl Iterator<Item = &R> {
    kept.iter().map(|kept| &kept.record)
}
