//! What clients are worth, the door and its guards, and renewals: cases that are worked by hand.
use kindly_practice::{
    Sentence, Trait,
    enquiries::EnquiryRow,
    fit::{Bears, FitBand, RecognisedBy},
    records::{
        ClientId, ClientStatus, Concession, Contact, CriterionKind, Decision, DecisionKind, DecisionReason,
        Enquiry, FitAnswer, FitAnswerKind, FitCriterion, Incident, IncidentKind, Initiative, Invoice,
        LetterKind, Money, Record, TimeEntry, parse_currency,
    },
    standing::{Renewal, Verdict},
};

use crate::room::{Room, check_in, client, day, deliverable, engagement, enquiry, invoice};

fn pounds(minor: i64) -> Money {
    Money { minor, currency: parse_currency("GBP").expect("a currency of ISO 4217") }
}

fn room_in_pounds() -> Room {
    let mut room = Room::empty();
    let mut profile = room.practice.profile().expect("the letterhead");
    profile.currency = pounds(0).currency;
    room.practice.save_profile(room.moment, &profile).expect("it is kept");
    room
}

/// A client with fees (in pounds) and hours within the year.
fn worked(room: &mut Room, name: &str, fees: i64, hours: u32) -> ClientId {
    let id = room.client(name);
    room.add(Invoice { amount: pounds(fees * 100), ..invoice(id, &format!("{name}-1"), "2026-06-30") });
    room.add(TimeEntry {
        client: id,
        engagement: None,
        deliverable: None,
        on: day("2026-06-01"),
        seconds: hours * 3_600,
        what: String::new(),
        billable: true,
        hourly_rate: None,
    });
    id
}

#[test]
fn clients_are_ranked_by_what_an_hour_brings_and_told_what_is_missing_to_the_median() {
    let mut room = room_in_pounds();
    // 120, 100 and 60 an hour: the median is 100.
    let best = worked(&mut room, "Best", 6_000, 50);
    let middle = worked(&mut room, "Middle", 10_000, 100);
    let least = worked(&mut room, "Least", 3_000, 50);
    let view = room.practice.worth(room.moment).expect("it can be told");
    let ranked: Vec<ClientId> = view.rows.iter().map(|row| row.client).collect();
    assert_eq!(ranked, [best, middle, least], "most an hour first");
    assert_eq!(view.median_rate, Some(pounds(10_000)));
    assert_eq!(view.cost_per_hour, view.median_rate, "without a stated cost the median stands in");
    let rates: Vec<Option<Money>> = view.rows.iter().map(|row| row.rate).collect();
    assert_eq!(rates, [Some(pounds(12_000)), Some(pounds(10_000)), Some(pounds(6_000))]);
    // Of 19,000 in all.
    let shares: Vec<f64> = view.rows.iter().filter_map(|row| row.income_share).collect();
    for (found, expected) in shares.iter().zip([6.0 / 19.0, 10.0 / 19.0, 3.0 / 19.0]) {
        assert!((found - expected).abs() < 1e-12, "{found}, expected {expected}");
    }
    // 50 hours at 100 are 5,000: two thirds more; or 30 hours for the same fees.
    let needed = view.rows[2].needed.as_ref().expect("below the median");
    assert_eq!(needed.fees, pounds(500_000));
    assert!((needed.change - 2.0 / 3.0).abs() < 1e-12 && (needed.hours - 30.0).abs() < 1e-12, "{needed:?}");
    assert!(view.rows[0].needed.is_none() && view.rows[1].needed.is_none(), "the others are there");
    // Profit at 100 an hour: 1,000, 0 and −2,000.
    let whale = view.whale.as_ref().expect("three clients");
    assert_eq!((whale.peak, whale.total), (pounds(100_000), pounds(-100_000)), "it rises, and falls");
    let table: Vec<_> = whale.chart.rows.iter().map(|row| row.values.clone()).collect();
    assert_eq!(
        table,
        [
            [Some(100_000.0), Some(100_000.0)],
            [Some(0.0), Some(100_000.0)],
            [Some(-200_000.0), Some(-100_000.0)],
        ],
        "profit, and profit so far"
    );

    // A stated cost of 50 an hour: 3,500, 5,000 and 500.
    let mut profile = room.practice.profile().expect("the letterhead");
    profile.cost_per_hour = Some(pounds(5_000));
    room.practice.save_profile(room.moment, &profile).expect("it is kept");
    let view = room.practice.worth(room.moment).expect("it can be told");
    assert!(view.cost_is_stated, "the user said it");
    assert_eq!(view.whale.expect("three clients").total, pounds(900_000));
}

