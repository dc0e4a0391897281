//! Invoices and what is paid on them.
use kindly_records::{Kind, Money};
use serde_json::json;

use super::ON_A_DAY;
use crate::line::{
    days,
    known::KnownRecord,
    reading::{DayFields, Goal, Reading, Span},
    titles::{matching, of_kind},
    understood::Role,
    words::{IN_FULL, NUMBER_BEFORE, SIGNS},
};
use crate::match_key;

pub(super) fn invoice(reading: &mut Reading<'_>) {
    reading.adds(Kind::Invoice);
    if let Some(at) = number(reading) {
        let said = reading.words[at].inner.to_owned();
        reading.take(Span::one(at), Role::Title, Some("number"), said.clone());
        reading.take_before(at, NUMBER_BEFORE);
        reading.set("number", said);
    }
    reading.days(DayFields { happened: Some("issued_on"), due: Some("due_on"), ..ON_A_DAY });
    reading.amount("amount", &[]);
    reading.engagement();
    reading.said_as("notes", Role::Words);
}

/// The first word that may be the number of an invoice: one with a figure, but no day and no price.
fn number(reading: &Reading<'_>) -> Option<usize> {
    let mut next = 0;
    reading.free().into_iter().find(|at| {
        let word = &reading.words[*at];
        if let Some(day) = days::phrase(reading.free_from(*at), reading.today()).filter(|day| day.sure) {
            next = next.max(*at + day.words);
        }
        let priced = SIGNS.iter().any(|(sign, _)| word.inner.contains(sign));
        *at >= next && !priced && (word.quoted || word.inner.contains(|c: char| c.is_ascii_digit()))
    })
}

pub(super) fn paid(reading: &mut Reading<'_>) {
    let found = numbered(reading);
    if let Some((at, invoice)) = &found {
        reading.take(Span::one(*at), Role::Title, None, invoice.title.clone());
        reading.take_before(*at, NUMBER_BEFORE);
    }
    reading.days(DayFields { happened: Some("paid_on"), ..ON_A_DAY });
    let amount = reading.amount("amount", &[]);
    if reading.option("amount", IN_FULL).is_some() {
        // The words are no amount: what was stated counts.
        reading.values.remove("amount");
        if let Some(amount) = amount {
            reading.set("amount", json!(amount));
        }
    }
    for at in reading.free() {
        if NUMBER_BEFORE.contains(&reading.words[at].key.as_str()) {
            reading.take(Span::one(at), Role::Joining, None, "");
        }
    }
    let invoice = match found {
        Some((_, invoice)) => invoice,
        None => match the_open_one(reading, amount) {
            Some(invoice) => invoice,
            None => return,
        },
    };
    let whole = amount.is_none_or(|amount| invoice.amount == Some(amount));
    if whole {
        reading.values.remove("amount");
        reading.goal = Some(Goal::Change { kind: Kind::Invoice, id: invoice.id, title: invoice.title });
    } else {
        reading.adds(Kind::Payment);
        reading.set("invoice", json!(invoice.id));
        reading.rename("paid_on", "on");
        reading.said_as("reference", Role::Words);
    }
    if !invoice.open {
        reading.ask_done(Kind::Invoice, invoice.id);
    }
}

/// The invoice whose number stands in the line, whole or a part that only one has.
fn numbered(reading: &Reading<'_>) -> Option<(usize, KnownRecord)> {
    let invoices = of_kind(&reading.records, Kind::Invoice);
    let free = reading.free();
    let whole = free.iter().find_map(|at| {
        let key = &reading.words[*at].key;
        // Of two with one number, the one that is open is meant.
        let same = || invoices.iter().filter(|invoice| match_key(&invoice.title) == *key);
        Some((*at, same().find(|invoice| invoice.open).or_else(|| same().next())?))
    });
    let part = || {
        free.iter().find_map(|at| {
            let word = &reading.words[*at];
            let is_day = days::phrase(&reading.words[*at..], reading.today()).is_some();
            let long = word.key.len() >= 3 && word.key.contains(|c: char| c.is_ascii_digit());
            let found = if long && !is_day { matching(invoices, word.inner) } else { Vec::new() };
            match found.as_slice() {
                [only] if only.open => Some((*at, *only)),
                _ => None,
            }
        })
    };
    whole.or_else(part).map(|(at, invoice)| (at, invoice.clone()))
}

/// The only open invoice, or the only one of that amount, taken for granted; where there are several, or a number that
/// none has, it is asked for.
fn the_open_one(reading: &mut Reading<'_>, amount: Option<Money>) -> Option<KnownRecord> {
    let mut open = reading.open(Kind::Invoice);
    let of_amount: Vec<KnownRecord> =
        open.iter().filter(|invoice| amount.is_some() && invoice.amount == amount).cloned().collect();
    if of_amount.len() == 1 {
        open = of_amount;
    }
    let run = reading.runs().first().copied();
    if let ([only], None) = (open.as_slice(), run) {
        reading.assume(Role::Title, "number", only.title.clone());
        return Some(only.clone());
    }
    reading.ask_which(Kind::Invoice, run, &open);
    reading.goal = Some(Goal::ChangeSome(Kind::Invoice));
    None
}
