//! Letters on paper: from the ledger and from a stated letter.
use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::typed::{Desk, bare};

/// The words of a PDF, a blank between any two.
fn words(pdf: &Path) -> String {
    let bytes = fs::read(pdf).expect("the letter was written");
    assert!(bytes.starts_with(b"%PDF"), "it is a PDF");
    let read =
        Command::new("pdftotext").arg(pdf).arg("-").output().expect("pdftotext (poppler-utils) is there");
    assert!(read.status.success(), "pdftotext reads it");
    let text = String::from_utf8(read.stdout).expect("it gives UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The examples of the document that tells the format.
fn documented(which: usize) -> String {
    let document = include_str!("../../../../docs/letter-spec.md");
    let example = document.split("```json\n").nth(which + 1).and_then(|rest| rest.split("```").next());
    example.expect("the document has its examples").to_owned()
}

#[test]
fn the_renewal_refusal_to_the_client_who_is_never_happy() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("halden.pdf");
    // Names are found whatever their case.
    desk.does(&["letter", "--client", "halden & co", "--kind", "renewal_refusal", "--out", &pdf]);
    let words = words(&desk.path("halden.pdf"));
    for part in ["will not renew", "notice", "Halden & Co", "Ms Halden", "22 November 2026"] {
        assert!(words.contains(part), "the letter says “{part}”: {words}");
    }
}

#[test]
fn the_decline_to_a_prospect() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("okafor.pdf");
    let told =
        desk.json(&["letter", "--client", "Okafor Trading", "--kind", "prospect-decline", "--out", &pdf]);
    assert_eq!(told["file"], pdf.as_str(), "the answer says where the letter lies");
    let words = words(&desk.path("okafor.pdf"));
    for part in ["Okafor", "enquiry"] {
        assert!(words.contains(part), "the letter says “{part}”: {words}");
    }
}

#[test]
fn what_is_set_is_said() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("letter.pdf");
    let set = [
        "--set",
        "reason=fewer-engagements",
        "--set",
        "referral=Aiko Tanaka: content strategy",
        "--set",
        "thanks=none",
        "--set",
        "date=2026-11-20",
        "--set",
        "language=en-US",
        "--set",
        "paper=us_letter",
    ];
    let mut typed = vec!["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &pdf];
    typed.extend(set);
    desk.does(&typed);
    let words = words(&desk.path("letter.pdf"));
    for part in ["Aiko Tanaka", "content strategy", "November 20, 2026"] {
        assert!(words.contains(part), "the letter says “{part}”: {words}");
    }
}

#[test]
fn what_cannot_be_set_is_refused_and_nothing_is_written() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("letter.pdf");
    let before = desk.files();
    for (set, names) in [
        ("colour=red", "colour"),
        ("reason=revenge", "fewer_engagements"),
        ("reason=outside_my_field", "fewer_engagements"),
        ("handover_by=soon", "2026-02-28"),
        ("notice_override=maybe", "yes or no"),
        ("nothing_owed=yes", "nothing_owed"),
        ("reason", "key=value"),
    ] {
        let typed =
            ["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &pdf, "--set", set];
        let said = desk.refuses(&typed);
        assert!(said.contains(names), "{set}: the sentence says {names}: {said}");
    }
    let said = desk.refuses(&["letter", "--client", "Haldane", "--kind", "renewal_refusal", "--out", &pdf]);
    assert!(said.contains("Haldane"), "a client who is not there is named: {said}");
    let said =
        desk.refuses(&["letter", "--client", "Okafor Trading", "--kind", "renewal_refusal", "--out", &pdf]);
    assert!(said.contains("engagement"), "without an agreement there is nothing to end: {said}");
    assert_eq!(desk.files(), before, "no letter was written, and nothing else");
}

