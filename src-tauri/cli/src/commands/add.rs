//! Recording something.
use kindly_practice::{
    Practice, PracticeError,
    record::{ClientChoice, Done},
    records::{ClientId, Kind, Profile, Record},
};
use serde_json::{Value, json};

use super::Given;
use crate::{
    arguments::{Add, day},
    error::CliError,
    fields::{self, Field, Shape, in_a_row},
    words,
};

pub(super) fn run(given: &Given, typed: &Add) -> Result<(), CliError> {
    let pairs = Pairs::read(typed)?;
    let done = match typed.kind {
        Kind::Profile => add_profile(given, &pairs)?,
        Kind::Client => add_client(given, &pairs)?,
        _ => {
            let mut practice = given.ledger.open()?;
            let record = pairs.of_client(&practice)?;
            practice.add(given.moment, &record)?
        }
    };
    given.output.show(&done, || words::deed(&done.message))
}

/// A client may be the first that a ledger holds: it is made only for one that can be kept.
fn add_client(given: &Given, pairs: &Pairs<'_>) -> Result<Done, CliError> {
    let profile = if given.ledger.is_there()? {
        let practice = given.ledger.open()?;
        let name = pairs.text("name").unwrap_or_default();
        // Records and files name their client: two of one name could not be told apart.
        match practice.client_called(name) {
            Err(PracticeError::NoSuchClient { .. }) => practice.profile()?,
            _ => return Err(CliError::NameTaken { name: name.trim().to_owned() }),
        }
    } else {
        Profile::default()
    };
    let mut made = json!({ "currency": profile.currency, "language": profile.language });
    for (field, text) in &pairs.given {
        fields::put(&mut made, field.key, field.shape.read(field.key, text)?);
    }
    let record = pairs.record(made)?;
    record.check().map_err(PracticeError::from)?;
    Ok(given.ledger.open_or_make()?.add(given.moment, &record)?)
}

/// The letterhead is there from the start: what is given is changed.
fn add_profile(given: &Given, pairs: &Pairs<'_>) -> Result<Done, CliError> {
    let mut practice = given.ledger.open()?;
    let mut profile = json!(practice.profile()?);
    for (field, text) in &pairs.given {
        fields::put(&mut profile, field.key, field.shape.read(field.key, text)?);
    }
    let profile: Profile = serde_json::from_value(profile).map_err(|error| pairs.refused(&error))?;
    Ok(practice.save_profile(given.moment, &profile)?)
}

/// What was typed, each with its field.
struct Pairs<'a> {
    kind: Kind,
    given: Vec<(&'static Field, &'a str)>,
}

impl<'a> Pairs<'a> {
    fn read(typed: &'a Add) -> Result<Self, CliError> {
        let (what, table) = (what(typed.kind), fields::record_fields(typed.kind));
        let (mut given, mut seen) = (Vec::new(), Vec::new());
        for (key, text) in &typed.pairs {
            let field = fields::find(&what, table, key)?;
            fields::once(&mut seen, field.key)?;
            // What stands alone is read at once: a slip is told before a ledger is opened.
            field.shape.read(key, text)?;
            given.push((field, text.as_str()));
        }
        let pairs = Self { kind: typed.kind, given };
        let missing: Vec<&str> = table
            .iter()
            .filter(|field| field.needed && pairs.text(field.key).is_none_or(|text| text.trim().is_empty()))
            .map(|field| field.key)
            .collect();
        match missing.first() {
            None => Ok(pairs),
            Some(first) => {
                let example =
                    table.iter().map(|field| field.key).find(|key| key == first).unwrap_or_default();
                Err(CliError::KeyMissing { what, keys: in_a_row(&missing, "and"), example })
            }
        }
    }

    /// The record, once its client is known.
    fn of_client(&self, practice: &Practice) -> Result<Record, CliError> {
        let client = self.client(practice)?;
        let mut made = json!({});
        for (field, text) in &self.given {
            let value = match field.shape {
                Shape::Client => json!(client.id),
                Shape::Titled(_) | Shape::Amount if text.trim().is_empty() => Value::Null,
                Shape::Titled(kind) => self.titled(&client, kind, text)?,
                Shape::Amount => fields::amount(text, self.text("currency").unwrap_or(&client.currency))?,
                // It is part of the amount.
                Shape::Currency => continue,
                shape => shape.read(field.key, text)?,
            };
            fields::put(&mut made, field.key, value);
        }
        match (self.text("notice.count"), self.text("notice.unit")) {
            (Some(_), None) => fields::put(&mut made, "notice.unit", "months".into()),
            (None, Some(_)) => {
                let (what, key) = (what(self.kind), "notice.count");
                return Err(CliError::KeyMissing { what, keys: key.to_owned(), example: key });
            }
            _ => {}
        }
        self.record(made)
    }

    fn record(&self, mut made: Value) -> Result<Record, CliError> {
        made["kind"] = json!(self.kind);
        serde_json::from_value(made).map_err(|error| self.refused(&error))
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.given.iter().find(|(field, _)| field.key == key).map(|(_, text)| *text)
    }

    /// The client whose record it is, by name or by id.
    fn client(&self, practice: &Practice) -> Result<ClientChoice, CliError> {
        let named = self.text("client").unwrap_or_default();
        let choices = practice.choices()?.clients;
        let wanted = match named.trim().parse::<ClientId>() {
            Ok(id) => id,
            Err(_) => practice.client_called(named)?,
        };
        let found = choices.into_iter().find(|client| client.id == wanted);
        found.ok_or(PracticeError::Gone { kind: Kind::Client }.into())
    }

    /// The id of a record of the client's, by title or by id. Titles recur (a monthly report): the last deliverable until the
    /// answer is meant, or the first one at all where there is none until then.
    fn titled(&self, client: &ClientChoice, kind: Kind, text: &str) -> Result<Value, CliError> {
        let wanted = folded(text);
        let named = |id: String, title: &str| id == wanted || folded(title) == wanted;
        let found = if kind == Kind::Engagement {
            let mut engagements = client.engagements.iter();
            engagements.rfind(|each| named(each.id.to_string(), &each.title)).map(|each| json!(each.id))
        } else {
            let on = self.text("on").and_then(|text| day(text).ok());
            let called = || client.deliverables.iter().filter(|each| named(each.id.to_string(), &each.title));
            let until = called().find(|each| on.is_none_or(|on| each.on <= on));
            until.or_else(|| called().next_back()).map(|each| json!(each.id))
        };
        found.ok_or_else(|| CliError::NoSuchRecord {
            client: client.name.clone(),
            kind,
            title: text.trim().to_owned(),
        })
    }

    fn refused(&self, error: &serde_json::Error) -> CliError {
        CliError::NotARecord { what: what(self.kind), reason: error.to_string() }
    }
}

/// "a check-in", "an invoice".
fn what(kind: Kind) -> String {
    let name = kind.to_string();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// As titles are compared: case and blanks do not matter.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
