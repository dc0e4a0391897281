//! What a prospect, or a client, asked us to take on.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EnquiryId, Kind, RecordError, RecordKind, check};

/// A request for work that has not been agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Enquiry {
    /// Who asked.
    pub client: ClientId,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What it is about, as it would stand after "your enquiry about".
    pub subject: String,
    /// What they wrote or said.
    #[serde(default)]
    pub words: String,
    /// The day it was answered; `None` while they wait.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
}

impl RecordKind for Enquiry {
    type Id = EnquiryId;
    const KIND: Kind = Kind::Enquiry;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "subject", &self.subject)?;
        check::text(Self::KIND, "text", &self.words)?;
        check::in_order(
            Self::KIND,
            ("received date", Some(self.received_on)),
            ("answered date", self.answered_on),
        )
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.subject.clone()
    }
}
