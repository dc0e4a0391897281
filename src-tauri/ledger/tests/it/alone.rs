//! Taking one older step back, alone.
use kindly_ledger::{EntryState, HistoryFilter, LedgerError};
use kindly_records::{CheckIn, Client, Deliverable, TimeEntry};

use crate::{
    builders::{Practice, check_in, client, deliverable, label},
    dump::dump,
    kinds::time_entry,
};

fn take_back(practice: &mut Practice, seq: i64) -> Result<(), LedgerError> {
    let at = practice.at;
    practice.ledger().take_back(at, seq, label("take_back"))
}

/// The steps that stand in the way.
fn obstacles(practice: &mut Practice, seq: i64) -> Vec<i64> {
    let before = dump(practice);
    let position = practice.ledger().journal_position();
    let asked = practice.ledger().in_the_way(seq).expect("it can be asked");
    let found = match take_back(practice, seq) {
        Err(LedgerError::LaterEntries { seq: named, entries }) => {
            assert_eq!((named, &entries), (seq, &asked), "what is told before is what is told after");
            assert!(entries.iter().all(|(_, label)| label.is_some()), "each with its sentence");
            entries.into_iter().map(|(seq, _)| seq).collect()
        }
        other => panic!("later steps stand in the way of {seq}: {other:?}"),
    };
    assert_eq!(dump(practice), before, "nothing moved");
    assert_eq!(practice.ledger().journal_position(), position, "and nothing was entered");
    found
}

#[test]
fn an_older_step_goes_and_the_later_ones_stay() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.check_in(arkwright, "2026-01-01", "older");
    practice.check_in(arkwright, "2026-01-02", "later");
    let before = dump(&practice);
    take_back(&mut practice, 2).expect("nothing rests on it");
    let words = |practice: &mut Practice| {
        let all = practice.ledger().reader().all::<CheckIn>().expect("they can be read");
        all.into_iter().map(|kept| kept.record.words).collect::<Vec<_>>()
    };
    assert_eq!(words(&mut practice), ["later"], "only the one that was meant is gone");
    let history = practice.ledger().reader().history(&HistoryFilter::default()).expect("it can be told");
    let states: Vec<_> = history.iter().map(|entry| (entry.seq, entry.state, entry.takes_back)).collect();
    assert_eq!(
        states,
        [
            (4, EntryState::Done, Some(2)),
            (3, EntryState::Done, None),
            (2, EntryState::TakenBack, None),
            (1, EntryState::Done, None)
        ],
        "the history says which step took which back"
    );
    let again = take_back(&mut practice, 2).expect_err("it is gone already");
    assert!(matches!(again, LedgerError::NotStanding { seq: 2 }), "{again}");

    let without = dump(&practice);
    assert_eq!(practice.undo().as_deref(), Some("take_back"), "undo takes the taking-back back");
    assert_eq!(dump(&practice), before, "and all is as before");
    practice.redo();
    assert_eq!(dump(&practice), without, "redo does it again");
    take_back(&mut practice, 4).expect("the taking-back is a step like any other");
    assert_eq!(dump(&practice), before, "and can be taken back alone as well");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "all agrees");
}

#[test]
fn what_touched_the_same_records_stands_in_the_way() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let said = practice.check_in(arkwright, "2026-01-01", "one");
    let edit = |practice: &mut Practice, words: &str| {
        practice.run(words, |changes| changes.update(said, &check_in(arkwright, "2026-01-01", words)));
    };
    edit(&mut practice, "two");
    edit(&mut practice, "three");
    practice.client("Bell");
    assert_eq!(obstacles(&mut practice, 2), [3, 4], "both edits of the check-in, and not the other client");
    assert_eq!(obstacles(&mut practice, 1), [2, 3, 4], "all that rests on a client that would go");
    practice.undo();
    practice.undo();
    assert_eq!(obstacles(&mut practice, 2), [3], "what was taken back stands in nobody's way");
    take_back(&mut practice, 3).expect("nothing touched it since");
    take_back(&mut practice, 2).expect("an edit that was taken back alone is as if it never was");
    assert!(practice.ledger().reader().all::<CheckIn>().expect("they can be read").is_empty(), "it is gone");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "all agrees");
}

