//! Where the hours go.
use chrono::{Datelike, Months, NaiveDate};
use kindly_records::{Attention, ClientId, Engagement, FeeModel, Kept, TimeEntry};
use serde::Serialize;

use crate::Window;

const SECONDS_AN_HOUR: f64 = 3_600.0;
const SECONDS_A_MINUTE: u64 = 60;
const MINUTES_AN_HOUR: f64 = 60.0;
/// The mean month of the Gregorian calendar: 365.2425 days ÷ 12.
const DAYS_A_MONTH: f64 = 30.436_875;

/// Time entries added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hours {
    /// Their time in seconds.
    pub seconds: u64,
    /// How many entries.
    pub n: usize,
}

impl Hours {
    /// The time in hours.
    #[must_use]
    pub fn hours(self) -> f64 {
        self.seconds as f64 / SECONDS_AN_HOUR
    }

    pub(crate) fn count(&mut self, entry: &TimeEntry) {
        self.seconds += u64::from(entry.seconds);
        self.n += 1;
    }

    pub(crate) fn of<'a>(entries: impl IntoIterator<Item = &'a TimeEntry>) -> Self {
        entries.into_iter().fold(Self::default(), |mut hours, entry| {
            hours.count(entry);
            hours
        })
    }
}

impl std::ops::Add for Hours {
    type Output = Self;

    /// Both counted together.
    fn add(self, other: Self) -> Self {
        Self { seconds: self.seconds + other.seconds, n: self.n + other.n }
    }
}

/// A part of the hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HoursShare {
    /// The part.
    pub part: Hours,
    /// All of them, the part among them.
    pub all: Hours,
}

impl HoursShare {
    /// Part ÷ all, by time, from 0 to 1; `None` where no time was spent.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.all.seconds > 0).then(|| self.part.seconds as f64 / self.all.seconds as f64)
    }

    fn of<'a>(entries: impl Iterator<Item = &'a TimeEntry>, part: impl Fn(&TimeEntry) -> bool) -> Self {
        entries.fold(Self::default(), |mut share, entry| {
            share.all.count(entry);
            if part(entry) {
                share.part.count(entry);
            }
            share
        })
    }
}

/// The hours in the window, charged for or not. A list of many clients adds up all once, and sets each beside it in a
/// [`HoursShare`], instead of asking [`share_of_hours`] of each.
pub fn hours_spent<'a>(entries: impl IntoIterator<Item = &'a TimeEntry>, window: Window) -> Hours {
    Hours::of(spent_in(entries, window))
}

/// The share of the hours in the window that are charged for: `billable hours ÷ all hours`. The "billable share" of
/// professional services; not utilization, whose divisor is the hours that were available.
pub fn billable_share<'a>(entries: impl IntoIterator<Item = &'a TimeEntry>, window: Window) -> HoursShare {
    HoursShare::of(spent_in(entries, window), |entry| entry.billable)
}

/// A client's share of the practice's hours in the window, charged for or not: `their hours ÷ all hours`. `entries` are
/// those of the whole practice. The client concentration of the field, by time.
pub fn share_of_hours<'a>(
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    client: ClientId,
    window: Window,
) -> HoursShare {
    HoursShare::of(spent_in(entries, window), |entry| entry.client == client)
}

pub(crate) fn spent_in<'a>(
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    window: Window,
) -> impl Iterator<Item = &'a TimeEntry> {
    entries.into_iter().filter(move |entry| window.contains(entry.on))
}

/// How much of an engagement's budget of hours was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BudgetUse {
    /// The budget in seconds: of the whole or, for a retainer, of each month.
    pub budget_seconds: u64,
    /// Whether the budget is one of each month.
    pub monthly: bool,
    /// What was used of it, oldest first: one stretch, or the calendar months.
    pub stretches: Vec<StretchUse>,
}

/// What was used in one stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StretchUse {
    /// The days. A month that the window cuts is shorter, and its budget is still that of the month.
    pub days: Window,
    /// The time used.
    pub used: Hours,
    /// The budget in seconds.
    pub budget_seconds: u64,
}

