//! A day is a day at every hour of it, and a clock that was set back disturbs nothing.
use std::{collections::BTreeSet, path::Path};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kindly_practice::{
    Message, Practice,
    history::HistoryOf,
    import::ImportFile,
    records::{Kind, Moment},
};

use crate::room::{day, everything, ledger_in, record, whole};

/// Minutes from UTC, from the first zone to the last.
const OFFSETS: [i64; 20] =
    [840, 780, 765, 720, 660, 600, 570, 525, 345, 330, 120, 60, 0, -60, -150, -300, -480, -570, -600, -720];

/// Days around changes of the clocks, the leap day and the turn of the year.
const DAYS: [&str; 7] =
    ["2026-03-29", "2026-10-25", "2026-11-01", "2026-12-31", "2027-01-01", "2028-02-29", "2028-03-01"];

/// The first and the last minute of a day in a zone.
fn ends_of(today: NaiveDate, offset: i64) -> [Moment; 2] {
    let midnight = today.and_hms_opt(0, 0, 0).expect("a day begins").and_utc() - TimeDelta::minutes(offset);
    [0, 24 * 60 - 1].map(|minutes| Moment { today, at: midnight + TimeDelta::minutes(minutes) })
}

/// Everything that hangs on the day, as a person sees it.
fn seen(practice: &Practice, moment: Moment) -> String {
    let needs = practice.needs(moment).expect("the needs can be read");
    let clients = practice.clients(moment).expect("the clients can be read");
    let calendar = practice.calendar(moment).expect("the calendar can be read");
    let verdicts = practice.verdicts(moment).expect("the verdicts can be read");
    format!("{needs:?}\n{clients:?}\n{calendar:?}\n{verdicts:?}")
}

/// Ids are of their moment: two ledgers are compared without them.
fn without_ids(text: &str) -> String {
    let is_id = |at: usize| {
        let id = text.as_bytes().get(at..at + 36);
        id.is_some_and(|id| {
            let fits = |(place, byte): (usize, &u8)| match place {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            };
            id.iter().enumerate().all(fits)
        })
    };
    let (mut kept, mut from) = (String::new(), 0);
    for at in 0..text.len() {
        if at >= from && is_id(at) {
            kept.push_str(&text[from..at]);
            from = at + 36;
        }
    }
    kept + &text[from..]
}

fn empty(folder: &Path) -> Practice {
    Practice::open(&ledger_in(folder)).expect("a new ledger opens")
}

#[test]
fn a_day_looks_the_same_at_every_hour_of_every_zone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut practice = empty(folder.path());
    practice.load_sample(crate::room::moment()).expect("the sample loads");
    let mut before = String::new();
    for today in DAYS.map(day) {
        let noon = seen(&practice, Moment::of_day(today));
        assert_ne!(noon, before, "what is seen hangs on the day");
        for offset in OFFSETS {
            for moment in ends_of(today, offset) {
                assert_eq!(
                    seen(&practice, moment),
                    noon,
                    "{today}, {offset} minutes from UTC, at {}",
                    moment.at
                );
            }
        }
        before = noon;
    }
}

#[test]
fn what_is_recorded_on_a_day_does_not_depend_on_the_zone() {
    for today in ["2026-03-29", "2028-02-29"].map(day) {
        let recorded = |moment: Moment| {
            let folder = tempfile::tempdir().expect("a folder for the test");
            let mut practice = empty(folder.path());
            let client = [("name", "Harbour Dental"), ("check_in_every_days", "30")];
            let agreement = [
                ("client", "Harbour Dental"),
                ("title", "Retainer"),
                ("agreed_on", "2025-08-31"),
                ("starts_on", "2025-08-31"),
                ("term_ends_on", "2028-08-31"),
                ("renews_by_months", "6"),
                ("notice.count", "6"),
                ("notice.unit", "months"),
            ];
            let owed = [
                ("client", "Harbour Dental"),
                ("title", "Report"),
                ("due_on", "2028-02-29"),
                ("notes", "leap day"),
            ];
            for (kind, fields) in
                [(Kind::Client, &client[..]), (Kind::Engagement, &agreement), (Kind::Deliverable, &owed)]
            {
                let record = record(&practice, kind, fields);
                practice.add(moment, &record).expect("it is taken");
            }
            without_ids(&seen(&practice, moment))
        };
        let at_noon = recorded(Moment::of_day(today));
        assert!(
            at_noon.contains("Retainer") || at_noon.contains("Notice"),
            "the agreement is seen: {at_noon}"
        );
        for offset in OFFSETS {
            for moment in ends_of(today, offset) {
                assert_eq!(
                    recorded(moment),
                    at_noon,
                    "{today}, recorded {offset} minutes from UTC, at {}",
                    moment.at
                );
            }
        }
    }
}

