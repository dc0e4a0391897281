//! How well they keep their side, and how soon we answer.
use chrono::NaiveDate;
use kindly_records::{Complaint, Invoice, Obligation};
use serde::Serialize;

use crate::{Mean, Median, Rate, Window};

/// How soon complaints were answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ResponseDays {
    /// Days from the complaint to our first answer, over those that were answered.
    pub answered: Median,
    /// How many still wait. They make the median look better than it is, so they are told beside it.
    pub waiting: usize,
}

/// The median of the days to the first answer, over the complaints that came in the window, as it stands `today`:
/// an answer of a later day does not count yet. The median, because one that lay forgotten for a month would move
/// the mean of ten others ("first response time" of the help-desk field).
pub fn first_response_days<'a>(
    complaints: impl IntoIterator<Item = &'a Complaint>,
    window: Window,
    today: NaiveDate,
) -> ResponseDays {
    let came: Vec<&Complaint> =
        complaints.into_iter().filter(|complaint| window.contains(complaint.on)).collect();
    let answered =
        Median::of_days(came.iter().filter_map(|complaint| {
            by(complaint.answered_on, today).map(|day| (day - complaint.on).num_days())
        }));
    ResponseDays { waiting: came.len() - answered.n, answered }
}

/// The mean of the days from due date to payment, over the invoices due in the window, as it stands `today`; early
/// payment counts below zero. One that is overdue and unpaid counts with the days up to today; one that is unpaid and
/// not yet overdue does not count.
///
/// The "days beyond terms" of credit agencies, which weigh invoices by their amount; here each weighs the same,
/// because the figure is about habit, not about money at risk.
pub fn days_beyond_terms<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    window: Window,
    today: NaiveDate,
) -> Mean {
    Mean::of(invoices.into_iter().filter(|invoice| window.contains(invoice.due_on)).filter_map(|invoice| {
        let until = by(invoice.paid_on, today).or((invoice.due_on < today).then_some(today))?;
        Some((until - invoice.due_on).num_days() as f64)
    }))
}

/// The share of what they owed that they kept, as it stands `today`: kept when it came no later than agreed, broken
/// when it came later or is overdue; what is not yet due and still open is neither. n is kept and broken together.
/// The last day agreed is still in time.
pub fn obligations_kept<'a>(
    obligations: impl IntoIterator<Item = &'a Obligation>,
    window: Window,
    today: NaiveDate,
) -> Rate {
    kept(obligations.into_iter().map(|obligation| (obligation.due_on, obligation.met_on)), window, today)
}

/// The same as [`obligations_kept`] for invoices: kept when paid in full no later than due. To have one figure for
/// all that they owe, add both.
pub fn invoices_kept<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    window: Window,
    today: NaiveDate,
) -> Rate {
    kept(invoices.into_iter().map(|invoice| (invoice.due_on, invoice.paid_on)), window, today)
}

fn kept(
    promises: impl Iterator<Item = (NaiveDate, Option<NaiveDate>)>,
    window: Window,
    today: NaiveDate,
) -> Rate {
    Rate::of(promises.filter(|(due_on, _)| window.contains(*due_on)).filter_map(|(due_on, met_on)| match by(
        met_on, today,
    ) {
        Some(day) => Some(day <= due_on),
        None => (due_on < today).then_some(false),
    }))
}

/// A day, if it has come.
fn by(day: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    day.filter(|day| *day <= today)
}
