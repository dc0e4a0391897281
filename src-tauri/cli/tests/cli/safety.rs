//! Protecting, backing up, restoring and moving, typed.
use std::{fs, path::Path};

use serde_json::Value;

use crate::typed::Desk;

const PASSPHRASE: &str = "quiet harbour lantern seventeen maple";
const OTHER: &str = "unruly teapot borrowed by the neighbour";

fn clients(desk: &Desk, opened: &[&str]) -> usize {
    desk.json(&[opened, &["list", "client"]].concat())["records"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_protected_ledger_opens_with_its_passphrase_alone() {
    let desk = Desk::with_sample();
    let all = clients(&desk, &[]);
    let before = desk.json(&["history"]);
    let (secret, wrong) = (desk.file("p.txt", format!("{PASSPHRASE}\n")), desk.file("wrong.txt", OTHER));
    let sheet = desk.typed("code.pdf");
    assert!(
        desk.refuses(&[
            "protect",
            "--new-passphrase-file",
            &desk.file("weak.txt", "hello"),
            "--recovery-sheet",
            &sheet
        ])
        .contains("guessed too soon"),
        "a weak one is refused"
    );
    assert_eq!(clients(&desk, &[]), all, "and the ledger opens as before");

    desk.does(&["protect", "--new-passphrase-file", &secret, "--recovery-sheet", &sheet]);
    assert!(!desk.path("practice.kindly.key").exists(), "the bare key is gone");
    assert!(desk.refuses(&["list", "client"]).contains("protected"), "it does not open by itself any more");
    let refused = desk.refuses(&["--passphrase-file", &wrong, "list", "client"]);
    assert!(refused.contains("not the passphrase"), "another passphrase is said to be wrong: {refused}");
    assert_eq!(clients(&desk, &["--passphrase-file", &secret]), all, "its passphrase opens it");
    assert_eq!(desk.json(&["--passphrase-file", &secret, "history"]), before, "its history came along");

    let code = desk.file("code.txt", code_on(&desk.path("code.pdf")));
    assert_eq!(clients(&desk, &["--passphrase-file", &code]), all, "so does the printed code");
    let new = desk.file("new.txt", OTHER);
    desk.does(&["--passphrase-file", &secret, "passphrase", "--new-passphrase-file", &new]);
    assert!(
        desk.refuses(&["--passphrase-file", &secret, "list", "client"]).contains("not the passphrase"),
        "the old passphrase opens nothing any more"
    );
    assert_eq!(clients(&desk, &["--passphrase-file", &new]), all, "the new one does");
    assert_eq!(clients(&desk, &["--passphrase-file", &code]), all, "and the code does still");

    let second = desk.typed("second.pdf");
    desk.does(&["--passphrase-file", &new, "protect", "--recovery-sheet", &second]);
    let refused = desk.refuses(&["--passphrase-file", &code, "list", "client"]);
    assert!(refused.contains("recovery code"), "after a new key the first page opens nothing: {refused}");
    let code = desk.file("code.txt", code_on(&desk.path("second.pdf")));
    assert_eq!(clients(&desk, &["--passphrase-file", &code]), all, "the second page does");
}

/// The code that stands on a page, as it is printed.
fn code_on(sheet: &Path) -> String {
    let text = std::process::Command::new("pdftotext")
        .args([sheet.to_str().expect("a plain name"), "-"])
        .output()
        .expect("pdftotext reads pages: poppler-utils has it");
    let text = String::from_utf8(text.stdout).expect("a page's words are text");
    let is_code = |line: &&str| {
        line.matches('-').count() >= 6 && line.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    text.lines().map(str::trim).find(is_code).expect("the code stands on a line of its own").to_owned()
}

#[test]
fn a_backup_is_listed_and_restored_and_what_was_there_is_kept() {
    let desk = Desk::with_sample();
    let all = clients(&desk, &[]);
    desk.json(&["backup"]);
    let receipt = desk.json(&["erase", "Halden & Co", "--confirm", "Halden & Co"]);
    assert_eq!(receipt["backups"], 1, "the backup is written anew without them: {receipt}");
    let listed = desk.json(&["backups"]);
    let name = listed["backups"][0]["name"].as_str().expect("a backup has a name").to_owned();
    desk.does(&["add", "client", "name=Later Ltd"]);
    assert_eq!(clients(&desk, &[]), all, "one gone, one new");

    let file = desk.typed(&format!("practice.kindly-backups/{name}"));
    desk.does(&["restore", &file]);
    let found = desk.json(&["find", "Later Ltd"]);
    assert_eq!(found["found"].as_array().map(Vec::len), Some(0), "what came later is not in it");
    let found = desk.json(&["find", "Halden"]);
    assert_eq!(found["found"].as_array().map(Vec::len), Some(0), "who was erased is in no backup either");
    let kept = desk.json(&["backups"]);
    let causes: Vec<&Value> =
        kept["backups"].as_array().into_iter().flatten().map(|row| &row["cause"]).collect();
    assert!(causes.contains(&&Value::from("before_restore")), "what was there before was kept: {causes:?}");
    assert_eq!(desk.json(&["check"])["sound"], true, "and the ledger is whole");
}

#[test]
fn backups_go_to_a_folder_and_come_from_it_to_an_empty_desk() {
    let (desk, other) = (Desk::with_sample(), Desk::new());
    let stick = desk.path("stick");
    fs::create_dir(&stick).expect("a folder can be made");
    desk.file("note.txt", "no folder");
    let made = desk.json(&["backup", &desk.typed("stick")]);
    let name = made["backup"]["name"].as_str().expect("a backup has a name").to_owned();
    assert!(!desk.path("practice.kindly-backups").exists(), "it went there alone");
    assert!(
        desk.refuses(&["backup", &desk.typed("note.txt/deeper")]).contains("note.txt"),
        "a place that cannot be one is named"
    );

    let file = stick.join(&name).to_str().expect("a plain name").to_owned();
    other.does(&["restore", &file]);
    assert_eq!(clients(&other, &[]), clients(&desk, &[]), "everything is there on the new desk");

    let mut bytes = fs::read(stick.join(&name)).expect("the backup is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(stick.join(&name), bytes).expect("it can be damaged");
    let refused = Desk::new().refuses(&["restore", &file]);
    assert!(refused.contains(&name), "a damaged backup is named: {refused}");
}

#[test]
fn a_bundle_moves_everything_to_another_desk() {
    let (desk, other) = (Desk::with_sample(), Desk::new());
    let (secret, bundle) = (desk.file("b.txt", PASSPHRASE), desk.typed("move.kindly-bundle"));
    let open = ["--bundle-passphrase-file", &secret];
    desk.does(&[["bundle", &bundle].as_slice(), &open].concat());
    let view = other.json(&[["unbundle", &bundle].as_slice(), &open].concat());
    assert_eq!(view["relation"], "ours_empty", "nothing is recorded there yet: {view}");
    other.does(&[["unbundle", &bundle].as_slice(), &open, &["--goes-on", "theirs"]].concat());
    assert_eq!(clients(&other, &[]), clients(&desk, &[]), "everything came");
    let view = other.json(&[["unbundle", &bundle].as_slice(), &open].concat());
    assert_eq!(view["relation"], "same", "now both are the same: {view}");

    desk.does(&["add", "client", "name=Foundry Ltd"]);
    other.does(&["add", "client", "name=Quayside Ltd"]);
    let later = desk.typed("later.kindly-bundle");
    desk.does(&[["bundle", &later].as_slice(), &open].concat());
    let view = other.json(&[["unbundle", &later].as_slice(), &open].concat());
    assert_eq!(view["relation"], "apart", "each went its own way: {view}");
    assert_eq!(
        (&view["ours"]["own_steps"], &view["theirs"]["own_steps"]),
        (&1.into(), &1.into()),
        "one step each"
    );
    let check = other.json(&["check"]);
    let of_kinds = check["records"].as_object().expect("records by kind").iter();
    // The letterhead is none of the records of a manifest.
    let records: u64 = of_kinds.filter(|(kind, _)| *kind != "profile").filter_map(|(_, n)| n.as_u64()).sum();
    other.does(&[["unbundle", &later].as_slice(), &open, &["--goes-on", "theirs"]].concat());
    let found = |name: &str| other.json(&["find", name])["found"].as_array().map_or(0, Vec::len);
    assert_eq!((found("Foundry Ltd"), found("Quayside Ltd")), (1, 0), "the one that was chosen goes on");
    let kept = other.json(&["backups"]);
    assert_eq!(kept["backups"][0]["cause"], "kept_copy", "the other is kept: {kept}");
    assert_eq!(kept["backups"][0]["records"], records, "with all that it had");
}

#[test]
fn what_can_still_be_read_of_a_damaged_ledger_is_saved() {
    let (desk, other) = (Desk::with_sample(), Desk::new());
    let all = clients(&desk, &[]);
    let path = desk.path("practice.kindly");
    let mut bytes = fs::read(&path).expect("the ledger is there");
    let last = bytes.len() - 2_000;
    bytes[last] ^= 0xff;
    fs::write(&path, bytes).expect("it can be damaged");
    let saved = desk.json(&["salvage", &desk.typed("saved.json")]);
    assert!(saved["saved"].as_array().is_some_and(|kinds| !kinds.is_empty()), "records are saved: {saved}");
    other.does(&["import", &desk.typed("saved.json")]);
    assert!(clients(&other, &[]) <= all && clients(&other, &[]) > 0, "and an empty ledger reads them");
}
