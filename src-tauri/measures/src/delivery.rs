//! How well we deliver.
use chrono::NaiveDate;
use kindly_records::{Acceptance, Deliverable, Outcome};
use serde::Serialize;

use crate::{Rate, Window};

/// What clients accepted of what was handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AcceptanceRate {
    /// The share accepted as it was handed over, of all with a known answer.
    pub at_first: Rate,
    /// The share accepted in the end, reworked or not, of the same.
    pub in_the_end: Rate,
    /// Handed over, and nobody said whether it is accepted. In neither share.
    pub unknown: usize,
}

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

/// The share accepted at first presentation: `accepted ÷ (accepted + accepted after rework + refused)`.
///
/// Counted are those whose day ([`Deliverable::dated`]) lies in the window and whose answer is known, whatever their
/// outcome: work that came late by the client's doing is accepted or not like any other. The "first pass yield" of
/// quality management (right at the first go ÷ all, rework not counted as right), told of the client's acceptance instead
/// of an inspection.
pub fn acceptance_rate<'a>(
    deliverables: impl IntoIterator<Item = &'a Deliverable>,
    window: Window,
) -> AcceptanceRate {
    dated_in(deliverables, window).fold(AcceptanceRate::default(), |rate, deliverable| {
        let answer = |at_first, in_the_end| AcceptanceRate {
            at_first: rate.at_first + Rate::of([at_first]),
            in_the_end: rate.in_the_end + Rate::of([in_the_end]),
            ..rate
        };
        match deliverable.acceptance {
            Acceptance::Accepted => answer(true, true),
            Acceptance::AcceptedAfterRework => answer(false, true),
            Acceptance::Refused => answer(false, false),
            Acceptance::Unknown if deliverable.delivered_on.is_some() => {
                AcceptanceRate { unknown: rate.unknown + 1, ..rate }
            }
            Acceptance::Unknown => rate,
        }
    })
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
