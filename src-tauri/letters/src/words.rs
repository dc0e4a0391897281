//! The words of each language, as data: `words/en.json`; on top of it what a country writes otherwise, and on top of
//! that what the formal register does.

use crate::spec::{Language, Register};
use serde::Deserialize;
use serde_json::Value;
use std::sync::OnceLock;

/// Everything that a language says. A text in braces, such as `{date}`, is filled in by [`fill`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) months: [String; 12],
    /// A full date that ends a clause.
    pub(crate) date: String,
    /// A full date with more of the sentence after it: American English sets a comma there.
    pub(crate) date_inside: String,
    pub(crate) day_and_month: String,
    /// What two hyphens stand for.
    pub(crate) dash: String,
    pub(crate) thousands: String,
    pub(crate) decimal: String,
    /// An amount of a currency whose symbol stands for it alone: "{symbol}{number}".
    #[serde(default)]
    pub(crate) amount: Option<String>,
    /// The first day of a month, where it is no plain number: "1er".
    #[serde(default)]
    pub(crate) first_day: Option<String>,
    pub(crate) join_between: String,
    pub(crate) join_pair: String,
    pub(crate) join_last: String,
    /// Between people of whom one is asked.
    pub(crate) join_or: String,
    pub(crate) titles: Titles,
    /// Titles as the address has them, where they are others than in the salutation: "Herrn".
    #[serde(default)]
    pub(crate) address_titles: ByTitle,
    pub(crate) dear: String,
    /// Greetings by title, where they are more than `dear` with title and name; `{family}` is the family name.
    #[serde(default)]
    pub(crate) greetings: ByTitle,
    /// Complimentary closes by title, where they name it; `closing` for all others.
    #[serde(default)]
    pub(crate) closings: ByTitle,
    /// What a company is called that is a team by name, in lower case.
    pub(crate) team: String,
    pub(crate) dear_team: String,
    pub(crate) dear_nobody: String,
    pub(crate) salutation_end: String,
    pub(crate) email_salutation_end: String,
    pub(crate) closing: String,
    pub(crate) email_closing: String,
    pub(crate) registered: String,
    pub(crate) signed_letter_follows: String,
    pub(crate) registered_letter_follows: String,
    pub(crate) this_letter_is_notice: String,
    pub(crate) this_is_notice: String,
    /// What a letter calls itself, and what an e-mail calls itself in that place.
    pub(crate) in_email: Vec<(String, String)>,
    pub(crate) page_of: String,
    pub(crate) enclosure: String,
    pub(crate) enclosures: String,
    pub(crate) the: String,
    pub(crate) quoted: String,
    /// Articles and the like that a noun gives up where the sentence has its own.
    pub(crate) articles: Vec<String>,
    /// First words that say what the sentence says already.
    pub(crate) about_already: Vec<String>,
    pub(crate) prepositions: Vec<String>,
    /// Words that number the thing before them.
    pub(crate) numbering: Vec<String>,
    /// First words that need no article before them.
    pub(crate) stand_alone: Vec<String>,
    /// Words that are no names, so that a title beginning with one may lose its capital inside a sentence.
    pub(crate) everyday: Vec<String>,
    pub(crate) renewal_refusal: RenewalRefusalWords,
    pub(crate) prospect_decline: ProspectDeclineWords,
    pub(crate) referral: ReferralWords,
    pub(crate) items: ItemWords,
}

/// How things, days and invoices stand in a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemWords {
    pub(crate) due: String,
    pub(crate) due_in_list: String,
    pub(crate) missed: String,
    pub(crate) missed_open: String,
    pub(crate) invoice: String,
    pub(crate) invoice_overdue: String,
    pub(crate) one_day: String,
    pub(crate) days: String,
}

