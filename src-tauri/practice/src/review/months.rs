//! What turned out by month, and how content clients were.
use chrono::{Datelike, Days, Months, NaiveDate};
use kindly_measures::{Window, mean_satisfaction_on_five};

use super::view::ReviewMonth;
use crate::{books::Books, offering::turned_out, standing::number};

/// The months from a first day on, the last one as far as it is told.
pub(super) fn months(books: &Books, first: NaiveDate, until: NaiveDate) -> Vec<ReviewMonth> {
    let delivered = turned_out(books, until);
    let firsts = (0..).map_while(|month| first.checked_add_months(Months::new(month)));
    firsts
        .take_while(|month| *month <= until)
        .map(|month| {
            let [met, partial, missed] = delivered.get(&month).copied().unwrap_or_default();
            let window = Window { from: month, to: end_of(month).min(until) };
            let clients = books.clients.iter();
            let said = clients.flat_map(|client| books.check_ins.of_client(client.id));
            let mean = mean_satisfaction_on_five(said.map(|kept| &kept.record), window);
            ReviewMonth { month, met, partial, missed, satisfaction: mean.mean, check_ins: number(mean.n) }
        })
        .collect()
}

/// The last day of the month that begins on a day.
fn end_of(month: NaiveDate) -> NaiveDate {
    debug_assert_eq!(month.day(), 1, "a month begins on its first day");
    let next = month.checked_add_months(Months::new(1));
    next.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or(NaiveDate::MAX)
}
