//! `referral`: others who could help.

use super::{Outline, When, may, must, rare, say, say_when, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[must(Fact::Referral), may(Fact::EnquirySubject), may(Fact::AgreementDate), may(Fact::EndDate)],
    orders: &[],
    paragraphs: &[
        &[slot(
            Part::Role,
            &[say("cannot_begin"), say_when("ended", &[When::Past(Fact::EndDate)]), say("ends")],
        )],
        &[
            slot(Part::Referral, &[say("names")]),
            slot(Part::Judge, &[say_when("judge_passed", &[When::PassedOn]), say("judge_not_passed")]),
        ],
        &[rare(Part::TimeMayMatter, &[say("time")])],
        &[usual(Part::GoodWishes, &[say("wishes")])],
    ],
};
