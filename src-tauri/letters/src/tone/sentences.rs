//! Where a sentence ends: not after an abbreviation, an initial or the number of a day.

use super::text::{Word, folded};
use crate::spec::Language;
use std::collections::HashSet;
use std::ops::Range;

/// A sentence: some words, and where it ends in bytes.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) words: Range<usize>,
    pub(super) to: usize,
}

/// What a language writes with a full stop that ends no sentence.
#[derive(Debug)]
pub(super) struct Endings {
    language: Language,
    abbreviations: HashSet<String>,
    /// Abbreviations only before a number: "no. 7".
    before_number: HashSet<String>,
    months: HashSet<String>,
}

impl Endings {
    pub(super) fn new(language: Language, abbreviations: &[String], months: &[String]) -> Self {
        let mut endings = Self {
            language,
            abbreviations: HashSet::new(),
            before_number: HashSet::new(),
            months: months.iter().map(|month| folded(month)).collect(),
        };
        for abbreviation in abbreviations {
            if let Some(numbering) = abbreviation.strip_suffix(" #") {
                endings.before_number.insert(folded(numbering));
            } else {
                // "z. B." ends no sentence after the "z." either.
                endings.abbreviations.extend(abbreviation.split_whitespace().map(folded));
            }
        }
        endings
    }

    /// Whether the full stop behind `chunk` ends a sentence, with `before` in front of it and `next` behind.
    fn ends(&self, before: &str, chunk: &str, next: &str) -> bool {
        let chunk = folded_chunk(chunk);
        let bare = chunk.trim_end_matches('.');
        if self.abbreviations.contains(&chunk) {
            return false;
        }
        if next.starts_with(|letter: char| letter.is_ascii_digit()) && self.before_number.contains(&chunk) {
            return false;
        }
        let mut letters = bare.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            // An initial; but English ends sentences with "I".
            let english = matches!(self.language, Language::EnglishUk | Language::EnglishUs);
            if letter.is_alphabetic() && !(english && letter == 'i') {
                return false;
            }
        }
        !(self.language == Language::German && is_day(bare) && self.is_ordinal(before, next))
    }

    /// German numbers the days, and whatever else it counts, with a full stop.
    fn is_ordinal(&self, before: &str, next: &str) -> bool {
        const LEADS: &[&str] = &[
            "ab", "als", "am", "bis", "das", "dem", "den", "der", "des", "die", "im", "ihr", "ihre", "ihrem",
            "ihren", "ihrer", "ihres", "jede", "jedem", "jeden", "jeder", "jedes", "mein", "meine", "meinem",
            "meiner", "nach", "seit", "und", "unser", "unsere", "vom", "zum", "zur",
        ];
        self.months.contains(&folded(next))
            || next.starts_with(|letter: char| letter.is_lowercase() || letter.is_ascii_digit())
            || LEADS.contains(&folded(before).as_str())
    }
}

fn folded_chunk(chunk: &str) -> String {
    folded(chunk.trim_start_matches(|letter: char| !letter.is_alphanumeric()))
}

fn is_day(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// The sentences of a text; each line ends one, whether or not it has a full stop. Those without words are left out.
pub(super) fn sentences(whole: &str, words: &[Word<'_>], endings: &Endings) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first_word = 0;
    let mut end = |to: usize, next_word: usize| {
        if next_word > first_word {
            sentences.push(Sentence { words: first_word..next_word, to });
        }
        first_word = next_word;
    };
    let mut next_word = 0;
    let mut letters = whole.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        while words.get(next_word).is_some_and(|word| word.from < at) {
            next_word += 1;
        }
        match letter {
            '\n' => end(at, next_word),
            '.' | '!' | '?' | '…' => {
                let mut to = at + letter.len_utf8();
                while let Some((place, mark)) = letters.next_if(|(_, mark)| ends_or_closes(*mark)) {
                    to = place + mark.len_utf8();
                }
                let spaced = letters
                    .peek()
                    .is_none_or(|(_, next)| next.is_whitespace() || *next == '¿' || *next == '¡');
                let marks = &whole[at..to];
                if spaced && goes_on(whole, words, endings, at, marks, next_word) {
                    end(to, next_word);
                }
            }
            _ => {}
        }
    }
    end(whole.len(), words.len());
    sentences
}

fn ends_or_closes(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | ')' | ']' | '"' | '”' | '“' | '»' | '«' | '’' | '‘' | '\'')
}

