//! How an agreement goes on.
use chrono::NaiveDate;
use kindly_records::{Decision, Engagement, Kept, Letter, LetterKind, NoticeDates, RenewalState, add_months};

use super::view::Renewal;
use crate::books::Books;

/// How one agreement goes on.
pub(crate) fn renewal_of(engagement: &Engagement, today: NaiveDate, margin: u32) -> Renewal {
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
pub(crate) fn renewal(engagements: &[Kept<Engagement>], today: NaiveDate, margin: u32) -> Renewal {
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

/// Whether a day lies in the term of an agreement that ends on a day: one that went on all the same asks again.
fn in_this_term(engagement: &Engagement, ends_on: NaiveDate, on: NaiveDate) -> bool {
    engagement.renews_by_months.is_none_or(|months| add_months(on, months) > ends_on)
}

/// What was decided last about the term that ends on a day. A decision about the client as a whole is about each of
/// their agreements.
pub(crate) fn decision_of_term<'a>(
    books: &'a Books,
    kept: &Kept<Engagement>,
    ends_on: NaiveDate,
) -> Option<&'a Kept<Decision>> {
    let about_it = |decision: &Decision| decision.engagement.is_none_or(|id| id == kept.id);
    let decisions = books.decisions.of_client(kept.record.client).iter();
    decisions.rev().find(|decision| {
        about_it(&decision.record) && in_this_term(&kept.record, ends_on, decision.record.on)
    })
}

/// The letters of a kind about that term, in the order of their days.
pub(crate) fn letters_of_term<'a>(
    books: &'a Books,
    kept: &'a Kept<Engagement>,
    kind: LetterKind,
    ends_on: NaiveDate,
) -> impl Iterator<Item = &'a Kept<Letter>> {
    books.letters.of_client(kept.record.client).iter().filter(move |letter| {
        letter.record.engagement == Some(kept.id)
            && letter.record.letter_kind == kind
            && in_this_term(&kept.record, ends_on, letter.record.written_on)
    })
}
