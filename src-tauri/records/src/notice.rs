//! Notice arithmetic: when an agreement next ends, and by when a notice must be given.
//!
//! Working days are Monday to Friday; public holidays differ from place to place and are not known here, which is
//! one reason for the postal margin.
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Working days that a letter may need on its way: the default of the setting.
pub const POSTAL_MARGIN_WORKING_DAYS: u32 = 3;

/// The unit in which a contract states its notice period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeUnit {
    /// Calendar months; a day that the month does not have becomes its last one.
    #[default]
    Months,
    /// Seven days each.
    Weeks,
    /// Calendar days.
    Days,
}

/// How long before the end a notice must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticePeriod {
    /// How many units.
    pub count: u32,
    /// Months, weeks or days.
    pub unit: NoticeUnit,
}

/// The form that the contract asks a notice to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeForm {
    /// A signed letter.
    #[default]
    Letter,
    /// A letter by registered post.
    Registered,
    /// An e-mail is enough.
    Email,
}

/// What has to happen by the last day of notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCounts {
    /// The notice must have arrived: the careful reading where the contract says nothing.
    #[default]
    ReceivedBy,
    /// The notice must have been sent.
    SentBy,
}

/// The dates that follow from an agreement on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeDates {
    /// The next day on which the agreement ends unless it renews itself.
    pub ends_on: NaiveDate,
    /// The last day on which a notice is in time for that end.
    pub last_day: NaiveDate,
    /// The last day on which it is safe to post it.
    pub last_safe_posting_day: NaiveDate,
    /// Whether the last day of notice has passed.
    pub passed: bool,
    /// Where it has passed and the agreement renews itself: the end that can still be reached.
    pub following_end: Option<NaiveDate>,
}

/// Adds months to a date; a day that the month does not have becomes its last one (31 January + 1 = 28 or 29 February).
///
/// # Panics
/// Only past the year 262142, which no record may state.
#[must_use]
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).expect("dates of records are within a few centuries")
}

/// The end of the term that runs on `today`: the first end that is not before it.
///
/// Each end is counted from the first one, so that a clamped month end does not stay clamped
/// (31 January → 28 February → 31 March). Without tacit renewal it is always the first end.
#[must_use]
pub fn next_end(first_end: NaiveDate, renews_by_months: Option<u32>, today: NaiveDate) -> NaiveDate {
    let Some(months) = renews_by_months.filter(|months| *months > 0) else { return first_end };
    if first_end >= today {
        return first_end;
    }
    let month_number = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let passed = u32::try_from(month_number(today) - month_number(first_end)).unwrap_or(0);
    // A renewal that cannot be after today, then a step or two on: months are not all equally long.
    let mut renewals = (passed / months).saturating_sub(1);
    loop {
        let end = add_months(first_end, renewals * months);
        if end >= today {
            return end;
        }
        renewals += 1;
    }
}

/// The last day on which a notice is in time: the end less the notice period, month ends clamped
/// (31 January less 2 months is 30 November).
///
/// # Panics
/// Only before the year -262143, which no record may state.
#[must_use]
pub fn last_day_of_notice(ends_on: NaiveDate, period: NoticePeriod) -> NaiveDate {
    let day = match period.unit {
        NoticeUnit::Months => ends_on.checked_sub_months(Months::new(period.count)),
        NoticeUnit::Weeks => ends_on.checked_sub_days(Days::new(u64::from(period.count) * 7)),
        NoticeUnit::Days => ends_on.checked_sub_days(Days::new(u64::from(period.count))),
    };
    day.expect("dates of records are within a few centuries")
}

/// The day that lies a notice period after another: the end that a notice given then reaches where no term runs.
///
/// # Panics
/// Only past the year 262142, which no record may state.
#[must_use]
pub fn after_notice(given_on: NaiveDate, period: NoticePeriod) -> NaiveDate {
    let days = |count: u64| given_on.checked_add_days(Days::new(count));
    let day = match period.unit {
        NoticeUnit::Months => given_on.checked_add_months(Months::new(period.count)),
        NoticeUnit::Weeks => days(u64::from(period.count) * 7),
        NoticeUnit::Days => days(u64::from(period.count)),
    };
    day.expect("dates of records are within a few centuries")
}

