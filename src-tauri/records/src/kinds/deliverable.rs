//! What we owe a client.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, DeliverableId, EngagementId, Kind, ObligationId, RecordError, RecordKind, check};

/// How a deliverable turned out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not due, or not yet known.
    #[default]
    Pending,
    /// As agreed.
    Met,
    /// In part.
    Partial,
    /// After the day agreed, by our doing.
    Late,
    /// Not accepted, for a good reason.
    Rejected,
    /// Late or left out because of the client: it speaks for nobody.
    Excused,
}

impl Outcome {
    /// The name in commands and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Met => "met",
            Self::Partial => "partial",
            Self::Late => "late",
            Self::Rejected => "rejected",
            Self::Excused => "excused",
        }
    }

    /// Whether it says anything about our delivery.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(self, Self::Pending | Self::Excused)
    }
}

/// Whether something belongs to the agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Agreed.
    #[default]
    Agreed,
    /// Beyond the agreement.
    Extra,
}

/// Whether a client accepted what was handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// Nobody said.
    #[default]
    Unknown,
    /// Accepted as it was handed over.
    Accepted,
    /// Accepted after rework.
    AcceptedAfterRework,
    /// Not accepted.
    Refused,
}

/// Something that was agreed to be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deliverable {
    /// To whom.
    pub client: ClientId,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// What.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it was handed over.
    #[serde(default)]
    pub delivered_on: Option<NaiveDate>,
    /// How it turned out.
    #[serde(default)]
    pub outcome: Outcome,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
    /// Whether it was agreed or given beyond the agreement.
    #[serde(default)]
    pub scope: Scope,
    /// Whether the client accepted it.
    #[serde(default)]
    pub acceptance: Acceptance,
    /// What it waited for: with the outcome `excused`, what excuses it.
    #[serde(default)]
    pub waits_for: Option<ObligationId>,
    /// Whether it was entered from memory.
    #[serde(default)]
    pub from_memory: bool,
}

impl Deliverable {
    /// One that is agreed and open, with nothing else known.
    #[must_use]
    pub fn new(client: ClientId, title: String, due_on: NaiveDate) -> Self {
        Self {
            client,
            engagement: None,
            title,
            due_on,
            delivered_on: None,
            outcome: Outcome::default(),
            notes: String::new(),
            scope: Scope::default(),
            acceptance: Acceptance::default(),
            waits_for: None,
            from_memory: false,
        }
    }

    /// The day it is judged by: when it was handed over or, failing that, when it was due.
    #[must_use]
    pub fn dated(&self) -> NaiveDate {
        self.delivered_on.unwrap_or(self.due_on)
    }

    /// Whether it was on time: `None` while it is open or excused.
    #[must_use]
    pub fn on_time(&self) -> Option<bool> {
        self.outcome
            .counts()
            .then(|| self.outcome != Outcome::Late && self.delivered_on.is_some_and(|day| day <= self.due_on))
    }
}

impl RecordKind for Deliverable {
    type Id = DeliverableId;
    const KIND: Kind = Kind::Deliverable;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "title", &self.title)?;
        check::text(Self::KIND, "notes", &self.notes)?;
        match (self.outcome, self.delivered_on) {
            (Outcome::Met | Outcome::Partial, None) => {
                Err(RecordError::NoDeliveredDate { title: self.title.clone(), outcome: self.outcome.name() })
            }
            (Outcome::Pending, Some(_)) => Err(RecordError::NoOutcome { title: self.title.clone() }),
            _ => Ok(()),
        }
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
