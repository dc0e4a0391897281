//! Which word says what the line does.
use kindly_records::fields::Shape;

use super::{
    days::stands,
    lexemes::Lexeme,
    numbers,
    reading::{Reading, Span},
    spelling::Spelling,
    understood::Role,
    words::{VERBS, Verb},
};

/// The verb that the words begin with, by the longest phrase of the table, and how many words it takes.
pub(super) fn verb_at(words: &[Lexeme<'_>]) -> Option<(Verb, usize)> {
    let found = VERBS.iter().filter_map(|(phrase, verb)| Some((*verb, stands(words, phrase)?)));
    found.max_by_key(|(_, count)| *count)
}

/// The verb that a word is but for a slip of the finger.
pub(super) fn slip_at(word: &Lexeme<'_>) -> Option<Verb> {
    let typed = Spelling::of(word.key.as_str());
    if word.quoted || word.key.len() < 5 {
        return None;
    }
    let long = VERBS.iter().filter(|(phrase, _)| phrase.len() >= 5);
    long.filter_map(|(phrase, verb)| Some((typed.slips(&Spelling::of(*phrase))?, *verb)))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, verb)| verb)
}

/// A word that says what the line does, or a value that can only be of one kind.
#[derive(Clone, Copy, Debug)]
struct Signal {
    verb: Verb,
    span: Span,
    /// Whether the kind follows from a value: a rating, or a stretch of time.
    implied: bool,
}

/// Finds what the line does and takes the words that say so. The first of them counts: what stands behind it is its own,
/// but for the few that go together, such as "invoice 31 paid".
pub(super) fn take_verb(reading: &mut Reading<'_>) -> Option<Verb> {
    let signals = signals(reading);
    let first = *signals.first()?;
    let later = |fits: fn(Verb) -> bool| signals[1..].iter().copied().find(|signal| fits(signal.verb));
    let (chosen, beside) = match first.verb {
        Verb::Extra => (later(|verb| verb == Verb::Delivered), None),
        Verb::Invoice => (later(|verb| verb == Verb::Paid), Some(first)),
        Verb::Complaint | Verb::Enquiry => {
            (later(|verb| matches!(verb, Verb::Answered | Verb::Resolved)), None)
        }
        Verb::Time if first.implied => {
            (later(|verb| matches!(verb, Verb::Attention | Verb::Free | Verb::Time | Verb::Unbilled)), None)
        }
        Verb::CheckIn(None) if first.implied => {
            (later(|verb| matches!(verb, Verb::CheckIn(_) | Verb::Impression)), None)
        }
        _ => (None, None),
    };
    let (chosen, beside) = match chosen {
        Some(chosen) => (chosen, beside),
        None => (first, None),
    };
    for signal in [Some(chosen), beside].into_iter().flatten() {
        // "unbilled" is a value of its field as well, and is read as one.
        if !signal.implied && signal.verb != Verb::Unbilled {
            let told = reading.said(signal.span);
            reading.take(signal.span, Role::Kind, None, told);
        }
    }
    Some(chosen.verb)
}

fn signals(reading: &Reading<'_>) -> Vec<Signal> {
    let mut found = Vec::new();
    let mut next = 0;
    for at in reading.free() {
        if at < next {
            continue;
        }
        let free = reading.free_from(at);
        // A new client begins a line; further on the words belong to what is said.
        let begins = |verb| at == 0 || !matches!(verb, Verb::NewClient | Verb::NewProspect);
        let (verb, words, implied) = match verb_at(free).filter(|(verb, _)| begins(*verb)) {
            Some((verb, words)) => (verb, words, false),
            None if numbers::rating(&free[0]).is_some() && !reading.follows_day_word(at) => {
                (Verb::CheckIn(None), 1, true)
            }
            None => match numbers::duration(free, Shape::Seconds) {
                Some((_, words)) => (Verb::Time, words, true),
                None => continue,
            },
        };
        found.push(Signal { verb, span: Span { first: at, words }, implied });
        next = at + words;
    }
    if found.is_empty() {
        let slip = reading.free().into_iter().find_map(|at| Some((at, slip_at(&reading.words[at])?)));
        found.extend(slip.map(|(at, verb)| Signal { verb, span: Span::one(at), implied: false }));
    }
    found
}
