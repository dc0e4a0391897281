//! Stretches of days.
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// A stretch of days with both ends in it: from `2026-01-01` to `2026-01-31` is all of January.
///
/// One whose end lies before its start holds no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Window {
    /// Every day up to and with `today`: what lies ahead counts in no figure.
    #[must_use]
    pub fn until(today: NaiveDate) -> Self {
        Self { from: NaiveDate::MIN, to: today }
    }

    /// The given number of days, of which `last` is the last one.
    #[must_use]
    pub fn days_to(last: NaiveDate, days: u64) -> Self {
        let after = last.succ_opt().unwrap_or(NaiveDate::MAX);
        Self { from: after.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN), to: last }
    }

    /// The given number of days that end on the day before this window starts.
    #[must_use]
    pub fn days_before(self, days: u64) -> Self {
        Self::days_to(self.from.pred_opt().unwrap_or(NaiveDate::MIN), days)
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// How many days it has; none where its end lies before its start.
    #[must_use]
    pub fn days(self) -> u64 {
        u64::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// The days that lie in both.
    #[must_use]
    pub(crate) fn within(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }
}

/// A day, if it has come: what lies ahead is not known yet, even where a date was entered.
pub(crate) fn by(day: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    day.filter(|day| *day <= today)
}
