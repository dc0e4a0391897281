//! Patterns that begin with a word of some shape, `guarante*`, by the letters that every such word has.

use super::pattern::WordTest;
use super::text::Word;
use std::collections::HashMap;

/// The tests of a list and the patterns that begin with them.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// By the first letters.
    begins: HashMap<String, Vec<(WordTest, usize)>>,
    /// By the last letters.
    ends: HashMap<String, Vec<(WordTest, usize)>>,
    /// Those for which every word has to be tried.
    others: Vec<(WordTest, usize)>,
}

/// A star stands for the rest of a word of which at least so many letters are given.
const LETTERS: usize = 3;

impl Shapes {
    pub(super) fn add(&mut self, test: WordTest, pattern: usize) {
        let place = match &test {
            WordTest::Begins(begins) => head(begins).map(|head| self.begins.entry(head.to_owned())),
            WordTest::Ends(ends) => tail(ends).map(|tail| self.ends.entry(tail.to_owned())),
            _ => None,
        };
        match place {
            Some(place) => place.or_default().push((test, pattern)),
            None => self.others.push((test, pattern)),
        }
    }

    /// The patterns that may begin with the word.
    pub(super) fn of<'a>(&'a self, word: &'a Word<'_>) -> impl Iterator<Item = usize> {
        let begins = head(&word.folded).and_then(|head| self.begins.get(head));
        let ends = tail(&word.folded).and_then(|tail| self.ends.get(tail));
        let near = begins.into_iter().chain(ends).flatten();
        near.chain(&self.others).filter(|(test, _)| test.holds(word)).map(|(_, pattern)| *pattern)
    }
}

fn head(word: &str) -> Option<&str> {
    let (last, letter) = word.char_indices().nth(LETTERS - 1)?;
    Some(&word[..last + letter.len_utf8()])
}

fn tail(word: &str) -> Option<&str> {
    let (first, _) = word.char_indices().rev().nth(LETTERS - 1)?;
    Some(&word[first..])
}
