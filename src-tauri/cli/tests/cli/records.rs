//! Recording, finding, and what the ledger says of it.
use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::typed::Desk;

#[test]
fn the_sample_shows_every_verdict() {
    let desk = Desk::with_sample();
    let judged = desk.json(&["verdicts"]);
    assert_eq!(judged["as_of"], "2026-11-22", "it is judged as of the day that was named");
    assert!(judged["portfolio"]["p_offering"].is_f64(), "the portfolio is judged: {judged}");
    let clients = judged["clients"].as_array().expect("a list of clients");
    let found: BTreeSet<&str> = clients.iter().filter_map(|client| client["verdict"].as_str()).collect();
    let all = BTreeSet::from([
        "healthy",
        "watch",
        "never_happy",
        "our_delivery_first",
        "offering_problem",
        "one_way",
        "not_enough_evidence",
    ]);
    assert_eq!(found, all, "every verdict is there to be seen");
    assert!(clients.iter().all(|client| client["id"].is_string()), "each client has its id");
    let said = desk.does(&["verdicts"]);
    for word in [
        "Thriving",
        "Watch",
        "Never happy",
        "Ours to put right",
        "The offering",
        "Out of balance",
        "Too early to say",
    ] {
        assert!(said.contains(word), "the table says “{word}”: {said}");
    }
    assert!(!said.contains('%') && !said.contains("0."), "no probabilities for people: {said}");
}

#[test]
fn the_sample_goes_into_an_empty_ledger_only() {
    let desk = Desk::with_sample();
    let said = desk.refuses(&["sample"]);
    assert!(said.contains("already"), "a second sample is refused: {said}");
    let other = Desk::new();
    other.does(&["add", "client", "name=Harbour Dental"]);
    let said = other.refuses(&["sample"]);
    assert!(said.contains("1 client"), "what is there is said: {said}");
    assert_eq!(other.json(&["verdicts"])["clients"].as_array().map(Vec::len), Some(1), "and stays alone");
}

#[test]
fn records_of_every_kind_can_be_added() {
    let desk = Desk::new();
    for typed in [
        "add client|name=Harbour Dental|contact.salutation=Ms|contact.family_name=Byrne|contact.email=a@b.example|\
         address=12 Quay Street / Galway|country=IE|currency=eur|language=en-gb",
        "add enquiry|client=harbour dental|received_on=2026-01-02|subject=a website|answered_on=2026-01-03",
        "add engagement|client=Harbour Dental|title=Reporting|agreed_on=2026-01-10|term_ends_on=2026-12-31|\
         renews_by_months=12|notice.count=2|notice_form=registered",
        "add deliverable|client=Harbour Dental|engagement=reporting|title=March report|due_on=2026-03-31|\
         delivered_on=2026-03-30|outcome=met",
        "add check-in|client=Harbour Dental|on=2026-04-02|scale=CSAT|value=4|deliverable=March report|words=Fine",
        "add obligation|client=Harbour Dental|title=Topics|due_on=2026-04-07|what=brief",
        "add invoice|client=Harbour Dental|number=2026-014|issued_on=2026-04-01|amount=1,850.50|due_on=2026-05-01",
        "add concession|client=Harbour Dental|on=2026-04-08|what=10% off|amount=185|currency=USD",
        "add concession|client=Harbour Dental|on=2026-04-09|what=An hour|minutes=60",
        "add incident|client=Harbour Dental|on=2026-04-10|what=blame|observed=Said it was all our doing",
        "add complaint|client=Harbour Dental|on=2026-04-11|theme=late replies|answered_on=2026-04-12",
        "add profile|name=Ada Brandt|address=4 Harbour Row / Bristol|currency=GBP",
    ] {
        let done =
            desk.json(&typed.split(['|', ' ']).take(2).chain(typed.split('|').skip(1)).collect::<Vec<_>>());
        assert!(done["message"]["key"].is_string(), "{typed}: the answer says what was done");
    }
    let checked = desk.json(&["check"]);
    assert_eq!(checked["sound"], true, "the ledger is whole: {checked}");
    assert_eq!(checked["records"]["concession"], 2, "every record is there: {checked}");
    assert_eq!(checked["records"]["check_in"], 1, "every record is there: {checked}");
    let found = desk.json(&["find", "late", "replies"]);
    assert_eq!(found["found"][0]["kind"], "complaint", "what was said is found again: {found}");
    assert!(desk.does(&["find", "harbour"]).contains("Harbour Dental (client)"), "and so are clients");
    assert!(desk.does(&["find", "zebra"]).contains("zebra"), "that nothing is there is said");
    let needs = desk.does(&["needs"]);
    assert!(needs.contains("has not paid invoice 2026-014, 1,850.50 EUR"), "what is owed is listed: {needs}");
    assert!(needs.contains("still owes you “Topics”"), "what is owed is listed: {needs}");
}

