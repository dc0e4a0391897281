//! Enquiries and the criteria that guard the door.
use kindly_practice::{
    enquiries::EnquiryRow,
    fit::FitCriteriaView,
    records::{CriterionKind, EnquiryId, FitAnswer, FitAnswerKind, Record},
};
use serde_json::json;
use uuid::Uuid;

use super::Given;
use crate::{arguments::Answers, error::CliError, output::table, words};

pub(super) fn enquiries(given: &Given) -> Result<(), CliError> {
    let rows = given.ledger.open()?.enquiries(given.moment)?;
    given.output.show(&rows, || in_words(&rows))
}

fn in_words(rows: &[EnquiryRow]) -> String {
    if rows.is_empty() {
        return "There are no enquiries.".to_owned();
    }
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let former: Vec<&str> = row.former.iter().map(|former| former.name.as_str()).collect();
            vec![
                row.id.to_string(),
                row.client_name.clone(),
                row.subject.clone(),
                words::day(row.received_on),
                row.answered_on.map_or_else(|| "waits".to_owned(), words::day),
                words::sentence(&row.fit.sentence),
                former.join(", "),
            ]
        })
        .collect();
    let waiting = rows.iter().filter(|row| row.answered_on.is_none() && !row.fit.ask.is_empty());
    let asked = waiting.map(|row| format!("Ask {}: {}", row.client_name, row.fit.ask.join(" ")));
    let table = table(&["Id", "From", "About", "Came", "Answered", "Fit", "Was a client"], &lines);
    std::iter::once(table).chain(asked).collect::<Vec<_>>().join("\n")
}

pub(super) fn criteria(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.fit_criteria(given.moment)?;
    given.output.show(&view, || criteria_in_words(&view))
}

fn criteria_in_words(view: &FitCriteriaView) -> String {
    let rows: Vec<Vec<String>> = view
        .criteria
        .iter()
        .map(|row| {
            let record = &row.record;
            vec![
                row.id.to_string(),
                record.name.clone(),
                words::criterion(record.weighs).to_owned(),
                if record.weighs == CriterionKind::Wish { record.weight.to_string() } else { String::new() },
                if record.retired { "retired" } else { "" }.to_owned(),
            ]
        })
        .collect();
    let mut lines = Vec::new();
    if rows.is_empty() {
        lines.push("There are no criteria yet: add fit-criterion name=\"…\" adds one.".to_owned());
    } else {
        lines.push(table(&["Id", "Criterion", "Kind", "Weight", ""], &rows));
    }
    lines.extend(view.suggestions.iter().map(|suggestion| {
        let names: Vec<&str> = suggestion.clients.iter().map(|client| client.client_name.as_str()).collect();
        format!(
            "{} ({}) A criterion could be: {}, as a {}.",
            words::sentence(&suggestion.message),
            names.join(", "),
            suggestion.draft.name,
            words::criterion(suggestion.draft.weighs)
        )
    }));
    if !view.offer_text.is_empty() {
        lines.extend((!view.suggestions.is_empty()).then(String::new));
        lines.push(view.offer_text.clone());
    }
    lines.join("\n")
}

/// Answers the criteria for one enquiry; those that are not named keep their answers.
pub(super) fn answer(given: &Given, typed: &Answers) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let (_, record) = practice.any_record(typed.enquiry)?;
    let Record::Enquiry(mut enquiry) = record else { return Err(CliError::NoEnquiry { id: typed.enquiry }) };
    let known = practice.fit_criteria(given.moment)?.criteria;
    for (id, answer) in &typed.answers {
        let wrong = || CliError::NoAnswer { criterion: id.clone(), answer: answer.clone() };
        let id: Uuid = id.parse().map_err(|_| wrong())?;
        let criterion = known.iter().find(|row| Uuid::from(row.id) == id).ok_or_else(wrong)?.id;
        let kind: FitAnswerKind =
            serde_json::from_value(json!(answer.trim().to_lowercase())).map_err(|_| wrong())?;
        enquiry.fit.retain(|given| given.criterion != criterion);
        enquiry.fit.push(FitAnswer { criterion, answer: kind });
    }
    let done = practice.edit(given.moment, typed.enquiry, &Record::Enquiry(enquiry))?;
    given.output.show(&done, || words::deed(&done.message))
}

pub(super) fn take_on(given: &Given, enquiry: Uuid) -> Result<(), CliError> {
    let done = given.ledger.open()?.take_on(given.moment, EnquiryId::from(enquiry))?;
    given.output.show(&done, || words::deed(&done.message))
}
