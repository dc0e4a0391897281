//! Erasing for good.
use std::{
    collections::{BTreeMap, HashSet},
    fs,
};

use kindly_ledger::{Forget, HistoryFilter, LedgerError};
use kindly_records::{CheckIn, Client, ClientId, Contact, Document, Kind, Letter};
use rusqlite::types::ValueRef;

use crate::{
    builders::{Practice, check_in, client, day, label},
    dump::dump,
    kinds::{self, NOBODYS, finished, letter},
};

/// A word that stands nowhere but where it was put.
const CANARY: &str = "Zqxvarkwright";

/// Whether the word stands anywhere in the file, decrypted: in any page, free ones and those of search included; and in
/// the log of pages beside it, which must then be empty.
fn is_held(practice: &Practice, word: &str) -> bool {
    held_in(&practice.bare(), word)
}

/// As [`is_held`], of any file.
pub(crate) fn held_in(file: &rusqlite::Connection, word: &str) -> bool {
    let pages = file.serialize("main").expect("the pages can be read");
    assert!(contains(&pages, "SQLite format 3"), "and they are decrypted");
    contains(&pages, word) || tables_hold(file, word)
}

/// The bytes of the log of pages beside the file: what was written there before a page came into the file.
fn log_length(practice: &Practice) -> u64 {
    let mut name = practice.path().into_os_string();
    name.push("-wal");
    fs::metadata(name).map_or(0, |found| found.len())
}

fn contains(bytes: &[u8], word: &str) -> bool {
    let (lower, word) = (bytes.to_ascii_lowercase(), word.to_ascii_lowercase().into_bytes());
    lower.windows(word.len()).any(|window| window == word)
}

/// Whether a value of any table holds the word: one that spans pages is whole only here.
fn tables_hold(file: &rusqlite::Connection, word: &str) -> bool {
    let tables: Vec<String> = file
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the schema can be read");
    tables.iter().any(|table| {
        let mut statement = file.prepare(&format!("SELECT * FROM \"{table}\"")).expect("it is a table");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("it can be read");
        while let Some(row) = rows.next().expect("it can be read") {
            for column in 0..columns {
                let held = match row.get_ref(column).expect("it has that column") {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => contains(bytes, word),
                    _ => false,
                };
                if held {
                    return true;
                }
            }
        }
        false
    })
}

/// A client full of the canary, beside another.
fn practice() -> (Practice, ClientId, ClientId) {
    let mut practice = Practice::new();
    let bell = practice.client("Bell");
    practice.check_in(bell, "2026-01-01", "Bell was pleased");
    let contact = Contact { given_name: CANARY.to_owned(), ..Contact::default() };
    let arkwright = practice.add(&Client { contact: contact.clone(), ..client(&format!("{CANARY} & Co")) });
    let words = format!("{CANARY} said so. {}", "And more besides. ".repeat(12));
    practice.one_of_each(arkwright, &words);
    (practice, arkwright, bell)
}

fn erase(practice: &mut Practice, client: ClientId) -> kindly_ledger::ErasureReceipt {
    let at = practice.at;
    practice.ledger().erase_client(at, client, label("erase")).expect("the client is there")
}

#[test]
fn nothing_of_an_erased_client_is_left_in_any_page() {
    let (mut practice, arkwright, bell) = practice();
    // What was changed and deleted before stands in free space and in older entries.
    let passing = practice.check_in(arkwright, "2026-01-02", &format!("{CANARY} came and went"));
    let edited = check_in(arkwright, "2026-01-02", &format!("{CANARY} was edited"));
    practice.run("edit", |changes| changes.update(passing, &edited));
    practice.run("delete", |changes| changes.delete::<CheckIn>(passing));
    let long = format!("{CANARY} went on and on. ").repeat(400);
    let rambling: Vec<_> = (0..20).map(|_| practice.check_in(arkwright, "2026-01-03", &long)).collect();
    practice.run("delete all", |changes| rambling.iter().try_for_each(|id| changes.delete::<CheckIn>(*id)));
    practice.run("rename", |changes| changes.update(arkwright, &client(&format!("{CANARY} renamed"))));
    practice.run("finish", |changes| {
        let sha256 = changes.put_blob(format!("%PDF dear {CANARY}").as_bytes())?;
        let letters = changes.of_client::<Letter>(arkwright)?;
        let kept = letters.into_iter().next().expect("one of each");
        changes.update(kept.id, &finished(kept.record, "L-2026-1", &sha256))
    });
    // What is nobody's stays; its words here are the client's.
    practice.remove_nobodys();
    practice.undo();
    practice.redo();
    assert!(is_held(&practice, CANARY), "the test can find what is there");

    let plan = practice.ledger().erase_plan(arkwright).expect("the client is there");
    let nobodys: Vec<(Kind, uuid::Uuid)> = practice
        .ledger()
        .reader()
        .history(&HistoryFilter::default())
        .expect("it can be told")
        .iter()
        .flat_map(|entry| &entry.records)
        .filter(|touched| NOBODYS.contains(&touched.kind))
        .map(|touched| (touched.kind, touched.id))
        .collect();
    let receipt = erase(&mut practice, arkwright);
    assert_eq!(
        (plan.records.clone(), plan.entries, plan.files),
        (receipt.records.clone(), receipt.entries, receipt.files),
        "what was said before is what was done"
    );
    let expected: BTreeMap<Kind, u64> =
        kinds::ALL.into_iter().filter(|kind| !NOBODYS.contains(kind)).map(|kind| (kind, 1)).collect();
    assert_eq!(receipt.records, expected, "one of each kind, and nothing that is nobody's");
    assert_eq!(
        (receipt.files, receipt.compacted),
        (1, true),
        "the letter's PDF went, and the file was written anew"
    );
    assert_eq!(receipt.client_sha256.as_ref().map(String::len), Some(64), "the receipt names nobody");

    let at = practice.at;
    practice
        .ledger()
        .forget(at, label("forget"), Forget { touched: &nobodys, ..Forget::default() }, |_| {
            Ok::<_, LedgerError>(())
        })
        .expect("what is nobody's can be forgotten as well");
    assert_eq!(log_length(&practice), 0, "nothing waits in the log beside the file");
    assert!(!is_held(&practice, CANARY), "no page, no index and no entry of the journal holds it");
    practice.restart();
    assert!(!is_held(&practice, CANARY), "nor after a restart");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "chain, links and search hold");
    let left = practice.ledger().reader().of_client::<CheckIn>(bell).expect("they can be read");
    assert_eq!(left.len(), 1, "the other client keeps what is theirs");
    assert_eq!(practice.ledger().reader().find(CANARY, 9).expect("it can be asked"), [], "nothing is found");
}

