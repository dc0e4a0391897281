//! How far we had delivered on a given day.

use chrono::NaiveDate;

use crate::constants::{DELIVERY_WINDOW_DAYS, HALF_MET};
use crate::known::day_number;
use crate::portfolio::Client;

/// A deliverable that counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Delivered {
    pub(crate) day: i32,
    /// How far it was met, 0 to 1.
    pub(crate) share: f64,
    /// Position among the client's deliverables as given.
    pub(crate) record: usize,
}

impl Delivered {
    /// Whether it counts as one that was met.
    pub(crate) fn is_met(&self) -> bool {
        self.share >= HALF_MET
    }
}

/// The deliverables that count, by day and on one day the best last, with running sums to look back quickly.
#[derive(Debug, Default)]
pub(crate) struct DeliveryRecord {
    delivered: Vec<Delivered>,
    /// Sum of the shares before each position; exact, since shares are halves.
    shares_before: Vec<f64>,
}

impl DeliveryRecord {
    pub(crate) fn of(client: &Client, as_of: NaiveDate) -> Self {
        let mut delivered: Vec<Delivered> = client
            .deliverables
            .iter()
            .enumerate()
            .filter(|(_, deliverable)| deliverable.date <= as_of)
            .filter_map(|(record, deliverable)| {
                let share = deliverable.outcome.share_met()?;
                Some(Delivered { day: day_number(deliverable.date), share, record })
            })
            .collect();
        delivered.sort_unstable_by(|one, other| {
            let by_share = one.share.total_cmp(&other.share);
            one.day.cmp(&other.day).then(by_share).then(one.record.cmp(&other.record))
        });
        let mut sum = 0.0;
        let mut shares_before = vec![0.0];
        shares_before.extend(delivered.iter().map(|delivered| {
            sum += delivered.share;
            sum
        }));
        Self { delivered, shares_before }
    }

    pub(crate) fn all(&self) -> &[Delivered] {
        &self.delivered
    }

    /// How far we had delivered by the end of this day, for whatever is not linked to a deliverable: the mean of the
    /// last ninety days, else the last one before (the best of that day), else `None`.
    pub(crate) fn behind(&self, day: i32) -> Option<f64> {
        let until = self.position_after(day);
        let from = self.position_after(day - DELIVERY_WINDOW_DAYS);
        if from < until {
            let sum = self.shares_before[until] - self.shares_before[from];
            return Some(sum / (until - from) as f64);
        }
        Some(self.delivered[until.checked_sub(1)?].share)
    }

    /// The position of the last deliverable until this day that was met, or of the last that was not.
    pub(crate) fn last_until(&self, day: i32, met: bool) -> Option<usize> {
        self.delivered[..self.position_after(day)].iter().rposition(|delivered| delivered.is_met() == met)
    }

    fn position_after(&self, day: i32) -> usize {
        self.delivered.partition_point(|delivered| delivered.day <= day)
    }
}
