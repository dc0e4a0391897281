//! How clients stand.
use kindly_practice::{
    Message,
    records::{Kind, LetterKind, Outcome, SaidBy},
    standing::{Band, LineState, Renewal, Verdict},
};

use crate::room::{Room, check_in, deliverable};

#[test]
fn the_never_happy_client_is_explained_by_records() {
    let room = Room::with_sample();
    let view = room.practice.client(room.moment, room.id_of("Halden & Co")).expect("the client can be read");
    let why = view.why.expect("who is no prospect is judged");
    assert_eq!(why.verdict, Verdict::NeverHappy, "that is what the sample tells");
    let Message::WhyNeverHappy { unhappy, met, peers, good_ratings, .. } = why.sentence else {
        panic!("the sentence of a never-happy client: {:?}", why.sentence)
    };
    assert!(unhappy >= 3 && met >= unhappy && peers >= 2, "with counts that a person can check");
    assert!(good_ratings.is_some(), "and what would clear it");
    assert_ne!(why.band, Band::Little, "a verdict rests on something");
    for reason in &why.reasons {
        if !matches!(reason.message, Message::GroundContentPeers { .. }) {
            assert!(!reason.records.is_empty(), "each reason shows its records: {:?}", reason.message);
        }
    }
    let listed: Vec<&str> = view.they_said.iter().chain(&view.we_owed).map(|line| line.id.as_str()).collect();
    let unhappy = why.reasons.iter().find(|r| matches!(r.message, Message::GroundUnhappyAfterMet { .. }));
    for record in &unhappy.expect("the main reason").records {
        assert!(listed.contains(&record.id.as_str()), "and they are the client's own: {record:?}");
    }
}

#[test]
fn a_shared_theme_leads_to_the_complaints_of_the_others() {
    let room = Room::with_sample();
    let view = room.practice.client(room.moment, room.id_of("Tamar Foods")).expect("the client can be read");
    let why = view.why.expect("judged");
    assert_eq!(why.verdict, Verdict::OfferingProblem, "many clients say the same");
    let shared = why.reasons.iter().find(|r| matches!(r.message, Message::GroundSharedTheme { .. }));
    let records = &shared.expect("the shared theme is the reason").records;
    assert!(records.iter().all(|record| record.kind == Kind::Complaint), "complaints");
    let others = records.iter().filter(|record| record.client_name != "Tamar Foods").count();
    assert!(others >= 3, "those of the other clients too: {records:?}");
}

#[test]
fn an_impression_changes_no_verdict_and_no_figure() {
    let mut room = Room::with_sample();
    let halden = room.id_of("Linden Architects");
    let before = room.practice.verdicts(room.moment).expect("verdicts");
    let row = |room: &Room| {
        room.practice.client(room.moment, halden).map(|view| (view.row.satisfaction, view.row.check_ins)).ok()
    };
    let figures = row(&room);
    for on in ["2026-11-01", "2026-11-08", "2026-11-15"] {
        let mut impression = check_in(halden, on, 1);
        impression.said_by = SaidBy::MyImpression;
        room.add(impression);
    }
    assert_eq!(
        room.practice.verdicts(room.moment).expect("verdicts").clients,
        before.clients,
        "no verdict moves"
    );
    assert_eq!(row(&room), figures, "and no figure");
    let view = room.practice.client(room.moment, halden).expect("the client");
    let hollow =
        view.they_said.iter().filter(|line| matches!(line.state, LineState::Rated { impression: true, .. }));
    assert_eq!(hollow.count(), 3, "but they are shown, as what they are");
}

#[test]
fn what_is_excused_or_owed_in_future_speaks_for_nobody() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let mut excused = deliverable(halden, "Report", "2026-10-01", None);
    excused.outcome = Outcome::Excused;
    room.add(excused);
    room.add(deliverable(halden, "Next report", "2026-12-01", None));
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!((view.row.met, view.row.counted), (0, 0), "neither counts");
    assert!(matches!(view.we_owed[0].state, LineState::Due { days: 9 }), "what lies ahead says so");
}

#[test]
fn prospects_are_not_judged_and_can_be_declined() {
    let room = Room::with_sample();
    let view = room.practice.client(room.moment, room.id_of("Okafor Trading")).expect("the prospect");
    assert_eq!((view.why, view.row.verdict), (None, None), "nothing was delivered yet");
    assert_eq!(view.letter_kinds, vec![LetterKind::ProspectDecline], "an enquiry can be declined");
    let halden = room.practice.client(room.moment, room.id_of("Halden & Co")).expect("the client");
    assert_eq!(halden.letter_kinds, vec![LetterKind::RenewalRefusal], "an agreement can be left to end");
    assert!(matches!(halden.row.renewal, Renewal::On { renews: true, .. }), "it renews itself");
}

#[test]
fn the_picture_shows_who_can_be_placed_and_hollow_who_is_too_early() {
    let mut room = Room::with_sample();
    let silent = room.client("Silent");
    let view = room.practice.clients(room.moment).expect("the overview");
    assert!(view.scatter.marks.iter().all(|mark| mark.client != silent), "nothing is known of this one");
    for mark in &view.scatter.marks {
        assert_eq!(mark.hollow, mark.verdict == Verdict::NotEnoughEvidence, "{}", mark.name);
        let around = |low: f64, at: f64, high: f64| low - 1e-6 <= at && at <= high + 1e-6;
        assert!(around(mark.x_low, mark.x, mark.x_high), "the interval holds the point: {mark:?}");
        assert!(around(mark.y_low, mark.y, mark.y_high), "the interval holds the point: {mark:?}");
    }
    assert_eq!(view.open_enquiries, 2, "two prospects wait");
}

#[test]
fn late_payment_is_a_broken_obligation() {
    let room = Room::with_sample();
    let view = room.practice.client(room.moment, room.id_of("Meridian")).expect("the client");
    assert_eq!(view.row.verdict, Some(Verdict::OneWay), "out of balance");
    assert!(view.row.days_beyond_terms.is_some_and(|days| days > 20.0), "pays weeks late");
    assert!(view.row.kept < view.row.owed, "and keeps little of the rest");
}
