//! The kinds of letter: one file a kind, with the facts it needs, the order of its parts and what contradicts.

pub(crate) mod prospect_decline;
pub(crate) mod referral;
pub(crate) mod renewal_refusal;

use crate::compose::{Medium, Writing};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::Words;
use chrono::NaiveDate;
use prospect_decline::ProspectDecline;
use renewal_refusal::RenewalRefusal;
use serde::{Deserialize, Serialize};

/// The kinds of letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An agreement that is not renewed.
    RenewalRefusal,
    /// An enquiry that is not taken on.
    ProspectDecline,
}

impl Kind {
    /// Every kind that can be composed.
    pub const ALL: [Self; 2] = [Self::RenewalRefusal, Self::ProspectDecline];
}

/// What a letter states; the variant is its kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Facts {
    /// An agreement that is not renewed.
    RenewalRefusal(RenewalRefusal),
    /// An enquiry that is not taken on.
    ProspectDecline(ProspectDecline),
}

impl Facts {
    /// The kind of letter that these facts are for.
    pub fn kind(&self) -> Kind {
        match self {
            Self::RenewalRefusal(_) => Kind::RenewalRefusal,
            Self::ProspectDecline(_) => Kind::ProspectDecline,
        }
    }

    /// What the kind must state and these facts do not have.
    pub(crate) fn missing(&self) -> Vec<FactKey> {
        match self {
            Self::RenewalRefusal(facts) => facts.missing(),
            Self::ProspectDecline(facts) => facts.missing(),
        }
    }

    /// Whether the facts can all be true of a letter of this date.
    pub(crate) fn check(&self, words: &Words, letter_date: NaiveDate) -> Result<(), LetterError> {
        match self {
            Self::RenewalRefusal(facts) => facts.check(words, letter_date),
            Self::ProspectDecline(facts) => facts.check(letter_date),
        }
    }

    pub(crate) fn subject(&self, words: &Words) -> String {
        match self {
            Self::RenewalRefusal(facts) => facts.subject(words),
            Self::ProspectDecline(facts) => facts.subject(words),
        }
    }

    pub(crate) fn write(&self, writing: &mut Writing<'_>) {
        match self {
            Self::RenewalRefusal(facts) => facts.write(writing),
            Self::ProspectDecline(facts) => facts.write(writing),
        }
    }

    /// Whether an e-mail of this kind also says that a letter on paper follows.
    pub(crate) fn paper_follows(&self, words: &Words) -> Option<String> {
        match self {
            Self::RenewalRefusal(facts) => facts.paper_follows(words),
            Self::ProspectDecline(_) => None,
        }
    }

    /// Every day that the records give this letter to name.
    pub(crate) fn days(&self) -> Vec<NaiveDate> {
        match self {
            Self::RenewalRefusal(facts) => facts.days(),
            Self::ProspectDecline(facts) => facts.enquiry_date.into_iter().collect(),
        }
    }
}

/// The words of one kind and medium, for a spec whose facts are complete.
pub(crate) fn written<'a>(spec: &'a LetterSpec, words: &'a Words, medium: Medium) -> Writing<'a> {
    let mut writing = Writing::new(words, spec.date, medium);
    spec.facts.write(&mut writing);
    for paragraph in &mut writing.paragraphs {
        paragraph.text = typographic(words, &paragraph.text);
    }
    for fact in &mut writing.facts {
        fact.wording = typographic(words, &fact.wording);
    }
    writing
}
