//! The ways in which an agreement can still come to an end, and from when on that is to be decided.
use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    Engagement, LetterKind, NoticeDates, NoticePeriod, RenewalState, after_notice, given_by,
    last_day_of_notice, last_safe_posting_day,
};

/// A renewal asks for a decision from this many days before the last safe day to post a notice.
pub const DECISION_ASKED_DAYS: u64 = 60;

/// A way in which an agreement can still come to an end. None of them is advice: what a contract allows, it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum WayThatRemains {
    /// A notice for the end of the term that runs is in time. Past the last safe day to post it, it has to be handed over or
    /// to go by a way that arrives sooner.
    Notice {
        /// The end that it reaches.
        ends_on: NaiveDate,
        /// The last day on which it is in time.
        last_day: NaiveDate,
        /// The last day on which it is safe to post it.
        post_by: NaiveDate,
    },
    /// A notice for the first end that can still be reached, since it is too late for the one of the term that runs.
    NoticeForLater {
        /// The end that it reaches.
        ends_on: NaiveDate,
        /// The last day on which it is in time.
        last_day: NaiveDate,
        /// The last day on which it is safe to post it.
        post_by: NaiveDate,
    },
    /// No term runs: a notice can be given on any day.
    NoticeAnyDay {
        /// The end that it reaches where it is posted today.
        ends_on: NaiveDate,
    },
    /// It ends by itself, and nothing need be sent.
    RunsOut {
        /// On that day.
        ends_on: NaiveDate,
    },
    /// Both sides agree on an end.
    MutualEnd,
    /// New terms, without which it ends.
    NewTerms,
    /// Another clause of the agreement, such as one about payment or conduct.
    AnotherClause,
}

impl WayThatRemains {
    /// The letter that goes this way; `None` where none need be written.
    #[must_use]
    pub fn letter_kind(self) -> Option<LetterKind> {
        match self {
            Self::Notice { .. } | Self::NoticeForLater { .. } => Some(LetterKind::RenewalRefusal),
            Self::NoticeAnyDay { .. } | Self::AnotherClause => Some(LetterKind::EarlyTermination),
            Self::RunsOut { .. } => None,
            Self::MutualEnd => Some(LetterKind::MutualEnd),
            Self::NewTerms => Some(LetterKind::NewTerms),
        }
    }
}

/// The ways that are open on a day, the plainest first; none for an agreement that is over.
#[must_use]
pub fn ways_that_remain(
    engagement: &Engagement,
    today: NaiveDate,
    margin_working_days: u32,
) -> Vec<WayThatRemains> {
    let state = engagement.renewal(today, margin_working_days);
    if matches!(state, RenewalState::Ended(_)) {
        return Vec::new();
    }
    // An end that is recorded for a day to come is agreed: nothing else is to be done.
    if let Some(ends_on) = engagement.ended_on {
        return vec![WayThatRemains::RunsOut { ends_on }];
    }
    let mut ways: Vec<WayThatRemains> = notice_for(engagement, state, today, margin_working_days).collect();
    if engagement.renews_by_months.is_none()
        && let Some(ends_on) = engagement.term_ends_on
    {
        ways.push(WayThatRemains::RunsOut { ends_on });
    }
    ways.extend([WayThatRemains::MutualEnd, WayThatRemains::NewTerms, WayThatRemains::AnotherClause]);
    ways
}

/// The day from which a renewal asks for a decision: [`DECISION_ASKED_DAYS`] before the last safe day to post the notice
/// that is next, or before the end where nothing need be sent. `None` for an agreement without an end, or that is over,
/// and where it is too late for any notice.
#[must_use]
pub fn decision_asked_from(
    engagement: &Engagement,
    today: NaiveDate,
    margin_working_days: u32,
) -> Option<NaiveDate> {
    let first = ways_that_remain(engagement, today, margin_working_days).into_iter().next()?;
    let by = match first {
        WayThatRemains::Notice { post_by, .. } | WayThatRemains::NoticeForLater { post_by, .. } => post_by,
        WayThatRemains::RunsOut { ends_on } if engagement.ended_on.is_none() => ends_on,
        _ => return None,
    };
    by.checked_sub_days(Days::new(DECISION_ASKED_DAYS))
}

