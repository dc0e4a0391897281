//! The clock's answer, carried into every use case by those few that may read a clock.
use chrono::{DateTime, NaiveDate, Utc};

/// When something is done: the day on the user's calendar, and the instant for the journal and for ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The calendar day where the user is: due dates and notice dates are judged by it.
    pub today: NaiveDate,
    /// The instant in universal time: the journal's order does not depend on a time zone.
    pub at: DateTime<Utc>,
}

impl Moment {
    /// Noon UTC of a stated day: for `--as-of`, the sample and tests.
    ///
    /// # Panics
    /// Never: noon exists on every day.
    #[must_use]
    pub fn of_day(today: NaiveDate) -> Self {
        Self { today, at: today.and_hms_opt(12, 0, 0).expect("noon exists on every day").and_utc() }
    }
}
