//! What ending a line between two words costs.
use super::words::{CURRENCIES, MONTHS, NUMBERED, OF, TITLES};

/// A date that is parted is read twice; better a line two thirds empty.
pub(super) const PARTED_DATE: f32 = 4_000.0;
pub(super) const PARTED_AMOUNT: f32 = 4_000.0;
/// "« | mot", "mot | ! ": a sign that stands alone at a line's edge belongs to nothing.
pub(super) const PARTED_SIGN: f32 = 4_000.0;
/// "Ms | Halden", "20 | Jänner", "Invoice | 2026-034", "3 | days", "I | will".
const PARTED_TITLE: f32 = 400.0;
const PARTED_NUMBERED: f32 = 400.0;
const PARTED_NUMBER: f32 = 40.0;
const LONELY_LETTER: f32 = 25.0;

/// The words on both sides of a line's end.
struct Sides<'a> {
    last: &'a str,
    last_but_one: &'a str,
    next: &'a str,
    next_but_one: &'a str,
    german: bool,
}

/// Words longer than this (bytes) are in no list, and looking for their ends at each place would take its time.
const LONGEST_WORDS: usize = 120;

pub(super) fn penalty(before: &str, rest: &str, language: &str) -> f32 {
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_WORDS))..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST_WORDS)];
    let mut words_before = before.rsplit([' ', '\n']);
    let mut words_after = rest.split([' ', '\n']);
    let sides = Sides {
        last: words_before.next().unwrap_or_default(),
        last_but_one: words_before.next().unwrap_or_default(),
        next: words_after.next().unwrap_or_default(),
        next_but_one: words_after.next().unwrap_or_default(),
        german: language.get(..2).is_some_and(|primary| primary.eq_ignore_ascii_case("de")),
    };
    let Sides { last, next, .. } = sides;
    let next_is_capital = rest.starts_with(char::is_uppercase);
    let few_digits = last.len() <= 2 && is_number(last);
    if sides.part_date() {
        PARTED_DATE
    } else if sides.part_amount() {
        PARTED_AMOUNT
    } else if is_sign(next) || matches!(last, "«" | "‹" | "„" | "(" | "¿" | "¡") {
        PARTED_SIGN
    } else if (TITLES.contains(&without_opening(last)) || few_digits) && next_is_capital {
        PARTED_TITLE
    } else if (NUMBERED.contains(&without_opening(last)) || matches!(last, "§" | "§§"))
        && next.contains(|c: char| c.is_ascii_digit())
    {
        PARTED_NUMBERED
    } else if few_digits && rest.starts_with(char::is_alphabetic) {
        PARTED_NUMBER
    } else if last.chars().count() == 1 && last.starts_with(char::is_alphabetic) {
        LONELY_LETTER
    } else {
        0.0
    }
}

impl Sides<'_> {
    /// "31 | May", "31. | Mai", "May | 2027", "January | 31", "January 31, | 2027", "31 | de | mayo | de | 2027",
    /// with a bracket before and anything behind.
    fn part_date(&self) -> bool {
        let last = without_opening(self.last);
        let before = without_opening(self.last_but_one);
        let next = without_closing(self.next);
        let month_ends = MONTHS.contains(&last.trim_end_matches(','));
        let day_of_month_ends = MONTHS.contains(&before) && is_day(last.trim_end_matches(','));
        let of_ends = OF.contains(&last);
        let of_follows = OF.contains(&self.next);
        let next_but_one = without_closing(self.next_but_one);
        (self.is_day_before_month(last) && MONTHS.contains(&next))
            || (MONTHS.contains(&last) && is_day(next) && !self.german)
            || (is_year(next) && (month_ends || day_of_month_ends))
            || (of_follows && is_day(last) && MONTHS.contains(&next_but_one))
            || (of_follows && MONTHS.contains(&last) && is_year(next_but_one))
            || (of_ends && is_day(before) && MONTHS.contains(&next))
            || (of_ends && MONTHS.contains(&before) && is_year(next))
    }

    /// German writes a full stop behind the day; elsewhere that ends a sentence.
    fn is_day_before_month(&self, word: &str) -> bool {
        is_day(if self.german { word.strip_suffix('.').unwrap_or(word) } else { word })
    }

    /// "EUR | 4,800", "4,800 | EUR" and "4 | 800 | €".
    fn part_amount(&self) -> bool {
        let unit = self.next.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '$');
        let number_ends = self.last.ends_with(|c: char| c.is_ascii_digit());
        let group = without_closing(self.next);
        let grouped = self.last.len() <= 3 && is_number(self.last) && group.len() == 3 && is_number(group);
        (CURRENCIES.contains(&without_opening(self.last))
            && self.next.starts_with(|c: char| c.is_ascii_digit()))
            || (number_ends && CURRENCIES.contains(&unit))
            || (grouped && CURRENCIES.contains(&without_closing_signs(self.next_but_one)))
    }
}

/// Stands alone and closes what goes before.
fn is_sign(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| matches!(c, '!' | '?' | ';' | ':' | '.' | ',' | '»' | '›' | '”' | ')' | '%' | '…'))
}

