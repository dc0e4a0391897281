//! The page for the user says what the code does.
use std::fs;

use crate::{told::told, world::read};

/// The lines of the page: what stands first in each row of its tables.
fn examples() -> Vec<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/one-line.md");
    let page = fs::read_to_string(path).expect("the page on the line stands in docs");
    let rows = page.lines().filter_map(|row| row.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once("` | "))
        .map(|(line, says)| (line.to_owned(), says.trim_end_matches(" |").to_owned()))
        .collect()
}

#[test]
fn every_example_of_the_page_is_understood() {
    let examples = examples();
    assert!(
        examples.len() > 30,
        "the page shows what can be said, but only {} lines were found",
        examples.len()
    );
    for (line, says) in &examples {
        let understood = read(line);
        assert!(understood.ready, "{line:?} is to record {says}, but: {}", told(&understood));
    }
}

#[test]
fn every_kind_that_a_line_records_has_an_example() {
    let told: Vec<String> = examples().iter().map(|(line, _)| told(&read(line))).collect();
    for kind in [
        "add check_in",
        "add praise",
        "add complaint",
        "change complaint",
        "add incident",
        "add deliverable",
        "change deliverable",
        "add obligation",
        "change obligation",
        "add invoice",
        "change invoice",
        "add payment",
        "add concession",
        "add time_entry",
        "add attention",
        "add conversation",
        "add request",
        "add client",
        "add enquiry",
        "add engagement",
        "add decision",
        "add ending",
    ] {
        assert!(told.iter().any(|each| each.contains(kind)), "the page has a line to {kind}");
    }
}
