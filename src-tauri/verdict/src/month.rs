//! A day on which everybody is judged: a month-end, or the last day.

use chrono::{Datelike, NaiveDate};

use crate::Settings;
use crate::known::day_number;
use crate::priors::{Prior, Shares};

/// What is the same for all clients on a day that is judged.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    pub(crate) day: i32,
    /// What everything weighs that weighed 1 at the month-end before.
    pub(crate) fade: f64,
    /// What all clients together contribute to the expectations; `None` until it is summed.
    total: Option<Shares>,
    /// Whether somebody's contribution is no longer the one in the total.
    is_stale: bool,
}

impl Month {
    pub(crate) fn new(end: NaiveDate, settings: &Settings) -> Self {
        let day = day_number(end);
        let days = i32::try_from(end.day()).expect("a month has 31 days at most");
        Self { day, fade: settings.weight(days), total: None, is_stale: true }
    }

    /// The judged day, on which sums do not fade but are taken afresh.
    pub(crate) fn today(day: i32) -> Self {
        Self { day, fade: 1.0, total: None, is_stale: true }
    }

    /// A month in which nothing was known of anybody.
    pub(crate) fn of_nobody(end: NaiveDate, settings: &Settings) -> Self {
        Self { total: Some(Shares::NONE), is_stale: false, ..Self::new(end, settings) }
    }

    pub(crate) fn date(&self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.day).expect("the day came from a date")
    }

    /// Notes that the contribution of a client was one and is another.
    pub(crate) fn note(&mut self, before: &Shares, after: &Shares) {
        self.is_stale |= before != after;
    }

    /// Sums the contributions, given in the order of the clients' ids, if one is another than before. Says whether
    /// the sum is another.
    pub(crate) fn sum_again(&mut self, shares: impl Iterator<Item = Shares>) -> bool {
        if !self.is_stale {
            return false;
        }
        self.is_stale = false;
        let before = self.total.replace(Shares::sum(shares));
        before != self.total
    }

    /// What the others make one expect of a client with this contribution.
    pub(crate) fn prior_without(&self, own: &Shares) -> Prior {
        self.total.as_ref().expect("it is summed before anybody is judged by it").prior_without(own)
    }
}
