//! One line records: what a person types anywhere becomes a record, or a change of one.
//!
//! [`understand`] reads the line anew on every keystroke. It says part by part what it understood, completes names and
//! titles, and asks only for what is missing or can be read in several ways; each choice that it offers is a text
//! to put into the line, so that the line itself stays the whole truth. It is pure: the clients, the records of the one
//! that is named, and today are passed in. The language is data in one file, English so far; the page for the
//! user is `docs/one-line.md`.
mod asks;
mod clients;
mod completions;
mod days;
mod kinds;
mod known;
mod lexemes;
mod numbers;
mod reading;
mod spelling;
mod titles;
mod understood;
mod verbs;
mod words;

use kindly_records::{Kind, Record, fields};
use serde_json::{Value, json};

pub use known::{ClientNames, ClientRecords, Known, KnownClient, KnownRecord};
pub use understood::{Ask, ClientFound, Completion, FieldChange, Intent, LineDraft, Role, Token, Understood};

use clients::{Named, named};
use reading::{Goal, Reading, Span};
use words::Verb;

/// The most characters that are read: far above any line, far below what would make typing slow.
pub const MAX_CHARACTERS: usize = 1_000;

/// Reads a line. `caret` is the place of the caret in UTF-16 code units, as are all places in the answer.
#[must_use]
pub fn understand(text: &str, caret: usize, known: &Known<'_>) -> Understood {
    let length = text.chars().count();
    if length > MAX_CHARACTERS {
        let asks = vec![Ask::TooLong { length, limit: MAX_CHARACTERS }];
        return Understood { asks, ..Understood::default() };
    }
    let words = lexemes::lexemes(text);
    let makes_client =
        verbs::verb_at(&words).is_some_and(|(verb, _)| matches!(verb, Verb::NewClient | Verb::NewProspect));
    let found = if makes_client { None } else { named(known.clients, &words, known.today) };
    let mut reading = Reading::new(text, words, known);
    if let Some(found) = &found {
        take_client(&mut reading, found);
    }
    let verb = verbs::take_verb(&mut reading);
    if !makes_client && found.is_none() {
        ask_for_client(&mut reading, verb);
    }
    let fixed = reading.taken.clone();
    match verb {
        Some(verb) => kinds::read(&mut reading, verb),
        None => reading.ask_what(),
    }
    reading.pass_over_the_rest();
    reading.ask_for_missing();
    let completions = completions::at(&reading, found.as_ref(), verb, &fixed, caret);
    finished(reading, completions)
}

fn take_client(reading: &mut Reading<'_>, found: &Named) {
    let span = Span { first: found.first, words: found.words };
    let all = &reading.known.clients.clients;
    if let [only] = found.clients.as_slice() {
        let client = &all[*only];
        reading.client = Some(client);
        reading.records = (reading.known.records)(client.id);
        reading.take(span, Role::Client, None, client.name.clone());
    } else {
        reading.ask_which_client(span, &found.clients);
        reading.take(span, Role::Client, None, "");
    }
    reading.take_before(found.first, words::CLIENT_BEFORE);
}

/// Nothing names a client that is known: the words before the verb may be a name that is not.
fn ask_for_client(reading: &mut Reading<'_>, verb: Option<Verb>) {
    if reading.words.is_empty() {
        return;
    }
    let run = reading.runs().first().copied().filter(|run| {
        let before_verb = reading.taken.iter().position(|taken| *taken).is_some_and(|verb| run.first < verb);
        verb.is_none() || before_verb
    });
    let text = match run {
        Some(run) => {
            let said = reading.said(run);
            reading.take(run, Role::Unknown, None, "");
            said
        }
        None => String::new(),
    };
    reading.asks.push(Ask::Client { text, choices: Vec::new() });
}

fn finished(mut reading: Reading<'_>, completions: Vec<Completion>) -> Understood {
    let client = reading.client;
    let mut draft = None;
    let mut intent = None;
    match reading.goal.clone() {
        Some(Goal::Add(kind)) => {
            if let Some(client) = client {
                reading.set("client", client.id.to_string());
            }
            draft = Some(LineDraft { kind, id: None, values: reading.values.clone() });
            if reading.asks.is_empty() {
                match record(kind, &reading) {
                    Ok(record) => intent = Some(Intent::Add { record }),
                    Err(sentence) => reading.asks.push(Ask::Problem { sentence }),
                }
            }
        }
        Some(Goal::Change { kind, id, title }) => {
            draft = Some(LineDraft { kind, id: Some(id), values: reading.values.clone() });
            let change = |(key, value): (&String, &Value)| {
                Some(FieldChange { field: fields::find(kind, key)?.key, value: value.clone() })
            };
            let mut patch: Vec<FieldChange> = reading.values.iter().filter_map(change).collect();
            // In one order, whichever the map keeps: a feature of its crate that another turns on changes it.
            patch.sort_by_key(|change| change.field);
            intent = reading.asks.is_empty().then_some(Intent::Change { record: kind, id, title, patch });
        }
        Some(Goal::ChangeSome(kind)) => {
            draft = Some(LineDraft { kind, id: None, values: reading.values.clone() });
        }
        None => {}
    }
    let mut tokens = reading.tokens;
    tokens.sort_by_key(|token| (token.start, token.assumed));
    Understood {
        tokens,
        client: client.map(|client| ClientFound { id: client.id, name: client.name.clone() }),
        ready: intent.is_some(),
        intent,
        draft,
        asks: reading.asks,
        completions,
    }
}

/// The record of the values, checked; or why it cannot be kept, in one sentence.
fn record(kind: Kind, reading: &Reading<'_>) -> Result<Record, String> {
    let mut values = reading.values.clone();
    values.insert("kind".to_owned(), json!(kind));
    let record: Record = serde_json::from_value(Value::Object(values)).map_err(|error| error.to_string())?;
    record.check().map_err(|error| error.to_string())?;
    Ok(record)
}
