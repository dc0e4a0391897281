//! The list of a Friday: one row a client.
use chrono::NaiveDate;
use kindly_records::{
    ClientId, DeliverableId, Kind, ObligationId, ObligationKind, Outcome, RatingScale, SaidBy,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One row a client who works with us, those first about whom nothing was recorded for longest.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FridayView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// The first day of the week that it looks back on.
    pub since: NaiveDate,
    /// The rows.
    pub rows: Vec<FridayRow>,
}

/// A client's row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FridayRow {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The question that they are asked.
    pub scale: RatingScale,
    /// The day of their last record; `None` without one.
    pub last_record: Option<NaiveDate>,
    /// The day of their last check-in; `None` without one.
    pub last_check_in: Option<NaiveDate>,
    /// Whether a check-in is due by the rhythm that was set.
    pub check_in_due: bool,
    /// What we owe them, open, by its day.
    pub we_owe: Vec<FridayItem>,
    /// What they owe us, open, by its day.
    pub they_owe: Vec<FridayItem>,
    /// How many records the week has already.
    pub this_week: u32,
}

/// Something open.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FridayItem {
    /// Its kind: deliverable or obligation.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// Days until then; below 0 it is overdue.
    pub days_left: i64,
}

/// What was entered in a row. Nothing at all is an answer too, and records nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FridayAnswer {
    /// The client.
    pub client: ClientId,
    /// What was delivered.
    #[serde(default)]
    pub delivered: Vec<FridayDelivery>,
    /// What they gave.
    #[serde(default)]
    pub met: Vec<FridayMet>,
    /// What they said.
    #[serde(default)]
    pub heard: Option<FridayHeard>,
    /// What they owe from now on.
    #[serde(default)]
    pub owes: Option<FridayOwes>,
}

/// A delivery.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FridayDelivery {
    /// Which.
    pub id: DeliverableId,
    /// The day.
    pub on: NaiveDate,
    /// How it turned out.
    pub outcome: Outcome,
}

/// Something that came.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FridayMet {
    /// Which.
    pub id: ObligationId,
    /// The day.
    pub on: NaiveDate,
}

/// An answer about satisfaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FridayHeard {
    /// The day.
    pub on: NaiveDate,
    /// The scale.
    pub scale: RatingScale,
    /// The value.
    pub value: i64,
    /// Whether they said it or it is the user's impression.
    pub said_by: SaidBy,
    /// Their words.
    #[serde(default)]
    pub words: String,
    /// What it is about.
    #[serde(default)]
    pub deliverable: Option<DeliverableId>,
}

/// Something that they owe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FridayOwes {
    /// What kind of thing.
    pub what: ObligationKind,
    /// What exactly.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
}
