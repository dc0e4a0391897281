//! Words that are not the writer's own: titles and names from the letter's facts, and quotations.

use super::ToneContext;
use super::list::List;
use super::text::{Text, words};
use std::collections::HashMap;
use std::ops::Range;

/// A quotation of so many words is somebody's words; a shorter one may be mockery.
const QUOTED_WORDS: usize = 3;

/// The places, in bytes, in which nothing is found; apart and in order.
pub(super) struct Excused(Vec<Range<usize>>);

impl Excused {
    /// Whether all of `from..to` is excused.
    pub(super) fn covers(&self, from: usize, to: usize) -> bool {
        let next = self.0.partition_point(|place| place.end <= from);
        self.0.get(next).is_some_and(|place| place.start <= from && to <= place.end)
    }
}

pub(super) fn excused(read: &Text<'_>, list: &List, context: &ToneContext<'_>) -> Excused {
    let quoted = read
        .quotations
        .iter()
        .filter(|quotation| quotation.words.len() >= QUOTED_WORDS)
        .map(|quotation| quotation.inside.clone());
    let mut places: Vec<Range<usize>> =
        allowed(read, list, context.allowed).into_iter().chain(quoted).collect();
    places.sort_by_key(|place| place.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    Excused(apart)
}

/// Where the allowed texts stand, with the quotation marks around them.
fn allowed(read: &Text<'_>, list: &List, allowed: &[String]) -> Vec<Range<usize>> {
    let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for text in allowed {
        let folded: Vec<String> = words(text, list.elides).into_iter().map(|word| word.folded).collect();
        if let Some(first) = folded.first() {
            by_first.entry(first.clone()).or_default().push(folded);
        }
    }
    let mut places = Vec::new();
    for (start, word) in read.words.iter().enumerate() {
        for folded in by_first.get(&word.folded).into_iter().flatten() {
            let stands = read.words[start..].iter().map(|word| &word.folded).take(folded.len()).eq(folded);
            if stands {
                places.push(word.from..read.words[start + folded.len() - 1].to);
            }
        }
    }
    let quoted = read.quotations.iter().filter(|quotation| {
        let inside = quotation.words.clone();
        let first = read.words.get(inside.start).filter(|_| !inside.is_empty());
        first
            .and_then(|first| by_first.get(&first.folded))
            .into_iter()
            .flatten()
            .any(|folded| read.words[inside.clone()].iter().map(|word| &word.folded).eq(folded))
    });
    let quoted: Vec<_> = quoted.map(|quotation| quotation.from..quotation.to).collect();
    places.extend(quoted);
    places
}
