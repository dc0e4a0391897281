//! `final_notice`: the last letter before the agreed step.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::Invoices),
        must(Fact::PayBy),
        must(Fact::LawfulStep),
        must(Fact::Clause),
        may(Fact::PayHow),
        may(Fact::RemindedOn),
    ],
    orders: &[(Of::Fact(Fact::RemindedOn), Of::Letter), (Of::Letter, Of::Fact(Fact::PayBy))],
    paragraphs: &[
        &[slot(Part::Notice, &[say("final")]), slot(Part::Reminded, &[say("reminded")])],
        &[slot(Part::PayBy, &[say("pay_by")]), slot(Part::PayBy, &[say("pay_how")])],
        &[slot(Part::LawfulStep, &[say("step_clause"), say("step")])],
        &[usual(Part::Question, &[say("question")]), usual(Part::Crossed, &[say("crossed")])],
    ],
};
