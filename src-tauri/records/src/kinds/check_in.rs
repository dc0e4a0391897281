//! Answers about satisfaction.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CheckInId, ClientId, DeliverableId, Kind, RecordError, RecordKind, check};

/// The scales of the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RatingScale {
    /// Customer satisfaction, 1 (very dissatisfied) to 5 (very satisfied).
    #[default]
    Csat,
    /// Likelihood to recommend, 0 to 10 (Net Promoter Score, Reichheld 2003).
    Nps,
    /// Customer effort score 2.0, 1 to 7 (7: very easy).
    Ces,
}

impl RatingScale {
    /// Its name on screen and in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csat => "CSAT",
            Self::Nps => "NPS",
            Self::Ces => "CES",
        }
    }

    /// Lowest and highest value.
    #[must_use]
    pub fn range(self) -> (i64, i64) {
        match self {
            Self::Csat => (1, 5),
            Self::Nps => (0, 10),
            Self::Ces => (1, 7),
        }
    }

    /// A value of this scale on the scale from 1 to 5, linearly; for pictures and means over several scales only.
    #[must_use]
    pub fn on_five(self, value: i64) -> f64 {
        let (low, high) = self.range();
        1.0 + 4.0 * (value - low) as f64 / (high - low) as f64
    }
}

/// Where a rating comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    /// The client gave it, in a form or in so many words, then or as remembered.
    #[default]
    Them,
    /// The user's own impression: shown, never counted.
    MyImpression,
}

/// One answer about satisfaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckIn {
    /// Whose.
    pub client: ClientId,
    /// The day it was given.
    pub on: NaiveDate,
    /// The scale.
    pub scale: RatingScale,
    /// The value, whole, on its scale.
    pub value: i64,
    /// Who said it.
    #[serde(default)]
    pub said_by: SaidBy,
    /// The deliverable it is about, where it is about one.
    #[serde(default)]
    pub deliverable: Option<DeliverableId>,
    /// Their words.
    #[serde(default)]
    pub words: String,
    /// Which person said it, where it is known.
    #[serde(default)]
    pub person: String,
    /// Whether it was entered from memory.
    #[serde(default)]
    pub from_memory: bool,
}

impl CheckIn {
    /// An answer that the client gave, with nothing else known.
    #[must_use]
    pub fn new(client: ClientId, on: NaiveDate, scale: RatingScale, value: i64) -> Self {
        Self {
            client,
            on,
            scale,
            value,
            said_by: SaidBy::Them,
            deliverable: None,
            words: String::new(),
            person: String::new(),
            from_memory: false,
        }
    }
}

impl RecordKind for CheckIn {
    type Id = CheckInId;
    const KIND: Kind = Kind::CheckIn;

    fn check(&self) -> Result<(), RecordError> {
        let (low, high) = self.scale.range();
        if !(low..=high).contains(&self.value) {
            return Err(RecordError::OffScale { value: self.value, scale: self.scale.name(), low, high });
        }
        check::line(Self::KIND, "person", &self.person)?;
        check::text(Self::KIND, "text", &self.words)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        format!("{} {}", self.scale.name(), self.value)
    }
}
