//! What a prospect, or a client, asked us to take on.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EnquiryId, FitAnswer, Kind, RecordError, RecordKind, check};

/// The most criteria that one enquiry answers: above what anybody asks, below what would be slow to compare.
const MOST_ANSWERS: usize = 1_000;

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
    /// How it answers the criteria of fit, each at most once. Answers to criteria that are gone stay and count nowhere.
    #[serde(default)]
    pub fit: Vec<FitAnswer>,
}

impl RecordKind for Enquiry {
    type Id = EnquiryId;
    const KIND: Kind = Kind::Enquiry;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "subject", &self.subject)?;
        check::text(Self::KIND, "text", &self.words)?;
        check::at_most(Self::KIND, "answers to criteria", self.fit.len(), MOST_ANSWERS)?;
        for (at, given) in self.fit.iter().enumerate() {
            if self.fit[..at].iter().any(|earlier| earlier.criterion == given.criterion) {
                return Err(RecordError::AnsweredTwice { enquiry: self.subject.clone() });
            }
        }
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::FitAnswerKind;

    fn answered(criteria: impl IntoIterator<Item = u128>) -> Enquiry {
        let answer = |id| FitAnswer { criterion: Uuid::from_u128(id).into(), answer: FitAnswerKind::Yes };
        Enquiry {
            client: Uuid::nil().into(),
            received_on: "2026-11-20".parse().expect("a date of the test"),
            subject: "a new report".to_owned(),
            words: String::new(),
            answered_on: None,
            fit: criteria.into_iter().map(answer).collect(),
        }
    }

    #[test]
    fn an_enquiry_answers_a_criterion_once() {
        let most = u128::try_from(MOST_ANSWERS).expect("a small number");
        for criteria in [vec![], vec![1], vec![1, 2, 3], (0..most).collect()] {
            assert_eq!(answered(criteria.clone()).check(), Ok(()), "each once: {criteria:?}");
        }
        for twice in [vec![1, 1], vec![1, 2, 1], vec![3, 2, 1, 2]] {
            let refused = answered(twice.clone()).check().map_err(|error| error.to_string());
            let expected = "the enquiry “a new report” answers one criterion twice: keep one of the answers";
            assert_eq!(refused, Err(expected.to_owned()), "{twice:?}");
        }
        let mut unlike = answered([1, 1]);
        unlike.fit[1].answer = FitAnswerKind::No;
        assert!(unlike.check().is_err(), "two answers that contradict one another even more so");
        let refused = answered(0..=most).check().map_err(|error| error.to_string());
        let expected = "the enquiry has 1001 answers to criteria: keep 1000 at most";
        assert_eq!(refused, Err(expected.to_owned()), "more than anybody has criteria");
    }

    #[test]
    fn an_enquiry_of_an_earlier_release_is_read() {
        let mut old = json!(answered([1]));
        old.as_object_mut().expect("it has fields").remove("fit").expect("it came since");
        let read: Enquiry = serde_json::from_value(old).expect("it is an enquiry");
        assert_eq!(read, answered([]), "nobody has answered anything yet");
    }
}
