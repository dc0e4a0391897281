//! A pattern as steps that run over the words of a sentence.

use super::pattern::{PatternError, Piece, WordTest};
use super::sentences::Sentence;
use super::text::{Between, Word};
use std::collections::HashMap;
use std::ops::Range;

/// A pattern, ready to run.
#[derive(Debug)]
pub(super) struct Program {
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    /// One of these words, by number, in order.
    Words(Box<[u32]>),
    Test(WordTest),
    AnyWord,
    /// Goes on at each of these steps.
    Split(Box<[usize]>),
    Jump(usize),
    /// The next word stands behind a comma.
    Comma,
    /// The next word may stand behind a comma.
    CommaAllowed,
    First,
    Last,
    MarkFrom,
    MarkTo,
    Done,
}

/// Numbers for the words that the patterns of a language name.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(HashMap<String, u32>);

impl Vocabulary {
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        self.0.get(word).copied()
    }

    pub(super) fn enter(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.0.len()).expect("a list has fewer words than u32 has numbers");
        *self.0.entry(word.to_owned()).or_insert(next)
    }
}

/// With what a pattern can begin.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    pub(super) words: Vec<u32>,
    pub(super) tests: Vec<WordTest>,
}

/// A word of the text with its number in the vocabulary, where it has one.
pub(super) struct Numbered<'a> {
    pub(super) word: &'a Word<'a>,
    pub(super) number: Option<u32>,
}

/// A match: the words it marks. An excuse counts with all its words, since it marks none by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) end: usize,
    pub(super) marked: Range<usize>,
}

#[derive(Clone, Copy)]
struct Thread {
    step: usize,
    at: usize,
    comma_allowed: bool,
    mark_from: Option<usize>,
    mark_to: Option<usize>,
}

impl Program {
    pub(super) fn new(
        pattern: &str,
        pieces: &[Piece],
        vocabulary: &mut Vocabulary,
    ) -> Result<(Self, Beginnings), PatternError> {
        let mut program = Self { steps: Vec::new() };
        program.sequence(pieces, vocabulary);
        program.steps.push(Step::Done);
        let mut beginnings = Beginnings::default();
        if !program.begins(0, &mut beginnings) {
            return Err(PatternError::Beginning(pattern.to_owned()));
        }
        beginnings.words.sort_unstable();
        beginnings.words.dedup();
        Ok((program, beginnings))
    }

    fn sequence(&mut self, pieces: &[Piece], vocabulary: &mut Vocabulary) {
        for piece in pieces {
            match piece {
                Piece::Word(WordTest::Same(word)) => {
                    self.steps.push(Step::Words(Box::new([vocabulary.enter(word)])));
                }
                Piece::Word(test) => self.steps.push(Step::Test(test.clone())),
                Piece::AnyWord => self.steps.push(Step::AnyWord),
                Piece::Comma => self.steps.push(Step::Comma),
                Piece::First => self.steps.push(Step::First),
                Piece::Last => self.steps.push(Step::Last),
                Piece::Gap { most, over_commas } => self.gap(*most, *over_commas),
                Piece::Marked(inner) => {
                    self.steps.push(Step::MarkFrom);
                    self.sequence(inner, vocabulary);
                    self.steps.push(Step::MarkTo);
                }
                Piece::OneOf(choices) => self.choice(choices, vocabulary),
            }
        }
    }

    fn gap(&mut self, most: usize, over_commas: bool) {
        let each = if over_commas { 3 } else { 2 };
        let end = self.steps.len() + most * each;
        for _ in 0..most {
            let here = self.steps.len();
            self.steps.push(Step::Split(Box::new([here + 1, end])));
            if over_commas {
                self.steps.push(Step::CommaAllowed);
            }
            self.steps.push(Step::AnyWord);
        }
        if over_commas {
            self.steps.push(Step::CommaAllowed);
        }
    }

