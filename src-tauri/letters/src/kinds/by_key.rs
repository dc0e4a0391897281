//! The facts of any kind by key: what scripts and templates ask for, whatever type the kind keeps them in.

use crate::fact::FactKey;
use crate::kinds::referral::Referral;
use crate::kinds::stated::{FactValue, Item, Stated};
use crate::kinds::{Facts, Kind, stated};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The facts by key.
pub(crate) fn by_key(facts: &Facts) -> Cow<'_, Stated> {
    let mut known = Known::default();
    match facts {
        Facts::Stated(_, stated) => return Cow::Borrowed(stated),
        Facts::RenewalRefusal(facts) => {
            known.day(FactKey::AgreementDate, facts.agreement_date);
            known.line(FactKey::EngagementTitle, facts.engagement.as_ref());
            known.day(FactKey::EndDate, facts.end_date);
            known.day(FactKey::HandoverBy, facts.handover_by);
            known.day(FactKey::FinalInvoiceBy, facts.final_invoice_by);
            let item = |delivery: &super::renewal_refusal::Delivery| Item {
                title: delivery.title.clone(),
                due: delivery.due,
                done: None,
            };
            let items = facts.still_to_deliver.iter().map(item).collect();
            known.add(FactKey::StillToDeliver, FactValue::Items(items));
            known.add(FactKey::Invoices, FactValue::Invoices(facts.invoices.clone()));
            known.referral(facts.referral.as_ref());
        }
        Facts::ProspectDecline(facts) => {
            known.day(FactKey::EnquiryDate, facts.enquiry_date);
            known.line(FactKey::EnquirySubject, facts.subject.as_ref());
            known.referral(facts.referral.as_ref());
        }
    }
    Cow::Owned(known.0)
}

/// The facts that a template of a kind may ask for.
pub(crate) fn places_of(kind: Kind) -> Vec<FactKey> {
    match kind {
        Kind::RenewalRefusal => vec![
            FactKey::AgreementDate,
            FactKey::EngagementTitle,
            FactKey::EndDate,
            FactKey::StillToDeliver,
            FactKey::HandoverBy,
            FactKey::Invoices,
            FactKey::FinalInvoiceBy,
            FactKey::Referral,
        ],
        Kind::ProspectDecline => vec![FactKey::EnquiryDate, FactKey::EnquirySubject, FactKey::Referral],
        outlined => stated::facts_of(outlined)
            .iter()
            .map(|used| used.key)
            .filter(|key| {
                !matches!(key.shape(), crate::fact::FactShape::Yes | crate::fact::FactShape::Choice)
            })
            .collect(),
    }
}

#[derive(Default)]
struct Known(Stated);

impl Known {
    fn add(&mut self, key: FactKey, value: FactValue) {
        self.0.values.insert(key, value);
    }

    fn day(&mut self, key: FactKey, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.add(key, FactValue::Day(day));
        }
    }

    fn line(&mut self, key: FactKey, line: Option<&String>) {
        if let Some(line) = line {
            self.add(key, FactValue::Line(line.clone()));
        }
    }

    fn referral(&mut self, referral: Option<&Referral>) {
        if let Some(referral) = referral {
            self.add(FactKey::Referral, FactValue::People(referral.clone()));
        }
    }
}
