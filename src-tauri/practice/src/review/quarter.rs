//! A quarter of a year, as it is typed and told: "2026-Q3".
use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use kindly_measures::Window;
use serde::{Serialize, Serializer};
use ts_rs::TS;

use crate::PracticeError;

const MONTHS: u32 = 3;

/// A quarter of a calendar year. The first day of its first month and the last day of its third belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Quarter {
    first: NaiveDate,
}

impl Quarter {
    /// The quarter that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let month = day.month0() / MONTHS * MONTHS + 1;
        Self { first: NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day) }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let after = self.first.checked_add_months(Months::new(MONTHS));
        after.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or(NaiveDate::MAX)
    }

    /// The quarter before.
    #[must_use]
    pub fn before(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(MONTHS)).unwrap_or(self.first) }
    }

    /// The quarter after.
    #[must_use]
    pub fn after(self) -> Self {
        Self { first: self.first.checked_add_months(Months::new(MONTHS)).unwrap_or(self.first) }
    }

    /// Its days up to one of them.
    pub(super) fn until(self, day: NaiveDate) -> Window {
        Window { from: self.first, to: self.last_day().min(day) }
    }

    /// Which of its year, 1 to 4.
    pub(super) fn number(self) -> u32 {
        self.first.month0() / MONTHS + 1
    }

    /// Its year.
    pub(super) fn year(self) -> i32 {
        self.first.year()
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-Q{}", self.year(), self.number())
    }
}

impl FromStr for Quarter {
    type Err = PracticeError;

    /// Reads "2026-Q3".
    fn from_str(typed: &str) -> Result<Self, PracticeError> {
        let read = || {
            let (year, number) = typed.trim().split_once("-Q")?;
            let digits = |text: &str, count: usize| {
                text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
            };
            if !digits(year, 4) || !digits(number, 1) {
                return None;
            }
            let month = number.parse::<u32>().ok()?.checked_sub(1)? * MONTHS + 1;
            NaiveDate::from_ymd_opt(year.parse().ok()?, month, 1)
        };
        read()
            .map(|first| Self { first })
            .ok_or_else(|| PracticeError::NoQuarter { typed: typed.trim().to_owned() })
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the test")
    }

    #[test]
    fn a_quarter_has_its_first_and_its_last_day() {
        for (name, first, last) in [
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-Q2", "2026-04-01", "2026-06-30"),
            ("2026-Q3", "2026-07-01", "2026-09-30"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
        ] {
            let quarter: Quarter = name.parse().expect("a quarter");
            assert_eq!((quarter.first_day(), quarter.last_day()), (day(first), day(last)), "{name}");
            assert_eq!(Quarter::of(day(first)), quarter, "{first} lies in {name}");
            assert_eq!(Quarter::of(day(last)), quarter, "{last} lies in {name}");
            assert_eq!(quarter.to_string(), name, "it is told as it is typed");
            assert_eq!(quarter.before().after(), quarter, "there and back from {name}");
            assert_eq!(quarter.before().last_day().succ_opt(), Some(day(first)), "no day between: {name}");
        }
    }

    #[test]
    fn what_is_no_quarter_is_named_and_mended() {
        for typed in
            ["2026-Q5", "2026-Q0", "Q3", "2026", "2026-3", "26-Q3", "2026-Q33", "2026-q3 x", "", "+026-Q1"]
        {
            let error = typed.parse::<Quarter>().expect_err("it is none");
            assert_eq!(
                error.to_string(),
                format!("“{typed}” is no quarter: write it as 2026-Q3, from Q1 to Q4"),
                "{typed}"
            );
        }
        assert_eq!(" 2026-Q3 ".parse::<Quarter>().expect("space around does no harm").number(), 3);
    }
}
