//! How much of what the work is worth was billed.
use std::collections::BTreeMap;

use iso_currency::Currency;
use kindly_records::{ClientId, Engagement, Invoice, Kept, Money, TimeEntry};
use serde::Serialize;

use crate::{
    Fees, Hours, Window,
    hourly_rate::hourly_rates,
    hours::spent_in,
    money::{Sums, divided, issued_in, money, ratio},
};

const SECONDS_AN_HOUR: i128 = 3_600;

/// How much of the standard value of the work was billed, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Realization {
    /// What was invoiced to the clients that are counted.
    pub billed: Fees,
    /// Their billable hours at the standard rate.
    pub standard: Money,
    /// Those hours.
    pub hours: Hours,
}

impl Realization {
    /// Billed ÷ standard; above 1 where more was billed. `None` where nothing was billed, or the work has no value.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        ratio(self.billed.fees, self.standard).filter(|_| self.billed.n > 0)
    }
}

/// How much of the standard value of the work was billed, one rate a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Realizations {
    /// The rates, in the order of the currencies' codes.
    pub by_currency: Vec<Realization>,
    /// Billable hours that are in no rate.
    pub hours_left_out: Hours,
    /// What was invoiced to the clients whose hours are in no rate.
    pub fees_left_out: Vec<Fees>,
}

/// The realization rate: `amount billed ÷ Σ billable hours × standard hourly rate`, by what was invoiced and worked in the
/// window (the billing realization of law and accounting firms; `AccountingTools`, "Realization rate definition").
///
/// The standard rate of an hour is the entry's own or, failing that, that of its engagement where it is paid by the hour.
/// A client is counted whole or not at all, because an invoice does not say which hours it is for: left out is one with a
/// billable hour whose rate is not known, one without billable hours, and one who was invoiced in other currencies than
/// the rates'. Hours that were never invoiced are counted: they are what the rate is there to show.
pub fn realization<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    engagements: impl IntoIterator<Item = &'a Kept<Engagement>>,
    window: Window,
) -> Realizations {
    let rates = hourly_rates(engagements);
    let mut clients: BTreeMap<ClientId, Work> = BTreeMap::new();
    for invoice in issued_in(invoices, window) {
        clients.entry(invoice.client).or_default().invoices.push(invoice.amount);
    }
    for entry in spent_in(entries, window).filter(|entry| entry.billable) {
        let work = clients.entry(entry.client).or_default();
        let of_engagement = || entry.engagement.and_then(|id| rates.get(&id).copied());
        match entry.hourly_rate.or_else(of_engagement) {
            Some(rate) => work.price(entry, rate),
            None => work.unpriced.count(entry),
        }
    }
    let (mut billed, mut fees_left_out) = (Sums::default(), Sums::default());
    let mut priced: BTreeMap<Currency, Priced> = BTreeMap::new();
    let mut hours_left_out = Hours::default();
    for work in clients.into_values() {
        let counted = work.counts();
        let fees = if counted { &mut billed } else { &mut fees_left_out };
        for amount in &work.invoices {
            fees.add(*amount);
        }
        for (currency, theirs) in work.priced {
            if counted {
                priced.entry(currency).or_default().join(theirs);
            } else {
                hours_left_out = hours_left_out + theirs.hours;
            }
        }
        hours_left_out = hours_left_out + work.unpriced;
    }
    let figure = |(currency, priced): (Currency, Priced)| Realization {
        billed: billed.of(currency),
        standard: money(divided(priced.minor_seconds, SECONDS_AN_HOUR), currency),
        hours: priced.hours,
    };
    Realizations {
        by_currency: priced.into_iter().map(figure).collect(),
        hours_left_out,
        fees_left_out: fees_left_out.fees(),
    }
}

/// Billable hours with their value.
#[derive(Clone, Copy, Default)]
struct Priced {
    /// Minor units of the hourly rate × seconds: divided once, at the end, so that no rounding adds up.
    minor_seconds: i128,
    hours: Hours,
}

impl Priced {
    fn join(&mut self, other: Self) {
        self.minor_seconds += other.minor_seconds;
        self.hours = self.hours + other.hours;
    }
}

/// One client's invoices and billable hours.
#[derive(Default)]
struct Work {
    invoices: Vec<Money>,
    priced: BTreeMap<Currency, Priced>,
    unpriced: Hours,
}

impl Work {
    fn price(&mut self, entry: &TimeEntry, rate: Money) {
        let priced = self.priced.entry(rate.currency).or_default();
        priced.minor_seconds += i128::from(rate.minor) * i128::from(entry.seconds);
        priced.hours.count(entry);
    }

    fn counts(&self) -> bool {
        let billed_in = |currency: &Currency| self.invoices.iter().any(|amount| amount.currency == *currency);
        let same = self.invoices.iter().all(|amount| self.priced.contains_key(&amount.currency))
            && (self.invoices.is_empty() || self.priced.keys().all(billed_in));
        self.unpriced.n == 0 && !self.priced.is_empty() && same
    }
}
