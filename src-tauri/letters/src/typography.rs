//! Typed text as a typesetter writes it: curly quotes, dashes, an ellipsis; and nothing that nobody sees.

use crate::words::Words;

/// The text with typographic quotes, dashes and ellipses, without invisible characters. Addresses of e-mail and web
/// stay as typed. Doing it twice changes nothing.
pub(crate) fn typographic(words: &Words, text: &str) -> String {
    let text: String = text.chars().filter_map(visible).collect();
    let mut set = String::with_capacity(text.len() + 8);
    let mut quote_open = false;
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
                set_word(words, word, &mut quote_open, &mut set);
            }
        }
    }
    set
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

fn set_word(words: &Words, word: &str, quote_open: &mut bool, set: &mut String) {
    let letters: Vec<char> = word.chars().collect();
    let at = |place: usize| letters.get(place).copied();
    let mut place = 0;
    while let Some(letter) = at(place) {
        let before = place.checked_sub(1).and_then(at);
        let begins = before.is_none_or(|letter| "([{“‘\"'–—/".contains(letter));
        let after_digit = before.is_some_and(|letter| letter.is_ascii_digit());
        let mut length = 1;
        match letter {
            // 5" is five inches.
            '"' if after_digit && !*quote_open => set.push('"'),
            '"' => {
                *quote_open = begins && !*quote_open;
                set.push(if *quote_open { '“' } else { '”' });
            }
            '\'' => {
                let next_is_letter = at(place + 1).is_some_and(char::is_alphabetic);
                // "'tis" is rarer than a quotation, which is opened here only where one is closed.
                let closed_later = letters[place + 1..].contains(&'\'');
                set.push(if begins && next_is_letter && closed_later { '‘' } else { '’' });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Language::{EnglishUk, EnglishUs};
    use crate::words::words;

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
        ] {
            let set = typographic(words(EnglishUk), typed);
            assert_eq!(set, expected, "{why}");
            assert_eq!(typographic(words(EnglishUk), &set), set, "{why}: twice is as once");
        }
        assert_eq!(typographic(words(EnglishUs), "this--and that"), "this—and that", "as the country does");
    }
}
