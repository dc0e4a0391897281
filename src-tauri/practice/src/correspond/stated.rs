//! What the letters of the outlined kinds state: from the records they rest on, and from the letter itself.
use chrono::NaiveDate;
use kindly_letters::{FactKey, FactValue, Item};
use kindly_records::{Deliverable, Kept, Kind, Letter, LetterKind, Obligation, Outcome, StatedValue};

use super::{
    basis::Basis,
    coded::{invoice, referral, written},
    keys::key_name,
};

/// A value, and the record that gives it.
pub(super) struct Given {
    pub(super) value: FactValue,
    pub(super) from: Option<(Kind, String)>,
}

/// Every fact that the letter's kind uses and that is known.
pub(super) fn stated(basis: &Basis, letter: &Letter) -> kindly_letters::Stated {
    let kind = super::keys::kind(letter.letter_kind);
    let known = kindly_letters::facts_of(kind)
        .iter()
        .filter_map(|used| Some((used.key, fact(basis, letter, used.key)?.value)));
    kindly_letters::Stated { values: known.collect() }
}

/// A fact as the letter states it. A day or an amount that a record has is the record's; words that the user wrote for
/// this letter stand before those of the record.
pub(super) fn fact(basis: &Basis, letter: &Letter, key: FactKey) -> Option<Given> {
    let own = || own(letter, key).map(|value| Given { value, from: None });
    let given = || from_records(basis, letter, key);
    if words_of_its_own(letter.letter_kind, key) { own().or_else(given) } else { given().or_else(own) }
}

/// What the letter itself states of a fact.
pub(super) fn own(letter: &Letter, key: FactKey) -> Option<FactValue> {
    Some(match letter.stated.get(&key_name(key))? {
        StatedValue::Day(day) => FactValue::Day(*day),
        StatedValue::Text(text) => match key.shape() {
            kindly_letters::FactShape::Line => FactValue::Line(written(text)?),
            _ => FactValue::Text(written(text)?),
        },
        StatedValue::Lines(lines) => {
            let lines: Vec<String> = lines.iter().filter_map(|line| written(line)).collect();
            if lines.is_empty() {
                return None;
            }
            FactValue::Lines(lines)
        }
        StatedValue::Money(money) => {
            FactValue::Money(kindly_letters::Money { minor: money.minor, currency: money.currency })
        }
        StatedValue::Yes(yes) => FactValue::Yes(*yes),
        StatedValue::Choice(choice) => FactValue::Choice(choice.clone()),
    })
}

/// Whether the letter's own word on a fact goes before the record's: words always, and the end of an agreement where
/// the letter itself sets it.
fn words_of_its_own(kind: LetterKind, key: FactKey) -> bool {
    use kindly_letters::FactShape as Shape;
    let sets_the_end =
        matches!(kind, LetterKind::EarlyTermination | LetterKind::MutualEnd | LetterKind::NewTerms);
    match key.shape() {
        Shape::Line | Shape::Text | Shape::Lines | Shape::Choice | Shape::Yes => true,
        Shape::Day => key == FactKey::EndDate && sets_the_end,
        Shape::Money | Shape::Items | Shape::Invoices | Shape::People => false,
    }
}

