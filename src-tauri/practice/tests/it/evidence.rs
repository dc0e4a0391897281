//! The file of evidence: what is on record apart from how it is read, in words that the client could read.
use std::{fs, path::Path};

use kindly_practice::{
    PracticeError,
    records::{
        CheckIn, Client, ClientId, Complaint, ComplaintCause, Concession, Conversation, Deliverable,
        Improvement, Incident, IncidentKind, Initiative, Kind, Language, Money, Obligation, Outcome, Praise,
        Profile, Record, SaidBy, Typeface, parse_currency,
    },
    standing::{ClientRow, Verdict},
};

use crate::{
    pdf::text_of,
    room::{Room, check_in, day, deliverable, invoice, payment},
};

fn evidence_of(room: &Room, client: ClientId, language: Option<Language>) -> String {
    let path = room.path("evidence.pdf");
    room.practice.save_evidence(room.moment, client, language, &path).expect("it can be written");
    text_of(&path)
}

fn rows(room: &Room) -> Vec<ClientRow> {
    room.practice.clients(room.moment).expect("the overview").rows
}

/// But for a pixel: a page rarely ends on a whole one.
fn is_about(found: (u32, u32), expected: (u32, u32)) -> bool {
    found.0.abs_diff(expected.0) <= 1 && found.1.abs_diff(expected.1) <= 1
}

/// The name of the verdict that stays inside of the practice, in each language.
const INSIDE_ONLY: [&str; 4] = ["never happy", "nie zufrieden", "jamais content", "nunca contento"];

#[test]
fn a_client_who_is_unhappy_despite_delivery_gets_one_page_of_facts() {
    let room = Room::with_sample();
    let row = rows(&room).into_iter().find(|row| row.verdict == Some(Verdict::NeverHappy));
    let row = row.expect("the sample has every verdict");
    let pages = room.practice.evidence_pages(room.moment, row.id, None).expect("it can be set");
    assert_eq!(pages, 1, "a usual client takes one page");
    let text = evidence_of(&room, row.id, None);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("“{part}” stands in: {text}"));
    let delivered = format!("Delivered as agreed {} of {}", row.met, row.counted);
    let facts = [
        &format!("Record of our work with {}", row.name),
        "Ines Marlow Consulting",
        "22 November 2026",
        delivered.as_str(),
        "Delivery: Quarterly content report",
        "as agreed",
        "on a scale of 1 to 5",
        "Complaint: not what they pictured",
        "Explained:",
    ];
    let apart = place("How we read it");
    for fact in facts {
        assert!(place(fact) < apart, "“{fact}” stands among the facts, before the reading: {text}");
    }
    assert!(place("unhappy despite delivery") > apart, "the finding stands apart: {text}");
    assert!(place("What would change it") > apart, "and so does what would change it: {text}");
}

#[test]
fn every_client_is_told_in_every_language_without_the_name_that_stays_inside() {
    let room = Room::with_sample();
    let readings = [
        (Language::EnGb, "What is on record", "How we read it"),
        (Language::EnUs, "What is on record", "How we read it"),
        (Language::De, "Was festgehalten ist", "Wie wir das lesen"),
        (Language::Fr, "Ce qui est consigné", "Notre lecture"),
        (Language::Es, "Lo que consta", "Cómo lo leemos"),
    ];
    for row in rows(&room) {
        for (language, facts, reading) in readings {
            let text = evidence_of(&room, row.id, Some(language));
            assert!(text.contains(facts), "{} in {language:?} has its facts: {text}", row.name);
            assert_eq!(
                text.contains(reading),
                row.verdict.is_some(),
                "{} is read in {language:?} where it is judged: {text}",
                row.name
            );
            let lower = text.to_lowercase();
            for name in INSIDE_ONLY {
                assert!(!lower.contains(name), "“{name}” stays inside of the practice: {text}");
            }
        }
        let own = room.practice.client(room.moment, row.id).expect("the client").client.language;
        let spoken = evidence_of(&room, row.id, None);
        assert_eq!(
            spoken,
            evidence_of(&room, row.id, Some(own)),
            "unless chosen, it is the client's own language"
        );
    }
}

#[test]
fn a_client_who_is_not_there_is_refused_in_one_sentence() {
    let mut room = Room::empty();
    let gone = room.client("Gone & Co");
    room.practice.undo(room.moment).expect("the client is taken back");
    let path = room.path("evidence.pdf");
    let refusals = [
        room.practice.evidence_pages(room.moment, gone, None).map(drop),
        room.practice.evidence_page(room.moment, gone, None, 0, 600).map(drop),
        room.practice.evidence_file_name(room.moment, gone).map(drop),
        room.practice.save_evidence(room.moment, gone, None, &path).map(drop),
    ];
    for refusal in refusals {
        let error = refusal.expect_err("there is nobody to tell of");
        assert!(matches!(error, PracticeError::Gone { kind: Kind::Client }), "it says who is gone: {error}");
    }
    assert!(!path.exists(), "and nothing is written");
}

