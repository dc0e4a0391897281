//! The small language in which the lists say what to look for: `you [have] failed to`, `(your|his) ..2 fault`.
//!
//! `(a|b)` is one of these, `[a]` may be missing, `@name` is any entry of the list of that name, `..3` is a gap of up to
//! three words and `..3,` one over commas too; `_` is any word, `#` a number, `guarante*` a word that begins so, `=Sie` a
//! word written exactly so; `,` is a comma, `^` and `$` are the ends of the sentence, and what stands in `{…}` is marked.

use super::text::words;
use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;
use thiserror::Error;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Word(WordTest),
    AnyWord,
    Gap { most: usize, over_commas: bool },
    Comma,
    First,
    Last,
    Marked(Vec<Piece>),
    OneOf(Vec<Vec<Piece>>),
}

/// What a word must be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum WordTest {
    /// This word, folded.
    Same(String),
    /// This word, in this case.
    Written(String),
    Begins(String),
    Ends(String),
    Holds(String),
    Number,
}

/// Why a list cannot be read. The lists ship with the crate, so that this is only met by whoever writes one.
#[derive(Debug, Error, PartialEq, Eq)]
pub(super) enum PatternError {
    #[error("“{0}” has a bracket that is not closed, or closes one that is not open")]
    Brackets(String),
    #[error("“{0}” names the list “{1}”, which does not exist or names itself")]
    NoList(String, String),
    #[error(
        "“{0}” holds “{1}”, which is no word: a gap is “..3”, a star stands at an end of three letters or more"
    )]
    NoWord(String, String),
    #[error("“{0}” begins with a gap or with any word, or matches nothing at all")]
    Beginning(String),
}

/// Reads patterns, with the lists that they may name.
pub(super) struct Patterns<'a> {
    pub(super) lists: &'a BTreeMap<String, Vec<String>>,
    pub(super) elides: bool,
}

/// Lists name lists at most this deep: deeper, one names itself.
const DEEPEST_LIST: usize = 8;

impl Patterns<'_> {
    pub(super) fn read(&self, pattern: &str) -> Result<Vec<Piece>, PatternError> {
        self.read_at(pattern, 0)
    }

    fn read_at(&self, pattern: &str, depth: usize) -> Result<Vec<Piece>, PatternError> {
        let mut letters = pattern.chars().peekable();
        let mut choices = self.choices(pattern, &mut letters, depth)?;
        match (letters.next(), choices.len()) {
            (None, 1) => Ok(choices.remove(0)),
            (None, _) => Ok(vec![Piece::OneOf(choices)]),
            _ => Err(PatternError::Brackets(pattern.to_owned())),
        }
    }

    /// Runs of pieces with `|` between them, up to a closing bracket or the end.
    fn choices(
        &self,
        pattern: &str,
        letters: &mut Peekable<Chars<'_>>,
        depth: usize,
    ) -> Result<Vec<Vec<Piece>>, PatternError> {
        let mut choices = vec![Vec::new()];
        while let Some(letter) = letters.peek().copied() {
            let run = choices.last_mut().expect("there is always one");
            match letter {
                ')' | ']' | '}' => break,
                '|' => choices.push(Vec::new()),
                '(' | '[' | '{' => {
                    letters.next();
                    let mut inner = self.choices(pattern, letters, depth)?;
                    let close = match letter {
                        '(' => ')',
                        '[' => ']',
                        _ => '}',
                    };
                    if letters.peek() != Some(&close) {
                        return Err(PatternError::Brackets(pattern.to_owned()));
                    }
                    if letter == '[' {
                        inner.push(Vec::new());
                    }
                    let inner = Piece::OneOf(inner);
                    run.push(if letter == '{' { Piece::Marked(vec![inner]) } else { inner });
                }
                ',' => run.push(Piece::Comma),
                '^' => run.push(Piece::First),
                '$' => run.push(Piece::Last),
                letter if letter.is_whitespace() => {}
                _ => {
                    let mut item = String::new();
                    while let Some(letter) = letters.next_if(|letter| !ends_item(*letter)) {
                        item.push(letter);
                    }
                    if item.starts_with("..") && letters.next_if_eq(&',').is_some() {
                        item.push(',');
                    }
                    self.item(pattern, &item, depth, run)?;
                    continue;
                }
            }
            letters.next();
        }
        Ok(choices)
    }

    fn item(
        &self,
        pattern: &str,
        item: &str,
        depth: usize,
        run: &mut Vec<Piece>,
    ) -> Result<(), PatternError> {
        let no_word = || PatternError::NoWord(pattern.to_owned(), item.to_owned());
        if item == "_" {
            run.push(Piece::AnyWord);
        } else if item == "#" {
            run.push(Piece::Word(WordTest::Number));
        } else if let Some(gap) = item.strip_prefix("..") {
            let most = gap.trim_end_matches(',').parse().ok().filter(|most| (1..=8).contains(most));
            run.push(Piece::Gap { most: most.ok_or_else(no_word)?, over_commas: gap.ends_with(',') });
        } else if let Some(name) = item.strip_prefix('@') {
            let no_list = || PatternError::NoList(pattern.to_owned(), name.to_owned());
            let list = self.lists.get(name).filter(|_| depth < DEEPEST_LIST).ok_or_else(no_list)?;
            let entries: Result<_, _> = list.iter().map(|entry| self.read_at(entry, depth + 1)).collect();
            run.push(Piece::OneOf(entries?));
        } else if let Some(written) = item.strip_prefix('=') {
            run.push(Piece::Word(WordTest::Written(written.to_owned())));
        } else {
            run.extend(self.literal(item).ok_or_else(no_word)?.into_iter().map(Piece::Word));
        }
        Ok(())
    }

    /// The words of an item; a star at its end stands for the rest of a word.
    fn literal(&self, item: &str) -> Option<Vec<WordTest>> {
        let bare = item.trim_matches('*');
        let mut tests: Vec<WordTest> =
            words(bare, self.elides).into_iter().map(|word| WordTest::Same(word.folded)).collect();
        if tests.is_empty() || bare.contains(['*', '?', '!', '+', ';', ':', '<', '>', '\\']) {
            return None;
        }
        let (before, behind) = (item.starts_with('*'), item.ends_with('*'));
        let last = tests.len() - 1;
        if before && behind && last == 0 {
            tests[0] = shaped(&tests[0], WordTest::Holds)?;
            return Some(tests);
        }
        if before {
            tests[0] = shaped(&tests[0], WordTest::Ends)?;
        }
        if behind {
            tests[last] = shaped(&tests[last], WordTest::Begins)?;
        }
        Some(tests)
    }
}

/// A test for a part of a word; shorter than three letters it would hold for nearly anything.
fn shaped(test: &WordTest, shape: fn(String) -> WordTest) -> Option<WordTest> {
    match test {
        WordTest::Same(word) if word.chars().count() >= 3 => Some(shape(word.clone())),
        _ => None,
    }
}

fn ends_item(letter: char) -> bool {
    letter.is_whitespace() || "()[]{}|,^$".contains(letter)
}
