//! How long a text may be and which years a date may have, before anything is set on a page.

use crate::error::LetterError;
use crate::fact::FactShape;
use crate::kinds::Facts;
use crate::kinds::referral::Referral;
use crate::spec::LetterSpec;
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// The most characters of a title, a subject, a name or a line.
const MOST_CHARACTERS: usize = 300;
/// The most characters of sentences that the user states.
const MOST_IN_A_TEXT: usize = 4000;
/// The most things of a list.
const MOST_THINGS: usize = 100;

/// The years that a letter can name: those that its words are searched for.
const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Refuses a line that no page can hold, and a date of another age, each by its field.
pub(crate) fn check(spec: &LetterSpec) -> Result<(), LetterError> {
    for (field, text) in lines(spec) {
        short_enough(field, text, MOST_CHARACTERS)?;
    }
    if let Facts::Stated(_, facts) = &spec.facts {
        for (key, field, text) in facts.texts() {
            let sentences = key.shape() == FactShape::Text;
            short_enough(field, text, if sentences { MOST_IN_A_TEXT } else { MOST_CHARACTERS })?;
        }
        if let Some(key) = facts.longer_than(MOST_THINGS) {
            let problem = format!("more than {MOST_THINGS} are no letter: name the main ones");
            return Err(LetterError::Unusable { field: key.field().to_owned(), problem });
        }
    }
    let days = spec.facts.days().into_iter().map(|day| ("facts", day)).chain([("date", spec.date)]);
    for (field, day) in days {
        if let Some(problem) = year_problem(day) {
            return Err(LetterError::Unusable { field: field.to_owned(), problem });
        }
    }
    Ok(())
}

fn short_enough(field: String, text: &str, most: usize) -> Result<(), LetterError> {
    let count = text.chars().count();
    if count <= most {
        return Ok(());
    }
    let problem = format!("{count} characters are more than the {most} that fit: shorten it");
    Err(LetterError::Unusable { field, problem })
}

/// What is wrong with the year of a day, if anything.
pub(crate) fn year_problem(day: NaiveDate) -> Option<String> {
    (!YEARS.contains(&day.year()))
        .then(|| format!("the year of {day} lies outside {} to {}: correct it", YEARS.start(), YEARS.end()))
}

fn lines<'a>(spec: &'a LetterSpec) -> Vec<(String, &'a str)> {
    let mut lines: Vec<(String, &'a str)> = Vec::new();
    let mut add = |field: &str, text: Option<&'a String>| {
        if let Some(text) = text {
            lines.push((field.to_owned(), text.as_str()));
        }
    };
    let (sender, recipient) = (&spec.sender, &spec.recipient);
    add("sender.name", Some(&sender.name));
    add("sender.trade_name", sender.trade_name.as_ref());
    add("sender.role", sender.role.as_ref());
    add("sender.place", sender.place.as_ref());
    add("recipient.company", recipient.company.as_ref());
    add("recipient.given_name", Some(&recipient.given_name));
    add("recipient.family_name", Some(&recipient.family_name));
    add("subject", spec.subject.as_ref());
    add("remark", spec.remark.as_ref());
    add("signature_role", spec.signature_role.as_ref());
    let referral = match &spec.facts {
        Facts::RenewalRefusal(facts) => {
            add("facts.engagement", facts.engagement.as_ref());
            for (place, delivery) in facts.still_to_deliver.iter().enumerate() {
                add(&format!("facts.still_to_deliver[{place}].title"), Some(&delivery.title));
            }
            for (place, invoice) in facts.invoices.iter().enumerate() {
                add(&format!("facts.invoices[{place}].number"), Some(&invoice.number));
            }
            &facts.referral
        }
        Facts::Stated(_, facts) => return with_people(lines, facts.referral()),
        Facts::ProspectDecline(facts) => {
            add("facts.subject", facts.subject.as_ref());
            add("facts.reason_line", facts.reason_line.as_ref());
            add("facts.papers_called", facts.papers_called.as_ref());
            &facts.referral
        }
    };
    with_people(lines, referral.as_ref())
}

fn with_people<'a>(
    mut lines: Vec<(String, &'a str)>,
    referral: Option<&'a Referral>,
) -> Vec<(String, &'a str)> {
    for (place, person) in referral.iter().flat_map(|Referral { people, .. }| people).enumerate() {
        lines.push((format!("facts.referral.people[{place}].name"), person.name.as_str()));
        if let Some(field) = &person.field {
            lines.push((format!("facts.referral.people[{place}].field"), field.as_str()));
        }
    }
    lines
}
