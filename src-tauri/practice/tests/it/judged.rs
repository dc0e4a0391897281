//! A verdict explained, what would change it, and the list before a decision.
use kindly_practice::{
    decide::DecideStep,
    explain::{WhatIfRating, WhatIfSteps},
    records::{
        CheckInRequest, Conversation, Decision, DecisionKind, DecisionReason, Incident, IncidentKind,
        LetterKind, RatingScale, SentHow, SentLetter, StatedValue,
    },
    standing::{Renewal, Verdict},
};

use crate::room::{Room, day};

fn steps(ratings: &[i64]) -> WhatIfSteps {
    let rating = |value: &i64| WhatIfRating { scale: RatingScale::Csat, value: *value };
    WhatIfSteps { ratings: ratings.iter().map(rating).collect(), ..WhatIfSteps::default() }
}

#[test]
fn a_history_ends_with_the_verdict_of_today_and_tells_what_moved_it() {
    let room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let view = room.practice.verdict_history(room.moment, halden).expect("it can be told");
    let client = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!(view.months[0].day, room.moment.today, "the latest first: today");
    assert_eq!(view.months[0].verdict, client.row.verdict, "it is the verdict of the page");
    assert!(view.months.windows(2).all(|pair| pair[0].day > pair[1].day), "a line a month, backwards");
    let changes: Vec<_> = view.months.iter().filter(|month| month.changed).collect();
    assert!(
        changes.iter().any(|month| month.verdict == Some(Verdict::NeverHappy)),
        "it became what it is once"
    );
    for pair in view.months.windows(2) {
        assert_eq!(pair[0].changed, pair[0].verdict != pair[1].verdict, "a change is one: {}", pair[0].day);
    }
    // Every event stands in the month it fell in, and none is lost.
    for month in &view.months {
        assert!(month.events.iter().all(|event| event.on <= month.day), "not after {}", month.day);
    }
    let said = view.months.iter().flat_map(|month| &month.events);
    let check_ins = said.filter(|event| event.kind == kindly_practice::records::Kind::CheckIn).count();
    assert_eq!(
        u32::try_from(check_ins),
        Ok(client.row.check_ins),
        "each answer is an event; impressions are none"
    );
    assert!(!view.drawing.marks.is_empty(), "and there is a picture");

    let prospect = room.id_of("Okafor Trading");
    let nothing = room.practice.verdict_history(room.moment, prospect).expect("it can be told");
    assert!(nothing.months.is_empty(), "a prospect is not judged");
}

#[test]
fn what_if_is_what_comes_true_when_it_is_recorded() {
    let mut room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let before = room.seen();
    let poor = room.practice.what_if(room.moment, halden, &steps(&[])).expect("it can be asked");
    assert_eq!((poor.now, poor.then), (Verdict::NeverHappy, Verdict::NeverHappy), "nothing changes nothing");
    let good = room.practice.what_if(room.moment, halden, &steps(&[5, 5, 5])).expect("it can be asked");
    assert_ne!(good.then, Verdict::NeverHappy, "three good check-ins clear it, as the page says");
    assert_eq!(before, room.seen(), "nothing was written");
    for value in [5, 5, 5] {
        room.add(crate::room::check_in(halden, "2026-11-22", value));
    }
    let row = room.practice.client(room.moment, halden).expect("the client").row;
    assert_eq!(row.verdict, Some(good.then), "what was asked is what came of it");

    let off = room.practice.what_if(room.moment, halden, &steps(&[6])).expect_err("off its scale");
    assert!(off.to_string().contains('6'), "it names the value: {off}");
    let many = WhatIfSteps { met: 51, ..WhatIfSteps::default() };
    let refused = room.practice.what_if(room.moment, halden, &many).expect_err("too many");
    assert!(refused.to_string().contains("51"), "it names how many: {refused}");
}

#[test]
fn the_list_before_a_decision_is_drawn_from_the_records() {
    use DecideStep::{Asked, Changed, Explained, Listened, OfferedChange, OwnSide};
    let mut room = Room::with_sample();
    let client = room.client("Fresh Fields");
    let done = |room: &Room| -> Vec<DecideStep> {
        let view = room.practice.decide(room.moment, client).expect("it can be told");
        view.lines.into_iter().filter(|line| line.done).map(|line| line.step).collect()
    };
    assert_eq!(done(&room), [DecideStep::OwnSide], "nothing of ours is open, and nothing else was done");
    room.add(CheckInRequest {
        client,
        on: day("2026-10-01"),
        scale: RatingScale::Csat,
        deliverable: None,
        person: String::new(),
    });
    assert_eq!(done(&room), [DecideStep::OwnSide, DecideStep::Asked]);
    room.add(Conversation {
        client,
        on: day("2026-10-10"),
        person: "Petra".to_owned(),
        asked: "What would help?".to_owned(),
        explained: "How drafts work".to_owned(),
        agreed: String::new(),
        changed: "A call before each draft".to_owned(),
    });
    room.add(Decision {
        client,
        engagement: None,
        on: day("2026-10-11"),
        what: DecisionKind::RaiseThePrice,
        reason: DecisionReason::Other,
        notes: String::new(),
    });
    assert_eq!(done(&room), [OwnSide, Asked, Listened, Explained, Changed, OfferedChange]);
    let view = room.practice.decide(room.moment, client).expect("it can be told");
    let line = |step| view.lines.iter().find(|line| line.step == step).expect("every step is a line");
    assert_eq!(
        (line(Asked).count, line(Asked).last_on),
        (2, Some(day("2026-10-10"))),
        "how often, and when last"
    );
    assert_eq!(
        view.letters[0],
        LetterKind::NewTerms,
        "the letter that follows from the decision stands first"
    );
    assert!(view.decided.is_some(), "what was decided is told");
}

