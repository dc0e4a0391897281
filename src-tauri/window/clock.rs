//! The one clock of the window: everything below is told what time it is.
use chrono::{Local, Utc};
use kindly_practice::records::Moment;

/// Now, on the user's calendar and in universal time.
#[expect(clippy::disallowed_methods, reason = "the window's one clock; all else gets the moment from here")]
pub(crate) fn now() -> Moment {
    Moment { today: stated_day().unwrap_or_else(|| Local::now().date_naive()), at: Utc::now() }
}

/// `KINDLY_TODAY=2026-11-22` in the test build, so that a picture of the window is the same every day.
#[cfg(feature = "window-tests")]
fn stated_day() -> Option<chrono::NaiveDate> {
    let day = std::env::var("KINDLY_TODAY").ok()?;
    Some(day.parse().expect("KINDLY_TODAY is a day like 2026-11-22"))
}

#[cfg(not(feature = "window-tests"))]
const fn stated_day() -> Option<chrono::NaiveDate> {
    None
}
