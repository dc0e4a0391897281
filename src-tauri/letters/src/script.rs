//! What to say in the talk that comes before a letter, from the same facts.

use crate::compose::Medium;
use crate::fact::FactKey;
use crate::kinds::by_key::by_key;
use crate::kinds::kind_words::kind_words;
use crate::kinds::said::{Saying, key_and_form, placeholders};
use crate::kinds::stated::{FactValue, Stated};
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::words;
use serde::Serialize;

/// A call script: half a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Script {
    /// Its lines, in order.
    pub lines: Vec<ScriptLine>,
}

/// A line of a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScriptLine {
    /// To be said; else a direction, such as a pause.
    pub say: bool,
    /// The words.
    pub text: String,
}

/// The script of a letter. A line whose facts are not known is left out.
pub fn script(spec: &LetterSpec) -> Script {
    let words = words(spec.language, spec.register);
    let facts = as_spoken(by_key(&spec.facts).into_owned());
    let kind = spec.kind();
    let saying =
        Saying { kind, facts: &facts, spec, words, medium: Medium::Letter, gaps: false, spoken: true };
    let lines = kind_words(kind, spec.language)
        .script
        .iter()
        .filter_map(|line| {
            let known = placeholders(line).all(|name| key_and_form(name).0.is_some_and(|key| facts.has(key)));
            // A date that ends with a comma of its own, as American dates do, needs none before a semicolon.
            let text = saying.filled(line).filter(|_| known)?.text.replace(",;", ";");
            let text = typographic(words, &text);
            let direction = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
            Some(match direction {
                Some(direction) => ScriptLine { say: false, text: direction.to_owned() },
                None => ScriptLine { say: true, text },
            })
        })
        .collect();
    Script { lines }
}

/// In a talk people are called by their names alone: what they do stands in the letter.
fn as_spoken(mut facts: Stated) -> Stated {
    if let Some(FactValue::People(referral)) = facts.values.get_mut(&FactKey::Referral) {
        for person in &mut referral.people {
            person.field = None;
        }
    }
    facts
}
