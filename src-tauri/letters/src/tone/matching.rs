//! The list's patterns over a sentence: what they find, what excuses it, and which of two findings is told.

use super::list::{Entry, Group, List, Role};
use super::program::{Match, Numbered};
use super::sentences::Sentence;
use super::text::Text;
use super::{Found, ToneKind};
use crate::kinds::Kind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Everything that the patterns of a list match in a sentence.
pub(super) struct Scan {
    /// Entries and the words they mark.
    found: Vec<(usize, Range<usize>)>,
    /// Where the patterns of a group stand: runs of words, apart and in order.
    groups: HashMap<Group, Vec<Range<usize>>>,
}

/// The words of a text with their numbers in the list.
pub(super) fn numbered<'a>(read: &'a Text<'a>, list: &List) -> Vec<Numbered<'a>> {
    read.words.iter().map(|word| Numbered { word, number: list.vocabulary.number(&word.folded) }).collect()
}

impl List {
    /// All matches that begin with the word `from`, of patterns whose role is asked for.
    fn matches_at<'a>(
        &'a self,
        words: &'a [Numbered<'a>],
        sentence: &'a Sentence,
        from: usize,
        asked: impl Fn(Role) -> bool + 'a,
    ) -> impl Iterator<Item = (Role, Match)> {
        let first = &words[from];
        let named = first.number.and_then(|number| self.by_word.get(&number)).into_iter().flatten().copied();
        let shaped = self.by_shape.of(first.word);
        named.chain(shaped).filter_map(move |number| {
            let (program, role) = &self.patterns[number];
            if asked(*role) { Some((*role, program.run(words, sentence, from)?)) } else { None }
        })
    }

    pub(super) fn scan(&self, words: &[Numbered<'_>], sentence: &Sentence) -> Scan {
        let mut scan = Scan { found: Vec::new(), groups: HashMap::new() };
        for from in sentence.words.clone() {
            for (role, matched) in
                self.matches_at(words, sentence, from, |role| role != Role::In(Group::JUDGING))
            {
                match role {
                    Role::Finds(entry) => scan.found.push((entry, matched.marked)),
                    Role::In(group) => join(scan.groups.entry(group).or_default(), from..matched.end),
                }
            }
        }
        scan
    }

    /// Whether a pattern of the group matches exactly these words.
    pub(super) fn is_one_of(
        &self,
        group: Group,
        words: &[Numbered<'_>],
        sentence: &Sentence,
        all: &Range<usize>,
    ) -> bool {
        self.matches_at(words, sentence, all.start, |role| role == Role::In(group))
            .any(|(_, matched)| matched.end == all.end)
    }

    /// What is found in a letter of that kind, and not excused.
    pub(super) fn findings(&self, read: &Text<'_>, scan: &Scan, kind: Option<Kind>, found: &mut Vec<Found>) {
        for (number, words) in &scan.found {
            let entry = &self.entries[*number];
            if entry.counts_in(kind) && !self.is_excused(scan, entry, words) {
                let (from, to) = (read.words[words.start].from, read.words[words.end - 1].to);
                let rewording =
                    entry.rewording.as_deref().map(|other| as_begun(&read.whole[from..to], other));
                found.push(Found { kind: entry.kind, from, to, rewording });
            }
        }
    }

    fn is_excused(&self, scan: &Scan, entry: &Entry, words: &Range<usize>) -> bool {
        entry.only_with.is_some_and(|group| !scan.has(group))
            || entry.unless_sentence.is_some_and(|group| scan.has(group))
            || self.excuses(entry).any(|group| scan.overlaps(group, words))
    }
}

impl Scan {
    /// Whether the group stands anywhere in the sentence.
    pub(super) fn has(&self, group: Group) -> bool {
        self.groups.contains_key(&group)
    }

    fn overlaps(&self, group: Group, words: &Range<usize>) -> bool {
        let Some(runs) = self.groups.get(&group) else { return false };
        let next = runs.partition_point(|run| run.end <= words.start);
        runs.get(next).is_some_and(|run| run.start < words.end)
    }
}

/// Adds a run that begins no earlier than the last one; runs that overlap become one.
fn join(runs: &mut Vec<Range<usize>>, run: Range<usize>) {
    match runs.last_mut() {
        Some(last) if run.start < last.end => last.end = last.end.max(run.end),
        _ => runs.push(run),
    }
}

/// The findings without those that a stronger one overlaps, in the order of the text. Another client's name goes before
/// all, and capitals behind all; then the longer finding, then the graver.
pub(super) fn strongest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| {
        let rank = match one.kind {
            ToneKind::OtherClient => 0,
            ToneKind::Capitals => 2,
            _ => 1,
        };
        (rank, Reverse(one.to - one.from), one.kind, one.from)
    });
    let mut told: BTreeMap<usize, Found> = BTreeMap::new();
    for one in found {
        let before = told.range(..one.to).next_back();
        if before.is_none_or(|(_, before)| before.to <= one.from) {
            told.insert(one.from, one);
        }
    }
    told.into_values().collect()
}

/// The rewording with a capital where the words in the text begin with one.
fn as_begun(words: &str, rewording: &str) -> String {
    let mut letters = rewording.chars();
    match (words.chars().next(), letters.next()) {
        (Some(old), Some(new)) if old.is_uppercase() => new.to_uppercase().chain(letters).collect(),
        _ => rewording.to_owned(),
    }
}