/// Words that depend on how a person is addressed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ByTitle {
    pub(crate) ms: Option<String>,
    pub(crate) mr: Option<String>,
    pub(crate) mrs: Option<String>,
    pub(crate) mx: Option<String>,
    pub(crate) dr: Option<String>,
    pub(crate) prof: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Titles {
    pub(crate) ms: String,
    pub(crate) mr: String,
    pub(crate) mrs: String,
    pub(crate) mx: String,
    pub(crate) dr: String,
    pub(crate) prof: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RenewalRefusalWords {
    pub(crate) subject: String,
    pub(crate) agreement: String,
    pub(crate) agreement_for: String,
    pub(crate) notice: String,
    pub(crate) notice_beside_letter: String,
    pub(crate) notice_by_email: String,
    pub(crate) ends_on: String,
    pub(crate) ends_on_or_next: String,
    pub(crate) notice_words: Vec<String>,
    pub(crate) reasons: RenewalReasonWords,
    pub(crate) thanks: ThanksWords,
    pub(crate) until_then: String,
    pub(crate) you_will_have: String,
    pub(crate) thing_by: String,
    pub(crate) thing_undated: String,
    pub(crate) thing_overdue: String,
    pub(crate) things_overdue: String,
    pub(crate) after_end_you_will_have: String,
    pub(crate) you_will_also_have: String,
    pub(crate) still_to_come: String,
    pub(crate) thing_in_list: String,
    pub(crate) thing_overdue_in_list: String,
    pub(crate) thing_undated_in_list: String,
    pub(crate) handover_by: String,
    pub(crate) handover_after_end: String,
    pub(crate) handover: String,
    pub(crate) invoice_due: String,
    pub(crate) invoice_more: String,
    pub(crate) invoice_was_due: String,
    pub(crate) invoice_join: String,
    pub(crate) one_still_open: String,
    pub(crate) more_still_open: String,
    pub(crate) invoice_list: String,
    pub(crate) list_line: String,
    pub(crate) invoice_in_list: String,
    pub(crate) invoice_overdue_in_list: String,
    pub(crate) final_invoice: String,
    pub(crate) confirm_and_files: String,
    pub(crate) wishes: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProspectDeclineWords {
    pub(crate) subject: String,
    pub(crate) subject_quoted: String,
    pub(crate) thanks_and_decline_quoted: String,
    pub(crate) papers_enclosed: String,
    pub(crate) thanks_and_decline: String,
    pub(crate) reasons: ProspectReasonWords,
    pub(crate) time_may_matter: String,
    pub(crate) nothing_owed: String,
    pub(crate) nothing_owed_call: String,
    pub(crate) papers_default: String,
    pub(crate) papers_named: String,
    pub(crate) owed_and_papers: String,
    pub(crate) deleted: String,
    pub(crate) returned: String,
    pub(crate) returned_one: String,
    pub(crate) returned_by_post: String,
    pub(crate) wishes: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReferralWords {
    pub(crate) works_in_this_field: String,
    pub(crate) work_in_this_field: String,
    pub(crate) does_such_work: String,
    pub(crate) do_such_work: String,
    pub(crate) and_so: String,
    pub(crate) works_in: String,
    pub(crate) work_in: String,
    pub(crate) judge_not_passed: String,
    pub(crate) judge_passed: String,
    pub(crate) judge_short: String,
    pub(crate) judge_short_passed: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RenewalReasonWords {
    pub(crate) other_field: String,
    pub(crate) fewer_engagements: String,
    pub(crate) closing_practice: String,
    pub(crate) not_the_time_it_needs: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThanksWords {
    pub(crate) work_together: String,
    pub(crate) since: String,
    pub(crate) trust: String,
    pub(crate) hospitality: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProspectReasonWords {
    pub(crate) outside_my_field: String,
    pub(crate) not_the_time_it_needs: String,
    pub(crate) needs_a_team: String,
    pub(crate) other_commitments: String,
}

/// The words of a language in a register, read once.
pub(crate) fn words(language: Language, register: Register) -> &'static Words {
    static READ: [[OnceLock<Words>; 2]; 5] = [const { [const { OnceLock::new() }; 2] }; 5];
    READ[language as usize][register as usize].get_or_init(|| read(layers(language, register)))
}

/// The files of a language, the later ones over the earlier.
fn layers(language: Language, register: Register) -> Vec<&'static str> {
    let mut layers = match language {
        Language::EnglishUk => vec![include_str!("words/en.json")],
        Language::EnglishUs => vec![include_str!("words/en.json"), include_str!("words/en-US.json")],
        Language::German => vec![include_str!("words/de.json")],
        Language::French => vec![include_str!("words/fr.json")],
        Language::Spanish => vec![include_str!("words/es.json")],
    };
    if register == Register::Formal {
        layers.push(match language {
            Language::EnglishUk | Language::EnglishUs => include_str!("words/en.formal.json"),
            Language::German => include_str!("words/de.formal.json"),
            Language::French => include_str!("words/fr.formal.json"),
            Language::Spanish => include_str!("words/es.formal.json"),
        });
    }
    layers
}

/// Fills the braces of a sentence. A value is never looked at again, so braces in a client's name stay as they are.
pub(crate) fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(length) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + length];
        filled.push_str(&rest[..open]);
        let value = values.iter().find(|(key, _)| *key == name);
        debug_assert!(
            value.is_some(),
            "the words name {{{name}}}, which this sentence does not get: {sentence}"
        );
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = &rest[open + length + 1..];
    }
    filled.push_str(rest);
    filled
}

fn read(layers: Vec<&str>) -> Words {
    let mut all = Value::Null;
    for layer in layers {
        overlay(&mut all, serde_json::from_str(layer).expect("the words ship with the crate as valid JSON"));
    }
    serde_json::from_value(all).expect("the words ship with the crate complete")
}

/// Lays `other` over `base`, key by key: a country names only what it writes otherwise.
pub(crate) fn overlay(base: &mut Value, other: Value) {
    match (base, other) {
        (Value::Object(base), Value::Object(other)) => {
            for (key, value) in other {
                overlay(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, other) => *base = other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_all_its_words() {
        for language in Language::ALL {
            for register in Register::ALL {
                assert_eq!(words(language, register).months.len(), 12, "{} has its months", language.tag());
            }
        }
    }

    #[test]
    fn a_country_changes_only_what_it_names() {
        let (uk, us) =
            (words(Language::EnglishUk, Register::Warm), words(Language::EnglishUs, Register::Warm));
        assert_ne!(uk.date, us.date, "dates differ");
        assert_eq!(uk.renewal_refusal.wishes, us.renewal_refusal.wishes, "good wishes do not");
    }

    #[test]
    fn values_are_not_filled_again() {
        let filled = fill("For {name} on {day}.", &[("name", "{day} & Co"), ("day", "Monday")]);
        assert_eq!(filled, "For {day} & Co on Monday.", "a client's braces stay as written");
    }
}
