//! Our own record: whether we have become worse, told before anything is said about a client.
use chrono::NaiveDate;
use kindly_records::{CheckIn, Deliverable};
use serde::Serialize;

use crate::{
    Mean, Rate, Window, mean_satisfaction_on_five, on_time_rate, overdue, statistics::fisher_at_most,
};

/// The fewest records that either side of a comparison must have. With fewer, one client or one bad week is the
/// whole sample, and a spread guessed from so few answers is no measure of chance.
pub const LEAST_N: usize = 5;

/// The share of false alarms that is borne. A warning to ourselves that was not needed costs a look at our own work;
/// one that was missed lays our own fall at a client's door. So it is 5 % for each figure, one-sided, and no
/// correction is made for looking at two figures.
const FALSE_ALARMS: f64 = 0.05;

const RECENT_DAYS: u64 = 90;
const BEFORE_DAYS: u64 = 365;

/// What has fallen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fell {
    /// The on-time rate.
    OnTime,
    /// The mean satisfaction.
    Satisfaction,
    /// Both.
    Both,
}

/// The last 90 days, today among them, against the 365 days before those.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OwnRecord {
    /// The 90 days.
    pub last_90: Window,
    /// The 365 days before.
    pub year_before: Window,
    /// On-time rate of the 90 days.
    pub on_time_90: Rate,
    /// On-time rate of the year before.
    pub on_time_year_before: Rate,
    /// Mean satisfaction of the 90 days, from 1 to 5.
    pub satisfaction_90: Mean,
    /// Mean satisfaction of the year before, from 1 to 5.
    pub satisfaction_year_before: Mean,
    /// Deliverables that are open though their day has passed; in no rate yet.
    pub overdue: usize,
    /// What has fallen by more than chance; `None` where nothing has, or where too little is known to tell.
    pub fell: Option<Fell>,
}

/// Sets our last 90 days beside the year before, over all clients.
///
/// The on-time rate fell when chance alone would give so few hits in at most 5 % of cases: Fisher's exact test, one-sided
/// (Fisher 1935), which, unlike the comparison of two proportions by the normal distribution, holds for few records.
/// Satisfaction fell when Welch's t-test (1947), one-sided at 5 %, says so. Both ask for [`LEAST_N`] records on either
/// side. Answers are taken as independent of one another; several from one client are not quite so.
pub fn own_record<'a>(
    deliverables: impl IntoIterator<Item = &'a Deliverable, IntoIter: Clone>,
    check_ins: impl IntoIterator<Item = &'a CheckIn, IntoIter: Clone>,
    today: NaiveDate,
) -> OwnRecord {
    let (deliverables, check_ins) = (deliverables.into_iter(), check_ins.into_iter());
    let last_90 = Window::days_to(today, RECENT_DAYS);
    let year_before = last_90.days_before(BEFORE_DAYS);
    let on_time_90 = on_time_rate(deliverables.clone(), last_90);
    let on_time_year_before = on_time_rate(deliverables.clone(), year_before);
    let satisfaction_90 = mean_satisfaction_on_five(check_ins.clone(), last_90);
    let satisfaction_year_before = mean_satisfaction_on_five(check_ins, year_before);
    let on_time_fell = rate_fell(on_time_90, on_time_year_before);
    let satisfaction_fell = satisfaction_90.n.min(satisfaction_year_before.n) >= LEAST_N
        && satisfaction_90.is_below(satisfaction_year_before);
    OwnRecord {
        last_90,
        year_before,
        on_time_90,
        on_time_year_before,
        satisfaction_90,
        satisfaction_year_before,
        overdue: overdue(deliverables, today),
        fell: match (on_time_fell, satisfaction_fell) {
            (true, true) => Some(Fell::Both),
            (true, false) => Some(Fell::OnTime),
            (false, true) => Some(Fell::Satisfaction),
            (false, false) => None,
        },
    }
}

fn rate_fell(recent: Rate, before: Rate) -> bool {
    recent.n.min(before.n) >= LEAST_N
        && recent.share() < before.share()
        && fisher_at_most(recent.hits, recent.n, before.hits, before.n) <= FALSE_ALARMS
}
