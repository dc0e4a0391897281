//! Files of other tools, cards, and saying who the names in them are.
use serde_json::Value;

use crate::typed::Desk;

const TOGGL: &[u8] = include_bytes!("../../../exchange/tests/fixtures/toggl/plain.csv");
const TYPEFORM: &[u8] = include_bytes!("../../../exchange/tests/fixtures/typeform/plain.csv");
const CARDS: &[u8] = include_bytes!("../../../exchange/tests/fixtures/vcard/v4.vcf");

fn count(desk: &Desk, kind: &str) -> usize {
    desk.json(&["list", kind])["records"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_time_sheet_of_a_tool_is_known_by_itself() {
    let desk = Desk::new();
    let file = desk.file("toggl.csv", TOGGL);
    let said = desk.does(&["import", &file, "--dry-run"]);
    assert!(said.contains("Toggl Track") && said.contains("time entries"), "what it is is told: {said}");
    assert!(said.contains("“Harbour Dental” is a new client"), "and whom it makes: {said}");
    assert_eq!(desk.files(), ["toggl.csv"], "nothing is made for a trial");
    let view = desk.json(&["import", &file]);
    assert_eq!(view["tool"], "Toggl Track", "the tool is told: {view}");
    let entries = count(&desk, "time-entry");
    assert!(entries > 0 && count(&desk, "client") > 0, "entries and clients are there");
    let again = desk.json(&["import", &file]);
    assert_eq!((&again["new"], &again["updated"]), (&0.into(), &0.into()), "again it changes nothing");
    desk.does(&["undo"]);
    assert_eq!((count(&desk, "time-entry"), count(&desk, "client")), (0, 0), "one step takes all of it back");
}

#[test]
fn a_survey_is_taken_over_with_a_mapping() {
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Harbour Dental"]);
    let file = desk.file("survey.csv", TYPEFORM);
    let mapping = desk.file("m.json", r#"{"fixed": {"Client": "Harbour Dental"}}"#);
    let view = desk.json(&["import", &file, "--mapping", &mapping]);
    assert_eq!((&view["what"], &view["written"]), (&"check-ins".into(), &true.into()), "answers: {view}");
    assert_eq!(count(&desk, "check-in") as u64, view["new"].as_u64().unwrap_or_default(), "all are there");
    let listed = desk.json(&["list", "check-in"]);
    assert_eq!(listed["records"][0]["record"]["scale"], "nps", "on the scale of the question: {listed}");
}

#[test]
fn names_that_nobody_has_are_said_to_be_somebody() {
    let table = "Client,Title,Due\nHalden & Co,A,2026-03-31\nHaldan & Co,B,2026-03-31\nNew Ltd,C,2026-03-31\n\
                 Internal,D,2026-03-31\n";
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Halden & Co"]);
    let file = desk.file("table.csv", table);
    let refused = desk.try_to(&["import", &file]);
    assert_eq!(refused.code, Some(2), "in an own table everybody has to be known");
    assert!(
        refused.err.contains("--new-clients"),
        "the sentence says how to say who they are: {}",
        refused.err
    );
    let said = ["--client", "Haldan & Co=Halden & Co", "--leave-out", "Internal", "--new-clients"];
    let typed: Vec<&str> = ["import", &file].into_iter().chain(said).collect();
    let view = desk.json(&typed);
    assert_eq!(view["left_out"], 1, "one row is left out: {view}");
    let of = |client: &str| {
        let listed = desk.json(&["list", "deliverable", "--client", client]);
        listed["records"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((of("Halden & Co"), of("New Ltd")), (2, 1), "each row is somebody's");
    let said = desk.refuses(&["import", &file, "--client", "Halden & Co=New Ltd"]);
    assert!(said.contains("Halden & Co"), "a name that somebody has is nobody else's: {said}");
    let slip = ["--leave-out", "Internal", "--leave-out", "Intrenal"];
    let typed: Vec<&str> = ["import", &file].into_iter().chain(slip).collect();
    let said = desk.refuses(&typed);
    assert!(said.contains("Intrenal"), "a name that no row has is a slip: {said}");
    let said = desk.refuses(&["import", &file, "--client", "Internal=Nobody"]);
    assert!(said.contains("Nobody"), "who is not there is named: {said}");
    let said = desk.refuses(&["import", &file, "--client", "Internal"]);
    assert!(said.contains("Name in the file=Name of the client"), "the form is told: {said}");
}

#[test]
fn a_file_that_is_not_understood_says_what_would_help() {
    let desk = Desk::new();
    let file = desk.file("odd.csv", "Account,Job,Deadline\nHalden,Audit,2026-03-04\n");
    for typed in [&["import", &file][..], &["import", &file, "--dry-run"]] {
        let said = desk.refuses(typed);
        for part in ["odd.csv", "--as", "--mapping", "\"Account\""] {
            assert!(said.contains(part), "{typed:?}: the sentence says {part}: {said}");
        }
    }
    let told = desk.try_to(&["import", &file, "--json"]);
    let view: Value = serde_json::from_str(&told.out).expect("--json prints what was seen");
    assert_eq!((told.code, &view["headers"][1]), (Some(2), &"Job".into()), "with its columns: {view}");
    assert_eq!(desk.files(), ["odd.csv"], "nothing was made");
    let said = desk.refuses(&["import", &file, "--as", "poems"]);
    assert!(said.contains("poems"), "a kind that is none is named: {said}");
}

#[test]
fn cards_become_clients() {
    let desk = Desk::new();
    let file = desk.file("contacts.vcf", CARDS);
    let view = desk.json(&["import", &file]);
    assert_eq!((&view["what"], &view["tool"]), (&"clients".into(), &"vCard".into()), "cards: {view}");
    let clients = desk.does(&["list", "client"]);
    assert!(clients.contains("Northwind Traders Inc."), "the organisation is there: {clients}");
}