#[test]
fn after_an_erasure_undo_still_reaches_the_others() {
    let (mut practice, arkwright, bell) = practice();
    practice.check_in(bell, "2026-02-01", "Bell again");
    practice.run("both", |changes| {
        changes.update(arkwright, &client("Renamed"))?;
        changes.update(bell, &client("Bell Works"))
    });
    let position = practice.ledger().journal_position();
    let plan = practice.ledger().erase_plan(arkwright).expect("the client is there");
    // The client, 26 records less what is nobody's, and the step that touched both.
    assert_eq!((plan.entries, plan.undoable), (1 + 22 + 1, 1 + 22 + 1), "said before anything is done");
    let receipt = erase(&mut practice, arkwright);
    assert_eq!(receipt.entries, plan.entries, "and so it was");
    assert!(practice.ledger().journal_position() > position, "caches see that something was done");
    assert_eq!(
        practice.ledger().next_redo().expect("it can be asked"),
        None,
        "an erasure closes the way to redo"
    );

    let mut undone = Vec::new();
    while let Some(key) = practice.undo() {
        undone.push(key);
    }
    assert_eq!(
        undone,
        [
            "add.check_in",
            "add.fit_criterion",
            "add.improvement",
            "add.referral_contact",
            "add.letter_template",
            "add.check_in"
        ],
        "all of the others' steps, but for the client whose rename was erased"
    );
    let names: Vec<String> = practice
        .ledger()
        .reader()
        .all::<Client>()
        .expect("they can be read")
        .into_iter()
        .map(|kept| kept.record.name)
        .collect();
    assert_eq!(names, ["Bell Works"], "what one step did to both stands for the one who stays");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "the chain holds");
    while practice.redo().is_some() {}
    assert_eq!(
        practice.ledger().reader().all::<CheckIn>().expect("they can be read").len(),
        2,
        "redo as well"
    );
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "and the chain takes that");

    let history = practice
        .ledger()
        .reader()
        .history(&HistoryFilter { client: Some(arkwright), ..HistoryFilter::default() });
    assert_eq!(history.expect("it can be told"), [], "an erased client has no history");
    let at = practice.at;
    let error = practice
        .ledger()
        .take_back(at, position + 1, label("take_back"))
        .expect_err("an erasure is for good");
    assert!(matches!(error, LedgerError::Erased { .. }), "{error}");
}

#[test]
fn a_file_that_two_clients_share_stays_with_the_other() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let document = |client: ClientId, sha256: &str| Document {
        client,
        on: day("2026-01-01"),
        title: "Terms".to_owned(),
        file: "terms.pdf".to_owned(),
        sha256: Some(sha256.to_owned()),
        notes: String::new(),
    };
    let shared = practice.run("keep", |changes| changes.put_blob(b"our terms"));
    let own = practice.run("keep", |changes| changes.put_blob(b"their contract"));
    practice.add(&document(arkwright, &shared));
    practice.add(&document(arkwright, &own));
    practice.add(&document(bell, &shared));
    let receipt = erase(&mut practice, arkwright);
    assert_eq!(receipt.files, 1, "only the file that nothing else names goes");
    let reader = practice.ledger().reader();
    assert_eq!(reader.blob(&own).expect("it can be asked"), None, "the contract is gone");
    assert!(reader.blob(&shared).expect("it can be asked").is_some(), "the terms stay");
}

