//! What needs the user today.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind, SnoozeId};
use serde::Serialize;
use ts_rs::TS;

use crate::Message;

/// One thing that wants doing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Need {
    /// Its own name, which stays the same from day to day: what is put off is put off by it.
    pub key: String,
    /// The day it is, or was, due.
    pub on: NaiveDate,
    /// Days until then; below 0 it is overdue.
    pub days_left: i64,
    /// What it is.
    pub message: Message,
    /// Whose; `None` where it is about us.
    pub client: Option<ClientId>,
    /// Their name.
    pub client_name: String,
    /// The record behind it.
    pub kind: Kind,
    /// Its id; empty where it is about us.
    pub id: String,
}

/// A line that was put off.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SnoozedNeed {
    /// The record that puts it off; removing it brings the line back.
    pub snooze: SnoozeId,
    /// The line.
    pub need: Need,
    /// It comes back on this day.
    pub until: NaiveDate,
    /// Why it can wait.
    pub reason: String,
}
