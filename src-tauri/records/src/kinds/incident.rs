//! How people were treated.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, IncidentId, Kind, RecordError, RecordKind, check};

/// What kind of conduct was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IncidentKind {
    /// Blame for what was not ours.
    Blame,
    /// Disrespect towards a person.
    Conduct,
    /// A threat.
    Threat,
    /// Going around whom the agreement names.
    Bypassing,
    /// "A discount or we leave": bargaining, which weighs nothing.
    PressureOnPrice,
}

/// Something that was said or done, in observed facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Incident {
    /// By whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// What kind of conduct.
    pub what: IncidentKind,
    /// What was said or done, as anybody present would tell it.
    pub observed: String,
    /// Another way to read it.
    #[serde(default)]
    pub other_reading: String,
    /// The day to look at it again, with some distance.
    #[serde(default)]
    pub review_on: Option<NaiveDate>,
}

impl RecordKind for Incident {
    type Id = IncidentId;
    const KIND: Kind = Kind::Incident;

    fn check(&self) -> Result<(), RecordError> {
        if self.observed.trim().is_empty() {
            return Err(RecordError::Missing { kind: Self::KIND, field: "description of what was observed" });
        }
        check::text(Self::KIND, "description", &self.observed)?;
        check::text(Self::KIND, "other reading", &self.other_reading)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.observed.clone()
    }
}
