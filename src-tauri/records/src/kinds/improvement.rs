//! What we will change on our own side, and from when.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, ImprovementId, Kind, RecordError, RecordKind, check};

/// A change of our own way of working that we promise ourselves, usually because of what several clients complained
/// about. It belongs to no client: it answers them all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Improvement {
    /// What will be different.
    pub what: String,
    /// The day from which it is promised.
    pub from: NaiveDate,
    /// The theme of complaint that it answers, as the complaints have it; empty where it answers none.
    #[serde(default)]
    pub theme: String,
    /// The day on which it really began; `None` while it has not.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl Improvement {
    /// The day from which it can have helped: when it began, else the day promised.
    #[must_use]
    pub fn begins(&self) -> NaiveDate {
        self.done_on.unwrap_or(self.from)
    }
}

impl RecordKind for Improvement {
    type Id = ImprovementId;
    const KIND: Kind = Kind::Improvement;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "description", &self.what)?;
        check::line(Self::KIND, "theme", &self.theme)?;
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn title(&self) -> String {
        self.what.clone()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the test")
    }

    fn improvement(what: &str) -> Improvement {
        Improvement {
            what: what.to_owned(),
            from: day("2026-12-01"),
            theme: String::new(),
            done_on: None,
            notes: String::new(),
        }
    }

    #[test]
    fn an_improvement_is_kept_or_refused_in_one_sentence() {
        let plain = || improvement("A call before each draft");
        let words = |text: &str| text.to_owned();
        let cases = [
            (plain(), ""),
            (Improvement { theme: words("late replies"), notes: words("a\nb"), ..plain() }, ""),
            (Improvement { done_on: Some(day("2026-11-20")), ..plain() }, ""),
            (Improvement { done_on: Some(day("2027-03-01")), ..plain() }, ""),
            (improvement("\t"), "the improvement has no description: enter one"),
            (improvement("a\nb"), "the description of the improvement holds"),
            (Improvement { theme: words("a\nb"), ..plain() }, "the theme of the improvement holds"),
            (Improvement { notes: "x".repeat(20_001), ..plain() }, "the notes of the improvement is 20001"),
        ];
        for (improvement, expected) in cases {
            match improvement.check() {
                Ok(()) => assert_eq!(expected, "", "it should be refused: {improvement:?}"),
                Err(error) => {
                    let told = error.to_string();
                    assert!(
                        !expected.is_empty() && told.contains(expected),
                        "“{told}” should say “{expected}”"
                    );
                }
            }
        }
    }

    #[test]
    fn it_begins_when_it_began_and_until_then_when_it_is_promised() {
        let promised = improvement("A call before each draft");
        assert_eq!(promised.begins(), day("2026-12-01"), "as promised");
        for done in ["2026-11-20", "2027-03-01"] {
            let done = Improvement { done_on: Some(day(done)), ..promised.clone() };
            assert_eq!(Some(done.begins()), done.done_on, "early or late, the day itself counts");
        }
        assert_eq!(promised.client(), None, "it answers them all, and so belongs to none");
        let read = serde_json::from_value(json!({ "what": promised.what, "from": "2026-12-01" }));
        assert_eq!(read.ok(), Some(promised), "what and from when are enough");
    }
}