#[test]
fn a_reminder_counts_once_it_was_sent() {
    let mut room = Room::with_sample();
    let meridian = room.id_of("Meridian");
    let told = |room: &Room| {
        let view = room.practice.decide(room.moment, meridian).expect("it can be told");
        let line = view.lines.into_iter().find(|line| line.step == DecideStep::ToldNeeds);
        line.expect("every step is a line").done
    };
    assert!(!told(&room), "nothing was said yet");
    let view = room
        .practice
        .start_letter(room.moment, meridian, LetterKind::PaymentNotice, None)
        .expect("they owe something");
    let mut letter = view.letter;
    letter.stated.insert("pay_by".to_owned(), StatedValue::Day(day("2026-12-10")));
    let id = room.practice.keep_letter(room.moment, None, &letter).expect("a draft");
    assert!(!told(&room), "a draft says nothing to anybody");
    let finished = room.practice.finish_letter(room.moment, Some(id), &letter).expect("it can be finished");
    let id = finished.id.expect("it is kept");
    let sent = SentLetter {
        on: room.moment.today,
        how: SentHow::Email,
        to: "accounts@meridian.example".to_owned(),
        proof: String::new(),
        proof_document: None,
    };
    room.practice.letter_sent(room.moment, id, &sent).expect("it was sent");
    assert!(told(&room), "and now they know");
}

#[test]
fn parting_is_counted_on_both_sides() {
    let room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let view = room.practice.decide(room.moment, halden).expect("it can be told");
    let worth = room.practice.worth(room.moment).expect("it can be told");
    let row = worth.rows.iter().find(|row| row.client == halden).expect("each has a row");
    assert_eq!(view.costs.income, row.fees, "a year's fees");
    assert_eq!(view.costs.income_share, row.income_share, "and their share");
    assert!(matches!(view.costs.renewal, Renewal::On { .. }), "with the days of notice");
    let hours = view.frees.hours_a_month.expect("there are hours");
    assert!(hours * 12.0 >= row.hours, "work, and attention beside it: {hours}");
    let (rate, freed) =
        (view.frees.median_rate.expect("others have rates"), view.frees.worth_a_year.expect("hours at that"));
    let expected = hours * 12.0 * rate.minor as f64;
    assert!(
        (freed.minor as f64 - expected).abs() <= 0.5,
        "hours × the median: {expected}, not {}",
        freed.minor
    );
}

#[test]
fn an_incident_waits_for_no_statistics() {
    let mut room = Room::empty();
    let client = room.client("Fresh Fields");
    let incident = |on: &str, what| Incident {
        client,
        on: day(on),
        what,
        observed: "Shouted at the assistant".to_owned(),
        other_reading: String::new(),
        review_on: None,
    };
    room.add(incident("2026-11-01", IncidentKind::PressureOnPrice));
    room.add(incident("2026-11-20", IncidentKind::Threat));
    room.add(incident("2026-11-10", IncidentKind::Conduct));
    room.add(incident("2026-11-11", IncidentKind::Blame));
    room.add(incident("2026-01-11", IncidentKind::Threat));
    let view = room.practice.client(room.moment, client).expect("the client");
    let told: Vec<_> =
        view.alerts.iter().map(|alert| (alert.what, alert.bargaining, alert.letters[0])).collect();
    assert_eq!(
        told,
        [
            (IncidentKind::Threat, false, LetterKind::Boundary),
            (IncidentKind::Conduct, false, LetterKind::Boundary),
            (IncidentKind::PressureOnPrice, true, LetterKind::RequestDecline),
        ],
        "the gravest first; pressure on the price is bargaining; blame waits for its number; last winter is history"
    );
    assert!(view.alerts[0].letters.contains(&LetterKind::EarlyTermination), "an immediate end is there too");
    let needs = room.practice.needs(room.moment).expect("the needs");
    assert_eq!(needs[0].key.split(':').next(), Some("threat"), "it stands first of all");
    assert!(needs.iter().any(|need| need.key.starts_with("conduct:")), "and so does disrespect");
}
