//! What is written out, and how it comes back.
use std::fs;

use crate::{
    kinds::{KINDS, full},
    typed::Desk,
};

fn bytes(desk: &Desk, name: &str) -> Vec<u8> {
    fs::read(desk.path(name)).unwrap_or_else(|error| panic!("{name} was written: {error}"))
}

fn names(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.path(folder)).expect("the folder was made");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_archive_comes_back_to_the_byte() {
    for desk in [full().0, Desk::with_sample()] {
        desk.does(&["add", "profile", "name=Ada Brandt", "currency=GBP"]);
        let told = desk.json(&["export", &desk.typed("out"), "--format", "json"]);
        assert_eq!(told["files"][0]["name"], "kindly.json", "the answer names the file: {told}");
        let archive = desk.typed("out/kindly.json");
        let other = Desk::new();
        let said = other.does(&["import", &archive, "--dry-run"]);
        assert!(said.starts_with("Nothing was written"), "a dry run only tells: {said}");
        assert_eq!(other.files(), [""; 0], "and makes no ledger");
        let read = other.json(&["import", &archive]);
        assert_eq!(
            (&read["new"], &read["written"]),
            (&told["files"][0]["records"], &true.into()),
            "all of it"
        );
        other.does(&["export", &other.typed("again"), "--format", "json"]);
        assert!(
            bytes(&other, "again/kindly.json") == bytes(&desk, "out/kindly.json"),
            "a second archive is the first one, byte for byte"
        );
        for dry in [&[][..], &["--dry-run"]] {
            let typed: Vec<&str> = ["import", &archive].into_iter().chain(dry.iter().copied()).collect();
            let said = desk.refuses(&typed);
            assert!(said.contains("not empty"), "a ledger that holds something takes none: {said}");
        }
        assert!(other.does(&["undo"]).contains("archive"), "it is one step");
    }
}

#[test]
fn an_archive_that_is_none_makes_no_ledger() {
    let desk = Desk::new();
    let (source, _) = full();
    source.does(&["export", &source.typed("out"), "--format", "json"]);
    let whole = bytes(&source, "out/kindly.json");
    let half = desk.file("half.json", &whole[..whole.len() / 2]);
    let other = desk.file("other.json", "{\"a\": 1}");
    for file in [&half, &other] {
        desk.refuses(&["import", file]);
    }
    let said = desk.refuses(&["import", &half, "--as", "clients"]);
    assert!(said.contains("--as"), "an archive says itself what it holds: {said}");
    assert_eq!(desk.files(), ["half.json", "other.json"], "nothing was made");
}

#[test]
fn every_table_comes_back() {
    let (desk, ids) = full();
    desk.does(&["export", &desk.typed("out"), "--format", "csv"]);
    let other = Desk::new();
    for (kind, _, _) in KINDS {
        let table = desk.typed(&format!("out/{kind}.csv"));
        let read = other.json(&["import", &table]);
        assert_eq!(
            (&read["new"], &read["refused"]),
            (&1.into(), &serde_json::json!([])),
            "{kind} comes back"
        );
        let again = other.json(&["import", &table]);
        assert_eq!(again["unchanged"], 1, "the same {kind} again changes nothing");
    }
    for (kind, id) in &ids {
        let [one, two] = [&desk, &other].map(|desk| desk.json(&["show", id])["record"].clone());
        assert_eq!(one, two, "the {kind} is the same");
    }
    assert!(names(&desk, "out").contains(&"profile.csv".to_owned()), "the letterhead is among them");
}

#[test]
fn a_cell_that_is_corrected_in_a_table_is_corrected_here() {
    let (desk, ids) = full();
    desk.does(&["export", &desk.typed("out"), "--format", "csv"]);
    let text = String::from_utf8(bytes(&desk, "out/complaint.csv")).expect("it is text");
    let file = desk.file("complaint.csv", text.replace("late replies", "slow replies"));
    let view = desk.json(&["import", &file]);
    assert_eq!((&view["updated"], &view["tool"]), (&1.into(), &"Kindly".into()), "one is changed: {view}");
    let id = &ids.iter().find(|(kind, _)| *kind == "complaint").expect("it is there").1;
    assert_eq!(desk.json(&["show", id])["record"]["theme"], "slow replies", "by its id");
}

