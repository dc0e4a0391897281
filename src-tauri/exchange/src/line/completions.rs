//! How the word at the caret may go on.
use kindly_records::Kind;
use uuid::Uuid;

use super::{
    clients::Named,
    known::{Hit, KnownRecord},
    reading::Reading,
    titles::{MOST, distinct, of_kind, quoted},
    understood::{Completion, Role, Token},
    words::{
        ACCEPTANCE, DECISION_REASONS, DECISIONS, DUE, ENDED_BY, ENDING_REASONS, OFFERED, ON, OUTCOMES, OWED,
        TOLD, VERBS, Verb, WEEKDAYS, Words,
    },
};
use crate::match_key;

/// The completions at the caret: clients while none is clear, then words that say what the line does, then what that needs.
pub(super) fn at(
    reading: &Reading<'_>,
    named: Option<&Named>,
    verb: Option<Verb>,
    fixed: &[bool],
    caret: usize,
) -> Vec<Completion> {
    let caret = reading.places.byte(caret);
    let current = reading.words.iter().position(|word| word.start < caret && caret <= word.end);
    let here = Here { reading, current, caret };
    let mut found = Vec::new();
    let in_name =
        |named: &Named| current.is_some_and(|at| (named.first..named.first + named.words).contains(&at));
    let makes_client = matches!(verb, Some(Verb::NewClient | Verb::NewProspect));
    if !makes_client && named.is_none_or(in_name) {
        found.extend(here.clients(named.map(|named| named.first)));
    }
    let in_name = named.is_some_and(in_name);
    let in_verb = current.is_some_and(|at| {
        reading.tokens.iter().any(|token| {
            let (start, end) =
                (reading.places.units(reading.words[at].start), reading.places.units(reading.words[at].end));
            token.role == Role::Kind && token.start <= start && end <= token.end
        })
    });
    if !in_name && (verb.is_none() || in_verb) {
        found.extend(here.verbs(named.is_some()));
    }
    if let Some(verb) = verb.filter(|_| !in_name && !in_verb) {
        found.extend(here.titles(verb, fixed));
        found.extend(here.options(verb));
    }
    if !in_name && verb.is_some() {
        found.extend(here.days());
    }
    found.truncate(MOST);
    found
}

struct Here<'r, 'a> {
    reading: &'r Reading<'a>,
    current: Option<usize>,
    caret: usize,
}

impl Here<'_, '_> {
    /// What is typed of the words from one up to the caret, folded.
    fn typed(&self, first: usize) -> String {
        let start = self.reading.words[first].start;
        self.reading.text.get(start..self.caret).map(match_key).unwrap_or_default()
    }

    fn put(&self, first: Option<usize>, text: String, label: &str, what: Role) -> Completion {
        let places = &self.reading.places;
        let (start, end) = match (first, self.current) {
            (Some(first), Some(current)) => {
                (self.reading.words[first].start, self.reading.words[current].end)
            }
            _ => (self.caret, self.caret),
        };
        let end = if first.is_some() { end } else { start };
        Completion { text, label: label.to_owned(), start: places.units(start), end: places.units(end), what }
    }

    fn clients(&self, named_first: Option<usize>) -> Vec<Completion> {
        let names = self.reading.known.clients;
        let Some(current) = self.current else {
            let active = names.clients.iter().filter(|client| client.active);
            let blank = self.reading.words.is_empty();
            let offered = active.take(if blank { MOST } else { 0 });
            return offered
                .map(|client| self.put(None, client.name.clone(), &client.name, Role::Client))
                .collect();
        };
        let first = named_first.unwrap_or(current);
        let key = self.typed(first);
        let mut hits: Vec<Hit> = names.beginning(&key);
        let name = |hit: &Hit| &names.clients[hit.client].name;
        hits.sort_by_cached_key(|hit| (hit.fit, !names.clients[hit.client].active, name(hit).clone()));
        let hits = hits.iter().filter(|hit| match_key(name(hit)) != key).take(MOST);
        hits.map(|hit| self.put(Some(first), name(hit).clone(), name(hit), Role::Client)).collect()
    }

