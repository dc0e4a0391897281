//! `boundary`: how somebody was treated, and what is asked from now on.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::IncidentDate),
        must(Fact::Observed),
        must(Fact::Expectation),
        must(Fact::Consequence),
        may(Fact::HowWeWork),
    ],
    orders: &[(Of::Fact(Fact::IncidentDate), Of::Letter)],
    paragraphs: &[
        &[slot(Part::Observed, &[say("observed")])],
        &[
            slot(Part::HowWeWork, &[say("how_own"), say("how")]),
            slot(Part::HowWeWork, &[say("not_accepted")]),
        ],
        &[slot(Part::Expectation, &[say("expectation")])],
        &[slot(Part::Consequence, &[say("consequence")])],
        &[usual(Part::Aim, &[say("aim")]), usual(Part::Call, &[say("call")])],
    ],
};