#[test]
fn what_rests_on_a_record_stands_in_the_way_of_its_going() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let report = practice.deliverable(arkwright, "Report");
    let said = practice.check_in(arkwright, "2026-01-01", "fine");
    assert_eq!(practice.ledger().in_the_way(2).expect("it can be asked"), [], "nothing names it yet");
    let linked = CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "fine") };
    practice.run("link", |changes| changes.update(said, &linked));
    assert_eq!(obstacles(&mut practice, 2), [3, 4], "the check-in that names it would hang in the air");
    practice.run("unlink", |changes| changes.update(said, &check_in(arkwright, "2026-01-01", "fine")));
    take_back(&mut practice, 2).expect("nothing names it any longer");
    assert!(
        practice.ledger().reader().all::<Deliverable>().expect("they can be read").is_empty(),
        "it is gone"
    );
}

#[test]
fn what_deleted_a_client_stands_in_the_way_of_a_record_that_would_come_back() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let said = practice.check_in(arkwright, "2026-01-01", "fine");
    practice.run("delete", |changes| changes.delete::<CheckIn>(said));
    practice.run("rename", |changes| changes.update(arkwright, &client("Arkwright & Co")));
    assert_eq!(
        practice.ledger().in_the_way(3).expect("it can be asked"),
        [],
        "a new name is in nobody's way"
    );
    practice.run("delete", |changes| changes.delete::<Client>(arkwright));
    assert_eq!(obstacles(&mut practice, 3), [5], "the check-in would come back to nobody");
    practice.undo();
    take_back(&mut practice, 3).expect("the client is there again");
}

#[test]
fn a_deletion_is_taken_back_alone() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let report = practice.add(&deliverable(arkwright, "Report"));
    practice.add(&CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "fine") });
    let before = dump(&practice);
    practice.run("delete", |changes| changes.delete::<Client>(arkwright));
    let bell = practice.client("Bell");
    take_back(&mut practice, 4).expect("nobody else touched what was theirs");
    practice.run("delete", |changes| changes.delete::<Client>(bell));
    assert_eq!(dump(&practice), before, "the client is back with everything");
}

#[test]
fn one_row_of_an_import_that_was_changed_stands_in_its_way() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let mut ids = practice.ids.clone();
    let imported: Vec<kindly_records::TimeEntryId> = (0..1_200).map(|_| ids.next()).collect();
    practice.ids = ids;
    practice.run("import", |changes| {
        imported.iter().try_for_each(|id| changes.insert::<TimeEntry>(*id, &time_entry(arkwright, "work")))
    });
    practice.add(&time_entry(arkwright, "entered by hand"));
    assert_eq!(
        practice.ledger().in_the_way(2).expect("it can be asked"),
        [],
        "another entry is none of its rows"
    );
    practice.run("edit", |changes| changes.update(imported[1_100], &time_entry(arkwright, "put right")));
    assert_eq!(obstacles(&mut practice, 2), [4], "the one that was put right is");
    practice.undo();
    practice.run("delete all", |changes| imported.iter().try_for_each(|id| changes.delete::<TimeEntry>(*id)));
    assert_eq!(obstacles(&mut practice, 2), [6], "as is another large step");
    take_back(&mut practice, 6).expect("nothing came after it");
    take_back(&mut practice, 2).expect("nor after this, that still holds");
    let left = practice.ledger().reader().all::<TimeEntry>().expect("they can be read");
    assert_eq!(left.len(), 1, "what was entered by hand stays");
}

#[test]
fn what_is_no_step_cannot_be_taken_back() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.undo();
    let check = |practice: &mut Practice, seq: i64, expected: &str| {
        let told = take_back(practice, seq).expect_err(expected).to_string();
        assert_eq!(told, expected, "one sentence says why {seq} cannot be taken back");
    };
    check(&mut practice, 1, "entry 1 of the journal was taken back already: choose one that still holds");
    check(&mut practice, 2, "entry 2 of the journal is not there: choose another");
    check(&mut practice, 9, "entry 9 of the journal is not there: choose another");
}
