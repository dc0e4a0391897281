//! How an agreement goes on.
use chrono::NaiveDate;
use kindly_records::{Engagement, Kept, NoticeDates, RenewalState};

use super::view::Renewal;

/// How one agreement goes on.
pub(super) fn renewal_of(engagement: &Engagement, today: NaiveDate, margin: u32) -> Renewal {
    let renews = engagement.renews_by_months.is_some();
    match engagement.renewal(today, margin) {
        RenewalState::Open => Renewal::Open,
        RenewalState::Ended(on) => Renewal::Ended { on },
        RenewalState::EndsOn(ends_on) => Renewal::On {
            ends_on,
            renews,
            notice_by: None,
            post_by: None,
            passed: false,
            following_end: None,
        },
        RenewalState::Notice(dates) => Renewal::On {
            ends_on: dates.ends_on,
            renews,
            notice_by: Some(dates.last_day),
            post_by: Some(dates.last_safe_posting_day),
            passed: dates.passed,
            following_end: dates.following_end,
        },
    }
}

/// How a client's agreements go on, in one: the one that ends first of those that run; else an open one; else the
/// one that ended last.
pub(super) fn renewal(engagements: &[Kept<Engagement>], today: NaiveDate, margin: u32) -> Renewal {
    let all = engagements.iter().map(|kept| renewal_of(&kept.record, today, margin));
    all.min_by_key(|renewal| match renewal {
        Renewal::On { ends_on, .. } => (0, *ends_on - NaiveDate::MIN),
        Renewal::Open => (1, chrono::TimeDelta::zero()),
        Renewal::Ended { on } => (2, NaiveDate::MAX - *on),
        Renewal::None => (3, chrono::TimeDelta::zero()),
    })
    .unwrap_or(Renewal::None)
}

/// The notice dates of an agreement that runs and has a notice period.
pub(crate) fn notice_dates(engagement: &Engagement, today: NaiveDate, margin: u32) -> Option<NoticeDates> {
    match engagement.renewal(today, margin) {
        RenewalState::Notice(dates) => Some(dates),
        RenewalState::Open | RenewalState::EndsOn(_) | RenewalState::Ended(_) => None,
    }
}
