//! Tables saved as CSV: every row, or none.
use serde_json::Value;

use crate::typed::{Answer, Desk};

const CLIENTS: &str = "Name,Status,Email,Currency,Colour\nHarbour Dental,active,aoife@harbour.example,EUR,blue\n\
                       Café Lumière,ended,,EUR,red\n";
const DELIVERABLES: &str = "Client,Title,Due,Delivered,Outcome\nHarbour Dental,March report,2026-03-31,2026-03-30,met\n\
                            cafe lumiere,Menu,2026-02-14,2026-02-20,late\n";
const CHECK_INS: &str =
    "Client,Date,Scale,Value,Deliverable\nHarbour Dental,2026-04-02,CSAT,4,March report\n";

fn counts(view: &Value) -> [&Value; 3] {
    [&view["new"], &view["updated"], &view["unchanged"]]
}

#[test]
fn three_files_make_a_practice_and_the_same_again_change_nothing() {
    let desk = Desk::new();
    for (name, text, rows) in
        [("clients.csv", CLIENTS, 2), ("deliverables.csv", DELIVERABLES, 2), ("check-ins.csv", CHECK_INS, 1)]
    {
        let file = desk.file(name, text);
        let view = desk.json(&["import", &file]);
        assert_eq!(counts(&view), [&Value::from(rows), &0.into(), &0.into()], "{name}: every row is new");
        assert_eq!(view["written"], true, "{name}: it is written");
        let again = desk.json(&["import", &file]);
        assert_eq!(
            counts(&again),
            [&0.into(), &0.into(), &Value::from(rows)],
            "{name}: nothing changes again"
        );
    }
    let verdicts = desk.json(&["verdicts"]);
    let names: Vec<&str> = verdicts["clients"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|client| client["name"].as_str())
        .collect();
    assert_eq!(names, ["Café Lumière", "Harbour Dental"], "the imported clients are judged");
}

#[test]
fn an_import_is_taken_back_in_one_step() {
    let desk = Desk::with_sample();
    let before = desk.does(&["verdicts", "--json"]);
    let file = desk.file("clients.csv", CLIENTS);
    desk.does(&["import", &file]);
    assert_ne!(desk.does(&["verdicts", "--json"]), before, "the import shows");
    assert!(desk.does(&["undo"]).contains("clients.csv"), "undo says what it takes back");
    assert_eq!(desk.does(&["verdicts", "--json"]), before, "nothing of the import is left");
    assert!(desk.does(&["redo"]).contains("clients.csv"), "redo says what it does again");
    let again = desk.json(&["import", &file]);
    assert_eq!(again["unchanged"], 2, "both clients are there again");
}

#[test]
fn a_dry_run_says_what_would_be_done_and_writes_nothing() {
    let desk = Desk::new();
    let file = desk.file("clients.csv", CLIENTS);
    let said = desk.does(&["import", &file, "--dry-run"]);
    for part in ["Nothing was written", "2 new", "Left out: Colour", "Harbour Dental"] {
        assert!(said.contains(part), "the answer says “{part}”: {said}");
    }
    assert_eq!(desk.files(), ["clients.csv"], "no ledger is made for a trial");
    desk.does(&["sample"]);
    let before = desk.does(&["verdicts", "--json"]);
    assert_eq!(desk.json(&["import", &file, "--dry-run"])["written"], false, "it is only tried");
    assert_eq!(desk.does(&["verdicts", "--json"]), before, "nothing was written");
}

#[test]
fn one_wrong_row_keeps_the_whole_file_out() {
    for (name, what, text, line, reason) in [
        (
            "a wrong date",
            "deliverables",
            "Client,Title,Due\nHalden & Co,A,2026-03-31\nHalden & Co,B,2026-02-30\n",
            3,
            "2026-02-30",
        ),
        ("off the scale", "check-ins", "Client,Date,Scale,Value\nHalden & Co,2026-04-02,CSAT,9\n", 2, "CSAT"),
        ("without a name", "clients", "Name,Email\nNew One,a@b.example\n,c@d.example\n", 3, "name"),
        ("nobody's", "deliverables", "Client,Title,Due\nHaldan & Co,A,2026-03-31\n", 2, "Halden & Co"),
    ] {
        let desk = Desk::with_sample();
        let before = desk.does(&["verdicts", "--json"]);
        let file = desk.file("table.csv", text);
        let said = desk.refuses(&["import", &file, "--as", what]);
        assert!(said.contains(&format!("line {line}")), "{name}: the line is named: {said}");
        assert!(said.contains(reason), "{name}: the reason says {reason}: {said}");
        assert_eq!(desk.does(&["verdicts", "--json"]), before, "{name}: nothing changed");
        let undo = desk.json(&["undo"]);
        assert_eq!(undo["undone"]["key"], "did_load_sample", "{name}: no step was entered");
        assert_eq!(
            desk.try_to(&["import", &file, "--as", what, "--dry-run"]).code,
            Some(2),
            "{name}: nor would it be"
        );
    }
}

#[test]
fn every_refused_row_is_named() {
    let desk = Desk::with_sample();
    let file = desk.file(
        "table.csv",
        "Client,Date,Scale,Value\nHalden & Co,2026-04-02,CSAT,9\nNobody,2026-04-02,CSAT,4\n",
    );
    let Answer { code, err, .. } = desk.try_to(&["import", &file]);
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(code, Some(2), "wrong rows are wrong input");
    assert_eq!(lines.len(), 3, "a sentence, and a line for each row: {err}");
    assert!(
        lines[0].starts_with("error: nothing was imported: 2 of the rows"),
        "the sentence is first: {err}"
    );
    assert!(lines[1].starts_with("line 2: 9 is not on the CSAT scale"), "the first row: {err}");
    assert!(lines[2].starts_with("line 3: ") && lines[2].contains("Nobody"), "the second row: {err}");
    let Answer { code, out, .. } = desk.try_to(&["import", &file, "--json"]);
    let view: Value = serde_json::from_str(&out).expect("--json prints JSON of refused rows too");
    assert_eq!(
        (code, view["refused"][1]["line"].as_u64()),
        (Some(2), Some(3)),
        "rows are told as data: {out}"
    );
}

#[test]
fn a_refused_file_makes_no_ledger() {
    let desk = Desk::new();
    let file = desk.file("clients.csv", "Name,Email\n,a@b.example\n");
    desk.refuses(&["import", &file, "--as", "clients"]);
    let other = desk.file("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    desk.refuses(&["import", &other]);
    assert_eq!(desk.files(), ["clients.csv", "picture.csv"], "nothing was made for what was refused");
}

#[test]
fn a_mapping_names_other_columns() {
    let desk = Desk::with_sample();
    let file = desk.file("tasks.csv", "Account,Job,Deadline\nHalden & Co,Audit,03/04/2026\n");
    let mapping = desk.file("m.json", r#"{"Client": "Account", "Title": "Job", "dates": "month-first"}"#);
    let typed = ["import", &file, "--as", "deliverables", "--mapping", &mapping, "--dry-run"];
    let view = desk.json(&typed);
    assert_eq!(view["preview"][0][1], "2026-03-04", "the mapping says the order of day and month: {view}");
    let wrong = desk.file("wrong.json", r#"{"Client": "Customer"}"#);
    let said = desk.refuses(&["import", &file, "--as", "deliverables", "--mapping", &wrong]);
    assert!(said.contains("Customer"), "a column that is not there is named: {said}");
    let said = desk.refuses(&["import", &file, "--as", "poems"]);
    assert!(said.contains("poems") && said.contains("deliverables"), "the kinds are listed: {said}");
}
