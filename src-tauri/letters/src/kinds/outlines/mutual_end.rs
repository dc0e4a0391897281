//! `mutual_end`: both agreed on an end.

use super::{Of, Outline, may, must, say, slot, usual};
use crate::compose::Part;
use crate::fact::FactKey as Fact;

pub(super) const OUTLINE: Outline = Outline {
    facts: &[
        must(Fact::TalkDate),
        must(Fact::EndDate),
        may(Fact::AgreementDate),
        may(Fact::StillToDeliver),
        may(Fact::HandoverBy),
        may(Fact::Returns),
        may(Fact::Invoices),
        may(Fact::FinalInvoiceBy),
        may(Fact::MoneyNote),
    ],
    orders: &[
        (Of::Fact(Fact::TalkDate), Of::Letter),
        (Of::Fact(Fact::AgreementDate), Of::Fact(Fact::EndDate)),
        (Of::Letter, Of::Fact(Fact::HandoverBy)),
        (Of::Letter, Of::Fact(Fact::FinalInvoiceBy)),
    ],
    paragraphs: &[
        &[slot(Part::Notice, &[say("agreed_agreement"), say("agreed")])],
        &[slot(Part::StillDelivered, &[say("still")])],
        &[slot(Part::Handover, &[say("handover_by"), say("handover")])],
        &[slot(Part::Returns, &[say("returns")])],
        &[
            slot(Part::Invoices, &[say("invoices")]),
            slot(Part::FinalInvoice, &[say("final_invoice")]),
            slot(Part::Money, &[say("money_note")]),
        ],
        &[usual(Part::ConfirmReceipt, &[say("confirm")])],
        &[usual(Part::Thanks, &[say("thanks")])],
    ],
};