fn from_records(basis: &Basis, letter: &Letter, key: FactKey) -> Option<Given> {
    let engagement = basis.engagement.as_ref();
    let of = |kind: Kind, id: String| Some((kind, id));
    let under = || engagement.and_then(|kept| of(Kind::Engagement, kept.id.to_string()));
    let given = |value: FactValue, from: Option<(Kind, String)>| Some(Given { value, from });
    let day = FactValue::Day;
    match key {
        FactKey::AgreementDate => given(day(engagement?.record.agreed_on), under()),
        FactKey::EngagementTitle => given(FactValue::Line(engagement?.record.title.clone()), under()),
        FactKey::EndDate => given(day(basis.end(letter).0?), under()),
        FactKey::HandoverBy => given(day(letter.choices.handover_by?), None),
        FactKey::EnquiryDate => {
            let kept = basis.enquiry.as_ref()?;
            given(day(kept.record.received_on), of(Kind::Enquiry, kept.id.to_string()))
        }
        FactKey::EnquirySubject => {
            let kept = basis.enquiry.as_ref()?;
            given(FactValue::Line(kept.record.subject.clone()), of(Kind::Enquiry, kept.id.to_string()))
        }
        FactKey::Request | FactKey::RequestDate => {
            let kept = basis.request.as_ref()?;
            let value = match key {
                FactKey::Request => FactValue::Line(written(&kept.record.what)?),
                _ => day(kept.record.on),
            };
            given(value, of(Kind::Request, kept.id.to_string()))
        }
        FactKey::Obligation | FactKey::DueOn => {
            let kept = basis.obligation.as_ref()?;
            let value = match key {
                FactKey::Obligation => FactValue::Line(written(&kept.record.title)?),
                _ => day(kept.record.due_on),
            };
            given(value, of(Kind::Obligation, kept.id.to_string()))
        }
        FactKey::IncidentDate | FactKey::Observed => {
            let kept = basis.incident.as_ref()?;
            let value = match key {
                FactKey::Observed => FactValue::Text(written(&kept.record.observed)?),
                _ => day(kept.record.on),
            };
            given(value, of(Kind::Incident, kept.id.to_string()))
        }
        FactKey::ComplaintDate | FactKey::Understood | FactKey::WentWrong => {
            let kept = basis.complaint.as_ref()?;
            let value = match key {
                FactKey::ComplaintDate => day(kept.record.on),
                _ => FactValue::Text(written(&kept.record.words)?),
            };
            given(value, of(Kind::Complaint, kept.id.to_string()))
        }
        FactKey::Answer => {
            let kept = basis.complaint.as_ref()?;
            let value = FactValue::Text(written(&kept.record.resolution)?);
            given(value, of(Kind::Complaint, kept.id.to_string()))
        }
        FactKey::TalkDate => {
            let kept = basis.talk.as_ref()?;
            given(day(kept.record.on), of(Kind::Conversation, kept.id.to_string()))
        }
        FactKey::RemindedOn => {
            let (id, on) = basis.reminded?;
            given(day(on), of(Kind::Letter, id.to_string()))
        }
        FactKey::StillToDeliver => given(items(&basis.pending())?, None),
        FactKey::Waiting => given(items(&basis.waiting())?, None),
        FactKey::Missed => given(items(&basis.missed(letter))?, None),
        FactKey::Done | FactKey::Delivered => {
            let titles = latest_titles(&basis.delivered());
            if titles.is_empty() { None } else { given(FactValue::Lines(titles), None) }
        }
        FactKey::DoneOn => given(day(basis.delivered().last()?.record.delivered_on?), None),
        FactKey::Invoices => {
            let chosen = basis.invoices_for(letter);
            if chosen.is_empty() {
                None
            } else {
                given(FactValue::Invoices(chosen.into_iter().map(invoice).collect()), None)
            }
        }
        FactKey::Referral => given(FactValue::People(referral(letter)?), None),
        _ => None,
    }
}

/// What a letter names of all that was delivered: each title once, the latest ones, in the order of delivery.
fn latest_titles(delivered: &[&Kept<Deliverable>]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for kept in delivered.iter().rev() {
        if titles.len() < MOST_TITLES && !titles.contains(&kept.record.title) {
            titles.push(kept.record.title.clone());
        }
    }
    titles.reverse();
    titles
}

/// More titles than this make a letter a list.
const MOST_TITLES: usize = 8;

fn items(kept: &[&Kept<Deliverable>]) -> Option<FactValue> {
    let item = |kept: &&Kept<Deliverable>| Item {
        title: kept.record.title.clone(),
        due: Some(kept.record.due_on),
        done: kept.record.delivered_on,
    };
    (!kept.is_empty()).then(|| FactValue::Items(kept.iter().map(item).collect()))
}

/// Whether a deliverable was missed or late by our doing: what a letter that puts things right can speak of.
pub(super) fn missed(deliverable: &Deliverable, on: NaiveDate) -> bool {
    match deliverable.outcome {
        Outcome::Late | Outcome::Partial | Outcome::Rejected => true,
        Outcome::Pending => deliverable.due_on < on,
        Outcome::Met | Outcome::Excused => false,
    }
}

/// Whether work waits for something that is owed to us.
pub(super) fn waits(deliverable: &Kept<Deliverable>, owed: &Kept<Obligation>) -> bool {
    deliverable.record.outcome == Outcome::Pending
        && match deliverable.record.waits_for {
            Some(id) => id == owed.id,
            None => {
                owed.record.engagement.is_some() && deliverable.record.engagement == owed.record.engagement
            }
        }
}
