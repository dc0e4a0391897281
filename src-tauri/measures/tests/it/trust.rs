//! Our own trust by month and against ourselves a year ago, by hand. It is 30 June 2026: the year begins on
//! 1 July 2025, the year before on 1 July 2024.
use chrono::{Days, NaiveDate};
use kindly_measures::{OwnTrust, TrustFigure, TrustRecords, complaints_per_deliverable, own_trust};
use kindly_records::{
    CheckInRequest, Complaint, Deliverable, Enquiry, Improvement, Outcome, RatingScale, SaidBy,
};

use crate::records::{answer, client, complaint, day, deliverable, enquiry, near, today};

const NOW: &str = "2026-01-05";
const BEFORE: &str = "2025-01-06";

fn later(from: &str, days: u64) -> String {
    day(from).checked_add_days(Days::new(days)).expect("a day of the calendar").to_string()
}

/// So many on their day, and so many two days late, a week apart from a day on.
fn delivered(from: &str, on_time: u64, late: u64) -> Vec<Deliverable> {
    (0..on_time + late)
        .map(|place| {
            let due = later(from, place);
            let (out, outcome) = if place < on_time {
                (later(&due, 0), Outcome::Met)
            } else {
                (later(&due, 2), Outcome::Late)
            };
            deliverable(&due, Some(&out), outcome)
        })
        .collect()
}

fn judged(deliverables: &[Deliverable], complaints: &[Complaint], enquiries: &[Enquiry]) -> OwnTrust {
    let records = TrustRecords {
        deliverables: deliverables.iter().collect(),
        complaints: complaints.iter().collect(),
        enquiries: enquiries.iter().collect(),
        ..TrustRecords::default()
    };
    own_trust(&records, today())
}

#[test]
fn the_two_years_meet_without_a_gap_and_the_months_end_today() {
    let found = own_trust(&TrustRecords::default(), today());
    assert_eq!((found.year.window.from, found.year.window.to), (day("2025-07-01"), today()));
    assert_eq!(
        (found.year_before.window.from, found.year_before.window.to),
        (day("2024-07-01"), day("2025-06-30"))
    );
    let months: Vec<NaiveDate> = found.months.iter().map(|month| month.month).collect();
    assert_eq!(months.len(), 24);
    assert_eq!((months[0], months[23]), (day("2024-07-01"), day("2026-06-01")), "the oldest first");
    assert!(
        found.compared.is_empty() && found.worse.is_empty() && found.better.is_empty(),
        "nothing to tell"
    );
}

#[test]
fn on_time_fell_by_more_than_chance_only_with_enough_on_both_sides() {
    // 8 of 8 before and 4 of 8 now: Fisher's P is C(8,4) ÷ C(16,4) = 70 ÷ 1,820 = 0.038.
    let all = [delivered(BEFORE, 8, 0), delivered(NOW, 4, 4)].concat();
    let found = judged(&all, &[], &[]);
    assert_eq!((found.year.on_time.hits, found.year.on_time.n), (4, 8));
    assert_eq!((found.year_before.on_time.hits, found.year_before.on_time.n), (8, 8));
    assert_eq!(
        found.worse,
        [TrustFigure::OnTime, TrustFigure::Promises],
        "late work is a promise broken too"
    );
    assert!(found.better.is_empty());
    // 8 of 8 and 5 of 8: C(8,3) ÷ C(16,3) = 56 ÷ 560 = 0.1.
    let chance = judged(&[delivered(BEFORE, 8, 0), delivered(NOW, 5, 3)].concat(), &[], &[]);
    assert!(chance.worse.is_empty(), "that may be chance: {:?}", chance.worse);
    assert!(chance.compared.contains(&TrustFigure::OnTime), "and was compared");
    let few = judged(&[delivered(BEFORE, 4, 0), delivered(NOW, 0, 4)].concat(), &[], &[]);
    assert!(few.compared.is_empty(), "four are too few, whatever they say");
    let better = judged(&[delivered(BEFORE, 4, 4), delivered(NOW, 8, 0)].concat(), &[], &[]);
    assert_eq!(better.better, [TrustFigure::OnTime, TrustFigure::Promises]);
}

#[test]
fn complaints_are_held_against_what_was_delivered() {
    let work = [delivered(BEFORE, 10, 0), delivered(NOW, 10, 0)].concat();
    let complaints = |before: usize, now: usize| -> Vec<Complaint> {
        let old = (0..before).map(|_| complaint("2025-03-01", Some("2025-03-02")));
        old.chain((0..now).map(|_| complaint("2026-03-01", Some("2026-03-02")))).collect()
    };
    // Of 16, 12 or more fall on this side by chance with 0.0384; 11 or more with 0.105.
    assert_eq!(judged(&work, &complaints(4, 12), &[]).worse, [TrustFigure::Complaints]);
    assert!(judged(&work, &complaints(5, 11), &[]).worse.is_empty(), "11 of 16 may be chance");
    assert_eq!(judged(&work, &complaints(12, 4), &[]).better, [TrustFigure::Complaints]);
    let none_noted = judged(&work, &complaints(0, 12), &[]);
    assert!(
        !none_noted.compared.contains(&TrustFigure::Complaints),
        "nobody noted any before: that tells nothing"
    );
    near(complaints_per_deliverable(12, 10).expect("of ten"), 1.2, "more than one each");
    assert_eq!(complaints_per_deliverable(3, 0), None, "of nothing");
}

