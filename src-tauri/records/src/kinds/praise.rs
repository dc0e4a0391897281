//! What clients liked, in their words: a ledger that keeps only what went wrong is no fair one.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, DeliverableId, Kind, PraiseId, RecordError, RecordKind, check};

/// A word of praise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Praise {
    /// By whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// Their words.
    pub words: String,
    /// Who said it, where it is known.
    #[serde(default)]
    pub person: String,
    /// What it is about, where it is about one.
    #[serde(default)]
    pub deliverable: Option<DeliverableId>,
    /// The day we thanked them; `None` while we have not.
    #[serde(default)]
    pub thanked_on: Option<NaiveDate>,
}

impl RecordKind for Praise {
    type Id = PraiseId;
    const KIND: Kind = Kind::Praise;

    fn check(&self) -> Result<(), RecordError> {
        check::required_text(Self::KIND, "words", &self.words)?;
        check::line(Self::KIND, "person", &self.person)?;
        check::in_order(Self::KIND, ("date", Some(self.on)), ("thanked date", self.thanked_on))
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.words.clone()
    }
}
