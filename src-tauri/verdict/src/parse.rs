//! Reading a portfolio file: strict where a slip would change a verdict, lenient where nothing is lost.
//!
//! The text becomes a JSON tree first, so that a complaint can name the client and the item rather than a column.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::VerdictError;
use crate::portfolio::{
    Client, Complaint, Deliverable, Obligation, Outcome, Portfolio, Rating, Scale, Signal, SignalKind,
};

/// Where the outermost object stands.
const WHOLE: &str = "the portfolio";

impl Portfolio {
    /// Reads a portfolio from JSON, in the format of `docs/method.md`. Every list, `start` and a rating's
    /// `deliverable` may be missing or null; keys that mean nothing here are passed over. An unknown outcome is
    /// left out of the verdict; everything else that is wrong is refused, naming the client and the item.
    pub fn from_json(text: &str) -> Result<Self, VerdictError> {
        let tree: Value = serde_json::from_str(text)
            .map_err(|error| VerdictError::NotJson { reason: error.to_string() })?;
        let item = Item::new(&tree, WHOLE.to_owned())?;
        let portfolio = Self { as_of: item.date("as_of")?, clients: item.list("clients", "client", client)? };
        portfolio.check()?;
        Ok(portfolio)
    }
}

fn client(item: &Item<'_>) -> Result<Client, VerdictError> {
    let id = item.text("id")?;
    let item = Item { place: format!("client {id:?}"), fields: item.fields };
    Ok(Client {
        id,
        start: item.given("start").map(|_| item.date("start")).transpose()?,
        deliverables: item.list("deliverables", "deliverable", deliverable)?,
        ratings: item.list("ratings", "rating", rating)?,
        obligations: item.list("obligations", "obligation", obligation)?,
        signals: item.list("signals", "signal", signal)?,
        complaints: item.list("complaints", "complaint", complaint)?,
    })
}

fn deliverable(item: &Item<'_>) -> Result<Deliverable, VerdictError> {
    let outcome = match item.given("outcome").and_then(Value::as_str) {
        Some("met") => Outcome::Met,
        Some("partial") => Outcome::Partial,
        Some("late") => Outcome::Late,
        Some("rejected") => Outcome::Rejected,
        Some("excused") => Outcome::Excused,
        Some("pending") => Outcome::Pending,
        _ => Outcome::Unknown,
    };
    Ok(Deliverable { id: item.text("id")?, date: item.date("date")?, outcome })
}

fn rating(item: &Item<'_>) -> Result<Rating, VerdictError> {
    let scale = match item.given("scale").and_then(Value::as_str) {
        Some("csat5") => Scale::Csat5,
        Some("nps") => Scale::Nps,
        Some("ces7") => Scale::Ces7,
        _ => {
            return Err(VerdictError::UnknownScale { place: item.place.clone(), found: item.shown("scale") });
        }
    };
    Ok(Rating {
        id: item.optional_text("id")?,
        date: item.date("date")?,
        scale,
        value: value(item, scale)?,
        deliverable: item.optional_text("deliverable")?,
    })
}

/// A whole number on its scale; 4.0 is as whole as 4.
fn value(item: &Item<'_>, scale: Scale) -> Result<u8, VerdictError> {
    let given = item.given("value").ok_or_else(|| item.missing("value", "a whole number"))?;
    let number = given.as_f64().ok_or_else(|| item.not_whole())?;
    if number.fract().abs() > 0.0 {
        return Err(item.not_whole());
    }
    let (lowest, highest) = scale.range();
    let is_it = |value: &u8| (f64::from(*value) - number).abs() < 0.5;
    (lowest..=highest).find(is_it).ok_or_else(|| VerdictError::OffScale {
        place: item.place.clone(),
        found: item.shown("value"),
        scale: scale.name(),
        lowest,
        highest,
    })
}

