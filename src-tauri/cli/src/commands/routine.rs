//! Keeping the ledger filled: looking back, the list of a Friday, templates, the question of a check-in.
use std::path::Path;

use kindly_practice::{
    friday::{FridayItem, FridayRow},
    lookback::LookBack,
    records::{DeliverableId, ObligationId},
    routine::TemplatePick,
};
use serde_json::json;
use uuid::Uuid;

use super::Given;
use crate::{arguments::Question, error::CliError, ledger::read_text, words};
use kindly_practice::read::MAX_FILE_BYTES;

pub(super) fn look_back(given: &Given, file: &Path) -> Result<(), CliError> {
    given.ledger.path()?;
    let mut answers: LookBack = serde_json::from_str(&read_text(file, MAX_FILE_BYTES)?)
        .map_err(|error| CliError::NotAnswers { file: file.to_owned(), reason: error.to_string() })?;
    let mut practice = given.ledger.open()?;
    // A name may be that of a client who is there.
    if answers.client.is_none() {
        answers.client = practice.client_called(&answers.name).ok();
    }
    let done = practice.look_back(given.moment, &answers)?;
    given.output.show(&done, || {
        let why = done.why.as_ref().map(|why| format!("\n{}", words::why(&why.sentence))).unwrap_or_default();
        format!("{}{why}", words::deed(&done.done.message))
    })
}

pub(super) fn friday(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.friday(given.moment)?;
    given.output.show(&view, || {
        if view.rows.is_empty() {
            return "No client works with you now.".to_owned();
        }
        view.rows.iter().map(of_row).collect::<Vec<_>>().join("\n")
    })
}

fn of_row(row: &FridayRow) -> String {
    let last = row
        .last_record
        .map_or_else(|| "nothing recorded yet".to_owned(), |day| format!("last record {}", words::day(day)));
    let mut parts = vec![last];
    if row.this_week > 0 {
        parts.push(format!("{} this week", row.this_week));
    }
    if row.check_in_due {
        parts.push("a check-in is due".to_owned());
    }
    let owed = |items: &[FridayItem]| {
        let items: Vec<String> = items
            .iter()
            .map(|item| format!("“{}” ({})", item.title, words::due(item.due_on, item.days_left)))
            .collect();
        items.join(", ")
    };
    if !row.we_owe.is_empty() {
        parts.push(format!("you owe {}", owed(&row.we_owe)));
    }
    if !row.they_owe.is_empty() {
        parts.push(format!("they owe {}", owed(&row.they_owe)));
    }
    format!("{}: {}.", row.name, parts.join("; "))
}

pub(super) fn templates(given: &Given, add: bool) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let due = practice.templates_due(given.moment)?;
    if add && !due.is_empty() {
        let picks: Vec<TemplatePick> =
            due.iter().map(|due| TemplatePick { template: due.template, due_on: due.due_on }).collect();
        let done = practice.fill_templates(given.moment, &picks)?;
        return given.output.show(&done, || words::deed(&done.message));
    }
    given.output.show(&json!({ "due": due }), || {
        if due.is_empty() {
            return "Nothing is due by template.".to_owned();
        }
        let line = due.iter().map(|due| {
            let (kind, title) = (due.record.kind(), due.record.title());
            format!("{}  {}: {kind} “{title}”", words::day(due.due_on), due.client_name)
        });
        line.collect::<Vec<_>>().join("\n")
    })
}

pub(super) fn question(given: &Given, typed: &Question) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let question = practice.question(given.moment, client, typed.scale)?;
    given.output.show(&question, || {
        let to = if question.to.is_empty() { String::new() } else { format!("To: {}\n", question.to) };
        format!("{to}Subject: {}\n\n{}", question.subject, question.text)
    })
}

pub(super) fn excuse(given: &Given, deliverable: Uuid, obligation: Uuid) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let (deliverable, obligation) = (DeliverableId::from(deliverable), ObligationId::from(obligation));
    let done = practice.excuse(given.moment, deliverable, obligation)?;
    given.output.show(&done, || words::deed(&done.message))
}
