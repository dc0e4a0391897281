//! What was given away.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, ConcessionId, EngagementId, Kind, Money, RecordError, RecordKind, check};

/// Whose idea something was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Initiative {
    /// Not recorded.
    #[default]
    Unknown,
    /// They asked.
    TheyAsked,
    /// We offered.
    WeOffered,
}

/// A discount, free work or any other thing given beyond the agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Concession {
    /// To whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub what: String,
    /// Its worth in money, where it is known.
    #[serde(default)]
    pub amount: Option<Money>,
    /// The minutes it took, where it was work.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Why it was given.
    #[serde(default)]
    pub reason: String,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// Whose idea it was.
    #[serde(default)]
    pub initiative: Initiative,
    /// Whether it was entered from memory.
    #[serde(default)]
    pub from_memory: bool,
}

impl RecordKind for Concession {
    type Id = ConcessionId;
    const KIND: Kind = Kind::Concession;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "description", &self.what)?;
        check::text(Self::KIND, "reason", &self.reason)?;
        if self.amount.is_some_and(|amount| amount.minor <= 0) {
            return Err(RecordError::NotPositive { kind: Self::KIND });
        }
        if self.amount.is_none() && self.minutes.unwrap_or(0) == 0 {
            return Err(RecordError::EmptyConcession { what: self.what.clone() });
        }
        Ok(())
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.what.clone()
    }
}
