//! One client's worth, set beside the others'.
use iso_currency::Currency;
use kindly_measures::{median, price_needed, profit};
use kindly_records::{Client, Kept, Money};

use super::{
    Economics, OfClient,
    view::{Needed, WorthRow},
};
use crate::standing::Verdict;

/// Above this share of the fees in a year, what is given to a content client is worth a word.
const GENEROUS: f64 = 0.05;

/// What a row is set beside.
pub(super) struct About {
    pub(super) currency: Currency,
    pub(super) verdict: Option<Verdict>,
    pub(super) median_rate: Option<Money>,
    pub(super) median_terms: Option<f64>,
    pub(super) cost_per_hour: Option<Money>,
}

pub(super) fn row(client: &Kept<Client>, sums: &OfClient, about: &About) -> WorthRow {
    let compared = client.record.currency == about.currency && sums.rate.is_some();
    let money = |minor| Money { minor, currency: client.record.currency };
    let [they_asked, we_offered, unknown_initiative] = sums.initiative;
    let cost = about.cost_per_hour.filter(|_| compared);
    WorthRow {
        client: client.id,
        name: client.record.name.clone(),
        verdict: about.verdict,
        fees: sums.fees,
        hours: sums.hours.hours(),
        rate: sums.rate,
        given: sums.given,
        given_share: sums.given_share,
        they_asked,
        we_offered,
        unknown_initiative,
        generous: about.verdict == Some(Verdict::Healthy)
            && sums.given_share.is_some_and(|share| share > GENEROUS),
        days_beyond_terms: sums.days_beyond_terms,
        unbilled_hours: sums.unbilled.hours(),
        income_share: sums.income_share,
        profit: cost
            .zip(sums.fees)
            .map(|(cost, fees)| money(profit(fees.minor, sums.hours.seconds, cost.minor))),
        needed: about
            .median_rate
            .filter(|_| compared)
            .and_then(|rate| needed(sums, rate, about.median_terms)),
        compared,
    }
}

/// What would bring a client to the median; `None` where they are there.
fn needed(sums: &OfClient, median: Money, median_terms: Option<f64>) -> Option<Needed> {
    let (fees, rate) = sums.fees.zip(sums.rate)?;
    let slower = sums.days_beyond_terms.zip(median_terms).filter(|(theirs, usual)| theirs > usual);
    if rate.minor >= median.minor && slower.is_none() {
        return None;
    }
    let price = price_needed(fees.minor, sums.hours.seconds, median.minor)?;
    Some(Needed {
        fees: Money { minor: price.fees_minor, currency: fees.currency },
        change: price.change,
        hours: price.hours,
        days_beyond_terms: slower.map(|(_, usual)| usual),
    })
}

/// The median of the days beyond terms of those who were invoiced.
pub(super) fn median_terms(clients: &[&Kept<Client>], economics: &Economics) -> Option<f64> {
    median(clients.iter().filter_map(|client| economics.of(client.id).days_beyond_terms))
}
