//! The portfolio review: its figures are those of the screens on the same day, and its pages are few.
use std::fs;

use kindly_practice::{
    ChartText, Practice, PracticeError,
    figures::{FigureId, FigurePeriod, FigureScope, FigureValue},
    records::{
        CheckIn, ClientId, ClientStatus, Complaint, ComplaintCause, Deliverable, Moment, Outcome, RatingScale,
    },
    review::{Quarter, Review},
    standing::{Renewal, Verdict},
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::{
    pdf::text_of,
    room::{Room, check_in, client, day, deliverable, engagement},
};

/// Quarters of the sample, the one that runs last.
const TOLD: [&str; 5] = ["2025-Q3", "2025-Q4", "2026-Q2", "2026-Q3", "2026-Q4"];

fn quarter(name: &str) -> Quarter {
    name.parse().expect("a quarter of the test")
}

fn review(room: &Room, name: &str) -> Review {
    room.practice.review(room.moment, quarter(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The moment at which the screens are compared.
fn then(review: &Review) -> Moment {
    Moment::of_day(review.until)
}

fn complaint(client: ClientId, on: &str) -> Complaint {
    Complaint {
        client,
        on: day(on),
        theme: "slow".to_owned(),
        words: String::new(),
        answered_on: None,
        resolved_on: None,
        cause: ComplaintCause::default(),
        resolution: String::new(),
    }
}

#[test]
fn its_figures_are_those_of_the_figures_screen() {
    let room = Room::with_sample();
    // The first quarter of a usual year has the ninety days that the screen takes for a quarter.
    let review = review(&room, "2026-Q1");
    let screen = room.practice.figures(then(&review), FigureScope::Practice, FigurePeriod::Quarter);
    let screen = screen.expect("the screen");
    assert_eq!((screen.from, screen.to), (Some(review.from), review.until), "the same days");
    assert!(review.figures.len() > 4, "several are told: {:?}", review.figures);
    for told in &review.figures {
        let shown = screen.figures.iter().find(|figure| figure.id == told.id).expect("the screen has it too");
        assert_eq!((told.now, told.n_now), (shown.value, shown.n), "{:?}", told.id);
    }
}

#[test]
fn clients_stand_as_on_the_clients_screen_of_the_last_day() {
    let room = Room::with_sample();
    for name in TOLD {
        let review = review(&room, name);
        let screen = room.practice.clients(then(&review)).expect("the screen");
        assert!(!review.clients.is_empty(), "{name}: somebody worked with us");
        for told in &review.clients {
            let row = screen.rows.iter().find(|row| row.id == told.client).expect("the screen has them too");
            assert_eq!(Some(told.verdict), row.verdict, "{name}: the verdict on {}", told.name);
            assert_eq!(
                (told.met, told.counted, told.satisfaction, told.check_ins, told.kept, told.owed),
                (row.met, row.counted, row.satisfaction, row.check_ins, row.kept, row.owed),
                "{name}: the counts behind it, of {}",
                told.name
            );
            assert_eq!(
                (told.concessions, told.one_way_too),
                (row.concessions, row.one_way_too),
                "{name}: what was given, and the balance, of {}",
                told.name
            );
            let mark = |scatter: &kindly_practice::standing::Scatter| {
                scatter
                    .marks
                    .iter()
                    .find(|mark| mark.client == told.client)
                    .map(|mark| (mark.verdict, mark.met_share, mark.satisfaction, mark.check_ins))
            };
            if row.status == ClientStatus::Active {
                assert_eq!(mark(&review.scatter), mark(&screen.scatter), "{name}: the mark of {}", told.name);
            }
        }
    }
    let running = review(&room, "2026-Q4");
    let active = room.practice.clients(room.moment).expect("the screen").rows;
    let active = active.iter().filter(|row| row.status == ClientStatus::Active).count();
    assert_eq!(running.clients.len(), active, "while the quarter runs it tells of whom today's screen does");
}

#[test]
fn verdicts_and_months_are_those_of_the_offering_screen() {
    let room = Room::with_sample();
    for name in TOLD {
        let review = review(&room, name);
        let screen = room.practice.offering(then(&review)).expect("the screen");
        let of_month = |chart: &kindly_practice::Chart, day: chrono::NaiveDate, key: &str| -> u32 {
            let series = chart.series.iter().position(|series| series.key == key).expect("a series");
            let row = chart.rows.iter().find(|row| row.label == ChartText::Month { day }).expect("a month");
            let value = row.values[series].unwrap_or_default();
            (0..1_000).find(|count| (f64::from(*count) - value).abs() < 0.5).expect("a small count")
        };
        let key = |verdict: Verdict| serde_json::to_value(verdict).expect("a name");
        let month_of = |day: chrono::NaiveDate| chrono::Datelike::with_day(&day, 1).expect("a first day");
        let before = review.from.pred_opt().expect("a day before");
        for count in &review.verdicts {
            let key = key(count.verdict);
            let key = key.as_str().expect("a name");
            let now = of_month(&screen.standing, month_of(review.until), key);
            assert_eq!(count.now, now, "{name}: how many are {key}");
            let then = of_month(&screen.standing, month_of(before), key);
            assert_eq!(count.before, then, "{name}: how many were {key} a quarter before");
        }
        for month in &review.months {
            let of = |key| of_month(&screen.delivery, month.month, key);
            assert_eq!(
                (month.met, month.partial, month.missed),
                (of("met"), of("partial"), of("missed")),
                "{name}: {}",
                month.month
            );
        }
    }
}

#[test]
fn what_changed_is_what_the_course_of_each_client_shows() {
    let room = Room::with_sample();
    let mut found = 0;
    for name in TOLD {
        let review = review(&room, name);
        for told in &review.clients {
            let course = room.practice.verdict_history(then(&review), told.client).expect("the course");
            let mut months: Vec<_> = course.months.iter().map(|month| (month.day, month.verdict)).collect();
            months.reverse();
            let changed: Vec<_> = months
                .windows(2)
                .filter(|pair| pair[1].0 >= review.from && pair[0].1 != pair[1].1)
                .map(|pair| (pair[1].0, pair[0].1, pair[1].1))
                .collect();
            let changes: Vec<_> = review
                .changes
                .iter()
                .filter(|change| change.client == told.client && change.from.is_some())
                .map(|change| (change.on, change.from, Some(change.to)))
                .collect();
            assert_eq!(changes, changed, "{name}: {}", told.name);
            found += changes.len();
        }
    }
    assert!(found > 3, "the sample has verdicts that changed: {found}");
}

#[test]
fn our_own_side_is_that_of_the_trust_screen() {
    let room = Room::with_sample();
    for name in TOLD {
        let review = review(&room, name);
        let screen = room.practice.trust(then(&review)).expect("the screen");
        assert_eq!(review.trust.len(), screen.figures.len(), "{name}: every figure");
        for (told, shown) in review.trust.iter().zip(&screen.figures) {
            assert_eq!(
                (told.id, told.now, told.n_now, told.before, told.n_before, told.change),
                (shown.id, shown.now, shown.n_now, shown.before, shown.n_before, shown.change),
                "{name}"
            );
        }
    }
}

#[test]
fn renewals_are_those_of_the_renewals_screen_with_a_day_in_the_next_quarter() {
    let room = Room::with_sample();
    let mut found = 0;
    for name in TOLD {
        let review = review(&room, name);
        let last = quarter(name).after().last_day();
        let screen = room.practice.renewals(then(&review)).expect("the screen");
        let mut expected: Vec<_> = screen
            .months
            .iter()
            .flat_map(|month| &month.rows)
            .filter_map(|row| match row.renewal {
                Renewal::On { ends_on, notice_by, post_by, .. } => {
                    let mut days = [Some(ends_on), notice_by, post_by].into_iter().flatten();
                    days.any(|day| day > review.until && day <= last).then_some((row.engagement, ends_on))
                }
                _ => None,
            })
            .collect();
        let mut told: Vec<_> = review.renewals.iter().map(|row| (row.engagement, row.ends_on)).collect();
        expected.sort();
        told.sort();
        assert_eq!(told, expected, "{name}");
        found += told.len();
    }
    assert!(found > 2, "the sample has agreements that end: {found}");
}

#[test]
fn the_first_and_the_last_day_belong_to_a_quarter() {
    for (on, within, before) in [
        ("2026-03-31", 0, 0),
        ("2026-04-01", 0, 1),
        ("2026-06-30", 0, 1),
        ("2026-07-01", 1, 0),
        ("2026-09-30", 1, 0),
        ("2026-10-01", 0, 0),
    ] {
        let mut room = Room::empty();
        let client = room.client("Halden & Co");
        room.add(deliverable(client, "Long ago", "2026-01-10", Some("2026-01-10")));
        room.add(deliverable(client, "Report", on, Some(on)));
        room.add(check_in(client, on, 4));
        room.add(CheckIn::new(client, day(on), RatingScale::Nps, 9));
        room.add(complaint(client, on));
        let review = review(&room, "2026-Q3");
        let n = |id| {
            let figure = review.figures.iter().find(|figure| figure.id == id);
            figure.map_or((0, 0), |figure| (figure.n_now, figure.n_before))
        };
        for id in
            [FigureId::OnTime, FigureId::Otif, FigureId::CsatSatisfied, FigureId::CsatMean, FigureId::Nps]
        {
            assert_eq!(n(id), (within, before), "{on}: {id:?}");
        }
        assert_eq!((review.complaints.now, review.complaints.before), (within, before), "{on}: complaints");
        let (met, said) =
            review.months.iter().fold((0, 0), |(met, said), month| (met + month.met, said + month.check_ins));
        assert_eq!((met, said), (within + before, 2 * (within + before)), "{on}: by month");
    }
}

#[test]
fn what_a_quarter_says_the_next_one_says_of_it() {
    let room = Room::with_sample();
    for name in ["2025-Q4", "2026-Q1", "2026-Q2"] {
        let (one, next) = (review(&room, name), review(&room, &quarter(name).after().to_string()));
        for figure in &next.figures {
            let Some(before) = one.figures.iter().find(|before| before.id == figure.id) else {
                assert_eq!(figure.before, FigureValue::None, "{name}: {:?}", figure.id);
                continue;
            };
            assert_eq!(
                (figure.before, figure.n_before),
                (before.now, before.n_now),
                "{name}: {:?}",
                figure.id
            );
        }
        assert_eq!(next.complaints.before, one.complaints.now, "{name}: complaints");
        let last: Vec<_> = one.months.iter().rev().take(3).rev().collect();
        let first: Vec<_> = next.months.iter().take(3).collect();
        assert_eq!(last, first, "{name}: its months");
    }
}

#[test]
fn who_came_later_stands_in_no_earlier_quarter() {
    let mut room = Room::empty();
    for (name, on) in [("Early", "2026-02-10"), ("Late", "2026-10-10")] {
        let client = room.client(name);
        room.add(deliverable(client, "Report", on, Some(on)));
    }
    let names = |name: &str| -> Vec<String> {
        review(&room, name).clients.into_iter().map(|client| client.name).collect()
    };
    assert_eq!(names("2026-Q1"), ["Early"], "the other was not known");
    assert_eq!(names("2026-Q4"), ["Early", "Late"], "both are with us");
}

#[test]
fn a_quarter_that_cannot_be_told_is_refused_in_one_sentence() {
    let (sample, empty) = (Room::with_sample(), Room::empty());
    let check = |room: &Room, name: &str, sentence: &str| {
        let path = room.path("review.pdf");
        let error = room
            .practice
            .save_review(room.moment, quarter(name), &path)
            .expect_err("there is nothing to tell of it");
        assert_eq!(error.to_string(), sentence, "{name}");
        assert!(!path.exists(), "{name}: nothing is written");
    };
    check(&sample, "2027-Q1", "2027-Q1 has not begun: choose 2026-Q4 or an earlier quarter");
    check(&sample, "2023-Q4", "nothing is on record of 2023-Q4: choose 2024-Q1 or a later quarter");
    let nothing = "there is nothing to review yet: add a client and what you delivered first";
    check(&empty, "2026-Q3", nothing);
    check(&empty, "2027-Q1", nothing);
    let nowhere = sample.path("no folder").join("review.pdf");
    let error = sample.practice.save_review(sample.moment, quarter("2026-Q3"), &nowhere);
    assert!(matches!(error, Err(PracticeError::Write { .. })), "the place is named: {error:?}");
}

#[test]
fn the_last_four_quarters_with_records_are_offered() {
    let room = Room::with_sample();
    let names = |room: &Room| -> Vec<String> {
        let quarters = room.practice.review_quarters(room.moment).expect("they can be read");
        for offered in &quarters {
            let review =
                room.practice.review(room.moment, offered.quarter).expect("what is offered can be told");
            assert_eq!(
                (offered.until, offered.running),
                (review.until, review.running),
                "{}",
                offered.quarter
            );
        }
        quarters.into_iter().map(|offered| offered.quarter.to_string()).collect()
    };
    assert_eq!(names(&room), ["2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"], "the latest first");
    assert!(names(&Room::empty()).is_empty(), "none where nothing is recorded");
    let mut young = Room::empty();
    let client = young.client("Halden & Co");
    young.add(deliverable(client, "Report", "2026-09-30", Some("2026-09-30")));
    assert_eq!(names(&young), ["2026-Q4", "2026-Q3"], "none from before the first record");
}

/// Checks that a file can be archived and read aloud, and gives its text.
fn sound(room: &Room, name: &str) -> String {
    let path = room.path("review.pdf");
    let pages = room.practice.review_pages(room.moment, quarter(name)).expect("it can be set");
    assert!(pages <= 3, "{name} has {pages} pages");
    room.practice.save_review(room.moment, quarter(name), &path).expect("it can be written");
    let bytes = fs::read(&path).expect("it was written");
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile));
        let report = report.unwrap_or_else(|error| panic!("{name}: the validator cannot read it: {error}"));
        assert!(report.is_compliant, "{name}: {profile:?}: {:#?}", report.failures);
    }
    let other = room.path("other.pdf");
    room.practice.save_review(room.moment, quarter(name), &other).expect("it can be written");
    assert!(fs::read(&other).expect("it was written") == bytes, "{name}: the same records, the same file");
    text_of(&path)
}

#[test]
fn every_quarter_of_the_sample_takes_three_pages_at_most() {
    let room = Room::with_sample();
    for name in TOLD {
        let text = sound(&room, name);
        for heading in [
            "The quarter in figures",
            "How the clients stand",
            "The clients by verdict, and the records behind it",
            "Verdicts that changed",
            "Our own trust",
            "Month by month",
            "Renewals and days of notice until",
        ] {
            assert!(text.contains(heading), "{name}: “{heading}” stands in: {text}");
        }
        assert!(!text.to_lowercase().contains("never happy"), "{name}: that name stays inside: {text}");
        assert!(!text.contains("more."), "{name}: nothing is left out: {text}");
        let runs = text.contains("The quarter still runs: everything is told until 22 November 2026.");
        assert_eq!(runs, name == "2026-Q4", "{name}: only the one that runs says so");
    }
    assert_eq!(Practice::review_file_name(quarter("2026-Q3")), "2026-Q3 portfolio review.pdf", "its name");
}

#[test]
fn our_own_side_is_said_first() {
    let room = Room::with_sample();
    let text = sound(&room, "2026-Q3");
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("“{part}” stands in: {text}"));
    assert!(place("Look at our own side first") < place("came on time"), "what fell: {text}");
    assert!(place("came on time") < place("Of 12 clients"), "then the clients: {text}");
    assert!(place("ours to put right") < place("unhappy despite delivery"), "what is ours first: {text}");
}

#[test]
fn two_hundred_clients_still_take_three_pages() {
    let mut room = Room::empty();
    let pick = |number: usize, of: [i64; 3]| of[number % 3];
    for number in 0..200 {
        let named =
            client(&format!("Client {number} & Partners of the Long Name, Limited Liability Company"));
        let client: ClientId = room.add(named).parse().expect("the id of a client");
        room.add(engagement(client));
        for (title, on) in [("One", "2026-07-10"), ("Two", "2026-08-10"), ("Three", "2026-09-10")] {
            let late = number % 5 == 0;
            room.add(Deliverable {
                outcome: if late { Outcome::Late } else { Outcome::Met },
                ..deliverable(client, title, on, Some(on))
            });
            room.add(check_in(client, on, pick(number, [1, 3, 5])));
        }
    }
    let text = sound(&room, "2026-Q3");
    assert!(text.contains("Of 200 clients"), "all are counted: {text}");
    assert!(
        ["clients", "changes", "agreements"].iter().all(|what| text.contains(&format!("more {what}."))),
        "and it says how many are not told one by one: {text}"
    );
    assert!(text.contains("Page 3 of 3"), "three pages: {text}");
}
