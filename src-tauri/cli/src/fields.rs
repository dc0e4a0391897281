//! The keys of `key=value`: which ones a record or a letter has, and what each can hold.
use kindly_practice::records::{Kind, LetterKind, Money, parse_currency};
use serde_json::{Value, json};

use crate::{arguments::day, error::CliError};

mod tables;

/// A key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name; a dot leads into a part, such as `contact.email`.
    pub(crate) key: &'static str,
    /// What it can hold.
    pub(crate) shape: Shape,
    /// Whether a record without it is none.
    pub(crate) needed: bool,
}

/// What a key can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Any text.
    Text,
    /// Lines apart by ` / `.
    Lines,
    /// A whole number.
    Whole,
    /// How many: a whole number that is not below zero.
    Count,
    /// Yes or no.
    YesNo,
    /// A day; nothing for none.
    Day,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The code of a currency.
    Currency,
    /// An amount, in the currency that stands beside it.
    Amount,
    /// A client, by name.
    Client,
    /// A record of the client's, by its title.
    Titled(Kind),
}

/// The keys of a kind of record.
pub(crate) fn record_fields(kind: Kind) -> &'static [Field] {
    tables::of_record(kind)
}

/// The keys of a kind of letter.
pub(crate) fn letter_fields(kind: LetterKind) -> &'static [Field] {
    tables::of_letter(kind)
}

/// The field with a key.
pub(crate) fn find(what: &str, fields: &'static [Field], key: &str) -> Result<&'static Field, CliError> {
    let key = key.replace('-', "_");
    fields.iter().find(|field| field.key == key).ok_or_else(|| {
        let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
        CliError::UnknownKey { what: what.to_owned(), key, known: in_a_row(&known, "or") }
    })
}

/// Remembers a key, and refuses it where it was there.
pub(crate) fn once(seen: &mut Vec<&'static str>, key: &'static str) -> Result<(), CliError> {
    if seen.contains(&key) {
        return Err(CliError::KeyTwice { key: key.to_owned() });
    }
    seen.push(key);
    Ok(())
}

/// "a, b and c".
pub(crate) fn in_a_row(items: &[&str], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

impl Shape {
    /// Reads a value that stands alone; what hangs on other keys or on the ledger is read where those are known.
    pub(crate) fn read(self, key: &str, text: &str) -> Result<Value, CliError> {
        let refused = |mend: String| CliError::Value { key: key.to_owned(), text: text.to_owned(), mend };
        match self {
            Self::Text | Self::Amount | Self::Client | Self::Titled(_) => Ok(text.into()),
            Self::Lines => Ok(lines(text)),
            Self::Whole => match text.trim().parse::<i64>() {
                Ok(number) => Ok(number.into()),
                Err(_) => Err(refused("write a whole number like 4".to_owned())),
            },
            Self::Count => match text.trim().parse::<u32>() {
                Ok(number) => Ok(number.into()),
                Err(_) => Err(refused("write a whole number like 4, not below zero".to_owned())),
            },
            Self::YesNo => match text.trim().to_lowercase().as_str() {
                "yes" | "true" => Ok(true.into()),
                "no" | "false" => Ok(false.into()),
                _ => Err(refused("write yes or no".to_owned())),
            },
            Self::Day if text.trim().is_empty() => Ok(Value::Null),
            Self::Day => day(text).map(|day| json!(day)).map_err(refused),
            Self::OneOf(words) => {
                let wanted = folded(text);
                let found = words.iter().find(|word| folded(word) == wanted);
                let named = || refused(format!("use {}", in_a_row(words, "or")));
                found.map(|word| (*word).into()).ok_or_else(named)
            }
            Self::Currency => match parse_currency(text) {
                Ok(currency) => Ok(currency.code().into()),
                Err(error) => Err(kindly_practice::PracticeError::from(error).into()),
            },
        }
    }
}

/// An amount in major units.
pub(crate) fn amount(text: &str, currency: &str) -> Result<Value, CliError> {
    let read = parse_currency(currency).and_then(|currency| Money::parse(text, currency));
    Ok(json!(read.map_err(kindly_practice::PracticeError::from)?))
}

/// Puts a value where a key leads.
pub(crate) fn put(record: &mut Value, key: &str, value: Value) {
    let mut place = record;
    for part in key.split('.') {
        place = &mut place[part];
    }
    *place = value;
}

/// Lines as an address has them: apart by ` / ` or line breaks, so that a "c/o" stays whole.
fn lines(text: &str) -> Value {
    let parts = text.split('\n').flat_map(|line| line.split(" / "));
    parts.map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// As words are compared: case, and which of the signs joins them, do not matter.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' '], "_")
}
