//! Which amounts a text names, however they are written.

/// Every amount that stands after or before €, £ or $, as a plain number and as it stands there: "€4,800.50" and
/// "4.800,50 €" both give "€4800.50".
pub(crate) fn amounts_named(text: &str) -> Vec<(String, String)> {
    let mut amounts = Vec::new();
    for (at, symbol) in text.char_indices().filter(|(_, letter)| ['€', '£', '$'].contains(letter)) {
        let end = at + symbol.len_utf8();
        let behind = number_at_start(&text[end..]);
        let (written, wording) = if behind > 0 {
            (&text[end..end + behind], &text[at..end + behind])
        } else {
            let before = text[..at].trim_end_matches(SPACES);
            let from = number_at_end(before);
            (&before[from..], &text[from..end])
        };
        let plain = plain_number(written);
        if !plain.is_empty() {
            amounts.push((format!("{symbol}{plain}"), wording.to_owned()));
        }
    }
    amounts
}

/// What may part a symbol from its number, and groups of digits from each other.
const SPACES: [char; 4] = [' ', '\u{A0}', '\u{2009}', '\u{202F}'];

/// How many bytes of a number a text begins with.
fn number_at_start(text: &str) -> usize {
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return 0;
    }
    let of_number = |letter: char| letter.is_ascii_digit() || ",.'’\u{A0}\u{202F}".contains(letter);
    let length = text.find(|letter| !of_number(letter)).unwrap_or(text.len());
    text[..length].trim_end_matches(|letter: char| !letter.is_ascii_digit()).len()
}

/// Where the number begins that a text ends with; at the text's end where it ends with none. A plain space parts
/// groups only where three digits follow it: "in 2026 800 €" names 800.
fn number_at_end(text: &str) -> usize {
    let digits =
        |text: &str| text.len() - text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let mut from = text.len() - digits(text);
    let mut group = digits(text);
    loop {
        let Some(sign) = text[..from].chars().next_back() else { return from };
        let before = from - sign.len_utf8();
        let more = digits(&text[..before]);
        let parts = match sign {
            ',' | '.' | '\'' | '’' => true,
            sign if SPACES.contains(&sign) => group == 3 && (1..=3).contains(&more),
            _ => false,
        };
        if group == 0 || more == 0 || !parts {
            return from;
        }
        (from, group) = (before - more, more);
    }
}

/// "4,800.50", "4.800,50" and "4 800,50" are the same number: the last sign before one or two digits parts the decimals.
fn plain_number(written: &str) -> String {
    let decimals = written
        .rfind([',', '.'])
        .filter(|at| (1..=2).contains(&(written.len() - at - 1)))
        .map(|at| &written[at + 1..]);
    let whole = decimals.map_or(written, |decimals| &written[..written.len() - decimals.len() - 1]);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    match decimals.filter(|decimals| decimals.chars().any(|digit| digit != '0')) {
        Some(decimals) => format!("{digits}.{decimals:0<2}"),
        None => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_compare_as_numbers() {
        for text in [
            "€4,800.50",
            "4.800,50 €",
            "4\u{202F}800,50\u{A0}€",
            "4 800,50 €",
            "€4800.5",
            "in 2026 4 800,5 €",
        ] {
            let found = amounts_named(text);
            assert_eq!(found.first().map(|(plain, _)| plain.as_str()), Some("€4800.50"), "“{text}”");
        }
        let found = amounts_named("4 800 € und 1.200 £; in 2026 800 $");
        let both: Vec<(&str, &str)> =
            found.iter().map(|(plain, said)| (plain.as_str(), said.as_str())).collect();
        let expected = [("€4800", "4 800 €"), ("£1200", "1.200 £"), ("$800", "800 $")];
        assert_eq!(both, expected, "each with the words that name it");
        let found = amounts_named("€4,800, £1,200.50 and $900.00.");
        let plain: Vec<&str> = found.iter().map(|(plain, _)| plain.as_str()).collect();
        assert_eq!(plain, ["€4800", "£1200.50", "$900"], "grouping and empty decimals do not count");
    }
}
