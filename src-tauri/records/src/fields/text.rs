//! Fields as text, and back: what a person types after `key=`, and what stands in a cell of our own files.
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};
use thiserror::Error;

use super::Shape;
use crate::{Contact, Money, parse_currency};

/// A text that a field cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{text}” does not fit {key}: {mend}")]
pub struct FieldError {
    /// The field's key.
    pub key: String,
    /// What was found.
    pub text: String,
    /// What to write instead.
    pub mend: String,
}

/// Reads the text of a field that stands alone. An empty text is no value: `null`, or an empty text or list.
///
/// An amount is read in `currency`, unless the text has a code of its own, before or after the number. A client and
/// another record are returned as the text that names them; who keeps the records finds out which they are.
///
/// # Errors
/// A [`FieldError`] that names the key and the mend.
pub fn read(key: &str, shape: Shape, text: &str, currency: &str) -> Result<Value, FieldError> {
    let refused = |mend: String| FieldError { key: key.to_owned(), text: text.to_owned(), mend };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(match shape {
            Shape::Line | Shape::Text => "".into(),
            Shape::Lines | Shape::Words | Shape::People => json!([]),
            _ => Value::Null,
        });
    }
    match shape {
        Shape::Line | Shape::Client | Shape::Record(_) => Ok(trimmed.into()),
        Shape::Text => Ok(text.into()),
        Shape::Lines => Ok(lines(text)),
        Shape::Words => Ok(words(text)),
        Shape::People => people(text).map_err(refused),
        Shape::Whole => match trimmed.parse::<i64>() {
            Ok(number) => Ok(number.into()),
            Err(_) => Err(refused("write a whole number like 4".to_owned())),
        },
        Shape::Count => match trimmed.parse::<u32>() {
            Ok(number) => Ok(number.into()),
            Err(_) => Err(refused("write a whole number like 4, not below zero".to_owned())),
        },
        Shape::Minutes => {
            duration(trimmed, 60, 60).map(Value::from).ok_or_else(|| refused(HOW_LONG.to_owned()))
        }
        Shape::Seconds => {
            duration(trimmed, 3600, 1).map(Value::from).ok_or_else(|| refused(HOW_LONG.to_owned()))
        }
        Shape::YesNo => match trimmed.to_lowercase().as_str() {
            "yes" | "true" => Ok(true.into()),
            "no" | "false" => Ok(false.into()),
            _ => Err(refused("write yes or no".to_owned())),
        },
        // Other years are a slip of the hand.
        Shape::Day => match trimmed.parse::<NaiveDate>() {
            Ok(day) if trimmed.len() == 10 && (1900..2200).contains(&day.year()) => Ok(json!(day)),
            _ => Err(refused("write a day from 1900 to 2199 like 2026-02-28".to_owned())),
        },
        Shape::OneOf(known) => {
            let wanted = folded(trimmed);
            let found = known.iter().find(|word| folded(word) == wanted);
            found.map(|word| (*word).into()).ok_or_else(|| refused(format!("use {}", in_a_row(known, "or"))))
        }
        Shape::Currency => match parse_currency(trimmed) {
            Ok(found) => Ok(found.code().into()),
            Err(error) => Err(refused(error.to_string())),
        },
        Shape::Amount => amount(trimmed, currency).map_err(refused),
    }
}

