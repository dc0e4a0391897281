//! The kinds whose structure is a table: which facts they use, which sentences may stand in which order. The words of
//! the sentences stand in `words/`, a file a kind and language.

mod boundary;
mod closure;
mod complaint_reply;
mod early_termination;
mod final_notice;
mod mutual_end;
mod new_terms;
mod our_way;
mod pause;
mod payment_notice;
mod put_right;
mod referral;
mod request_decline;
mod responsibility_reminder;

use crate::compose::Part;
use crate::fact::FactKey;
use crate::kinds::Kind;

/// How a kind is built.
pub(crate) struct Outline {
    /// The facts it uses, in the order in which a person enters them.
    pub(crate) facts: &'static [FactUse],
    /// Days that must not lie the other way round: each pair is earlier and later.
    pub(crate) orders: &'static [(Of, Of)],
    /// Its paragraphs, each a run of slots.
    pub(crate) paragraphs: &'static [&'static [Slot]],
}

/// A fact that a kind uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactUse {
    /// Which fact.
    pub key: FactKey,
    /// The letter cannot be finished without it.
    pub needed: bool,
}

/// One place in a paragraph: the first of its sentences that fits is said there, or none.
pub(crate) struct Slot {
    /// What it is for.
    pub(crate) part: Part,
    /// Whether the user may leave it out, and if so whether it is in unless they do.
    pub(crate) optional: Option<bool>,
    /// The sentences, the likeliest last.
    pub(crate) first_of: &'static [Say],
}

/// A sentence that may be said.
pub(crate) struct Say {
    /// Its key in the words; where the words also have `KEY_list`, a long list stands below that one.
    pub(crate) key: &'static str,
    /// All must hold. Facts that the sentence names in braces must be known besides.
    pub(crate) when: &'static [When],
}

/// Something a sentence depends on.
pub(crate) enum When {
    /// A choice is made so; the first option counts where none was made.
    Is(FactKey, &'static str),
    /// A fact is known.
    Has(FactKey),
    /// A day lies before the letter's own.
    Past(FactKey),
    /// A day lies after the letter's own.
    Later(FactKey),
    /// Details of the client were passed on, with consent.
    PassedOn,
}

/// A day in an order.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    /// The letter's own date.
    Letter,
    /// A fact.
    Fact(FactKey),
}

/// The outline of a kind; none for the two whose sentences are built by hand.
pub(crate) fn outline(kind: Kind) -> Option<&'static Outline> {
    Some(match kind {
        Kind::RenewalRefusal | Kind::ProspectDecline => return None,
        Kind::RequestDecline => &request_decline::OUTLINE,
        Kind::ResponsibilityReminder => &responsibility_reminder::OUTLINE,
        Kind::Boundary => &boundary::OUTLINE,
        Kind::EarlyTermination => &early_termination::OUTLINE,
        Kind::Referral => &referral::OUTLINE,
        Kind::PutRight => &put_right::OUTLINE,
        Kind::ComplaintReply => &complaint_reply::OUTLINE,
        Kind::NewTerms => &new_terms::OUTLINE,
        Kind::MutualEnd => &mutual_end::OUTLINE,
        Kind::PaymentNotice => &payment_notice::OUTLINE,
        Kind::Pause => &pause::OUTLINE,
        Kind::FinalNotice => &final_notice::OUTLINE,
        Kind::OurWay => &our_way::OUTLINE,
        Kind::Closure => &closure::OUTLINE,
    })
}

const fn must(key: FactKey) -> FactUse {
    FactUse { key, needed: true }
}

const fn may(key: FactKey) -> FactUse {
    FactUse { key, needed: false }
}

/// A sentence that is said wherever its facts are known.
const fn say(key: &'static str) -> Say {
    Say { key, when: &[] }
}

const fn say_when(key: &'static str, when: &'static [When]) -> Say {
    Say { key, when }
}

const fn slot(part: Part, first_of: &'static [Say]) -> Slot {
    Slot { part, optional: None, first_of }
}

/// A part that is in unless the user leaves it out.
const fn usual(part: Part, first_of: &'static [Say]) -> Slot {
    Slot { part, optional: Some(true), first_of }
}

/// A part that stays out unless the user takes it in.
const fn rare(part: Part, first_of: &'static [Say]) -> Slot {
    Slot { part, optional: Some(false), first_of }
}