#[test]
fn what_stands_in_the_way_of_a_letter_is_said_with_the_ways_out() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("letter.pdf");
    let letter = ["letter", "--client", "Meridian", "--kind", "renewal_refusal", "--out", &pdf];
    let said = desk.refuses(&letter);
    assert!(said.contains("end date (of the engagement)"), "an agreement without an end: {said}");
    let ledger = desk.typed("practice.kindly");
    let later = ["--ledger", &ledger, "--as-of", "2027-01-10", "letter", "--client", "Halden & Co"];
    let later: Vec<&str> = later.into_iter().chain(["--kind", "renewal_refusal", "--out", &pdf]).collect();
    let said = bare(&later).refusal();
    assert!(said.contains("30 November 2026") && said.contains("for_following_end"), "late notice: {said}");
    let next: Vec<&str> = later.into_iter().chain(["--set", "for_following_end=yes"]).collect();
    assert_eq!(bare(&next).code, Some(0), "the way out is one");
    assert!(
        words(&desk.path("letter.pdf")).contains("It ends on 31 January 2028"),
        "for the end after the next"
    );
    let bare_desk = Desk::new();
    bare_desk.does(&["add", "client", "name=A"]);
    let typed = ["add", "enquiry", "client=A", "received_on=2026-11-20", "subject=a website"];
    bare_desk.does(&typed);
    let pdf = bare_desk.typed("letter.pdf");
    let said = bare_desk.refuses(&["letter", "--client", "A", "--kind", "prospect_decline", "--out", &pdf]);
    assert!(said.contains("sender name (add profile)"), "without a letterhead nobody signs: {said}");
}

#[test]
fn the_same_letter_has_the_same_bytes() {
    let write = || {
        let desk = Desk::with_sample();
        let pdf = desk.typed("letter.pdf");
        desk.does(&["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &pdf]);
        fs::read(pdf).expect("the letter was written")
    };
    assert!(write() == write(), "two fresh ledgers of one day give the same letter to the byte");
}

#[test]
fn a_letter_never_takes_the_place_of_what_it_is_made_from() {
    let desk = Desk::with_sample();
    let ledger = desk.typed("practice.kindly");
    for out in [ledger.clone(), format!("{ledger}.key")] {
        let before = fs::read(&out).expect("the ledger and its key are there");
        let typed = ["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &out];
        let said = desk.refuses(&typed);
        assert!(said.contains("--out"), "another place is asked for: {said}");
        assert!(fs::read(&out).expect("it is still there") == before, "it stays as it was");
    }
}

#[test]
fn the_documented_examples_are_set_without_a_ledger() {
    for (which, says) in [(0, "will not renew our agreement of 1 March 2024"), (1, "Aiko Tanaka")] {
        let desk = Desk::new();
        let spec = desk.file("letter.json", documented(which));
        let pdf = desk.typed("letter.pdf");
        let answer = bare(&["letter", "--spec", &spec, "--out", &pdf]);
        assert_eq!(answer.code, Some(0), "the example is correct: {}", answer.err);
        let words = words(&desk.path("letter.pdf"));
        assert!(words.contains(says), "the letter says “{says}”: {words}");
        assert_eq!(desk.files(), ["letter.json", "letter.pdf"], "nothing else was written");
        let first = fs::read(&pdf).expect("the letter was written");
        bare(&["letter", "--spec", &spec, "--out", &pdf]);
        assert!(fs::read(&pdf).expect("it was written again") == first, "the same letter has the same bytes");
    }
}

#[test]
fn a_stated_letter_that_cannot_be_set_is_refused_and_no_file_is_written() {
    let change = |at: &str, value: Value| {
        let mut spec: Value = serde_json::from_str(&documented(0)).expect("the example is JSON");
        *spec.pointer_mut(at).expect("the example has the field") = value;
        spec.to_string()
    };
    for (name, text, names) in [
        ("without an end", change("/facts/end_date", Value::Null), "end_date"),
        ("a date of another form", change("/facts/end_date", "31.01.2027".into()), "end_date"),
        ("a day that is none", change("/date", "2026-02-30".into()), "date"),
        ("a character no font has", change("/recipient/company", "Halden 𓀀".into()), "U+13000"),
        ("a kind that is none", change("/kind", "complaint".into()), "kind"),
        ("not JSON", "{".to_owned(), "line 1"),
    ] {
        let desk = Desk::new();
        let spec = desk.file("letter.json", text);
        let said = bare(&["letter", "--spec", &spec, "--out", &desk.typed("letter.pdf")]).refusal();
        assert!(said.contains(names), "{name}: the sentence names {names}: {said}");
        assert_eq!(desk.files(), ["letter.json"], "{name}: no file is written");
    }
    let desk = Desk::new();
    let spec = desk.file("letter.json", documented(0));
    let said = bare(&["letter", "--spec", &spec, "--out", &spec]).refusal();
    assert!(said.contains("--out"), "the letter does not replace its own spec: {said}");
    assert_eq!(fs::read_to_string(&spec).ok(), Some(documented(0)), "the spec stays as it was");
    let said = bare(&["letter", "--spec", &spec, "--out", &desk.typed("no/such/folder.pdf")]).refusal();
    assert!(said.contains("folder.pdf"), "a folder that is not there is told by the file: {said}");
}
