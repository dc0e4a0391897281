//! Which record of a client some words name.
use std::collections::HashSet;

use kindly_records::Kind;
use uuid::Uuid;

use super::{
    known::{ClientRecords, KnownRecord},
    reading::{Goal, Reading, Span},
    spelling::Spelling,
    understood::{Ask, Completion, Role},
};
use crate::{match_key, near};

/// The records of a kind that a line can name.
pub(super) fn of_kind(records: &ClientRecords, kind: Kind) -> &[KnownRecord] {
    match kind {
        Kind::Engagement => &records.engagements,
        Kind::Deliverable => &records.deliverables,
        Kind::Obligation => &records.obligations,
        Kind::Invoice => &records.invoices,
        Kind::Complaint => &records.complaints,
        Kind::Enquiry => &records.enquiries,
        _ => &[],
    }
}

/// The records that words name, those that fit best; open ones where there are such, and of several with one title
/// the first.
pub(super) fn matching<'r>(records: &'r [KnownRecord], words: &str) -> Vec<&'r KnownRecord> {
    let key = match_key(words);
    if key.is_empty() {
        return Vec::new();
    }
    let typed = Spelling::of(key.as_str());
    let fit = |record: &KnownRecord| {
        if record.key() == key {
            Some(0)
        } else if record.key().starts_with(&key) || (key.len() >= 3 && record.later_word_begins(&key)) {
            Some(1)
        } else if !record.also.is_empty() && record.also == key {
            Some(2)
        } else if key.len() >= 3
            && key.bytes().all(|byte| byte.is_ascii_digit())
            && record.key().ends_with(&key)
        {
            Some(3)
        } else if typed.shares_letters(&record.spelling, 2) && near(&record.title, words) {
            Some(4)
        } else {
            None
        }
    };
    let fits: Vec<(u8, &KnownRecord)> =
        records.iter().filter_map(|record| Some((fit(record)?, record))).collect();
    // A title that is typed whole is meant, though it is done; else what is still open.
    let exact = fits.iter().any(|(fit, _)| *fit == 0);
    let any_open = fits.iter().any(|(fit, record)| record.open && (*fit == 0 || !exact));
    let fits: Vec<(u8, &KnownRecord)> = fits.into_iter().filter(|(fit, _)| *fit == 0 || !exact).collect();
    let fits: Vec<(u8, &KnownRecord)> =
        fits.into_iter().filter(|(_, record)| record.open == any_open).collect();
    let Some(best) = fits.iter().map(|(fit, _)| *fit).min() else { return Vec::new() };
    distinct(fits.into_iter().filter(|(fit, _)| *fit == best).map(|(_, record)| record))
}

/// The first of each title.
pub(super) fn distinct<'r>(records: impl Iterator<Item = &'r KnownRecord>) -> Vec<&'r KnownRecord> {
    let mut seen = HashSet::new();
    records.filter(|record| seen.insert(record.key())).collect()
}

/// How a title is put into a line: in quotation marks, unless it is one word.
pub(super) fn quoted(title: &str) -> String {
    let plain = !title.contains(char::is_whitespace) && !title.contains(['"', '\'']);
    if plain { title.to_owned() } else { format!("\"{}\"", title.replace('"', "'")) }
}

/// The most choices that are offered.
pub(super) const MOST: usize = 8;