    fn choice(&mut self, choices: &[Vec<Piece>], vocabulary: &mut Vocabulary) {
        // Most choices are between single words: one step looks all of them up.
        let mut single = Vec::new();
        let mut others: Vec<&Vec<Piece>> = Vec::new();
        for choice in choices {
            match choice.as_slice() {
                [Piece::Word(WordTest::Same(word))] => single.push(vocabulary.enter(word)),
                _ => others.push(choice),
            }
        }
        single.sort_unstable();
        single.dedup();
        if others.is_empty() {
            self.steps.push(Step::Words(single.into()));
            return;
        }
        let split = self.steps.len();
        self.steps.push(Step::Done);
        let (mut starts, mut jumps) = (Vec::new(), Vec::new());
        if !single.is_empty() {
            starts.push(self.steps.len());
            self.steps.push(Step::Words(single.into()));
            jumps.push(self.steps.len());
            self.steps.push(Step::Done);
        }
        for choice in others {
            starts.push(self.steps.len());
            self.sequence(choice, vocabulary);
            jumps.push(self.steps.len());
            self.steps.push(Step::Done);
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
        self.steps[split] = Step::Split(starts.into());
    }

    /// Collects what can stand first; false where that could be anything.
    fn begins(&self, step: usize, beginnings: &mut Beginnings) -> bool {
        match &self.steps[step] {
            Step::Words(words) => beginnings.words.extend(words),
            Step::Test(test) => beginnings.tests.push(test.clone()),
            Step::Split(targets) => return targets.iter().all(|target| self.begins(*target, beginnings)),
            Step::Jump(target) => return self.begins(*target, beginnings),
            Step::First | Step::MarkFrom | Step::MarkTo => return self.begins(step + 1, beginnings),
            Step::AnyWord | Step::Comma | Step::CommaAllowed | Step::Last | Step::Done => return false,
        }
        true
    }

    /// Whether the step may hold for that word; most choices fail here, before a thread is made.
    fn can_go_on(&self, step: usize, next: Option<&Numbered<'_>>) -> bool {
        match &self.steps[step] {
            Step::Words(set) => {
                next.and_then(|next| next.number).is_some_and(|number| set.binary_search(&number).is_ok())
            }
            Step::Test(test) => next.is_some_and(|next| test.holds(next.word)),
            _ => true,
        }
    }

    /// The longest match that begins with the word `from`.
    pub(super) fn run(&self, words: &[Numbered<'_>], sentence: &Sentence, from: usize) -> Option<Match> {
        let mut longest: Option<Match> = None;
        let mut threads =
            vec![Thread { step: 0, at: from, comma_allowed: false, mark_from: None, mark_to: None }];
        while let Some(mut thread) = threads.pop() {
            loop {
                let next = words.get(thread.at).filter(|_| thread.at < sentence.words.end);
                let joined = next.is_some_and(|next| {
                    thread.at == from
                        || next.word.before == Between::Nothing
                        || (next.word.before == Between::Comma && thread.comma_allowed)
                });
                let taken = match &self.steps[thread.step] {
                    Step::Words(_) | Step::Test(_) => self.can_go_on(thread.step, next),
                    Step::AnyWord => next.is_some(),
                    Step::Split(targets) => {
                        let open = targets.iter().filter(|step| self.can_go_on(**step, next));
                        threads.extend(open.map(|step| Thread { step: *step, ..thread }));
                        break;
                    }
                    Step::Jump(target) => {
                        thread.step = *target;
                        continue;
                    }
                    Step::Comma | Step::CommaAllowed => {
                        let must = matches!(self.steps[thread.step], Step::Comma);
                        if must && next.is_none_or(|next| next.word.before != Between::Comma) {
                            break;
                        }
                        thread.comma_allowed = true;
                        thread.step += 1;
                        continue;
                    }
                    Step::First | Step::Last => {
                        let first = matches!(self.steps[thread.step], Step::First);
                        let edge = if first { sentence.words.start } else { sentence.words.end };
                        if thread.at != edge {
                            break;
                        }
                        thread.step += 1;
                        continue;
                    }
                    Step::MarkFrom => {
                        thread.mark_from = Some(thread.at);
                        thread.step += 1;
                        continue;
                    }
                    Step::MarkTo => {
                        thread.mark_to = Some(thread.at);
                        thread.step += 1;
                        continue;
                    }
                    Step::Done => {
                        if longest.as_ref().is_none_or(|longest| longest.end < thread.at) {
                            let marked =
                                thread.mark_from.unwrap_or(from)..thread.mark_to.unwrap_or(thread.at);
                            longest = Some(Match { end: thread.at, marked });
                        }
                        break;
                    }
                };
                if !(taken && joined) {
                    break;
                }
                thread.at += 1;
                thread.comma_allowed = false;
                thread.step += 1;
            }
        }
        longest.filter(|longest| !longest.marked.is_empty())
    }
}

impl WordTest {
    pub(super) fn holds(&self, word: &Word<'_>) -> bool {
        match self {
            Self::Same(same) => word.folded == *same,
            Self::Written(written) => word.written == *written,
            Self::Begins(begins) => word.folded.starts_with(begins.as_str()),
            Self::Ends(ends) => word.folded.ends_with(ends.as_str()),
            Self::Holds(holds) => word.folded.contains(holds.as_str()),
            Self::Number => word.folded.starts_with(|letter: char| letter.is_ascii_digit()),
        }
    }
}
