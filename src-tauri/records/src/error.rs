//! Why a record is refused.
use chrono::NaiveDate;
use thiserror::Error;

use crate::Kind;

/// A record that cannot be kept as it is. Each sentence names the item and the mend.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// A field that must be filled in is empty.
    #[error("the {kind} has no {field}: enter one")]
    Missing {
        /// The record's kind.
        kind: Kind,
        /// The field, as a person calls it.
        field: &'static str,
    },
    /// A field holds more than it may.
    #[error("the {field} of the {kind} is {length} characters long: shorten it to {limit}")]
    TooLong {
        /// The record's kind.
        kind: Kind,
        /// The field, as a person calls it.
        field: &'static str,
        /// Characters found.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// A field holds a character that is none to be read, such as a null or an escape.
    #[error("the {field} of the {kind} holds the control character U+{code:04X}: remove it")]
    ControlCharacter {
        /// The record's kind.
        kind: Kind,
        /// The field, as a person calls it.
        field: &'static str,
        /// The character's code point.
        code: u32,
    },
    /// A rating that its scale does not have.
    #[error("{value} is not on the {scale} scale: enter a whole number from {low} to {high}")]
    OffScale {
        /// The value found.
        value: i64,
        /// The scale's name.
        scale: &'static str,
        /// The scale's lowest value.
        low: i64,
        /// The scale's highest value.
        high: i64,
    },
    /// Two dates that contradict each other.
    #[error(
        "the {kind} has its {later} ({later_on}) before its {earlier} ({earlier_on}): correct one of them"
    )]
    DateOrder {
        /// The record's kind.
        kind: Kind,
        /// What must come first.
        earlier: &'static str,
        /// Its date.
        earlier_on: NaiveDate,
        /// What must come after.
        later: &'static str,
        /// Its date.
        later_on: NaiveDate,
    },
    /// A deliverable that was handed over without a day.
    #[error(
        "the deliverable “{title}” is recorded as {outcome} but has no delivered date: enter the day it was delivered"
    )]
    NoDeliveredDate {
        /// The deliverable.
        title: String,
        /// The outcome found.
        outcome: &'static str,
    },
    /// A deliverable with a delivered date that is still marked as open.
    #[error("the deliverable “{title}” has a delivered date but is still pending: choose how it turned out")]
    NoOutcome {
        /// The deliverable.
        title: String,
    },
    /// Tacit renewal without the end of a term, which nothing can renew.
    #[error("the engagement “{title}” renews itself but has no end date: enter when its term ends")]
    RenewalWithoutEnd {
        /// The engagement.
        title: String,
    },
    /// A length of time that cannot be meant.
    #[error("the {field} of the {kind} is {value}: enter a whole number from 1 to {limit}")]
    Count {
        /// The record's kind.
        kind: Kind,
        /// The field, as a person calls it.
        field: &'static str,
        /// The value found.
        value: u32,
        /// The highest value allowed.
        limit: u32,
    },
    /// An amount that cannot be read.
    #[error("“{text}” is not an amount in {currency}: write it like 4800 or 4800.50")]
    Amount {
        /// What was entered.
        text: String,
        /// The currency's code.
        currency: String,
    },
    /// An amount that must be above zero.
    #[error("the amount of the {kind} is not above zero: enter what it is worth")]
    NotPositive {
        /// The record's kind.
        kind: Kind,
    },
    /// An amount that must not be below zero.
    #[error("the amount of the {kind} is below zero: enter zero or more")]
    BelowZero {
        /// The record's kind.
        kind: Kind,
    },
    /// A currency that ISO 4217 does not know.
    #[error("“{code}” is not a currency code: use one of ISO 4217, such as EUR, GBP or USD")]
    Currency {
        /// What was entered.
        code: String,
    },
    /// A country that is not two letters.
    #[error("“{code}” is not a country code: use the two letters of ISO 3166, such as GB or US")]
    Country {
        /// What was entered.
        code: String,
    },
    /// An e-mail address that no mail program would take.
    #[error("“{text}” is not an e-mail address: write it like name@example.org, or leave it empty")]
    Email {
        /// What was entered.
        text: String,
    },
    /// A SHA-256 that is none.
    #[error("“{text}” is not the SHA-256 of a file: leave it empty, and add the file again")]
    Digest {
        /// What was found.
        text: String,
    },
    /// A concession of nothing.
    #[error("the concession “{what}” has neither an amount nor hours: enter at least one of them")]
    EmptyConcession {
        /// What was given.
        what: String,
    },
}
