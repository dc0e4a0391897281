//! How long a text may be and which years a date may have, before anything is set on a page.

use crate::error::LetterError;
use crate::kinds::Facts;
use crate::kinds::referral::Referral;
use crate::spec::LetterSpec;
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// The most characters of a title, a subject, a name or a line.
const MOST_CHARACTERS: usize = 300;

/// The years that a letter can name: those that its words are searched for.
const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Refuses a line that no page can hold, and a date of another age, each by its field.
pub(crate) fn check(spec: &LetterSpec) -> Result<(), LetterError> {
    for (field, text) in lines(spec) {
        let count = text.chars().count();
        if count > MOST_CHARACTERS {
            let problem =
                format!("{count} characters are more than the {MOST_CHARACTERS} that fit: shorten it");
            return Err(LetterError::Unusable { field, problem });
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
        Facts::ProspectDecline(facts) => {
            add("facts.subject", facts.subject.as_ref());
            add("facts.reason_line", facts.reason_line.as_ref());
            add("facts.papers_called", facts.papers_called.as_ref());
            &facts.referral
        }
    };
    for (place, person) in referral.iter().flat_map(|Referral { people, .. }| people).enumerate() {
        add(&format!("facts.referral.people[{place}].name"), Some(&person.name));
        add(&format!("facts.referral.people[{place}].field"), person.field.as_ref());
    }
    lines
}