#[test]
fn generosity_to_a_content_client_is_named_ours() {
    let mut room = room_in_pounds();
    let id = worked(&mut room, "Content", 10_000, 100);
    for month in 2..8 {
        let due = format!("2026-{month:02}-10");
        room.add(deliverable(id, "Report", &due, Some(&due)));
        room.add(check_in(id, &due, 5));
    }
    let give = |amount: i64, initiative| Concession {
        client: id,
        on: day("2026-07-01"),
        what: "A discount".to_owned(),
        amount: Some(pounds(amount)),
        minutes: None,
        reason: String::new(),
        engagement: None,
        initiative,
        from_memory: false,
    };
    room.add(give(40_000, Initiative::WeOffered));
    let row = |room: &Room| room.practice.worth(room.moment).expect("it can be told").rows.remove(0);
    assert_eq!(row(&room).verdict, Some(Verdict::Healthy), "they are content");
    assert!(!row(&room).generous, "400 of 10,000 are 4 %");
    room.add(give(20_000, Initiative::TheyAsked));
    let told = row(&room);
    assert!(told.generous, "600 are 6 %: {:?}", told.given_share);
    assert_eq!((told.they_asked, told.we_offered, told.unknown_initiative), (1, 1, 0), "whose idea each was");
}

#[test]
fn a_cut_is_borne_until_parting_is_better() {
    let mut room = room_in_pounds();
    let asking = worked(&mut room, "Asking", 10_000, 100);
    worked(&mut room, "Other", 8_000, 100);
    // 100 an hour now; others bring 80. With all the freed time sold, 20 % off is break-even.
    let cut = |cut, filled| {
        room.practice.price_cut(room.moment, asking, cut, filled).expect("it can be worked out")
    };
    let even = cut(0.2, 1.0);
    assert_eq!((even.rate_now, even.rate_after), (pounds(10_000), pounds(8_000)));
    assert_eq!(
        (even.fees_after, even.given_up, even.at_risk),
        (pounds(800_000), pounds(200_000), pounds(1_000_000))
    );
    assert!(
        !even.parting_is_better && (even.largest_cut - 0.2).abs() < 1e-12,
        "break-even is borne: {even:?}"
    );
    let more = cut(0.25, 1.0);
    assert!(more.parting_is_better, "75 an hour are less than 80");
    assert!(matches!(more.sentence, Sentence::PriceCutPart { .. }), "and the sentence says so");
    let half = cut(0.25, 0.5);
    assert_eq!(half.part_below, pounds(4_000), "with half of the time sold it takes less than 40");
    assert!(!half.parting_is_better && (half.largest_cut - 0.6).abs() < 1e-12);
    assert_eq!(half.letters[0], LetterKind::RequestDecline, "the letters that answer it");

    for (wrong, says) in [
        (room.practice.price_cut(room.moment, asking, 0.0, 0.5), "the cut is 0"),
        (room.practice.price_cut(room.moment, asking, 1.0, 0.5), "the cut is 1"),
        (room.practice.price_cut(room.moment, asking, 0.2, 1.5), "is 1.5"),
    ] {
        let error = wrong.expect_err("no share").to_string();
        assert!(error.contains(says), "it names what is wrong: {error}");
    }
    let idle = room.client("Idle");
    let error = room.practice.price_cut(room.moment, idle, 0.2, 0.5).expect_err("no fees");
    assert!(error.to_string().contains("Idle"), "it names whom it lacks fees of: {error}");
}

fn criterion(name: &str, weighs: CriterionKind, weight: u32) -> FitCriterion {
    FitCriterion {
        name: name.to_owned(),
        weighs,
        weight,
        question: format!("{name}?"),
        offer: format!("You: {name}."),
        learnt_from: String::new(),
        retired: false,
    }
}

fn only(room: &Room) -> EnquiryRow {
    room.practice.enquiries(room.moment).expect("the enquiries").remove(0)
}

