//! Which days a text names, however they are written.

mod amounts;

pub(crate) use amounts::amounts_named;

use crate::spec::Language;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};

/// A day that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayNamed {
    pub(crate) day: u32,
    pub(crate) month: u32,
    pub(crate) year: Option<i32>,
    /// The words of the text that name it.
    pub(crate) wording: String,
}

impl DayNamed {
    /// Whether this is the given day; a day named without its year is, wherever day and month agree.
    pub(crate) fn is(&self, date: NaiveDate) -> bool {
        self.day == date.day()
            && self.month == date.month()
            && self.year.is_none_or(|year| year == date.year())
    }
}

/// Every day that the text names: "31 January 2027", "January 31st", "31 Jan", "2027-01-31", "31/01/2027".
pub(crate) fn days_named(text: &str, words: &Words, language: Language) -> Vec<DayNamed> {
    let tokens = tokens(text);
    let mut days = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        if let Some((day, month, year, length)) = day_at(&tokens[place..], words, language) {
            let (from, to) = (tokens[place].from, tokens[place + length - 1].to);
            days.push(DayNamed { day, month, year, wording: text[from..to].to_owned() });
            place += length;
        } else {
            place += 1;
        }
    }
    days
}

/// A run of letters or digits, and where it stands.
struct Token<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(Token { text: &text[from..at], from, to: at });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// Day, month, year and the number of tokens they take, where a date begins at the first token.
fn day_at(tokens: &[Token<'_>], words: &Words, language: Language) -> Option<(u32, u32, Option<i32>, usize)> {
    let text = |place: usize| tokens.get(place).map_or("", |token| token.text);
    if let (Some(year), Some(month), Some(day)) = (year(text(0)), number(text(1), 12), number(text(2), 31)) {
        return Some((day, month, Some(year), 3));
    }
    if let (Some(one), Some(two), Some(year)) = (number(text(0), 31), number(text(1), 31), year(text(2))) {
        let (day, month) = match language {
            Language::EnglishUs => (two, one),
            Language::EnglishUk | Language::German | Language::French | Language::Spanish => (one, two),
        };
        return (month <= 12).then_some((day, month, Some(year), 3));
    }
    if let Some(day) = ordinal(text(0)) {
        let linked = |word: &str| ["of", "de", "del"].contains(&word.to_lowercase().as_str());
        // "1.º de enero"
        let sign = usize::from(["º", "o"].contains(&text(1)) && linked(text(2)));
        let skipped = sign + usize::from(linked(text(1 + sign)));
        if let Some(month) = month_named(text(1 + skipped), words) {
            // Spanish links the year as well: "31 de enero de 2027".
            let link = usize::from(linked(text(2 + skipped)) && year(text(3 + skipped)).is_some());
            let year = year(text(2 + skipped + link));
            return Some((day, month, year, 2 + skipped + if year.is_some() { 1 + link } else { 0 }));
        }
    }
    let month_first = matches!(language, Language::EnglishUk | Language::EnglishUs);
    if let (true, Some(month), Some(day)) = (month_first, month_named(text(0), words), ordinal(text(1))) {
        let year = year(text(2));
        return Some((day, month, year, 2 + usize::from(year.is_some())));
    }
    None
}

fn number(text: &str, most: u32) -> Option<u32> {
    text.parse().ok().filter(|number| text.len() <= 2 && (1..=most).contains(number))
}

fn ordinal(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &text[digits.len()..];
    ["", "st", "nd", "rd", "th", "er"].contains(&ending).then(|| number(digits, 31)).flatten()
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && (1900..2200).contains(year))
}

