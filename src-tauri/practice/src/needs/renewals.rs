//! Agreements that end or renew themselves: to be decided, and then to be told in time.
use chrono::NaiveDate;
use kindly_records::{DecisionKind, Engagement, Kept, Kind, LetterKind, RenewalState};

use super::{NOTICE_PRESSES_DAYS, list::List};
use crate::{
    Message,
    books::Books,
    standing::{decision_of_term, letters_of_term},
};

/// A renewal is told from this many days before the last safe posting day.
const NOTICE_HORIZON_DAYS: i64 = 60;

/// One line an agreement at most. Until something is decided, the decision is what is missing; once it presses, or
/// once parting was decided, the notice is.
pub(super) fn add(books: &Books, list: &mut List<'_>, margin: u32) {
    for kept in books.engagements.of_client(list.client.id) {
        match kept.record.renewal(list.today, margin) {
            RenewalState::Notice(dates) if !dates.passed => {
                let (ends_on, last_day) = (dates.ends_on, dates.last_day);
                let post_by = dates.last_safe_posting_day;
                let left = (post_by - list.today).num_days();
                let decided = match decided(books, kept, ends_on) {
                    Decided::Settled => continue,
                    Decided::Parting => true,
                    Decided::Nothing => false,
                };
                let engagement = kept.record.title.clone();
                let renews = kept.record.renews_by_months.is_some();
                if left < 0 {
                    let message = Message::NeedNoticeUnsafe { engagement, last_day, ends_on };
                    list.add("notice", last_day, (Kind::Engagement, kept.id), message);
                } else if left <= NOTICE_PRESSES_DAYS || (decided && left <= NOTICE_HORIZON_DAYS) {
                    let last_safe_posting_day = post_by;
                    let message =
                        Message::NeedNotice { engagement, last_day, last_safe_posting_day, ends_on, renews };
                    list.add("notice", post_by, (Kind::Engagement, kept.id), message);
                } else if left <= NOTICE_HORIZON_DAYS {
                    let message = Message::NeedDecision { engagement, ends_on, renews };
                    list.add("decision", post_by, (Kind::Engagement, kept.id), message);
                }
            }
            // Nothing was agreed about notice: it is in time until the end itself.
            RenewalState::EndsOn(ends_on) if (ends_on - list.today).num_days() <= NOTICE_HORIZON_DAYS => {
                if matches!(decided(books, kept, ends_on), Decided::Nothing) {
                    let (engagement, renews) =
                        (kept.record.title.clone(), kept.record.renews_by_months.is_some());
                    let message = Message::NeedDecision { engagement, ends_on, renews };
                    list.add("decision", ends_on, (Kind::Engagement, kept.id), message);
                }
            }
            _ => {}
        }
    }
}

/// How far the end of an agreement is decided, for the term that runs now: one that went on all the same asks again.
enum Decided {
    /// Nothing yet.
    Nothing,
    /// To part, and the notice has not gone.
    Parting,
    /// It goes on, or the notice is written.
    Settled,
}

fn decided(books: &Books, kept: &Kept<Engagement>, ends_on: NaiveDate) -> Decided {
    let mut refusals = letters_of_term(books, kept, LetterKind::RenewalRefusal, ends_on);
    if refusals.any(|letter| letter.record.pdf_sha256.is_some()) {
        return Decided::Settled;
    }
    match decision_of_term(books, kept, ends_on).map(|decision| decision.record.what) {
        None => Decided::Nothing,
        Some(DecisionKind::Part) => Decided::Parting,
        Some(DecisionKind::Renew | DecisionKind::RaiseThePrice | DecisionKind::ChangeTheScope) => {
            Decided::Settled
        }
    }
}
