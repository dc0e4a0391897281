//! One to three others who could take the work on. Part of other letters; never a recommendation, never for a fee.

use crate::compose::{Medium, Part, Writing};
use crate::convention::{joined, joined_with, written};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::words::fill;
use serde::{Deserialize, Serialize};

/// Others who could take the work on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// One to three people.
    pub people: Vec<ReferredPerson>,
    /// Whether the client's details were passed on to them; that needs the client's consent.
    #[serde(default)]
    pub client_details_passed_on: bool,
    /// Whether the client consented that their details are passed on.
    #[serde(default)]
    pub client_consented: bool,
}

/// Somebody who could take the work on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferredPerson {
    /// The name.
    pub name: String,
    /// What they do, as it stands after "works in": "market research".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Referral {
    pub(crate) fn missing(&self) -> Option<FactKey> {
        (self.client_details_passed_on && !self.client_consented).then_some(FactKey::ClientConsent)
    }

    pub(crate) fn check(&self) -> Result<(), LetterError> {
        match self.people.len() {
            0..=3 => Ok(()),
            count => Err(LetterError::TooManyNames { count }),
        }
    }

    pub(crate) fn write(&self, writing: &mut Writing<'_>) {
        let words = &writing.words.referral;
        let people: Vec<&ReferredPerson> =
            self.people.iter().filter(|person| !person.name.trim().is_empty()).collect();
        if people.is_empty() {
            return;
        }
        let field_of =
            |person: &ReferredPerson| written(person.field.as_ref()).unwrap_or(&words.this_field).to_owned();
        let mut fields: Vec<String> = Vec::new();
        for person in &people {
            let field = field_of(person);
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        let works: Vec<String> = fields
            .iter()
            .map(|field| {
                let in_it = people.iter().filter(|person| field_of(person) == *field);
                let names: Vec<String> = in_it.map(|person| person.name.trim().to_owned()).collect();
                let form = if names.len() == 1 { &words.works_in } else { &words.work_in };
                fill(form, &[("names", &joined(writing.words, &names)), ("field", field)])
            })
            .collect();
        let works = joined_with(&writing.words.join_between, &words.and_so, &words.and_so, &works);
        let judge = match (writing.medium, self.client_details_passed_on) {
            (Medium::Letter, false) => &words.judge_not_passed,
            (Medium::Letter, true) => &words.judge_passed,
            (Medium::Email, false) => &words.judge_short,
            (Medium::Email, true) => &words.judge_short_passed,
        };
        writing.say(Part::Referral, &format!("{works}."));
        writing.say(Part::Referral, judge);
    }
}
