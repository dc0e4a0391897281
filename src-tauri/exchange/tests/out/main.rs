//! What is written out: that others can read it, and that we read again what we wrote.
mod archive;
mod calendar;
mod cards;
mod documented;
mod made;
mod spreadsheet;
mod tables;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// The moment at which most tests write.
fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment like 2026-11-22T18:00:00Z")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day like 2026-02-28")
}

/// An id that a reader of the test tells from others.
fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_0000 + number)
}
