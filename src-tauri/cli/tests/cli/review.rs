//! The portfolio review of a quarter.
use std::fs;

use serde_json::Value;

use crate::typed::Desk;

#[test]
fn a_quarter_is_written_as_a_pdf_and_told_as_json() {
    let desk = Desk::with_sample();
    let out = desk.typed("review.pdf");
    let said = desk.does(&["review", "--quarter", "2026-Q3", "--out", &out]);
    assert_eq!(said.trim(), format!("The review of 2026-Q3 is at {out}: 3 pages."), "it says where");
    let written = fs::read(&out).expect("the file is there");
    assert!(written.starts_with(b"%PDF-1.7"), "it is a PDF");
    let told = desk.json(&["review", "--quarter", "2026-Q3", "--out", &out]);
    assert!(fs::read(&out).expect("the file is there") == written, "the same records give the same file");
    let review = &told["review"];
    for (key, value) in
        [("quarter", "2026-Q3"), ("from", "2026-07-01"), ("until", "2026-09-30"), ("next", "2026-Q4")]
    {
        assert_eq!(review[key], value, "{key}: {review}");
    }
    assert_eq!((&told["pages"], &review["running"]), (&Value::from(3), &Value::from(false)), "whole");
    for list in ["figures", "verdicts", "months", "clients", "changes", "trust", "renewals"] {
        assert!(review[list].as_array().is_some_and(|rows| !rows.is_empty()), "{list} stand in: {review}");
    }
}

#[test]
fn a_quarter_that_runs_is_told_until_today() {
    let desk = Desk::with_sample();
    let said = desk.does(&["review", "--quarter", "2026-Q4", "--out", &desk.typed("review.pdf")]);
    assert!(said.contains("It is told until 22 Nov 2026: the quarter still runs."), "{said}");
}

#[test]
fn a_quarter_that_cannot_be_told_is_refused_and_nothing_is_written() {
    let desk = Desk::with_sample();
    let files = desk.files();
    for (quarter, sentence) in [
        ("2026-Q5", "“2026-Q5” is no quarter: write it as 2026-Q3, from Q1 to Q4"),
        ("Q3", "“Q3” is no quarter: write it as 2026-Q3, from Q1 to Q4"),
        ("2027-Q1", "2027-Q1 has not begun: choose 2026-Q4 or an earlier quarter"),
        ("2023-Q4", "nothing is on record of 2023-Q4: choose 2024-Q1 or a later quarter"),
    ] {
        let said = desk.refuses(&["review", "--quarter", quarter, "--out", &desk.typed("review.pdf")]);
        assert!(said.contains(sentence), "{quarter}: {said}");
    }
    let ledger = desk.typed("practice.kindly");
    let before = fs::read(&ledger).expect("the ledger is there");
    desk.refuses(&["review", "--quarter", "2026-Q3", "--out", &ledger]);
    assert!(fs::read(&ledger).expect("the ledger is there") == before, "a ledger is never written over");
    assert_eq!(desk.files(), files, "nothing was written");
}
