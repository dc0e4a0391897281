//! Dates as people write them. Where day and month are both numbers, the whole column decides which is which.
use chrono::{Datelike, NaiveDate};

use crate::{ExchangeError, error::quoted};

/// Which comes first in dates such as 03/04/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// Years that are taken for meant: outside of them stands a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The order of a column, from its values with their lines.
///
/// A first number above 12 says day first, a second one above 12 says month first. Dotted dates have the day
/// first unless a value says otherwise: no country writes the month first with dots.
pub(crate) fn order_of<'a>(
    column: &str,
    values: impl Iterator<Item = (usize, &'a str)>,
) -> Result<DateOrder, ExchangeError> {
    let (mut day_first, mut month_first, mut open) = (None, None, None);
    let mut dotted = true;
    for (line, value) in values {
        let Some(Numbers { first, second, year, dots }) = numbers(value) else { continue };
        match (first, second) {
            (13..=31, 1..=12) => {
                day_first.get_or_insert((line, value));
            }
            (1..=12, 13..=31) => {
                month_first.get_or_insert((line, value));
            }
            (1..=12, 1..=12) if first != second => {
                dotted &= dots;
                open.get_or_insert((line, value, first, second, year));
            }
            _ => {}
        }
    }
    match (day_first, month_first, open) {
        (Some(day_first), Some(month_first), _) => Err(ExchangeError::MixedDates {
            column: column.to_owned(),
            day_first: quoted(day_first.1),
            day_first_line: day_first.0,
            month_first: quoted(month_first.1),
            month_first_line: month_first.0,
        }),
        (_, Some(_), _) => Ok(DateOrder::MonthFirst),
        (None, None, Some((line, value, first, second, year))) if !dotted => {
            let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
            match (day(second, first), day(first, second)) {
                (Some(day_first), Some(month_first)) => Err(ExchangeError::AmbiguousDates {
                    column: column.to_owned(),
                    line,
                    value: quoted(value),
                    day_first,
                    month_first,
                }),
                _ => Ok(DateOrder::DayFirst),
            }
        }
        _ => Ok(DateOrder::DayFirst),
    }
}

/// A date in any of the forms that are taken; `None` where it is none, or not in the calendar.
///
/// `2026-02-28` (also with `/` or `.`, and with a time behind it), `28.02.2026`, `28/2/26`, `28 Feb 2026`,
/// `Feb 28, 2026`. Two-digit years run from 1970 to 2069.
pub(crate) fn parse(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = date_part(text);
    let date = if let Some(Numbers { first, second, year, .. }) = numbers(text) {
        let (day, month) = match order {
            DateOrder::DayFirst => (first, second),
            DateOrder::MonthFirst => (second, first),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    } else {
        iso(text).or_else(|| with_month_name(text))
    };
    date.filter(|date| YEARS.contains(&date.year()))
}

/// The text without a time of day behind it.
fn date_part(text: &str) -> &str {
    let text = text.trim();
    let is_time = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.get(..3).is_some_and(|start| start.contains(':'))
    };
    for (at, c) in text.char_indices() {
        if matches!(c, 'T' | ' ') && is_time(text[at + 1..].trim_start()) {
            return text[..at].trim_end_matches([' ', ',']);
        }
    }
    text
}

struct Numbers {
    first: u32,
    second: u32,
    year: i32,
    dots: bool,
}

/// Three numbers of which the last is the year.
fn numbers(text: &str) -> Option<Numbers> {
    let text = date_part(text);
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let mut parts = text.split(separator).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Some(Numbers {
        first: short(first)?,
        second: short(second)?,
        year: year_of(year)?,
        dots: separator == '.',
    })
}

