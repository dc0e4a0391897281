//! What was decided about a client, and why: the user decides, the verdict informs.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, DecisionId, EngagementId, Kind, RecordError, RecordKind, check};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Go on as it is.
    Renew,
    /// Go on at another price.
    RaiseThePrice,
    /// Go on with another scope.
    ChangeTheScope,
    /// Part.
    Part,
}

/// Why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionReason {
    /// It goes well.
    GoesWell,
    /// It costs more attention than it returns: reason enough, whatever the verdict says.
    CostsMoreAttentionThanItReturns,
    /// They are unhappy whatever is delivered.
    UnhappyDespiteDelivery,
    /// They do not keep their side.
    OutOfBalance,
    /// How people are treated.
    Conduct,
    /// We are to put something right first.
    OursToPutRight,
    /// Where the practice is going.
    Direction,
    /// Another, in the notes.
    #[default]
    Other,
}

/// A decision about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// About whom.
    pub client: ClientId,
    /// About which agreement, where it is about one.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// The day.
    pub on: NaiveDate,
    /// What was decided.
    pub what: DecisionKind,
    /// Why.
    #[serde(default)]
    pub reason: DecisionReason,
    /// Why, in the user's own words.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for Decision {
    type Id = DecisionId;
    const KIND: Kind = Kind::Decision;

    fn check(&self) -> Result<(), RecordError> {
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        match self.what {
            DecisionKind::Renew => "renew",
            DecisionKind::RaiseThePrice => "raise the price",
            DecisionKind::ChangeTheScope => "change the scope",
            DecisionKind::Part => "part",
        }
        .to_owned()
    }
}
