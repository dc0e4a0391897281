//! What they say: check-ins, complaints and their answers, praise, conduct.
use kindly_records::Kind;

use super::{ON_A_DAY, capitalised};
use crate::{
    line::{
        numbers,
        reading::{DayFields, Goal, Reading, Span},
        titles::{matching, of_kind},
        understood::{Ask, Completion, Role, Token},
        words::{ABOUT, CAUSES, COMPLAINTS, ENQUIRIES, IMPRESSION, IN_SENTENCE},
    },
    match_key,
};

pub(super) fn check_in(reading: &mut Reading<'_>, scale: Option<&'static str>) {
    reading.adds(Kind::CheckIn);
    reading.option("said_by", IMPRESSION);
    let parts = reading.free().into_iter();
    let part = parts.filter_map(|at| Some((at, numbers::rating(&reading.words[at])?)));
    let part = part.clone().find(|(_, (_, of))| scale.is_none_or(|scale| scale == *of));
    if let Some((at, (value, of))) = part {
        let told = reading.words[at].inner;
        reading.take(Span::one(at), Role::Value, Some("value"), told);
        reading.set("value", value);
        reading.set("scale", of);
    }
    reading.days(ON_A_DAY);
    if !reading.has("value") {
        let number = reading.free().into_iter().find_map(|at| {
            let word = &reading.words[at];
            Some((at, numbers::whole(word.inner).filter(|_| !word.quoted)?))
        });
        if let Some((at, value)) = number {
            reading.take(Span::one(at), Role::Value, Some("value"), value.to_string());
            reading.set("value", value);
        }
    }
    match scale {
        Some(scale) => reading.set("scale", scale),
        None if !reading.has("scale") => tell_scale(reading),
        None => {}
    }
    reading.person();
    reading.reference("deliverable", Kind::Deliverable, ABOUT, true);
    reading.rest("words", Role::Words);
}

/// A rating without its scale: up to five it is the satisfaction that people mean, above that nobody can tell.
fn tell_scale(reading: &mut Reading<'_>) {
    let value = reading.values.get("value").and_then(serde_json::Value::as_i64).unwrap_or(1);
    if (1..=5).contains(&value) {
        reading.set("scale", "csat");
        reading.assume(Role::Value, "scale", "csat");
        return;
    }
    let (at_end, gap) = reading.at_end();
    let verb = reading.tokens.iter().find(|token| token.role == Role::Kind);
    let (start, end, gap) =
        verb.map_or((at_end, at_end, gap), |token| (token.start, token.end, String::new()));
    let fits = [("nps", 0..=10), ("ces", 1..=7)].into_iter().filter(|(_, range)| range.contains(&value));
    let choice = |scale: &str| Completion {
        text: format!("{gap}{scale}"),
        label: scale.to_uppercase(),
        start,
        end,
        what: Role::Kind,
    };
    let choices = fits.map(|(scale, _)| choice(scale)).collect();
    reading.asks.push(Ask::Missing { record: Kind::CheckIn, field: "scale", choices });
}

pub(super) fn impression(reading: &mut Reading<'_>) {
    reading.set("said_by", "my_impression");
    check_in(reading, None);
}

pub(super) fn complaint(reading: &mut Reading<'_>) {
    reading.adds(Kind::Complaint);
    reading.days(ON_A_DAY);
    reading.option("cause", CAUSES);
    if let Some(theme) = reading.said_as("theme", Role::Title) {
        // One theme, one spelling: the same complaint from many clients is to be seen.
        let known = reading.known.themes.iter().find(|known| match_key(known) == match_key(&theme));
        if let Some(known) = known {
            reading.set("theme", known.as_str());
        }
    }
    reading.said_as("words", Role::Words);
}

pub(super) fn answered(reading: &mut Reading<'_>) {
    reading.days(DayFields { happened: Some("answered_on"), ..ON_A_DAY });
    let about_enquiry = take_noun(reading, ENQUIRIES);
    let about_complaint = take_noun(reading, COMPLAINTS);
    let names_enquiry = reading.runs().iter().any(|run| {
        let said = reading.said(*run);
        matching(of_kind(&reading.records, Kind::Complaint), &said).is_empty()
            && !matching(of_kind(&reading.records, Kind::Enquiry), &said).is_empty()
    });
    let any_open = |kind| of_kind(&reading.records, kind).iter().any(|record| record.open);
    let only_enquiry = reading.runs().is_empty() && !any_open(Kind::Complaint) && any_open(Kind::Enquiry);
    let enquiry = about_enquiry || (!about_complaint && (names_enquiry || only_enquiry));
    change_open(reading, if enquiry { Kind::Enquiry } else { Kind::Complaint });
}

pub(super) fn resolved(reading: &mut Reading<'_>) {
    reading.days(DayFields { happened: Some("resolved_on"), ..ON_A_DAY });
    take_noun(reading, COMPLAINTS);
    change_open(reading, Kind::Complaint);
    if matches!(reading.goal, Some(Goal::Change { .. })) {
        reading.option("cause", CAUSES);
        reading.said_as("resolution", Role::Words);
    }
}

fn take_noun(reading: &mut Reading<'_>, nouns: &[&str]) -> bool {
    let found = reading.free().into_iter().find(|at| nouns.contains(&reading.words[*at].key.as_str()));
    if let Some(at) = found {
        reading.take(Span::one(at), Role::Kind, None, "");
    }
    found.is_some()
}

/// Changes the record that is named, unless nothing about it is open any more.
pub(super) fn change_open(reading: &mut Reading<'_>, kind: Kind) {
    reading.change(kind);
    reading.ask_if_done();
}

pub(super) fn praise(reading: &mut Reading<'_>) {
    reading.adds(Kind::Praise);
    reading.days(ON_A_DAY);
    reading.person();
    reading.reference("deliverable", Kind::Deliverable, ABOUT, false);
    reading.rest("words", Role::Words);
}

pub(super) fn incident(reading: &mut Reading<'_>, what: &'static str) {
    reading.adds(Kind::Incident);
    reading.set("what", what);
    reading.days(ON_A_DAY);
    if let Some(observed) = reading.said_as("observed", Role::Words) {
        // "blamed us for the delay" is one sentence.
        let verb =
            reading.tokens.iter().find(|token| token.role == Role::Kind).map(|token| token.value.clone());
        let quoted =
            reading.tokens.iter().any(|token| token.field == Some("observed") && is_quoted(reading, token));
        if let Some(verb) = verb.filter(|verb| !quoted && IN_SENTENCE.contains(&match_key(verb).as_str())) {
            reading.set("observed", format!("{} {observed}", capitalised(&verb)));
        }
    }
    reading.quote("other_reading", Role::Words);
}

fn is_quoted(reading: &Reading<'_>, token: &Token) -> bool {
    let at = reading.places.byte(token.start);
    reading.words.iter().any(|word| word.start == at && word.quoted)
}
