//! What needs the user.
use std::{collections::BTreeSet, slice::from_ref};

use kindly_practice::{
    Fell, Message, PracticeError,
    records::{
        CheckIn, ClientStatus, Complaint, ComplaintCause, Decision, DecisionKind, DecisionReason, Engagement,
        Invoice, Kind, Moment, Obligation, Outcome, Praise, Record, SaidBy,
    },
    standing::Verdict,
};

use crate::room::{Room, check_in, client, day, deliverable, engagement, enquiry, invoice, payment};

#[test]
fn the_most_urgent_comes_first_and_each_leads_to_its_record() {
    let room = Room::with_sample();
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    let first: Vec<&str> = needs.iter().take(3).map(|need| need.client_name.as_str()).collect();
    assert_eq!(
        first,
        ["Halden & Co", "Northway Logistics", "Borealis Labs"],
        "a notice that must go now, a renewal that wants a decision, then a complaint that waits"
    );
    assert!(matches!(needs[0].message, Message::NeedNotice { .. }), "the notice: {:?}", needs[0].message);
    assert!(matches!(needs[1].message, Message::NeedDecision { .. }), "the renewal: {:?}", needs[1].message);
    let of = |name: &str| needs.iter().filter(|need| need.client_name == name).collect::<Vec<_>>();
    assert!(
        of("Borealis Labs").iter().any(|need| matches!(need.message, Message::NeedComplaint { days: 3, .. })),
        "a complaint without an answer"
    );
    assert!(
        of("Meridian").iter().any(|need| matches!(need.message, Message::NeedWaiting { days: 9, .. })),
        "what they owe, and what waits on it"
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
        cause: ComplaintCause::default(),
        resolution: String::new(),
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

/// What an agreement that ends on 31 January asks for on a day, after some records.
fn asked(today: &str, records: &[Record]) -> Vec<String> {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(engagement(halden));
    for record in records {
        let mut record = record.clone();
        if let Record::Decision(decision) = &mut record {
            decision.client = halden;
        }
        room.add(record);
    }
    room.moment = Moment::of_day(day(today));
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    needs.into_iter().map(|need| need.key.split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn an_agreement_asks_for_its_decision_and_then_for_its_notice() {
    let decision = |on: &str, what| {
        let client = uuid::Uuid::nil().into();
        let reason = DecisionReason::default();
        let notes = String::new();
        Record::Decision(Decision { client, engagement: None, on: day(on), what, reason, notes })
    };
    let check = |today: &str, records: &[Record], expected: &[&str], why: &str| {
        assert_eq!(asked(today, records), expected, "{why} ({today})");
    };
    // The last safe posting day is 25 November.
    check("2026-09-25", &[], &[], "61 days before it");
    check("2026-09-26", &[], &["decision"], "60 days before it");
    check("2026-11-10", &[], &["decision"], "15 days before it");
    check("2026-11-11", &[], &["notice"], "14 days before it, it presses");
    check("2026-11-27", &[], &["notice"], "too late for the post, in time for the agreement");
    check("2026-12-01", &[], &[], "over");
    let renew = decision("2026-10-01", DecisionKind::Renew);
    check("2026-10-02", from_ref(&renew), &[], "decided: it goes on");
    check("2026-11-20", from_ref(&renew), &[], "and stays decided when it would press");
    check("2027-10-02", from_ref(&renew), &["decision"], "but not for the next term");
    let part = decision("2026-10-02", DecisionKind::Part);
    check("2026-10-02", from_ref(&part), &["notice"], "decided to part: the notice is what is missing");
    check("2026-10-02", &[renew, part], &["notice"], "the latest decision stands");
}

#[test]
fn a_part_that_was_paid_is_not_asked_for_again() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let id = room.add(invoice(halden, "2026-001", "2026-11-12"));
    let owed = |room: &Room| {
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        needs.into_iter().find_map(|need| match need.message {
            Message::NeedInvoice { amount, days, .. } => Some((amount.minor, days)),
            _ => None,
        })
    };
    assert_eq!(owed(&room), Some((10_000, 10)), "nothing came in");
    room.add(payment(halden, &id, "2026-11-14", 4_000));
    assert_eq!(owed(&room), Some((6_000, 10)), "a part came in");
    room.add(payment(halden, &id, "2026-11-20", 6_000));
    assert_eq!(owed(&room), None, "and then the rest");
}

#[test]
fn what_waits_on_them_is_told_with_what_they_owe() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let brief = room.add(Obligation::new(halden, "Brief".to_owned(), day("2026-11-12")));
    let mut report = deliverable(halden, "Report", "2026-11-20", None);
    report.waits_for = brief.parse().ok();
    room.add(report);
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    let messages: Vec<Message> = needs.into_iter().map(|need| need.message).collect();
    let waiting = Message::NeedWaiting { title: "Brief".to_owned(), days: 10, waiting: "Report".to_owned() };
    assert_eq!(messages, vec![waiting], "one line, about what they owe, and none about our delay");
}

#[test]
fn praise_is_thanked_for_while_it_is_fresh() {
    let check = |on: &str, thanked: Option<&str>, expected: bool, why: &str| {
        let mut room = Room::empty();
        let halden = room.client("Halden & Co");
        room.add(Praise {
            client: halden,
            on: day(on),
            words: "The board read all of it.".to_owned(),
            person: String::new(),
            deliverable: None,
            thanked_on: thanked.map(day),
        });
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        let told = needs.iter().any(|need| matches!(need.message, Message::NeedThanks { .. }));
        assert_eq!(told, expected, "{why}");
    };
    check("2026-11-21", None, true, "yesterday");
    check("2026-10-23", None, true, "30 days ago");
    check("2026-10-22", None, false, "later, thanks are an afterthought");
    check("2026-11-21", Some("2026-11-22"), false, "they were thanked");
}

#[test]
fn who_kept_every_promise_of_a_year_is_thanked_when_it_is_round() {
    let check = |today: &str, late: Option<&str>, expected: bool, why: &str| {
        let mut room = Room::empty();
        let halden = room.client("Halden & Co");
        room.add(Engagement {
            term_ends_on: None,
            renews_by_months: None,
            notice: None,
            ..engagement(halden)
        });
        for (number, due) in
            ["2025-04-01", "2025-06-01", "2025-08-01", "2025-10-01", "2026-02-01"].iter().enumerate()
        {
            let paid_on = if number == 2 { late.unwrap_or(due) } else { due };
            let kept = invoice(halden, &number.to_string(), due);
            room.add(Invoice { paid_on: Some(day(paid_on)), ..kept });
        }
        room.moment = Moment::of_day(day(today));
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        let words = Message::NeedThanks { words: String::new() };
        assert_eq!(needs.iter().any(|need| need.message == words), expected, "{why} ({today})");
    };
    // The work began on 1 March 2024.
    check("2026-03-01", None, true, "the day itself");
    check("2026-03-15", None, true, "two weeks later");
    check("2026-03-16", None, false, "then it is over");
    check("2026-02-28", None, false, "not before");
    check("2026-03-01", Some("2025-08-02"), false, "one came a day late");
    check("2025-03-01", None, false, "nothing was promised in that year");
}

#[test]
fn a_check_in_is_due_by_the_rhythm() {
    let check =
        |every: Option<u32>, last: &[(&str, SaidBy)], expected: Option<(i64, Option<i64>)>, why: &str| {
            let mut room = Room::empty();
            let mut kept = client("Halden & Co");
            kept.check_in_every_days = every;
            let halden = room.add(kept).parse().expect("an id");
            room.add(Engagement {
                term_ends_on: None,
                renews_by_months: None,
                notice: None,
                agreed_on: day("2026-09-01"),
                ..engagement(halden)
            });
            for (on, said_by) in last {
                room.add(CheckIn { said_by: *said_by, ..check_in(halden, on, 4) });
            }
            let needs = room.practice.needs(room.moment).expect("the list can be read");
            let found = needs.into_iter().find_map(|need| match need.message {
                Message::NeedCheckIn { days, last } => Some((days, last)),
                _ => None,
            });
            assert_eq!(found, expected, "{why}");
        };
    check(None, &[], None, "there is no rhythm");
    check(Some(82), &[], Some((0, None)), "82 days since the work began");
    check(Some(83), &[], None, "a day too early");
    check(Some(20), &[("2026-11-01", SaidBy::Them)], Some((1, Some(21))), "a day since it was due");
    check(Some(30), &[("2026-11-01", SaidBy::Them)], None, "they said so three weeks ago");
    check(
        Some(30),
        &[("2026-10-01", SaidBy::Them), ("2026-11-20", SaidBy::MyImpression)],
        Some((22, Some(52))),
        "an impression of our own asks nobody",
    );
}

#[test]
fn a_verdict_that_changed_this_month_says_what_it_was() {
    let mut room = Room::with_sample();
    let linden = room.id_of("Linden Architects");
    let changed = |room: &Room| {
        let needs = room.practice.needs(room.moment).expect("the list can be read");
        needs.into_iter().find(|need| {
            need.client == Some(linden) && matches!(need.message, Message::NeedVerdictChanged { .. })
        })
    };
    assert_eq!(changed(&room), None, "they were content and are");
    for on in ["2026-11-02", "2026-11-06", "2026-11-10", "2026-11-14", "2026-11-18"] {
        room.add(check_in(linden, on, 1));
    }
    let need = changed(&room).expect("five poor check-ins are another verdict");
    let Message::NeedVerdictChanged { was, now, since, records } = need.message else {
        unreachable!("found so")
    };
    assert_eq!((was, since), (Verdict::Healthy, day("2026-10-31")), "at the end of the month before");
    assert_ne!(now, Verdict::Healthy, "and now another");
    assert_eq!(records, 5, "by the records of this month");
    assert_eq!(need.key, format!("verdict:{linden}:2026-10"), "a change of another month is another line");
}

#[test]
fn what_is_put_off_comes_back_on_its_day() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(deliverable(halden, "Report", "2026-11-20", None));
    let need = room.practice.needs(room.moment).expect("the list")[0].clone();
    let put_off = |room: &mut Room, until: &str, reason: &str| {
        room.practice.snooze(room.moment, &need.key, need.client, day(until), reason)
    };
    let refused = put_off(&mut room, "2026-11-22", "Tomorrow");
    assert!(matches!(refused, Err(PracticeError::NotLater { .. })), "today is no later: {refused:?}");
    let refused = put_off(&mut room, "2026-11-25", " ");
    assert!(matches!(refused, Err(PracticeError::Record(_))), "a reason is asked for: {refused:?}");
    put_off(&mut room, "2026-11-25", "They are away").expect("it can be put off");
    put_off(&mut room, "2026-11-26", "Still away").expect("and put off anew");
    assert_eq!(room.practice.needs(room.moment).expect("the list"), vec![], "it is out of sight");
    let view = room.practice.clients(room.moment).expect("the overview");
    assert_eq!((view.needs.len(), view.snoozed), (0, 1), "on the overview too, which counts it");
    let asleep = room.practice.snoozed(room.moment).expect("what is put off");
    assert_eq!(asleep.len(), 1, "one line, put off once");
    let found = (asleep[0].until, asleep[0].reason.as_str(), &asleep[0].need);
    assert_eq!(found, (day("2026-11-26"), "Still away", &need), "the later day and reason stand");
    room.moment = Moment::of_day(day("2026-11-26"));
    let back = room.practice.needs(room.moment).expect("the list");
    assert_eq!(back.iter().map(|need| &need.key).collect::<Vec<_>>(), [&need.key], "it is back on its day");
    assert_eq!(room.practice.snoozed(room.moment).expect("what is put off"), vec![], "and put off no more");
}

#[test]
fn each_sort_of_line_has_its_own_key() {
    let room = Room::with_sample();
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    let keys: BTreeSet<&str> = needs.iter().map(|need| need.key.as_str()).collect();
    assert_eq!(keys.len(), needs.len(), "each line can be put off alone");
    let sorts: BTreeSet<&str> = keys.iter().filter_map(|key| key.split(':').next()).collect();
    for sort in
        ["notice", "decision", "complaint", "thanks", "waiting", "check_in", "invoice", "enquiry", "request"]
    {
        assert!(sorts.contains(sort), "the sample shows a {sort}: {sorts:?}");
    }
    assert!(sorts.iter().any(|sort| sort.starts_with("template-")), "and what a template makes: {sorts:?}");
}

#[test]
fn money_stays_owed_when_the_work_has_ended() {
    let mut room = Room::empty();
    let mut kept = client("Halden & Co");
    let halden = room.add(kept.clone()).parse().expect("an id");
    room.add(invoice(halden, "2026-001", "2026-11-12"));
    room.add(deliverable(halden, "Report", "2026-11-12", None));
    kept.status = ClientStatus::Ended;
    let (moment, id) = (room.moment, uuid::Uuid::from(halden));
    room.practice.edit(moment, id, &Record::from(kept)).expect("it can be changed");
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    let kinds: Vec<Kind> = needs.iter().map(|need| need.kind).collect();
    assert_eq!(kinds, [Kind::Invoice], "nothing else is left to do for them");
}
