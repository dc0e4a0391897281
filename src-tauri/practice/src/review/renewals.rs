//! What ends, renews itself or wants notice after a quarter.
use chrono::NaiveDate;

use super::{quarter::Quarter, view::ReviewRenewal};
use crate::{renewals::RenewalsView, standing::Renewal};

/// Agreements with an end or a day of notice after the day that is told and no later than the last day of the quarter
/// that follows, the soonest first.
pub(super) fn after(view: &RenewalsView, quarter: Quarter) -> Vec<ReviewRenewal> {
    let last = quarter.after().last_day();
    let ahead = |day: &NaiveDate| *day > view.today && *day <= last;
    let mut found: Vec<(NaiveDate, ReviewRenewal)> = view
        .months
        .iter()
        .flat_map(|month| &month.rows)
        .filter_map(|row| {
            let Renewal::On { ends_on, renews, notice_by, post_by, .. } = row.renewal else { return None };
            let soonest = [Some(ends_on), notice_by, post_by].into_iter().flatten().filter(ahead).min()?;
            let renewal = ReviewRenewal {
                engagement: row.engagement,
                title: row.title.clone(),
                client_name: row.client_name.clone(),
                ends_on,
                renews,
                notice_by,
                post_by,
                decided: row.decision.as_ref().map(|decision| decision.record.what),
            };
            Some((soonest, renewal))
        })
        .collect();
    found.sort_by(|(one, first), (other, second)| {
        one.cmp(other).then_with(|| first.client_name.to_lowercase().cmp(&second.client_name.to_lowercase()))
    });
    found.into_iter().map(|(_, renewal)| renewal).collect()
}
