//! Erasing somebody for good.
use std::fs;

use crate::typed::{Answer, Desk};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.does(&[
        "add",
        "client",
        "name=Halden & Co",
        "contact.given_name=Mona",
        "contact.family_name=Halden",
        "people=Ada | Lind | ada@halden.example",
    ]);
    desk.does(&["add", "client", "name=Borealis"]);
    desk.does(&[
        "add",
        "check-in",
        "client=Halden & Co",
        "on=2026-11-02",
        "scale=csat",
        "value=2",
        "person=Ada Lind",
    ]);
    desk.does(&["add", "complaint", "client=Halden & Co", "on=2026-11-03", "theme=unmistakable zebra"]);
    desk
}

#[test]
fn without_a_confirmation_only_the_plan_is_told() {
    let desk = desk();
    let before = desk.json(&["check"])["records"].clone();
    let Answer { code, out, err } = desk.try_to(&["erase", "halden & co"]);
    assert_eq!(code, Some(2), "nothing was erased");
    assert!(out.contains("1 complaint") && out.contains("can no longer be taken back"), "the plan: {out}");
    assert!(
        err.contains("--confirm") && err.contains("Halden & Co") && err.lines().count() == 1,
        "the way: {err}"
    );
    let said = desk.refuses(&["erase", "Halden & Co", "--confirm", "Borealis"]);
    assert!(said.contains("Halden & Co"), "another name confirms nothing: {said}");
    desk.refuses(&["erase", "Halden & Co", "--copies"]);
    assert_eq!(desk.json(&["check"])["records"], before, "everything is there");
}

#[test]
fn a_client_is_erased_with_a_receipt() {
    let desk = desk();
    let receipt = desk.does(&["erase", "Halden & Co", "--confirm", "Halden & Co"]);
    assert!(
        receipt.starts_with("Erasure receipt") && receipt.contains("1 complaint"),
        "it is told: {receipt}"
    );
    assert!(!receipt.contains("Halden"), "the receipt names nobody: {receipt}");
    assert!(desk.does(&["find", "zebra"]).starts_with("Nothing was found"), "search does not know them");
    let history = desk.does(&["history", "--json"]);
    assert!(!history.contains("Halden"), "nor does the history: {history}");
    assert!(desk.refuses(&["erase", "Halden & Co"]).contains("Halden & Co"), "they are not there");
    let listed = desk.does(&["list", "client"]);
    assert!(listed.contains("Borealis"), "the others are: {listed}");
    assert_eq!(desk.json(&["check"])["sound"], true, "the ledger is whole");
}

#[test]
fn copies_are_deleted_only_where_that_is_said() {
    for (said, stays) in [(&[][..], true), (&["--copies"], false)] {
        let desk = desk();
        // As it is copied before its layout changes.
        let copy = desk.path("practice.kindly.layout-1");
        fs::copy(desk.path("practice.kindly"), &copy).expect("a copy can be made");
        assert!(desk.try_to(&["erase", "Halden & Co"]).out.contains("layout-1"), "the plan names the copy");
        let erase = ["erase", "Halden & Co", "--confirm", "Halden & Co"];
        let typed: Vec<&str> = erase.into_iter().chain(said.iter().copied()).collect();
        let receipt = desk.does(&typed);
        assert!(receipt.contains("layout-1"), "what became of it is told: {receipt}");
        assert_eq!(copy.exists(), stays, "{said:?}: it goes only where that was said");
    }
}

#[test]
fn a_person_is_erased_and_the_client_stays() {
    for said in ["ada lind", "1"] {
        let desk = desk();
        desk.does(&["erase", "Halden & Co", "--person", said, "--confirm", "Ada Lind"]);
        let listed = desk.does(&["list", "check-in", "--json"]);
        assert!(listed.contains("\"value\": 2") && !listed.contains("Ada"), "what was said stays: {listed}");
        assert!(!desk.does(&["history", "--json"]).contains("Ada"), "the name is gone from the history");
        let clients = desk.does(&["list", "client", "--json"]);
        assert!(clients.contains("Mona") && !clients.contains("Ada"), "the others stay: {clients}");
    }
    let desk = desk();
    let said = desk.refuses(&["erase", "Halden & Co", "--person", "Nobody"]);
    assert!(said.contains("Nobody") && said.contains("1 Ada Lind"), "who is there is listed: {said}");
    desk.refuses(&["erase", "Halden & Co", "--person", "7"]);
}