fn without_opening(word: &str) -> &str {
    word.trim_start_matches(['(', '[', '“', '‘', '„', '«', '»', '"', '\''])
}

/// Up to the first sign.
fn without_closing(word: &str) -> &str {
    word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Without stops and brackets; a currency's own sign stays.
fn without_closing_signs(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '$')
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_number(word)
}

/// A number from 1 to 31, also one such as "1st" or "1er".
fn is_day(word: &str) -> bool {
    let endings = ["st", "nd", "rd", "th", "er", ".º", "º"];
    let number = endings.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    number.len() <= 2 && number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, rest: &str, language: &str, expected: f32) {
        let found = penalty(before, rest, language);
        assert!(
            (found - expected).abs() < 0.1,
            "{before:?} | {rest:?} ({language}) costs {found}, not {expected}"
        );
    }

    #[test]
    fn what_is_read_as_one_is_kept_as_one() {
        for (before, rest, expected) in [
            ("31", "May 2027.", PARTED_DATE),
            ("on 31 May", "2027.", PARTED_DATE),
            ("By January", "29 I will", PARTED_DATE),
            ("January", "31, 2027", PARTED_DATE),
            ("January 31,", "2027.", PARTED_DATE),
            ("(January 31,", "2027)", PARTED_DATE),
            ("seen (7", "January) and", PARTED_DATE),
            ("(May", "2027)", PARTED_DATE),
            ("the 1st", "June, as", PARTED_DATE),
            ("pay EUR", "4,800 by", PARTED_AMOUNT),
            ("pay (£", "4,800)", PARTED_AMOUNT),
            ("pay 4,800", "EUR, and", PARTED_AMOUNT),
            ("pay 4,800", "euros.", PARTED_AMOUNT),
            ("Invoice", "2026-034 falls due", PARTED_NUMBERED),
            ("under clause", "9.2, which", PARTED_NUMBERED),
            ("Ms", "Halden", PARTED_TITLE),
            ("3", "days", PARTED_NUMBER),
            ("I", "will", LONELY_LETTER),
        ] {
            check(before, rest, "en-GB", expected);
        }
    }

    #[test]
    fn other_languages_keep_together_what_they_read_as_one() {
        for (language, before, rest, expected) in [
            ("de-DE", "am 31.", "Mai 2027", PARTED_DATE),
            ("de-DE", "am 31.", "August.", PARTED_DATE),
            ("de-DE", "am 31. Mai", "2027.", PARTED_DATE),
            ("de-DE", "am 20", "Januar", PARTED_DATE),
            ("de-DE", "über 4.800", "€, die", PARTED_AMOUNT),
            ("de-DE", "Herrn", "Okafor", PARTED_TITLE),
            ("de-DE", "Rechnung", "2026-034", PARTED_NUMBERED),
            ("de-DE", "nach §", "627 BGB", PARTED_NUMBERED),
            ("fr-FR", "le 1er", "mars 2024", PARTED_DATE),
            ("fr-FR", "le 31", "janvier", PARTED_DATE),
            ("fr-FR", "janvier", "2027.", PARTED_DATE),
            ("fr-FR", "de 4", "800 €", PARTED_AMOUNT),
            ("fr-FR", "de 4 800", "€.", PARTED_AMOUNT),
            ("fr-FR", "dit «", "oui", PARTED_SIGN),
            ("fr-FR", "« oui", "», dit-elle", PARTED_SIGN),
            ("fr-FR", "Pourquoi", "?", PARTED_SIGN),
            ("fr-FR", "la facture", "2026-034", PARTED_NUMBERED),
            ("fr-FR", "Mme", "Halden", PARTED_TITLE),
            ("es-ES", "el 31", "de mayo de 2027", PARTED_DATE),
            ("es-ES", "el 31 de", "mayo de 2027", PARTED_DATE),
            ("es-ES", "31 de mayo", "de 2027", PARTED_DATE),
            ("es-ES", "31 de mayo de", "2027.", PARTED_DATE),
            ("es-ES", "la Sra.", "Halden", PARTED_TITLE),
        ] {
            check(before, rest, language, expected);
        }
    }

    #[test]
    fn lines_may_end_where_a_date_does() {
        for (before, rest) in [
            ("ends on 31 January 2027.", "Thank you"),
            ("in May", "we met"),
            ("on January 31,", "we met"),
            ("on page 31.", "May I ask"),
            ("on page 31.", "August is"),
            ("item 32,", "May"),
            ("of 1 March 2024,", "2,150 words"),
            ("in January,", "20 people"),
            ("the invoice", "that you sent"),
            ("Paid 4,800.", "Euros"),
        ] {
            check(before, rest, "en-GB", 0.0);
        }
    }

    #[test]
    fn other_languages_may_end_lines_elsewhere() {
        for (language, before, rest) in [
            ("de-DE", "bis Januar", "31 Dateien"),
            ("es-ES", "el contrato de", "mayo"),
            ("fr-FR", "en mars", "nous"),
            ("fr-FR", "« oui »,", "dit-elle"),
        ] {
            check(before, rest, language, 0.0);
        }
    }
}