/// The text of a value, as [`read`] takes it back.
#[must_use]
pub fn write(shape: Shape, value: &Value) -> String {
    match (shape, value) {
        (_, Value::Null) => String::new(),
        (Shape::Lines, Value::Array(lines)) => joined(lines, " / "),
        (Shape::Words, Value::Array(words)) => joined(words, ", "),
        (Shape::People, Value::Array(people)) => {
            people.iter().map(person_text).collect::<Vec<String>>().join("\n")
        }
        (Shape::Minutes, Value::Number(minutes)) => {
            let minutes = minutes.as_u64().unwrap_or_default();
            format!("{}:{:02}", minutes / 60, minutes % 60)
        }
        (Shape::Seconds, Value::Number(seconds)) => {
            let seconds = seconds.as_u64().unwrap_or_default();
            format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        (Shape::YesNo, Value::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        (Shape::Amount, amount) => amount_text(amount),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

/// The value where a key leads; `null` where nothing is.
#[must_use]
pub fn take<'a>(record: &'a Value, key: &str) -> &'a Value {
    key.split('.').fold(record, |place, part| place.get(part).unwrap_or(&Value::Null))
}

/// Puts a value where a key leads, and makes the parts on the way.
pub fn put(record: &mut Value, key: &str, value: Value) {
    let mut place = record;
    for part in key.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[part];
    }
    *place = value;
}

/// "a, b and c".
#[must_use]
pub fn in_a_row(items: &[&str], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

const HOW_LONG: &str = "write how long it took, like 90m, 1.5h or 1:30";

/// Lines as an address has them: apart by ` / ` or line breaks, so that a "c/o" stays whole.
fn lines(text: &str) -> Value {
    let parts = text.split('\n').flat_map(|line| line.split(" / "));
    parts.map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn words(text: &str) -> Value {
    text.split([',', ';', '\n']).map(str::trim).filter(|word| !word.is_empty()).collect()
}

fn joined(items: &[Value], between: &str) -> String {
    items.iter().filter_map(Value::as_str).collect::<Vec<&str>>().join(between)
}

/// A person a line, their parts apart by bars in the order of [`PARTS`]; later ones may be left out.
fn people(text: &str) -> Result<Value, String> {
    let person = |line: &str| {
        let mut parts = line.split('|').map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        let person = Contact {
            given_name: next(),
            family_name: next(),
            email: next(),
            role: next(),
            phone: next(),
            salutation: next(),
        };
        match parts.next() {
            None => Ok(json!(person)),
            Some(_) => Err("write a person like Ada | Halden | ada@example.org | head of finance".to_owned()),
        }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(person).collect()
}

const PARTS: [&str; 6] = ["given_name", "family_name", "email", "role", "phone", "salutation"];

fn person_text(person: &Value) -> String {
    let parts = PARTS.map(|part| person[part].as_str().unwrap_or_default());
    let filled = parts.iter().rposition(|part| !part.is_empty()).map_or(1, |last| last + 1);
    parts[..filled].join(" | ")
}

/// Reads `1:30`, `1:30:15`, `1.5h`, `90m`, `1h 30m`, `1h30` or `45s`; a bare number counts `bare` units. The result is in
/// units of `unit` seconds, rounded up so that nothing becomes no time at all.
fn duration(text: &str, per_hour: u32, unit: u32) -> Option<u32> {
    let text = text.to_lowercase().replace(',', ".");
    let seconds = if text.contains(':') { clock(&text)? } else { spelt(&text, per_hour)? };
    // 1.1 hours are 66 minutes, though the product lies a hair above.
    let units = (seconds / f64::from(unit) - 1e-6).ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was seen to fit")]
    (units >= 0.0 && units <= f64::from(u32::MAX)).then_some(units as u32)
}

fn clock(text: &str) -> Option<f64> {
    let parts: Vec<u32> = text.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60 => Some(f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
            Some(f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + f64::from(seconds))
        }
        _ => None,
    }
}

fn spelt(text: &str, per_hour: u32) -> Option<f64> {
    let (mut seconds, mut number, mut unit) = (0.0, String::new(), String::new());
    // A bare number counts minutes where minutes are kept, and hours where a tracker's seconds are.
    let bare = if per_hour == 60 { 60.0 } else { 3600.0 };
    let mut last = None;
    let mut add = |number: &mut String, unit: &mut String| -> Option<()> {
        let value: f64 = number.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0)?;
        let each = match unit.as_str() {
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            // "1h30": what follows hours are minutes.
            "" if last == Some(3600.0) => 60.0,
            "" if last.is_none() => bare,
            _ => return None,
        };
        // From the longest to the shortest, each once.
        if last.is_some_and(|last| each >= last) {
            return None;
        }
        last = Some(each);
        seconds += value * each;
        number.clear();
        unit.clear();
        Some(())
    };
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_digit() || c == '.' {
            if !unit.is_empty() {
                add(&mut number, &mut unit)?;
            }
            number.push(c);
        } else {
            unit.push(c);
        }
    }
    add(&mut number, &mut unit)?;
    Some(seconds)
}

fn amount(text: &str, currency: &str) -> Result<Value, String> {
    let is_code = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (number, code) = match (text.split_once(' '), text.rsplit_once(' ')) {
        (Some((code, number)), _) if is_code(code) => (number, code),
        (_, Some((number, code))) if is_code(code) => (number, code),
        _ => (text, currency),
    };
    let read = parse_currency(code).and_then(|currency| Money::parse(number, currency));
    read.map(|money| json!(money)).map_err(|error| error.to_string())
}

fn amount_text(value: &Value) -> String {
    let Ok(money) = serde_json::from_value::<Money>(value.clone()) else { return value.to_string() };
    let decimals = money.decimals();
    let unit = 10_u64.pow(decimals);
    let (sign, minor) = (if money.minor < 0 { "-" } else { "" }, money.minor.unsigned_abs());
    let whole = minor / unit;
    let code = money.currency.code();
    match usize::try_from(decimals) {
        Ok(width) if width > 0 => format!("{sign}{whole}.{:0width$} {code}", minor % unit),
        _ => format!("{sign}{whole} {code}"),
    }
}

/// As words are compared: case, and which of the signs joins them, do not matter.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' '], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shape: Shape, text: &str, expected: &Value) {
        let read = read("key", shape, text, "EUR");
        assert_eq!(read.as_ref(), Ok(expected), "{text:?} as {shape:?}");
        let written = write(shape, expected);
        let again = super::read("key", shape, &written, "EUR");
        assert_eq!(again.as_ref(), Ok(expected), "{written:?} is read as it was written");
    }

    #[test]
    fn what_is_written_is_read_again() {
        check(Shape::Line, " Halden ", &json!("Halden"));
        check(
            Shape::Lines,
            "c/o Ada / 12 High Street\nLondon",
            &json!(["c/o Ada", "12 High Street", "London"]),
        );
        check(Shape::Words, "retail; key account", &json!(["retail", "key account"]));
        check(Shape::Words, "", &json!([]));
        check(Shape::Whole, "-3", &json!(-3));
        check(Shape::YesNo, "Yes", &json!(true));
        check(Shape::Day, "2028-02-29", &json!("2028-02-29"));
        check(Shape::Day, "", &Value::Null);
        check(Shape::OneOf(&["my_impression"]), "My impression", &json!("my_impression"));
        check(Shape::Amount, "4,800.5", &json!({ "minor": 480_050, "currency": "EUR" }));
        check(Shape::Amount, "9000 JPY", &json!({ "minor": 9000, "currency": "JPY" }));
        check(Shape::Amount, "KWD 1.005", &json!({ "minor": 1005, "currency": "KWD" }));
        let ada = Contact { given_name: "Ada".to_owned(), role: "Finance".to_owned(), ..Contact::default() };
        check(Shape::People, "Ada | | | Finance", &json!([ada]));
    }

    #[test]
    fn time_is_read_as_people_write_it() {
        for (text, minutes) in [
            ("90", 90),
            ("90m", 90),
            ("1.5h", 90),
            ("1,5 h", 90),
            ("1:30", 90),
            ("1h 30m", 90),
            ("1h30", 90),
            ("1.1h", 66),
            ("30s", 1),
        ] {
            check(Shape::Minutes, text, &json!(minutes));
        }
        for (text, seconds) in [("2", 7200), ("0:07:23", 443), ("1:30", 5400), ("2.25h", 8100), ("45s", 45)] {
            check(Shape::Seconds, text, &json!(seconds));
        }
        for text in ["soon", "1:75", "-2h", "1h2h3", "h", "1 day"] {
            let read = read("minutes", Shape::Minutes, text, "EUR");
            assert!(read.is_err(), "{text:?} is no stretch of time, but was read as {read:?}");
        }
    }

    #[test]
    fn a_wrong_value_names_the_key_and_the_mend() {
        let refused = |shape, text| read("key", shape, text, "EUR").expect_err("no value").to_string();
        assert_eq!(
            refused(Shape::Day, "28.2.2026"),
            "“28.2.2026” does not fit key: write a day from 1900 to 2199 like 2026-02-28",
            "a day has one form"
        );
        assert_eq!(
            refused(Shape::OneOf(&["a", "b", "c"]), "d"),
            "“d” does not fit key: use a, b or c",
            "the words are told"
        );
    }
}
