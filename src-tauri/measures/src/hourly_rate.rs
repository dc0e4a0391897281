//! What an hour brings in.
use std::collections::{BTreeMap, HashMap};

use iso_currency::Currency;
use kindly_records::{ClientId, Engagement, EngagementId, FeeModel, Invoice, Kept, Money, TimeEntry};
use serde::Serialize;

use crate::{
    Fees, Hours, Window,
    hours::spent_in,
    money::{Sums, divided, issued_in, money},
};

const SECONDS_AN_HOUR: i128 = 3_600;

/// What an hour brought in, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HourlyRate {
    /// What was invoiced, and on how many invoices.
    pub fees: Fees,
    /// All hours, charged for or not.
    pub hours: Hours,
    /// Fees ÷ hours, to the nearest minor unit. `None` where nothing was invoiced or no time was spent, and where hours of
    /// a client with several currencies are left out: what they would make of it is not known.
    pub per_hour: Option<Money>,
}

/// What an hour brought in, one rate a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HourlyRates {
    /// The rates, in the order of the currencies' codes.
    pub by_currency: Vec<HourlyRate>,
    /// Hours that belong to no one currency, and so are in no rate.
    pub left_out: Hours,
}

/// The effective hourly rate: `fees invoiced in the window ÷ all hours spent in it`, whether those are charged for or not
/// (so the consulting field tells it from the quoted and from the billable rate, which leave out unpaid hours).
///
/// Hours are time entries. Those of free work are in it once they are tracked; the minutes of concessions are not added,
/// since they would then count twice, and attention is a figure of its own. Choose a window that ends with an
/// invoicing, else hours stand in it whose fees do not.
///
/// An hour belongs to the currency that its client was invoiced in. Where that is several, to the currency of its own
/// hourly rate; where it is none, to that of its own rate or else to the only one that anybody was invoiced in. What
/// then belongs to none is left out, and told.
pub fn effective_hourly_rate<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    window: Window,
) -> HourlyRates {
    let (mut all, mut by_client): (Sums, HashMap<ClientId, Sums>) = Default::default();
    for invoice in issued_in(invoices, window) {
        all.add(invoice.amount);
        by_client.entry(invoice.client).or_default().add(invoice.amount);
    }
    let mut hours: BTreeMap<Currency, Hours> =
        all.currencies().map(|code| (code, Hours::default())).collect();
    let mut not_whole: Vec<Currency> = Vec::new();
    let mut left_out = Hours::default();
    for entry in spent_in(entries, window) {
        let theirs = by_client.get(&entry.client);
        let its_own = entry.hourly_rate.map(|rate| rate.currency);
        let currency = match theirs {
            Some(sums) => sums.only().or(its_own),
            None => its_own.or(all.only()),
        };
        if let Some(currency) = currency {
            hours.entry(currency).or_default().count(entry);
        } else {
            left_out.count(entry);
            not_whole.extend(theirs.into_iter().flat_map(Sums::currencies));
            not_whole.sort_unstable();
            not_whole.dedup();
        }
    }
    let rate = |(currency, hours): (Currency, Hours)| {
        let fees = all.of(currency);
        let known = fees.n > 0 && hours.seconds > 0 && !not_whole.contains(&currency);
        let an_hour = || {
            let minor = i128::from(fees.fees.minor) * SECONDS_AN_HOUR;
            money(divided(minor, i128::from(hours.seconds)), currency)
        };
        HourlyRate { fees, hours, per_hour: known.then(an_hour) }
    };
    HourlyRates { by_currency: hours.into_iter().map(rate).collect(), left_out }
}

/// The rates of the engagements that are paid by the hour.
pub(crate) fn hourly_rates<'a>(
    engagements: impl IntoIterator<Item = &'a Kept<Engagement>>,
) -> HashMap<EngagementId, Money> {
    let by_the_hour =
        engagements.into_iter().filter(|engagement| engagement.record.fee_model == FeeModel::Hourly);
    by_the_hour.filter_map(|engagement| Some((engagement.id, engagement.record.rate?))).collect()
}
