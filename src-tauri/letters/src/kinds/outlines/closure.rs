//! `closure`: all work is done.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::DoneOn),
        must(Fact::Delivered),
        may(Fact::AgreementDate),
        may(Fact::Returns),
        may(Fact::Invoices),
        may(Fact::FinalInvoiceBy),
    ],
    orders: &[
        (Of::Fact(Fact::AgreementDate), Of::Fact(Fact::DoneOn)),
        (Of::Fact(Fact::DoneOn), Of::Letter),
        (Of::Letter, Of::Fact(Fact::FinalInvoiceBy)),
    ],
    paragraphs: &[
        &[slot(Part::Complete, &[say("complete_agreement"), say("complete")])],
        &[slot(Part::Delivered, &[say("delivered")])],
        &[slot(Part::Returns, &[say("returns")]), slot(Part::Handover, &[say("handover")])],
        &[slot(Part::Invoices, &[say("invoices")]), slot(Part::FinalInvoice, &[say("final_invoice")])],
        &[usual(Part::Thanks, &[say("thanks")])],
        &[usual(Part::GoodWishes, &[say("wishes")])],
    ],
};
