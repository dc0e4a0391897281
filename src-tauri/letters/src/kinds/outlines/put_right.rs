//! `put_right`: we got it wrong, and put it right.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::WentWrong),
        must(Fact::WhatWeDo),
        must(Fact::PutRightBy),
        must(Fact::WhatChanged),
        may(Fact::ComplaintDate),
        may(Fact::Missed),
    ],
    orders: &[(Of::Fact(Fact::ComplaintDate), Of::Letter), (Of::Letter, Of::Fact(Fact::PutRightBy))],
    paragraphs: &[
        &[slot(Part::WentWrong, &[say("told"), say("wrong")]), slot(Part::Missed, &[say("missed")])],
        &[slot(Part::Ours, &[say("ours")])],
        &[slot(Part::WhatWeDo, &[say("do")]), slot(Part::WhatWeDo, &[say("by")])],
        &[slot(Part::Changed, &[say("changed")])],
        &[usual(Part::Call, &[say("call")])],
    ],
};
