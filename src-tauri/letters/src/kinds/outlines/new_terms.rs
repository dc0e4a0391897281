//! `new_terms`: new terms, and the end if they are not agreed.

use super::{Of, Outline, When, may, must, say, say_when, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::AgreementDate),
        must(Fact::TermsFrom),
        may(Fact::PriceFrom),
        may(Fact::PriceTo),
        may(Fact::Terms),
        must(Fact::DecideBy),
        must(Fact::EndDate),
        may(Fact::Stays),
        may(Fact::Why),
    ],
    orders: &[
        (Of::Fact(Fact::AgreementDate), Of::Fact(Fact::TermsFrom)),
        (Of::Letter, Of::Fact(Fact::DecideBy)),
        (Of::Letter, Of::Fact(Fact::TermsFrom)),
        (Of::Fact(Fact::DecideBy), Of::Fact(Fact::EndDate)),
    ],
    paragraphs: &[
        &[
            slot(Part::Terms, &[say("price"), say("terms")]),
            slot(Part::Terms, &[say_when("also", &[When::Has(Fact::PriceTo)])]),
        ],
        &[slot(Part::Stays, &[say("stays_own"), say("stays")]), usual(Part::Reason, &[say("why")])],
        &[slot(Part::DecideBy, &[say("decide")]), slot(Part::Otherwise, &[say("otherwise")])],
        &[usual(Part::Call, &[say("call")])],
    ],
};
