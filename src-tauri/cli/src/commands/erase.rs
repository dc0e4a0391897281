//! Erasing somebody for good.
use kindly_practice::{
    Practice,
    erase::{ErasePlan, EraseWhom, KindCount},
    records::{ClientId, Contact, Record},
};

use super::Given;
use crate::{arguments::Erase, error::CliError, words};

pub(super) fn run(given: &Given, typed: &Erase) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let whom = match &typed.person {
        None => EraseWhom::Client { client },
        Some(said) => EraseWhom::Person { client, person: person(&practice, client, said)? },
    };
    let Some(name) = &typed.confirm else {
        let plan = practice.erase_plan(&whom)?;
        given.output.show(&plan, || in_words(&plan))?;
        return Err(CliError::NotConfirmed { name: plan.name });
    };
    let receipt = practice.erase(given.moment, &whom, name, typed.copies)?;
    given.output.show(&receipt, || receipt.text.clone())
}

/// Which person is meant: 0 for the contact, then the other people from 1.
pub(super) fn person(practice: &Practice, client: ClientId, said: &str) -> Result<u32, CliError> {
    if let Ok(place) = said.trim().parse() {
        return Ok(place);
    }
    let (_, record) = practice.any_record(client.into())?;
    let wanted = said.trim().to_lowercase();
    let mut people = Vec::new();
    if let Record::Client(client) = &record {
        let all = std::iter::once(&client.contact).chain(&client.people);
        people = all.map(Contact::full_name).collect();
    }
    let called: Vec<usize> =
        (0..people.len()).filter(|place| people[*place].to_lowercase() == wanted).collect();
    if let [only] = called[..] {
        return Ok(u32::try_from(only).unwrap_or(u32::MAX));
    }
    let known = people.iter().enumerate().filter(|(_, name)| !name.is_empty());
    let known: Vec<String> = known.map(|(place, name)| format!("{place} {name}")).collect();
    Err(CliError::NoSuchPerson {
        client: record.title(),
        person: said.trim().to_owned(),
        known: if known.is_empty() { "the number of one".to_owned() } else { known.join(", ") },
    })
}

fn in_words(plan: &ErasePlan) -> String {
    let mut lines = vec![format!("Erasing {} takes for good:", plan.name)];
    let records = |kind: &KindCount| format!("  {}", words::of_kind(kind.count, kind.kind));
    lines.extend(plan.records.iter().map(records));
    if plan.files > 0 {
        lines.push(format!("  {} kept inside", words::count(u64::from(plan.files), "file", "files")));
    }
    lines.push(format!(
        "What {} of the history held goes too, which can no longer be taken back.",
        words::count(u64::from(plan.steps), "step", "steps")
    ));
    lines.extend(plan.copies.iter().map(|copy| format!("A copy of the ledger still holds them: {copy}")));
    lines.join("\n")
}
