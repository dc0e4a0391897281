//! Filling the ledger, and keeping it filled: the first evening, Fridays, templates, a line, a question.
use kindly_practice::{
    PracticeError,
    friday::{FridayAnswer, FridayDelivery, FridayOwes},
    lookback::{LookBack, RememberedAnswer, RememberedDebt, RememberedDelivery},
    records::{
        Deliverable, Kind, Moment, ObligationKind, Outcome, RatingScale, Record, Template, TemplateKind,
    },
    routine::TemplatePick,
};

use crate::room::{Room, day, deliverable};

#[test]
fn a_past_from_memory_gives_a_verdict_the_same_evening() {
    let mut room = Room::empty();
    let delivered = |month: u32| RememberedDelivery {
        title: format!("Report {month}"),
        due_on: day(&format!("2026-{month:02}-28")),
        delivered_on: Some(day(&format!("2026-{month:02}-27"))),
        outcome: Outcome::Met,
    };
    let said = |place: u32, month: u32| RememberedAnswer {
        on: day(&format!("2026-{month:02}-28")),
        scale: RatingScale::Csat,
        value: 5,
        words: String::new(),
        about: Some(place),
    };
    let owed = RememberedDebt {
        what: ObligationKind::Brief,
        title: "Brief".to_owned(),
        due_on: day("2026-01-10"),
        met_on: None,
    };
    let answers = LookBack {
        client: None,
        name: " Tamar Foods ".to_owned(),
        since: Some(day("2026-01-01")),
        agreement: "Reporting".to_owned(),
        delivered: (1..=6).map(delivered).collect(),
        said: (1..=6).map(|month| said(month - 1, month)).collect(),
        owed: vec![owed],
        given: vec![],
    };
    let done = room.practice.look_back(room.moment, &answers).expect("it can be kept");
    assert!(done.why.is_some(), "a verdict is there at once");
    let view = room.practice.client(room.moment, done.client).expect("the client is there");
    assert_eq!(view.client.name, "Tamar Foods", "by the trimmed name");
    assert_eq!((view.we_owed.len(), view.they_owed.len()), (6, 1), "with what was remembered");
    for line in view.we_owed.iter().chain(&view.they_said).chain(&view.they_owed).chain(&view.engagements) {
        let text = serde_json::to_value(&line.record).expect("a record is data");
        assert_eq!(text["from_memory"], true, "each is marked as from memory: {text}");
    }
    let linked = view
        .they_said
        .iter()
        .filter(|line| matches!(&line.record, Record::CheckIn(said) if said.deliverable.is_some()));
    assert_eq!(linked.count(), 6, "answers name what they are about");
    room.practice.undo(room.moment).expect("it is one step").expect("there is a step");
    assert!(room.practice.client_called("Tamar Foods").is_err(), "that goes whole");
    let twice = room
        .practice
        .look_back(room.moment, &answers)
        .and_then(|_| room.practice.look_back(room.moment, &answers));
    assert!(matches!(twice, Err(PracticeError::NameTaken { .. })), "nobody is made twice: {twice:?}");
}

#[test]
fn a_friday_row_is_one_step() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let quiet = room.client("Quiet Ltd");
    let report = room.add(deliverable(halden, "Report", "2026-11-20", None));
    let list = room.practice.friday(room.moment).expect("the list can be read");
    assert_eq!(list.rows.len(), 2, "a row a client");
    let row = list.rows.iter().find(|row| row.client == halden).expect("hers is there");
    assert_eq!(row.we_owe.len(), 1, "with what is open");
    let nothing = FridayAnswer { client: quiet, delivered: vec![], met: vec![], heard: None, owes: None };
    assert_eq!(
        room.practice.friday_answer(room.moment, &nothing).expect("it is an answer"),
        None,
        "nothing is no step"
    );
    let answer = FridayAnswer {
        client: halden,
        delivered: vec![FridayDelivery {
            id: report.parse().expect("an id"),
            on: day("2026-11-20"),
            outcome: Outcome::Met,
        }],
        met: vec![],
        heard: None,
        owes: Some(FridayOwes {
            what: ObligationKind::Brief,
            title: "Brief".to_owned(),
            due_on: day("2026-12-01"),
        }),
    };
    room.practice.friday_answer(room.moment, &answer).expect("it can be kept").expect("it is a step");
    let view = room.practice.client(room.moment, halden).expect("it can be read");
    assert!(
        matches!(&view.we_owed[0].record, Record::Deliverable(Deliverable { outcome: Outcome::Met, .. })),
        "it is delivered"
    );
    assert_eq!(view.they_owed.len(), 1, "the brief is owed");
    room.practice.undo(room.moment).expect("one step").expect("there is a step");
    let view = room.practice.client(room.moment, halden).expect("it can be read");
    assert_eq!(view.they_owed.len(), 0, "both are taken back");
    let strange = FridayAnswer { client: quiet, ..answer };
    assert!(room.practice.friday_answer(room.moment, &strange).is_err(), "nobody answers for another");
}

