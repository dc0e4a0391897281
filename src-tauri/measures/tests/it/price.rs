//! Prices that are needed, and cuts that are asked for, by hand.
use kindly_measures::{median, median_minor, price_cut, price_needed, unbilled_hours, worth_of_hours};
use proptest::prelude::*;

use crate::records::{concession, half_year, near, time};

const HOUR: u64 = 3_600;

#[test]
fn the_median_of_rates_is_the_middle_or_between_the_middle_two() {
    assert_eq!(median_minor([]), None, "of none");
    assert_eq!(median_minor([900]), Some(900));
    assert_eq!(median_minor([300, 100, 200]), Some(200), "whatever the order");
    assert_eq!(median_minor([100, 200, 301, 900]), Some(251), "250.5 is rounded away from zero");
    assert_eq!(median_minor([i64::MAX, i64::MAX]), Some(i64::MAX), "nothing overflows");
    near(median([4.0, 1.0, 2.0, 3.0]).expect("of four"), 2.5, "of numbers");
    assert_eq!(median([]), None);
}

#[test]
fn what_brings_a_client_to_a_rate() {
    // 12,000 for 150 hours is 80 an hour; at 100 the same hours cost 15,000, and 12,000 pays for 120.
    let found = price_needed(1_200_000, 150 * HOUR, 10_000).expect("fees and hours");
    assert_eq!(found.fees_minor, 1_500_000);
    near(found.change, 0.25, "a quarter more");
    near(found.hours, 120.0, "or fewer hours");
    assert_eq!(worth_of_hours(150.0, 10_000), 1_500_000, "the same hours, sold at that rate");
    for (fees, seconds, rate) in [(0, HOUR, 1), (1, 0, 1), (1, HOUR, 0), (-5, HOUR, 1)] {
        assert_eq!(price_needed(fees, seconds, rate), None, "{fees}, {seconds}, {rate}");
    }
}

#[test]
fn twenty_percent_off_or_we_leave() {
    // 10,000 a year for 100 hours; a fifth less; elsewhere an hour brings 120, and half of the hours would be sold.
    let found = price_cut(1_000_000, 100 * HOUR, 0.2, 12_000, 0.5).expect("it can be worked out");
    assert_eq!((found.rate_now_minor, found.rate_after_minor), (10_000, 8_000));
    assert_eq!(
        (found.fees_after_minor, found.given_up_minor, found.at_risk_minor),
        (800_000, 200_000, 1_000_000)
    );
    assert_eq!(found.part_below_minor, 6_000, "half of 120");
    assert!(!found.parting_is_better, "80 is more than 60");
    near(found.largest_cut, 0.4, "from 100 to 60");
    let sold = price_cut(1_000_000, 100 * HOUR, 0.2, 12_000, 1.0).expect("it can be worked out");
    assert!(sold.parting_is_better, "80 is less than 120");
    near(sold.largest_cut, 0.0, "there is nothing to give");
}

#[test]
fn breaking_even_is_borne_and_what_is_no_cut_is_refused() {
    let even = price_cut(1_000_000, 100 * HOUR, 0.3, 7_000, 1.0).expect("it can be worked out");
    assert!(!even.parting_is_better, "70 for 70");
    near(even.largest_cut, 0.3, "as much as is asked");
    for (cut, filled) in [(0.0, 0.5), (1.0, 0.5), (-0.1, 0.5), (0.2, 1.1), (0.2, -0.1), (f64::NAN, 0.5)] {
        assert_eq!(price_cut(1_000_000, HOUR, cut, 1, filled), None, "{cut} and {filled}");
    }
    assert_eq!(price_cut(0, HOUR, 0.2, 1, 0.5), None, "no fees");
    assert_eq!(price_cut(1, 0, 0.2, 1, 0.5), None, "no hours");
}

#[test]
fn unbilled_work_that_was_noted_twice_counts_once_by_client_and_day() {
    let unpaid = |name, on, hours| kindly_records::TimeEntry { billable: false, ..time(name, on, hours) };
    let entries = [
        unpaid("A", "2026-06-10", 2.0),
        unpaid("A", "2026-06-10", 1.0),
        unpaid("B", "2026-06-10", 1.0),
        unpaid("A", "2026-06-11", 0.5),
        time("A", "2026-06-11", 8.0),
        unpaid("A", "2025-12-31", 9.0),
    ];
    // Concessions of 10 June: two hours of A (less than the three noted as time), three of B (more), and one of money.
    let given = [
        concession("A", None, Some(120)),
        concession("B", None, Some(180)),
        concession("A", Some(crate::records::euros(50_000)), None),
    ];
    let found = unbilled_hours(&entries, &given, half_year());
    near(found.seconds as f64 / 3_600.0, 3.0 + 3.0 + 0.5, "A's time, B's concession, A's next day");
    assert_eq!(found.n, 2 + 1 + 1, "the records that counted");
    assert_eq!(unbilled_hours([], [], half_year()).n, 0, "nothing");
}

proptest! {
    #[test]
    fn the_price_that_is_needed_brings_the_rate(
        fees in 1_i64..10_000_000, hours in 1_u64..3_000, rate in 1_i64..100_000,
    ) {
        let needed = price_needed(fees, hours * HOUR, rate).expect("all above zero");
        prop_assert_eq!(needed.fees_minor, rate * i64::try_from(hours).expect("few"), "whole hours at the rate");
        prop_assert!((needed.hours * rate as f64 - fees as f64).abs() < 1e-6 * fees as f64, "the other way round");
        prop_assert!(((1.0 + needed.change) * fees as f64 - needed.fees_minor as f64).abs() < 1e-3, "the change");
    }

    #[test]
    fn a_larger_cut_never_makes_staying_better(
        fees in 1_i64..10_000_000, hours in 1_u64..3_000, elsewhere in 0_i64..100_000,
        cut in 0.01_f64..0.98, more in 0.001_f64..0.01, filled in 0.0_f64..=1.0,
    ) {
        let ask = |cut| price_cut(fees, hours * HOUR, cut, elsewhere, filled).expect("within the range");
        let (small, large) = (ask(cut), ask(cut + more));
        prop_assert!(!small.parting_is_better || large.parting_is_better, "{small:?} {large:?}");
        prop_assert!(large.given_up_minor >= small.given_up_minor, "more is given up");
        prop_assert_eq!(small.fees_after_minor + small.given_up_minor, fees, "nothing is lost in rounding");
        prop_assert_eq!(small.parting_is_better, cut > small.largest_cut + 1e-7, "the largest cut is where it turns");
    }
}