impl StretchUse {
    /// Used ÷ budget; above 1 where it is overdrawn.
    #[must_use]
    pub fn share(self) -> f64 {
        self.used.seconds as f64 / self.budget_seconds as f64
    }
}

/// The hours that an engagement took in the window, charged for or not, against its budget: `hours spent ÷ hours planned`
/// (the "budget burn" of project control). For a retainer, one share for each calendar month from its first day, or
/// from its first entry where that is earlier, to its end or the window's. `None` where no budget is kept.
pub fn budget_use<'a>(
    engagement: &Kept<Engagement>,
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    window: Window,
) -> Option<BudgetUse> {
    let minutes = engagement.record.budget_minutes.filter(|minutes| *minutes > 0)?;
    let budget_seconds = u64::from(minutes) * SECONDS_A_MINUTE;
    let own: Vec<&TimeEntry> =
        spent_in(entries, window).filter(|entry| entry.engagement == Some(engagement.id)).collect();
    let monthly = engagement.record.fee_model == FeeModel::Retainer;
    let life = life_of(&engagement.record, &own, window);
    let stretches = if monthly { months_of(life) } else { vec![life] };
    let stretch = |days: Window| StretchUse {
        days,
        used: Hours::of(own.iter().copied().filter(|entry| days.contains(entry.on))),
        budget_seconds,
    };
    Some(BudgetUse { budget_seconds, monthly, stretches: stretches.into_iter().map(stretch).collect() })
}

/// The days of an engagement in the window, widened to entries outside its dates: time that was spent after the end is
/// spent all the same.
fn life_of(engagement: &Engagement, own: &[&TimeEntry], window: Window) -> Window {
    let days = || own.iter().map(|entry| entry.on);
    let starts_on = engagement.starts_on.unwrap_or(engagement.agreed_on);
    let ends_on = engagement.ended_on.unwrap_or(NaiveDate::MAX);
    window.within(Window {
        from: days().min().map_or(starts_on, |day| day.min(starts_on)),
        to: days().max().map_or(ends_on, |day| day.max(ends_on)),
    })
}

/// The calendar months that touch a stretch of days, cut at its ends.
fn months_of(days: Window) -> Vec<Window> {
    let next = |day: NaiveDate| day.with_day(1)?.checked_add_months(Months::new(1));
    let first = (days.from <= days.to).then_some(days.from);
    std::iter::successors(first, |day| next(*day).filter(|day| *day <= days.to))
        .map(|from| {
            let last = next(from).and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX);
            Window { from, to: last.min(days.to) }
        })
        .collect()
}

/// What a client takes beside the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct AttentionHours {
    /// All minutes in the window.
    pub minutes: u64,
    /// How many notes they come from.
    pub n: usize,
    /// Hours a month; `None` where nothing was noted.
    pub hours_a_month: Option<f64>,
}

/// The hours a month that calls, messages and turning things over took, beside the work: `minutes ÷ 60 ÷ months of the
/// window`, a month being 30.436875 days.
///
/// A window without a start ([`Window::until`]) is taken from the first note on, and as one month at least: one
/// call yesterday is not a call every day. Time entries and concessions are not in it. A figure of this app's own; the
/// field knows it as part of the "cost to serve".
pub fn attention_hours<'a>(
    attentions: impl IntoIterator<Item = &'a Attention>,
    window: Window,
) -> AttentionHours {
    let noted: Vec<&Attention> =
        attentions.into_iter().filter(|attention| window.contains(attention.on)).collect();
    let minutes = noted.iter().map(|attention| u64::from(attention.minutes)).sum();
    let first = noted.iter().map(|attention| attention.on).min();
    let months = |first: NaiveDate| {
        if window.from == NaiveDate::MIN {
            (Window { from: first, ..window }.days() as f64 / DAYS_A_MONTH).max(1.0)
        } else {
            window.days() as f64 / DAYS_A_MONTH
        }
    };
    let hours_a_month = first.map(|first| minutes as f64 / MINUTES_AN_HOUR / months(first));
    AttentionHours { minutes, n: noted.len(), hours_a_month }
}