fn obligation(item: &Item<'_>) -> Result<Obligation, VerdictError> {
    let expected = "true or false";
    let kept = item.given("kept").ok_or_else(|| item.missing("kept", expected))?;
    let kept = kept.as_bool().ok_or_else(|| item.wrong("kept", expected))?;
    Ok(Obligation { id: item.optional_text("id")?, date: item.date("date")?, kept })
}

fn signal(item: &Item<'_>) -> Result<Signal, VerdictError> {
    let kind = match item.given("kind").and_then(Value::as_str) {
        Some("concession") => SignalKind::Concession,
        Some("blame") => SignalKind::Blame,
        Some("disrespect") => SignalKind::Disrespect,
        Some("threat") => SignalKind::Threat,
        _ => return Err(VerdictError::UnknownKind { place: item.place.clone(), found: item.shown("kind") }),
    };
    Ok(Signal { id: item.optional_text("id")?, date: item.date("date")?, kind })
}

fn complaint(item: &Item<'_>) -> Result<Complaint, VerdictError> {
    Ok(Complaint { id: item.optional_text("id")?, date: item.date("date")?, theme: item.text("theme")? })
}

/// One JSON object, and where it stands.
struct Item<'a> {
    place: String,
    fields: &'a Map<String, Value>,
}

impl<'a> Item<'a> {
    fn new(value: &'a Value, place: String) -> Result<Self, VerdictError> {
        match value {
            Value::Object(fields) => Ok(Self { place, fields }),
            _ => Err(VerdictError::WrongType {
                place,
                field: "content",
                expected: "an object in braces",
                found: shortened(value),
            }),
        }
    }

    /// The field, unless it is missing or null.
    fn given(&self, field: &str) -> Option<&'a Value> {
        self.fields.get(field).filter(|value| !value.is_null())
    }

    fn shown(&self, field: &str) -> String {
        self.fields.get(field).map_or_else(|| "nothing".to_owned(), shortened)
    }

    fn not_whole(&self) -> VerdictError {
        VerdictError::NotWhole { place: self.place.clone(), found: self.shown("value") }
    }

    fn missing(&self, field: &'static str, expected: &'static str) -> VerdictError {
        VerdictError::Missing { place: self.place.clone(), field, expected }
    }

    fn wrong(&self, field: &'static str, expected: &'static str) -> VerdictError {
        VerdictError::WrongType { place: self.place.clone(), field, expected, found: self.shown(field) }
    }

    fn text(&self, field: &'static str) -> Result<String, VerdictError> {
        self.optional_text(field)?.ok_or_else(|| self.missing(field, "a text"))
    }

    fn optional_text(&self, field: &'static str) -> Result<Option<String>, VerdictError> {
        match self.given(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(field, "a text")),
        }
    }

    fn date(&self, field: &'static str) -> Result<NaiveDate, VerdictError> {
        let given = self.given(field).ok_or_else(|| self.missing(field, "a day as YYYY-MM-DD"))?;
        given.as_str().and_then(iso_day).ok_or_else(|| VerdictError::ImpossibleDate {
            place: self.place.clone(),
            field,
            found: self.shown(field),
        })
    }

    fn list<T>(
        &self,
        field: &'static str,
        singular: &str,
        read: impl Fn(&Item<'_>) -> Result<T, VerdictError>,
    ) -> Result<Vec<T>, VerdictError> {
        let entries = match self.given(field) {
            None => return Ok(Vec::new()),
            Some(Value::Array(entries)) => entries,
            Some(_) => return Err(self.wrong(field, "a list in brackets")),
        };
        let place = |index: usize| match self.place.as_str() {
            WHOLE => format!("{singular} {}", index + 1),
            client => format!("{client}, {singular} {}", index + 1),
        };
        entries.iter().enumerate().map(|(index, entry)| read(&Item::new(entry, place(index))?)).collect()
    }
}

/// Year-month-day with four, two and two digits and nothing around: other spellings are refused rather than guessed.
fn iso_day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped || text.starts_with("0000") {
        return None;
    }
    NaiveDate::from_ymd_opt(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
}

/// JSON as it stands, cut to what fits into one line.
fn shortened(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(std::iter::once('…')).collect()
}
