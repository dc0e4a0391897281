//! A text as the check reads it: words, the marks between them, sentences and quotations.

use super::list::List;
use super::quotes::{Quotation, quotations};
use super::sentences::{self, Sentence};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text, taken apart.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) whole: &'a str,
    pub(super) words: Vec<Word<'a>>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) quotations: Vec<Quotation>,
}

/// A word and where it stands.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) from: usize,
    pub(super) to: usize,
    /// As it stands, without marks that nobody sees.
    pub(super) written: Cow<'a, str>,
    /// As it is compared: see [`folded`].
    pub(super) folded: String,
    /// What separates it from the word before it.
    pub(super) before: Between,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Between {
    /// Spaces, a hyphen, quotation marks.
    Nothing,
    Comma,
    /// A mark that parts two thoughts: a dash, a colon, brackets, the end of a sentence.
    Break,
}

impl<'a> Text<'a> {
    pub(super) fn new(whole: &'a str, list: &List) -> Self {
        let words = words(whole, list.elides);
        let sentences = sentences::sentences(whole, &words, &list.endings);
        let quotations = quotations(whole, &words);
        Self { whole, words, sentences, quotations }
    }
}

/// The words of a text. `elides`: an elision ends a word, as in "j'ai".
pub(super) fn words(whole: &str, elides: bool) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(whole.len() / 6 + 1);
    let mut start: Option<usize> = None;
    let mut before = Between::Break;
    let mut letters = whole.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let end = at + letter.len_utf8();
        match start {
            None if is_letter(letter) => start = Some(at),
            None => before = before.max(between(previous, letter, next)),
            Some(_) if is_letter(letter) || is_invisible(letter) => {}
            Some(from) if elides && is_apostrophe(letter) && is_elision(&whole[from..at]) => {
                words.push(word(whole, from, end, before));
                (start, before) = (None, Between::Nothing);
            }
            Some(_) if is_apostrophe(letter) && is_letter(next) => {}
            Some(from) => {
                words.push(word(whole, from, at, before));
                (start, before) = (None, between(previous, letter, next));
            }
        }
        previous = letter;
    }
    if let Some(from) = start {
        words.push(word(whole, from, whole.len(), before));
    }
    words
}

fn word(whole: &str, from: usize, to: usize, before: Between) -> Word<'_> {
    let text = &whole[from..to];
    let written = if text.contains(is_invisible) {
        Cow::Owned(text.chars().filter(|letter| !is_invisible(*letter)).collect())
    } else {
        Cow::Borrowed(text)
    };
    Word { from, to, folded: folded(&written), written, before }
}

/// Lower case, one form of accents and apostrophes, "ss" for "ß" and "oe" for "œ": as words are compared.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut result = String::with_capacity(text.len());
    let mut fold = |letter: char| match letter {
        'ß' | 'ẞ' => result.push_str("ss"),
        'œ' | 'Œ' => result.push_str("oe"),
        'æ' | 'Æ' => result.push_str("ae"),
        mark if is_apostrophe(mark) => result.push('\''),
        mark if is_invisible(mark) => {}
        other => result.extend(other.to_lowercase()),
    };
    if is_nfc(text) {
        text.chars().for_each(&mut fold);
    } else {
        text.nfc().for_each(&mut fold);
    }
    result
}

fn between(previous: char, letter: char, next: char) -> Between {
    match letter {
        ',' | '،' | '…' => Between::Comma,
        // Inside an abbreviation or an address.
        '.' | ':' if is_letter(next) => Between::Nothing,
        '.' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '–' | '—' | '―' | '/' | '•'
        | '\n' | '¡' | '¿' | '|' => Between::Break,
        // A hyphen between spaces is a dash.
        '-' | '‐' | '‑' if previous.is_whitespace() && next.is_whitespace() => Between::Break,
        '-' if previous == '-' => Between::Break,
        _ => Between::Nothing,
    }
}

/// The letters that a word drops before a vowel.
fn is_elision(text: &str) -> bool {
    const ELISIONS: [&str; 15] =
        ["c", "d", "j", "l", "m", "n", "s", "t", "y", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];
    ELISIONS.iter().any(|elision| text.eq_ignore_ascii_case(elision))
}

/// Letters and digits, the sign for per cent, and accents that stand behind their letter.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '%' || ('\u{300}'..='\u{36F}').contains(&letter)
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '‛' | '＇' | '´' | '`' | '′')
}

/// Marks that say where a word may break, or nothing at all.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, elides: bool) -> String {
        let mut shown = String::new();
        for word in words(text, elides) {
            shown.push_str(match word.before {
                Between::Nothing => " ",
                Between::Comma => " , ",
                Between::Break => " / ",
            });
            shown.push_str(&word.folded);
        }
        shown.trim_start_matches(" / ").to_owned()
    }

    #[test]
    fn words_are_read_however_they_are_typed() {
        for (text, expected, why) in [
            ("You\u{a0}don’t listen", "you don't listen", "a fixed space, a curly apostrophe"),
            ("two-faced, two‑faced", "two faced , two faced", "a hyphen is a space"),
            ("re\u{ad}gret\u{200b} it", "regret it", "marks that nobody sees"),
            ("Straße, STRASSE, cœur", "strasse , strasse , coeur", "letters of two"),
            ("cafe\u{301} café", "café café", "an accent behind its letter"),
            ("so — no; yes: (one) 'two'", "so / no / yes / one / two", "what parts two thoughts"),
            ("if you – always", "if you / always", "a dash"),
            ("if you - always", "if you / always", "a hyphen as a dash"),
            ("a “b” c", "a b c", "quotation marks part nothing"),
            ("the clients' wishes", "the clients wishes", "an apostrophe at the end"),
        ] {
            assert_eq!(read(text, false), expected, "{why}");
        }
        assert_eq!(
            read("J’ai, qu'il n’avez aujourd’hui l’Acme", true),
            "j' ai , qu' il n' avez aujourd'hui l' acme",
            "an elision ends a word where the language elides"
        );
    }
}
