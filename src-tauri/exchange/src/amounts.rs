//! Amounts of money as people and spreadsheets write them.
use iso_currency::Currency;
use kindly_records::Money;

/// Why an amount is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAmount {
    /// It cannot be read, or not in one way only.
    Unreadable,
    /// Its sign or code says another currency.
    OtherCurrency,
}

/// Reads `4800`, `4,800.50`, `1.234,56`, `1 234,56`, `1'234.50`, `(400.00)`, `$-142.85`, `€ 12` or `12- EUR`.
///
/// Of two different separators the last one is the decimal one, and one that comes twice groups thousands. A
/// single one before exactly three digits groups thousands where the currency has fewer decimals than three; where it
/// has three, nothing tells, and the amount is refused. A minus sign, or brackets as bookkeepers write them, makes
/// it negative. The currency's sign or code may stand before or behind it, but no other currency's.
pub(crate) fn parse(text: &str, currency: Currency) -> Result<Money, NoAmount> {
    let text = text.trim();
    let (bracketed, inner) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => (false, text),
    };
    let is_sign = |c: &char| matches!(c, '-' | '−' | '+');
    let digits: String = inner
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace())
        .collect();
    let around: String = inner
        .chars()
        .filter(|c| {
            !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace() || is_sign(c))
        })
        .collect();
    let signs: Vec<char> = inner.chars().filter(is_sign).collect();
    let minus = match signs.as_slice() {
        [] | ['+'] => false,
        ['-' | '−'] => true,
        _ => return Err(NoAmount::Unreadable),
    };
    // A sign between digits is no sign: 2026-02 is a month, 1-2 a range.
    if inner.split(|c| is_sign(&c)).filter(|part| part.contains(|c: char| c.is_ascii_digit())).count() != 1 {
        return Err(NoAmount::Unreadable);
    }
    check_currency(&around, currency)?;
    let plain = plain(digits.trim(), currency).ok_or(NoAmount::Unreadable)?;
    let money = Money::parse(&plain, currency).map_err(|_| NoAmount::Unreadable)?;
    Ok(if bracketed == minus { money } else { Money { minor: -money.minor, ..money } })
}

fn check_currency(around: &str, currency: Currency) -> Result<(), NoAmount> {
    let own = currency.code();
    let fits = match around {
        "" => true,
        "€" => own == "EUR",
        "£" => own == "GBP",
        "¥" => matches!(own, "JPY" | "CNY"),
        "$" => matches!(own, "USD" | "CAD" | "AUD" | "NZD" | "SGD" | "HKD" | "TWD" | "MXN"),
        "US$" => own == "USD",
        other => match Currency::from_code(&other.to_ascii_uppercase()) {
            Some(stated) => stated == currency,
            None if other == currency.symbol().symbol => true,
            None => return Err(NoAmount::Unreadable),
        },
    };
    if fits { Ok(()) } else { Err(NoAmount::OtherCurrency) }
}

/// Digits with a decimal point at most, from digits with separators.
fn plain(text: &str, currency: Currency) -> Option<String> {
    let points = |c: char| text.matches(c).count();
    let decimals = usize::from(currency.exponent().unwrap_or(0));
    let decimal = match (text.rfind('.'), text.rfind(',')) {
        (None, None) => None,
        (Some(dot), Some(comma)) => Some(if dot > comma { '.' } else { ',' }),
        (Some(at), None) | (None, Some(at)) => {
            let separator = char::from(text.as_bytes()[at]);
            match (points(separator), text.len() - at - 1) {
                (1, 3) if decimals == 3 => return None,
                (1, behind) if behind != 3 => Some(separator),
                _ => None,
            }
        }
    };
    let (whole, fraction) = match decimal {
        Some(separator) if points(separator) == 1 => text.split_once(separator)?,
        Some(_) => return None,
        None => (text, ""),
    };
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let separators: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let grouped = separators.windows(2).all(|pair| pair[0] == pair[1])
        && (groups.len() == 1
            || ((1..=3).contains(&groups[0].len())
                && groups[0] != "0"
                && groups[1..].iter().all(|group| group.len() == 3)));
    let sound = grouped && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let whole = if whole.is_empty() { "0".to_owned() } else { groups.concat() };
    (sound && text.contains(|c: char| c.is_ascii_digit()))
        .then(|| if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_every_form_or_refused() {
        let check = |text: &str, currency, expected: Result<i64, NoAmount>| {
            assert_eq!(parse(text, currency).map(|money| money.minor), expected, "{text:?} in {currency:?}");
        };
        check("4800", Currency::EUR, Ok(480_000));
        check("4800.5", Currency::EUR, Ok(480_050));
        check("1.234,56", Currency::EUR, Ok(123_456));
        check("1,234.56", Currency::EUR, Ok(123_456));
        check("1 234,56", Currency::EUR, Ok(123_456));
        check("1\u{202f}234,56 €", Currency::EUR, Ok(123_456));
        check("1'234.50", Currency::CHF, Ok(123_450));
        check("1.234", Currency::EUR, Ok(123_400));
        check("1,234", Currency::EUR, Ok(123_400));
        check("1,234,567", Currency::EUR, Ok(123_456_700));
        check("1.234.567,89", Currency::EUR, Ok(123_456_789));
        check("(400.00)", Currency::USD, Ok(-40_000));
        check("$-142.85", Currency::USD, Ok(-14_285));
        check("-$142.85", Currency::USD, Ok(-14_285));
        check("142.85-", Currency::USD, Ok(-14_285));
        check("(-5)", Currency::USD, Ok(500));
        check("EUR 12", Currency::EUR, Ok(1_200));
        check(".50", Currency::EUR, Ok(50));
        check("1200", Currency::JPY, Ok(1_200));
        check("1,200", Currency::JPY, Ok(1_200));
        check("1.234,567", Currency::KWD, Ok(1_234_567));
        let unreadable = Err(NoAmount::Unreadable);
        check("1.234", Currency::KWD, unreadable);
        check("0.125", Currency::EUR, unreadable);
        check("1,23,456", Currency::EUR, unreadable);
        check("1.2.3", Currency::EUR, unreadable);
        check("1.234,5.6", Currency::EUR, unreadable);
        check("4.5678", Currency::EUR, unreadable);
        check("2026-02", Currency::EUR, unreadable);
        check("12 34", Currency::EUR, unreadable);
        check("--5", Currency::EUR, unreadable);
        check("", Currency::EUR, unreadable);
        check("€", Currency::EUR, unreadable);
        check("about 5", Currency::EUR, unreadable);
        check("99999999999999999999", Currency::EUR, unreadable);
        check("$5", Currency::EUR, Err(NoAmount::OtherCurrency));
        check("5 GBP", Currency::EUR, Err(NoAmount::OtherCurrency));
    }
}
