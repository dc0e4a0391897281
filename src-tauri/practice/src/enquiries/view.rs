//! Prospects and what they asked for.
use chrono::NaiveDate;
use kindly_records::{ClientId, ClientStatus, Enquiry, EnquiryId};
use serde::Serialize;
use ts_rs::TS;

use crate::fit::{FitView, FormerClient};

/// An enquiry in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct EnquiryRow {
    /// The enquiry.
    pub id: EnquiryId,
    /// Whose.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// Where the relationship stands.
    pub status: ClientStatus,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What it is about.
    pub subject: String,
    /// What they wrote.
    pub words: String,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Days it has waited, until the answer or today.
    pub days: i64,
    /// The record, for answering the criteria and for editing.
    pub record: Enquiry,
    /// How it meets the criteria of fit.
    pub fit: FitView,
    /// Earlier relationships that this may be, the surest first.
    pub former: Vec<FormerClient>,
}
