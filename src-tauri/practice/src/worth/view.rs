//! What each client is worth.
use chrono::NaiveDate;
use kindly_records::{ClientId, LetterKind, Money};
use serde::Serialize;
use ts_rs::TS;

use crate::{Sentence, drawing::Chart, standing::Verdict};

/// What the clients are worth, over the last 365 days.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct WorthView {
    /// The last day that counts.
    pub today: NaiveDate,
    /// The first.
    pub from: NaiveDate,
    /// It in a sentence.
    pub sentence: Sentence,
    /// The median of what an hour brings, over clients with fees and hours.
    pub median_rate: Option<Money>,
    /// What an hour costs.
    pub cost_per_hour: Option<Money>,
    /// Whether the user stated that cost; else the median stands in for it.
    pub cost_is_stated: bool,
    /// A row a client, those who bring most an hour first, those without a rate last.
    pub rows: Vec<WorthRow>,
    /// Cumulative profit, the most profitable client first; `None` below two clients with fees and hours.
    pub whale: Option<Whale>,
    /// Clients that could not be compared: other currencies, or no fees or hours.
    pub left_out: u32,
}

/// One client's worth.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct WorthRow {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// How they stand.
    pub verdict: Option<Verdict>,
    /// Fees invoiced, in their currency.
    pub fees: Option<Money>,
    /// Hours worked, billed or not.
    pub hours: f64,
    /// Effective hourly rate: fees by hours.
    pub rate: Option<Money>,
    /// Worth of what was given away.
    pub given: Option<Money>,
    /// Its share of what the fees would have been, 0 to 1.
    pub given_share: Option<f64>,
    /// Concessions that they asked for.
    pub they_asked: u32,
    /// Concessions that we offered.
    pub we_offered: u32,
    /// Concessions of which it is not recorded whose idea they were.
    pub unknown_initiative: u32,
    /// Whether a client who is content was given more than 5 % of the fees: our generosity, not their pressure.
    pub generous: bool,
    /// Days beyond terms, weighted by amount.
    pub days_beyond_terms: Option<f64>,
    /// Hours of unbilled rework.
    pub unbilled_hours: f64,
    /// Share of the income in their currency.
    pub income_share: Option<f64>,
    /// Fees less the cost of the hours.
    pub profit: Option<Money>,
    /// What would bring them to the median; `None` where they are there.
    pub needed: Option<Needed>,
    /// Whether they are compared with the others.
    pub compared: bool,
}

/// Price and terms with which a client would reach the median.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Needed {
    /// Fees for the same hours.
    pub fees: Money,
    /// How much more that is: 0.25 is a quarter more.
    pub change: f64,
    /// Or: the hours that the same fees may take.
    pub hours: f64,
    /// The practice's median of days beyond terms, where they take longer to pay.
    pub days_beyond_terms: Option<f64>,
}

/// The whale curve.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Whale {
    /// Cumulative profit by client.
    pub chart: Chart,
    /// Over all of them.
    pub total: Money,
    /// Its highest point.
    pub peak: Money,
    /// How many clients make that.
    pub peak_at: u32,
}

/// "So much off or we leave", worked out.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PriceCutView {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// The cut, 0 to 1.
    pub cut: f64,
    /// The share of the freed hours that would be sold elsewhere, 0 to 1.
    pub filled: f64,
    /// What the practice's clients bring an hour: the median, without this one.
    pub elsewhere: Money,
    /// What they bring an hour now.
    pub rate_now: Money,
    /// And after the cut.
    pub rate_after: Money,
    /// A year's fees after the cut.
    pub fees_after: Money,
    /// What it gives up a year.
    pub given_up: Money,
    /// A year's fees: what is lost if they leave.
    pub at_risk: Money,
    /// Its share of the income.
    pub at_risk_share: Option<f64>,
    /// The rate below which parting is better.
    pub part_below: Money,
    /// Whether that is so after the cut.
    pub parting_is_better: bool,
    /// The largest cut before it is, 0 to 1.
    pub largest_cut: f64,
    /// It in a sentence.
    pub sentence: Sentence,
    /// The letters that answer it.
    pub letters: Vec<LetterKind>,
}
