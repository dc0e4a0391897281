//! How soon we answer, and how well they keep their side.
use kindly_measures::{
    Rate, Window, all_response_days, enquiry_response_days, first_response_days, invoices_kept,
    obligations_kept,
};
use kindly_records::{Complaint, Enquiry, Invoice};

use crate::records::{complaint, day, enquiry, euros, invoice, obligation, today};

#[test]
fn the_first_response_is_a_median_beside_those_that_wait() {
    let all = [
        complaint("2026-06-01", Some("2026-06-01")),
        complaint("2026-06-01", Some("2026-06-04")),
        complaint("2026-06-01", Some("2026-06-06")),
        complaint("2026-05-01", Some("2026-06-30")),
        complaint("2026-06-01", None),
        complaint("2026-06-20", Some("2026-07-01")),
    ];
    let found = first_response_days(&all, Window::until(today()), today());
    assert_eq!((found.answered.n, found.waiting), (4, 2), "an answer of tomorrow has not come yet");
    assert_eq!(found.answered.median, Some(4.0), "0, 3, 5 and 60 days: between 3 and 5");
    let nothing = first_response_days(NONE, Window::until(today()), today());
    assert_eq!(nothing.answered.median, None, "no complaint, no figure");
}

#[test]
fn enquiries_wait_as_complaints_do() {
    let complaints = [complaint("2026-06-01", Some("2026-06-03")), complaint("2026-06-01", None)];
    let enquiries = [
        enquiry("2026-06-01", Some("2026-06-08")),
        enquiry("2026-06-01", Some("2026-06-10")),
        enquiry("2025-06-01", None),
        enquiry("2026-07-01", None),
    ];
    let window = Window { from: day("2026-01-01"), to: today() };
    let alone = enquiry_response_days(&enquiries, window, today());
    assert_eq!(
        (alone.answered.median, alone.answered.n, alone.waiting),
        (Some(8.0), 2, 0),
        "7 and 9 days; what came before the window or lies ahead does not wait in it"
    );
    let both = all_response_days(&complaints, &enquiries, window, today());
    assert_eq!(
        (both.answered.median, both.answered.n, both.waiting),
        (Some(7.0), 3, 1),
        "2, 7 and 9 days, which no adding of 2 and 8 gives"
    );
    let one = all_response_days(&complaints[1..], NO_ENQUIRY, window, today());
    assert_eq!((one.answered.median, one.waiting), (None, 1), "one that waits has no median");
}

const NONE: &[Complaint] = &[];
const NO_ENQUIRY: &[Enquiry] = &[];

fn due_on(due: &str, paid: Option<&str>) -> Invoice {
    invoice("2026-01-01", due, euros(100), paid)
}

#[test]
fn a_promise_is_kept_broken_or_still_open() {
    let check = |due: &str, met: Option<&str>, expected: Option<bool>| {
        let expected = expected.map_or_else(Rate::default, |kept| Rate::of([kept]));
        let found = obligations_kept(&[obligation(due, met)], Window::until(day("2026-12-31")), today());
        assert_eq!(found, expected, "due {due}, met {met:?}");
        let found = invoices_kept(&[due_on(due, met)], Window::until(day("2026-12-31")), today());
        assert_eq!(found, expected, "an invoice due {due}, paid {met:?}");
    };
    check("2026-06-10", Some("2026-06-10"), Some(true));
    check("2026-06-10", Some("2026-06-11"), Some(false));
    check("2026-06-29", None, Some(false));
    check("2026-06-30", None, None);
    check("2026-07-10", Some("2026-06-01"), Some(true));
    check("2026-06-29", Some("2026-07-01"), Some(false));
    check("2026-06-30", Some("2026-07-01"), None);
    assert_eq!(
        Rate { hits: 1, n: 2 } + Rate { hits: 2, n: 3 },
        Rate { hits: 3, n: 5 },
        "both sorts together"
    );
}
