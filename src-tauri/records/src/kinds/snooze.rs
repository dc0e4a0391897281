//! What was put off, until when and why.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, Kind, RecordError, RecordKind, SnoozeId, check};

/// One line of what needs the user, put off until a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Snooze {
    /// Whose line it is; `None` where it is about us.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// Which line: its own name, which stays the same from day to day.
    pub need: String,
    /// It comes back on this day.
    pub until: NaiveDate,
    /// Why it can wait.
    pub reason: String,
}

impl RecordKind for Snooze {
    type Id = SnoozeId;
    const KIND: Kind = Kind::Snooze;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "line", &self.need)?;
        check::required_line(Self::KIND, "reason", &self.reason)
    }

    fn client(&self) -> Option<ClientId> {
        self.client
    }

    fn title(&self) -> String {
        self.reason.clone()
    }
}
