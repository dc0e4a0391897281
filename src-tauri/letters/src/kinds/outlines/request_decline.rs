//! `request_decline`: what was asked goes beyond the agreement, and is not done under it.

use super::{Of, Outline, When, may, must, say, say_when, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::Request),
        must(Fact::RequestDate),
        must(Fact::AgreementDate),
        may(Fact::RequestIs),
        may(Fact::Included),
        may(Fact::NotIncluded),
        must(Fact::Options),
        must(Fact::ReplyBy),
    ],
    orders: &[
        (Of::Fact(Fact::AgreementDate), Of::Fact(Fact::RequestDate)),
        (Of::Fact(Fact::RequestDate), Of::Letter),
        (Of::Letter, Of::Fact(Fact::ReplyBy)),
    ],
    paragraphs: &[
        &[
            slot(
                Part::Decline,
                &[
                    say_when("asked_discount", &[When::Is(Fact::RequestIs, "discount")]),
                    say_when("asked_rush", &[When::Is(Fact::RequestIs, "rush")]),
                    say_when("asked_terms", &[When::Is(Fact::RequestIs, "payment_terms")]),
                    say("asked_scope"),
                ],
            ),
            usual(Part::Thanks, &[say("thanks")]),
        ],
        &[slot(Part::Included, &[say("included")]), slot(Part::Included, &[say("not_included")])],
        &[
            slot(
                Part::Approval,
                &[say_when("trade", &[When::Is(Fact::RequestIs, "discount")]), say("not_before_approval")],
            ),
            slot(Part::Options, &[say("options")]),
        ],
        &[
            slot(Part::ReplyBy, &[say("reply_by")]),
            slot(Part::ReplyBy, &[say("stays")]),
            usual(Part::Call, &[say("call")]),
        ],
    ],
};
