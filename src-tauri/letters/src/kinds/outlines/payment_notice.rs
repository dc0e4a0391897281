//! `payment_notice`: invoices that are past their day.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[must(Fact::Invoices), must(Fact::PayBy), may(Fact::PayHow)],
    orders: &[(Of::Letter, Of::Fact(Fact::PayBy))],
    paragraphs: &[
        &[slot(Part::Invoices, &[say("open")])],
        &[slot(Part::PayBy, &[say("pay_by")]), slot(Part::PayBy, &[say("pay_how")])],
        &[usual(Part::Question, &[say("question")]), usual(Part::Crossed, &[say("crossed")])],
    ],
};
