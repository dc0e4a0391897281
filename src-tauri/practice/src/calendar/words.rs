//! The words of a calendar file. A file goes to other programs, which have no catalogue of ours to look a key up in:
//! so the words stand here, in English, all of them, and nowhere else in this folder.
use chrono::NaiveDate;
use kindly_records::Money;

/// The group that every entry belongs to.
pub(super) const CATEGORY: &str = "Kindly";

pub(super) fn post_by(client: &str) -> String {
    format!("{client}: last safe day to post a notice")
}

pub(super) fn last_day(client: &str) -> String {
    format!("{client}: last day of notice")
}

pub(super) fn notice_of(engagement: &str, ends_on: NaiveDate, renews: bool) -> String {
    let then = if renews { "renews itself after" } else { "ends on" };
    format!("“{engagement}” {then} {}.", day(ends_on))
}

pub(super) fn ends(client: &str, engagement: &str, renews: bool) -> String {
    let then = if renews { "ends or renews itself" } else { "ends" };
    format!("{client}: “{engagement}” {then}")
}

pub(super) fn deliver(client: &str, title: &str) -> String {
    format!("{client}: {title} due")
}

pub(super) fn owed(client: &str, title: &str) -> String {
    format!("{client} owes: {title}")
}

pub(super) fn invoice(client: &str, number: &str) -> String {
    format!("{client}: invoice {number} due")
}

pub(super) fn to_be_paid(open: Money) -> String {
    let amount = kindly_letters::money(
        kindly_letters::Language::EnglishUk,
        kindly_letters::Money { minor: open.minor, currency: open.currency },
    );
    format!("{amount} to be paid.")
}

pub(super) fn check_in(client: &str) -> String {
    format!("Ask {client} how it goes")
}

pub(super) fn review(client: &str) -> String {
    format!("{client}: look again at what was recorded")
}

pub(super) fn comes_back(client: &str) -> String {
    if client.is_empty() {
        "Put off until today: our own record".to_owned()
    } else {
        format!("{client}: put off until today")
    }
}

/// 31 January 2027.
fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
