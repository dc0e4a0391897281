//! The history: what was done to which record, and how a record stood before.
use kindly_ledger::{Change, EntryState, HistoryEntry, HistoryFilter, LedgerError};
use kindly_records::{CheckIn, Client, ClientId, Kind, Profile, Record, TimeEntry};
use uuid::Uuid;

use crate::{
    builders::{Practice, check_in, client},
    kinds::time_entry,
};

fn history(practice: &mut Practice, filter: HistoryFilter) -> Vec<HistoryEntry> {
    practice.ledger().reader().history(&filter).expect("it can be told")
}

fn of(client: ClientId) -> HistoryFilter {
    HistoryFilter { client: Some(client), ..HistoryFilter::default() }
}

fn of_record(kind: Kind, id: impl Into<Uuid>) -> HistoryFilter {
    HistoryFilter { record: Some((kind, id.into())), ..HistoryFilter::default() }
}

/// Numbers, keys and states, as they come.
fn told(entries: &[HistoryEntry]) -> Vec<(i64, String, EntryState)> {
    let key = |entry: &HistoryEntry| entry.label.as_ref().map(|label| label.key.clone()).unwrap_or_default();
    entries.iter().map(|entry| (entry.seq, key(entry), entry.state)).collect()
}

fn line(seq: i64, key: &str, state: EntryState) -> (i64, String, EntryState) {
    (seq, key.to_owned(), state)
}

#[test]
fn it_tells_what_was_done_to_whom_the_newest_first() {
    use EntryState::{Done, TakenBack};
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let said = practice.check_in(arkwright, "2026-01-01", "fine");
    practice.run("edit", |changes| changes.update(said, &check_in(arkwright, "2026-01-02", "good")));
    practice.run("profile", |changes| {
        changes.set_profile(&Profile { name: "Mara".to_owned(), ..Profile::default() })
    });
    practice.undo();
    practice.undo();

    let all = history(&mut practice, HistoryFilter::default());
    let expected = [
        line(5, "profile", TakenBack),
        line(4, "edit", TakenBack),
        line(3, "add.check_in", Done),
        line(2, "add.client", Done),
        line(1, "add.client", Done),
    ];
    assert_eq!(told(&all), expected, "every use case once, with whether it holds");
    assert_eq!(all[1].at, practice.at, "and when it was done");
    assert_eq!(
        all[1].records.iter().map(|touched| (touched.kind, touched.id, touched.change)).collect::<Vec<_>>(),
        [(Kind::CheckIn, said.into(), Change::Changed)],
        "with what it did to which record"
    );
    let profile = history(&mut practice, of_record(Kind::Profile, Uuid::nil()));
    assert_eq!(told(&profile), expected[..1], "the profile has a history of its own");
    assert_eq!(
        told(&history(&mut practice, of(arkwright))),
        [&expected[1..3], &expected[4..]].concat(),
        "one client's"
    );
    assert_eq!(told(&history(&mut practice, of(bell))), expected[3..4], "and another's");
    assert_eq!(told(&history(&mut practice, of_record(Kind::CheckIn, said))), expected[1..3], "one record's");
    let page = |before, limit| HistoryFilter { before, limit, ..HistoryFilter::default() };
    assert_eq!(told(&history(&mut practice, page(None, 2))), expected[..2], "the first page");
    assert_eq!(told(&history(&mut practice, page(Some(4), 2))), expected[2..4], "and the next");
    assert!(history(&mut practice, page(Some(1), 2)).is_empty(), "until there is no more");
    practice.redo();
    assert_eq!(history(&mut practice, page(None, 2))[1].state, Done, "what is done again holds again");
}

#[test]
fn what_was_reached_since_is_told_by_kind_and_client_whichever_way_it_went() {
    let mut practice = Practice::new();
    let (arkwright, bell) = (practice.client("Arkwright"), practice.client("Bell"));
    let start = practice.ledger().journal_position();
    let since = |practice: &mut Practice, seq| {
        let mut reached = practice.ledger().reader().reached_since(seq).expect("it can be told");
        reached.sort_by_key(|one| (one.kind, one.client));
        reached.into_iter().map(|one| (one.kind, one.client)).collect::<Vec<_>>()
    };
    assert_eq!(since(&mut practice, start), [], "nothing was done since");
    let said = practice.check_in(arkwright, "2026-01-01", "fine");
    assert_eq!(since(&mut practice, start), [(Kind::CheckIn, Some(arkwright))], "what was added");
    let added = practice.ledger().journal_position();
    practice.run("move", |changes| changes.update(said, &check_in(bell, "2026-01-01", "fine")));
    let both = vec![(Kind::CheckIn, Some(arkwright)), (Kind::CheckIn, Some(bell))];
    let moved = practice.ledger().journal_position();
    assert_eq!(since(&mut practice, added), both, "a record that moved, for both");
    practice.undo();
    assert_eq!(since(&mut practice, moved), both, "and when it is taken back");
    let undone = practice.ledger().journal_position();
    practice.redo();
    assert_eq!(since(&mut practice, undone), both, "and done again");
    let redone = practice.ledger().journal_position();
    practice.run("profile", |changes| {
        changes.set_profile(&Profile { name: "Mara".to_owned(), ..Profile::default() })
    });
    assert_eq!(since(&mut practice, redone), [(Kind::Profile, None)], "what is nobody's");
    let imported: Vec<kindly_records::TimeEntryId> = (0..1_500).map(|_| practice.ids.next()).collect();
    practice.run("import", |changes| {
        imported.iter().try_for_each(|id| changes.insert::<TimeEntry>(*id, &time_entry(bell, "work")))
    });
    assert_eq!(
        since(&mut practice, redone),
        [(Kind::TimeEntry, Some(bell)), (Kind::Profile, None)],
        "more than are told one by one are told as well"
    );
}

