//! A line while it is read: which words are taken, and what they say.
use std::sync::Arc;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_records::{Kind, Money, fields::Shape};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    days::{self, Form},
    known::{ClientRecords, Known, KnownClient},
    lexemes::{Lexeme, Places},
    numbers,
    understood::{Ask, Completion, Role, Token},
    words::{DUE, JOINING, ON, PASSED, Words},
};

/// What a line turns out to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Add a record of a kind.
    Add(Kind),
    /// Change a record.
    Change { kind: Kind, id: Uuid, title: String },
    /// Change a record of a kind that is not clear yet.
    ChangeSome(Kind),
}

/// A line while it is read.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub words: Vec<Lexeme<'a>>,
    pub taken: Vec<bool>,
    pub places: Places,
    pub known: &'a Known<'a>,
    pub client: Option<&'a KnownClient>,
    pub records: Arc<ClientRecords>,
    pub tokens: Vec<Token>,
    pub asks: Vec<Ask>,
    pub goal: Option<Goal>,
    pub values: Map<String, Value>,
}

/// Words that stand together: the first, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub first: usize,
    pub words: usize,
}

impl Span {
    pub(super) fn one(first: usize) -> Self {
        Self { first, words: 1 }
    }
}

/// The days that a kind of record has.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayFields {
    /// The day on which it happened; today where none is stated.
    pub happened: Option<&'static str>,
    /// The day by which it is due; never guessed.
    pub due: Option<&'static str>,
    /// Where a day without "on" or "by" belongs.
    pub plain_is_due: bool,
    /// Whether the day agreed may lie behind: of what is handed over already.
    pub due_may_be_past: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, words: Vec<Lexeme<'a>>, known: &'a Known<'a>) -> Self {
        Self {
            text,
            taken: vec![false; words.len()],
            words,
            places: Places::of(text),
            known,
            client: None,
            records: Arc::new(ClientRecords::default()),
            tokens: Vec::new(),
            asks: Vec::new(),
            goal: None,
            values: Map::new(),
        }
    }

    pub(super) fn currency(&self) -> Currency {
        self.client.map_or(self.known.currency, |client| client.currency)
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.known.today
    }

    pub(super) fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.values.insert(field.to_owned(), value.into());
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.values.contains_key(field)
    }

    /// Moves a value, and what was understood as it, to another field.
    pub(super) fn rename(&mut self, from: &str, to: &'static str) {
        if let Some(value) = self.values.remove(from) {
            self.set(to, value);
        }
        for token in &mut self.tokens {
            if token.field == Some(from) {
                token.field = Some(to);
            }
        }
    }

    /// Where a span stands in the text, in UTF-16 code units.
    pub(super) fn place(&self, span: Span) -> (usize, usize) {
        let last = &self.words[span.first + span.words - 1];
        (self.places.units(self.words[span.first].start), self.places.units(last.end))
    }

    /// Marks words as understood.
    pub(super) fn take(
        &mut self,
        span: Span,
        role: Role,
        field: Option<&'static str>,
        value: impl Into<String>,
    ) {
        let (start, end) = self.place(span);
        self.taken[span.first..span.first + span.words].fill(true);
        self.tokens.push(Token { start, end, role, field, value: value.into(), assumed: false });
    }

    /// Says what is taken for granted.
    pub(super) fn assume(&mut self, role: Role, field: &'static str, value: impl Into<String>) {
        let end = self.places.units(self.text.len());
        self.tokens.push(Token {
            start: end,
            end,
            role,
            field: Some(field),
            value: value.into(),
            assumed: true,
        });
    }

    /// The free words from a place on that stand together.
    pub(super) fn free_from(&self, first: usize) -> &[Lexeme<'a>] {
        let end = (first..self.words.len()).find(|at| self.taken[*at]).unwrap_or(self.words.len());
        &self.words[first..end]
    }

    /// The places of the words that are free.
    pub(super) fn free(&self) -> Vec<usize> {
        (0..self.words.len()).filter(|at| !self.taken[*at]).collect()
    }

    fn is_before(&self, at: usize, list: &[&str]) -> bool {
        at > 0 && !self.words[at - 1].quoted && list.contains(&self.words[at - 1].key.as_str())
    }

    /// Whether a word before a day stands before a place.
    pub(super) fn follows_day_word(&self, at: usize) -> bool {
        self.is_before(at, DUE) || self.is_before(at, ON)
    }

    /// Takes a word that stands free before a place and belongs to one of a list.
    pub(super) fn take_before(&mut self, at: usize, list: &[&str]) {
        if self.is_before(at, list) && !self.taken[at - 1] {
            self.take(Span::one(at - 1), Role::Joining, None, "");
            self.take_before(at - 1, list);
        }
    }

    /// Takes the first free phrase of a table as the value of a field.
    pub(super) fn option(&mut self, field: &'static str, table: Words) -> Option<&'static str> {
        for at in self.free() {
            let free = self.free_from(at);
            let found =
                table.iter().filter_map(|(phrase, value)| Some((days::stands(free, phrase)?, *value)));
            if let Some((words, value)) = found.max_by_key(|(words, _)| *words) {
                self.take(Span { first: at, words }, Role::Value, Some(field), value);
                self.set(field, value);
                return Some(value);
            }
        }
        None
    }

    /// Takes the first free amount.
    pub(super) fn amount(&mut self, field: &'static str, before: &[&str]) -> Option<Money> {
        let currency = self.currency();
        for at in self.free() {
            if !before.is_empty() && !self.is_before(at, before) {
                continue;
            }
            if let Some((money, words)) = numbers::amount(self.free_from(at), currency) {
                let value = kindly_records::fields::write(Shape::Amount, &json!(money));
                self.take(Span { first: at, words }, Role::Amount, Some(field), value);
                self.take_before(at, before);
                self.set(field, json!(money));
                return Some(money);
            }
        }
        None
    }

    /// Takes the first free stretch of time.
    pub(super) fn duration(&mut self, field: &'static str, shape: Shape) -> Option<u32> {
        for at in self.free() {
            if let Some((value, words)) = numbers::duration(self.free_from(at), shape) {
                let told = kindly_records::fields::write(shape, &json!(value));
                self.take(Span { first: at, words }, Role::Duration, Some(field), told);
                self.set(field, value);
                return Some(value);
            }
        }
        None
    }

    /// Takes the next free quotation, its words and place.
    pub(super) fn quote(&mut self, field: &'static str, role: Role) -> Option<String> {
        let at = self.free().into_iter().find(|at| self.words[*at].quoted)?;
        let said = self.words[at].inner.to_owned();
        self.take(Span::one(at), role, Some(field), said.clone());
        self.set(field, said.clone());
        Some(said)
    }

    /// The runs of free words, without the joining words at their edges.
    pub(super) fn runs(&self) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for at in self.free() {
            match runs.last_mut() {
                Some(run)
                    if run.first + run.words == at
                        && !self.words[at].quoted
                        && !self.words[at - 1].quoted =>
                {
                    run.words += 1;
                }
                _ => runs.push(Span::one(at)),
            }
        }
        runs.into_iter().filter_map(|run| self.without_joining(run)).collect()
    }

    fn without_joining(&self, run: Span) -> Option<Span> {
        let joins = |at: &usize| !self.words[*at].quoted && JOINING.contains(&self.words[*at].key.as_str());
        let passed = |at: usize| !self.words[at].quoted && PASSED.contains(&self.words[at].key.as_str());
        if (run.first..run.first + run.words).all(passed) {
            return None;
        }
        let first = (run.first..run.first + run.words).find(|at| !joins(at))?;
        Some(Span { first, words: run.first + run.words - first })
    }

    /// What the words of a span say.
    pub(super) fn said(&self, span: Span) -> String {
        if span.words == 1 {
            return self.words[span.first].inner.to_owned();
        }
        let last = &self.words[span.first + span.words - 1];
        self.text[self.words[span.first].start..last.end].to_owned()
    }

    /// Takes all free words as the text of a field.
    pub(super) fn rest(&mut self, field: &'static str, role: Role) -> Option<String> {
        let runs = self.runs();
        self.join(&runs, field, role)
    }

    /// Takes some runs as the text of a field.
    pub(super) fn join(&mut self, runs: &[Span], field: &'static str, role: Role) -> Option<String> {
        let said: Vec<String> = runs.iter().map(|run| self.said(*run)).collect();
        for (run, said) in runs.iter().zip(&said) {
            self.take(*run, role, Some(field), said.clone());
        }
        let said = said.join(" ");
        if said.is_empty() {
            return None;
        }
        self.set(field, said.clone());
        Some(said)
    }

    /// Takes the days of the line.
    pub(super) fn days(&mut self, fields: DayFields) {
        let mut stated: Vec<(&'static str, Span)> = Vec::new();
        while let Some((span, form, is_due)) = self.next_day(fields) {
            let field = match (fields.happened, fields.due) {
                (Some(_), Some(due)) if is_due => due,
                (Some(happened), _) => happened,
                (None, Some(due)) => due,
                (None, None) => return,
            };
            let ahead = Some(field) == fields.due;
            let mut days = form.days(self.today(), ahead);
            if ahead && fields.due_may_be_past {
                days.extend(form.days(self.today(), false));
                days.sort_unstable();
                days.dedup();
            }
            self.one_day(field, span, &days, ahead);
            if let Some((_, other)) = stated.iter().find(|(taken, _)| *taken == field) {
                self.ask_which_day(field, *other, span);
            }
            stated.push((field, span));
        }
        if let Some(field) = fields.happened.filter(|field| !stated.iter().any(|(taken, _)| taken == field)) {
            let today = self.today();
            self.set(field, json!(today));
            self.assume(Role::Day, field, today.to_string());
        }
    }

    /// The next free day: its words, and whether it is one by which something is due.
    fn next_day(&mut self, fields: DayFields) -> Option<(Span, Form, bool)> {
        for at in self.free() {
            let Some(found) = days::phrase(self.free_from(at), self.today()) else { continue };
            let (by, on) = (self.is_before(at, DUE), self.is_before(at, ON));
            // Where nothing is due, "by Friday" belongs to what was said.
            if (!found.sure && !by && !on) || (by && fields.due.is_none()) {
                continue;
            }
            let span = Span { first: at, words: found.words };
            self.taken[at..at + found.words].fill(true);
            if by {
                self.take_before(at, DUE);
            } else if on {
                self.take_before(at, ON);
            }
            // Nothing that happened lies ahead.
            let ahead = !fields.due_may_be_past && found.form.is_ahead(self.today());
            return Some((span, found.form, by || (!on && (fields.plain_is_due || ahead))));
        }
        None
    }

    fn one_day(&mut self, field: &'static str, span: Span, days: &[NaiveDate], ahead: bool) {
        let (start, end) = self.place(span);
        match days {
            [] => {
                let text = self.said(span);
                self.take(span, Role::Unknown, Some(field), "");
                self.asks.push(Ask::NoSuchDay { text });
            }
            [day] => {
                self.take(span, Role::Day, Some(field), day.to_string());
                self.set(field, json!(day));
                if !ahead && *day > self.today() {
                    self.asks.push(Ask::Ahead { field, day: day.to_string() });
                }
            }
            several => {
                let choices = several.iter().map(|day| Completion {
                    text: day.to_string(),
                    label: day.to_string(),
                    start,
                    end,
                    what: Role::Day,
                });
                self.asks.push(Ask::Day { field, choices: choices.collect() });
                self.take(span, Role::Day, Some(field), "");
            }
        }
    }

    /// Two days for one field: each choice takes the other out of the line.
    fn ask_which_day(&mut self, field: &'static str, one: Span, other: Span) {
        let choice = |kept: Span, gone: Span| {
            let (start, end) = self.place(gone);
            Completion { text: String::new(), label: self.said(kept), start, end, what: Role::Day }
        };
        let choices = vec![choice(one, other), choice(other, one)];
        self.asks.push(Ask::Day { field, choices });
    }
}
