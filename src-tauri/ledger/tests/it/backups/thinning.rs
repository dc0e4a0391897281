//! Which backups go with time.
use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use kindly_ledger::backup::{self, Why};
use proptest::prelude::*;

use super::{back_up_at, folder, whole};
use crate::builders::Practice;

type Moment = DateTime<Utc>;

fn moment(text: &str) -> Moment {
    text.parse().expect("a moment of the test")
}

fn left(times: &[Moment], now: Moment) -> Vec<Moment> {
    let gone: BTreeSet<usize> = backup::thin_out(times, now).into_iter().collect();
    (0..times.len()).filter(|place| !gone.contains(place)).map(|place| times[place]).collect()
}

#[test]
fn two_days_then_days_weeks_and_months() {
    let now = moment("2026-11-18T12:00:00Z");
    let times: Vec<Moment> = (0..24 * 400).map(|hours| now - TimeDelta::hours(hours)).collect();
    let left = left(&times, now);
    let day = |at: Moment| (now - at).num_days();
    assert_eq!(left.iter().filter(|at| now - **at <= TimeDelta::days(2)).count(), 49, "each of two days");
    let older: Vec<String> = left
        .iter()
        .filter(|at| now - **at > TimeDelta::days(2))
        .map(|at| at.format("%m-%d %H").to_string())
        .collect();
    let expected = [
        // Days: the rest of the 16th, then each day's last.
        "11-16 11", "11-15 23", "11-14 23", "11-13 23", "11-12 23", "11-11 23", "11-10 23", "11-09 23",
        "11-08 23", "11-07 23", "11-06 23", "11-05 23",
        // Weeks: the rest of the week of 2 November, then each Sunday.
        "11-04 23", "11-01 23", "10-25 23", "10-18 23", "10-11 23", "10-04 23", "09-27 23", "09-20 23",
        "09-13 23", "09-06 23",
        // Months: the rest of August's weeks, then the end of the last week that begins in each month.
        "08-30 23", "08-02 23", "07-05 23", "05-31 23", "05-03 23", "04-05 23", "03-01 23", "02-01 23",
        "01-04 23",
    ];
    assert_eq!(older, expected, "twelve days, ten weeks, nine months");
    assert!(left.iter().all(|at| day(*at) < 330), "and nothing older");
}

#[test]
fn a_long_holiday_takes_none() {
    let times: Vec<Moment> =
        (0..12).map(|day| moment("2025-03-01T18:00:00Z") + TimeDelta::days(day)).collect();
    assert_eq!(left(&times, moment("2026-11-18T12:00:00Z")), times, "the last days with work are kept");
}

#[test]
fn a_clock_that_was_set_back_takes_neither_what_is_made_now_nor_what_was_made_before() {
    let then = moment("2027-05-01T10:00:00Z");
    let future: Vec<Moment> = (0..20).map(|day| then - TimeDelta::days(day)).collect();
    let now = moment("2026-11-18T12:00:00Z");
    let mut times = future.clone();
    // The clock goes on from there, with a backup a day.
    for day in 0..30 {
        let now = now + TimeDelta::days(day);
        times.push(now);
        times = left(&times, now);
        assert!(times.contains(&now), "what was made just now, day {day}");
        assert!(times.contains(&then), "and what bears the newest moment, day {day}");
        let present = times.iter().filter(|at| **at <= now).count();
        let expected = usize::try_from(day + 1).expect("few");
        assert!(present >= expected.min(14), "{present} of {expected} days are kept, day {day}");
    }
    assert!(times.len() < 120, "what lies in the future is thinned as well: {}", times.len());
}

