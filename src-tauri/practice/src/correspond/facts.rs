//! The facts of a letter with the records behind them, and what is missing or was noticed.
use kindly_letters::{EnterIn, FactKey, LetterSpec};
use kindly_records::{Deliverable, Kept, Kind, Letter};

use super::{
    basis::Basis,
    form::shown,
    keys::{self, key_name},
    stated,
    view::{Fact, Finding, MissingFact, MustHave},
};

/// What the letter rests on, in the order in which a person checks it.
pub(super) fn facts(basis: &Basis, spec: &LetterSpec, letter: &Letter) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, values: Vec<String>, record: Option<(Kind, String)>| {
        let (kind, id) = record.unzip();
        facts.push(Fact { key: key.to_owned(), values, kind, id });
    };
    let dated = |day: chrono::NaiveDate| vec![kindly_letters::day(spec.language, day)];
    let client = (Kind::Client, basis.client.id.to_string());
    match &spec.facts {
        kindly_letters::Facts::RenewalRefusal(refusal) => {
            let agreement = basis.engagement.as_ref().map(|kept| (Kind::Engagement, kept.id.to_string()));
            add("agreement_date", refusal.agreement_date.map(dated).unwrap_or_default(), agreement.clone());
            add("end_date", refusal.end_date.map(dated).unwrap_or_default(), agreement.clone());
            if let Some(notice) = &refusal.notice {
                add("last_day_of_notice", dated(notice.last_day), agreement.clone());
                if let Some(posting) = notice.last_safe_posting_day {
                    add("last_safe_posting_day", dated(posting), agreement);
                }
            }
            for kept in basis.pending() {
                let value = format!(
                    "{}, {}",
                    kept.record.title,
                    kindly_letters::day(spec.language, kept.record.due_on)
                );
                add("still_to_deliver", vec![value], Some((Kind::Deliverable, kept.id.to_string())));
            }
            for kept in &basis.invoices {
                let amount = kindly_letters::Money {
                    minor: kept.record.amount.minor,
                    currency: kept.record.amount.currency,
                };
                let value = format!(
                    "{}, {}, {}",
                    kept.record.number,
                    kindly_letters::money(spec.language, amount),
                    kindly_letters::day(spec.language, kept.record.due_on)
                );
                add("open_invoices", vec![value], Some((Kind::Invoice, kept.id.to_string())));
            }
        }
        kindly_letters::Facts::ProspectDecline(decline) => {
            let enquiry = basis.enquiry.as_ref().map(|kept| (Kind::Enquiry, kept.id.to_string()));
            add("enquiry_date", decline.enquiry_date.map(dated).unwrap_or_default(), enquiry.clone());
            add("enquiry_subject", decline.subject.iter().cloned().collect(), enquiry);
        }
        kindly_letters::Facts::Stated(kind, _) => {
            for used in kindly_letters::facts_of(*kind) {
                let key = key_name(used.key);
                match one_by_one(basis, letter, used.key) {
                    Some(each) => {
                        for (value, record) in each {
                            add(&key, vec![value], Some(record));
                        }
                    }
                    None => {
                        if let Some(given) = stated::fact(basis, letter, used.key) {
                            let values = shown(letter, &given.value);
                            if !values.is_empty() {
                                add(&key, values, given.from);
                            }
                        }
                    }
                }
            }
        }
    }
    add("address", basis.client.record.address.clone(), Some(client));
    let sender = [&basis.profile.trade_name, &basis.profile.name];
    let sender = sender.into_iter().filter(|name| !name.is_empty()).cloned().collect();
    add("sender", sender, Some((Kind::Profile, String::new())));
    facts
}

/// A missing fact, and the record in which it is entered.
pub(super) fn missing(basis: &Basis, fact: kindly_letters::MissingFact) -> MissingFact {
    let enter_in = match fact.enter_in {
        EnterIn::Settings => Kind::Profile,
        EnterIn::Client => Kind::Client,
        EnterIn::Engagement => Kind::Engagement,
        EnterIn::Deliverable => Kind::Deliverable,
        EnterIn::Invoice => Kind::Invoice,
        EnterIn::Enquiry => Kind::Enquiry,
        EnterIn::Request => Kind::Request,
        EnterIn::Obligation => Kind::Obligation,
        EnterIn::Incident => Kind::Incident,
        EnterIn::Complaint => Kind::Complaint,
        EnterIn::Conversation => Kind::Conversation,
        EnterIn::Letter => Kind::Letter,
    };
    let id = basis.behind(enter_in);
    MissingFact { key: key_name(fact.key), enter_in, id }
}

impl From<kindly_letters::MustHave> for MustHave {
    fn from(must_have: kindly_letters::MustHave) -> Self {
        Self { key: key_name(must_have.key), wording: must_have.wording, present: must_have.present }
    }
}

/// A finding as the window shows it.
pub(super) fn finding(finding: kindly_letters::Finding) -> Finding {
    use kindly_letters::Finding as Found;
    match finding {
        Found::MustHaveGone { fact, wording } => Finding::MustHaveGone { fact: key_name(fact), wording },
        Found::NoticeWordGone => Finding::NoticeWordGone,
        Found::NoticeLate { last_day, .. } => Finding::NoticeLate { last_day },
        Found::PostingDayPassed { last_safe_posting_day, last_day } => {
            Finding::PostingDayPassed { last_safe_posting_day, last_day }
        }
        Found::DeliveryAfterEnd { title, due, end } => Finding::DeliveryAfterEnd { title, due, end },
        Found::DeliveryOverdue { title, due } => Finding::DeliveryOverdue { title, due },
        Found::HandoverAfterEnd { handover_by, end } => Finding::HandoverAfterEnd { handover_by, end },
        Found::UnrecordedDate { wording } => Finding::UnrecordedDate { wording },
        Found::UnrecordedAmount { wording } => Finding::UnrecordedAmount { wording },
    }
}

/// Facts that are lists of records: each with its own.
fn one_by_one(basis: &Basis, letter: &Letter, key: FactKey) -> Option<Vec<(String, (Kind, String))>> {
    let day = |day| kindly_letters::day(keys::language(letter.language), day);
    let work = |kept: &&Kept<Deliverable>| {
        let on = kept.record.delivered_on.unwrap_or(kept.record.due_on);
        let value = format!("{}, {}", kept.record.title, day(on));
        (value, (Kind::Deliverable, kept.id.to_string()))
    };
    Some(match key {
        FactKey::StillToDeliver => basis.pending().iter().map(work).collect(),
        FactKey::Waiting => basis.waiting().iter().map(work).collect(),
        FactKey::Missed => basis.missed(letter).iter().map(work).collect(),
        FactKey::Done | FactKey::Delivered if stated::own(letter, key).is_none() => {
            basis.delivered().iter().map(work).collect()
        }
        FactKey::Invoices => {
            let named = |kept: &&Kept<kindly_records::Invoice>| {
                let invoices = vec![super::coded::invoice(kept)];
                let value = shown(letter, &kindly_letters::FactValue::Invoices(invoices)).join(", ");
                (value, (Kind::Invoice, kept.id.to_string()))
            };
            basis.invoices_for(letter).iter().map(named).collect()
        }
        _ => return None,
    })
}