#[test]
fn the_preview_shows_the_very_page_and_no_other() {
    let room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let page = room.practice.evidence_page(room.moment, halden, None, 0, 600).expect("the first page");
    assert!(is_about((page.width, page.height), (600, 849)), "as wide as asked for, and as high as A4 is");
    let beyond = room.practice.evidence_page(room.moment, halden, None, 1, 600);
    assert!(beyond.is_err(), "there is no second page");
    let name = room.practice.evidence_file_name(room.moment, halden).expect("a name");
    assert_eq!(name, "2026-11-22 Halden & Co record of our work.pdf");
    let (one, other) = (room.path("one.pdf"), room.path("other.pdf"));
    for path in [&one, &other] {
        room.practice.save_evidence(room.moment, halden, None, path).expect("it can be written");
    }
    let bytes = |path: &Path| fs::read(path).expect("it was written");
    assert!(bytes(&one) == bytes(&other), "the same records give the same file");
}

/// What either side owed and said, told or left out.
fn owed_and_said(client: ClientId) -> Vec<(Record, &'static str)> {
    let on = day("2026-06-10");
    let outcome = |title: &str, outcome, delivered: Option<&str>| Deliverable {
        outcome,
        ..deliverable(client, title, "2026-06-01", delivered)
    };
    let owed = |title: &str, met: Option<&str>| Obligation {
        met_on: met.map(day),
        ..Obligation::new(client, title.to_owned(), day("2026-06-01"))
    };
    let complaint = |theme: &str, words: &str, answered: Option<&str>| Complaint {
        client,
        on,
        theme: theme.to_owned(),
        words: words.to_owned(),
        answered_on: answered.map(day),
        resolved_on: None,
        cause: ComplaintCause::default(),
        resolution: String::new(),
    };
    vec![
        (outcome("Met", Outcome::Met, Some("2026-06-01")).into(), "1 June 2026 Delivery: Met as agreed"),
        (
            outcome("Met after", Outcome::Met, Some("2026-06-04")).into(),
            "4 June 2026 Delivery: Met after as agreed, 3 days after its day",
        ),
        (outcome("Part", Outcome::Partial, Some("2026-06-01")).into(), "Delivery: Part in part"),
        (outcome("Late", Outcome::Late, Some("2026-06-02")).into(), "Delivery: Late 1 day after its day"),
        (outcome("Left", Outcome::Rejected, Some("2026-06-01")).into(), "Delivery: Left not accepted"),
        (
            outcome("Waiting", Outcome::Excused, Some("2026-06-20")).into(),
            "Delivery: Waiting waited for input, not counted",
        ),
        (
            deliverable(client, "Overdue", "2026-06-01", None).into(),
            "Delivery: Overdue still to come from us",
        ),
        (deliverable(client, "Ahead", "2027-06-01", None).into(), ""),
        (
            check_in(client, "2026-06-10", 2).into(),
            "10 June 2026 Answer on satisfaction 2 on a scale of 1 to 5",
        ),
        (CheckIn { said_by: SaidBy::MyImpression, ..check_in(client, "2026-06-11", 1) }.into(), ""),
        (check_in(client, "2027-01-01", 3).into(), ""),
        (
            complaint("slow", "You people are hopeless", Some("2026-06-12")).into(),
            "Complaint: slow answered after 2 days",
        ),
        (complaint("unclear", "", None).into(), "Complaint: unclear answer still to come from us"),
        (owed("Brief", Some("2026-06-01")).into(), "Input: Brief on its day"),
        (owed("Access", Some("2026-06-03")).into(), "3 June 2026 Input: Access 2 days after its day"),
        (owed("Figures", None).into(), "Input: Figures open, 174 days after its day"),
        (Obligation::new(client, "Later".to_owned(), day("2027-06-01")).into(), ""),
    ]
}

