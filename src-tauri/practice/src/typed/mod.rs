//! Records from fields and their texts: what the command line, the change of many at once and our own files hand over.
mod links;

use kindly_exchange::OwnLine;
use kindly_records::{
    Kind, Profile, Record,
    fields::{self, FieldSpec, Shape},
    parse_currency,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Practice, PracticeError, many::FieldText, message::what};

pub(crate) use links::Links;

impl Practice {
    /// The record that some fields make.
    ///
    /// # Errors
    /// [`PracticeError::UnknownField`], [`PracticeError::FieldTwice`] and [`PracticeError::MissingFields`] where the
    /// fields are not those of the kind, [`PracticeError::Field`] for a text that a field cannot hold, and those of
    /// finding the client and the records that are named.
    pub fn record_of(&self, kind: Kind, texts: &[FieldText]) -> Result<Record, PracticeError> {
        let Given { fields: given, currency } = given(kind, texts)?;
        let missing: Vec<&str> = fields::of(kind)
            .iter()
            .filter(|field| {
                field.needed && !given.iter().any(|(has, text)| has == field && !text.trim().is_empty())
            })
            .map(|field| field.key)
            .collect();
        if !missing.is_empty() {
            let example = missing.first().copied().unwrap_or_default().to_owned();
            return Err(PracticeError::MissingFields {
                what: what(kind),
                keys: fields::in_a_row(&missing, "and"),
                example,
            });
        }
        let profile = self.ledger.reader().profile()?;
        let made = match kind {
            Kind::Client => json!({ "currency": profile.currency, "language": profile.language }),
            _ => json!({}),
        };
        Links::read(self.ledger.reader())?.record(
            kind,
            made,
            &given,
            (currency.as_deref(), profile.currency.code()),
        )
    }

    /// A record with some of its fields changed.
    ///
    /// # Errors
    /// As for [`Practice::record_of`]; nothing is missing here, since the record has it.
    pub fn record_with(&self, record: &Record, texts: &[FieldText]) -> Result<Record, PracticeError> {
        let profile = self.ledger.reader().profile()?;
        let links = Links::read(self.ledger.reader())?;
        with(&links, record, texts, profile.currency.code())
    }

    /// The letterhead with some of its fields changed; it is there from the start.
    ///
    /// # Errors
    /// As for [`Practice::record_of`]; nothing is missing here.
    pub fn profile_with(&self, texts: &[FieldText]) -> Result<Profile, PracticeError> {
        profile_of(&self.profile()?, &given(Kind::Profile, texts)?.fields)
    }

    /// The record with an id, of whatever kind.
    ///
    /// # Errors
    /// [`PracticeError::NoSuchId`] where no record has it.
    pub fn any_record(&self, id: Uuid) -> Result<(Kind, Record), PracticeError> {
        let reader = self.ledger.reader();
        for kind in Kind::ALL {
            if let Some(record) = reader.record(kind, id)? {
                return Ok((kind, record));
            }
        }
        Err(PracticeError::NoSuchId { id })
    }

    /// The fields of a record that say something, as texts: a client and other records by name, as [`Practice::record_of`] takes
    /// them back.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn fields_of(&self, record: &Record) -> Result<Vec<FieldText>, PracticeError> {
        let links = Links::read(self.ledger.reader())?;
        let facts = json!(record);
        let text = |field: &FieldSpec| {
            let value = fields::take(&facts, field.key);
            let text = match field.shape {
                Shape::Client => links.client_name(value),
                Shape::Record(kind) => links.title(kind, value),
                shape => fields::write(shape, value),
            };
            FieldText { key: field.key.to_owned(), text }
        };
        let said = |field: &&FieldSpec| !fields::is_empty(fields::take(&facts, field.key));
        Ok(fields::of(record.kind()).iter().filter(said).map(text).collect())
    }
}

/// A record with some of its fields changed.
pub(crate) fn with(
    links: &Links<'_>,
    record: &Record,
    texts: &[FieldText],
    currency: &str,
) -> Result<Record, PracticeError> {
    let kind = record.kind();
    let given = given(kind, texts)?;
    links.record(kind, json!(record), &given.fields, (given.currency.as_deref(), currency))
}

/// The record of a row of our own table, over what stands already.
pub(crate) fn of_cells(
    links: &Links<'_>,
    kind: Kind,
    before: Option<&Record>,
    line: &OwnLine,
    profile: &Profile,
) -> Result<Record, PracticeError> {
    let given = pairs(line);
    let made = match before {
        Some(record) => json!(record),
        None if kind == Kind::Client => json!({ "currency": profile.currency, "language": profile.language }),
        None => json!({}),
    };
    links.record(kind, made, &given, (None, profile.currency.code()))
}

/// The cells of a row of our own table, each with its field.
pub(crate) fn pairs(line: &OwnLine) -> Vec<(&'static FieldSpec, &str)> {
    line.cells.iter().map(|(field, text)| (*field, text.as_str())).collect()
}

/// The letterhead with some of its fields changed.
pub(crate) fn profile_of(
    before: &Profile,
    given: &[(&'static FieldSpec, &str)],
) -> Result<Profile, PracticeError> {
    let mut facts = json!(before);
    for (field, text) in given {
        let value = fields::read(field.key, field.shape, text, before.currency.code())?;
        fields::put(&mut facts, field.key, value);
    }
    let profile: Profile = serde_json::from_value(facts).map_err(|error| PracticeError::NotARecord {
        what: what(Kind::Profile),
        reason: error.to_string(),
    })?;
    profile.check()?;
    Ok(profile)
}

/// What was given: each text with its field, and the currency of amounts where one is named beside them.
struct Given<'a> {
    fields: Vec<(&'static FieldSpec, &'a str)>,
    currency: Option<String>,
}

fn given(kind: Kind, texts: &[FieldText]) -> Result<Given<'_>, PracticeError> {
    let mut given = Given { fields: Vec::new(), currency: None };
    for FieldText { key, text } in texts {
        let twice = || PracticeError::FieldTwice { key: key.clone() };
        match fields::find(kind, key) {
            Some(field) if given.fields.iter().any(|(has, _)| *has == field) => return Err(twice()),
            Some(field) => given.fields.push((field, text)),
            // Amounts may have their currency beside them.
            None if key == "currency" && has_amounts(kind) => match given.currency {
                Some(_) => return Err(twice()),
                None => given.currency = Some(parse_currency(text.trim())?.code().to_owned()),
            },
            None => return Err(unknown(kind, key)),
        }
    }
    Ok(given)
}

fn has_amounts(kind: Kind) -> bool {
    fields::of(kind).iter().any(|field| field.shape == Shape::Amount)
}

fn unknown(kind: Kind, key: &str) -> PracticeError {
    let mut known: Vec<&str> = fields::of(kind).iter().map(|field| field.key).collect();
    if has_amounts(kind) {
        known.push("currency");
    }
    PracticeError::UnknownField {
        what: what(kind),
        key: key.to_owned(),
        known: fields::in_a_row(&known, "or"),
    }
}

/// Puts a value where a key leads; nothing leaves the place to the type's own default.
pub(super) fn put_or_drop(record: &mut Value, key: &str, value: Value) {
    if !value.is_null() {
        return fields::put(record, key, value);
    }
    match key.rsplit_once('.') {
        // A part without its one half is none: a notice without a count.
        Some((part, _)) if part == "notice" => put_or_drop(record, part, Value::Null),
        _ => {
            if let Some(facts) = record.as_object_mut() {
                facts.remove(key);
            }
        }
    }
}
