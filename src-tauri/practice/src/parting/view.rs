//! What the list shows of a parting.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind, LetterId};
use serde::Serialize;
use ts_rs::TS;

/// What is left to do until two sides have parted, each line ticked off by a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartingView {
    /// With whom.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// The letter it follows from, where there is one.
    pub letter: Option<LetterId>,
    /// The day it ends.
    pub ends_on: Option<NaiveDate>,
    /// The lines, in the order in which they are done.
    pub lines: Vec<PartingLine>,
    /// How many are still open.
    pub open: u32,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartingLine {
    /// What it is.
    pub what: PartingStep,
    /// What exactly, where the step alone does not say it.
    pub title: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// The record that says so or that is waited for.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: Option<String>,
}

/// The steps of a parting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartingStep {
    /// The letter was sent.
    LetterSent,
    /// They confirmed that they have it.
    Confirmed,
    /// Something is still to be delivered.
    Deliver,
    /// Files, access or papers are handed back.
    HandBack,
    /// The final invoice was written.
    FinalInvoice,
    /// Everything is paid.
    Paid,
    /// Somebody else was named.
    Referral,
    /// The day has come, and the end is recorded.
    Ended,
}
