//! What was given away, beside what came in.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use iso_currency::Currency;
use kindly_records::{ClientId, Concession, Engagement, Invoice, Kept, Money, TimeEntry};
use serde::Serialize;

use crate::{
    Fees, Window, effective_hourly_rate,
    hourly_rate::hourly_rates,
    money::{Sums, divided, issued_in, money, ratio},
};

const MINUTES_AN_HOUR: i128 = 60;

/// What was given away beside what was invoiced, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ConcessionShare {
    /// What was given away, work at its price.
    pub given: Money,
    /// The concessions that it comes from.
    pub n: usize,
    /// The minutes of free work among it, as far as they were priced here.
    pub priced_minutes: u64,
    /// What was invoiced.
    pub fees: Fees,
}

impl ConcessionShare {
    /// Given ÷ fees; above 1 where more was given away than invoiced. `None` where nothing was invoiced.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        ratio(self.given, self.fees.fees)
    }
}

/// What was given away beside what was invoiced, one share a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ConcessionShares {
    /// The shares, in the order of the currencies' codes.
    pub by_currency: Vec<ConcessionShare>,
    /// Concessions that are in no share, because nobody knows what an hour of them is worth.
    pub unpriced: usize,
    /// Their minutes.
    pub unpriced_minutes: u64,
}

/// Concessions as a share of fees: `worth of what was given away in the window ÷ fees invoiced in it`.
///
/// A concession counts with its amount, where one is known; its minutes are then not priced as well, since they are how
/// long the same thing took. Without an amount, free work counts with its minutes at the hourly rate of its engagement,
/// where that is paid by the hour, or else at the client's effective hourly rate in the window
/// ([`effective_hourly_rate`]), where they were invoiced in one currency only. What has no price is left out, and told.
/// The ratio of sales allowances to sales of accounting, told of fees.
pub fn concession_share<'a>(
    concessions: impl IntoIterator<Item = &'a Concession>,
    invoices: impl IntoIterator<Item = &'a Invoice>,
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    engagements: impl IntoIterator<Item = &'a Kept<Engagement>>,
    window: Window,
) -> ConcessionShares {
    let given: Vec<&Concession> =
        concessions.into_iter().filter(|concession| window.contains(concession.on)).collect();
    let invoices: Vec<&Invoice> = issued_in(invoices, window).collect();
    let of_engagements = hourly_rates(engagements);
    let stated = |concession: &Concession| of_engagements.get(&concession.engagement?).copied();
    let asking: BTreeSet<ClientId> = given
        .iter()
        .filter(|concession| concession.amount.is_none() && stated(concession).is_none())
        .map(|concession| concession.client)
        .collect();
    let effective = effective_rates(&asking, &invoices, entries, window);

    let mut fees = Sums::default();
    for invoice in &invoices {
        fees.add(invoice.amount);
    }
    let mut sums: BTreeMap<Currency, Given> =
        fees.currencies().map(|currency| (currency, Given::default())).collect();
    let mut shares = ConcessionShares::default();
    for concession in given {
        let minutes = concession.minutes.unwrap_or(0);
        let hourly = || stated(concession).or_else(|| effective.get(&concession.client).copied());
        if let Some(amount) = concession.amount {
            let sum = sums.entry(amount.currency).or_default();
            sum.n += 1;
            sum.minor_minutes += i128::from(amount.minor) * MINUTES_AN_HOUR;
        } else if let Some(rate) = hourly() {
            let sum = sums.entry(rate.currency).or_default();
            sum.n += 1;
            sum.minor_minutes += i128::from(rate.minor) * i128::from(minutes);
            sum.priced_minutes += u64::from(minutes);
        } else {
            shares.unpriced += 1;
            shares.unpriced_minutes += u64::from(minutes);
        }
    }
    let share = |(currency, given): (Currency, Given)| ConcessionShare {
        given: money(divided(given.minor_minutes, MINUTES_AN_HOUR), currency),
        n: given.n,
        priced_minutes: given.priced_minutes,
        fees: fees.of(currency),
    };
    shares.by_currency = sums.into_iter().map(share).collect();
    shares
}

/// Sums in minor units × 60, so that minutes at an hourly rate are rounded once.
#[derive(Default)]
struct Given {
    minor_minutes: i128,
    n: usize,
    priced_minutes: u64,
}

/// The effective hourly rates of some clients, where there is one.
fn effective_rates<'a>(
    clients: &BTreeSet<ClientId>,
    invoices: &[&'a Invoice],
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    window: Window,
) -> HashMap<ClientId, Money> {
    let mut work: HashMap<ClientId, (Vec<&Invoice>, Vec<&TimeEntry>)> = HashMap::new();
    for invoice in invoices.iter().filter(|invoice| clients.contains(&invoice.client)) {
        work.entry(invoice.client).or_default().0.push(invoice);
    }
    for entry in entries.into_iter().filter(|entry| clients.contains(&entry.client)) {
        work.entry(entry.client).or_default().1.push(entry);
    }
    let rate = |(client, (invoices, entries)): (ClientId, (Vec<&Invoice>, Vec<&TimeEntry>))| {
        let rates = effective_hourly_rate(invoices, entries, window).by_currency;
        let [one] = rates.as_slice() else { return None };
        Some((client, one.per_hour?))
    };
    work.into_iter().filter_map(rate).collect()
}
