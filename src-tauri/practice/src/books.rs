//! All records at once, by client: what a view of the whole practice rests on.
use std::collections::HashMap;

use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{
    CheckIn, Client, ClientId, Complaint, Concession, Deliverable, Engagement, Enquiry, Incident, Invoice,
    Kept, Letter, Obligation,
};

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

    /// The records of one client.
    pub(crate) fn of_client(&self, client: ClientId) -> &[Kept<R>] {
        self.0.get(&client).map_or(&[], Vec::as_slice)
    }
}

/// Everything that is recorded.
pub(crate) struct Books {
    pub(crate) clients: Vec<Kept<Client>>,
    pub(crate) enquiries: ByClient<Enquiry>,
    pub(crate) engagements: ByClient<Engagement>,
    pub(crate) deliverables: ByClient<Deliverable>,
    pub(crate) check_ins: ByClient<CheckIn>,
    pub(crate) obligations: ByClient<Obligation>,
    pub(crate) invoices: ByClient<Invoice>,
    pub(crate) concessions: ByClient<Concession>,
    pub(crate) incidents: ByClient<Incident>,
    pub(crate) complaints: ByClient<Complaint>,
    pub(crate) letters: ByClient<Letter>,
}

impl Books {
    /// Reads them all, in time linear in their number.
    pub(crate) fn read(reader: Reader<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            clients: reader.all()?,
            enquiries: ByClient::of(reader.all()?),
            engagements: ByClient::of(reader.all()?),
            deliverables: ByClient::of(reader.all()?),
            check_ins: ByClient::of(reader.all()?),
            obligations: ByClient::of(reader.all()?),
            invoices: ByClient::of(reader.all()?),
            concessions: ByClient::of(reader.all()?),
            incidents: ByClient::of(reader.all()?),
            complaints: ByClient::of(reader.all()?),
            letters: ByClient::of(reader.all()?),
        })
    }

    /// The name of a client; empty for one that is not there.
    pub(crate) fn name(&self, client: ClientId) -> &str {
        self.clients.iter().find(|kept| kept.id == client).map_or("", |kept| kept.record.name.as_str())
    }
}
