//! Checks that many records share.
use chrono::NaiveDate;

use crate::{Kind, Money, RecordError, country_name};

/// The most characters a one-line field may hold: far above any name, far below what would break a page.
pub const MAX_LINE: usize = 300;
/// The most characters a note may hold.
pub const MAX_TEXT: usize = 20_000;
/// The longest stretch of time that one record holds, in minutes: a month without sleep.
pub(crate) const LONGEST_MINUTES: u32 = 31 * 24 * 60;
/// The same in seconds.
pub(crate) const LONGEST_SECONDS: u32 = LONGEST_MINUTES * 60;

/// A one-line field that must not be empty.
pub(crate) fn required_line(kind: Kind, field: &'static str, text: &str) -> Result<(), RecordError> {
    if text.trim().is_empty() {
        return Err(RecordError::Missing { kind, field });
    }
    line(kind, field, text)
}

/// A field of several lines that must not be empty.
pub(crate) fn required_text(kind: Kind, field: &'static str, words: &str) -> Result<(), RecordError> {
    if words.trim().is_empty() {
        return Err(RecordError::Missing { kind, field });
    }
    text(kind, field, words)
}

/// A count that must lie from 1 to a limit.
pub(crate) fn within(kind: Kind, field: &'static str, value: u32, limit: u32) -> Result<(), RecordError> {
    if value == 0 || value > limit {
        return Err(RecordError::Count { kind, field, value, limit });
    }
    Ok(())
}

/// An amount that may be missing or nothing, but not below zero.
pub(crate) fn not_below_zero(kind: Kind, amount: Option<Money>) -> Result<(), RecordError> {
    match amount {
        Some(amount) if amount.minor < 0 => Err(RecordError::BelowZero { kind }),
        _ => Ok(()),
    }
}

/// A one-line field that may be empty.
pub(crate) fn line(kind: Kind, field: &'static str, text: &str) -> Result<(), RecordError> {
    readable(kind, field, text, MAX_LINE, false)
}

/// A field of several lines that may be empty.
pub(crate) fn text(kind: Kind, field: &'static str, text: &str) -> Result<(), RecordError> {
    readable(kind, field, text, MAX_TEXT, true)
}

/// Postal address lines.
pub(crate) fn lines(kind: Kind, field: &'static str, lines: &[String]) -> Result<(), RecordError> {
    lines.iter().try_for_each(|each| line(kind, field, each))
}

fn readable(
    kind: Kind,
    field: &'static str,
    text: &str,
    limit: usize,
    line_breaks: bool,
) -> Result<(), RecordError> {
    let length = text.chars().count();
    if length > limit {
        return Err(RecordError::TooLong { kind, field, length, limit });
    }
    let stray = |c: &char| c.is_control() && !(line_breaks && matches!(c, '\n' | '\r' | '\t'));
    match text.chars().find(stray) {
        Some(found) => Err(RecordError::ControlCharacter { kind, field, code: u32::from(found) }),
        None => Ok(()),
    }
}

/// Two dates of which one must not come before the other; nothing to check while one is not known.
pub(crate) fn in_order(
    kind: Kind,
    (earlier, earlier_on): (&'static str, Option<NaiveDate>),
    (later, later_on): (&'static str, Option<NaiveDate>),
) -> Result<(), RecordError> {
    match (earlier_on, later_on) {
        (Some(earlier_on), Some(later_on)) if later_on < earlier_on => {
            Err(RecordError::DateOrder { kind, earlier, earlier_on, later, later_on })
        }
        _ => Ok(()),
    }
}

/// An e-mail address, or nothing. Only what no address could lack is asked for: a local part, one @, a domain.
pub(crate) fn email(text: &str) -> Result<(), RecordError> {
    let text = text.trim();
    let plausible = |(local, domain): (&str, &str)| {
        !local.is_empty()
            && !domain.is_empty()
            && !domain.contains('@')
            && !text.contains(char::is_whitespace)
    };
    if text.is_empty() || text.split_once('@').is_some_and(plausible) {
        return Ok(());
    }
    Err(RecordError::Email { text: text.to_owned() })
}

/// A SHA-256 in 64 hexadecimal digits, or none.
pub(crate) fn digest(digest: Option<&str>) -> Result<(), RecordError> {
    match digest {
        Some(text) if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            Err(RecordError::Digest { text: text.to_owned() })
        }
        _ => Ok(()),
    }
}

/// No more of something than a limit.
pub(crate) fn at_most(
    kind: Kind,
    field: &'static str,
    found: usize,
    limit: usize,
) -> Result<(), RecordError> {
    if found > limit { Err(RecordError::TooMany { kind, field, found, limit }) } else { Ok(()) }
}

/// A key as files and words use it: lower-case letters, digits and underscores.
pub(crate) fn key(kind: Kind, field: &'static str, text: &str, limit: usize) -> Result<(), RecordError> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if text.is_empty() || text.len() > limit || !text.bytes().all(plain) {
        return Err(RecordError::Key { kind, field, text: text.chars().take(limit).collect() });
    }
    Ok(())
}

/// A country by its code, in capitals, or nothing.
pub(crate) fn country(code: &str) -> Result<(), RecordError> {
    let listed = || code.bytes().all(|byte| byte.is_ascii_uppercase()) && country_name(code).is_some();
    if code.is_empty() || listed() {
        return Ok(());
    }
    Err(RecordError::Country { code: code.to_owned() })
}