#[test]
fn a_client_who_is_not_there_cannot_be_erased() {
    let (mut practice, arkwright, _) = practice();
    erase(&mut practice, arkwright);
    let (before, at) = (dump(&practice), practice.at);
    let error = practice.ledger().erase_client(at, arkwright, label("erase")).expect_err("nobody is there");
    assert!(matches!(error, LedgerError::NotFound { kind: Kind::Client, .. }), "{error}");
    assert!(practice.ledger().erase_plan(arkwright).is_err(), "nor can it be planned");
    assert_eq!(dump(&practice), before, "nothing moved");
}

#[test]
fn a_record_that_moved_away_stays_with_its_new_client() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let said = practice.check_in(arkwright, "2026-01-01", "entered under the wrong client");
    practice.run("move", |changes| changes.update(said, &check_in(bell, "2026-01-01", "put right")));
    erase(&mut practice, arkwright);
    let kept = practice.ledger().reader().of_client::<CheckIn>(bell).expect("it can be read");
    assert_eq!(kept.len(), 1, "it is the other client's now");
    assert_eq!(
        practice.undo().as_deref(),
        None,
        "but how it came there is erased, and it rests on the client"
    );
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "all holds");
}

#[test]
fn one_person_is_forgotten_and_the_client_stays() {
    let mut practice = Practice::new();
    let person = Contact { given_name: "Zqxv \"the\" Person".to_owned(), ..Contact::default() };
    let arkwright = practice.add(&Client { people: vec![person], ..client("Arkwright") });
    let said = practice.add(&CheckIn {
        person: "Zqxv \"the\" Person".to_owned(),
        ..check_in(arkwright, "2026-01-01", "fine")
    });
    practice.add(&letter(arkwright));
    let without = practice.run("status", |changes| {
        let kept = changes.get::<Client>(arkwright)?.expect("it is there").record;
        changes.update(arkwright, &Client { notes: "a note".to_owned(), ..kept.clone() })?;
        Ok(Client { people: Vec::new(), notes: "a note".to_owned(), ..kept })
    });
    assert!(is_held(&practice, "Zqxv"), "the test can find what is there");
    let at = practice.at;
    let touched = [(Kind::Client, arkwright.into()), (Kind::CheckIn, said.into())];
    let words = ["Zqxv \"the\" Person".to_owned()];
    let what = Forget { touched: &touched, words: &words, ..Forget::default() };
    let ((), receipt) = practice
        .ledger()
        .forget(at, label("forget"), what, |changes| {
            changes.update(arkwright, &without)?;
            changes.update(said, &check_in(arkwright, "2026-01-01", "fine"))
        })
        .expect("the person can be forgotten");
    let expected = BTreeMap::from([(Kind::Client, 1), (Kind::CheckIn, 1)]);
    assert_eq!(receipt.records, expected, "what was written without them");
    assert_eq!(receipt.entries, 2, "the two entries that named them; the note and the letter did not");
    assert!(!is_held(&practice, "Zqxv"), "no page holds them");
    assert_eq!(
        practice.undo().as_deref(),
        Some("add.letter"),
        "undo goes past it, and past what it rests on"
    );
    let kept = practice.ledger().reader().get::<Client>(arkwright).expect("it can be read");
    assert_eq!(kept.map(|kept| kept.record), Some(without), "the client stays without them");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "all holds");
}

#[test]
fn forgetting_that_fails_forgets_nothing() {
    let (mut practice, arkwright, _) = practice();
    let (before, position, at) = (dump(&practice), practice.ledger().journal_position(), practice.at);
    let touched = [(Kind::Client, arkwright.into())];
    let failed = practice.ledger().forget(
        at,
        label("forget"),
        Forget { touched: &touched, ..Forget::default() },
        |changes| {
            changes.delete::<Client>(arkwright)?;
            changes.insert(uuid::Uuid::nil().into(), &client(""))
        },
    );
    assert!(failed.is_err(), "a client without a name is refused");
    assert_eq!(dump(&practice), before, "nothing moved");
    assert_eq!(practice.ledger().journal_position(), position, "nothing was entered");
    let erased = practice.ledger().reader().history(&HistoryFilter::default()).expect("it can be told");
    assert!(erased.iter().all(|entry| entry.label.is_some()), "and every entry holds what it held");
}

#[test]
fn copies_of_an_older_layout_are_listed() {
    let (mut practice, arkwright, _) = practice();
    let names = ["practice.kindly.layout-1", "practice.kindly.layout-1.2"];
    for name in names {
        fs::write(practice.path().with_file_name(name), "an older copy").expect("the folder is ours");
    }
    fs::write(practice.path().with_file_name("other.kindly.layout-1"), "another's")
        .expect("the folder is ours");
    let listed = |copies: Vec<std::path::PathBuf>| {
        let names =
            copies.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        names.collect::<HashSet<_>>()
    };
    let expected: HashSet<String> = names.map(str::to_owned).into();
    let plan = practice.ledger().erase_plan(arkwright).expect("the client is there");
    assert_eq!(listed(plan.copies), expected, "said before");
    assert_eq!(
        listed(erase(&mut practice, arkwright).copies),
        expected,
        "and after: they still hold the client"
    );
}
