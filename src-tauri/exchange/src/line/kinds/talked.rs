//! Conversations, and what was asked for beyond the agreement.
use kindly_records::Kind;

use super::ON_A_DAY;
use crate::line::{
    reading::{Reading, Span},
    understood::Role,
    verbs::verb_at,
    words::{ANSWERS, Verb, WORTH},
};

/// Each part follows its own word: `explained "…" agreed "…"`.
pub(super) fn conversation(reading: &mut Reading<'_>) {
    reading.adds(Kind::Conversation);
    let mut parts: Vec<(usize, &'static str)> = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let (verb, words) = verb_at(&reading.words[at..]).unwrap_or((Verb::Due, 1));
        if let Verb::Said(field) = verb {
            if !reading.taken[at] {
                reading.take(Span { first: at, words }, Role::Kind, Some(field), "conversation");
            }
            parts.push((at, field));
        }
        at += words;
    }
    reading.days(ON_A_DAY);
    reading.person();
    for run in reading.runs() {
        let before = parts.iter().rev().find(|(verb, _)| *verb < run.first);
        let Some((_, field)) = before.or(parts.first()).copied() else { continue };
        let said = reading.said(run);
        reading.take(run, Role::Words, Some(field), said.clone());
        let whole = match reading.values.get(field).and_then(serde_json::Value::as_str) {
            Some(before) => format!("{before} {said}"),
            None => said,
        };
        reading.set(field, whole);
    }
}

pub(super) fn request(reading: &mut Reading<'_>) {
    reading.adds(Kind::Request);
    reading.amount("worth", WORTH);
    reading.days(ON_A_DAY);
    if reading.option("answer", ANSWERS).is_some()
        && let Some(day) = reading.values.get("on").cloned()
    {
        reading.set("answered_on", day);
    }
    reading.engagement();
    reading.said_as("what", Role::Words);
    reading.quote("notes", Role::Words);
}
