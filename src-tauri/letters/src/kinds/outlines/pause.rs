//! `pause`: work stops until it is paid.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::Invoices),
        must(Fact::PauseFrom),
        must(Fact::PayBy),
        may(Fact::PayHow),
        may(Fact::Clause),
        may(Fact::Waiting),
    ],
    orders: &[
        (Of::Letter, Of::Fact(Fact::PauseFrom)),
        (Of::Letter, Of::Fact(Fact::PayBy)),
        (Of::Fact(Fact::PayBy), Of::Fact(Fact::PauseFrom)),
    ],
    paragraphs: &[
        &[slot(Part::Pause, &[say("pause_clause"), say("pause")])],
        &[slot(Part::Invoices, &[say("open")])],
        &[slot(Part::PayBy, &[say("pay_by")]), slot(Part::PayBy, &[say("pay_how")])],
        &[slot(Part::Effect, &[say("dates_waiting"), say("dates")]), slot(Part::Resume, &[say("resume")])],
        &[usual(Part::Call, &[say("call")])],
    ],
};
