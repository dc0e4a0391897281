//! The sample practice.
use std::collections::BTreeSet;

use kindly_practice::{
    Message, PracticeError,
    records::Moment,
    standing::{ClientView, Verdict},
};

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
    let found = room.practice.find("Tanaka").expect("the search answers");
    assert_eq!(found.len(), 0, "and nobody to refer to either");
    room.practice.undo(room.moment).expect("removing it can be taken back");
    assert!(room.practice.clients(room.moment).expect("readable").sample, "it is there again");
}

#[test]
fn a_notice_can_still_be_posted_in_time() {
    for today in ["2026-11-01", "2026-11-22", "2026-11-23", "2026-11-30", "2027-02-28"] {
        let mut room = Room::empty();
        room.moment = Moment::of_day(day(today));
        room.practice.load_sample(room.moment).expect("it loads");
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        let notice = needs.iter().any(|need| {
            let told = matches!(need.message, Message::NeedNotice { .. } | Message::NeedDecision { .. });
            need.client_name == "Halden & Co" && told
        });
        assert!(notice, "the never-happy client can be written to in time on {}", room.moment.today);
    }
}

#[test]
fn each_client_has_the_verdict_that_their_story_tells() {
    let room = Room::with_sample();
    let verdicts = room.practice.verdicts(room.moment).expect("the verdicts can be read");
    let told: Vec<(&str, String)> = verdicts
        .clients
        .iter()
        .map(|client| (client.name.as_str(), format!("{:?}", client.verdict.verdict)))
        .collect();
    let expected = [
        ("Ashgrove School", "Healthy"),
        ("Borealis Labs", "OurDeliveryFirst"),
        ("Corvid Analytics", "Watch"),
        ("Fjord & Field", "Healthy"),
        ("Halden & Co", "NeverHappy"),
        ("Kallisto Marine", "Healthy"),
        ("Linden Architects", "Healthy"),
        ("Meridian", "OneWay"),
        ("Northway Logistics", "Healthy"),
        ("Ostrava Tech", "Healthy"),
        ("Quay Partners", "NotEnoughEvidence"),
        ("Tamar Foods", "OfferingProblem"),
    ];
    let expected: Vec<(&str, String)> =
        expected.into_iter().map(|(name, verdict)| (name, verdict.to_owned())).collect();
    assert_eq!(told, expected, "the sample teaches what each verdict looks like");
    let view = room.practice.clients(room.moment).expect("the overview can be read");
    assert!(
        matches!(view.headline, Message::HeadlineClients { .. }),
        "nothing fell in our own record: {:?}",
        view.headline
    );
}

/// Counts the lines of a part.
type Count = fn(&ClientView) -> usize;

#[test]
fn every_part_of_a_client_has_something_in_it() {
    let room = Room::with_sample();
    let rows = room.practice.clients(room.moment).expect("the overview can be read").rows;
    let views: Vec<ClientView> =
        rows.iter().map(|row| room.practice.client(room.moment, row.id).expect("the client")).collect();
    let parts: [(&str, Count); 9] = [
        ("requests", |view| view.requests.len()),
        ("conversations", |view| view.talked.len()),
        ("decisions and endings", |view| view.decided.len()),
        ("time and attention", |view| view.work.len()),
        ("documents", |view| view.documents.len()),
        ("templates", |view| view.templates.len()),
        ("proposals", |view| view.proposals.len()),
        ("tags", |view| view.client.tags.len()),
        ("people", |view| view.client.people.len()),
    ];
    for (part, count) in parts {
        assert!(views.iter().any(|view| count(view) > 0), "the sample shows no {part}");
    }
    let states: BTreeSet<String> = views
        .iter()
        .flat_map(|view| view.they_owed.iter().chain(&view.they_said))
        .map(|line| format!("{:?}", line.state).split([' ', '{']).next().unwrap_or_default().to_owned())
        .collect();
    for state in ["PartlyPaid", "Praised", "Paid", "PaidLate"] {
        assert!(states.contains(state), "the sample shows nothing {state}: {states:?}");
    }
    let entries: u32 = views.iter().map(|view| view.work_count).sum();
    assert!((200..400).contains(&entries), "a year of seven clients, not a flood: {entries}");
}