#[test]
fn contacts_and_dates_go_to_other_programs() {
    let (desk, _) = full();
    desk.does(&["add", "deliverable", "client=Harbour Dental", "title=Review", "due_on=2026-12-10"]);
    desk.does(&["export", &desk.typed("out"), "--format", "vcard"]);
    desk.does(&["export", &desk.typed("out"), "--format", "ics"]);
    assert_eq!(names(&desk, "out"), ["contacts.vcf", "dates.ics"], "a file each, and no other");
    let calendar = String::from_utf8(bytes(&desk, "out/dates.ics")).expect("it is text");
    assert!(calendar.contains("BEGIN:VALARM") && calendar.contains("Harbour Dental"), "dates with alarms");
    let cards = desk.typed("out/contacts.vcf");
    let other = Desk::new();
    let view = other.json(&["import", &cards]);
    assert_eq!(
        (&view["new"], &view["what"]),
        (&1.into(), &"clients".into()),
        "the client comes back: {view}"
    );
    let listed = other.json(&["list", "client"]);
    assert_eq!(listed["records"][0]["record"]["name"], "Harbour Dental", "by name: {listed}");
}

#[test]
fn one_clients_data_goes_out_alone() {
    let desk = Desk::with_sample();
    let pdf = desk.typed("letter.pdf");
    desk.does(&["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &pdf]);
    desk.does(&["export", &desk.typed("all"), "--client", "halden & co"]);
    let all = names(&desk, "all");
    for file in ["client.csv", "check-in.csv", "kindly.json"] {
        assert!(all.contains(&file.to_owned()), "{file} is among what is kept of them: {all:?}");
    }
    assert!(all.iter().any(|name| name.starts_with("letter ")), "and so is the letter: {all:?}");
    let text = String::from_utf8(bytes(&desk, "all/kindly.json")).expect("it is text");
    assert!(!text.contains("Okafor"), "nobody else is named");
    desk.does(&["export", &desk.typed("one"), "--client", "Halden & Co", "--format", "json"]);
    assert_eq!(names(&desk, "one"), ["kindly.json"], "or the archive alone");
}

#[test]
fn an_export_writes_where_it_was_told_and_nowhere_else() {
    let desk = Desk::with_sample();
    let before = desk.files();
    for (typed, names) in [
        (vec!["export", "--format", "json"], "<DIR>"),
        (vec!["export", "x"], "--format"),
        (vec!["export", "x", "--format", "xml"], "json"),
        (vec!["export", "x", "--client", "Nobody"], "Nobody"),
        (vec!["export", "x", "--client", "Halden & Co", "--format", "ics"], "json or csv"),
    ] {
        let said = desk.refuses(&typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
    let in_the_way = desk.file("file", "not a folder");
    let said = desk.refuses(&["export", &in_the_way, "--format", "json"]);
    assert!(said.contains("file"), "what stands in the way is named: {said}");
    fs::remove_file(&in_the_way).expect("it can be removed");
    assert_eq!(desk.files(), before, "nothing was written");
    // A ledger that bears the name of an export is not replaced by it.
    let ledger = desk.typed("kindly.json");
    let typed = ["--ledger", ledger.as_str(), "sample"];
    assert_eq!(crate::typed::bare(&typed).code, Some(0), "a ledger may have any name");
    let before = fs::read(&ledger).expect("it is there");
    let folder = desk.typed("");
    let refused = crate::typed::bare(&["--ledger", &ledger, "export", &folder, "--format", "json"]);
    assert!(refused.refusal().contains("overwritten"), "the ledger stays");
    assert!(fs::read(&ledger).expect("it is there") == before, "as it was");
}