#[test]
fn a_retainers_month_comes_by_template() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    room.add(Record::Template(Template {
        client: Some(halden),
        engagement: None,
        what: TemplateKind::Deliverable,
        title: "Report for {month} {year}".to_owned(),
        obligation: ObligationKind::Brief,
        scale: RatingScale::Csat,
        first_due_on: Some(day("2026-01-31")),
        every_months: Some(1),
    }));
    let due = room.practice.templates_due(room.moment).expect("it can be read");
    let days: Vec<String> = due.iter().map(|due| due.due_on.to_string()).collect();
    assert_eq!(
        days,
        ["2026-09-30", "2026-10-31", "2026-11-30"],
        "month ends, two months back and two weeks ahead"
    );
    assert_eq!(due[2].record.title(), "Report for November 2026", "with the month's name");
    let picks: Vec<TemplatePick> =
        due[1..].iter().map(|due| TemplatePick { template: due.template, due_on: due.due_on }).collect();
    room.practice.fill_templates(room.moment, &picks).expect("they can be made");
    let left = room.practice.templates_due(room.moment).expect("it can be read");
    assert_eq!(left.len(), 1, "what was made is due no longer");
    let again = room.practice.fill_templates(room.moment, &picks);
    assert!(
        matches!(again, Err(PracticeError::Gone { kind: Kind::Template })),
        "nothing is made twice: {again:?}"
    );
    let later = Moment::of_day(day("2027-02-28"));
    let due = room.practice.templates_due(later).expect("it can be read");
    assert!(due.iter().any(|due| due.due_on == day("2027-02-28")), "31 January, 28 February: {due:?}");
}

#[test]
fn one_line_records() {
    let mut room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let before = room.practice.client(room.moment, halden).expect("it can be read").they_said.len();
    let line = "halden csat 2 \"not what we had in mind\" yesterday";
    let understood = room.practice.understand(room.moment, line, line.len()).expect("it can be read");
    assert!(understood.ready, "nothing is asked: {:?}", understood.asks);
    room.practice.record_line(room.moment, line).expect("it can be kept");
    let said = room.practice.client(room.moment, halden).expect("it can be read").they_said;
    assert_eq!(said.len(), before + 1, "one record more");
    assert!(
        said.iter()
            .any(|line| line.on == day("2026-11-21") && line.title.contains("not what we had in mind")),
        "yesterday, in their words"
    );
    room.practice.undo(room.moment).expect("one step").expect("there is a step");
    for unclear in ["halden", "csat 3", "nobody csat 3", "halden csat 9"] {
        let refused = room.practice.record_line(room.moment, unclear);
        assert!(refused.is_err(), "{unclear:?} asks for more");
    }
    // A client who was just added is known at once.
    room.client("Brand New Ltd");
    room.practice.record_line(room.moment, "brand new praise \"lovely\"").expect("they are known");
}

#[test]
fn a_question_is_asked_on_the_clients_scale() {
    let mut room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let question = room.practice.question(room.moment, halden, None).expect("it can be asked");
    assert!(question.text.contains('5'), "CSAT, to 5: {}", question.text);
    let nps = room.practice.question(room.moment, halden, Some(RatingScale::Nps)).expect("it can be asked");
    assert!(nps.text.contains("10"), "NPS, to 10: {}", nps.text);
    room.add(deliverable(halden, "Board pack", "2026-11-18", Some("2026-11-18")));
    let about = room.practice.question(room.moment, halden, None).expect("it can be asked");
    assert!(about.subject.contains("Board pack"), "about what was delivered last: {}", about.subject);
}
