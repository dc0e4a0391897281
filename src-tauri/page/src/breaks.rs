//! Where a line may end, and how gladly.
use hypher::Lang;

/// A place where a line may end. Reaches in thousandths of an em from the start of the paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Break {
    /// The line's text ends here (byte).
    pub(crate) end: usize,
    /// The next line's text begins here: behind the space.
    pub(crate) next: usize,
    /// How far the text before `end` reaches, with the hyphen where there is one.
    pub(crate) end_reach: f32,
    /// How far the text before `next` reaches.
    pub(crate) next_reach: f32,
    /// What ending here costs, on the scale of [`crate::lines`].
    pub(crate) penalty: f32,
    /// A hyphen is added.
    pub(crate) hyphen: bool,
    /// A word wider than the line is cut here.
    pub(crate) cut: bool,
    /// The line must end here.
    pub(crate) forced: bool,
}

/// Words shorter than this are not divided: the reader gains nothing.
const SHORTEST_DIVIDED: usize = 8;
/// A hyphen is worth it only where a line would otherwise be left visibly short.
const HYPHEN: f32 = 320.0;
/// A word that fits on no line is cut anywhere, as the last resort.
const CUT: f32 = 5_000.0;
/// A date that is parted is read twice; better a line two thirds empty.
const PARTED_DATE: f32 = 4_000.0;
const PARTED_AMOUNT: f32 = 4_000.0;
/// "Ms | Halden", "20 | Januar" (months of other languages), "Invoice | 2026-034", "3 | days", "I | will".
const PARTED_TITLE: f32 = 400.0;
const PARTED_NUMBERED: f32 = 400.0;
const PARTED_NUMBER: f32 = 40.0;
const LONELY_LETTER: f32 = 25.0;
const TITLES: &[&str] =
    &["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "No."];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// What has a number of its own.
const NUMBERED: &[&str] = &[
    "Invoice", "invoice", "Invoices", "invoices", "Clause", "clause", "Section", "section", "Page", "page",
    "No", "no.",
];
const CURRENCIES: &[&str] = &[
    "€", "£", "$", "¥", "EUR", "GBP", "USD", "CHF", "CAD", "AUD", "NZD", "JPY", "SEK", "NOK", "DKK", "PLN",
    "CZK", "INR", "SGD", "HKD", "ZAR", "BRL", "euros", "pounds", "dollars",
];

/// The hyphenation patterns of a language tag, where there are some. (The English ones suit both sides of the
/// Atlantic well enough for the few words that a letter divides.)
pub(crate) fn hyphenation(language: &str) -> Option<Lang> {
    let primary = language.split('-').next()?.to_ascii_lowercase();
    let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
    Lang::from_iso(code)
}

/// All places where a line of `text` may end, in order; the first is its start, the last its end.
///
/// `reach` comes from [`crate::shape::reach`], `measure` and `hyphen_width` are in thousandths of an em.
pub(crate) fn breaks(
    text: &str,
    reach: &[f32],
    measure: f32,
    hyphen_width: f32,
    hyphenation: Option<Lang>,
) -> Vec<Break> {
    let mut found = vec![Break {
        end: 0,
        next: 0,
        end_reach: 0.0,
        next_reach: 0.0,
        penalty: 0.0,
        hyphen: false,
        cut: false,
        forced: false,
    }];
    let mut start = 0;
    for (next, opportunity) in unicode_linebreak::linebreaks(text) {
        let segment = &text[start..next];
        let word = segment.trim_end_matches([' ', '\n']);
        if reach[start + word.len()] - reach[start] > measure {
            cut_anywhere(text, start, word, reach, &mut found);
        } else if let Some(language) = hyphenation {
            divide(start, word, reach, hyphen_width, language, &mut found);
        }
        let end = start + word.len();
        found.push(Break {
            end,
            next,
            end_reach: reach[end],
            next_reach: reach[next],
            penalty: penalty(&text[..end], &text[next..]),
            hyphen: false,
            cut: false,
            forced: opportunity == unicode_linebreak::BreakOpportunity::Mandatory,
        });
        start = next;
    }
    found
}

fn penalty(before: &str, rest: &str) -> f32 {
    let mut words_before = before.rsplit([' ', '\n']);
    let last = words_before.next().unwrap_or_default();
    let last_but_one = words_before.next().unwrap_or_default();
    let next = rest.split([' ', '\n']).next().unwrap_or_default();
    let next_is_capital = rest.starts_with(char::is_uppercase);
    let few_digits = last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit());
    if parts_date(last_but_one, last, next) {
        PARTED_DATE
    } else if parts_amount(last, next) {
        PARTED_AMOUNT
    } else if (TITLES.contains(&last) || few_digits) && next_is_capital {
        PARTED_TITLE
    } else if NUMBERED.contains(&without_opening(last)) && next.contains(|c: char| c.is_ascii_digit()) {
        PARTED_NUMBERED
    } else if few_digits && rest.starts_with(char::is_alphabetic) {
        PARTED_NUMBER
    } else if last.chars().count() == 1 && last.starts_with(char::is_alphabetic) {
        LONELY_LETTER
    } else {
        0.0
    }
}

