//! Amounts, stretches of time and ratings at the beginning of some words.
use iso_currency::Currency;
use kindly_records::{Money, fields, fields::Shape, parse_currency};

use super::{
    lexemes::Lexeme,
    words::{CODES, HOURS, SIGNS},
};
use crate::amounts;

/// The amount that the words begin with, and how many of them it takes.
///
/// A sign or a code may stand on either side, with a blank or without; `1.5k` is 1500.
pub(super) fn amount(words: &[Lexeme<'_>], currency: Currency) -> Option<(Money, usize)> {
    let first = words.first().filter(|word| !word.quoted)?;
    let second = words.get(1).filter(|word| !word.quoted);
    if let (Some(code), Some(number)) = (code(first.inner), second) {
        return Some((plain(number.inner, code)?, 2));
    }
    let (number, own) = split_currency(first.inner, currency)?;
    match (own, second.and_then(|word| code(word.inner))) {
        (None, Some(code)) => Some((plain(number, code)?, 2)),
        (own, _) => Some((plain(number, own.unwrap_or(currency))?, 1)),
    }
}

fn plain(text: &str, currency: Currency) -> Option<Money> {
    let (text, times) = match text.strip_suffix(['k', 'K']) {
        Some(thousands) => (thousands, 1000),
        None => (text, 1),
    };
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let money = amounts::parse(text, currency).ok()?;
    Some(Money { minor: money.minor.checked_mul(times)?, currency })
}

/// A code in capitals, or one of the common ones.
fn code(text: &str) -> Option<Currency> {
    let capitals = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if capitals || CODES.contains(&text.to_lowercase().as_str()) {
        return parse_currency(text).ok();
    }
    sign(text, None)
}

/// The currency of a sign; a dollar is the client's own where theirs is one.
fn sign(text: &str, own: Option<Currency>) -> Option<Currency> {
    if let Some(own) = own.filter(|own| text == "$" && own.code().ends_with('D')) {
        return Some(own);
    }
    let (_, code) = SIGNS.iter().find(|(sign, _)| *sign == text)?;
    parse_currency(code).ok()
}

/// The number of a word, and the currency that stands before or behind it.
fn split_currency(text: &str, own: Currency) -> Option<(&str, Option<Currency>)> {
    let is_number = |c: char| c.is_ascii_digit();
    let (begin, end) = (text.find(is_number)?, text.rfind(is_number)? + 1);
    let begin = if text[..begin].ends_with('.') { begin - 1 } else { begin };
    let (before, number, behind) = (&text[..begin], &text[begin..end], &text[end..]);
    let (number, behind) = match behind.strip_prefix(['k', 'K']) {
        Some(rest) => (&text[begin..=end], rest),
        None => (number, behind),
    };
    let stated = |text: &str| sign(text, Some(own)).or_else(|| code(text));
    match (before, behind) {
        ("", "") => Some((number, None)),
        (mark, "") | ("", mark) => Some((number, Some(stated(mark)?))),
        _ => None,
    }
}

/// The stretch of time that the words begin with, in minutes or seconds as the shape says, and how many words it takes.
pub(super) fn duration(words: &[Lexeme<'_>], shape: Shape) -> Option<(u32, usize)> {
    let first = words.first().filter(|word| !word.quoted)?;
    if !first.inner.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let bare = first.inner.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let read = |text: &str| {
        let value = fields::read("", shape, text, "EUR").ok()?.as_u64()?;
        u32::try_from(value).ok()
    };
    let second = words.get(1).filter(|word| !word.quoted);
    let is_unit = |word: &&Lexeme<'_>| HOURS.contains(&word.key.as_str());
    if bare {
        let unit = second.filter(is_unit)?;
        return Some((read(&format!("{}{}", first.inner, unit.key))?, 2));
    }
    // "1h 30m" and "1h 30"
    let joined = second.filter(|word| word.inner.starts_with(|c: char| c.is_ascii_digit()));
    let both = joined
        .filter(|_| first.key.ends_with('h'))
        .and_then(|word| read(&format!("{}{}", first.inner, word.key)));
    match both {
        Some(value) => Some((value, 2)),
        None => Some((read(first.inner)?, 1)),
    }
}

/// A rating written as a part of its scale: `4/5`, `9/10` or `6/7`, with the scale that it tells.
pub(super) fn rating(word: &Lexeme<'_>) -> Option<(i64, &'static str)> {
    let (value, of) = word.inner.split_once('/').filter(|_| !word.quoted)?;
    let scale = match of {
        "5" => "csat",
        "10" => "nps",
        "7" => "ces",
        _ => return None,
    };
    Some((whole(value)?, scale))
}

/// A small whole number.
pub(super) fn whole(text: &str) -> Option<i64> {
    let figures = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lexemes::lexemes;

    #[test]
    fn amounts_are_found_with_their_currency() {
        let check = |text: &str, expected: Option<(i64, &str, usize)>| {
            let found = amount(&lexemes(text), Currency::EUR);
            let told = found.map(|(money, words)| (money.minor, money.currency.code(), words));
            assert_eq!(told, expected, "{text:?}");
        };
        check("4800", Some((480_000, "EUR", 1)));
        check("4,800.50", Some((480_050, "EUR", 1)));
        check("4.800,50 x", Some((480_050, "EUR", 1)));
        check("€4800", Some((480_000, "EUR", 1)));
        check("4800€", Some((480_000, "EUR", 1)));
        check("£ 12", Some((1_200, "GBP", 2)));
        check("4800 USD", Some((480_000, "USD", 2)));
        check("4800 usd", Some((480_000, "USD", 2)));
        check("CHF 4800", Some((480_000, "CHF", 2)));
        check("1.5k", Some((150_000, "EUR", 1)));
        check("$2k", Some((200_000, "USD", 1)));
        check("4800 all in", Some((480_000, "EUR", 1)));
        check("0.125", None);
        check("2026-031", None);
        check("2.5h", None);
        check("\"4800\"", None);
        check("99999999999999999k", None);
    }

    #[test]
    fn stretches_of_time_need_a_unit() {
        let check = |text: &str, expected: Option<(u32, usize)>| {
            assert_eq!(duration(&lexemes(text), Shape::Minutes), expected, "{text:?}");
        };
        check("2.5h", Some((150, 1)));
        check("2,5 h x", Some((150, 2)));
        check("90m", Some((90, 1)));
        check("1:30", Some((90, 1)));
        check("1h30", Some((90, 1)));
        check("1h 30m", Some((90, 2)));
        check("1h 2026-031", Some((60, 1)));
        check("20 minutes", Some((20, 2)));
        check("90", None);
        check("1:75", None);
        check("4/5", None);
    }
}
