//! What a client takes beside the work.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AttentionId, ClientId, Kind, RecordError, RecordKind, check};

/// Minutes beside the work: calls, messages at night, turning things over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attention {
    /// By whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// How many minutes.
    pub minutes: u32,
    /// What for.
    #[serde(default)]
    pub what: String,
}

impl RecordKind for Attention {
    type Id = AttentionId;
    const KIND: Kind = Kind::Attention;

    fn check(&self) -> Result<(), RecordError> {
        check::within(Self::KIND, "time in minutes", self.minutes, check::LONGEST_MINUTES)?;
        check::text(Self::KIND, "description", &self.what)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        if self.what.is_empty() { format!("{} min", self.minutes) } else { self.what.clone() }
    }
}