/// The last day on which it is safe to post a notice.
///
/// A notice that must arrive by post needs the postal margin: as many working days lie after the day of posting, up to
/// the last on which mail comes. Where the last day of notice is no working day, that is the one before it. A notice
/// that only has to be sent, or that goes by e-mail, needs no margin, but still a working day on which somebody takes
/// the letter or reads the mail.
#[must_use]
pub fn last_safe_posting_day(
    last_day: NaiveDate,
    form: NoticeForm,
    counts: NoticeCounts,
    margin_working_days: u32,
) -> NaiveDate {
    let last_working_day = minus_working_days(last_day, 0);
    minus_working_days(last_working_day, days_on_the_way(form, counts, margin_working_days))
}

/// Counts working days back; with 0, the day itself or the working day before it.
///
/// # Panics
/// Only before the year -262143, which no record may state.
#[must_use]
pub fn minus_working_days(from: NaiveDate, working_days: u32) -> NaiveDate {
    let mut day = from;
    let mut left = working_days;
    loop {
        if left == 0 && !is_weekend(day) {
            return day;
        }
        day = day.pred_opt().expect("dates of records are within a few centuries");
        if left > 0 && !is_weekend(day) {
            left -= 1;
        }
    }
}

/// The working day by which a notice that is posted on a day counts as given: the day itself, or the working day after
/// it, and the postal margin where it must arrive by post.
///
/// # Panics
/// Only past the year 262142, which no record may state.
#[must_use]
pub fn given_by(
    posted_on: NaiveDate,
    form: NoticeForm,
    counts: NoticeCounts,
    margin_working_days: u32,
) -> NaiveDate {
    let mut day = posted_on;
    let mut left = days_on_the_way(form, counts, margin_working_days);
    while left > 0 || is_weekend(day) {
        left -= u32::from(left > 0 && !is_weekend(day));
        day = day.succ_opt().expect("dates of records are within a few centuries");
    }
    day
}

