//! What was talked about: asked, explained, agreed, and what we changed because of it.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, ConversationId, Kind, RecordError, RecordKind, check};

/// A talk with a client. At least one of its four parts says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Conversation {
    /// With whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// With which person, where it is known.
    #[serde(default)]
    pub person: String,
    /// What was asked, by them or by us.
    #[serde(default)]
    pub asked: String,
    /// What was explained to them.
    #[serde(default)]
    pub explained: String,
    /// What was agreed.
    #[serde(default)]
    pub agreed: String,
    /// What we changed because of it.
    #[serde(default)]
    pub changed: String,
}

impl RecordKind for Conversation {
    type Id = ConversationId;
    const KIND: Kind = Kind::Conversation;

    fn check(&self) -> Result<(), RecordError> {
        check::line(Self::KIND, "person", &self.person)?;
        check::text(Self::KIND, "question", &self.asked)?;
        check::text(Self::KIND, "explanation", &self.explained)?;
        check::text(Self::KIND, "agreement", &self.agreed)?;
        check::text(Self::KIND, "change", &self.changed)?;
        if self.title().trim().is_empty() {
            return Err(RecordError::Missing { kind: Self::KIND, field: "word on what was said" });
        }
        Ok(())
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        let parts = [&self.agreed, &self.changed, &self.explained, &self.asked];
        parts.into_iter().find(|part| !part.trim().is_empty()).cloned().unwrap_or_default()
    }
}
