//! Dates and amounts as a letter writes them, for whoever shows its facts beside it.

use chrono::NaiveDate;

use crate::convention::{amount, full_date};
use crate::spec::{Language, Money, Register};
use crate::words::words;

/// A day as a letter in that language writes it: "31 January 2027", "January 31, 2027".
pub fn day(language: Language, date: NaiveDate) -> String {
    full_date(words(language, Register::Warm), date)
}

/// An amount as a letter in that language writes it: "€4,800", "$4,800.50".
pub fn money(language: Language, money: Money) -> String {
    amount(words(language, Register::Warm), money)
}