#[test]
fn only_what_is_whole_counts_and_goes() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let now = practice.at;
    for hours in [0, 1, 24 * 5, 24 * 5 + 1, 24 * 5 + 2] {
        back_up_at(&practice, now - TimeDelta::hours(hours), Why::Timer);
    }
    let folder = folder(&practice);
    let oldest = whole(&folder).pop().expect("there are five");
    std::fs::write(&oldest.path, "cut").expect("it can be written");
    let gone = backup::thin(&folder, now).expect("the folder can be written");
    let moments: Vec<Moment> = gone.iter().map(|backup| backup.manifest.made_at).collect();
    assert_eq!(moments, [now - TimeDelta::hours(24 * 5 + 1)], "the older of two whole ones of a day");
    assert!(gone.iter().all(|backup| !backup.path.exists()), "it is gone from the disk");
    assert!(oldest.path.exists(), "what is broken stays for somebody to look at");
    assert_eq!(whole(&folder).len(), 3, "the others stay");
}

/// Moments in ascending order, with gaps of minutes to weeks.
fn history() -> impl Strategy<Value = Vec<Moment>> {
    let gap = prop_oneof![
        8 => 1..240_i64,
        4 => 240..3_000_i64,
        2 => 3_000..30_000_i64,
    ];
    proptest::collection::vec(gap, 1..160).prop_map(|gaps| {
        let mut at = moment("2024-02-20T09:00:00Z");
        gaps.into_iter()
            .map(|minutes| {
                at += TimeDelta::minutes(minutes);
                at
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn thinning_keeps_what_it_promises(times in history(), later in 0..100_000_i64) {
        let newest = *times.last().expect("there is one");
        let now = newest + TimeDelta::minutes(later);
        let left = left(&times, now);
        prop_assert!(left.contains(&newest), "the newest stays");
        let (near, far): (Vec<Moment>, Vec<Moment>) =
            left.iter().partition(|at| now - **at <= TimeDelta::days(2));
        let all = times.iter().filter(|at| now - **at <= TimeDelta::days(2)).count();
        prop_assert_eq!(near.len(), all, "all of two days stay");
        prop_assert!(far.len() <= 12 + 10 + 9, "{} older ones", far.len());
        for gone in times.iter().filter(|at| !left.contains(at)) {
            let newer_of = |same: &dyn Fn(Moment) -> bool| far.iter().any(|at| *at > *gone && same(*at));
            let day = newer_of(&|at| at.date_naive() == gone.date_naive());
            let week = newer_of(&|at| at.iso_week() == gone.iso_week());
            let monday = |at: Moment| at.date_naive().week(chrono::Weekday::Mon).first_day();
            let of = |at: Moment| (monday(at).year(), monday(at).month());
            let month = newer_of(&|at| of(at) == of(*gone));
            let full = far.len() >= 31;
            prop_assert!(day || week || month || full, "{gone} goes for a newer one of its time");
        }
        prop_assert_eq!(backup::thin_out(&left, now), Vec::<usize>::new(), "twice takes no more than once");
        let mut turned = times.clone();
        turned.reverse();
        let turned: BTreeSet<Moment> = self::left(&turned, now).into_iter().collect();
        prop_assert_eq!(turned, left.into_iter().collect::<BTreeSet<_>>(), "in whatever order they are listed");
    }

    #[test]
    fn thinning_each_time_leaves_what_thinning_once_leaves(times in history()) {
        let mut step_by_step = Vec::new();
        for now in &times {
            step_by_step.push(*now);
            step_by_step = left(&step_by_step, *now);
        }
        prop_assert_eq!(step_by_step, left(&times, *times.last().expect("there is one")));
    }

    #[test]
    fn the_newest_never_goes_wherever_the_clock_stands(times in history(), minutes in -2_000_000..2_000_000_i64) {
        let newest = *times.last().expect("there is one");
        let now = newest + TimeDelta::minutes(minutes);
        let left = left(&times, now);
        prop_assert!(left.contains(&newest), "the newest stays");
        let before = times.iter().rev().find(|at| **at <= now);
        prop_assert!(before.is_none_or(|before| left.contains(before)), "and the newest before now");
    }
}
