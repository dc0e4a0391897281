//! The words of one kind in one language and register: `words/en/closure.json`, and what a country says otherwise.

use crate::kinds::Kind;
use crate::spec::{Language, Register};
use crate::words::overlay;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The words of a kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindWords {
    /// The subject line; none for the kinds that have theirs in the words of the language.
    #[serde(default)]
    pub(crate) subject: String,
    /// The sentences by key.
    #[serde(default)]
    sentences: BTreeMap<String, Sentence>,
    /// Words of which one must stay in the letter.
    #[serde(default)]
    pub(crate) must_say: Vec<String>,
    /// What to say in the talk that comes first; a line in brackets is a direction.
    pub(crate) script: Vec<String>,
}

/// A sentence, the same in both registers or not.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Sentence {
    Both(String),
    Each { warm: String, formal: String },
}

impl KindWords {
    /// A sentence by its key.
    pub(crate) fn sentence(&self, key: &str, register: Register) -> Option<&str> {
        Some(match (self.sentences.get(key)?, register) {
            (Sentence::Both(text), _) => text,
            (Sentence::Each { warm, .. }, Register::Warm) => warm,
            (Sentence::Each { formal, .. }, Register::Formal) => formal,
        })
    }
}

/// The words of a kind in a language, read once.
pub(crate) fn kind_words(kind: Kind, language: Language) -> &'static KindWords {
    static READ: [[OnceLock<KindWords>; 5]; 16] = [const { [const { OnceLock::new() }; 5] }; 16];
    READ[kind as usize][language as usize].get_or_init(|| {
        let mut all = Value::Null;
        for layer in layers(kind, language).into_iter().filter(|layer| !layer.is_empty()) {
            let layer = serde_json::from_str(layer).expect("the words ship with the crate as valid JSON");
            overlay(&mut all, layer);
        }
        serde_json::from_value(all).expect("the words of a kind ship with the crate complete")
    })
}

macro_rules! files {
    ($language:literal, $kind:expr) => {
        match $kind {
            Kind::RenewalRefusal => include_str!(concat!("../words/", $language, "/renewal_refusal.json")),
            Kind::ProspectDecline => include_str!(concat!("../words/", $language, "/prospect_decline.json")),
            Kind::RequestDecline => include_str!(concat!("../words/", $language, "/request_decline.json")),
            Kind::ResponsibilityReminder => {
                include_str!(concat!("../words/", $language, "/responsibility_reminder.json"))
            }
            Kind::Boundary => include_str!(concat!("../words/", $language, "/boundary.json")),
            Kind::EarlyTermination => {
                include_str!(concat!("../words/", $language, "/early_termination.json"))
            }
            Kind::Referral => include_str!(concat!("../words/", $language, "/referral.json")),
            Kind::PutRight => include_str!(concat!("../words/", $language, "/put_right.json")),
            Kind::ComplaintReply => include_str!(concat!("../words/", $language, "/complaint_reply.json")),
            Kind::NewTerms => include_str!(concat!("../words/", $language, "/new_terms.json")),
            Kind::MutualEnd => include_str!(concat!("../words/", $language, "/mutual_end.json")),
            Kind::PaymentNotice => include_str!(concat!("../words/", $language, "/payment_notice.json")),
            Kind::Pause => include_str!(concat!("../words/", $language, "/pause.json")),
            Kind::FinalNotice => include_str!(concat!("../words/", $language, "/final_notice.json")),
            Kind::OurWay => include_str!(concat!("../words/", $language, "/our_way.json")),
            Kind::Closure => include_str!(concat!("../words/", $language, "/closure.json")),
        }
    };
}

fn layers(kind: Kind, language: Language) -> Vec<&'static str> {
    match language {
        Language::EnglishUk => vec![files!("en", kind)],
        Language::EnglishUs => vec![files!("en", kind), american(kind)],
        Language::German => vec![files!("de", kind)],
        Language::French => vec![files!("fr", kind)],
        Language::Spanish => vec![files!("es", kind)],
    }
}

/// What American English says otherwise; empty where it is the same.
fn american(kind: Kind) -> &'static str {
    match kind {
        Kind::ProspectDecline => include_str!("../words/en-US/prospect_decline.json"),
        Kind::PutRight => include_str!("../words/en-US/put_right.json"),
        _ => "",
    }
}
