//! What needs the user.
use kindly_practice::{
    Fell, Message,
    records::{Complaint, Kind, Outcome},
};

use crate::room::{Room, check_in, day, deliverable, engagement, enquiry};

#[test]
fn the_most_urgent_comes_first_and_each_leads_to_its_record() {
    let room = Room::with_sample();
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    let first: Vec<&str> = needs.iter().take(2).map(|need| need.client_name.as_str()).collect();
    assert_eq!(
        first,
        ["Halden & Co", "Borealis Labs"],
        "a notice that must go now, then a complaint that waits"
    );
    assert!(matches!(needs[0].message, Message::NeedNotice { .. }), "the notice: {:?}", needs[0].message);
    let of = |name: &str| needs.iter().filter(|need| need.client_name == name).collect::<Vec<_>>();
    assert!(
        of("Borealis Labs").iter().any(|need| matches!(need.message, Message::NeedComplaint { days: 3, .. })),
        "a complaint without an answer"
    );
    assert!(
        of("Meridian").iter().any(|need| matches!(need.message, Message::NeedObligation { days: 9, .. })),
        "what they owe"
    );
    assert!(
        of("Okafor Trading").iter().any(|need| matches!(need.message, Message::NeedEnquiry { days: 13, .. })),
        "a prospect who waits"
    );
    for need in &needs {
        assert!(need.client.is_some() && !need.id.is_empty(), "it leads somewhere: {need:?}");
    }
}

#[test]
fn a_notice_is_told_in_time_and_no_longer_once_it_is_over() {
    let told = |today: &str| {
        let mut room = Room::empty();
        let halden = room.client("Halden & Co");
        room.add(engagement(halden));
        room.moment = kindly_practice::records::Moment::of_day(day(today));
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        needs.into_iter().next().map(|need| need.message)
    };
    assert_eq!(told("2026-09-25"), None, "more than sixty days before the last safe posting day");
    let Some(Message::NeedNotice { last_day, last_safe_posting_day, ends_on, renews, .. }) =
        told("2026-11-22")
    else {
        panic!("it is told in time")
    };
    assert_eq!(last_day, day("2026-11-30"), "two months before the end of January");
    assert_eq!(last_safe_posting_day, day("2026-11-25"), "less three working days");
    assert_eq!(ends_on, day("2027-01-31"), "the end of the term that runs now");
    assert!(renews, "it renews itself");
    assert!(matches!(told("2026-11-27"), Some(Message::NeedNoticeUnsafe { .. })), "too late for the post");
    assert_eq!(told("2026-12-01"), None, "over");
}

#[test]
fn answered_delivered_and_paid_need_nobody() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let mut answered = enquiry(halden);
    answered.answered_on = Some(day("2026-11-10"));
    room.add(answered);
    room.add(deliverable(halden, "Report", "2026-11-01", Some("2026-11-01")));
    room.add(Complaint {
        client: halden,
        on: day("2026-11-02"),
        theme: "late".to_owned(),
        words: String::new(),
        answered_on: Some(day("2026-11-03")),
        resolved_on: None,
    });
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    assert_eq!(needs, vec![], "nothing is left to do");
}

#[test]
fn a_fall_in_our_own_record_is_said_before_anything_about_a_client() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    for month in 1..=8 {
        let day = format!("2026-0{month}-10");
        room.add(deliverable(halden, "Report", &day, Some(&day)));
    }
    for day in ["2026-09-10", "2026-09-20", "2026-10-01", "2026-10-10", "2026-10-20", "2026-11-01"] {
        let mut late = deliverable(halden, "Report", day, None);
        late.outcome = Outcome::Late;
        room.add(late);
    }
    room.add(check_in(halden, "2026-11-02", 4));
    let view = room.practice.clients(room.moment).expect("the overview can be read");
    assert_eq!(view.headline, Message::HeadlineOwnRecordFell { fell: Fell::OnTime }, "the headline says so");
    assert!(matches!(view.below[0], Message::HeadlineClients { .. }), "and how clients stand comes after");
    let first = view.needs.first().expect("it stands first");
    assert_eq!(first.message, Message::NeedOwnRecord { fell: Fell::OnTime }, "and so does the list");
    assert_eq!((first.client, first.kind), (None, Kind::Deliverable), "it is about us, not about a client");
}
