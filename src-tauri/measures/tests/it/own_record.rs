//! Whether we have become worse.
use chrono::{Days, NaiveDate};
use kindly_measures::{Fell, OwnRecord, Rate, own_record};
use kindly_records::{CheckIn, Deliverable, Outcome, RatingScale};

use crate::records::{answer, deliverable, today};

/// `hits` of `n` on time in the last 90 days, against the same of the year before.
fn record_of(recent: (usize, usize), before: (usize, usize), said: (&[i64], &[i64])) -> OwnRecord {
    let year_before = today().checked_sub_days(Days::new(200)).expect("a day in range");
    let row = |on: NaiveDate, hit: bool| Deliverable {
        due_on: on,
        delivered_on: hit.then_some(on),
        ..deliverable("2026-01-01", None, if hit { Outcome::Met } else { Outcome::Late })
    };
    let rows = |on: NaiveDate, (hits, n): (usize, usize)| (0..n).map(move |at| row(on, at < hits));
    let deliverables: Vec<_> = rows(today(), recent).chain(rows(year_before, before)).collect();
    let ratings = |on: NaiveDate, values: &[i64]| {
        values.iter().map(|value| answer(on, RatingScale::Csat, *value)).collect()
    };
    let mut check_ins: Vec<CheckIn> = ratings(today(), said.0);
    check_ins.extend::<Vec<_>>(ratings(year_before, said.1));
    own_record(&deliverables, &check_ins, today())
}

#[test]
fn our_own_fall_is_told_when_it_is_more_than_chance() {
    let check = |recent, before, said: (&[i64], &[i64]), expected: Option<Fell>, why: &str| {
        assert_eq!(record_of(recent, before, said).fell, expected, "{why}");
    };
    let silent: (&[i64], &[i64]) = (&[], &[]);
    // Fisher by hand, 36 of 40 before: with 6 of 10, 418,069,169 of 10,272,278,170 ways give so few, 0.0407;
    // with 7 of 10, 1,362,310,649 of them, 0.1326.
    check((6, 10), (36, 40), silent, Some(Fell::OnTime), "four of ten late after nine in ten on time");
    check((7, 10), (36, 40), silent, None, "seven of ten may be chance");
    check((10, 10), (20, 40), silent, None, "better is no fall");
    check((0, 4), (36, 40), silent, None, "four deliverables are too few to tell");
    check((0, 10), (4, 4), silent, None, "so is a year with four");
    check((0, 0), (0, 0), silent, None, "nothing is no fall");
    // Welch by hand: means 2.6 and 4.3333, variances 0.3 of 5 and 0.2667 of 6: t = 5.36 against 1.83.
    let fell: (&[i64], &[i64]) = (&[2, 3, 3, 2, 3], &[4, 5, 4, 5, 4, 4]);
    check((0, 0), (0, 0), fell, Some(Fell::Satisfaction), "answers fell by nearly two");
    check((5, 10), (36, 40), fell, Some(Fell::Both), "both fell");
    // Means 4 and 4.3333: no spread on one side, 1/√12 instead: t = 0.3333 / 0.2472 = 1.35 against 1.8.
    check((0, 0), (0, 0), (&[4; 5], &[4, 5, 4, 5, 4, 4]), None, "a third of a point may be chance");
    check((0, 0), (0, 0), (&[1; 4], &[5; 40]), None, "four answers are too few to tell");
    check((0, 0), (0, 0), (&[5; 5], &[4; 40]), None, "happier is no fall");
}

#[test]
fn our_own_record_shows_its_figures_with_their_n() {
    let record = record_of((5, 10), (36, 40), (&[2, 3], &[4]));
    assert_eq!(record.on_time_90, Rate { hits: 5, n: 10 }, "the last 90 days");
    assert_eq!(record.on_time_year_before, Rate { hits: 36, n: 40 }, "the year before");
    assert_eq!((record.satisfaction_90.n, record.satisfaction_90.mean), (2, Some(2.5)), "two answers");
    assert_eq!(record.satisfaction_year_before.n, 1, "one answer");
    assert_eq!(record.overdue, 0, "nothing is open");
}

#[test]
fn where_nothing_changed_a_fall_is_told_once_in_twenty_at_most() {
    // All outcomes of 8 and 20 deliverables with the same true rate, weighted by how likely each is.
    let (recent, before) = (8_usize, 20_usize);
    let likely = |n: usize, hits: usize, rate: f64| {
        let ways: f64 = (0..hits).map(|k| (n - k) as f64 / (k + 1) as f64).product();
        ways * rate.powf(hits as f64) * (1.0 - rate).powf((n - hits) as f64)
    };
    for rate in [0.5, 0.8, 0.9, 0.95] {
        let mut alarms = 0.0;
        for hits in 0..=recent {
            for hits_before in 0..=before {
                if record_of((hits, recent), (hits_before, before), (&[], &[])).fell.is_some() {
                    alarms += likely(recent, hits, rate) * likely(before, hits_before, rate);
                }
            }
        }
        assert!(alarms <= 0.05, "at a true rate of {rate}, {alarms} of all years would raise a false alarm");
    }
}
