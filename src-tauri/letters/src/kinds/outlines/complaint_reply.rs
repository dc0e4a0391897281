//! `complaint_reply`: a complaint is answered.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::ComplaintDate),
        must(Fact::Understood),
        may(Fact::Found),
        must(Fact::Answer),
        may(Fact::NextStep),
        must(Fact::NextStepBy),
    ],
    orders: &[(Of::Fact(Fact::ComplaintDate), Of::Letter), (Of::Letter, Of::Fact(Fact::NextStepBy))],
    paragraphs: &[
        &[slot(Part::Thanks, &[say("thanks")])],
        &[slot(Part::Understood, &[say("understood")])],
        &[slot(Part::Found, &[say("found")])],
        &[slot(Part::Answer, &[say("answer")])],
        &[slot(Part::NextStep, &[say("next")]), slot(Part::NextStep, &[say("next_by")])],
        &[usual(Part::Call, &[say("call")])],
    ],
};
