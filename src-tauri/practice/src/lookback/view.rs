//! The first evening: what is remembered of a client.
use chrono::NaiveDate;
use kindly_records::{ClientId, Money, ObligationKind, Outcome, RatingScale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{record::Done, standing::Why};

/// The answers about one client. Every record made of them is marked as entered from memory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LookBack {
    /// The client; `None` for one who is not recorded yet, by name.
    pub client: Option<ClientId>,
    /// The client's name, where they are not recorded yet.
    #[serde(default)]
    pub name: String,
    /// Since when; `None` where an agreement is recorded already, or nothing is remembered.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// What the agreement is called; empty for a plain name.
    #[serde(default)]
    pub agreement: String,
    /// What was delivered and when, roughly.
    #[serde(default)]
    pub delivered: Vec<RememberedDelivery>,
    /// What they said and when.
    #[serde(default)]
    pub said: Vec<RememberedAnswer>,
    /// What they owed.
    #[serde(default)]
    pub owed: Vec<RememberedDebt>,
    /// What was given away.
    #[serde(default)]
    pub given: Vec<RememberedGift>,
}

/// Something delivered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RememberedDelivery {
    /// What.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it was handed over.
    pub delivered_on: Option<NaiveDate>,
    /// How it turned out.
    pub outcome: Outcome,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RememberedAnswer {
    /// The day.
    pub on: NaiveDate,
    /// The scale on which it is put.
    pub scale: RatingScale,
    /// The value on that scale.
    pub value: i64,
    /// Their words.
    #[serde(default)]
    pub words: String,
    /// Which of the deliverables above it is about, by its place in the list, from 0.
    #[serde(default)]
    pub about: Option<u32>,
}

/// Something owed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RememberedDebt {
    /// What kind of thing.
    pub what: ObligationKind,
    /// What exactly.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it came; `None` where it never did.
    #[serde(default)]
    pub met_on: Option<NaiveDate>,
}

/// Something given away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RememberedGift {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub what: String,
    /// Its worth in money.
    #[serde(default)]
    pub amount: Option<Money>,
    /// The minutes it took.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// What became of the answers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LookBackDone {
    /// The client.
    pub client: ClientId,
    /// What was done.
    pub done: Done,
    /// The verdict that follows from them.
    pub why: Option<Why>,
}
