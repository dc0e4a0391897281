//! How clients stand.
use kindly_practice::{
    Message,
    records::{
        Attention, Conversation, Decision, DecisionKind, DecisionReason, Document, Invoice, Kind, LetterKind,
        ObligationKind, Outcome, Praise, RatingScale, Record, Request, RequestAnswer, SaidBy, Template,
        TemplateKind, TimeEntry,
    },
    standing::{Band, LedgerLine, LineState, Renewal, Verdict},
};

use crate::room::{Room, check_in, day, deliverable, invoice, payment};

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

#[test]
fn an_invoice_stands_as_its_payments_say() {
    let check = |parts: &[(&str, i64)], paid_on: Option<&str>, expected: LineState, why: &str| {
        let mut room = Room::empty();
        let halden = room.client("Halden & Co");
        let id = room.add(Invoice { paid_on: paid_on.map(day), ..invoice(halden, "2026-001", "2026-11-12") });
        for (on, minor) in parts {
            room.add(payment(halden, &id, on, *minor));
        }
        let view = room.practice.client(room.moment, halden).expect("the client");
        let of = |kind| view.they_owed.iter().filter(move |line| line.record.kind() == kind);
        let line = of(Kind::Invoice).next().expect("the invoice");
        assert_eq!(line.state, expected, "{why}");
        assert!(
            matches!(&line.record, Record::Invoice(kept) if kept.paid_on == paid_on.map(day)),
            "the record is as it was entered: {why}"
        );
        assert_eq!(of(Kind::Payment).count(), parts.len(), "payments have lines of their own: {why}");
        assert!(of(Kind::Payment).all(|line| line.title == "2026-001"), "under the invoice's number: {why}");
    };
    let partly = |open, days| LineState::PartlyPaid { open, currency: "GBP".to_owned(), days };
    check(&[], None, LineState::Due { days: -10 }, "nothing came in");
    check(&[("2026-11-01", 4_000)], None, partly(6_000, -10), "a part came in");
    let both = [("2026-11-01", 4_000), ("2026-11-12", 6_000)];
    check(&both, None, LineState::Paid, "the rest came on the last day");
    let late = [("2026-11-01", 4_000), ("2026-11-15", 6_000)];
    check(&late, None, LineState::PaidLate { days: 3 }, "the rest came three days late");
    check(&[("2026-11-30", 10_000)], None, LineState::Due { days: -10 }, "what lies ahead is not known");
    check(&[], Some("2026-11-10"), LineState::Paid, "the day that was entered is enough");
}

#[test]
fn payments_settle_what_the_verdict_takes_in() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let id = room.add(invoice(halden, "2026-001", "2026-11-12"));
    let balance = |room: &Room| {
        let row = room.practice.client(room.moment, halden).expect("the client").row;
        let judged = room.practice.verdicts(room.moment).expect("the verdicts");
        (row.kept, row.owed, judged.clients[0].verdict.p_obligations)
    };
    let (kept, owed, unpaid) = balance(&room);
    assert_eq!((kept, owed), (0, 1), "it is overdue");
    room.add(payment(halden, &id, "2026-11-12", 10_000));
    let (kept, owed, paid) = balance(&room);
    assert_eq!((kept, owed), (1, 1), "it was paid in time");
    assert!((paid - unpaid).abs() > 0.01, "and the verdict knows it: {unpaid:?}, {paid:?}");
}

#[test]
fn each_kind_of_record_stands_in_its_column() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let on = day("2026-11-20");
    room.add(Praise {
        client: halden,
        on,
        words: "Clear at last.".to_owned(),
        person: String::new(),
        deliverable: None,
        thanked_on: None,
    });
    room.add(Request {
        client: halden,
        engagement: None,
        on,
        what: "A deck".to_owned(),
        answer: RequestAnswer::Open,
        answered_on: None,
        worth: None,
        notes: String::new(),
    });
    room.add(Conversation {
        client: halden,
        on,
        person: String::new(),
        asked: String::new(),
        explained: "What each page answers".to_owned(),
        agreed: String::new(),
        changed: String::new(),
    });
    room.add(Decision {
        client: halden,
        engagement: None,
        on,
        what: DecisionKind::Renew,
        reason: DecisionReason::GoesWell,
        notes: String::new(),
    });
    room.add(Document {
        client: halden,
        on,
        title: "Agreement".to_owned(),
        file: "agreements/halden.pdf".to_owned(),
        sha256: None,
        notes: String::new(),
    });
    room.add(Template {
        client: Some(halden),
        engagement: None,
        what: TemplateKind::Deliverable,
        title: "Report for {month}".to_owned(),
        obligation: ObligationKind::default(),
        scale: RatingScale::default(),
        first_due_on: Some(day("2026-01-31")),
        every_months: Some(1),
    });
    let view = room.practice.client(room.moment, halden).expect("the client");
    let only = |lines: &[LedgerLine]| {
        assert_eq!(lines.len(), 1, "one line: {lines:?}");
        (lines[0].state.clone(), lines[0].on)
    };
    assert_eq!(
        only(&view.they_said),
        (LineState::Praised { thanked: false }, on),
        "praise is what they said"
    );
    assert_eq!(only(&view.requests), (LineState::Requested { answer: RequestAnswer::Open }, on), "asked");
    assert_eq!(only(&view.talked), (LineState::None, on), "talked about");
    let decided = LineState::Decided { what: DecisionKind::Renew, reason: DecisionReason::GoesWell };
    assert_eq!(only(&view.decided), (decided, on), "decided");
    assert_eq!(only(&view.documents), (LineState::Document { inside: false }, on), "written down");
    let next = day("2026-11-30");
    assert_eq!(only(&view.templates), (LineState::Recurs { every_months: Some(1) }, next), "due again then");
}

#[test]
fn of_much_time_the_latest_is_shown_and_all_of_it_counted() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    for back in 0..230_u64 {
        room.add(TimeEntry {
            client: halden,
            engagement: None,
            deliverable: None,
            on: day("2026-11-22") - chrono::Days::new(back),
            seconds: 3_600,
            what: format!("Day {back}"),
            billable: true,
            hourly_rate: None,
        });
    }
    let attention =
        Attention { client: halden, on: day("2026-11-22"), minutes: 20, what: "A call".to_owned() };
    room.add(attention);
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!((view.work.len(), view.work_count), (200, 231), "200 lines of 231 records");
    let titles: Vec<&str> = view.work.iter().map(|line| line.title.as_str()).collect();
    assert!(titles[..2].contains(&"A call") && titles.contains(&"Day 198"), "the latest: {:?}", &titles[..3]);
    assert!(!titles.contains(&"Day 199"), "and none before them");
}
