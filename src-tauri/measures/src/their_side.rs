//! How well they keep their side.
use chrono::NaiveDate;
use kindly_records::Obligation;

use crate::{Bill, Rate, Window, window::by};

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

/// The same as [`obligations_kept`] for invoices: kept when paid in full no later than due; a part is not in full.
/// To have one figure for all that they owe, add both.
///
/// Takes invoices alone, where their own paid date is all that is known, or [`crate::bills`], which know the payments.
pub fn invoices_kept<'a>(
    invoices: impl IntoIterator<Item: Into<Bill<'a>>>,
    window: Window,
    today: NaiveDate,
) -> Rate {
    let promises = invoices.into_iter().map(|invoice| {
        let bill: Bill = invoice.into();
        (bill.invoice.due_on, bill.settled_on)
    });
    kept(promises, window, today)
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
