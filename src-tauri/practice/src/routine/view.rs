//! What is due by template.
use chrono::NaiveDate;
use kindly_records::{ClientId, Record, TemplateId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that a template makes, and that is not recorded yet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DueByTemplate {
    /// The template.
    pub template: TemplateId,
    /// For whom.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// The record that it makes.
    pub record: Record,
}

/// One that is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplatePick {
    /// The template.
    pub template: TemplateId,
    /// The day it is due.
    pub due_on: NaiveDate,
}
