//! What is known when a line is read: the clients by name, and the records of the one that is meant.
use std::sync::Arc;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_records::{ClientId, Money};
use uuid::Uuid;

use super::spelling::Spelling;
use crate::match_key;

/// All that a line is read with.
pub struct Known<'a> {
    /// The clients.
    pub clients: &'a ClientNames,
    /// The records of a client; asked for once the line names one.
    pub records: &'a dyn Fn(ClientId) -> Arc<ClientRecords>,
    /// Today.
    pub today: NaiveDate,
    /// The currency of new clients.
    pub currency: Currency,
    /// What complaints were about so far, to be offered again.
    pub themes: &'a [String],
}

/// A client as a line can name it.
#[derive(Clone, Debug)]
pub struct KnownClient {
    /// The id.
    pub id: ClientId,
    /// The name.
    pub name: String,
    /// Whether the relationship goes on; of several that fit, such a client is meant.
    pub active: bool,
    /// The currency of amounts that have none.
    pub currency: Currency,
}

/// The records of one client that a line can name. Each list has the oldest first: of several with one title, the
/// first that is open is meant.
#[derive(Clone, Debug, Default)]
pub struct ClientRecords {
    /// Agreements; open while they have not ended.
    pub engagements: Vec<KnownRecord>,
    /// What we owe; open until it is handed over.
    pub deliverables: Vec<KnownRecord>,
    /// What they owe; open until it came.
    pub obligations: Vec<KnownRecord>,
    /// Invoices by number; open until they are paid.
    pub invoices: Vec<KnownRecord>,
    /// Complaints by theme; open until they are resolved.
    pub complaints: Vec<KnownRecord>,
    /// Enquiries by subject; open until they are answered.
    pub enquiries: Vec<KnownRecord>,
}

/// A record as a line can name it.
#[derive(Clone, Debug)]
pub struct KnownRecord {
    /// The id.
    pub id: Uuid,
    /// Title, number, theme or subject.
    pub title: String,
    /// Whether something about it is still to come.
    pub open: bool,
    /// A word that names it too: of an obligation its kind.
    pub also: String,
    /// Of an invoice: what is still to be paid.
    pub amount: Option<Money>,
    /// Of a deliverable: the day agreed.
    pub due: Option<NaiveDate>,
    pub(super) spelling: Spelling,
    /// Where its later words begin in the key.
    later_words: Vec<usize>,
}

impl KnownRecord {
    /// A record by its title; nothing else names it.
    #[must_use]
    pub fn new(id: impl Into<Uuid>, title: impl Into<String>, open: bool) -> Self {
        let title = title.into();
        let words: Vec<String> = title.split_whitespace().map(match_key).collect();
        let ends = words.iter().scan(0, |end, word| {
            *end += word.len();
            Some(*end)
        });
        let later_words = ends.take(words.len().saturating_sub(1)).collect();
        let spelling = Spelling::of(words.concat());
        Self {
            id: id.into(),
            title,
            open,
            also: String::new(),
            amount: None,
            due: None,
            spelling,
            later_words,
        }
    }

    /// What it is compared by.
    pub(super) fn key(&self) -> &str {
        &self.spelling.key
    }

    /// Whether a later word of the title, with those behind it, begins with the key.
    pub(super) fn later_word_begins(&self, key: &str) -> bool {
        self.later_words.iter().any(|at| self.key()[*at..].starts_with(key))
    }

    /// The same with another word that names it.
    #[must_use]
    pub fn also(self, word: &str) -> Self {
        Self { also: match_key(word), ..self }
    }

    /// The same with what is still to be paid.
    #[must_use]
    pub fn amount(self, open: Money) -> Self {
        Self { amount: Some(open), ..self }
    }

    /// The same with the day agreed.
    #[must_use]
    pub fn due(self, on: NaiveDate) -> Self {
        Self { due: Some(on), ..self }
    }
}

/// The names of all clients, made ready to be found by their beginning while somebody types.
#[derive(Debug, Default)]
pub struct ClientNames {
    pub(super) clients: Vec<KnownClient>,
    /// The words of each name, folded.
    words: Vec<Vec<Spelling>>,
    /// The whole names, folded.
    wholes: Vec<Spelling>,
    /// Each name from each of its words on, sorted.
    starts: Vec<Start>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    key: String,
    client: usize,
    word: usize,
}

