//! All records at once, by client: what a view of the whole practice rests on.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_measures::Bill;
use kindly_records::{
    CheckIn, CheckInRequest, Client, ClientId, Complaint, Concession, Conversation, Decision, Deliverable,
    Ending, Engagement, Enquiry, Improvement, Incident, Invoice, InvoiceId, Kept, Letter, Money, Obligation,
    Payment, Praise, Profile, Request, Snooze, Template,
};

pub(crate) use kept::KeptBooks;

mod kept;

/// Records of one kind, by client, each in the order of its dates.
pub(crate) struct ByClient<R: Stored>(HashMap<ClientId, Vec<Kept<R>>>);

impl<R: Stored> ByClient<R> {
    fn of(records: Vec<Kept<R>>) -> Self {
        let mut by_client: HashMap<ClientId, Vec<Kept<R>>> = HashMap::new();
        for kept in records {
            if let Some(client) = kept.record.client() {
                by_client.entry(client).or_default().push(kept);
            }
        }
        Self(by_client)
    }

    /// Reads the records of one client anew.
    fn read_again(&mut self, reader: Reader<'_>, client: ClientId) -> Result<(), LedgerError> {
        let records = reader.of_client(client)?;
        if records.is_empty() {
            self.0.remove(&client);
        } else {
            self.0.insert(client, records);
        }
        Ok(())
    }

    /// The records of all clients, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Kept<R>> {
        self.0.values().flatten()
    }

    /// The records of one client.
    pub(crate) fn of_client(&self, client: ClientId) -> &[Kept<R>] {
        self.0.get(&client).map_or(&[], Vec::as_slice)
    }
}

/// Everything that is recorded, but for time and attention: of those there can be hundreds of thousands, and only a
/// client's own page and the figures look at them.
pub(crate) struct Books {
    pub(crate) clients: Vec<Kept<Client>>,
    pub(crate) enquiries: ByClient<Enquiry>,
    pub(crate) engagements: ByClient<Engagement>,
    pub(crate) deliverables: ByClient<Deliverable>,
    pub(crate) check_ins: ByClient<CheckIn>,
    pub(crate) praise: ByClient<Praise>,
    pub(crate) obligations: ByClient<Obligation>,
    pub(crate) invoices: ByClient<Invoice>,
    pub(crate) payments: ByClient<Payment>,
    pub(crate) concessions: ByClient<Concession>,
    pub(crate) incidents: ByClient<Incident>,
    pub(crate) complaints: ByClient<Complaint>,
    pub(crate) requests: ByClient<Request>,
    pub(crate) conversations: ByClient<Conversation>,
    pub(crate) decisions: ByClient<Decision>,
    pub(crate) endings: ByClient<Ending>,
    pub(crate) letters: ByClient<Letter>,
    pub(crate) templates: ByClient<Template>,
    pub(crate) check_in_requests: ByClient<CheckInRequest>,
    /// What we change on our side.
    pub(crate) improvements: Vec<Kept<Improvement>>,
    /// The user's own settings, on which days of notice and verdicts depend.
    pub(crate) profile: Profile,
    /// What was put off, about clients and about us.
    pub(crate) snoozes: Vec<Kept<Snooze>>,
    names: HashMap<ClientId, usize>,
}

impl Books {
    /// Reads them all, in time linear in their number.
    pub(crate) fn read(reader: Reader<'_>) -> Result<Self, LedgerError> {
        let clients: Vec<Kept<Client>> = reader.all()?;
        Ok(Self {
            names: places(&clients),
            clients,
            enquiries: ByClient::of(reader.all()?),
            engagements: ByClient::of(reader.all()?),
            deliverables: ByClient::of(reader.all()?),
            check_ins: ByClient::of(reader.all()?),
            praise: ByClient::of(reader.all()?),
            obligations: ByClient::of(reader.all()?),
            invoices: ByClient::of(reader.all()?),
            payments: ByClient::of(reader.all()?),
            concessions: ByClient::of(reader.all()?),
            incidents: ByClient::of(reader.all()?),
            complaints: ByClient::of(reader.all()?),
            requests: ByClient::of(reader.all()?),
            conversations: ByClient::of(reader.all()?),
            decisions: ByClient::of(reader.all()?),
            endings: ByClient::of(reader.all()?),
            letters: ByClient::of(reader.all()?),
            templates: ByClient::of(reader.all()?),
            check_in_requests: ByClient::of(reader.all()?),
            improvements: reader.all()?,
            profile: reader.profile()?,
            snoozes: reader.all()?,
        })
    }

    /// A client.
    pub(crate) fn client(&self, client: ClientId) -> Option<&Kept<Client>> {
        self.names.get(&client).map(|place| &self.clients[*place])
    }

    /// The name of a client; empty for one that is not there.
    pub(crate) fn name(&self, client: ClientId) -> &str {
        self.client(client).map_or("", |kept| kept.record.name.as_str())
    }

    /// A client's invoices, each beside what came in for it up to a day, in the order of the invoices.
    pub(crate) fn accounts(&self, client: ClientId, today: NaiveDate) -> Vec<Account<'_>> {
        accounts(self.invoices.of_client(client), self.payments.of_client(client), today)
    }

    /// A client's invoices as the figures take them: with the payments up to a day.
    pub(crate) fn bills(&self, client: ClientId, today: NaiveDate) -> Vec<Bill<'_>> {
        let payments = self.payments.of_client(client).iter().map(|kept| &kept.record);
        kindly_measures::bills(
            self.invoices.of_client(client),
            payments.filter(|payment| payment.on <= today),
        )
    }
}

/// Where each client stands.
fn places(clients: &[Kept<Client>]) -> HashMap<ClientId, usize> {
    clients.iter().enumerate().map(|(place, client)| (client.id, place)).collect()
}

/// An invoice beside what came in for it.
pub(crate) struct Account<'a> {
    /// The invoice.
    pub(crate) invoice: &'a Kept<Invoice>,
    /// The day it was paid in full; `None` while it is open.
    pub(crate) settled_on: Option<NaiveDate>,
    /// What is still to be paid.
    pub(crate) open: Money,
}

impl Account<'_> {
    /// Whether something came in, and something is still to come.
    pub(crate) fn partly_paid(&self) -> bool {
        self.settled_on.is_none() && self.open != self.invoice.record.amount
    }
}

/// Sets invoices beside the payments that came in up to a day, in time linear in both.
pub(crate) fn accounts<'a>(
    invoices: &'a [Kept<Invoice>],
    payments: &[Kept<Payment>],
    today: NaiveDate,
) -> Vec<Account<'a>> {
    let mut by_invoice: HashMap<InvoiceId, Vec<&Payment>> = HashMap::new();
    for Kept { record, .. } in payments.iter().filter(|kept| kept.record.on <= today) {
        by_invoice.entry(record.invoice).or_default().push(record);
    }
    let account = |invoice: &'a Kept<Invoice>| {
        let own = by_invoice.get(&invoice.id).map_or(&[][..], Vec::as_slice);
        Account {
            invoice,
            settled_on: invoice.record.settled_on(invoice.id, own),
            open: invoice.record.open_amount(invoice.id, own),
        }
    };
    invoices.iter().map(account).collect()
}