/// Whether a new sentence begins behind these marks.
fn goes_on(
    whole: &str,
    words: &[Word<'_>],
    endings: &Endings,
    at: usize,
    marks: &str,
    next_word: usize,
) -> bool {
    let written = |place: usize| words.get(place).map_or("", |word| &*word.written);
    let next = written(next_word);
    if marks != "." {
        // “Never!” he said: the sentence around the quotation goes on.
        let closes = marks.chars().any(|mark| "\"”“»«’‘'".contains(mark));
        let trails = marks.starts_with('…');
        return !((closes || trails) && next.starts_with(char::is_lowercase));
    }
    let Some(last) = next_word.checked_sub(1).map(|place| &words[place]).filter(|word| word.to <= at) else {
        return true;
    };
    let begin = chunk_begin(whole, last.from);
    let before = next_word.checked_sub(2).map_or("", written);
    endings.ends(before, &whole[begin..=at], next)
}

/// Where the run without spaces begins that `from` stands in, "e" in "e.g"; looked for in the last 12 bytes only.
fn chunk_begin(whole: &str, from: usize) -> usize {
    let head = &whole[..from];
    let mut begin = from;
    for (place, letter) in head.char_indices().rev().take_while(|(place, _)| from - place <= 12) {
        if letter.is_whitespace() || "([{\"“„«‘’'".contains(letter) {
            break;
        }
        begin = place;
    }
    begin
}

#[cfg(test)]
mod tests {
    use super::super::list::list;
    use super::super::text::Text;
    use super::*;

    fn check(language: Language, text: &str, expected: &[&str]) {
        let read = Text::new(text, list(language));
        let mut from = 0;
        let mut found = Vec::new();
        for sentence in &read.sentences {
            found.push(text[from..sentence.to].trim());
            from = sentence.to;
        }
        assert_eq!(found, expected, "the sentences of “{text}”");
    }

    #[test]
    fn a_sentence_ends_where_it_ends() {
        let uk = Language::EnglishUk;
        check(uk, "One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]);
        check(
            uk,
            "Ask Mr. Hale, e.g. by mail, at 4 p.m. today.",
            &["Ask Mr. Hale, e.g. by mail, at 4 p.m. today."],
        );
        check(
            uk,
            "Invoice no. 7 is open. The answer is no. Thank you.",
            &["Invoice no. 7 is open.", "The answer is no.", "Thank you."],
        );
        check(
            uk,
            "I met J. R. Smith. So did I. He agreed.",
            &["I met J. R. Smith.", "So did I.", "He agreed."],
        );
        check(
            uk,
            "It costs 4.50 a page. See x.example/a.b now.",
            &["It costs 4.50 a page.", "See x.example/a.b now."],
        );
        check(uk, "“Never!” she said. “No.” We left.", &["“Never!” she said.", "“No.”", "We left."]);
        check(uk, "– the report\n– the files", &["– the report", "– the files"]);
        check(uk, "Well… no. Well… No.", &["Well… no.", "Well…", "No."]);
        check(uk, "...", &[]);
    }

    #[test]
    fn a_german_day_ends_no_sentence() {
        let de = Language::German;
        check(de, "Er endet am 31. Januar 2027. Danke.", &["Er endet am 31. Januar 2027.", "Danke."]);
        check(de, "Im 3. Quartal war der 12. Termin.", &["Im 3. Quartal war der 12. Termin."]);
        check(de, "Es waren 12. Das genügt.", &["Es waren 12.", "Das genügt."]);
        check(de, "Am 31. 1. 2027 endet er.", &["Am 31. 1. 2027 endet er."]);
    }
}