fn days_on_the_way(form: NoticeForm, counts: NoticeCounts, margin_working_days: u32) -> u32 {
    match (form, counts) {
        (NoticeForm::Letter | NoticeForm::Registered, NoticeCounts::ReceivedBy) => margin_working_days,
        _ => 0,
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl NoticeDates {
    /// The dates of an agreement with a first end, as they stand on `today`.
    #[must_use]
    pub fn on(
        today: NaiveDate,
        first_end: NaiveDate,
        renews_by_months: Option<u32>,
        period: NoticePeriod,
        (form, counts): (NoticeForm, NoticeCounts),
        margin_working_days: u32,
    ) -> Self {
        let ends_on = next_end(first_end, renews_by_months, today);
        let last_day = last_day_of_notice(ends_on, period);
        let passed = today > last_day;
        let following_end = renews_by_months.filter(|_| passed).map(|_| {
            // The first end whose notice can still be given: with a long notice more than one may be out of reach.
            let mut end = ends_on;
            while last_day_of_notice(end, period) < today {
                end = next_end(first_end, renews_by_months, end.succ_opt().unwrap_or(end));
            }
            end
        });
        Self {
            ends_on,
            last_day,
            last_safe_posting_day: last_safe_posting_day(last_day, form, counts, margin_working_days),
            passed,
            following_end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the table")
    }

    #[test]
    fn the_term_that_runs_today_ends_next() {
        let check = |first: &str, months: Option<u32>, today: &str, expected: &str, why: &str| {
            assert_eq!(next_end(day(first), months, day(today)), day(expected), "{why}");
        };
        check("2025-08-28", Some(12), "2026-02-11", "2026-08-28", "renewed once already");
        check("2025-08-28", None, "2026-02-11", "2025-08-28", "what does not renew itself has ended");
        check("2026-08-28", Some(12), "2026-02-11", "2026-08-28", "the first term still runs");
        check("2026-02-11", Some(12), "2026-02-11", "2026-02-11", "the last day belongs to the term");
        check("2026-02-11", Some(12), "2026-02-12", "2027-02-11", "the day after, it has renewed");
        check("2026-01-31", Some(1), "2026-02-15", "2026-02-28", "a short month ends on its last day");
        check("2026-01-31", Some(1), "2026-03-01", "2026-03-31", "a clamped end does not stay clamped");
        check(
            "2024-02-29",
            Some(12),
            "2025-01-01",
            "2025-02-28",
            "a leap day has no anniversary in most years",
        );
        check("2024-02-29", Some(12), "2027-06-01", "2028-02-29", "but it comes back");
        check("2020-03-31", Some(3), "2026-07-01", "2026-09-30", "many renewals");
    }

    #[test]
    fn months_before_the_end_are_clamped() {
        let check = |end: &str, count, unit, expected: &str| {
            let found = last_day_of_notice(day(end), NoticePeriod { count, unit });
            assert_eq!(found, day(expected), "{count} {unit:?} before {end}");
        };
        check("2027-01-31", 2, NoticeUnit::Months, "2026-11-30");
        check("2026-08-28", 2, NoticeUnit::Months, "2026-06-28");
        check("2027-03-31", 1, NoticeUnit::Months, "2027-02-28");
        check("2028-03-31", 1, NoticeUnit::Months, "2028-02-29");
        check("2027-01-31", 6, NoticeUnit::Weeks, "2026-12-20");
        check("2027-01-31", 30, NoticeUnit::Days, "2027-01-01");
        check("2027-01-31", 0, NoticeUnit::Days, "2027-01-31");
    }

    #[test]
    fn a_letter_needs_its_days_on_the_way() {
        let check = |last: &str, form, counts, expected: &str, why: &str| {
            assert_eq!(last_safe_posting_day(day(last), form, counts, 3), day(expected), "{why}");
        };
        check(
            "2026-11-30",
            NoticeForm::Letter,
            NoticeCounts::ReceivedBy,
            "2026-11-25",
            "a Monday less three working days is a Wednesday",
        );
        check(
            "2026-06-28",
            NoticeForm::Registered,
            NoticeCounts::ReceivedBy,
            "2026-06-23",
            "no mail comes on a Sunday: three working days before the Friday",
        );
        check(
            "2026-11-30",
            NoticeForm::Letter,
            NoticeCounts::SentBy,
            "2026-11-30",
            "posting on the last day is in time",
        );
        check(
            "2026-06-28",
            NoticeForm::Letter,
            NoticeCounts::SentBy,
            "2026-06-26",
            "nobody takes a letter on a Sunday",
        );
        check(
            "2026-11-30",
            NoticeForm::Email,
            NoticeCounts::ReceivedBy,
            "2026-11-30",
            "mail needs no days on the way",
        );
    }

    #[test]
    fn what_is_posted_on_the_last_safe_day_is_given_in_time() {
        let forms = [NoticeForm::Letter, NoticeForm::Registered, NoticeForm::Email];
        let days = day("2026-01-01").iter_days().take(400);
        for (last_day, margin) in days.flat_map(|last_day| [0, 1, 3, 5, 30].map(|margin| (last_day, margin)))
        {
            for (form, counts) in forms.into_iter().flat_map(|form| {
                [NoticeCounts::ReceivedBy, NoticeCounts::SentBy].map(|counts| (form, counts))
            }) {
                let safe = last_safe_posting_day(last_day, form, counts, margin);
                let given = given_by(safe, form, counts, margin);
                assert!(given <= last_day, "{form:?} {counts:?} {margin}: {safe} arrives on {given}");
                let next = safe.succ_opt().expect("within a few centuries");
                let late = given_by(next, form, counts, margin);
                assert!(late > last_day, "{form:?} {counts:?} {margin}: {next} would do as well as {safe}");
            }
        }
    }

    #[test]
    fn past_the_day_of_notice_the_end_within_reach_is_offered() {
        let dates = |today: &str, renews| {
            let period = NoticePeriod { count: 2, unit: NoticeUnit::Months };
            NoticeDates::on(day(today), day("2025-08-28"), renews, period, Default::default(), 3)
        };
        let open = dates("2026-02-11", Some(12));
        assert_eq!(open.last_day, day("2026-06-28"), "two months before the end of the renewed term");
        assert!(!open.passed && open.following_end.is_none(), "there is still time");
        let late = dates("2026-07-01", Some(12));
        assert!(late.passed, "the day of notice is over");
        assert_eq!(late.following_end, Some(day("2027-08-28")), "the next end is a year on");
        assert_eq!(dates("2026-07-01", None).following_end, None, "what does not renew has no other end");
    }

    #[test]
    fn a_notice_longer_than_the_term_skips_ends_that_are_out_of_reach() {
        let period = NoticePeriod { count: 3, unit: NoticeUnit::Months };
        let dates =
            NoticeDates::on(day("2026-01-10"), day("2026-01-31"), Some(1), period, Default::default(), 3);
        assert!(dates.passed, "January's end needed a notice in October");
        assert_eq!(dates.following_end, Some(day("2026-04-30")), "the first end three months away");
    }
}
