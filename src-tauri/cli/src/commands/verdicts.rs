//! How every client stands.
use std::path::Path;

use kindly_practice::{
    Practice,
    standing::{JudgedLedger, Verdict},
};
use serde_json::{Value, json};

use super::Given;
use crate::{
    arguments::Verdicts,
    error::CliError,
    ledger::read_text,
    output::{Output, table},
    words,
};
use kindly_practice::read::MAX_FILE_BYTES;

/// Counts, not probabilities: those say more than a person can take from them, and are there with `--json`.
const HEADINGS: [&str; 6] =
    ["Client", "Verdict", "Evidence", "Deliverables", "Check-ins", "Unhappy days although delivered"];

/// The evidence of a verdict that there is too little of it.
const NO_BAND: &str = "little";

pub(super) fn run(given: &Given, typed: &Verdicts) -> Result<(), CliError> {
    if let Some(file) = &typed.portfolio {
        return of_portfolio(given.output, file);
    }
    let judged = given.ledger.open()?.verdicts(given.moment)?;
    given.output.show(&judged, || of_ledger(&judged))
}

fn of_ledger(judged: &JudgedLedger) -> String {
    if judged.clients.is_empty() {
        return "Nobody is judged yet: there are no clients.".to_owned();
    }
    let rows = judged.clients.iter().map(|client| {
        let figures = &client.verdict;
        let evidence = if let Some(evidence) = client.evidence { evidence.name() } else { NO_BAND };
        let counts = [figures.deliverables, figures.ratings, figures.unhappy_after_met];
        row(&client.name, figures.verdict.into(), figures.one_way_too, evidence, counts)
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let unsettled =
        judged.clients.iter().filter(|client| Verdict::from(client.verdict.verdict) != Verdict::Healthy);
    let why = unsettled.map(|client| {
        let word = words::verdict(client.verdict.verdict.into());
        format!("\n{}: {word}. {}", client.name, words::why(&client.sentence))
    });
    let why: String = why.collect();
    format!("{}\n{}{why}", table(&HEADINGS, &rows), offering(&json!(judged.portfolio)))
}

fn of_portfolio(output: Output, file: &Path) -> Result<(), CliError> {
    let judged = Practice::verdicts_of_portfolio(&read_text(file, MAX_FILE_BYTES)?)?;
    output.show(&judged, || {
        let rows = judged.clients.iter().map(|client| {
            let evidence = if let Some(evidence) = client.evidence { evidence.name() } else { NO_BAND };
            let counts = [client.deliverables, client.ratings, client.unhappy_after_met];
            row(&client.id, client.verdict.into(), client.one_way_too, evidence, counts)
        });
        let rows: Vec<Vec<String>> = rows.collect();
        format!("{}\n{}", table(&HEADINGS, &rows), offering(&json!(judged.portfolio)))
    })
}

fn row(name: &str, verdict: Verdict, one_way_too: bool, evidence: &str, counts: [u32; 3]) -> Vec<String> {
    let badge = if one_way_too && verdict != Verdict::OneWay { ", out of balance too" } else { "" };
    let mut row = vec![name.to_owned(), format!("{}{badge}", words::verdict(verdict)), evidence.to_owned()];
    row.extend(counts.map(|count| count.to_string()));
    row
}

/// "Offering or fit?", over all.
fn offering(portfolio: &Value) -> String {
    let rated = portfolio["rated_clients"].as_u64().unwrap_or_default();
    let rated = words::count(rated, "client with check-ins", "clients with check-ins");
    let themes = portfolio["shared_themes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let answer = if portfolio["verdict"] == "ok" {
        "Nothing says that the offering disappoints"
    } else if themes.is_empty() {
        "Look at the offering first: too many are unhappy although you delivered"
    } else {
        "Look at the offering first"
    };
    let themes = themes.iter().map(|theme| {
        let name = theme["theme"].as_str().unwrap_or_default();
        let (raised, of) = (&theme["clients"], &theme["of"]);
        format!("“{name}” is raised by {raised} of {of} clients who complain after work you met.\n")
    });
    let themes: String = themes.collect();
    format!("Offering or fit? {answer}, over {rated}.\n{themes}")
}
