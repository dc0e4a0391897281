//! What each client brings and takes, over a stretch of time: the sums that worth, renewals and decisions rest on.
use std::collections::HashMap;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_ledger::{LedgerError, Reader};
use kindly_measures::{
    Fees, Hours, IncomeShare, Window, concession_share, days_beyond_terms_by_amount, effective_hourly_rate,
    fees_invoiced, median_minor, unbilled_hours,
};
use kindly_records::{Client, ClientId, Concession, Engagement, Initiative, Invoice, Kept, Money, TimeEntry};

use crate::{books::Books, standing::number};

/// The year that everything here looks at.
const YEAR_DAYS: u64 = 365;

/// Everybody's sums.
pub(crate) struct Economics {
    /// The stretch of time.
    pub(crate) window: Window,
    of_clients: HashMap<ClientId, OfClient>,
    /// Hours and nothing else are left where a client is unknown.
    none: OfClient,
}

/// One client's sums, in the client's own currency.
#[derive(Clone, Debug, Default)]
pub(crate) struct OfClient {
    /// Fees invoiced.
    pub(crate) fees: Option<Money>,
    /// Time worked, billed or not.
    pub(crate) hours: Hours,
    /// Effective hourly rate.
    pub(crate) rate: Option<Money>,
    /// Worth of what was given away.
    pub(crate) given: Option<Money>,
    /// Its share of what the fees would have been.
    pub(crate) given_share: Option<f64>,
    /// Concessions they asked for, we offered, and of neither.
    pub(crate) initiative: [u32; 3],
    /// Days beyond terms, weighted by amount.
    pub(crate) days_beyond_terms: Option<f64>,
    /// Hours of unbilled rework.
    pub(crate) unbilled: Hours,
    /// Share of all income in that currency.
    pub(crate) income_share: Option<f64>,
}

impl Economics {
    /// The last 365 days of everybody, in time linear in the records.
    pub(crate) fn read(reader: Reader<'_>, books: &Books, today: NaiveDate) -> Result<Self, LedgerError> {
        let window = Window::days_to(today, YEAR_DAYS);
        let mut entries: HashMap<ClientId, Vec<TimeEntry>> = HashMap::new();
        for Kept { record, .. } in reader.all::<TimeEntry>()? {
            if window.contains(record.on) {
                entries.entry(record.client).or_default().push(record);
            }
        }
        let everybody = books.clients.iter().flat_map(|client| invoices(books, client.id));
        let totals: HashMap<Currency, Fees> =
            fees_invoiced(everybody, window).into_iter().map(|fees| (fees.fees.currency, fees)).collect();
        let of_clients = books
            .clients
            .iter()
            .map(|client| {
                let entries = entries.get(&client.id).map_or(&[][..], Vec::as_slice);
                (client.id, of_client(books, client, entries, &totals, window, today))
            })
            .collect();
        Ok(Self { window, of_clients, none: OfClient::default() })
    }

    /// One client's sums.
    pub(crate) fn of(&self, client: ClientId) -> &OfClient {
        self.of_clients.get(&client).unwrap_or(&self.none)
    }

    /// The median of what an hour brings over clients in a currency, without one of them where one is named.
    pub(crate) fn median_rate(&self, currency: Currency, without: Option<ClientId>) -> Option<Money> {
        let others = self.of_clients.iter().filter(|(id, _)| Some(**id) != without);
        let rates = others.filter_map(|(_, sums)| sums.rate).filter(|rate| rate.currency == currency);
        median_minor(rates.map(|rate| rate.minor)).map(|minor| Money { minor, currency })
    }
}

fn invoices(books: &Books, client: ClientId) -> impl Iterator<Item = &Invoice> + Clone {
    books.invoices.of_client(client).iter().map(|kept| &kept.record)
}

fn of_client(
    books: &Books,
    client: &Kept<Client>,
    entries: &[TimeEntry],
    totals: &HashMap<Currency, Fees>,
    window: Window,
    today: NaiveDate,
) -> OfClient {
    let currency = client.record.currency;
    let invoices = || invoices(books, client.id);
    let concessions = || {
        let all = books.concessions.of_client(client.id).iter().map(|kept| &kept.record);
        all.filter(move |record| window.contains(record.on))
    };
    let engagements: &[Kept<Engagement>] = books.engagements.of_client(client.id);
    let fees = fees_invoiced(invoices(), window).into_iter().find(|fees| fees.fees.currency == currency);
    let rates = effective_hourly_rate(invoices(), entries, window).by_currency;
    let rate = rates.into_iter().find(|rate| rate.fees.fees.currency == currency);
    let given = concession_share(concessions(), invoices(), entries, engagements, window).by_currency;
    let given = given.into_iter().find(|given| given.given.currency == currency);
    let bills = books.bills(client.id, today);
    let terms = days_beyond_terms_by_amount(&bills, window, today);
    let whose = |wanted: Initiative| {
        number(concessions().filter(|record: &&Concession| record.initiative == wanted).count())
    };
    OfClient {
        fees: fees.map(|fees| fees.fees),
        hours: kindly_measures::hours_spent(entries, window),
        rate: rate.and_then(|rate| rate.per_hour),
        given: given.map(|given| given.given).filter(|given| given.minor > 0),
        given_share: given.and_then(kindly_measures::ConcessionShare::share),
        initiative: [Initiative::TheyAsked, Initiative::WeOffered, Initiative::Unknown].map(whose),
        days_beyond_terms: terms
            .into_iter()
            .find(|terms| terms.amount.currency == currency)
            .map(|terms| terms.days),
        unbilled: unbilled_hours(entries, concessions(), window),
        income_share: fees
            .zip(totals.get(&currency))
            .and_then(|(part, all)| IncomeShare { part, all: *all }.share()),
    }
}
