//! Before you decide: what was done, what parting costs and what it frees.
use chrono::NaiveDate;
use kindly_records::{ClientId, LetterKind, Money};
use serde::Serialize;
use ts_rs::TS;

use crate::standing::{RecordLink, Renewal, Verdict};

/// The list to go through before a decision. It informs, and blocks nothing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DecideView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// How they stand; `None` for a prospect.
    pub verdict: Option<Verdict>,
    /// What was done, in the order in which it should be.
    pub lines: Vec<DecideLine>,
    /// What parting costs.
    pub costs: PartingCosts,
    /// What it frees.
    pub frees: PartingFrees,
    /// What was decided last, in this term.
    pub decided: Option<RecordLink>,
    /// The letters that can follow, the mildest first.
    pub letters: Vec<LetterKind>,
}

/// A step before a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecideStep {
    /// Our own side was looked at: nothing of ours is open, and what we missed was talked about.
    OwnSide,
    /// They were asked how it goes.
    Asked,
    /// They were heard: complaints answered, talks held.
    Listened,
    /// Something was explained to them.
    Explained,
    /// Something was changed because of them.
    Changed,
    /// They were told what we need: a reminder that was sent.
    ToldNeeds,
    /// Another price, scope or other terms were offered.
    OfferedChange,
}

/// One step, with what shows that it was done.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DecideLine {
    /// The step.
    pub step: DecideStep,
    /// Whether the records show it.
    pub done: bool,
    /// How often.
    pub count: u32,
    /// When last.
    pub last_on: Option<NaiveDate>,
    /// What speaks against it, such as complaints without an answer; counted in `open`.
    pub open: u32,
    /// The records, latest first.
    pub records: Vec<RecordLink>,
}

/// What parting costs.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PartingCosts {
    /// Their fees over the last 365 days, in their currency.
    pub income: Option<Money>,
    /// Its share of all income in that currency, 0 to 1.
    pub income_share: Option<f64>,
    /// How the agreement goes on, with the days of notice.
    pub renewal: Renewal,
    /// Work in progress: what is agreed and not delivered.
    pub open_work: Vec<RecordLink>,
    /// What they have still to pay.
    pub open_invoices: Option<Money>,
}

/// What parting frees.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PartingFrees {
    /// Hours a month, work and attention, over the last 365 days.
    pub hours_a_month: Option<f64>,
    /// What they bring an hour, everything counted.
    pub rate: Option<Money>,
    /// What the practice's clients bring an hour: the median.
    pub median_rate: Option<Money>,
    /// What the freed hours of a year are worth at the median.
    pub worth_a_year: Option<Money>,
}
