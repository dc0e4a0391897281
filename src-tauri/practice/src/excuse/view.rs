//! Deliverables that were late because something they waited for was.
use chrono::NaiveDate;
use kindly_records::{DeliverableId, ObligationId};
use serde::Serialize;
use ts_rs::TS;

/// A deliverable and what it seems to have waited for: the dates say so, the user decides.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ExcuseProposal {
    /// The deliverable.
    pub deliverable: DeliverableId,
    /// What it is.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it was handed over; `None` while it is open.
    pub delivered_on: Option<NaiveDate>,
    /// The obligation.
    pub obligation: ObligationId,
    /// What was owed.
    pub owed: String,
    /// The day agreed.
    pub owed_by: NaiveDate,
    /// The day it came; `None` while it is owed.
    pub came_on: Option<NaiveDate>,
}
