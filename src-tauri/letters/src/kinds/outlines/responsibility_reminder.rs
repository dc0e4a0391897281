//! `responsibility_reminder`: they owe something that work waits for.

use super::{Of, Outline, When, may, must, say, say_when, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::Obligation),
        must(Fact::DueOn),
        must(Fact::NeededBy),
        may(Fact::Needed),
        may(Fact::Waiting),
        may(Fact::AgreementDate),
        may(Fact::Clause),
        may(Fact::SharedGoal),
        may(Fact::Effect),
        may(Fact::Otherwise),
    ],
    orders: &[(Of::Fact(Fact::AgreementDate), Of::Fact(Fact::DueOn)), (Of::Letter, Of::Fact(Fact::NeededBy))],
    paragraphs: &[
        &[slot(Part::SharedGoal, &[say("goal_own"), say("goal_waiting"), say("goal")])],
        &[
            slot(Part::DatedFacts, &[say_when("late", &[When::Past(Fact::DueOn)]), say("due")]),
            usual(Part::Clause, &[say("clause"), say("agreement")]),
            slot(Part::Effect, &[say("effect_own"), say("effect")]),
        ],
        &[
            slot(Part::Needed, &[say("needed")]),
            slot(Part::Needed, &[say("needed_by")]),
            slot(Part::Otherwise, &[say("otherwise_own"), say("otherwise")]),
        ],
        &[usual(Part::Call, &[say("call")])],
    ],
};