fn short(text: &str) -> Option<u32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn year_of(text: &str) -> Option<i32> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year >= 70 => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn iso(text: &str) -> Option<NaiveDate> {
    let (year, rest) = (text.get(..4)?, text.get(4..)?);
    let year = year_of(year)?;
    let separator = rest.chars().next()?;
    let (month, day) = match separator {
        '-' | '/' | '.' => rest[1..].split_once(separator)?,
        _ if rest.len() == 4 => (rest.get(..2)?, rest.get(2..)?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, short(month)?, short(day)?)
}

/// `28 February 2026`, `28-Feb-26`, `Feb 28, 2026`, `Saturday, 28 February 2026`: English names, from three letters on.
fn with_month_name(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/'))
        .filter(|part| !part.is_empty())
        .collect();
    let parts = match parts.as_slice() {
        [weekday, rest @ ..] if rest.len() == 3 && is_name_of(weekday, &WEEKDAYS).is_some() => rest,
        all => all,
    };
    let [one, two, year] = parts else { return None };
    let (day, month) = match (is_name_of(one, &MONTHS), is_name_of(two, &MONTHS)) {
        (Some(month), None) => (two, month),
        (None, Some(month)) => (one, month),
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    NaiveDate::from_ymd_opt(year_of(year)?, month, short(day)?)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The place, from 1, of the name that the text begins.
fn is_name_of(text: &str, names: &[&str]) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    (text.len() >= 3)
        .then(|| (1..).zip(names).find(|(_, name)| name.starts_with(&text)).map(|(place, _)| place))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_form_that_people_write() {
        let check = |text: &str, order, expected: Option<&str>| {
            let found = parse(text, order).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{text:?} with {order:?}");
        };
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
            check("2026-02-28", order, Some("2026-02-28"));
            check("2026/2/8", order, Some("2026-02-08"));
            check("2026.02.28", order, Some("2026-02-28"));
            check("20260228", order, Some("2026-02-28"));
            check("2026-02-28T23:59:00Z", order, Some("2026-02-28"));
            check(" 2026-02-28 08:30 ", order, Some("2026-02-28"));
            check("28 Feb 2026", order, Some("2026-02-28"));
            check("28-Feb-26", order, Some("2026-02-28"));
            check("Feb 28, 2026", order, Some("2026-02-28"));
            check("Saturday, 28th February 2026", order, Some("2026-02-28"));
            check("2026-02-31", order, None);
            check("0226-02-28", order, None);
            check("soon", order, None);
            check("45000", order, None);
            check("", order, None);
            check("٢٨/٠٢/٢٠٢٦", order, None);
        }
        check("03/04/2026", DateOrder::DayFirst, Some("2026-04-03"));
        check("03/04/2026", DateOrder::MonthFirst, Some("2026-03-04"));
        check("3.4.26", DateOrder::DayFirst, Some("2026-04-03"));
        check("3.4.98", DateOrder::DayFirst, Some("1998-04-03"));
        check("04/13/2026 9:05 AM", DateOrder::MonthFirst, Some("2026-04-13"));
        check("04/13/2026", DateOrder::DayFirst, None);
        check("31.02.2026", DateOrder::DayFirst, None);
    }

    #[test]
    fn the_whole_column_decides_the_order() {
        let check = |values: &[&str], expected: Result<DateOrder, &str>| {
            let found = order_of("Due", (2..).zip(values.iter().copied()));
            let told = match &found {
                Ok(order) => Ok(*order),
                Err(ExchangeError::AmbiguousDates { .. }) => Err("ambiguous"),
                Err(_) => Err("mixed"),
            };
            assert_eq!(told, expected, "{values:?}");
        };
        check(&["03/04/2026", "13/04/2026"], Ok(DateOrder::DayFirst));
        check(&["03/04/2026", "04/13/2026"], Ok(DateOrder::MonthFirst));
        check(&["03/04/2026", "05/06/2026"], Err("ambiguous"));
        check(&["13/04/2026", "04/13/2026"], Err("mixed"));
        check(&["03.04.2026", "05.06.2026"], Ok(DateOrder::DayFirst));
        check(&["03.04.2026", "05/06/2026"], Err("ambiguous"));
        check(&["03.04.2026", "02.28.2026"], Ok(DateOrder::MonthFirst));
        check(&["05/05/2026", "2026-03-04", ""], Ok(DateOrder::DayFirst));
        check(&["31.02.2026"], Ok(DateOrder::DayFirst));
        check(&["soon", "31/31/2026"], Ok(DateOrder::DayFirst));
    }
}