impl Reading<'_> {
    /// The records that free words name, and which words.
    pub(super) fn named(&self, kind: Kind) -> Option<(Span, Vec<KnownRecord>)> {
        let of_kind = of_kind(&self.records, kind);
        self.runs().into_iter().find_map(|run| {
            // More than the title may stand there; what is left is asked about.
            let least = run.words.min(2);
            (least..=run.words).rev().find_map(|words| {
                let part = Span { words, ..run };
                let found = matching(of_kind, &self.said(part));
                (!found.is_empty()).then(|| (part, found.into_iter().cloned().collect()))
            })
        })
    }

    /// The open records of a kind, each title once.
    pub(super) fn open(&self, kind: Kind) -> Vec<KnownRecord> {
        let open = of_kind(&self.records, kind).iter().filter(|record| record.open);
        distinct(open).into_iter().take(MOST).cloned().collect()
    }

    /// Changes the record that free words name or, where nothing stands there, the only open one; else asks which.
    pub(super) fn change(&mut self, kind: Kind) {
        let (run, found) = match self.named(kind) {
            Some((run, found)) => (Some(run), found),
            None => (self.runs().first().copied(), Vec::new()),
        };
        match (run, found.is_empty()) {
            (Some(_), false) => self.one_of(kind, run, &found),
            (Some(run), true) => {
                self.ask_which(kind, Some(run), &self.open(kind));
                self.goal = Some(Goal::ChangeSome(kind));
            }
            (None, _) => self.one_of(kind, None, &self.open(kind)),
        }
    }

    /// Changes the one record that is found, or asks which of them.
    pub(super) fn one_of(&mut self, kind: Kind, run: Option<Span>, found: &[KnownRecord]) {
        match (found, run) {
            ([record], _) => {
                match run {
                    Some(run) => self.take(run, Role::Title, None, record.title.clone()),
                    None => self.assume(Role::Title, "id", record.title.clone()),
                }
                self.goal = Some(Goal::Change { kind, id: record.id, title: record.title.clone() });
            }
            (several, run) => {
                self.ask_which(kind, run, several);
                self.goal = Some(Goal::ChangeSome(kind));
            }
        }
    }

    /// Says so where the record that changes has nothing open any more.
    pub(super) fn ask_if_done(&mut self) {
        if let Some(Goal::Change { kind, id, .. }) = self.goal.clone() {
            let done = of_kind(&self.records, kind).iter().any(|record| record.id == id && !record.open);
            if done {
                self.ask_done(kind, id);
            }
        }
    }

    /// Says that a record has nothing open any more.
    pub(super) fn ask_done(&mut self, kind: Kind, id: Uuid) {
        let found = of_kind(&self.records, kind).iter().find(|record| record.id == id);
        if let Some(title) = found.map(|record| record.title.clone()) {
            self.asks.push(Ask::AlreadyDone { record: kind, title });
        }
    }

    /// Asks which record is meant.
    pub(super) fn ask_which(&mut self, kind: Kind, run: Option<Span>, records: &[KnownRecord]) {
        if self.client.is_none() {
            // Whose record it is comes first.
            if let Some(run) = run {
                let said = self.said(run);
                self.take(run, Role::Title, None, said);
            }
            return;
        }
        let (end, gap) = self.at_end();
        let (text, (start, end), gap) = run.map_or_else(
            || (String::new(), (end, end), gap),
            |run| (self.said(run), self.place(run), String::new()),
        );
        let choice = |record: &KnownRecord| Completion {
            text: format!("{gap}{}", quoted(&record.title)),
            label: record.title.clone(),
            start,
            end,
            what: Role::Title,
        };
        let choices = records.iter().take(MOST).map(choice).collect();
        if let Some(run) = run {
            self.take(run, Role::Title, None, "");
        }
        self.asks.push(Ask::Which { record: kind, text, choices });
    }

    /// Where something is added to the line, and what keeps it apart from what stands there.
    pub(super) fn at_end(&self) -> (usize, String) {
        let end = self.places.units(self.text.len());
        // A quotation that is still open is closed first.
        let gap = match self.words.last().and_then(|word| word.unclosed) {
            Some(mark) => format!("{mark} "),
            None if self.text.ends_with(char::is_whitespace) || self.text.is_empty() => String::new(),
            None => " ".to_owned(),
        };
        (end, gap)
    }

    /// Takes the title of another record as a field, behind one of the words before it or standing free. With
    /// `free`, words that are no title are left alone.
    pub(super) fn reference(&mut self, field: &'static str, kind: Kind, before: &[&str], free: bool) {
        let candidates: Vec<(Span, bool)> = self
            .runs()
            .into_iter()
            .flat_map(|run| {
                let led = |first: &usize| {
                    *first > 0
                        && !self.words[first - 1].quoted
                        && before.contains(&self.words[first - 1].key.as_str())
                };
                let end = run.first + run.words;
                let mut spans: Vec<(Span, bool)> = (run.first..end)
                    .filter(led)
                    .map(|first| (Span { first, words: end - first }, true))
                    .collect();
                if free && !self.words[run.first].quoted && !spans.iter().any(|(span, _)| *span == run) {
                    spans.push((run, false));
                }
                spans
            })
            .collect();
        for (span, led) in candidates {
            let found: Vec<KnownRecord> =
                matching_any(of_kind(&self.records, kind), &self.said(span)).into_iter().cloned().collect();
            match found.as_slice() {
                [] => {}
                [record] => {
                    self.take(span, Role::Title, Some(field), record.title.clone());
                    self.take_before(span.first, before);
                    self.set(field, record.id.to_string());
                    return;
                }
                several if led => {
                    self.ask_which(kind, Some(span), several);
                    self.take_before(span.first, before);
                    return;
                }
                _ => {}
            }
        }
    }
}

/// The same as [`matching`], whether open or not.
fn matching_any<'r>(records: &'r [KnownRecord], words: &str) -> Vec<&'r KnownRecord> {
    let found = matching(records, words);
    let key = match_key(words);
    match records.iter().find(|record| record.key() == key) {
        Some(exact) => vec![exact],
        None => found,
    }
}
