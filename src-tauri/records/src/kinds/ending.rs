//! How a relationship, or the chance of one, ended: lost clients and lost enquiries are evidence about us.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EndingId, EngagementId, EnquiryId, Kind, RecordError, RecordKind, check};

/// Who ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    /// They did.
    Them,
    /// We did.
    Us,
    /// Both, by agreement.
    Both,
    /// The work was done, or the term was over.
    WorkDone,
}

/// Why it ended, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndingReason {
    /// Nobody said.
    #[default]
    Unknown,
    /// The price.
    Price,
    /// What we delivered.
    OurWork,
    /// How long we took to answer or to deliver.
    OurPace,
    /// The fit.
    Fit,
    /// They no longer needed it.
    NoNeed,
    /// Somebody else does it now.
    WentElsewhere,
    /// How people were treated.
    Conduct,
    /// They did not pay.
    NonPayment,
    /// All was delivered.
    WorkDone,
}

/// An ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ending {
    /// With whom.
    pub client: ClientId,
    /// Which agreement ended, where it was one.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// Which enquiry came to nothing, where it was one.
    #[serde(default)]
    pub enquiry: Option<EnquiryId>,
    /// The day.
    pub on: NaiveDate,
    /// Who ended it.
    pub ended_by: EndedBy,
    /// Why.
    #[serde(default)]
    pub reason: EndingReason,
    /// What was said about it.
    #[serde(default)]
    pub words: String,
}

impl RecordKind for Ending {
    type Id = EndingId;
    const KIND: Kind = Kind::Ending;

    fn check(&self) -> Result<(), RecordError> {
        check::text(Self::KIND, "text", &self.words)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        if self.words.is_empty() { self.on.to_string() } else { self.words.clone() }
    }
}
