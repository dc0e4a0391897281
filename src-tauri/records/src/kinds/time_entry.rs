//! Time spent on a client's work.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ClientId, DeliverableId, EngagementId, Kind, Money, RecordError, RecordKind, TimeEntryId, check,
};

/// A stretch of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeEntry {
    /// For whom.
    pub client: ClientId,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// On what, where it is known.
    #[serde(default)]
    pub deliverable: Option<DeliverableId>,
    /// The day.
    pub on: NaiveDate,
    /// How long, in seconds: trackers count them, and thousands of roundings would add up.
    pub seconds: u32,
    /// What was done.
    #[serde(default)]
    pub what: String,
    /// Whether it is charged for.
    #[serde(default = "charged")]
    pub billable: bool,
    /// What an hour of it is charged at, where it is charged by the hour.
    #[serde(default)]
    pub hourly_rate: Option<Money>,
}

fn charged() -> bool {
    true
}

impl RecordKind for TimeEntry {
    type Id = TimeEntryId;
    const KIND: Kind = Kind::TimeEntry;

    fn check(&self) -> Result<(), RecordError> {
        check::within(Self::KIND, "time in seconds", self.seconds, check::LONGEST_SECONDS)?;
        check::not_below_zero(Self::KIND, self.hourly_rate)?;
        check::text(Self::KIND, "description", &self.what)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        if self.what.is_empty() { self.on.to_string() } else { self.what.clone() }
    }
}
