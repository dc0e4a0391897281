//! What recording answers.
use kindly_records::{ClientId, ClientStatus, DeliverableId, EngagementId, Outcome};
use serde::Serialize;
use ts_rs::TS;

use crate::Message;

/// What an action did.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Done {
    /// The id of the record it was about, where it was about one.
    pub id: Option<String>,
    /// What was done, for the notice.
    pub message: Message,
}

/// What undo and redo would take back or do again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Steps {
    /// The next step back.
    pub undo: Option<Message>,
    /// The next step forward.
    pub redo: Option<Message>,
}

/// What the forms offer to choose from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Choices {
    /// All clients and prospects, by name.
    pub clients: Vec<ClientChoice>,
    /// The themes of complaints so far, the commonest first.
    pub themes: Vec<String>,
    /// ISO 4217 code of new clients and amounts.
    pub currency: String,
}

/// A client to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClientChoice {
    /// The client.
    pub id: ClientId,
    /// Their name.
    pub name: String,
    /// Where the relationship stands.
    pub status: ClientStatus,
    /// ISO 4217 code of their invoices.
    pub currency: String,
    /// Their agreements.
    pub engagements: Vec<EngagementChoice>,
    /// Their deliverables, latest first.
    pub deliverables: Vec<DeliverableChoice>,
}

/// An agreement to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct EngagementChoice {
    /// The agreement.
    pub id: EngagementId,
    /// What it is called.
    pub title: String,
}

/// A deliverable to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DeliverableChoice {
    /// The deliverable.
    pub id: DeliverableId,
    /// What it is called.
    pub title: String,
    /// The day it is judged by.
    pub on: chrono::NaiveDate,
    /// How it turned out.
    pub outcome: Outcome,
}
