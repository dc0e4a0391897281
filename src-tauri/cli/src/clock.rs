//! The one clock of the command line.
use chrono::{Local, NaiveDate};
use kindly_practice::records::Moment;

/// The moment that a command acts in: the day it was told, or now.
pub(crate) fn moment(as_of: Option<NaiveDate>) -> Moment {
    as_of.map_or_else(now, Moment::of_day)
}

#[expect(clippy::disallowed_methods, reason = "the command line owns a clock, and this is it")]
fn now() -> Moment {
    let now = Local::now();
    Moment { today: now.date_naive(), at: now.to_utc() }
}