/// "31 | May", "May | 2027", "January | 31", "January 31, | 2027", with a bracket before and anything behind.
fn parts_date(last_but_one: &str, last: &str, next: &str) -> bool {
    let last = without_opening(last);
    let next = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let in_month = MONTHS.contains(&without_opening(last_but_one));
    let is_year = next.len() == 4 && next.bytes().all(|byte| byte.is_ascii_digit());
    let month_ends = MONTHS.contains(&last.trim_end_matches(','));
    let day_of_month_ends = in_month && is_day(last.trim_end_matches(','));
    (is_day(last) && MONTHS.contains(&next))
        || (MONTHS.contains(&last) && is_day(next))
        || (is_year && (month_ends || day_of_month_ends))
}

/// "EUR | 4,800" and "4,800 | EUR".
fn parts_amount(last: &str, next: &str) -> bool {
    let unit = next.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '$');
    let number_ends = last.ends_with(|c: char| c.is_ascii_digit());
    (CURRENCIES.contains(&without_opening(last)) && next.starts_with(|c: char| c.is_ascii_digit()))
        || (number_ends && CURRENCIES.contains(&unit))
}

fn without_opening(word: &str) -> &str {
    word.trim_start_matches(['(', '[', '“', '‘', '"', '\''])
}

/// A number from 1 to 31, also one such as "1st".
fn is_day(word: &str) -> bool {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    number.len() <= 2 && number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Places inside a word that is wider than the line.
fn cut_anywhere(text: &str, start: usize, word: &str, reach: &[f32], found: &mut Vec<Break>) {
    for (offset, _) in word.char_indices().skip(1) {
        let at = start + offset;
        // Where nothing advances, a mark or the rest of a ligature follows.
        let follows = text[at..].chars().next().map_or(1, char::len_utf8);
        if reach[at + follows] > reach[at] {
            let reached = reach[at];
            found.push(Break {
                end: at,
                next: at,
                end_reach: reached,
                next_reach: reached,
                penalty: CUT,
                hyphen: false,
                cut: true,
                forced: false,
            });
        }
    }
}

/// Places for a hyphen. Names, and whatever else is written with a capital, stay whole, and so does everything
/// with digits or signs inside, such as addresses.
fn divide(
    start: usize,
    word: &str,
    reach: &[f32],
    hyphen_width: f32,
    language: Lang,
    found: &mut Vec<Break>,
) {
    let core = word.trim_matches(|c: char| !c.is_alphabetic());
    let plain = core.chars().all(char::is_alphabetic) && core.starts_with(char::is_lowercase);
    if !plain || core.chars().count() < SHORTEST_DIVIDED {
        return;
    }
    let mut at = start + word.find(core).expect("the core is part of the word");
    let end = at + core.len();
    for syllable in hypher::hyphenate_bounded(core, language, 3, 3) {
        at += syllable.len();
        if at < end {
            found.push(Break {
                end: at,
                next: at,
                end_reach: reach[at] + hyphen_width,
                next_reach: reach[at],
                penalty: HYPHEN,
                hyphen: true,
                cut: false,
                forced: false,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_as_one_is_kept_as_one() {
        let cases = [
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
            ("am 20", "Januar", PARTED_TITLE),
            ("3", "days", PARTED_NUMBER),
            ("I", "will", LONELY_LETTER),
        ];
        for (before, rest, expected) in cases {
            let found = penalty(before, rest);
            assert!((found - expected).abs() < 0.1, "{before:?} | {rest:?} costs {found}, not {expected}");
        }
    }

    #[test]
    fn lines_may_end_where_a_date_does() {
        for (before, rest) in [
            ("ends on 31 January 2027.", "Thank you"),
            ("in May", "we met"),
            ("on January 31,", "we met"),
            ("on page 31.", "May I ask"),
            ("item 32,", "May"),
            ("of 1 March 2024,", "2,150 words"),
            ("in January,", "20 people"),
            ("the invoice", "that you sent"),
            ("Paid 4,800.", "Euros"),
        ] {
            assert!(penalty(before, rest).abs() < 0.1, "nothing is parted at {before:?} | {rest:?}");
        }
    }
}