/// A clock that mostly goes on, and now and then back: by the hour of summer time, by a journey west, by a day, by a
/// flat battery.
fn unsteady() -> Vec<DateTime<Utc>> {
    let at = |text: &str| text.parse().expect("a moment of the test");
    vec![
        at("2026-10-25T00:59:59Z"),
        at("2026-10-25T01:00:00Z"),
        at("2026-10-25T00:00:00Z"),
        at("2026-10-25T00:00:00Z"),
        at("2026-10-24T13:00:00Z"),
        at("1970-01-01T00:00:00Z"),
        at("1970-01-01T00:00:01Z"),
        at("2036-02-29T12:00:00Z"),
        at("2026-10-25T00:00:00Z"),
        at("2026-10-25T00:00:00Z"),
    ]
}

#[test]
fn a_clock_set_back_leaves_the_journal_and_the_ids_in_order() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut practice = empty(folder.path());
    let today = day("2026-10-25");
    let client = record(&practice, Kind::Client, &[("name", "Harbour Dental")]);
    practice.add(Moment::of_day(today), &client).expect("a client is taken");
    let mut states = vec![everything(&practice)];
    for (step, at) in unsteady().into_iter().enumerate() {
        // Each use of the app begins with the clock as it then is.
        drop(practice);
        practice = empty(folder.path());
        let rows: Vec<String> =
            (0..50).map(|row| format!("Harbour Dental,Work {step:02}-{row:02},2026-12-01\n")).collect();
        let rows = rows.concat();
        let csv = format!("Client,Title,Due\n{rows}");
        let file = ImportFile {
            name: "work.csv",
            bytes: csv.as_bytes(),
            kind: Some("deliverables"),
            mapping: None,
            choices: None,
        };
        practice.import(Moment { today, at }, file, &mut |_| true).expect("a table is taken");
        states.push(everything(&practice));
    }
    let lines = practice.record_lines(Moment::of_day(today), Kind::Deliverable).expect("they can be read");
    let ids: BTreeSet<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids.len(), unsteady().len() * 50, "no two records share an id, though their moments do");
    let mut rows: Vec<(String, &str)> = lines
        .iter()
        .map(|line| {
            let (_, record) = practice.any_record(line.id.parse().expect("an id")).expect("it is there");
            (record.title(), line.id.as_str())
        })
        .collect();
    rows.sort();
    for import in rows.chunks(50) {
        assert!(
            import.is_sorted_by_key(|(_, id)| *id),
            "the rows of one import keep their order: {:?}",
            import[0]
        );
    }

    let history = practice.history(HistoryOf::Everything, None).expect("it can be read").entries;
    assert!(
        history.is_sorted_by(|later, earlier| later.seq > earlier.seq),
        "the history is told by its steps"
    );
    let told: Vec<DateTime<Utc>> =
        history.iter().rev().skip(1).map(|line| line.at.parse().expect("a moment")).collect();
    assert_eq!(told, unsteady(), "in the order in which they were done, whatever the clock said");

    // Undo goes by what was done last, not by what the clock says; it has an odd clock itself.
    states.pop();
    for (state, at) in states.iter().rev().zip(unsteady()) {
        let moment = Moment { today, at };
        let step = practice.undo(moment).expect("it is taken back").expect("there is a step");
        assert!(matches!(step, Message::DidImport { .. }), "an import was last: {step:?}");
        assert_eq!(&everything(&practice), state, "the ledger is as it was before the last import");
    }
    for _ in unsteady() {
        practice
            .redo(Moment { today, at: unsteady()[5] })
            .expect("it is done again")
            .expect("there is a step");
    }
    assert_eq!(whole(&practice), Ok(()), "and the journal's chain holds");
}
