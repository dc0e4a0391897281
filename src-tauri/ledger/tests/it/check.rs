//! The check names what is wrong, and finds nothing where nothing is.
use std::fs;

use kindly_ledger::{Damage, LedgerError};
use kindly_records::CheckIn;

use crate::builders::{Practice, check_in};

fn practice() -> Practice {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let report = practice.deliverable(arkwright, "Report");
    practice.deliverable(bell, "Plan");
    practice.add(&CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "fine") });
    practice.run("keep", |changes| changes.put_blob(b"%PDF-1.7"));
    practice.undo();
    practice.redo();
    practice
}

#[test]
fn a_whole_ledger_has_no_damage() {
    let mut practice = practice();
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "nothing is wrong");
    practice.restart();
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "nor after a restart");
}

#[test]
fn every_kind_of_damage_is_named() {
    let check = |sql: &str, expected: &[Damage]| {
        let mut practice = practice();
        practice
            .bare()
            .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
            .expect("the fault can be made");
        assert_eq!(practice.ledger().check().expect("it can be checked"), expected, "{sql}");
    };
    let journal = "DROP TRIGGER journal_is_never_rewritten; DROP TRIGGER journal_keeps_every_row;";
    check("UPDATE search_text SET body = 'other' WHERE body = 'fine'", &[Damage::Search]);
    check("INSERT INTO search_index (search_index) VALUES ('delete-all')", &[Damage::Search]);
    check(
        "UPDATE blob SET bytes = x'00'",
        &[Damage::Blob {
            sha256: "86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b".to_owned(),
        }],
    );
    check(
        "UPDATE check_in SET scale = 'stars'",
        &[Damage::Record { table: "check_in", column: "scale".to_owned() }],
    );
    check(
        "DELETE FROM deliverable WHERE title = 'Report'; DELETE FROM search_index WHERE 0",
        &[
            Damage::Dangling { table: "check_in".to_owned(), parent: "deliverable".to_owned() },
            Damage::Search,
        ],
    );
    check(
        "UPDATE check_in SET deliverable = (SELECT id FROM deliverable WHERE title = 'Plan')",
        &[Damage::Across { table: "check_in", linked: "deliverable" }],
    );
    check(&format!("{journal} UPDATE journal SET at = 'never' WHERE seq = 2"), &[Damage::Journal { seq: 2 }]);
    check(
        &format!("{journal} UPDATE journal SET changeset = x'00' WHERE seq = 3"),
        &[Damage::Journal { seq: 3 }],
    );
    check(&format!("{journal} UPDATE journal SET follows = 1 WHERE seq = 4"), &[Damage::Journal { seq: 4 }]);
    check(
        &format!("{journal} DELETE FROM journal WHERE seq = 2"),
        &[Damage::Journal { seq: 3 }, Damage::Journal { seq: 4 }],
    );
}

#[test]
fn a_flipped_bit_anywhere_is_found() {
    let mut practice = practice();
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    let pages = whole.len() / 4_096;
    assert!(pages > 10, "the file has pages in its middle");
    for page in 1..pages {
        let mut damaged = whole.clone();
        damaged[page * 4_096 + 1_234] ^= 0b0001_0000;
        fs::write(practice.path(), damaged).expect("the file can be written");
        match practice.try_open() {
            Ok(ledger) => {
                let damage = ledger.check().expect("damage is an answer, not a failure of the check");
                assert!(
                    damage.iter().any(|found| matches!(found, Damage::Page(_))),
                    "the bit in page {page} is found: {damage:?}"
                );
            }
            Err(error) => assert!(
                matches!(error, LedgerError::Damaged | LedgerError::WrongKey { .. }),
                "page {page} is needed to open the file, and one sentence says so: {error}"
            ),
        }
    }
}

#[test]
fn reading_a_damaged_page_is_told_in_one_sentence() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let mut ids = practice.ids.clone();
    practice.run("import", |changes| {
        (0..2_000).try_for_each(|_| {
            changes.insert::<CheckIn>(ids.next(), &check_in(arkwright, "2026-01-01", "fine"))
        })
    });
    let page: u16 = practice
        .bare()
        .query_row("SELECT max(pageno) FROM dbstat WHERE name = 'check_in'", [], |row| row.get(0))
        .expect("the table has pages");
    practice.close();
    let mut bytes = fs::read(practice.path()).expect("the file is there");
    bytes[(usize::from(page) - 1) * 4_096 + 99] ^= 1;
    fs::write(practice.path(), bytes).expect("the file can be written");
    let ledger = practice.try_open().expect("the other pages are whole");
    let error =
        ledger.reader().all::<CheckIn>().map(|all| all.len()).expect_err("one of its pages is damaged");
    assert_eq!(
        error.to_string(),
        "the ledger's file is damaged: run the check, then restore a backup",
        "no number of SQLite's, but what to do"
    );
}
