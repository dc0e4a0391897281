//! Money as whole minor units of a currency: no rounding, ever.
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::RecordError;

/// An amount in minor units (cents, pence, yen) of an ISO 4217 currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Money {
    /// Whole minor units; 480000 is €4,800.00.
    pub minor: i64,
    /// The ISO 4217 currency.
    #[ts(type = "string")]
    pub currency: Currency,
}

impl Money {
    /// How many decimals the currency has (0 for yen, 2 for euro, 3 for Kuwaiti dinar), by ISO 4217.
    #[must_use]
    pub fn decimals(self) -> u32 {
        u32::from(self.currency.exponent().unwrap_or(0))
    }

    /// Reads a plain amount such as `4800`, `4,800.50` or `4800.5` in the given currency.
    ///
    /// # Errors
    /// [`RecordError::Amount`] where it is no number, has more decimals than the currency, or is out of range.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, RecordError> {
        let refused =
            || RecordError::Amount { text: text.trim().to_owned(), currency: currency.code().to_owned() };
        let plain: String =
            text.trim().chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
        let (negative, digits) = match plain.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, plain.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let decimals = usize::from(currency.exponent().unwrap_or(0));
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !only_digits(whole) || !only_digits(fraction) || fraction.len() > decimals {
            return Err(refused());
        }
        let minor: i64 = format!("{whole}{fraction:0<decimals$}").parse().map_err(|_| refused())?;
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }
}

/// Reads an ISO 4217 code, in any case.
///
/// # Errors
/// [`RecordError::Currency`] for a code that ISO 4217 does not list.
pub fn parse_currency(code: &str) -> Result<Currency, RecordError> {
    Currency::from_code(&code.trim().to_ascii_uppercase())
        .ok_or_else(|| RecordError::Currency { code: code.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_or_refused() {
        let check = |text: &str, currency, expected: Option<i64>| {
            assert_eq!(Money::parse(text, currency).ok().map(|money| money.minor), expected, "{text:?}");
        };
        check("4800", Currency::EUR, Some(480_000));
        check("4,800.50", Currency::EUR, Some(480_050));
        check(" 4 800.5 ", Currency::EUR, Some(480_050));
        check("-12.30", Currency::USD, Some(-1_230));
        check("1200", Currency::JPY, Some(1_200));
        check("1200.5", Currency::JPY, None);
        check("1.234", Currency::KWD, Some(1_234));
        check("1.005", Currency::EUR, None);
        check("", Currency::EUR, None);
        check("twelve", Currency::EUR, None);
        check("99999999999999999999", Currency::EUR, None);
    }

    #[test]
    fn a_currency_is_known_by_its_code_in_any_case() {
        assert_eq!(parse_currency(" eur ").ok(), Some(Currency::EUR), "case and blanks do not matter");
        assert!(parse_currency("EURO").is_err(), "only ISO 4217 codes are currencies");
    }
}
