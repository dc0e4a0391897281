//! What a line leaves open, with the choices that would close it.
use kindly_records::{Kind, RatingScale, fields, fields::Shape};

use super::{
    reading::{Goal, Reading, Span},
    titles::MOST,
    understood::{Ask, Completion, Role},
    words::{DECISIONS, DUE_OFFERED, ENDED_BY, OFFERED, PASSED},
};
use crate::match_key;

impl Reading<'_> {
    /// Asks what is to be recorded, unless nothing stands there at all.
    pub(super) fn ask_what(&mut self) {
        if !self.words.is_empty() {
            let choices = self.added(OFFERED.iter().copied(), Role::Kind);
            self.asks.push(Ask::What { choices });
        }
    }

    /// Asks which of several clients is meant.
    pub(super) fn ask_which_client(&mut self, span: Span, clients: &[usize]) {
        let (start, end) = self.place(span);
        let all = &self.known.clients.clients;
        let keys: Vec<String> = clients.iter().map(|at| match_key(&all[*at].name)).collect();
        if keys.iter().all(|key| *key == keys[0]) {
            let name = all[clients[0]].name.clone();
            self.asks.push(Ask::SameName { name });
            return;
        }
        let choice = |at: &usize| {
            let name = &all[*at].name;
            Completion { text: name.clone(), label: name.clone(), start, end, what: Role::Client }
        };
        let choices = clients.iter().take(MOST).map(choice).collect();
        self.asks.push(Ask::Client { text: self.said(span), choices });
    }

    /// Asks for each field that the record needs and the line does not say.
    pub(super) fn ask_for_missing(&mut self) {
        let Some(Goal::Add(kind)) = self.goal else { return };
        for field in fields::of(kind).iter().filter(|field| field.needed && field.shape != Shape::Client) {
            let asked = self.asks.iter().any(|ask| match ask {
                Ask::Missing { field: about, .. } | Ask::Day { field: about, .. } => *about == field.key,
                Ask::NoSuchDay { .. } => field.shape == Shape::Day,
                _ => false,
            });
            if !asked && !self.has(field.key) {
                let choices = self.choices(kind, field.key);
                self.asks.push(Ask::Missing { record: kind, field: field.key, choices });
            }
        }
    }

    fn choices(&self, kind: Kind, field: &str) -> Vec<Completion> {
        match (kind, field) {
            (_, "due_on") => self.added(DUE_OFFERED.iter().copied(), Role::Day),
            (Kind::Decision, "what") => self.added(one_each(DECISIONS), Role::Value),
            (Kind::Ending, "ended_by") => self.added(one_each(ENDED_BY), Role::Value),
            (Kind::CheckIn, "value") => {
                let scale = self.values.get("scale").and_then(serde_json::Value::as_str);
                let scale = match scale {
                    Some("nps") => RatingScale::Nps,
                    Some("ces") => RatingScale::Ces,
                    _ => RatingScale::Csat,
                };
                let (low, high) = scale.range();
                let values: Vec<String> = (low..=high).map(|value| value.to_string()).collect();
                self.added(values.iter().map(String::as_str), Role::Value)
            }
            _ => Vec::new(),
        }
    }

    /// Texts that may be added at the end of the line.
    fn added<'t>(&self, texts: impl Iterator<Item = &'t str>, what: Role) -> Vec<Completion> {
        let (end, gap) = self.at_end();
        texts
            .map(|text| Completion {
                text: format!("{gap}{text}"),
                label: text.to_owned(),
                start: end,
                end,
                what,
            })
            .collect()
    }

    /// Passes over words that only join others, and asks about what is left.
    pub(super) fn pass_over_the_rest(&mut self) {
        let passed = |reading: &Self, at: usize| {
            !reading.words[at].quoted && PASSED.contains(&reading.words[at].key.as_str())
        };
        let mut left: Vec<Span> = Vec::new();
        for at in self.free() {
            match left.last_mut() {
                Some(run) if run.first + run.words == at && !passed(self, at) => run.words += 1,
                _ if passed(self, at) => self.take(Span::one(at), Role::Joining, None, ""),
                _ => left.push(Span::one(at)),
            }
        }
        for run in left {
            let (start, end) = self.place(run);
            let text = self.said(run);
            self.take(run, Role::Unknown, None, "");
            // Without a verb or a client, that is what is asked for.
            if self.goal.is_some() {
                self.asks.push(Ask::NotUnderstood { text, start, end });
            }
        }
    }
}

/// The first phrase for each value of a table.
fn one_each(table: super::words::Words) -> impl Iterator<Item = &'static str> {
    let first = |at: &usize| !table[..*at].iter().any(|(_, value)| *value == table[*at].1);
    (0..table.len()).filter(first).map(|at| table[at].0)
}