fn notice_for(
    engagement: &Engagement,
    state: RenewalState,
    today: NaiveDate,
    margin: u32,
) -> impl Iterator<Item = WayThatRemains> {
    let post_by =
        |last_day| last_safe_posting_day(last_day, engagement.notice_form, engagement.notice_counts, margin);
    let way = match state {
        RenewalState::Notice(NoticeDates {
            ends_on, last_day, last_safe_posting_day, passed: false, ..
        }) => Some(WayThatRemains::Notice { ends_on, last_day, post_by: last_safe_posting_day }),
        RenewalState::Notice(NoticeDates { following_end, .. }) => {
            following_end.zip(engagement.notice).map(|(ends_on, period)| {
                let last_day = last_day_of_notice(ends_on, period);
                WayThatRemains::NoticeForLater { ends_on, last_day, post_by: post_by(last_day) }
            })
        }
        // Nothing was agreed about notice: it is in time until the end itself.
        RenewalState::EndsOn(ends_on) => engagement.renews_by_months.map(|_| WayThatRemains::Notice {
            ends_on,
            last_day: ends_on,
            post_by: post_by(ends_on),
        }),
        RenewalState::Open => engagement.notice.map(|period| any_day(engagement, period, today, margin)),
        RenewalState::Ended(_) => None,
    };
    way.into_iter()
}

