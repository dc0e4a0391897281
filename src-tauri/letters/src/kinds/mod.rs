//! The kinds of letter: one file a kind, with the facts it needs, the order of its parts and what contradicts.

pub(crate) mod by_key;
pub(crate) mod kind_words;
pub(crate) mod listed;
pub(crate) mod outlines;
pub(crate) mod prospect_decline;
pub(crate) mod referral;
pub(crate) mod renewal_refusal;
pub(crate) mod said;
pub(crate) mod stated;

use crate::compose::{Medium, Writing};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::Words;
use chrono::NaiveDate;
use prospect_decline::ProspectDecline;
use renewal_refusal::RenewalRefusal;
use said::Saying;
use serde::{Deserialize, Serialize, Serializer};
use stated::Stated;

/// The kinds of letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An agreement that is not renewed.
    RenewalRefusal,
    /// An enquiry that is not taken on.
    ProspectDecline,
    /// A request beyond the agreement that is declined.
    RequestDecline,
    /// Something they owe, with its dates.
    ResponsibilityReminder,
    /// How somebody was treated, and what is asked from now on.
    Boundary,
    /// An agreement that ends before its term.
    EarlyTermination,
    /// Others who could help.
    Referral,
    /// What we got wrong, put right.
    PutRight,
    /// The answer to a complaint.
    ComplaintReply,
    /// New terms, and the end if they are not agreed.
    NewTerms,
    /// An end that both agreed on.
    MutualEnd,
    /// Invoices that are past their day.
    PaymentNotice,
    /// Work that stops until it is paid.
    Pause,
    /// The last letter before the agreed step.
    FinalNotice,
    /// A way of working, explained.
    OurWay,
    /// All work is done.
    Closure,
}

impl Kind {
    /// Every kind that can be composed.
    pub const ALL: [Self; 16] = [
        Self::RenewalRefusal,
        Self::ProspectDecline,
        Self::RequestDecline,
        Self::ResponsibilityReminder,
        Self::Boundary,
        Self::EarlyTermination,
        Self::Referral,
        Self::PutRight,
        Self::ComplaintReply,
        Self::NewTerms,
        Self::MutualEnd,
        Self::PaymentNotice,
        Self::Pause,
        Self::FinalNotice,
        Self::OurWay,
        Self::Closure,
    ];
}

/// What a letter states; the variant is its kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Facts {
    /// An agreement that is not renewed.
    RenewalRefusal(RenewalRefusal),
    /// An enquiry that is not taken on.
    ProspectDecline(ProspectDecline),
    /// Any other kind, by its outline.
    #[serde(serialize_with = "stated_alone")]
    Stated(Kind, Stated),
}

/// The kind stands beside the facts in a file.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn stated_alone<S: Serializer>(_: &Kind, stated: &Stated, to: S) -> Result<S::Ok, S::Error> {
    stated.serialize(to)
}

impl Facts {
    /// The kind of letter that these facts are for.
    pub fn kind(&self) -> Kind {
        match self {
            Self::RenewalRefusal(_) => Kind::RenewalRefusal,
            Self::ProspectDecline(_) => Kind::ProspectDecline,
            Self::Stated(kind, _) => *kind,
        }
    }

    /// What the kind must state and these facts do not have.
    pub(crate) fn missing(&self) -> Vec<FactKey> {
        match self {
            Self::RenewalRefusal(facts) => facts.missing(),
            Self::ProspectDecline(facts) => facts.missing(),
            Self::Stated(kind, facts) => facts.missing(*kind),
        }
    }

    /// Whether the facts can all be true of a letter of this date.
    pub(crate) fn check(&self, words: &Words, letter_date: NaiveDate) -> Result<(), LetterError> {
        match self {
            Self::RenewalRefusal(facts) => facts.check(words, letter_date),
            Self::ProspectDecline(facts) => facts.check(letter_date),
            Self::Stated(kind, facts) => facts.check(words, *kind, letter_date),
        }
    }

    /// Whether an e-mail of this kind also says that a letter on paper follows.
    pub(crate) fn paper_follows(&self, words: &Words) -> Option<String> {
        match self {
            Self::RenewalRefusal(facts) => facts.paper_follows(words),
            Self::ProspectDecline(_) | Self::Stated(..) => None,
        }
    }

    /// Every day that the records give this letter to name.
    pub(crate) fn days(&self) -> Vec<NaiveDate> {
        match self {
            Self::RenewalRefusal(facts) => facts.days(),
            Self::ProspectDecline(facts) => facts.enquiry_date.into_iter().collect(),
            Self::Stated(_, facts) => facts.days(),
        }
    }
}

/// The subject line of a letter.
pub(crate) fn subject(spec: &LetterSpec, words: &Words, gaps: bool) -> String {
    match &spec.facts {
        Facts::RenewalRefusal(facts) => facts.subject(words),
        Facts::ProspectDecline(facts) => facts.subject(words),
        Facts::Stated(kind, facts) => {
            Saying { kind: *kind, facts, spec, words, medium: Medium::Letter, gaps, spoken: false }.subject()
        }
    }
}

/// The words of one kind and medium; with `gaps`, also for a spec whose facts are not complete.
pub(crate) fn written<'a>(spec: &'a LetterSpec, words: &'a Words, medium: Medium, gaps: bool) -> Writing<'a> {
    let mut writing = Writing::new(words, spec.date, medium);
    match &spec.facts {
        Facts::RenewalRefusal(facts) => facts.write(&mut writing),
        Facts::ProspectDecline(facts) => facts.write(&mut writing),
        Facts::Stated(kind, facts) => {
            Saying { kind: *kind, facts, spec, words, medium, gaps, spoken: false }.write(&mut writing);
        }
    }
    for paragraph in &mut writing.paragraphs {
        paragraph.text = typographic(words, &paragraph.text);
    }
    for fact in &mut writing.facts {
        fact.wording = typographic(words, &fact.wording);
    }
    for (_, list) in &mut writing.lists {
        *list = typographic(words, list);
    }
    writing
}

/// An optional part of a letter, and whether it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionalPart {
    /// Its key.
    pub key: String,
    /// Whether it is in.
    pub on: bool,
}

/// The parts of the letter's kind that may be left out or taken in, in order.
pub fn optional_parts(spec: &LetterSpec) -> Vec<OptionalPart> {
    let slots = outlines::outline(spec.kind()).into_iter().flat_map(said::optional_slots);
    slots.map(|slot| OptionalPart { key: said::part_key(slot), on: said::is_in(slot, spec) }).collect()
}
