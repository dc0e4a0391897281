//! What a client asked for beyond the agreement.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EngagementId, Kind, Money, RecordError, RecordKind, RequestId, check};

/// How a request was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestAnswer {
    /// Not yet.
    #[default]
    Open,
    /// Done for its price.
    AgreedForPay,
    /// Done for nothing.
    AgreedForFree,
    /// Not done.
    Declined,
}

/// Something asked for beyond the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Request {
    /// By whom.
    pub client: ClientId,
    /// Beyond which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// The day it came.
    pub on: NaiveDate,
    /// What they asked for.
    pub what: String,
    /// How it was answered.
    #[serde(default)]
    pub answer: RequestAnswer,
    /// The day of the answer.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// What it is worth at our usual price.
    #[serde(default)]
    pub worth: Option<Money>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for Request {
    type Id = RequestId;
    const KIND: Kind = Kind::Request;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "description", &self.what)?;
        check::text(Self::KIND, "notes", &self.notes)?;
        if self.worth.is_some_and(|worth| worth.minor <= 0) {
            return Err(RecordError::NotPositive { kind: Self::KIND });
        }
        check::in_order(Self::KIND, ("date", Some(self.on)), ("answered date", self.answered_on))
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.what.clone()
    }
}
