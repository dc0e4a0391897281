//! Typed text as a typesetter of the language writes it: its quotation marks, dashes, an ellipsis, the spaces of French;
//! and nothing that nobody sees.

use crate::words::Words;

/// A narrow space at which no line breaks: French sets it inside quotation marks and before high punctuation.
const NARROW: char = '\u{202F}';

/// The text with typographic quotes, dashes and ellipses, without invisible characters. Addresses of e-mail and web
/// stay as typed. Doing it twice changes nothing.
pub(crate) fn typographic(words: &Words, text: &str) -> String {
    let text: String = text.chars().filter_map(visible).collect();
    let marks = Marks::of(words);
    let mut set = String::with_capacity(text.len() + 8);
    let mut open = Open::Nothing;
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            set.push('\n');
        }
        for (place, word) in line.split(' ').enumerate() {
            if place > 0 {
                set.push(' ');
            }
            if is_address(word) {
                set.push_str(word);
            } else {
                set_word(words, &marks, word, &mut open, &mut set);
            }
        }
    }
    if marks.spaced { spaced(&set) } else { set }
}

/// The quotation marks of a language. The outer ones, with the spaces that belong to them, are those that its words set
/// around a title.
struct Marks {
    outer: (String, String),
    inner: (char, char),
    /// Whether high punctuation stands apart, as in French.
    spaced: bool,
}

impl Marks {
    fn of(words: &Words) -> Self {
        let (open, close) = words.quoted.split_once("{thing}").unwrap_or(("“", "”"));
        let inner = match open.chars().next() {
            Some('„') => ('‚', '‘'),
            Some('«') => ('“', '”'),
            _ => ('‘', '’'),
        };
        let spaced = open.ends_with([NARROW, '\u{A0}']);
        Self { outer: (open.to_owned(), close.to_owned()), inner, spaced }
    }

    /// Whether a quotation that was opened with the language's own outer mark is still open.
    fn inside(&self, set: &str) -> bool {
        let outer = |mark: &String| mark.trim().to_owned();
        let (open, close) = (outer(&self.outer.0), outer(&self.outer.1));
        open != close && set.matches(&open).count() > set.matches(&close).count()
    }
}

/// The quotation that straight marks have opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Outer,
    /// One inside a quotation that was there already.
    Inner,
}

/// Marks that say where a word may break, or nothing at all, are dropped; separators become the space they stand for.
fn visible(letter: char) -> Option<char> {
    match letter {
        '\u{200B}' | '\u{FEFF}' | '\u{00AD}' | '\u{2060}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        other => Some(other),
    }
}

fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.to_lowercase().contains("www.")
}

fn set_word(words: &Words, marks: &Marks, word: &str, open: &mut Open, set: &mut String) {
    let letters: Vec<char> = word.chars().collect();
    let at = |place: usize| letters.get(place).copied();
    let mut place = 0;
    while let Some(letter) = at(place) {
        let before = place.checked_sub(1).and_then(at);
        let begins = before.is_none_or(|letter| "([{“‘„‚«\"'–—/¿¡".contains(letter));
        let after_digit = before.is_some_and(|letter| letter.is_ascii_digit());
        let mut length = 1;
        match letter {
            // 5" is five inches.
            '"' if after_digit && *open == Open::Nothing => set.push('"'),
            '"' => *open = quotation(marks, *open, begins, set),
            '\'' => {
                let next_is_letter = at(place + 1).is_some_and(char::is_alphabetic);
                // "'tis" is rarer than a quotation, which is opened here only where one is closed.
                let closed_later = letters[place + 1..].contains(&'\'');
                set.push(if begins && next_is_letter && closed_later { marks.inner.0 } else { '’' });
            }
            '-' if at(place + 1) == Some('-') => {
                length = letters[place..].iter().take_while(|letter| **letter == '-').count();
                let number = after_digit || at(place + length).is_some_and(|next| next.is_ascii_digit());
                match length {
                    2 if !number => set.push_str(&words.dash),
                    3 if !number => set.push('—'),
                    _ => set.extend(std::iter::repeat_n('-', length)),
                }
            }
            '.' if at(place + 1) == Some('.') && at(place + 2) == Some('.') => {
                length = 3;
                set.push('…');
            }
            other => set.push(other),
        }
        place += length;
    }
}

/// Sets a straight double mark, and says what is open after it.
fn quotation(marks: &Marks, open: Open, begins: bool, set: &mut String) -> Open {
    match open {
        Open::Nothing if begins && marks.inside(set) => {
            set.push(marks.inner.0);
            Open::Inner
        }
        Open::Nothing if begins => {
            set.push_str(&marks.outer.0);
            Open::Outer
        }
        Open::Inner => {
            set.push(marks.inner.1);
            Open::Nothing
        }
        Open::Nothing | Open::Outer => {
            set.push_str(&marks.outer.1);
            Open::Nothing
        }
    }
}

