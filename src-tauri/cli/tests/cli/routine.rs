//! Keeping the ledger filled, and what needs the user.
use serde_json::Value;

use crate::typed::Desk;

fn answers() -> &'static str {
    let document = include_str!("../../../../docs/cli.md");
    document.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("it has an example")
}

#[test]
fn the_documented_answers_make_a_past() {
    let desk = Desk::new();
    let file = desk.file("answers.json", answers());
    let said = desk.refuses(&["look-back", &file]);
    assert!(said.contains("practice.kindly"), "a ledger is begun otherwise: {said}");
    desk.does(&["add", "client", "name=Borealis"]);
    let done = desk.json(&["look-back", &file]);
    assert_eq!(done["done"]["message"]["records"], 6, "the client, and what is remembered: {done}");
    let listed = desk.json(&["list", "check-in"]);
    assert_eq!(listed["records"][0]["record"]["from_memory"], true, "marked as from memory: {listed}");
    assert!(listed["records"][0]["record"]["deliverable"].is_string(), "about its delivery: {listed}");
    let said = desk.does(&["look-back", &file]);
    assert!(said.starts_with("Looked back on Harbour Dental: 5 records"), "a known name is known: {said}");
    let misspelt = answers().replace("\"said\"", "\"sayd\"");
    for (text, names) in
        [("{", "line 1"), (r#"{"said": [{"on": "soon"}]}"#, "column 23"), (&misspelt, "sayd")]
    {
        let file = desk.file("wrong.json", text);
        let said = desk.refuses(&["look-back", &file]);
        assert!(said.contains("wrong.json") && said.contains(names), "what is wrong is named: {said}");
    }
}

#[test]
fn templates_are_filled_once() {
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Borealis"]);
    assert_eq!(desk.does(&["templates"]), "Nothing is due by template.\n", "nothing yet");
    let typed = ["add", "template", "client=Borealis", "what=deliverable", "title={month} report"];
    let typed: Vec<&str> = typed.into_iter().chain(["first_due_on=2026-10-31", "every_months=1"]).collect();
    desk.does(&typed);
    let said = desk.does(&["templates"]);
    assert!(said.contains("deliverable “October report”") && said.contains("November"), "both: {said}");
    assert_eq!(desk.does(&["templates", "--add"]), "Added from templates: 2 records.\n", "all at once");
    assert_eq!(desk.json(&["templates"])["due"], Value::Array(Vec::new()), "none is due any more");
    assert_eq!(
        desk.json(&["list", "deliverable"])["records"].as_array().map(Vec::len),
        Some(2),
        "they are there"
    );
}

#[test]
fn the_friday_list_and_the_question() {
    let desk = Desk::with_sample();
    let view = desk.json(&["friday"]);
    let said = desk.does(&["friday"]);
    let rows = view["rows"].as_array().expect("a list");
    assert_eq!(said.lines().count(), rows.len(), "a line a client: {said}");
    assert!(said.contains("Halden & Co: last record"), "with the last record: {said}");
    for (scale, word) in [("csat", "5"), ("nps", "10"), ("ces", "7")] {
        let said = desk.does(&["question", "--client", "Halden & Co", "--scale", scale]);
        assert!(said.contains("Subject: ") && said.contains(word), "{scale} is asked: {said}");
    }
    let said = desk.refuses(&["question", "--client", "Halden & Co", "--scale", "stars"]);
    assert!(said.contains("csat, nps or ces"), "the scales are listed: {said}");
}

#[test]
fn a_line_is_put_off_and_comes_back() {
    let desk = Desk::with_sample();
    let data = desk.json(&["needs"]);
    let needs = data["needs"].as_array().expect("a list");
    let key = needs[0]["key"].as_str().expect("each has a key").to_owned();
    assert!(desk.does(&["needs", "--all"]).contains(&format!("[{key}]")), "--all tells the keys");
    let snooze = |until: &'static str| ["snooze", &key, "--until", until, "--reason", "on holiday"];
    desk.does(&snooze("2026-11-30"));
    let after = desk.json(&["needs"]);
    assert_eq!(after["needs"].as_array().map(Vec::len), Some(needs.len() - 1), "one line less");
    assert_eq!(after["snoozed"][0]["need"]["key"], key.as_str(), "which is told apart: {after}");
    assert!(desk.does(&["needs"]).contains("1 line is put off"), "and counted");
    assert!(
        desk.does(&["needs", "--all"]).contains("Put off until 30 Nov 2026 (on holiday)"),
        "with its reason"
    );
    let again = desk.does(&snooze("2026-12-02"));
    assert!(again.contains("2 Dec 2026"), "it can be put off anew: {again}");
    let id = desk.json(&["needs"])["snoozed"][0]["snooze"].as_str().expect("an id").to_owned();
    desk.does(&["remove", &id]);
    assert_eq!(desk.json(&["needs"])["needs"].as_array().map(Vec::len), Some(needs.len()), "it came back");
    assert!(desk.refuses(&snooze("2026-11-22")).contains("later day"), "today is not later");
    let said = desk.refuses(&["snooze", "nothing", "--until", "2026-12-01", "--reason", "x"]);
    assert!(said.contains("nothing") && said.contains("--all"), "a key that is none is told: {said}");
}

#[test]
fn every_need_of_the_sample_has_words() {
    let desk = Desk::with_sample();
    for day in ["2026-11-22", "2026-12-15", "2027-02-01", "2027-06-01"] {
        let ledger = desk.typed("practice.kindly");
        let said = crate::typed::bare(&["--ledger", &ledger, "--as-of", day, "needs"]).out;
        assert!(said.lines().all(|line| line.ends_with('.') && line.contains("  ")), "{day}: {said}");
        assert!(
            said.lines().all(|line| line.split("  ").last().is_some_and(|need| need.len() > 10)),
            "{said}"
        );
    }
}

#[test]
fn a_deliverable_is_excused_by_what_it_waited_for() {
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Borealis"]);
    let id = |typed: &[&str]| desk.json(typed)["id"].as_str().expect("an id").to_owned();
    let owed = id(&[
        "add",
        "obligation",
        "client=Borealis",
        "title=Brief",
        "due_on=2026-11-01",
        "met_on=2026-11-09",
    ]);
    let typed = ["add", "deliverable", "client=Borealis", "title=Report", "due_on=2026-11-05"];
    let typed: Vec<&str> = typed.into_iter().chain(["delivered_on=2026-11-12", "outcome=late"]).collect();
    let late = id(&typed);
    let said = desk.does(&["excuse", &late, &owed]);
    assert_eq!(said, "Excused: “Report” of Borealis, which waited for “Brief”.\n", "it says so");
    assert_eq!(desk.json(&["show", &late])["record"]["outcome"], "excused", "and it is");
    desk.refuses(&["excuse", &owed, &late]);
}
