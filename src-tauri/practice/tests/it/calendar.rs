//! The dates for a calendar program.
use std::collections::BTreeSet;

use kindly_practice::records::{
    ClientStatus, Complaint, ComplaintCause, Incident, IncidentKind, Moment, Obligation, Record, RecordKind,
};

use crate::room::{Room, check_in, client, day, deliverable, engagement, invoice, payment};

/// Every date as sort, day and alarms, without the ids.
fn dates(room: &Room) -> Vec<(String, String, Vec<u32>)> {
    let entries = room.practice.calendar(room.moment).expect("the dates can be read");
    let sort = |key: &str| key.split('-').next().unwrap_or_default().to_owned();
    entries
        .iter()
        .map(|entry| (sort(&entry.key), entry.on.to_string(), entry.alarms_days_before.clone()))
        .collect()
}

#[test]
fn every_date_that_is_open_stands_on_its_day() {
    let mut room = Room::empty();
    let mut kept = client("Halden & Co");
    kept.check_in_every_days = Some(60);
    let halden = room.add(kept).parse().expect("an id");
    room.add(engagement(halden));
    room.add(check_in(halden, "2026-10-20", 4));
    room.add(deliverable(halden, "Report", "2026-12-01", None));
    room.add(deliverable(halden, "Old report", "2026-10-01", Some("2026-10-01")));
    room.add(Obligation::new(halden, "Brief".to_owned(), day("2026-11-28")));
    let open = room.add(invoice(halden, "2026-001", "2026-12-05"));
    room.add(payment(halden, &open, "2026-11-20", 4_000));
    let paid = room.add(invoice(halden, "2026-000", "2026-11-05"));
    room.add(payment(halden, &paid, "2026-11-04", 10_000));
    room.add(Incident {
        client: halden,
        on: day("2026-11-10"),
        what: IncidentKind::Conduct,
        observed: "Shouted at a person by name.".to_owned(),
        other_reading: String::new(),
        review_on: Some(day("2026-12-10")),
    });
    let expected = [
        ("post", "2026-11-25", vec![30, 7, 1]),
        ("obligation", "2026-11-28", vec![]),
        ("notice", "2026-11-30", vec![]),
        ("deliverable", "2026-12-01", vec![1]),
        ("invoice", "2026-12-05", vec![]),
        ("review", "2026-12-10", vec![]),
        ("check_in", "2026-12-19", vec![]),
        ("end", "2027-01-31", vec![]),
    ];
    let expected: Vec<(String, String, Vec<u32>)> =
        expected.into_iter().map(|(sort, on, alarms)| (sort.to_owned(), on.to_owned(), alarms)).collect();
    assert_eq!(dates(&room), expected, "what is met, delivered and paid is no date any more");
    let entries = room.practice.calendar(room.moment).expect("the dates");
    let of = |sort: &str| entries.iter().find(|entry| entry.key.starts_with(sort)).expect("the entry");
    assert!(
        of("invoice").description.contains("60"),
        "what is still to be paid: {}",
        of("invoice").description
    );
    let told: String = entries.iter().map(|entry| entry.summary.clone() + &entry.description).collect();
    assert!(!told.contains("Shouted"), "what was observed of a person stays in the ledger: {told}");
    assert!(entries.iter().all(|entry| !entry.summary.is_empty()), "a calendar shows nothing else");
}

#[test]
fn a_date_keeps_its_key_and_no_two_share_one() {
    let mut room = Room::with_sample();
    let keys = |room: &Room| -> Vec<String> {
        let entries = room.practice.calendar(room.moment).expect("the dates");
        entries.into_iter().map(|entry| entry.key).collect()
    };
    let first = keys(&room);
    assert!(first.len() > 20, "the sample has dates: {}", first.len());
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len(), "each is one entry of a calendar");
    room.moment = Moment::of_day(day("2026-11-23"));
    let next: BTreeSet<String> = keys(&room).into_iter().collect();
    let gone: Vec<&String> = first.iter().filter(|key| !next.contains(*key)).collect();
    assert_eq!(gone, Vec::<&String>::new(), "a day later the same entries move or stay");
}

#[test]
fn what_was_put_off_comes_back_on_its_day() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(Complaint {
        client: halden,
        on: day("2026-11-20"),
        theme: "late".to_owned(),
        words: String::new(),
        answered_on: None,
        resolved_on: None,
        cause: ComplaintCause::default(),
        resolution: String::new(),
    });
    let key = room.practice.needs(room.moment).expect("the list")[0].key.clone();
    let until = day("2026-11-27");
    room.practice.snooze(room.moment, &key, Some(halden), until, "They are away").expect("it can be put off");
    assert_eq!(dates(&room), vec![("snooze".to_owned(), "2026-11-27".to_owned(), vec![])], "the day it ends");
}

#[test]
fn whom_we_no_longer_work_with_has_open_invoices_only() {
    let mut room = Room::empty();
    let mut kept = client("Halden & Co");
    let halden = room.add(kept.clone()).parse().expect("an id");
    room.add(deliverable(halden, "Report", "2026-12-01", None));
    room.add(invoice(halden, "2026-001", "2026-12-05"));
    let sorts = |room: &Room| dates(room).into_iter().map(|(sort, ..)| sort).collect::<Vec<_>>();
    assert_eq!(sorts(&room), ["deliverable", "invoice"], "while they work with us");
    for (status, expected) in [(ClientStatus::Ended, vec!["invoice"]), (ClientStatus::Archived, vec![])] {
        kept.status = status;
        kept.check().expect("a valid client");
        let moment = room.moment;
        room.practice.edit(moment, halden.into(), &Record::from(kept.clone())).expect("it can be changed");
        assert_eq!(sorts(&room), expected, "{status:?}");
    }
}
