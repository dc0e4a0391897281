//! One to three others who could take the work on. Part of other letters; never a recommendation, never for a fee.

use crate::compose::{Medium, Part, Writing};
use crate::convention::{joined, joined_with, says_something, written};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::noun::inner;
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
        let unusable =
            |field: String, problem: &str| Err(LetterError::Unusable { field, problem: problem.to_owned() });
        match self.people.len() {
            0 => {
                let problem = "nobody is named: name one to three, or leave the referral out";
                return unusable("facts.referral.people".to_owned(), problem);
            }
            1..=3 => {}
            count => return Err(LetterError::TooManyNames { count }),
        }
        for (place, person) in self.people.iter().enumerate() {
            let field = format!("facts.referral.people[{place}].name");
            let name = person.name.trim().to_lowercase();
            if !says_something(&name) {
                return unusable(field, "the name is empty: write it, or take this person out");
            }
            if self.people[..place].iter().any(|other| other.name.trim().to_lowercase() == name) {
                return unusable(field, "this person is named twice: take one of the two out");
            }
        }
        Ok(())
    }

    /// `no_field` names in words what somebody without a field does, for one and for more.
    pub(crate) fn write(&self, writing: &mut Writing<'_>, no_field: (&str, &str)) {
        let words = &writing.words.referral;
        let field_of =
            |person: &ReferredPerson| written(person.field.as_ref()).map(|field| inner(writing.words, field));
        let mut fields: Vec<Option<String>> = self.people.iter().map(field_of).collect();
        // "this field" would speak of the field before it: who has none stands first.
        fields.sort_by_key(Option::is_some);
        let same = |one: &Option<String>, other: &Option<String>| {
            one.as_ref().map(|field| field.to_lowercase()) == other.as_ref().map(|field| field.to_lowercase())
        };
        let mut said: Vec<Option<String>> = Vec::new();
        for field in fields {
            if !said.iter().any(|other| same(other, &field)) {
                said.push(field);
            }
        }
        let works: Vec<String> = said
            .iter()
            .map(|field| {
                let in_it = self.people.iter().filter(|person| same(&field_of(person), field));
                let names: Vec<String> = in_it.map(|person| person.name.trim().to_owned()).collect();
                let form = match (field, names.len()) {
                    (None, 1) => no_field.0,
                    (None, _) => no_field.1,
                    (Some(_), 1) => &words.works_in,
                    (Some(_), _) => &words.work_in,
                };
                let field = field.clone().unwrap_or_default();
                fill(form, &[("names", &joined(writing.words, &names)), ("field", &field)])
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