#[test]
fn an_enquiry_is_set_beside_the_criteria() {
    use FitAnswerKind::{No, Partly, Unknown, Yes};

    let mut room = Room::empty();
    let prospect =
        room.add(kindly_practice::records::Client { status: ClientStatus::Prospect, ..client("Prospect") });
    let asked = enquiry(prospect.parse().expect("an id"));
    let id = room.add(asked.clone());
    assert_eq!(only(&room).fit.band, FitBand::NoCriteria);
    let ids: Vec<String> = [
        criterion("Pays in time", CriterionKind::MustHave, 1),
        criterion("Wants work at night", CriterionKind::DealBreaker, 1),
        criterion("Knows the field", CriterionKind::Wish, 3),
        criterion("Is near", CriterionKind::Wish, 1),
    ]
    .map(|criterion| room.add(criterion))
    .into();
    let unasked = only(&room).fit;
    assert_eq!((unasked.band, unasked.ask.len()), (FitBand::AskFirst, 4), "what to ask is told");
    let answer = |room: &mut Room, answers: [FitAnswerKind; 4]| {
        let fit = ids.iter().zip(answers);
        let fit =
            fit.map(|(id, answer)| FitAnswer { criterion: id.parse().expect("an id"), answer }).collect();
        let changed = Record::Enquiry(Enquiry { fit, ..asked.clone() });
        room.practice.edit(room.moment, id.parse().expect("an id"), &changed).expect("answers are kept");
        only(room).fit
    };
    // Wishes weigh 3 and 1: yes and no are 0.75, partly and no 0.375, yes and unknown 1 of what was answered.
    for (answers, band) in [
        ([Yes, No, Yes, No], FitBand::Good),
        ([Yes, No, Partly, Yes], FitBand::Possible),
        ([Yes, No, Partly, No], FitBand::Poor),
        ([Yes, No, Yes, Unknown], FitBand::Good),
        ([Unknown, No, Yes, Yes], FitBand::AskFirst),
        ([No, No, Yes, Yes], FitBand::Poor),
        ([Yes, Yes, Yes, Yes], FitBand::Poor),
    ] {
        assert_eq!(answer(&mut room, answers).band, band, "{answers:?}");
    }
    let broken = answer(&mut room, [Yes, Yes, Yes, Yes]);
    assert_eq!(broken.sentence, Sentence::FitBroken { names: vec!["Wants work at night".to_owned()] });
    assert_eq!(broken.reasons[0].bears, Bears::Breaks, "what decides stands first");
    let text = room.practice.fit_criteria(room.moment).expect("the criteria").offer_text;
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("“{part}” stands in {text}"));
    assert!(
        place("You: Knows the field.") < place("You: Wants work at night."),
        "whom we fit, then whom not"
    );

    let done = room.practice.take_on(room.moment, id.parse().expect("an id")).expect("it is taken on");
    let taken = only(&room);
    assert_eq!((taken.status, taken.answered_on), (ClientStatus::Active, Some(room.moment.today)));
    room.practice.undo(room.moment).expect("one step").expect("there is one");
    let back = only(&room);
    assert_eq!(
        (back.status, back.answered_on),
        (ClientStatus::Prospect, None),
        "taken back as one: {done:?}"
    );
}

#[test]
fn somebody_who_was_here_before_is_recognised() {
    let mut room = Room::empty();
    let person = |name: &str, email: &str| Contact {
        family_name: name.to_owned(),
        email: email.to_owned(),
        ..Contact::default()
    };
    let mut was = |name: &str, contact: Contact, website: &str| {
        let record = kindly_practice::records::Client {
            status: ClientStatus::Ended,
            contact,
            website: website.to_owned(),
            ..client(name)
        };
        room.add(record)
    };
    was("By mail", person("Orwell", "Ada@Old.example"), "");
    was("By domain", person("Nobody", "info@acme.example"), "");
    was("By website", person("Noone", ""), "https://www.acme.example/about");
    was("Free mail", person("Somebody", "x@gmail.com"), "");
    let prospect = kindly_practice::records::Client {
        status: ClientStatus::Prospect,
        contact: person("Newcomer", "ada@old.example"),
        people: vec![person("Orwell", "buyer@acme.example"), person("Free", "y@gmail.com")],
        ..client("Newco")
    };
    let id = room.add(prospect).parse().expect("an id");
    room.add(enquiry(id));
    let row = only(&room);
    let found: Vec<(&str, RecognisedBy)> =
        row.former.iter().map(|former| (former.name.as_str(), former.by)).collect();
    assert_eq!(
        found,
        [
            ("By mail", RecognisedBy::Email),
            ("By domain", RecognisedBy::Domain),
            ("By website", RecognisedBy::Domain),
        ],
        "the surest first; an address at which anybody can be says nothing"
    );
}