/// What was given and talked about, told or left out.
fn given_and_talked(client: ClientId) -> Vec<(Record, &'static str)> {
    let pounds = |minor| Money { minor, currency: parse_currency("GBP").expect("a currency of ISO 4217") };
    let on = day("2026-06-10");
    vec![
        (
            Concession {
                client,
                on,
                what: "A day off".to_owned(),
                amount: Some(pounds(30_000)),
                minutes: None,
                reason: String::new(),
                engagement: None,
                initiative: Initiative::default(),
                from_memory: false,
            }
            .into(),
            "Beyond the agreement: A day off £300",
        ),
        (
            Praise {
                client,
                on,
                words: "Clear at last".to_owned(),
                person: String::new(),
                deliverable: None,
                thanked_on: None,
            }
            .into(),
            "Praise: Clear at last",
        ),
        (
            Incident {
                client,
                on,
                what: IncidentKind::Conduct,
                observed: "Somebody was shouted at".to_owned(),
                other_reading: String::new(),
                review_on: None,
            }
            .into(),
            "",
        ),
        (
            Conversation {
                client,
                on,
                person: String::new(),
                asked: "Why it takes a week".to_owned(),
                explained: "How a draft comes about".to_owned(),
                agreed: "A call first".to_owned(),
                changed: "Drafts come with notes".to_owned(),
            }
            .into(),
            "Explained: How a draft comes about",
        ),
        (
            Improvement {
                what: "Answers within a day".to_owned(),
                from: day("2026-07-01"),
                theme: "Slow".to_owned(),
                done_on: Some(day("2026-07-02")),
                notes: String::new(),
            }
            .into(),
            "2 July 2026 Changed on our side: Answers within a day",
        ),
        (
            Improvement {
                what: "A newsletter".to_owned(),
                from: day("2026-07-01"),
                theme: "boring".to_owned(),
                done_on: Some(day("2026-07-02")),
                notes: String::new(),
            }
            .into(),
            "",
        ),
    ]
}

#[test]
fn each_kind_of_record_is_told_as_a_fact_or_stays_out() {
    // Two halves, so that all of them fit on the page.
    for half in [0, 1] {
        let mut room = Room::empty();
        let client = room.client("Halden & Co");
        let records = owed_and_said(client).into_iter().chain(given_and_talked(client));
        let mut expected = Vec::new();
        for (index, (record, words)) in records.enumerate() {
            // What was changed answers a complaint, which is therefore in both halves.
            let complaint = matches!(&record, Record::Complaint(complaint) if complaint.theme == "slow");
            if index % 2 == half || complaint {
                room.add(record);
                expected.push(words);
            }
        }
        let text = evidence_of(&room, client, None);
        for words in expected.iter().filter(|words| !words.is_empty()) {
            assert!(text.contains(words), "half {half}: “{words}” stands in: {text}");
        }
        for left_out in
            ["Ahead", "2027", "11 June", "Later", "shouted", "hopeless", "Why it takes", "newsletter"]
        {
            assert!(!text.contains(left_out), "“{left_out}” is none of it: {text}");
        }
    }
}

#[test]
fn invoices_are_told_once_they_are_paid_or_due() {
    let mut room = Room::empty();
    let client = room.client("Halden & Co");
    let on_time = room.add(invoice(client, "A-1", "2026-06-30"));
    room.add(payment(client, &on_time, "2026-06-30", 10_000));
    let late = room.add(invoice(client, "A-2", "2026-06-30"));
    room.add(payment(client, &late, "2026-07-09", 10_000));
    let in_part = room.add(invoice(client, "A-3", "2026-11-20"));
    room.add(payment(client, &in_part, "2026-07-09", 4_000));
    room.add(invoice(client, "A-4", "2026-11-21"));
    room.add(invoice(client, "A-5", "2026-12-01"));
    let text = evidence_of(&room, client, None);
    for words in [
        "Invoices paid by their day 1 of 4",
        "31 May 2026 Invoice A-1, £100 paid by its day",
        "Invoice A-2, £100 paid 9 days after its day",
        "Invoice A-3, £100 open, 2 days after its day",
        "Invoice A-4, £100 open, 1 day after its day",
    ] {
        assert!(text.contains(words), "“{words}” stands in: {text}");
    }
    assert!(!text.contains("A-5"), "what is not due yet says nothing: {text}");
}

#[test]
fn the_page_is_set_as_the_letterhead_says() {
    let mut room = Room::empty();
    let client: ClientId = {
        let english =
            Client::new("Halden & Co".to_owned(), parse_currency("USD").expect("dollars"), Language::EnUs);
        room.add(english).parse().expect("the id of a client")
    };
    room.add(check_in(client, "2026-06-10", 4));
    let profile = Profile {
        name: "Ines Marlow".to_owned(),
        paper: kindly_practice::records::Paper::UsLetter,
        typeface: Typeface::Sans,
        ..Profile::default()
    };
    room.practice.save_profile(room.moment, &profile).expect("it is kept");
    let page = room.practice.evidence_page(room.moment, client, None, 0, 850).expect("the first page");
    assert!(is_about((page.width, page.height), (850, 1_100)), "on US Letter");
    let text = evidence_of(&room, client, None);
    assert!(
        text.contains("Ines Marlow · June 10, 2026 – November 22, 2026"),
        "a person without a practice: {text}"
    );
    let bytes = fs::read(room.path("evidence.pdf")).expect("it was written");
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    assert!(has(b"NotoSans") || has(b"Noto"), "in the letters chosen");
}
