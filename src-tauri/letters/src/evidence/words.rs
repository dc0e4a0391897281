//! The words of the file of evidence, as data: `words/evidence.en.json` and its like.
use std::sync::OnceLock;

use serde::Deserialize;

use crate::spec::Language;

/// Everything that the file says in a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceWords {
    pub(super) title: String,
    pub(super) period: String,
    pub(super) drawn_up: String,
    pub(super) facts: String,
    pub(super) summary: SummaryWords,
    pub(super) table: TableWords,
    pub(super) what: WhatWords,
    pub(super) stands: StandsWords,
    pub(super) earlier_one: String,
    pub(super) earlier: String,
    pub(super) picture: PictureWords,
    pub(super) reading: ReadingWords,
}

/// What is counted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SummaryWords {
    pub(super) delivered: String,
    pub(super) answers: String,
    pub(super) input: String,
    pub(super) invoices: String,
    pub(super) complaints: String,
    pub(super) beyond: String,
    pub(super) of: String,
    pub(super) count_worth: String,
    pub(super) nothing: String,
}

/// The heads of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableWords {
    pub(super) day: String,
    pub(super) what: String,
    pub(super) stands: String,
}

/// What a fact is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhatWords {
    pub(super) delivery: String,
    pub(super) csat: String,
    pub(super) nps: String,
    pub(super) ces: String,
    pub(super) about: String,
    pub(super) praise: String,
    pub(super) complaint: String,
    pub(super) input: String,
    pub(super) invoice: String,
    pub(super) beyond: String,
    pub(super) explained: String,
    pub(super) agreed: String,
    pub(super) changed: String,
    pub(super) letter: String,
}

/// How a fact stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StandsWords {
    pub(super) as_agreed: String,
    pub(super) as_agreed_after: String,
    pub(super) in_part: String,
    pub(super) late: String,
    pub(super) not_accepted: String,
    pub(super) excused: String,
    pub(super) to_come: String,
    pub(super) rated: String,
    pub(super) answered_same_day: String,
    pub(super) answered: String,
    pub(super) answer_to_come: String,
    pub(super) on_its_day: String,
    pub(super) after_its_day: String,
    pub(super) open: String,
    pub(super) open_after: String,
    pub(super) paid: String,
    pub(super) paid_after: String,
    pub(super) minutes: String,
    pub(super) one_hour: String,
    pub(super) hours: String,
    pub(super) one_day: String,
    pub(super) days: String,
    pub(super) sent: String,
}

/// The picture.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PictureWords {
    pub(super) deliveries: String,
    pub(super) answers: String,
    pub(super) input: String,
    pub(super) caption: String,
    pub(super) instead: String,
}

/// How the facts are read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadingWords {
    pub(super) heading: String,
    pub(super) unhappy_despite_delivery: String,
    pub(super) low_after_delivery_one: String,
    pub(super) low_after_delivery: String,
    pub(super) a_matter_of_fit: String,
    pub(super) our_delivery: String,
    pub(super) missed: String,
    pub(super) up_to_us: String,
    pub(super) offering: String,
    pub(super) offering_counted: String,
    pub(super) offering_theme: String,
    pub(super) out_of_balance: String,
    pub(super) out_of_balance_too: String,
    pub(super) watch: String,
    pub(super) content: String,
    pub(super) too_early: String,
    pub(super) others: String,
    pub(super) rests_on: String,
    pub(super) some: String,
    pub(super) good: String,
    pub(super) strong: String,
    pub(super) changes: String,
    pub(super) clears_one: String,
    pub(super) clears: String,
    pub(super) clears_many: String,
    pub(super) change_our_delivery: String,
    pub(super) change_offering: String,
    pub(super) change_balance: String,
    pub(super) change_watch: String,
    pub(super) change_content: String,
    pub(super) change_too_early: String,
}

pub(super) fn evidence_words(language: Language) -> &'static EvidenceWords {
    static READ: [OnceLock<EvidenceWords>; 5] = [const { OnceLock::new() }; 5];
    READ[language as usize].get_or_init(|| {
        serde_json::from_str(file(language)).expect("the words ship with the crate complete, as valid JSON")
    })
}

pub(super) fn file(language: Language) -> &'static str {
    match language {
        Language::EnglishUk | Language::EnglishUs => include_str!("../words/evidence.en.json"),
        Language::German => include_str!("../words/evidence.de.json"),
        Language::French => include_str!("../words/evidence.fr.json"),
        Language::Spanish => include_str!("../words/evidence.es.json"),
    }
}
