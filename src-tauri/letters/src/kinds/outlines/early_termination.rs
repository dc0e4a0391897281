//! `early_termination`: an agreement ends before its term.

use super::{Of, Outline, When, may, must, say, say_when, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::AgreementDate),
        must(Fact::EndDate),
        must(Fact::Clause),
        may(Fact::ImmediateEnd),
        may(Fact::Done),
        may(Fact::StillToDeliver),
        may(Fact::ClientSteps),
        may(Fact::Otherwise),
        may(Fact::HandoverBy),
        may(Fact::Returns),
        may(Fact::Refund),
        may(Fact::Invoices),
        may(Fact::FinalInvoiceBy),
    ],
    orders: &[
        (Of::Fact(Fact::AgreementDate), Of::Fact(Fact::EndDate)),
        (Of::Letter, Of::Fact(Fact::EndDate)),
        (Of::Letter, Of::Fact(Fact::HandoverBy)),
        (Of::Letter, Of::Fact(Fact::FinalInvoiceBy)),
    ],
    paragraphs: &[
        &[slot(
            Part::Notice,
            &[
                say_when("notice_at_once_clause", &[When::Has(Fact::ImmediateEnd)]),
                say_when("notice_at_once", &[When::Has(Fact::ImmediateEnd)]),
                say("notice_clause"),
                say("notice"),
            ],
        )],
        &[slot(Part::Done, &[say("done")])],
        &[
            slot(Part::StillDelivered, &[say_when("still", &[When::Later(Fact::EndDate)])]),
            usual(
                Part::NotDone,
                &[say_when("not_done", &[When::Has(Fact::StillToDeliver), When::Later(Fact::EndDate)])],
            ),
        ],
        &[
            slot(Part::ClientSteps, &[say("steps")]),
            slot(Part::ClientSteps, &[say_when("steps_otherwise", &[When::Has(Fact::ClientSteps)])]),
        ],
        &[slot(Part::Handover, &[say("handover_by"), say("handover")])],
        &[slot(Part::Returns, &[say("returns_by"), say("returns")])],
        &[
            slot(Part::Refund, &[say("refund")]),
            slot(Part::Invoices, &[say("invoices")]),
            slot(Part::FinalInvoice, &[say("final_statement")]),
        ],
        &[usual(Part::ConfirmReceipt, &[say("confirm")])],
        &[usual(Part::GoodWishes, &[say("wishes")])],
    ],
};