    fn verbs(&self, client_is_named: bool) -> Vec<Completion> {
        let Some(current) = self.current else {
            let offered = OFFERED.iter().take(if client_is_named { MOST } else { 0 });
            return offered.map(|word| self.put(None, (*word).to_owned(), word, Role::Kind)).collect();
        };
        // "my imp" goes on to "my impression".
        let firsts = [current.checked_sub(1), Some(current)].into_iter().flatten();
        for first in firsts {
            let key = self.typed(first);
            let begins = |phrase: &str| {
                let whole = match_key(phrase);
                whole.starts_with(&key)
                    && whole != key
                    && !key.is_empty()
                    && (first == current || phrase.contains(' '))
            };
            let phrases = VERBS.iter().filter(|(phrase, verb)| {
                let makes_client = matches!(verb, Verb::NewClient | Verb::NewProspect);
                begins(phrase) && (first == 0 || !makes_client)
            });
            let found: Vec<Completion> = first_of_each(phrases)
                .map(|phrase| self.put(Some(first), phrase.to_owned(), phrase, Role::Kind))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Titles of records that the verb is about.
    fn titles(&self, verb: Verb, fixed: &[bool]) -> Vec<Completion> {
        let records = &self.reading.records;
        let open_only =
            matches!(verb, Verb::Delivered | Verb::Came | Verb::Paid | Verb::Answered | Verb::Resolved);
        let kinds: &[Kind] = match verb {
            Verb::Delivered | Verb::Accepted | Verb::Refused => &[Kind::Deliverable],
            Verb::CheckIn(_) | Verb::Impression | Verb::Praise | Verb::Time | Verb::Unbilled => {
                &[Kind::Deliverable]
            }
            Verb::Came => &[Kind::Obligation],
            Verb::Paid => &[Kind::Invoice],
            Verb::Resolved => &[Kind::Complaint],
            Verb::Answered => &[Kind::Complaint, Kind::Enquiry],
            _ => &[],
        };
        let themes = if verb == Verb::Complaint { self.reading.known.themes } else { &[] };
        let themes: Vec<KnownRecord> =
            themes.iter().map(|theme| KnownRecord::new(Uuid::nil(), theme, true)).collect();
        let of_kinds = kinds.iter().flat_map(|kind| of_kind(records, *kind)).chain(&themes);
        let titles: Vec<&KnownRecord> = distinct(of_kinds.filter(|record| record.open || !open_only));
        let put =
            |first, record: &KnownRecord| self.put(first, quoted(&record.title), &record.title, Role::Title);
        let Some(current) = self.current else {
            let named = self.reading.tokens.iter().any(|token| token.role == Role::Title && !token.assumed);
            let offered = titles.iter().take(if open_only && !named { MOST } else { 0 });
            return offered.map(|title| put(None, title)).collect();
        };
        let words = &self.reading.words;
        let earliest = (0..=current)
            .rev()
            .take_while(|at| *at == current || (!words[*at].quoted && !fixed[*at]))
            .last()
            .unwrap_or(current);
        let earliest = if words[current].quoted { current } else { earliest };
        for first in earliest..=current {
            let key = self.typed(first).trim_matches(['"', '“', '„', '«', '\'']).to_owned();
            if titles.iter().any(|title| title.key() == key) {
                return Vec::new();
            }
            let begins = |title: &KnownRecord| {
                let later =
                    || title.later_word_begins(&key) || (verb == Verb::Paid && title.key().contains(&key));
                !key.is_empty() && (title.key().starts_with(&key) || (key.len() >= 2 && later()))
            };
            let found: Vec<Completion> = titles
                .iter()
                .filter(|title| begins(title))
                .take(MOST)
                .map(|title| put(Some(first), title))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Words of the verb's own fields, while a field has no value.
    fn options(&self, verb: Verb) -> Vec<Completion> {
        let tables: &[(&str, Words)] = match verb {
            Verb::Owes => &[("what", OWED)],
            Verb::Delivered => &[("outcome", OUTCOMES), ("acceptance", ACCEPTANCE)],
            Verb::Decide => &[("what", DECISIONS), ("reason", DECISION_REASONS)],
            Verb::Ended => &[("ended_by", ENDED_BY), ("reason", ENDING_REASONS)],
            _ => &[],
        };
        let said = |field: &str| {
            let fills = |token: &Token| token.field == Some(field) && !token.assumed;
            self.reading.tokens.iter().any(fills)
        };
        let mut open = tables.iter().filter(|(field, _)| !said(field)).map(|(_, table)| *table);
        let Some(current) = self.current else {
            // Only what the verb needs is offered before anything is typed.
            let needed = open.next().filter(|table| tables.first().is_some_and(|(_, first)| first == table));
            let offered = first_of_each(needed.unwrap_or_default().iter());
            return offered.map(|word| self.put(None, word.to_owned(), word, Role::Value)).collect();
        };
        let key = self.typed(current);
        let begins = |phrase: &str| match_key(phrase).starts_with(&key) && match_key(phrase) != key;
        let found = open.flatten().filter(|(phrase, _)| !key.is_empty() && begins(phrase));
        first_of_each(found).map(|word| self.put(Some(current), word.to_owned(), word, Role::Value)).collect()
    }

    fn days(&self) -> Vec<Completion> {
        let words = &self.reading.words;
        let Some(current) = self.current.filter(|at| !words[*at].quoted) else { return Vec::new() };
        let key = self.typed(current);
        let led = current > 0 && [DUE, ON].iter().any(|list| list.contains(&words[current - 1].key.as_str()));
        let least = if led { 1 } else { 2 };
        let begins =
            |phrase: &str| key.len() >= least && match_key(phrase).starts_with(&key) && phrase != key;
        let told = first_of_each(TOLD.iter().filter(|(phrase, _)| begins(phrase)));
        let names = told.chain(WEEKDAYS.iter().map(|forms| forms[0]).filter(|name| begins(name)));
        names.map(|phrase| self.put(Some(current), phrase.to_owned(), phrase, Role::Day)).collect()
    }
}

/// The first phrase for each value.
fn first_of_each<V: PartialEq + 'static>(
    phrases: impl Iterator<Item = &'static (&'static str, V)>,
) -> impl Iterator<Item = &'static str> {
    let mut seen: Vec<&V> = Vec::new();
    phrases.filter_map(move |(phrase, value)| {
        if seen.contains(&value) {
            return None;
        }
        seen.push(value);
        Some(*phrase)
    })
}
