//! What makes a client fit: the user's own criteria, and how an enquiry answers them.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, FitCriterionId, Kind, RecordError, RecordKind, check};

/// How much a criterion decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    /// It counts by its weight.
    #[default]
    Wish,
    /// Without it there is no fit, whatever else holds.
    MustHave,
    /// With it there is no fit, whatever else holds.
    DealBreaker,
}

/// Whether a statement holds for an enquiry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FitAnswerKind {
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
    /// Not known yet.
    #[default]
    Unknown,
}

/// How an enquiry answers one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FitAnswer {
    /// Which.
    pub criterion: FitCriterionId,
    /// How.
    pub answer: FitAnswerKind,
}

/// The heaviest weight of a wish.
pub const HEAVIEST_WEIGHT: u32 = 5;

/// A statement that can be true of a client, such as "Pays within 30 days".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FitCriterion {
    /// The statement. For a deal breaker it says what must not be.
    pub name: String,
    /// How much it decides.
    #[serde(default)]
    pub weighs: CriterionKind,
    /// What a wish counts beside the others, 1 to 5.
    #[serde(default = "one")]
    pub weight: u32,
    /// What to ask in order to find out.
    #[serde(default)]
    pub question: String,
    /// The sentence about it for those who ask whom we work well with: "You …".
    #[serde(default)]
    pub offer: String,
    /// What taught us, where something did.
    #[serde(default)]
    pub learnt_from: String,
    /// Whether it is kept, and no longer asked.
    #[serde(default)]
    pub retired: bool,
}

fn one() -> u32 {
    1
}

impl RecordKind for FitCriterion {
    type Id = FitCriterionId;
    const KIND: Kind = Kind::FitCriterion;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "statement", &self.name)?;
        check::line(Self::KIND, "question", &self.question)?;
        check::text(Self::KIND, "sentence for others", &self.offer)?;
        check::text(Self::KIND, "lesson", &self.learnt_from)?;
        if !(1..=HEAVIEST_WEIGHT).contains(&self.weight) {
            return Err(RecordError::Weight { name: self.name.clone(), weight: self.weight });
        }
        Ok(())
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn criterion(name: &str, weight: u32) -> FitCriterion {
        FitCriterion {
            name: name.to_owned(),
            weighs: CriterionKind::Wish,
            weight,
            question: String::new(),
            offer: String::new(),
            learnt_from: String::new(),
            retired: false,
        }
    }

    #[test]
    fn a_criterion_is_kept_or_refused_in_one_sentence() {
        let plain = || criterion("Pays within 30 days", 1);
        let words = |text: &str| text.to_owned();
        let cases = [
            (plain(), ""),
            (criterion("Pays within 30 days", HEAVIEST_WEIGHT), ""),
            (FitCriterion { weighs: CriterionKind::DealBreaker, retired: true, ..plain() }, ""),
            (
                FitCriterion {
                    offer: words("You pay.\nAlways."),
                    learnt_from: words("Two\nclients"),
                    ..plain()
                },
                "",
            ),
            (criterion(" ", 1), "the criterion of fit has no statement: enter one"),
            (criterion("one\ntwo", 1), "the statement of the criterion of fit holds"),
            (criterion(&"x".repeat(301), 1), "the statement of the criterion of fit is 301"),
            (criterion("Pays", 0), "the criterion “Pays” has the weight 0: give it one from 1 to 5"),
            (criterion("Pays", HEAVIEST_WEIGHT + 1), "the criterion “Pays” has the weight 6"),
            (
                FitCriterion { question: words("When?\nHow?"), ..plain() },
                "the question of the criterion of fit",
            ),
            (
                FitCriterion { offer: "x".repeat(20_001), ..plain() },
                "the sentence for others of the criterion",
            ),
            (
                FitCriterion { learnt_from: words("\u{7}"), ..plain() },
                "the lesson of the criterion of fit holds",
            ),
        ];
        for (criterion, expected) in cases {
            match criterion.check() {
                Ok(()) => assert_eq!(expected, "", "it should be refused: {criterion:?}"),
                Err(error) => {
                    let told = error.to_string();
                    assert!(
                        !expected.is_empty() && told.contains(expected),
                        "“{told}” should say “{expected}”"
                    );
                    assert!(!told.ends_with('.'), "one sentence without a full stop: {told}");
                }
            }
        }
    }

    #[test]
    fn a_statement_alone_is_a_criterion() {
        let read: FitCriterion = serde_json::from_value(json!({ "name": "Pays" })).expect("it needs no more");
        assert_eq!(read, criterion("Pays", 1), "a wish of the least weight, which nothing else is said of");
        assert_eq!(
            (read.client(), read.title().as_str()),
            (None, "Pays"),
            "it is nobody's, and bears its name"
        );
        for (word, kind) in [
            ("wish", CriterionKind::Wish),
            ("must_have", CriterionKind::MustHave),
            ("deal_breaker", CriterionKind::DealBreaker),
        ] {
            assert_eq!(json!(kind), word, "the word that is kept and exported");
        }
        for (word, kind) in [
            ("yes", FitAnswerKind::Yes),
            ("partly", FitAnswerKind::Partly),
            ("no", FitAnswerKind::No),
            ("unknown", FitAnswerKind::Unknown),
        ] {
            assert_eq!(json!(kind), word, "the word that is kept and exported");
        }
    }
}
