//! What a client owes us, besides money.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EngagementId, Kind, ObligationId, RecordError, RecordKind, check};

/// What kind of thing is owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ObligationKind {
    /// A brief, or material to work from.
    #[default]
    Brief,
    /// Access to people, places or systems.
    Access,
    /// An answer to a draft.
    Feedback,
    /// An approval.
    Approval,
    /// A decision.
    Decision,
    /// A payment that no invoice asks for, such as a deposit.
    Payment,
}

/// Something that a client has to do so that the work can go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Obligation {
    /// Whose.
    pub client: ClientId,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// What kind of thing.
    #[serde(default)]
    pub what: ObligationKind,
    /// What exactly.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it came; `None` while it is owed.
    #[serde(default)]
    pub met_on: Option<NaiveDate>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
    /// Whether it was entered from memory.
    #[serde(default)]
    pub from_memory: bool,
}

impl Obligation {
    /// One that is owed, with nothing else known.
    #[must_use]
    pub fn new(client: ClientId, title: String, due_on: NaiveDate) -> Self {
        Self {
            client,
            engagement: None,
            what: ObligationKind::default(),
            title,
            due_on,
            met_on: None,
            notes: String::new(),
            from_memory: false,
        }
    }
}

impl RecordKind for Obligation {
    type Id = ObligationId;
    const KIND: Kind = Kind::Obligation;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "title", &self.title)?;
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
