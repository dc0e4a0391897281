//! A verdict explained: its history, what would change it, and the file of evidence.
use chrono::NaiveDate;
use kindly_records::{ClientId, RatingScale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Message,
    drawing::Drawing,
    standing::{Band, RecordLink, Verdict},
};

/// How a verdict came about, month by month.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VerdictHistory {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// The day it is as of.
    pub today: NaiveDate,
    /// Verdicts by month as cells, and below them the events in lanes: what they said, what we delivered, what they
    /// owed, how it weighed. In this order.
    pub drawing: Drawing,
    /// The months, latest first.
    pub months: Vec<HistoryMonth>,
}

/// One month of a verdict.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct HistoryMonth {
    /// The day it was judged: the month's last, or today.
    pub day: NaiveDate,
    /// The verdict; `None` before anything was known.
    pub verdict: Option<Verdict>,
    /// Whether it is another than a month before.
    pub changed: bool,
    /// The records of that month that a verdict takes in, latest first.
    pub events: Vec<RecordLink>,
}

/// What might happen next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhatIfSteps {
    /// Check-ins that they might give, today.
    #[serde(default)]
    pub ratings: Vec<WhatIfRating>,
    /// Deliverables that we might meet, today.
    #[serde(default)]
    pub met: u32,
    /// Deliverables that we might miss, today.
    #[serde(default)]
    pub missed: u32,
    /// Obligations that they might keep, today.
    #[serde(default)]
    pub kept: u32,
    /// Obligations that they might break, today.
    #[serde(default)]
    pub broken: u32,
}

/// A check-in that might come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhatIfRating {
    /// On which scale.
    pub scale: RatingScale,
    /// The value.
    pub value: i64,
}

/// What would come of it. Nothing is written.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct WhatIf {
    /// The client.
    pub client: ClientId,
    /// The verdict now.
    pub now: Verdict,
    /// The verdict then.
    pub then: Verdict,
    /// How much it would rest on.
    pub band: Band,
    /// The sentence then.
    pub sentence: Message,
}
