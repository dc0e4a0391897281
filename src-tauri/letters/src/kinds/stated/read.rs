//! The facts of an outlined kind as a file states them.

use super::{FactValue, Stated, facts_of};
use crate::error::LetterError;
use crate::fact::{FactKey, FactShape};
use crate::kinds::Kind;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

impl Stated {
    /// Reads the facts of a file: each by its key, in the form of its shape.
    pub(crate) fn from_json(kind: Kind, value: Value) -> Result<Self, LetterError> {
        let unreadable = |field: String, problem: String| LetterError::Unreadable { field, problem };
        let Value::Object(fields) = value else {
            return Err(unreadable("facts".to_owned(), "expected fields in braces".to_owned()));
        };
        let mut values = BTreeMap::new();
        for (name, value) in fields {
            let used = facts_of(kind).iter().find(|used| used.key.name() == name);
            let Some(used) = used else {
                let known: Vec<&str> = facts_of(kind).iter().map(|used| used.key.name()).collect();
                let problem = format!(
                    "a letter of this kind has no such fact: leave it out (it has {})",
                    known.join(", ")
                );
                return Err(unreadable(format!("facts.{name}"), problem));
            };
            if !value.is_null() {
                values.insert(used.key, read(used.key, value)?);
            }
        }
        Ok(Self { values })
    }
}

fn read(key: FactKey, value: Value) -> Result<FactValue, LetterError> {
    fn as_form<T: DeserializeOwned>(key: FactKey, value: Value) -> Result<T, LetterError> {
        serde_path_to_error::deserialize(value).map_err(|error| {
            let path = error.path().to_string();
            let field = match path.as_str() {
                "." => key.field().to_owned(),
                path if path.starts_with('[') => format!("{}{path}", key.field()),
                path => format!("{}.{path}", key.field()),
            };
            LetterError::Unreadable { field, problem: crate::parse::in_plain_words(error.inner()) }
        })
    }
    Ok(match key.shape() {
        FactShape::Day => FactValue::Day(as_form::<crate::parse::Day>(key, value)?.0),
        FactShape::Line => FactValue::Line(as_form(key, value)?),
        FactShape::Text => FactValue::Text(as_form(key, value)?),
        FactShape::Lines => FactValue::Lines(as_form(key, value)?),
        FactShape::Money => FactValue::Money(as_form(key, value)?),
        FactShape::Yes => FactValue::Yes(as_form(key, value)?),
        FactShape::Choice => {
            let choice: String = as_form(key, value)?;
            if !key.options().contains(&choice.as_str()) {
                return Err(LetterError::Unreadable {
                    field: key.field().to_owned(),
                    problem: format!("unknown choice “{choice}”: use one of {}", key.options().join(", ")),
                });
            }
            FactValue::Choice(choice)
        }
        FactShape::Items => FactValue::Items(as_form(key, value)?),
        FactShape::Invoices => FactValue::Invoices(as_form(key, value)?),
        FactShape::People => FactValue::People(as_form(key, value)?),
    })
}
