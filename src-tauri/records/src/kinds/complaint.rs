//! Complaints: each with a theme, so that the same one from many clients is seen.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, ComplaintId, Kind, RecordError, RecordKind, check};

/// Whose doing a complaint is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintCause {
    /// Not known, or not looked at.
    #[default]
    Unknown,
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// Both sides'.
    Shared,
}

/// A complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Complaint {
    /// Whose.
    pub client: ClientId,
    /// The day it came.
    pub on: NaiveDate,
    /// What it is about, in a word or two that others may share ("report unclear").
    pub theme: String,
    /// Their words.
    #[serde(default)]
    pub words: String,
    /// The day of our first answer; `None` while they wait.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// The day it was settled.
    #[serde(default)]
    pub resolved_on: Option<NaiveDate>,
    /// Whose doing it was, as far as it is known.
    #[serde(default)]
    pub cause: ComplaintCause,
    /// How it was settled.
    #[serde(default)]
    pub resolution: String,
}

impl RecordKind for Complaint {
    type Id = ComplaintId;
    const KIND: Kind = Kind::Complaint;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "theme", &self.theme)?;
        check::text(Self::KIND, "text", &self.words)?;
        check::text(Self::KIND, "resolution", &self.resolution)?;
        let came = ("date", Some(self.on));
        check::in_order(Self::KIND, came, ("answered date", self.answered_on))?;
        check::in_order(Self::KIND, came, ("resolved date", self.resolved_on))
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.theme.clone()
    }
}
