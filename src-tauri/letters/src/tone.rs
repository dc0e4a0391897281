//! The tone check: words that a letter which ends or limits something had better not say.
//!
//! [`tone`] reads a paragraph sentence by sentence, as it is typed. What to look for is data, one list a language
//! (`tone/<language>.json`); quotation marks, exclamation marks, capitals and the names of other clients are looked at
//! here. A finding never blocks: it names the words, so that whoever writes can think again.

mod excused;
#[cfg(test)]
mod fires;
mod guarded;
mod list;
mod marks;
mod matching;
mod pattern;
mod program;
mod quotes;
mod reading;
mod sentences;
mod shapes;
#[cfg(test)]
mod small;
mod syllables;
mod text;

pub use guarded::Guarded;
pub use reading::{Reading, reading};

use crate::kinds::Kind;
use crate::spec::Language;
use list::list;
use serde::{Deserialize, Serialize};
use text::Text;

/// What is wrong with the words. The order is that of weight: of two findings of the same length over the same words,
/// the one that comes first here is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToneKind {
    /// A name, an e-mail address or a street of another client.
    OtherClient,
    /// "or else", "legal action".
    Threat,
    /// "you never", "your fault".
    Blame,
    /// What the other is said to want or to be: "you are trying to", "unreasonable".
    Motive,
    /// An opinion on the other's case: "you would win".
    Merits,
    /// "guarantee", "the best", "will certainly".
    Promise,
    /// A hedge that opens again what the letter closes: "we might reconsider".
    Reopens,
    /// “loyalty” in quotation marks, "thanks for nothing".
    Sarcasm,
    /// "I am so terribly sorry".
    OverApology,
    /// "always", "never", "everyone".
    Absolute,
    /// "!!", or one where nothing is wished or thanked for.
    Exclamation,
    /// WORDS LIKE THESE.
    Capitals,
}

impl ToneKind {
    /// Every kind of finding.
    pub const ALL: [Self; 12] = [
        Self::OtherClient,
        Self::Threat,
        Self::Blame,
        Self::Motive,
        Self::Merits,
        Self::Promise,
        Self::Reopens,
        Self::Sarcasm,
        Self::OverApology,
        Self::Absolute,
        Self::Exclamation,
        Self::Capitals,
    ];

    /// The name in data, for example `over_apology`.
    pub fn name(self) -> &'static str {
        match self {
            Self::OtherClient => "other_client",
            Self::Threat => "threat",
            Self::Blame => "blame",
            Self::Motive => "motive",
            Self::Merits => "merits",
            Self::Promise => "promise",
            Self::Reopens => "reopens",
            Self::Sarcasm => "sarcasm",
            Self::OverApology => "over_apology",
            Self::Absolute => "absolute",
            Self::Exclamation => "exclamation",
            Self::Capitals => "capitals",
        }
    }
}

/// Words that had better be others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToneFinding {
    /// What is wrong with them.
    pub kind: ToneKind,
    /// Where they begin in the text, in UTF-16 code units.
    pub from: usize,
    /// Where they end in the text, in UTF-16 code units; the first unit after them.
    pub to: usize,
    /// The words as they stand in the text.
    pub words: String,
    /// What may stand in their place, where something is safe in any sentence.
    pub rewording: Option<String>,
}

/// What the check must know about the letter that the text belongs to.
#[derive(Debug, Clone, Copy)]
pub struct ToneContext<'a> {
    /// The letter's language.
    pub language: Language,
    /// The letter's kind, where it has one: some words are out of place only in some kinds.
    pub kind: Option<Kind>,
    /// What the letter names because its facts do: titles of work, clauses, the names of its sender, its recipient and
    /// of those it refers to. Inside these nothing is found.
    pub allowed: &'a [String],
    /// The label, as in [`Guarded::new`], of the client that the letter is for.
    pub client: Option<&'a str>,
    /// The names of the other clients.
    pub guarded: &'a Guarded,
}

/// What a text says that a letter had better not, from its first word to its last. No two findings share a word.
pub fn tone(context: &ToneContext<'_>, text: &str) -> Vec<ToneFinding> {
    let list = list(context.language);
    let read = Text::new(text, list);
    let words = matching::numbered(&read, list);
    let scans: Vec<_> = read.sentences.iter().map(|sentence| list.scan(&words, sentence)).collect();
    let mut found = Vec::new();
    for scan in &scans {
        list.findings(&read, scan, context.kind, &mut found);
    }
    marks::scare_quotes(&read, &words, list, &mut found);
    marks::exclamations(&read, &scans, &mut found);
    marks::capitals(&read, list, context, &mut found);
    let excused = excused::excused(&read, list, context);
    found.retain(|one| !excused.covers(one.from, one.to));
    found.extend(guarded::others_named(&read, list, context));
    told(text, matching::strongest(found))
}

/// Words found, by their place in bytes.
#[derive(Debug)]
struct Found {
    kind: ToneKind,
    from: usize,
    to: usize,
    rewording: Option<String>,
}

/// The findings as the window counts: it measures text in UTF-16 code units.
fn told(text: &str, found: Vec<Found>) -> Vec<ToneFinding> {
    let (mut at, mut units) = (0, 0);
    let mut advance = |to: usize| {
        units += text[at..to].encode_utf16().count();
        at = to;
        units
    };
    found
        .into_iter()
        .map(|one| {
            let words = text[one.from..one.to].to_owned();
            ToneFinding {
                kind: one.kind,
                from: advance(one.from),
                to: advance(one.to),
                words,
                rewording: one.rewording,
            }
        })
        .collect()
}
