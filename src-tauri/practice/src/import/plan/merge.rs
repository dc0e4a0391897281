//! A row over a record that stands: what the file says is taken, what it has no column for stays.
use kindly_exchange::{Field, Sheet};
use kindly_records::{
    CheckIn, Client, Complaint, Contact, Deliverable, Invoice, Kept, Obligation, TimeEntry,
};

pub(super) fn deliverable(sheet: &Sheet, there: Option<&Kept<Deliverable>>, row: Deliverable) -> Deliverable {
    let Some(Kept { record: before, .. }) = there else { return row };
    let has_result = sheet.has(Field::Outcome) || sheet.has(Field::Delivered);
    let before = before.clone();
    Deliverable {
        title: row.title,
        engagement: if sheet.has(Field::Engagement) && row.engagement.is_some() {
            row.engagement
        } else {
            before.engagement
        },
        delivered_on: if has_result { row.delivered_on } else { before.delivered_on },
        outcome: if has_result { row.outcome } else { before.outcome },
        notes: if sheet.has(Field::Notes) { row.notes } else { before.notes },
        ..before
    }
}

pub(super) fn check_in(there: Option<&Kept<CheckIn>>, row: CheckIn) -> CheckIn {
    let Some(Kept { record: before, .. }) = there else { return row };
    let person = if row.person.is_empty() { before.person.clone() } else { row.person };
    CheckIn { person, from_memory: before.from_memory, ..row }
}

pub(super) fn invoice(sheet: &Sheet, there: Option<&Kept<Invoice>>, row: Invoice) -> Invoice {
    let Some(Kept { record: before, .. }) = there else { return row };
    let paid_on = if sheet.has(Field::Paid) { row.paid_on } else { before.paid_on };
    Invoice { paid_on, engagement: before.engagement, notes: before.notes.clone(), ..row }
}

pub(super) fn obligation(sheet: &Sheet, there: Option<&Kept<Obligation>>, row: Obligation) -> Obligation {
    let Some(Kept { record: before, .. }) = there else { return row };
    let before = before.clone();
    Obligation {
        title: row.title,
        engagement: if sheet.has(Field::Engagement) { row.engagement } else { before.engagement },
        what: if sheet.has(Field::What) { row.what } else { before.what },
        met_on: if sheet.has(Field::Met) { row.met_on } else { before.met_on },
        notes: if sheet.has(Field::Notes) { row.notes } else { before.notes },
        ..before
    }
}

pub(super) fn complaint(sheet: &Sheet, there: Option<&Kept<Complaint>>, row: Complaint) -> Complaint {
    let Some(Kept { record: before, .. }) = there else { return row };
    let before = before.clone();
    Complaint {
        theme: row.theme,
        words: if sheet.has(Field::Words) { row.words } else { before.words },
        answered_on: if sheet.has(Field::Answered) { row.answered_on } else { before.answered_on },
        resolved_on: if sheet.has(Field::Resolved) { row.resolved_on } else { before.resolved_on },
        ..before
    }
}

pub(super) fn time_entry(there: Option<&Kept<TimeEntry>>, row: TimeEntry) -> TimeEntry {
    let Some(Kept { record: before, .. }) = there else { return row };
    // Words and links that the user mended since stay.
    TimeEntry {
        what: before.what.clone(),
        engagement: before.engagement.or(row.engagement),
        deliverable: before.deliverable,
        ..row
    }
}

/// A client with what the file says of them; the rest stays.
pub(super) fn client(sheet: &Sheet, before: &Client, row: &Client) -> Client {
    let mut client = before.clone();
    client.name.clone_from(&row.name);
    let mut text = |field, to: fn(&mut Client) -> &mut String, from: &String| {
        if sheet.has(field) {
            to(&mut client).clone_from(from);
        }
    };
    text(Field::Salutation, |client| &mut client.contact.salutation, &row.contact.salutation);
    text(Field::GivenName, |client| &mut client.contact.given_name, &row.contact.given_name);
    text(Field::FamilyName, |client| &mut client.contact.family_name, &row.contact.family_name);
    text(Field::Email, |client| &mut client.contact.email, &row.contact.email);
    text(Field::Phone, |client| &mut client.contact.phone, &row.contact.phone);
    text(Field::Role, |client| &mut client.contact.role, &row.contact.role);
    text(Field::Country, |client| &mut client.country, &row.country);
    text(Field::Website, |client| &mut client.website, &row.website);
    text(Field::Notes, |client| &mut client.notes, &row.notes);
    if sheet.has(Field::Status) {
        client.status = row.status;
    }
    if sheet.has(Field::Address) {
        client.address.clone_from(&row.address);
    }
    if sheet.has(Field::Language) {
        client.language = row.language;
    }
    if sheet.has(Field::Currency) {
        client.currency = row.currency;
    }
    for tag in &row.tags {
        if !client.tags.contains(tag) {
            client.tags.push(tag.clone());
        }
    }
    for person in &row.people {
        add_person(&mut client, person);
    }
    client
}

/// Somebody who is there already, by address or by name, is not added again.
fn add_person(client: &mut Client, person: &Contact) {
    let same = |known: &Contact| {
        let by_email = !person.email.is_empty() && known.email.eq_ignore_ascii_case(&person.email);
        by_email || (!person.full_name().is_empty() && known.full_name() == person.full_name())
    };
    if !same(&client.contact) && !client.people.iter().any(same) {
        client.people.push(person.clone());
    }
}
