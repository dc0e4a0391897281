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
    /// A number that may be nothing, and is too high.
    #[error("the {field} of the {kind} is {value}: enter a whole number from 0 to {limit}")]
    AtMost {
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
    /// A weight that no wish has.
    #[error("the criterion “{name}” has the weight {weight}: give it one from 1 to 5")]
    Weight {
        /// The criterion's statement.
        name: String,
        /// What was given.
        weight: u32,
    },
    /// One criterion, answered twice.
    #[error("the enquiry “{enquiry}” answers one criterion twice: keep one of the answers")]
    AnsweredTwice {
        /// What the enquiry is about.
        enquiry: String,
    },
    /// A setting outside the range in which it has a meaning.
    #[error("the {field} is {value}: give it from {low} to {high}")]
    OutOfRange {
        /// What it is.
        field: &'static str,
        /// What was given.
        value: u32,
        /// The least.
        low: u32,
        /// The most.
        high: u32,
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
    /// More of something than is taken.
    #[error("the {kind} has {found} {field}: keep {limit} at most")]
    TooMany {
        /// The record's kind.
        kind: Kind,
        /// What there are too many of, as a person calls it.
        field: &'static str,
        /// How many were found.
        found: usize,
        /// How many are taken.
        limit: usize,
    },
    /// A key that is none.
    #[error("“{text}” is no {field} of a {kind}: use lower-case letters, digits and underscores")]
    Key {
        /// The record's kind.
        kind: Kind,
        /// What it should be.
        field: &'static str,
        /// What was found, shortened.
        text: String,
    },
    /// A part of a letter that is left out and taken in at once.
    #[error("the part “{part}” of the {kind} is left out and taken in: choose one")]
    InAndOut {
        /// The record's kind.
        kind: Kind,
        /// The part's key.
        part: String,
    },
    /// A kind of record that no letter rests on.
    #[error("a letter cannot rest on a {kind}: choose one of the client's records")]
    NoBasis {
        /// The kind that was named.
        kind: Kind,
    },
    /// A letter that was sent before it was finished.
    #[error("the letter is marked as sent but is not finished: finish it first")]
    SentUnfinished,
    /// A letter that was replied to before it was sent.
    #[error("the letter has a reply but no day on which it was sent: enter that first")]
    ReplyToUnsent,
    /// A finished letter whose kept file is another.
    #[error("the finished letter {number} does not name its own file: finish it again as a new letter")]
    OtherFile {
        /// The letter's number.
        number: String,
    },
    /// A change of a letter that is finished.
    #[error("the letter {number} is finished and stays as it is: write a new letter that takes its place")]
    FinishedLetter {
        /// The letter's number.
        number: String,
    },
    /// A pattern that does not count.
    #[error(
        "“{text}” cannot number letters: write it with {{n}} once, and with {{year}} once or not at all, like L-{{year}}-{{n}}, in 40 characters at most"
    )]
    NumberPattern {
        /// What was entered.
        text: String,
    },
    /// A colour that is none.
    #[error("“{text}” is not a colour: write it like #1a4f8b, or leave it empty")]
    Accent {
        /// What was entered.
        text: String,
    },
    /// Two letterheads for one language.
    #[error("the letterhead has two sets of own lines for {language}: keep one of them")]
    RepeatedLetterhead {
        /// The language's tag.
        language: &'static str,
    },
    /// A concession of nothing.
    #[error("the concession “{what}” has neither an amount nor hours: enter at least one of them")]
    EmptyConcession {
        /// What was given.
        what: String,
    },
}
