//! How well we deliver.
use chrono::NaiveDate;
use kindly_records::{Deliverable, Outcome};

use crate::{Rate, Window};

/// The share of deliverables on time: handed over no later than the day agreed, and not recorded as late.
///
/// Counted are those whose day ([`Deliverable::dated`]) lies in the window and that have turned out; open and
/// excused ones speak for nobody. n is the number counted. The "on time" of OTIF (SCOR model, RL.2.2).
pub fn on_time_rate<'a>(deliverables: impl IntoIterator<Item = &'a Deliverable>, window: Window) -> Rate {
    Rate::of(dated_in(deliverables, window).filter_map(Deliverable::on_time))
}

/// On time and in full: the share that was met, as agreed, on time. A part that came on time is not in full.
///
/// Counted as in [`on_time_rate`]. Source: the SCOR model's perfect order fulfilment (RL.1.1), of which it is the
/// delivery half.
pub fn otif<'a>(deliverables: impl IntoIterator<Item = &'a Deliverable>, window: Window) -> Rate {
    Rate::of(dated_in(deliverables, window).filter_map(|deliverable| {
        deliverable.on_time().map(|on_time| on_time && deliverable.outcome == Outcome::Met)
    }))
}

/// How many are open though their day has passed. They are in no rate yet: their outcome is not known.
pub fn overdue<'a>(deliverables: impl IntoIterator<Item = &'a Deliverable>, today: NaiveDate) -> usize {
    deliverables
        .into_iter()
        .filter(|deliverable| deliverable.outcome == Outcome::Pending && deliverable.due_on < today)
        .count()
}

fn dated_in<'a>(
    deliverables: impl IntoIterator<Item = &'a Deliverable>,
    window: Window,
) -> impl Iterator<Item = &'a Deliverable> {
    deliverables.into_iter().filter(move |deliverable| window.contains(deliverable.dated()))
}