/// High punctuation and French quotation marks with their narrow spaces, whatever space was typed there.
fn spaced(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut set = String::with_capacity(text.len() + 8);
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = set.trim_end_matches([' ', '\u{A0}', '\u{2009}', NARROW]).len();
        let after_mark = set[..before].ends_with('«');
        if after_mark && !is_space(letter) && before > 0 {
            set.truncate(before);
            set.push(NARROW);
        } else if stands_apart(&letters, place) {
            let typed = before < set.len();
            let last = set[..before].chars().next_back();
            let joins = last.is_some_and(|last| last.is_alphanumeric() || ")]”’»…%€$£°".contains(last));
            if last.is_some_and(|last| last != '\n') && (typed || joins) {
                set.truncate(before);
                set.push(NARROW);
            }
        }
        set.push(letter);
    }
    set
}

/// Whether a mark ends its word: the colon of "10:30" and the marks inside an address do not.
fn stands_apart(letters: &[char], place: usize) -> bool {
    let next = letters.get(place + 1).copied();
    match letters[place] {
        '»' => true,
        ';' | ':' | '!' | '?' => {
            next.is_none_or(|next| next.is_whitespace() || is_space(next) || "»”’\")]!?".contains(next))
        }
        _ => false,
    }
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{A0}' | '\u{2009}' | NARROW)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Language::{self, EnglishUk, EnglishUs, French, German, Spanish};
    use crate::spec::Register;
    use crate::words::words;

    fn check(language: Language, typed: &str, expected: &str, why: &str) {
        let words = words(language, Register::Warm);
        let set = typographic(words, typed);
        assert_eq!(set, expected, "{why}");
        assert_eq!(typographic(words, &set), set, "{why}: twice is as once");
    }

    #[test]
    fn typed_text_is_set() {
        for (typed, expected, why) in [
            ("St John's audit", "St John’s audit", "an apostrophe"),
            ("the clients' wishes", "the clients’ wishes", "one at the end"),
            ("in the '90s", "in the ’90s", "one before a number"),
            ("the \"big\" one", "the “big” one", "quotes"),
            ("(\"two words\")", "(“two words”)", "quotes in brackets, over two words"),
            ("'no' is said", "‘no’ is said", "single quotes"),
            ("a 5\" screen", "a 5\" screen", "inches"),
            ("this -- and that", "this – and that", "a dash"),
            ("No. 7--2", "No. 7--2", "a number stays as it is"),
            ("and so on...", "and so on…", "an ellipsis"),
            ("write o'hara@x.example", "write o'hara@x.example", "an e-mail address"),
            ("see https://x.example/a--b", "see https://x.example/a--b", "a web address"),
            ("re\u{AD}port\u{200B}s\u{FEFF}", "reports", "what nobody sees"),
            ("one\u{2028}two", "one two", "a separator of lines"),
            ("one\n\"two\"", "one\n“two”", "lines stay"),
            ("“set” – already…", "“set” – already…", "what is set stays"),
            ("“the \"big\" one”", "“the ‘big’ one”", "a quotation in a quotation"),
        ] {
            check(EnglishUk, typed, expected, why);
        }
        check(EnglishUs, "this--and that", "this—and that", "as the country does");
    }

    #[test]
    fn each_language_has_its_own_marks() {
        for (language, typed, expected, why) in [
            (German, "der \"große\" Plan", "der „große“ Plan", "German quotes"),
            (German, "„der \"große\" Plan“", "„der ‚große‘ Plan“", "German quotes in quotes"),
            (German, "geht's so?", "geht’s so?", "no space before German marks"),
            (Spanish, "el \"gran\" plan", "el «gran» plan", "Spanish quotes"),
            (Spanish, "«el \"gran\" plan»", "«el “gran” plan»", "Spanish quotes in quotes"),
            (
                French,
                "le \"grand\" plan",
                "le «\u{202F}grand\u{202F}» plan",
                "French quotes and their spaces",
            ),
            (French, "« le plan »", "«\u{202F}le plan\u{202F}»", "typed with common spaces"),
            (French, "«le plan»", "«\u{202F}le plan\u{202F}»", "typed without"),
            (French, "Est-ce prêt ?", "Est-ce prêt\u{202F}?", "before a question mark"),
            (
                French,
                "Voici: un, deux; trois!",
                "Voici\u{202F}: un, deux\u{202F}; trois\u{202F}!",
                "none was typed",
            ),
            (French, "à 10:30", "à 10:30", "a time of day"),
            (French, "voir https://x.example/a?b:c", "voir https://x.example/a?b:c", "a web address"),
            (French, "Voici :\n– un", "Voici\u{202F}:\n– un", "before a list"),
            (French, "l'état", "l’état", "an elision"),
            (
                French,
                "« un »; « deux »",
                "«\u{202F}un\u{202F}»\u{202F}; «\u{202F}deux\u{202F}»",
                "after a title",
            ),
            (French, "« Prêt ? »", "«\u{202F}Prêt\u{202F}?\u{202F}»", "a mark before a mark"),
        ] {
            check(language, typed, expected, why);
        }
    }
}