#[test]
fn first_answers_are_compared_by_rank_so_that_one_forgotten_letter_decides_nothing() {
    let asked = |from: &str, days: &[u64]| -> Vec<Enquiry> {
        days.iter().map(|days| enquiry(from, Some(&later(from, *days)))).collect()
    };
    let slow = [asked(BEFORE, &[1, 1, 2, 2, 1]), asked(NOW, &[4, 5, 6, 5, 7])].concat();
    let found = judged(&[], &[], &slow);
    assert_eq!(found.worse, [TrustFigure::FirstResponse]);
    assert_eq!(found.year.first_response.median, Some(5.0), "days, the middle one");
    let forgotten = [asked(BEFORE, &[1, 1, 2, 2, 1]), asked(NOW, &[1, 2, 1, 2, 90])].concat();
    assert!(judged(&[], &[], &forgotten).worse.is_empty(), "one of ninety days");
}

#[test]
fn a_question_counts_as_answered_within_thirty_days_and_an_impression_is_no_answer() {
    let request = |name: &str, on: &str| CheckInRequest {
        client: client(name),
        on: day(on),
        scale: RatingScale::Csat,
        deliverable: None,
        person: String::new(),
    };
    let said = |name: &str, on: &str| kindly_records::CheckIn {
        client: client(name),
        ..answer(day(on), RatingScale::Csat, 4)
    };
    let requests = [
        request("A", "2026-03-01"),
        request("B", "2026-03-01"),
        request("C", "2026-03-01"),
        request("D", "2026-03-01"),
        request("A", "2025-06-30"),
    ];
    let answers = [
        said("A", "2026-03-31"),
        said("B", "2026-04-01"),
        said("C", "2026-02-28"),
        kindly_records::CheckIn { said_by: SaidBy::MyImpression, ..said("D", "2026-03-02") },
    ];
    let records = TrustRecords {
        requests: requests.iter().collect(),
        check_ins: answers.iter().collect(),
        ..TrustRecords::default()
    };
    let found = own_trust(&records, today());
    assert_eq!(
        (found.year.asked, found.year.answered),
        (4, 1),
        "A on the thirtieth day; B a day late, C before"
    );
    assert_eq!(
        (found.year_before.asked, found.year_before.answered),
        (1, 0),
        "the last day of the year before"
    );
    let march =
        found.months.iter().find(|month| month.month == day("2026-03-01")).expect("a month of the two years");
    assert_eq!((march.asked, march.answered), (4, 1), "counted where it was asked");
}

#[test]
fn a_change_of_our_own_is_a_promise_kept_by_its_day() {
    let change = |from: &str, done: Option<&str>| Improvement {
        what: "A draft on the third day".into(),
        from: day(from),
        theme: String::new(),
        done_on: done.map(day),
        notes: String::new(),
    };
    let changes = [
        change("2026-03-01", Some("2026-03-01")),
        change("2026-03-01", Some("2026-03-02")),
        change("2026-03-01", None),
        change("2026-07-01", Some("2026-06-01")),
    ];
    let records = TrustRecords { improvements: changes.iter().collect(), ..TrustRecords::default() };
    let found = own_trust(&records, today());
    assert_eq!(
        (found.year.promises.hits, found.year.promises.n),
        (1, 3),
        "one on its day; one is not due yet"
    );
}

#[test]
fn the_months_of_a_year_add_up_to_it() {
    let work = [delivered("2025-07-01", 40, 20), delivered("2026-04-01", 30, 40)].concat();
    let said: Vec<Complaint> =
        (0..50).map(|place| complaint(&later("2025-07-01", place * 7), None)).collect();
    let found = judged(&work, &said, &[]);
    let months = &found.months[12..];
    assert_eq!(months[0].month, found.year.window.from, "a year from a first day is twelve months");
    let sum = |of: fn(&kindly_measures::TrustMonth) -> usize| months.iter().map(of).sum::<usize>();
    assert_eq!(sum(|month| month.on_time.n), found.year.on_time.n);
    assert_eq!(sum(|month| month.on_time.hits), found.year.on_time.hits);
    assert_eq!(sum(|month| month.promises.n), found.year.promises.n);
    assert_eq!(sum(|month| month.complaints), found.year.complaints);
    assert_eq!(sum(|month| month.delivered), found.year.delivered);
    assert!(found.year.delivered > 100 && found.year.complaints == 50, "there was something to add up");
}