fn any_day(engagement: &Engagement, period: NoticePeriod, today: NaiveDate, margin: u32) -> WayThatRemains {
    let given = given_by(today, engagement.notice_form, engagement.notice_counts, margin);
    WayThatRemains::NoticeAnyDay { ends_on: after_notice(given, period) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{NoticeCounts, NoticeForm, NoticeUnit};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the table")
    }

    /// An agreement by the day its first term ends, the months it renews by, and the months of notice.
    fn agreement(ends: Option<&str>, renews: Option<u32>, months: Option<u32>) -> Engagement {
        let notice = months.map(|count| NoticePeriod { count, unit: NoticeUnit::Months });
        Engagement {
            term_ends_on: ends.map(day),
            renews_by_months: renews,
            notice,
            ..Engagement::new(Uuid::nil().into(), "Monthly".to_owned(), day("2024-01-01"))
        }
    }

    /// The ways in words, the dates of each after its name.
    fn told(engagement: &Engagement, today: &str) -> Vec<String> {
        let ways = ways_that_remain(engagement, day(today), 3).into_iter();
        ways.map(|way| match way {
            WayThatRemains::Notice { ends_on, last_day, post_by } => {
                format!("notice {ends_on} {last_day} {post_by}")
            }
            WayThatRemains::NoticeForLater { ends_on, last_day, post_by } => {
                format!("later {ends_on} {last_day} {post_by}")
            }
            WayThatRemains::NoticeAnyDay { ends_on } => format!("any day {ends_on}"),
            WayThatRemains::RunsOut { ends_on } => format!("runs out {ends_on}"),
            WayThatRemains::MutualEnd => "agreed".to_owned(),
            WayThatRemains::NewTerms => "terms".to_owned(),
            WayThatRemains::AnotherClause => "clause".to_owned(),
        })
        .collect()
    }

    fn check(engagement: &Engagement, today: &str, notice: &[&str], asked: Option<&str>, why: &str) {
        let expected = [notice, &["agreed", "terms", "clause"]].concat();
        assert_eq!(told(engagement, today), expected, "{why}");
        assert_eq!(decision_asked_from(engagement, day(today), 3), asked.map(day), "{why}: when it is asked");
    }

    #[test]
    fn the_ways_that_remain_follow_from_the_agreement_and_the_day() {
        let renewing = agreement(Some("2025-08-28"), Some(12), Some(2));
        check(
            &renewing,
            "2026-02-11",
            &["notice 2026-08-28 2026-06-28 2026-06-23"],
            Some("2026-04-24"),
            "in time for the next end",
        );
        check(
            &renewing,
            "2026-06-26",
            &["notice 2026-08-28 2026-06-28 2026-06-23"],
            Some("2026-04-24"),
            "past the safe day to post, and still in time by hand",
        );
        check(
            &renewing,
            "2026-06-29",
            &["later 2027-08-28 2027-06-28 2027-06-23"],
            Some("2027-04-24"),
            "too late: the next end now, so that it is not missed again",
        );
        check(
            &agreement(Some("2026-12-31"), None, Some(3)),
            "2026-10-01",
            &["runs out 2026-12-31"],
            Some("2026-11-01"),
            "too late for a notice, and it ends by itself",
        );
        check(
            &agreement(Some("2026-12-31"), None, Some(3)),
            "2026-06-01",
            &["notice 2026-12-31 2026-09-30 2026-09-25", "runs out 2026-12-31"],
            Some("2026-07-27"),
            "a term that does not renew may ask for a notice all the same",
        );
        check(
            &agreement(Some("2026-08-30"), Some(12), None),
            "2026-06-01",
            &["notice 2026-08-30 2026-08-30 2026-08-25"],
            Some("2026-06-26"),
            "nothing is agreed about notice: it is in time until the end",
        );
        check(&agreement(None, None, None), "2026-06-01", &[], None, "no end, no notice: only by agreement");
        check(
            &agreement(None, None, Some(1)),
            "2026-06-05",
            &["any day 2026-07-10"],
            None,
            "no end: posted on a Friday, there on Wednesday, a month on",
        );
    }

    #[test]
    fn what_is_over_or_settled_leaves_no_way() {
        let over = agreement(Some("2025-08-28"), None, Some(2));
        assert_eq!(told(&over, "2026-02-11"), Vec::<String>::new(), "its term ended");
        assert_eq!(decision_asked_from(&over, day("2026-02-11"), 3), None, "and asks for nothing");
        let settled = Engagement {
            ended_on: Some(day("2026-03-31")),
            ..agreement(Some("2025-08-28"), Some(12), Some(2))
        };
        assert_eq!(told(&settled, "2026-02-11"), ["runs out 2026-03-31"], "an end to come was agreed");
        assert_eq!(decision_asked_from(&settled, day("2026-02-11"), 3), None, "so nothing is asked");
        assert_eq!(told(&settled, "2026-04-01"), Vec::<String>::new(), "until it has come");
    }

    #[test]
    fn form_and_what_counts_say_how_long_it_takes() {
        let by_mail = Engagement {
            notice_form: NoticeForm::Email,
            notice_counts: NoticeCounts::ReceivedBy,
            ..agreement(None, None, Some(1))
        };
        assert_eq!(told(&by_mail, "2026-06-05")[0], "any day 2026-07-05", "an e-mail is there on the day");
        assert_eq!(told(&by_mail, "2026-06-06")[0], "any day 2026-07-08", "and on Monday at the weekend");
        let sent = Engagement { notice_counts: NoticeCounts::SentBy, ..agreement(None, None, Some(1)) };
        assert_eq!(
            told(&sent, "2026-06-05")[0],
            "any day 2026-07-05",
            "what must only be sent is given then"
        );
    }

    #[test]
    fn every_way_has_its_letter() {
        let renewing = agreement(Some("2025-08-28"), Some(12), Some(2));
        let kinds: Vec<_> = ways_that_remain(&renewing, day("2026-06-29"), 3)
            .into_iter()
            .map(WayThatRemains::letter_kind)
            .collect();
        let expected = [
            LetterKind::RenewalRefusal,
            LetterKind::MutualEnd,
            LetterKind::NewTerms,
            LetterKind::EarlyTermination,
        ];
        assert_eq!(kinds, expected.map(Some), "each is written as its kind");
    }
}