/// A month in full or cut to three letters or more ("Jan", "Sept"). Where months have a capital it is asked for: "may"
/// is no month. Where they have none, one at the beginning of a line is one all the same, and accents may lack.
fn month_named(text: &str, words: &Words) -> Option<u32> {
    let capitals = words.months[0].starts_with(char::is_uppercase);
    let (text, same) = if capitals { (text.to_owned(), false) } else { (plain_letters(text), true) };
    let fits = |month: &String| {
        let month = if same { plain_letters(month) } else { month.clone() };
        text.chars().count() >= 3 && month.starts_with(&text)
    };
    let named = (1..=12).zip(&words.months).find(|(_, month)| fits(month)).map(|(number, _)| number);
    // Both spellings are Spanish.
    named.or_else(|| (same && text == "setiembre").then_some(9))
}

/// In lower case and without accents.
fn plain_letters(text: &str) -> String {
    let plain = |letter| match letter {
        'é' | 'è' => 'e',
        'û' => 'u',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Register;
    use crate::words::words;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the table holds dates")
    }

    #[test]
    fn a_day_is_found_however_it_is_written() {
        let (uk, us) = (Language::EnglishUk, Language::EnglishUs);
        for (language, text, expected) in [
            (uk, "It ends on 31 January 2027.", true),
            (uk, "It ends on 31\u{a0}January\u{a0}2027.", true),
            (uk, "It ends on the 31st of January 2027", true),
            (uk, "It ends on 31 Jan 2027", true),
            (uk, "It ends on 31 January", true),
            (uk, "It ends on 31/01/2027", true),
            (us, "It ends on 01/31/2027", true),
            (us, "It ends on January 31, 2027.", true),
            (uk, "It ends on 2027-01-31", true),
            (uk, "It ends on 1 January 2027", false),
            (uk, "It ends on 31 January 2028", false),
            (uk, "It ends on 31 March 2027", false),
            (uk, "It ends in January 2027", false),
            (uk, "31 letters, and January 2027", false),
        ] {
            let found = days_named(text, words(language, Register::Warm), language)
                .iter()
                .any(|named| named.is(day("2027-01-31")));
            assert_eq!(found, expected, "31 January 2027 in “{text}”");
        }
    }

    #[test]
    fn a_day_is_found_in_every_language() {
        use Language::{French, German, Spanish};
        for (language, text, expected) in [
            (German, "Der Vertrag endet zum 31. Januar 2027.", true),
            (German, "am 31.01.2027", true),
            (German, "am 31. Jan. 2027", true),
            (German, "am 1. Januar 2027", false),
            (French, "Il prend fin le 31 janvier 2027.", true),
            (French, "le 31 Janv. 2027", true),
            (French, "le 31/01/2027", true),
            (French, "en janvier 31 réunions", false),
            (Spanish, "Finaliza el 31 de enero de 2027.", true),
            (Spanish, "el 31 de enero del 2027", true),
            (Spanish, "el 31 de Enero", true),
            (Spanish, "el 31/01/2027", true),
            (Spanish, "el 31 de enero de 2028", false),
        ] {
            let found = days_named(text, words(language, Register::Warm), language);
            let found = found.iter().any(|named| named.is(day("2027-01-31")));
            assert_eq!(found, expected, "31 January 2027 in “{text}”");
        }
        for (language, text) in [
            (French, "le 1er février 2027"),
            (French, "le 1 fevrier 2027"),
            (Spanish, "el 1.º de febrero de 2027"),
            (Spanish, "el 1 de febrero"),
            (German, "zum 1. Februar 2027"),
        ] {
            let found = days_named(text, words(language, Register::Warm), language);
            assert!(found.iter().any(|named| named.is(day("2027-02-01"))), "1 February 2027 in “{text}”");
        }
    }

    #[test]
    fn words_that_are_no_days_are_left_alone() {
        for text in [
            "You may 2 days later",
            "Invoice 2026-034 for €4,800",
            "Version 3.14",
            "Q3 2026",
            "call 020 7946 0018",
        ] {
            let found = days_named(text, words(Language::EnglishUk, Register::Warm), Language::EnglishUk);
            assert_eq!(found, [], "“{text}” names no day");
        }
    }
}
