//! Adding, changing, removing, and taking back.
use kindly_practice::{
    Message, PracticeError,
    many::FieldText,
    records::{Kind, Outcome, Record, RecordError},
};

use crate::room::{Room, check_in, client, deliverable, engagement, enquiry};

#[test]
fn what_was_recorded_is_there_after_a_restart() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(engagement(halden));
    room.add(deliverable(halden, "Report", "2026-10-31", Some("2026-10-30")));
    room.add(check_in(halden, "2026-11-02", 2));
    room.add(enquiry(halden));
    let before = room.seen();
    assert_eq!(room.reopened().seen(), before, "nothing is lost or changed by closing the app");
}

#[test]
fn every_step_can_be_taken_back_and_done_again() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let report = room.add(deliverable(halden, "Report", "2026-10-31", None));
    let mut states = vec![room.seen()];
    let mut delivered = deliverable(halden, "Report", "2026-10-31", Some("2026-10-30"));
    delivered.outcome = Outcome::Partial;
    let id = report.parse().expect("an id");
    room.practice.edit(room.moment, id, &delivered.into()).expect("it can be changed");
    states.push(room.seen());
    room.add(check_in(halden, "2026-11-02", 1));
    states.push(room.seen());
    room.practice.remove(room.moment, Kind::Client, halden.into()).expect("a client goes with everything");
    states.push(room.seen());

    let mut room = room.reopened();
    for state in states.iter().rev().skip(1) {
        let said = room.practice.undo(room.moment).expect("a step can be taken back");
        assert!(said.is_some(), "and it says which");
        assert_eq!(&room.seen(), state, "as if it had not been done: {said:?}");
    }
    for state in &states[1..] {
        room.practice.redo(room.moment).expect("and done again").expect("there is a step to do again");
        assert_eq!(&room.seen(), state, "as it was");
    }
}

#[test]
fn the_notice_names_record_and_client() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(check_in(halden, "2026-11-02", 2));
    let expected =
        Message::DidAdd { kind: Kind::CheckIn, title: "CSAT 2".to_owned(), client: "Halden & Co".to_owned() };
    let steps = room.practice.steps().expect("the steps can be read");
    assert_eq!(steps.undo, Some(expected.clone()), "what Ctrl Z would take back");
    assert_eq!(
        room.practice.undo(room.moment).expect("it can be undone"),
        Some(expected),
        "and what it took back"
    );
}

#[test]
fn what_cannot_be_kept_is_refused_in_one_sentence_and_changes_nothing() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let before = room.seen();
    let mut check = |record: Record, expected: &str| {
        let refused = room.practice.add(room.moment, &record).expect_err("it is refused");
        assert_eq!(refused.to_string(), expected, "one sentence that names the item and the mend");
    };
    check(
        check_in(halden, "2026-11-02", 9).into(),
        "9 is not on the CSAT scale: enter a whole number from 1 to 5",
    );
    check(client("  ").into(), "the client has no name: enter one");
    check(
        client("hálden & CO").into(),
        "a client called “Halden & Co” is there already: give this one another name",
    );
    let mut unfinished = deliverable(halden, "Report", "2026-10-31", None);
    unfinished.outcome = Outcome::Met;
    check(
        unfinished.into(),
        "the deliverable “Report” is recorded as met but has no delivered date: enter the day it was delivered",
    );
    assert_eq!(room.seen(), before, "and nothing was changed");
}

#[test]
fn a_record_that_is_gone_is_said_to_be_gone() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let id = room.add(check_in(halden, "2026-11-02", 2)).parse().expect("an id");
    room.practice.remove(room.moment, Kind::CheckIn, id).expect("it can be removed");
    let record = check_in(halden, "2026-11-02", 3).into();
    for refused in [
        room.practice.edit(room.moment, id, &record).expect_err("there is nothing to change"),
        room.practice.remove(room.moment, Kind::CheckIn, id).expect_err("there is nothing to remove"),
    ] {
        assert!(matches!(refused, PracticeError::Gone { kind: Kind::CheckIn }), "{refused}");
    }
    let bad = client("");
    assert!(
        matches!(
            room.practice.add(room.moment, &bad.into()),
            Err(PracticeError::Record(RecordError::Missing { .. }))
        ),
        "a form is checked before the ledger is asked"
    );
}

#[test]
fn names_and_words_are_found_and_follow_what_is_taken_back() {
    let mut room = Room::empty();
    let halden = room.client("Hálden & Co");
    let mut answer = check_in(halden, "2026-11-02", 2);
    answer.words = "Still not what we had in mind".to_owned();
    room.add(answer);
    let found = |room: &Room, text: &str| room.practice.find(text).expect("a search answers").len();
    assert!(found(&room, "hald") > 0, "a client by the beginning of the name, without its accent");
    assert_eq!(found(&room, "mind"), 1, "what they said by a word of it");
    assert_eq!(found(&room, "  "), 0, "nothing is nothing");
    room.practice.undo(room.moment).expect("it can be undone");
    assert_eq!(found(&room, "mind"), 0, "what was taken back is not found");
}

#[test]
fn an_invoices_number_is_given_once_a_client() {
    let mut room = Room::empty();
    let (halden, tamar) = (room.client("Halden & Co"), room.client("Tamar Foods"));
    let numbered = |client: &str| {
        let field = |(key, text): (&str, &str)| FieldText { key: key.to_owned(), text: text.to_owned() };
        let pairs = [
            ("client", client),
            ("number", "2026-1"),
            ("issued_on", "2026-10-01"),
            ("amount", "500"),
            ("due_on", "2026-10-31"),
        ];
        pairs.map(field).to_vec()
    };
    for (id, name) in [(halden, "Halden & Co"), (tamar, "Tamar Foods")] {
        let record = room.practice.record_of(Kind::Invoice, &numbered(name)).expect("it is one");
        let first = room.practice.add(room.moment, &record).expect("the number is free").id.expect("an id");
        let second = room.practice.add(room.moment, &record);
        assert!(
            matches!(second, Err(PracticeError::NumberTaken { .. })),
            "{id}: a payment could not tell them apart"
        );
        let first = first.parse().expect("an id");
        room.practice.edit(room.moment, first, &record).expect("its own number is no other's");
        let draft = room
            .practice
            .duplicate(room.moment, Kind::Invoice, first)
            .expect("it can be the model of another");
        assert!(draft.check().is_err(), "which asks for a number of its own");
    }
}
