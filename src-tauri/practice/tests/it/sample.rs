//! The sample practice.
use std::collections::BTreeSet;

use kindly_practice::{Message, PracticeError, records::Moment, standing::Verdict};

use crate::room::{Room, day};

#[test]
fn it_shows_every_verdict_whatever_the_day() {
    for today in ["2024-02-29", "2026-11-22", "2027-01-31", "2030-07-01"] {
        let mut room = Room::empty();
        room.moment = Moment::of_day(day(today));
        room.practice.load_sample(room.moment).expect("it loads");
        let view = room.practice.clients(room.moment).expect("the overview can be read");
        let shown: BTreeSet<String> =
            view.rows.iter().filter_map(|row| row.verdict).map(|verdict| format!("{verdict:?}")).collect();
        let all: BTreeSet<String> = [
            Verdict::Healthy,
            Verdict::Watch,
            Verdict::NeverHappy,
            Verdict::OurDeliveryFirst,
            Verdict::OfferingProblem,
            Verdict::OneWay,
            Verdict::NotEnoughEvidence,
        ]
        .iter()
        .map(|verdict| format!("{verdict:?}"))
        .collect();
        assert_eq!(shown, all, "on {today} every verdict is there to be looked at");
        assert!(view.sample, "the window says that it is a sample");
    }
}

#[test]
fn it_is_the_same_every_time() {
    assert_eq!(Room::with_sample().seen(), Room::with_sample().seen(), "ids and all");
}

#[test]
fn it_goes_in_one_step_and_leaves_what_is_mine() {
    let mut room = Room::empty();
    room.client("My own client");
    let before = room.seen();
    room.practice.load_sample(room.moment).expect("it loads beside my own");
    let again = room.practice.load_sample(room.moment);
    assert!(matches!(again, Err(PracticeError::SampleLoaded)), "twice would double it");
    let done = room.practice.remove_sample(room.moment).expect("it can be removed");
    assert_eq!(done.message, Message::DidRemoveSample, "and says so");
    assert_eq!(room.seen(), before, "only what was mine is left, the letterhead included");
    room.practice.undo(room.moment).expect("removing it can be taken back");
    assert!(room.practice.clients(room.moment).expect("readable").sample, "it is there again");
}

#[test]
fn a_notice_can_still_be_posted_in_time() {
    for offset in 0..40 {
        let mut room = Room::empty();
        room.moment = Moment::of_day(day("2026-11-01") + chrono::Days::new(offset));
        room.practice.load_sample(room.moment).expect("it loads");
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        let notice = needs.iter().any(|need| {
            need.client_name == "Halden & Co" && matches!(need.message, Message::NeedNotice { .. })
        });
        assert!(notice, "the never-happy client can be written to in time on {}", room.moment.today);
    }
}