#[test]
fn what_cannot_be_recorded_is_refused_and_changes_nothing() {
    let desk = Desk::with_sample();
    let before = desk.does(&["verdicts", "--json"]);
    let of_halden = |more: &'static str| format!("client=Halden & Co|{more}");
    for (kind, keys, names) in [
        ("check-in", of_halden("on=2026-04-02|scale=csat|value=9"), "from 1 to 5"),
        ("check-in", of_halden("on=2026-04-02|scale=stars|value=4"), "csat, nps or ces"),
        ("check-in", of_halden("on=2026-04-02|scale=csat|value=good"), "whole number"),
        ("check-in", of_halden("on=2026-04-02|scale=csat"), "value"),
        ("check-in", of_halden("on=2026-04-02|on=2026-04-03|scale=csat|value=4"), "twice"),
        ("check-in", of_halden("on=2026-04-02|scale=csat|value=4|deliverable=Poem"), "Poem"),
        ("deliverable", of_halden("title=A|due_on=2026-02-30"), "2026-02-28"),
        ("deliverable", of_halden("title=A|due_on=2026-02-28|delivred_on=2026-02-28"), "delivred_on"),
        ("deliverable", of_halden("title=A|due_on=2026-02-28|outcome=met"), "delivered date"),
        ("deliverable", "client=Nobody|title=A|due_on=2026-02-28".to_owned(), "Nobody"),
        ("invoice", of_halden("number=1|issued_on=2026-04-01|amount=12.345|due_on=2026-05-01"), "12.345"),
        (
            "invoice",
            of_halden("number=1|issued_on=2026-04-01|amount=12|currency=EURO|due_on=2026-05-01"),
            "EURO",
        ),
        ("client", "name=".to_owned(), "name"),
        ("client", "country=GB".to_owned(), "name"),
        ("client", "name=halden & CO".to_owned(), "already"),
        ("engagement", of_halden("title=A|agreed_on=2026-01-01|notice.unit=weeks"), "notice.count"),
        ("engagement", of_halden("title=A|agreed_on=2026-01-01|notice.count=-1"), "below zero"),
        ("deliverable", of_halden("title=A|due_on="), "due_on"),
        ("client", "name=A|contact.email=nowhere".to_owned(), "nowhere"),
        ("client", "name=A|sample=true".to_owned(), "sample"),
        ("profile", "country=England".to_owned(), "England"),
        ("letter", "client=Halden & Co".to_owned(), "letter"),
        ("poem", "title=A".to_owned(), "poem"),
    ] {
        let typed: Vec<&str> = ["add", kind].into_iter().chain(keys.split('|')).collect();
        let said = desk.refuses(&typed);
        assert!(said.contains(names), "{kind} {keys}: the sentence says “{names}”: {said}");
    }
    assert_eq!(desk.does(&["verdicts", "--json"]), before, "nothing changed");
    assert_eq!(desk.json(&["undo"])["undone"]["key"], "did_load_sample", "no step was entered");
}

#[test]
fn steps_are_taken_back_until_there_are_none() {
    let desk = Desk::with_sample();
    desk.does(&["add", "check-in", "client=Halden & Co", "on=2026-11-20", "scale=csat", "value=5"]);
    let said = desk.does(&["undo"]);
    assert!(said.contains("CSAT 5") && said.contains("Halden & Co"), "undo says what it takes back: {said}");
    assert!(desk.does(&["redo"]).contains("CSAT 5"), "and redo what it does again");
    let said = desk.refuses(&["redo"]);
    assert!(said.contains("no step"), "there is nothing more to do again: {said}");
    desk.does(&["undo"]);
    desk.does(&["undo"]);
    assert_eq!(desk.json(&["verdicts"])["clients"], Value::Array(Vec::new()), "the sample is gone too");
    let said = desk.refuses(&["undo"]);
    assert!(said.contains("no step"), "there is nothing more to take back: {said}");
}

#[test]
fn what_needs_the_user_is_said_in_sentences() {
    let desk = Desk::with_sample();
    let said = desk.does(&["needs"]);
    let data = desk.json(&["needs"]);
    let needs = data["needs"].as_array().expect("a list");
    assert!(!needs.is_empty(), "the sample needs its user");
    assert_eq!(said.lines().count(), needs.len(), "a line for each: {said}");
    assert!(said.lines().all(|line| line.ends_with('.')), "each is a sentence: {said}");
    assert!(said.contains("Last safe day to post notice to Halden & Co"), "the notice is due soon: {said}");
}

#[test]
fn a_flipped_byte_is_found() {
    let desk = Desk::with_sample();
    let said = desk.does(&["check"]);
    assert!(said.starts_with("The ledger is whole"), "a sound ledger is said to be: {said}");
    let path = desk.path("practice.kindly");
    let mut bytes = fs::read(&path).expect("the ledger is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, &bytes).expect("the ledger can be damaged");
    let answer = desk.try_to(&["check"]);
    assert_eq!(answer.code, Some(2), "a damaged ledger is no success: {}", answer.out);
    assert!(
        answer.err.contains("damaged") && answer.err.lines().count() == 1,
        "one line says so: {}",
        answer.err
    );
}