#[test]
fn what_went_with_going_badly_is_suggested_with_its_clients() {
    let mut room = room_in_pounds();
    for number in 0..9 {
        let id = room.client(&format!("Client {number}"));
        room.add(engagement(id));
        let badly = number < 3;
        for month in 2..8 {
            let due = format!("2026-{month:02}-10");
            room.add(deliverable(id, "Report", &due, Some(&due)));
            room.add(check_in(id, &due, if badly { 1 } else { 5 }));
        }
        if badly {
            room.add(Incident {
                client: id,
                on: day("2024-04-01"),
                what: IncidentKind::PressureOnPrice,
                observed: "Asked for 20 % off before the first draft".to_owned(),
                other_reading: String::new(),
                review_on: None,
            });
        }
    }
    let view = room.practice.fit_criteria(room.moment).expect("the criteria");
    assert_eq!(view.learnt_from, 9, "three went badly, six well");
    let first = &view.suggestions[0];
    assert_eq!(
        first.message,
        Sentence::TraitTold {
            of: Trait::AskedForDiscountEarly,
            warns: true,
            with: 3,
            with_all: 3,
            without: 0,
            without_all: 6,
        },
        "Fisher: 1 in 84"
    );
    assert_eq!(first.clients.len(), 3, "with its clients");
    assert_eq!(first.draft.weighs, CriterionKind::DealBreaker);
    room.add(first.draft.clone());
    let again = room.practice.fit_criteria(room.moment).expect("the criteria");
    assert!(again.suggestions.iter().all(|other| other.key != first.key), "what was taken is not said again");
}

#[test]
fn a_renewal_has_its_month_its_decision_and_its_letter() {
    let mut room = room_in_pounds();
    let id = worked(&mut room, "Fresh Fields", 1_000, 10);
    let agreement = room.add(engagement(id)).parse().expect("an id");
    let rows = |room: &Room| {
        let view = room.practice.renewals(room.moment).expect("it can be told");
        assert_eq!(view.months.len(), 12, "this month and eleven more");
        let mut rows: Vec<_> = view
            .months
            .into_iter()
            .flat_map(|month| month.rows.into_iter().map(move |row| (month.month, row)))
            .collect();
        assert_eq!(rows.len(), 1, "one agreement");
        let (month, row) = rows.remove(0);
        (month, row, view.sentence)
    };
    let (month, row, sentence) = rows(&room);
    assert_eq!(month, day("2027-01-01"), "it ends on 31 January");
    assert!(matches!(row.renewal, Renewal::On { notice_by: Some(by), .. } if by == day("2026-11-30")));
    assert_eq!((row.fees, row.rate), (Some(pounds(100_000)), Some(pounds(10_000))), "what it is worth");
    assert!(matches!(sentence, Sentence::RenewalsNext { undecided: 1, .. }), "{sentence:?}");
    let decide = |what, on| Decision {
        client: id,
        engagement: Some(agreement),
        on: day(on),
        what,
        reason: DecisionReason::Other,
        notes: String::new(),
    };
    for (what, on, letter) in [
        (DecisionKind::Renew, "2026-11-18", None),
        (DecisionKind::RaiseThePrice, "2026-11-19", Some(LetterKind::NewTerms)),
        (DecisionKind::Part, "2026-11-20", Some(LetterKind::RenewalRefusal)),
    ] {
        room.add(decide(what, on));
        let (_, row, sentence) = rows(&room);
        assert_eq!(row.decision.map(|decision| decision.record.what), Some(what), "the last one stands");
        assert_eq!(row.letter_kind, letter, "and its letter follows");
        assert_eq!(sentence, Sentence::RenewalsDecided { count: 1 });
    }
    // A decision about an earlier term decides nothing about this one.
    let mut later = Room::empty();
    let id = later.client("Fresh Fields");
    let agreement = later.add(engagement(id)).parse().expect("an id");
    let last_winter = decide(DecisionKind::Renew, "2025-12-20");
    later.add(Decision { client: id, engagement: Some(agreement), ..last_winter });
    let (_, row, _) = rows(&later);
    assert!(row.decision.is_none(), "last winter's decision was about last winter's end");
}
