//! How a relationship begins, goes on and ends.
use kindly_records::Kind;

use super::ON_A_DAY;
use crate::{
    line::{
        reading::{DayFields, Reading, Span},
        understood::{Ask, Role},
        words::{DECISION_REASONS, DECISIONS, ENDED_BY, ENDING_REASONS},
    },
    match_key,
};

pub(super) fn decision(reading: &mut Reading<'_>) {
    reading.adds(Kind::Decision);
    reading.option("what", DECISIONS);
    reading.option("reason", DECISION_REASONS);
    reading.days(ON_A_DAY);
    reading.engagement();
    reading.said_as("notes", Role::Words);
}

pub(super) fn ending(reading: &mut Reading<'_>) {
    reading.adds(Kind::Ending);
    reading.option("ended_by", ENDED_BY);
    reading.option("reason", ENDING_REASONS);
    reading.days(ON_A_DAY);
    reading.engagement();
    reading.said_as("words", Role::Words);
}

pub(super) fn enquiry(reading: &mut Reading<'_>) {
    reading.adds(Kind::Enquiry);
    reading.days(DayFields { happened: Some("received_on"), ..ON_A_DAY });
    reading.said_as("subject", Role::Title);
    reading.said_as("words", Role::Words);
}

pub(super) fn engagement(reading: &mut Reading<'_>) {
    reading.adds(Kind::Engagement);
    reading.days(DayFields { happened: Some("agreed_on"), ..ON_A_DAY });
    reading.titled_as("title");
    reading.said_as("success", Role::Words);
}

/// All that stands behind "new client" is the name.
pub(super) fn client(reading: &mut Reading<'_>, status: &'static str) {
    reading.adds(Kind::Client);
    reading.set("status", status);
    let currency = reading.known.currency.code();
    reading.set("currency", currency);
    let free = reading.free();
    let (Some(first), Some(last)) = (free.first(), free.last()) else { return };
    let span = match free.iter().find(|at| reading.words[**at].quoted) {
        Some(quoted) => Span::one(*quoted),
        None => Span { first: *first, words: last + 1 - first },
    };
    let name = reading.said(span);
    reading.take(span, Role::Title, Some("name"), name.clone());
    if let Some(same) = reading.known.clients.called(&match_key(&name)) {
        reading.asks.push(Ask::AlreadyDone { record: Kind::Client, title: same.name.clone() });
    }
    reading.set("name", name);
}