#[test]
fn a_record_that_moved_is_told_for_both_clients() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let said = practice.check_in(arkwright, "2026-01-01", "fine");
    practice.run("move", |changes| changes.update(said, &check_in(bell, "2026-01-01", "fine")));
    practice.run("edit", |changes| changes.update(said, &check_in(bell, "2026-01-01", "good")));
    let seqs = |practice: &mut Practice, client| {
        history(practice, of(client)).iter().map(|entry| entry.seq).collect::<Vec<_>>()
    };
    assert_eq!(seqs(&mut practice, arkwright), [4, 3, 1], "it left here");
    assert_eq!(seqs(&mut practice, bell), [5, 4, 2], "and came here, where it was changed");
    assert_eq!(history(&mut practice, of(bell))[1].records.len(), 1, "one record, though told for two");
}

#[test]
fn an_import_is_told_in_sums_and_each_of_its_records_is_still_found() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let mut ids = practice.ids.clone();
    let imported: Vec<kindly_records::TimeEntryId> = (0..1_500).map(|_| ids.next()).collect();
    practice.ids = ids;
    practice.run("import", |changes| {
        imported.iter().try_for_each(|id| changes.insert::<TimeEntry>(*id, &time_entry(arkwright, "work")))
    });
    let entry = &history(&mut practice, of(arkwright))[0];
    assert!(entry.records.is_empty(), "1,500 records are told for nobody");
    let sums: Vec<_> = entry.sums.iter().map(|sum| (sum.kind, sum.client, sum.change, sum.records)).collect();
    assert_eq!(
        sums,
        [(Kind::TimeEntry, Some(arkwright), Change::Added, 1_500)],
        "but how many there are of each kind and client"
    );
    practice.run("edit", |changes| changes.update(imported[7], &time_entry(arkwright, "other work")));
    let seqs: Vec<i64> = history(&mut practice, of_record(Kind::TimeEntry, imported[7]))
        .iter()
        .map(|entry| entry.seq)
        .collect();
    assert_eq!(seqs, [3, 2], "one of them has its history from the import on");
    assert!(
        history(&mut practice, of_record(Kind::TimeEntry, Uuid::max())).is_empty(),
        "and what was not among them has none"
    );
    let before = practice.ledger().reader().version_before(3, Kind::TimeEntry, imported[7].into());
    assert_eq!(
        before.expect("it can be told"),
        Some(Record::from(time_entry(arkwright, "work"))),
        "it can be put back as it was imported"
    );
}

#[test]
fn a_record_is_told_as_it_stood_before_each_step() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let id = practice.check_in(arkwright, "2026-01-01", "one");
    let say = |practice: &mut Practice, words: &str| {
        practice.run("edit", |changes| changes.update(id, &check_in(arkwright, "2026-01-01", words)));
    };
    say(&mut practice, "two");
    say(&mut practice, "dropped");
    practice.undo();
    say(&mut practice, "three");
    practice.run("delete", |changes| changes.delete::<CheckIn>(id));
    let before = |practice: &mut Practice, seq: i64| {
        let record = practice.ledger().reader().version_before(seq, Kind::CheckIn, id.into());
        record.expect("it can be told")
    };
    let words = |words: &str| Some(Record::from(check_in(arkwright, "2026-01-01", words)));
    let expected = [
        (2, None, "it was not there"),
        (3, words("one"), "as it was added"),
        (4, words("two"), "before what was dropped"),
        (6, words("two"), "what was taken back leaves no trace"),
        (7, words("three"), "before it was deleted"),
        (1, None, "an entry that did not touch it"),
        (5, None, "an undo is no use case"),
        (99, None, "no entry at all"),
    ];
    for (seq, record, why) in expected {
        assert_eq!(before(&mut practice, seq), record, "before entry {seq}: {why}");
    }
    let lost = before(&mut practice, 7).expect("it was there");
    practice.run("restore", |changes| changes.insert_with(id.into(), &lost));
    let back = practice.ledger().reader().record(Kind::CheckIn, id.into()).expect("it can be read");
    assert_eq!(back, Some(lost), "one record is put back alone, under its own id");
    practice.undo();
    let gone = practice.ledger().reader().record(Kind::CheckIn, id.into()).expect("it can be read");
    assert_eq!(gone, None, "and that is a step like any other");
}

#[test]
fn what_was_erased_is_not_told() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.run("rename", |changes| changes.update(arkwright, &client("Arkwright & Co")));
    let erase = "UPDATE journal SET label = NULL, changeset = NULL WHERE seq = 1";
    practice.bare().execute_batch(erase).expect("erasing is the one change that the journal takes");
    let entry = &history(&mut practice, HistoryFilter::default())[1];
    assert_eq!((entry.label.as_ref(), entry.fixed), (None, true), "no label, and never taken back");
    let error = practice
        .ledger()
        .reader()
        .version_before(2, Kind::Client, arkwright.into())
        .expect_err("what it was like stood in the entry that was erased");
    assert!(matches!(error, LedgerError::Erased { .. }), "{error}");
    let renamed = practice.ledger().reader().get::<Client>(arkwright).expect("it can be read");
    assert!(renamed.is_some(), "the record itself is there");
}
