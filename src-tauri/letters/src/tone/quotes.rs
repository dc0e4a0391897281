//! Quotations: what stands between a pair of quotation marks.

use super::text::{Word, is_letter};
use std::ops::Range;

/// A pair of quotation marks and the words between them.
#[derive(Debug, Clone)]
pub(super) struct Quotation {
    /// From the opening mark, in bytes.
    pub(super) from: usize,
    /// Behind the closing mark, in bytes.
    pub(super) to: usize,
    /// The text between the marks, in bytes.
    pub(super) inside: Range<usize>,
    pub(super) words: Range<usize>,
}

/// Quotations deeper than this are not told apart.
const DEEPEST: usize = 4;

/// The quotations of a text, each within one line, by the place of their closing marks. A quotation in a quotation
/// counts by itself too.
pub(super) fn quotations(whole: &str, words: &[Word<'_>]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut next_word = 0;
    let mut previous = ' ';
    let mut letters = whole.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        while words.get(next_word).is_some_and(|word| word.from < at) {
            next_word += 1;
        }
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        if letter == '\n' {
            open.clear();
        } else if let Some(place) = open.iter().rposition(|(mark, ..)| closes(*mark, letter, previous, next))
        {
            let (mark, from, first_word) = open[place];
            open.truncate(place);
            found.push(Quotation {
                from,
                to: at + letter.len_utf8(),
                inside: from + mark.len_utf8()..at,
                words: first_word..next_word,
            });
        } else if open.len() < DEEPEST && opens(letter, previous, next) {
            open.push((letter, at, next_word));
        }
        previous = letter;
    }
    found
}

fn opens(mark: char, previous: char, next: char) -> bool {
    match mark {
        '„' | '“' | '«' | '‹' | '‚' => true,
        '»' | '›' => is_letter(next),
        // 5" is five inches; a single mark inside or behind a word is an apostrophe.
        '"' => !previous.is_ascii_digit(),
        '‘' | '\'' => !is_letter(previous) && is_letter(next),
        _ => false,
    }
}

fn closes(opening: char, mark: char, previous: char, next: char) -> bool {
    match opening {
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => matches!(mark, '”' | '"'),
        '«' => mark == '»',
        '»' => mark == '«',
        '‹' => mark == '›',
        '›' => mark == '‹',
        '"' => mark == '"' || mark == '”',
        '‚' => matches!(mark, '‘' | '’' | '\'') && !is_letter(next),
        '‘' | '\'' => matches!(mark, '’' | '\'') && !is_letter(next) && !previous.is_whitespace(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::words;
    use super::*;

    #[test]
    fn quotations_of_every_country_are_found() {
        for (text, expected, why) in [
            ("a “b c” d", &["b c"][..], "English"),
            ("a \"b c\" d", &["b c"], "typed"),
            ("a „b c“ d", &["b c"], "German"),
            ("a »b c« d", &["b c"], "German books"),
            ("a « b c » d", &["b c"], "French"),
            ("a ‘b c’ d", &["b c"], "single"),
            ("a 'b' don't 'c' d", &["b", "c"], "single, typed, with an apostrophe"),
            ("the clients' wishes aren't", &[], "apostrophes"),
            ("a 5\" screen and \"b\"", &["b"], "inches"),
            ("a “b «c» d”", &["c", "b «c» d"], "one in another"),
            ("a “b\nc” d", &[], "none over two lines"),
            ("a “b c", &[], "one that nobody closed"),
        ] {
            let found: Vec<&str> = quotations(text, &words(text, false))
                .iter()
                .map(|one| text[one.inside.clone()].trim())
                .collect();
            assert_eq!(found, expected, "{why}");
        }
    }
}
