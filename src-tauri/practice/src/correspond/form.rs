//! The facts of a letter's kind as the fields of a form beside it.
use kindly_letters::{FactKey, FactUse, FactValue};
use kindly_records::{Kind, Letter, LetterKind};

use super::{
    basis::Basis,
    keys::{self, key_name},
    stated,
    view::FormField,
};

/// The fields, in the order in which the letter uses them. The kinds with words of their own have a form of their own
/// in the window.
pub(super) fn form(basis: &Basis, letter: &Letter) -> Vec<FormField> {
    if matches!(letter.letter_kind, LetterKind::RenewalRefusal | LetterKind::ProspectDecline) {
        return Vec::new();
    }
    kindly_letters::facts_of(keys::kind(letter.letter_kind))
        .iter()
        .map(|used| field(basis, letter, *used))
        .collect()
}

fn field(basis: &Basis, letter: &Letter, used: FactUse) -> FormField {
    let given = stated::fact(basis, letter, used.key);
    let (from, enter) = (given.as_ref().and_then(|given| given.from.clone()), entered_in(used.key));
    let (kind, id) = match (from, enter) {
        (Some((kind, id)), _) => (Some(kind), Some(id)),
        (None, Some((kind, _))) => (Some(kind), basis.behind(kind)),
        (None, None) => (None, None),
    };
    FormField {
        key: key_name(used.key),
        shape: key_name(used.key.shape()),
        options: kindly_letters::options_of(used.key).iter().map(|&option| option.to_owned()).collect(),
        needed: used.needed,
        missing: used.needed && given.is_none(),
        stated: letter.stated.get(&key_name(used.key)).cloned(),
        shown: given.map(|given| shown(letter, &given.value)).unwrap_or_default(),
        field: enter.filter(|_| id.is_some()).map(|(_, field)| field.to_owned()),
        kind,
        id,
        editable: stated_in_the_letter(used.key),
    }
}

/// The record, and its field, in which a fact is entered; none for what only the letter states.
fn entered_in(key: FactKey) -> Option<(Kind, &'static str)> {
    Some(match key {
        FactKey::AgreementDate => (Kind::Engagement, "agreed_on"),
        FactKey::EngagementTitle => (Kind::Engagement, "title"),
        FactKey::EnquiryDate => (Kind::Enquiry, "received_on"),
        FactKey::EnquirySubject => (Kind::Enquiry, "subject"),
        FactKey::RequestDate => (Kind::Request, "on"),
        FactKey::DueOn => (Kind::Obligation, "due_on"),
        FactKey::IncidentDate => (Kind::Incident, "on"),
        FactKey::ComplaintDate => (Kind::Complaint, "on"),
        FactKey::TalkDate => (Kind::Conversation, "on"),
        FactKey::Invoices => (Kind::Invoice, "number"),
        FactKey::StillToDeliver | FactKey::Waiting | FactKey::Missed => (Kind::Deliverable, "title"),
        _ => return None,
    })
}

/// Whether the letter itself may state a fact. Days and amounts that a record has are entered there; the days that
/// only this letter sets, such as the one to answer by, and its own words stand in the letter.
fn stated_in_the_letter(key: FactKey) -> bool {
    use kindly_letters::FactShape as Shape;
    match key.shape() {
        Shape::Items | Shape::Invoices | Shape::People => false,
        Shape::Day => entered_in(key).is_none(),
        _ => true,
    }
}

/// A fact that the letter itself may state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedField {
    /// Its key.
    pub key: String,
    /// What it holds, as in [`FormField::shape`].
    pub shape: String,
    /// What can be chosen, for a choice.
    pub options: Vec<String>,
}

/// The facts that a letter of a kind may state itself.
#[must_use]
pub fn stated_fields(kind: LetterKind) -> Vec<StatedField> {
    kindly_letters::facts_of(keys::kind(kind))
        .iter()
        .filter(|used| stated_in_the_letter(used.key))
        .map(|used| StatedField {
            key: key_name(used.key),
            shape: key_name(used.key.shape()),
            options: kindly_letters::options_of(used.key).iter().map(|&option| option.to_owned()).collect(),
        })
        .collect()
}

/// A value, as the letter would write it.
pub(super) fn shown(letter: &Letter, value: &FactValue) -> Vec<String> {
    let language = keys::language(letter.language);
    match value {
        FactValue::Day(day) => vec![kindly_letters::day(language, *day)],
        FactValue::Line(text) | FactValue::Text(text) | FactValue::Choice(text) => vec![text.clone()],
        FactValue::Money(money) => vec![kindly_letters::money(language, *money)],
        FactValue::Lines(lines) => lines.clone(),
        FactValue::Items(items) => items
            .iter()
            .map(|item| match item.due {
                Some(due) => format!("{}, {}", item.title, kindly_letters::day(language, due)),
                None => item.title.clone(),
            })
            .collect(),
        FactValue::Invoices(invoices) => invoices
            .iter()
            .map(|invoice| {
                let amount = invoice.amount.map(|money| kindly_letters::money(language, money));
                let due = invoice.due.map(|due| kindly_letters::day(language, due));
                let parts = [Some(invoice.number.clone()), amount, due];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            })
            .collect(),
        FactValue::People(referral) => referral.people.iter().map(|person| person.name.clone()).collect(),
        FactValue::Yes(_) => Vec::new(),
    }
}
