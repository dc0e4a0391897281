//! How well we deliver.
use kindly_measures::{AcceptanceRate, Rate, Window, acceptance_rate, on_time_rate, otif, overdue};
use kindly_records::{Acceptance, Deliverable, Outcome};

use crate::records::{day, deliverable, half_year, near, today};

#[test]
fn a_window_holds_both_its_ends() {
    let window = Window::days_to(today(), 90);
    assert_eq!(window.from, day("2026-04-02"), "ninety days with the last among them");
    assert_eq!(window.days_before(365).to, day("2026-04-01"), "the year before ends on the day before");
    assert_eq!(window.days_before(365).from, day("2025-04-02"), "and has 365 days");
    let check = |text: &str, expected: bool| assert_eq!(window.contains(day(text)), expected, "{text}");
    check("2026-04-01", false);
    check("2026-04-02", true);
    check("2026-06-30", true);
    check("2026-07-01", false);
    assert!(
        !Window { from: today(), to: day("2026-06-29") }.contains(today()),
        "turned round, it holds no day"
    );
}

#[test]
fn on_time_and_in_full_count_what_has_turned_out() {
    let all = [
        deliverable("2026-06-10", Some("2026-06-10"), Outcome::Met),
        deliverable("2026-06-10", Some("2026-06-09"), Outcome::Partial),
        deliverable("2026-06-10", Some("2026-06-11"), Outcome::Late),
        deliverable("2026-06-10", Some("2026-06-09"), Outcome::Rejected),
        deliverable("2026-06-10", None, Outcome::Late),
        deliverable("2026-06-10", None, Outcome::Pending),
        deliverable("2026-06-10", Some("2026-06-20"), Outcome::Excused),
        deliverable("2026-06-30", None, Outcome::Pending),
        deliverable("2026-06-10", Some("2026-07-01"), Outcome::Met),
    ];
    let window = Window::until(today());
    assert_eq!(on_time_rate(&all, window), Rate { hits: 3, n: 5 }, "met, partial and rejected came on time");
    assert_eq!(otif(&all, window), Rate { hits: 1, n: 5 }, "one came on time and in full");
    assert_eq!(overdue(&all, today()), 1, "due today is not overdue, and only the open ones are");
    assert_eq!(on_time_rate(&[], window).share(), None, "nothing delivered is no rate of zero");
    assert_eq!(on_time_rate(&[], window).interval(), None, "and has no interval");
}

#[test]
fn wilsons_interval_is_that_of_newcombes_table() {
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    let check = |hits: usize, n: usize, low: f64, high: f64| {
        let interval = Rate { hits, n }.interval().expect("n is above zero");
        near(interval.low, low, &format!("low of {hits}/{n}"));
        near(interval.high, high, &format!("high of {hits}/{n}"));
    };
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0.0, 0.1611);
    check(1, 29, 0.0061, 0.1718);
}

#[test]
fn acceptance_is_told_of_known_answers_only() {
    let answered = |delivered: Option<&str>, acceptance: Acceptance| Deliverable {
        acceptance,
        ..deliverable(
            "2026-06-10",
            delivered,
            if delivered.is_some() { Outcome::Met } else { Outcome::Pending },
        )
    };
    let on = Some("2026-06-10");
    let all = [
        answered(on, Acceptance::Accepted),
        answered(on, Acceptance::Accepted),
        answered(on, Acceptance::AcceptedAfterRework),
        answered(on, Acceptance::Refused),
        answered(on, Acceptance::Unknown),
        answered(None, Acceptance::Unknown),
        answered(Some("2025-12-31"), Acceptance::Refused),
        Deliverable { outcome: Outcome::Excused, ..answered(on, Acceptance::Accepted) },
    ];
    let found = acceptance_rate(&all, half_year());
    assert_eq!(found.at_first, Rate { hits: 3, n: 5 }, "excused work is accepted or not like any other");
    assert_eq!(found.in_the_end, Rate { hits: 4, n: 5 }, "rework counts in the end");
    assert_eq!(found.unknown, 1, "what was not handed over cannot be accepted yet");
    let nothing = acceptance_rate(&[], half_year());
    assert_eq!(nothing, AcceptanceRate::default(), "no answers");
    assert_eq!(nothing.at_first.share(), None, "no answers, no rate");
}
