//! `our_way`: a way of working, explained.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::Request),
        must(Fact::RequestDate),
        must(Fact::HowWeDoIt),
        may(Fact::HasBrought),
        may(Fact::WhatWeNeed),
        may(Fact::OpenToChoice),
    ],
    orders: &[(Of::Fact(Fact::RequestDate), Of::Letter)],
    paragraphs: &[
        &[slot(Part::Decline, &[say("asked")])],
        &[slot(Part::HowWeDoIt, &[say("how")]), slot(Part::HasBrought, &[say("brought")])],
        &[slot(Part::WhatWeNeed, &[say("need")])],
        &[slot(Part::OpenToChoice, &[say("open")])],
        &[usual(Part::Call, &[say("call")])],
    ],
};
