//! What each side owes: deliverables and obligations, and how they turned out.
use chrono::NaiveDate;
use kindly_records::Kind;
use serde_json::{Value, from_value};

use super::{ON_A_DAY, capitalised, heard::change_open};
use crate::line::{
    reading::{DayFields, Goal, Reading, Span},
    titles::{MOST, of_kind},
    understood::Role,
    words::{ACCEPTANCE, OUTCOMES, OWED, SCOPE},
};

const DUE_ON: DayFields =
    DayFields { happened: None, due: Some("due_on"), plain_is_due: true, due_may_be_past: false };

pub(super) fn deliverable(reading: &mut Reading<'_>) {
    reading.adds(Kind::Deliverable);
    reading.option("scope", SCOPE);
    reading.days(DUE_ON);
    reading.engagement();
    reading.titled_as("title");
    reading.quote("notes", Role::Words);
}

pub(super) fn extra(reading: &mut Reading<'_>) {
    reading.set("scope", "extra");
    deliverable(reading);
}

pub(super) fn delivered(reading: &mut Reading<'_>) {
    reading.option("outcome", OUTCOMES);
    reading.option("acceptance", ACCEPTANCE);
    reading.option("scope", SCOPE);
    reading.days(DayFields {
        happened: Some("delivered_on"),
        due: Some("due_on"),
        due_may_be_past: true,
        ..ON_A_DAY
    });
    reading.engagement();
    // What was handed over before is not handed over again: another of that title is.
    let named = reading.named(Kind::Deliverable).filter(|(_, found)| found.iter().any(|record| record.open));
    match named {
        Some((run, found)) => reading.one_of(Kind::Deliverable, Some(run), &found),
        None if reading.runs().is_empty() || reading.client.is_none() => reading.change(Kind::Deliverable),
        None => {
            reading.adds(Kind::Deliverable);
            reading.titled_as("title");
            // Of one that is there already, notes would take the place of others.
            reading.quote("notes", Role::Words);
        }
    }
    if !reading.has("outcome") {
        let outcome = if is_late(reading) { "late" } else { "met" };
        reading.set("outcome", outcome);
        reading.assume(Role::Value, "outcome", outcome);
    }
}

/// Whether the day of delivery lies behind the day agreed, where both are known.
fn is_late(reading: &Reading<'_>) -> bool {
    let day = |value: Option<&Value>| value.and_then(|day| from_value::<NaiveDate>(day.clone()).ok());
    let agreed = day(reading.values.get("due_on")).or_else(|| match &reading.goal {
        Some(Goal::Change { id, .. }) => {
            reading.records.deliverables.iter().find(|record| record.id == *id)?.due
        }
        _ => None,
    });
    day(reading.values.get("delivered_on")).zip(agreed).is_some_and(|(came, agreed)| came > agreed)
}

pub(super) fn accepted(reading: &mut Reading<'_>, how: &'static str) {
    reading.set("acceptance", how);
    if how == "accepted" {
        reading.option("acceptance", ACCEPTANCE);
    }
    if !reading.runs().is_empty() {
        reading.change(Kind::Deliverable);
        return;
    }
    // Nothing is named: it is one that was handed over, the last of them first.
    let all = of_kind(&reading.records, Kind::Deliverable).iter().rev();
    let handed_over: Vec<_> = all.filter(|record| !record.open).take(MOST).cloned().collect();
    reading.one_of(Kind::Deliverable, None, &handed_over);
}

pub(super) fn obligation(reading: &mut Reading<'_>) {
    reading.adds(Kind::Obligation);
    reading.days(DUE_ON);
    reading.engagement();
    let before = reading.taken.clone();
    let what = reading.option("what", OWED);
    let kind_span =
        (0..before.len()).filter(|at| reading.taken[*at] && !before[*at]).fold(None, |span, at| {
            Some(span.map_or(Span::one(at), |span: Span| Span { words: at + 1 - span.first, ..span }))
        });
    if reading.quote("title", Role::Title).is_none() {
        owed_title(reading, kind_span, what);
    }
    reading.quote("notes", Role::Words);
    if what.is_none() && reading.has("title") {
        reading.set("what", "brief");
        reading.assume(Role::Value, "what", "brief");
    }
}

/// The title of what is owed from free words: with the word for its kind where they stand together ("feedback on the
/// draft"), and that word alone where there are none.
fn owed_title(reading: &mut Reading<'_>, kind: Option<Span>, what: Option<&'static str>) {
    let around = reading.runs();
    let said = reading.rest("title", Role::Title);
    let beside = |kind: Span| {
        let first = around.iter().map(|run| run.first).chain([kind.first]).min()?;
        let last = around.iter().map(|run| run.first + run.words).chain([kind.first + kind.words]).max()?;
        let (first, last) = (&reading.words[first], &reading.words[last - 1]);
        let slice = &reading.text[first.start..last.end];
        // Only where nothing but these words stands between.
        let own: usize = around.iter().map(|run| run.words).sum::<usize>() + kind.words;
        (slice.split_whitespace().count() <= own + 2).then(|| capitalised(slice))
    };
    let title = match (said, kind) {
        (Some(said), Some(kind)) => beside(kind).unwrap_or(said),
        (Some(said), None) => said,
        (None, Some(_)) => what.map(capitalised).unwrap_or_default(),
        (None, None) => return,
    };
    reading.set("title", title);
}

pub(super) fn came(reading: &mut Reading<'_>) {
    reading.days(DayFields { happened: Some("met_on"), ..ON_A_DAY });
    change_open(reading, Kind::Obligation);
}