/// A client whose name goes with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The place in [`ClientNames::clients`].
    pub client: usize,
    /// How well it goes with it.
    pub fit: Fit,
    /// The word of the name behind the last one that was typed.
    pub next_word: usize,
}

/// How well a name goes with what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the name.
    Whole,
    /// The first words of the name.
    FirstWords,
    /// Later words of the name.
    LaterWords,
    /// The beginning of the name.
    Beginning,
    /// The beginning of a later word.
    LaterBeginning,
    /// A word of the name but for a slip of the finger.
    Slip,
}

impl ClientNames {
    /// Makes the names ready. It takes some milliseconds for thousands of clients: keep it until a client changes.
    #[must_use]
    pub fn new(clients: impl IntoIterator<Item = KnownClient>) -> Self {
        let clients: Vec<KnownClient> = clients.into_iter().collect();
        let folded = |client: &KnownClient| -> Vec<Spelling> {
            let words = client.name.split_whitespace().map(match_key);
            words.filter(|word| !word.is_empty()).map(Spelling::of).collect()
        };
        let words: Vec<Vec<Spelling>> = clients.iter().map(folded).collect();
        let mut starts: Vec<Start> = words
            .iter()
            .enumerate()
            .flat_map(|(client, words)| {
                (0..words.len()).map(move |word| Start { key: joined(&words[word..]), client, word })
            })
            .collect();
        starts.sort_unstable();
        let wholes = words.iter().map(|words| Spelling::of(joined(words))).collect();
        Self { clients, words, wholes, starts }
    }

    /// The client with a name, folded.
    pub(super) fn called(&self, key: &str) -> Option<&KnownClient> {
        let place = self.wholes.iter().position(|whole| whole.key == key)?;
        Some(&self.clients[place])
    }

    /// The clients one of whose words begins, with what follows, as the key does; each once, at its best.
    pub(super) fn beginning(&self, key: &str) -> Vec<Hit> {
        if key.is_empty() {
            return Vec::new();
        }
        let first = self.starts.partition_point(|start| start.key.as_str() < key);
        let mut hits: Vec<Hit> = self.starts[first..]
            .iter()
            .take_while(|start| start.key.starts_with(key))
            .map(|start| self.hit(start, key))
            .collect();
        hits.sort_unstable_by_key(|hit| (hit.client, hit.fit));
        hits.dedup_by_key(|hit| hit.client);
        hits
    }

    fn hit(&self, start: &Start, key: &str) -> Hit {
        let words = &self.words[start.client];
        let (mut length, mut next_word) = (0, start.word);
        while length < key.len() {
            length += words[next_word].key.len();
            next_word += 1;
        }
        let whole_words = length == key.len();
        let fit = match (start.word, whole_words) {
            (0, true) if next_word == words.len() => Fit::Whole,
            (0, true) => Fit::FirstWords,
            (_, true) => Fit::LaterWords,
            (0, false) => Fit::Beginning,
            (_, false) => Fit::LaterBeginning,
        };
        Hit { client: start.client, fit, next_word }
    }

    /// The clients with a word, or a whole name, that differs from the key by a slip of the finger.
    pub(super) fn slips(&self, key: &str) -> Vec<Hit> {
        let typed = Spelling::of(key);
        if typed.key.contains(|c: char| c.is_ascii_digit()) {
            return Vec::new();
        }
        let mut hits: Vec<(usize, Hit)> = Vec::new();
        for (client, words) in self.words.iter().enumerate() {
            let alone = words.iter().enumerate().filter_map(|(at, word)| Some((typed.slips(word)?, at + 1)));
            let whole = || Some((typed.slips(&self.wholes[client])?, words.len()));
            if let Some((slips, next_word)) = alone.min().or_else(whole) {
                hits.push((slips, Hit { client, fit: Fit::Slip, next_word }));
            }
        }
        let fewest = hits.iter().map(|(slips, _)| *slips).min();
        hits.into_iter().filter(|(slips, _)| Some(*slips) == fewest).map(|(_, hit)| hit).collect()
    }

    /// Whether a key is, but for a slip, the word of a name at a place.
    pub(super) fn goes_on(&self, client: usize, word: usize, key: &str) -> bool {
        let word = self.words[client].get(word);
        word.is_some_and(|word| {
            word.key == key
                || (key.len() >= 2 && word.key.starts_with(key))
                || Spelling::of(key).slips(word).is_some()
        })
    }
}

fn joined(words: &[Spelling]) -> String {
    words.iter().map(|word| word.key.as_str()).collect()
}
