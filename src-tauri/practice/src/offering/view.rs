//! Offering or fit: what is shown.
use chrono::NaiveDate;
use kindly_records::{ClientId, Improvement, ImprovementId, Money};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    Sentence,
    drawing::Chart,
    standing::{RecordLink, Verdict},
};

/// The answer to "is it the offering, or is it the fit?", and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfferingView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// The answer in a sentence.
    pub sentence: Sentence,
    /// What is said before any client is named: that our own record fell, that our terms or our box may be the cause.
    pub before: Vec<Sentence>,
    /// Whether the offering is found wanting; `None` where too few clients were asked to tell.
    pub offering_problem: Option<bool>,
    /// Clients with two check-ins or more.
    pub rated_clients: u32,
    /// How many of them are likely unhappy although we delivered, to the nearest whole one.
    pub affected: u32,
    /// What is complained about, shared themes first.
    pub themes: Vec<ThemeRow>,
    /// The columns of the matrix: who complained, by name.
    pub clients: Vec<ThemeColumn>,
    /// Met, partly met and missed deliverables by month, the last 24 months.
    pub delivery: Chart,
    /// How many clients stood how, by month, the last 24 months.
    pub standing: Chart,
    /// What we change on our side, latest first.
    pub improvements: Vec<ImprovementRow>,
}

/// A client in the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThemeColumn {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// How they stand.
    pub verdict: Option<Verdict>,
}

/// A theme of complaint.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThemeRow {
    /// Its name, as the complaints have it.
    pub theme: String,
    /// Whether too many share it for chance.
    pub shared: bool,
    /// Why it counts as shared, or does not.
    pub why: Sentence,
    /// Who said it, in the order of the columns; only those who did.
    pub cells: Vec<ThemeCell>,
    /// How many clients.
    pub clients: u32,
    /// What it costs.
    pub cost: ThemeCost,
}

/// What one client said about one theme.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThemeCell {
    /// The client.
    pub client: ClientId,
    /// Complaints although all that was due had been delivered.
    pub after_met: u32,
    /// Complaints after something was missed, or before anything was delivered.
    pub after_missed: u32,
    /// The complaints.
    pub records: Vec<RecordLink>,
}

/// What a theme costs, over two half-lives: what was given away within 30 days after a complaint on it, and whose
/// income hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThemeCost {
    /// Given away in money, where it is in the practice's currency; `None` where nothing was.
    pub given: Option<Money>,
    /// Minutes of work given away.
    pub minutes: u32,
    /// The share of last year's income that comes from those who complained.
    pub income_share: Option<f64>,
}

/// A change of our own, and whether it helped.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImprovementRow {
    /// The record.
    pub id: ImprovementId,
    /// Its facts.
    pub record: Improvement,
    /// Whether it helped; `None` where it names no theme, or has not begun.
    pub helped: Option<Helped>,
}

/// Complaints on a theme before and after a change, for each month that a client was with us.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Helped {
    /// What it comes to.
    pub says: HelpedSays,
    /// The first day that is compared.
    pub since: NaiveDate,
    /// Complaints before.
    pub before: u32,
    /// Months of clients before.
    pub before_months: f64,
    /// Complaints after.
    pub after: u32,
    /// Months of clients after.
    pub after_months: f64,
    /// The rate after by the rate before; `None` where there was none before.
    pub ratio: Option<f64>,
    /// Its 95 % interval.
    pub low: Option<f64>,
    /// Its upper end; `None` where it has none.
    pub high: Option<f64>,
}

/// What before and after come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelpedSays {
    /// Fewer complaints, by more than chance.
    Better,
    /// More complaints, by more than chance.
    Worse,
    /// Not to be told from chance.
    CannotTell,
    /// Less than 30 days have passed.
    TooEarly,
}
