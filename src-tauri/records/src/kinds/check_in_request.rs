//! That a client was asked how it goes.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CheckInRequestId, ClientId, DeliverableId, Kind, RatingScale, RecordError, RecordKind, check};

/// A question about satisfaction that went out. Without it nobody could tell a client who was never asked from one who
/// never answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckInRequest {
    /// Whom.
    pub client: ClientId,
    /// The day.
    pub on: NaiveDate,
    /// The question.
    #[serde(default)]
    pub scale: RatingScale,
    /// The deliverable it is about, where it is about one.
    #[serde(default)]
    pub deliverable: Option<DeliverableId>,
    /// Which person was asked, where it is known.
    #[serde(default)]
    pub person: String,
}

impl RecordKind for CheckInRequest {
    type Id = CheckInRequestId;
    const KIND: Kind = Kind::CheckInRequest;

    fn check(&self) -> Result<(), RecordError> {
        check::line(Self::KIND, "person", &self.person)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.scale.name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_client_and_a_day_are_enough_and_the_person_stands_on_one_line() {
        let read = serde_json::from_value(json!({ "client": Uuid::nil(), "on": "2026-11-20" }));
        let asked: CheckInRequest = read.expect("it needs no more");
        let plain = (asked.scale, asked.deliverable, asked.person.as_str());
        assert_eq!(
            plain,
            (RatingScale::default(), None, ""),
            "the usual question, about the work as a whole"
        );
        assert_eq!(asked.client(), Some(Uuid::nil().into()), "it belongs to whom we asked");
        assert_eq!(asked.check(), Ok(()), "and can be kept");
        let refused = |person: &str| {
            let asked = CheckInRequest { person: person.to_owned(), ..asked.clone() };
            asked.check().expect_err("it is no name").to_string()
        };
        assert!(refused("Ada\nLind").contains("the person of the request for a check-in holds"), "two lines");
        assert!(refused(&"x".repeat(301)).contains("is 301"), "nor longer than a line");
    }
}
