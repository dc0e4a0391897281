//! Days as people say them: what is written, and which day that is.
use chrono::{Datelike, Days, NaiveDate, Weekday};
use kindly_records::add_months;

use super::{
    lexemes::Lexeme,
    words::{AGO, COUNTS, IN, LAST, MONTHS, NEXT, ORDINALS, THIS, TOLD, Told, UNITS, Unit, WEEKDAYS},
};
use crate::dates::{DateOrder, parse};

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One day only.
    Day(NaiveDate),
    /// A day that the calendar does not have.
    NoDay,
    /// A day of the week; which one depends on whether it lies behind or ahead.
    Weekday(Weekday),
    /// The one before today.
    LastWeekday(Weekday),
    /// The coming one.
    ThisWeekday(Weekday),
    /// The coming one or the one after: people differ.
    NextWeekday(Weekday),
    /// A day without its year.
    DayOfMonth { day: u32, month: u32 },
    /// Two numbers with a stroke: either may be the day.
    Either { one: u32, two: u32, year: Option<i32> },
}

/// A day found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub form: Form,
    /// How many words it takes.
    pub words: usize,
    /// Whether the words cannot be anything but a day; `sun` and `3/4` are days only behind "on" or "by".
    pub sure: bool,
}

/// The day that the words begin with.
pub(super) fn phrase(words: &[Lexeme<'_>], today: NaiveDate) -> Option<Phrase> {
    let first = words.first().filter(|word| !word.quoted)?;
    told(words, today)
        .or_else(|| written(words, first, today))
        .or_else(|| weekday(words))
        .or_else(|| counted(words, today))
}

impl Form {
    /// Whether it can only be a day that is still to come.
    pub(super) fn is_ahead(self, today: NaiveDate) -> bool {
        match self {
            Self::Day(day) => day > today,
            Self::NextWeekday(_) => true,
            _ => false,
        }
    }

    /// The days that may be meant, the likeliest first; none where the calendar has no such day.
    pub(super) fn days(self, today: NaiveDate, ahead: bool) -> Vec<NaiveDate> {
        match self {
            Self::Day(day) => vec![day],
            Self::NoDay => Vec::new(),
            Self::Weekday(weekday) if ahead && weekday == today.weekday() => {
                // "by Friday", said on a Friday.
                vec![today, coming(weekday, today)]
            }
            Self::Weekday(weekday) if ahead => vec![coming(weekday, today)],
            Self::Weekday(weekday) if weekday == today.weekday() => vec![today],
            Self::Weekday(weekday) | Self::LastWeekday(weekday) => {
                vec![coming(weekday, today) - Days::new(7 * (1 + u64::from(weekday == today.weekday())))]
            }
            Self::ThisWeekday(weekday) if weekday == today.weekday() => vec![today],
            Self::ThisWeekday(weekday) => vec![coming(weekday, today)],
            Self::NextWeekday(weekday) => {
                let first = coming(weekday, today);
                if first.iso_week() == today.iso_week() {
                    vec![first + Days::new(7), first]
                } else {
                    vec![first]
                }
            }
            Self::DayOfMonth { day, month } => nearest(day, month, today, ahead).into_iter().collect(),
            Self::Either { one, two, year } => {
                let read = |day, month| match year {
                    Some(year) => NaiveDate::from_ymd_opt(year, month, day),
                    None => nearest(day, month, today, ahead),
                };
                let mut days: Vec<NaiveDate> =
                    [read(one, two), read(two, one)].into_iter().flatten().collect();
                days.dedup();
                days
            }
        }
    }
}

/// The next such day of the week after today.
fn coming(weekday: Weekday, today: NaiveDate) -> NaiveDate {
    let away = (weekday.num_days_from_monday() + 6 - today.weekday().num_days_from_monday()) % 7 + 1;
    today + Days::new(u64::from(away))
}

/// The day of a month that is nearest on the side that is meant, today included.
fn nearest(day: u32, month: u32, today: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    // Eight years always hold a 29 February.
    let mut years = (0..=8).map(|away| if ahead { today.year() + away } else { today.year() - away });
    years.find_map(|year| {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|found| if ahead { *found >= today } else { *found <= today })
    })
}

/// Whether a phrase of the table stands at the beginning; how many words it takes.
pub(super) fn stands(words: &[Lexeme<'_>], phrase: &str) -> Option<usize> {
    let mut count = 0;
    for part in phrase.split(' ') {
        let word = words.get(count)?;
        if word.quoted || word.key != part {
            return None;
        }
        count += 1;
    }
    Some(count)
}

fn is_one_of(word: Option<&Lexeme<'_>>, list: &[&str]) -> bool {
    word.is_some_and(|word| !word.quoted && list.contains(&word.key.as_str()))
}

fn told(words: &[Lexeme<'_>], today: NaiveDate) -> Option<Phrase> {
    let found = TOLD.iter().filter_map(|(phrase, told)| Some((stands(words, phrase)?, *told)));
    let (count, told) = found.max_by_key(|(count, _)| *count)?;
    let day = match told {
        Told::Days(days) => today.checked_add_signed(chrono::TimeDelta::days(days))?,
        Told::EndOfMonth(months) => add_months(today.with_day(1)?, months + 1).pred_opt()?,
        Told::EndOfWeek(weeks) => {
            let from_monday = i64::from(today.weekday().num_days_from_monday());
            today.checked_add_signed(chrono::TimeDelta::days(4 - from_monday + 7 * weeks))?
        }
    };
    Some(Phrase { form: Form::Day(day), words: count, sure: true })
}

/// Dates in figures, or with the name of a month.
fn written(words: &[Lexeme<'_>], first: &Lexeme<'_>, today: NaiveDate) -> Option<Phrase> {
    let one = |form, sure| Some(Phrase { form, words: 1, sure });
    if let Some((year, month, day)) = three_numbers(first.inner, '-').filter(|(year, ..)| *year >= 1000) {
        let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
        return one(day.map_or(Form::NoDay, Form::Day), true);
    }
    for separator in ['.', '/'] {
        let Some(form) = figures(first.inner, separator) else { continue };
        // 4.5 may be a number and 3/4 a mark; 3.3. and 3/4/2026 are days.
        let sure = first.inner.matches(separator).count() == 2;
        return one(form, sure);
    }
    let day_number = |word: &Lexeme<'_>| -> Option<u32> {
        let plain = ORDINALS.iter().find_map(|ending| word.key.strip_suffix(ending)).unwrap_or(&word.key);
        let plain = plain.strip_suffix('.').unwrap_or(plain);
        (plain.len() <= 2).then(|| plain.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
    };
    let second = words.get(1).filter(|word| !word.quoted)?;
    let (day, month, taken) = match (day_number(first), name(second, &MONTHS)) {
        (Some(day), Some(month)) => (day, month, 2),
        // "3 of March"
        (Some(day), None) if second.key == "of" => (day, name(words.get(2)?, &MONTHS)?, 3),
        _ => (day_number(second)?, name(first, &MONTHS)?, 2),
    };
    let month = u32::try_from(month).ok()? + 1;
    let year = words.get(taken).filter(|word| !word.quoted && word.key.len() == 4);
    let year = year.and_then(|word| word.key.parse::<i32>().ok()).filter(|year| (1900..=2199).contains(year));
    let longest = NaiveDate::from_ymd_opt(2024, month, day).is_some();
    let form = match year {
        _ if !longest => Form::NoDay,
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).map_or(Form::NoDay, Form::Day),
        None if nearest(day, month, today, true).is_some() => Form::DayOfMonth { day, month },
        None => Form::NoDay,
    };
    Some(Phrase { form, words: taken + usize::from(year.is_some()), sure: true })
}

/// `3.3.`, `3.3.2026`, `3/4` or `3/4/26`.
fn figures(text: &str, separator: char) -> Option<Form> {
    if text.matches(separator).count() == 2 && !text.ends_with(separator) {
        let dotted = separator == '.';
        let (one, two, _) = three_numbers(text, separator)?;
        // A year first, or two figures of one, are read as in a file.
        let day_first = parse(text, DateOrder::DayFirst);
        let month_first = parse(text, DateOrder::MonthFirst);
        return Some(match (day_first, month_first) {
            (Some(day), _) if dotted => Form::Day(day),
            (Some(day), Some(other)) if day != other => Form::Either { one, two, year: Some(day.year()) },
            (Some(day), _) | (None, Some(day)) => Form::Day(day),
            (None, None) => Form::NoDay,
        });
    }
    let plain = if separator == '.' { text.strip_suffix('.').unwrap_or(text) } else { text };
    let (one, two) = plain.split_once(separator)?;
    let (one, two) = (number(one)?, number(two)?);
    let is_day = |day: u32, month: u32| NaiveDate::from_ymd_opt(2024, month, day).is_some();
    match (is_day(one, two), is_day(two, one)) {
        (true, _) if separator == '.' => Some(Form::DayOfMonth { day: one, month: two }),
        (true, true) if one != two => Some(Form::Either { one, two, year: None }),
        (true, _) => Some(Form::DayOfMonth { day: one, month: two }),
        (false, true) if separator == '/' => Some(Form::DayOfMonth { day: two, month: one }),
        _ if text.ends_with('.') => Some(Form::NoDay),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    let figures = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| text.parse().ok()).flatten()
}

fn three_numbers(text: &str, separator: char) -> Option<(u32, u32, u32)> {
    let mut parts = text.split(separator).map(|part| {
        let figures = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        figures.then(|| part.parse::<u32>().ok()).flatten()
    });
    let found = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(found)
}

fn weekday(words: &[Lexeme<'_>]) -> Option<Phrase> {
    let before = words.first();
    let (make, taken): (fn(Weekday) -> Form, usize) = match before {
        word if is_one_of(word, LAST) => (Form::LastWeekday, 1),
        word if is_one_of(word, NEXT) => (Form::NextWeekday, 1),
        word if is_one_of(word, THIS) => (Form::ThisWeekday, 1),
        _ => (Form::Weekday, 0),
    };
    let word = words.get(taken)?;
    let place = name(word, &WEEKDAYS)?;
    let weekday = Weekday::try_from(u8::try_from(place).ok()?).ok()?;
    let long = word.key == WEEKDAYS[place][0];
    Some(Phrase { form: make(weekday), words: taken + 1, sure: long || taken > 0 })
}

/// "in 2 weeks" and "3 days ago".
fn counted(words: &[Lexeme<'_>], today: NaiveDate) -> Option<Phrase> {
    let ahead = is_one_of(words.first(), IN);
    let at = usize::from(ahead);
    let count = words.get(at).filter(|word| !word.quoted)?;
    let told = COUNTS.iter().find(|(word, _)| count.key == *word).map(|(_, number)| *number);
    let count = told.or_else(|| count.key.parse().ok().filter(|number| *number <= 3_660))?;
    let unit = words.get(at + 1).filter(|word| !word.quoted)?;
    let unit = UNITS.iter().find(|(word, _)| unit.key == *word)?.1;
    let back = is_one_of(words.get(at + 2), AGO);
    if ahead == back {
        return None;
    }
    let day = match (unit, back) {
        (Unit::Days, false) => today + Days::new(count.into()),
        (Unit::Weeks, false) => today + Days::new(7 * u64::from(count)),
        (Unit::Months, false) => add_months(today, count),
        (Unit::Days, true) => today - Days::new(count.into()),
        (Unit::Weeks, true) => today - Days::new(7 * u64::from(count)),
        (Unit::Months, true) => today - chrono::Months::new(count),
    };
    Some(Phrase { form: Form::Day(day), words: at + 2 + usize::from(back), sure: true })
}

/// The place of the word in a table of names.
fn name(word: &Lexeme<'_>, names: &[&[&str]]) -> Option<usize> {
    let plain = word.key.strip_suffix('.').unwrap_or(&word.key);
    (!word.quoted).then(|| names.iter().position(|forms| forms.contains(&plain))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lexemes::lexemes;

    /// Today is Thursday, 5 March 2026.
    fn read(text: &str, ahead: bool) -> Option<(Vec<String>, usize)> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 5).expect("a day of the calendar");
        let found = phrase(&lexemes(text), today)?;
        let days = found.form.days(today, ahead).iter().map(ToString::to_string).collect();
        Some((days, found.words))
    }

    #[test]
    fn days_behind_and_ahead_are_found() {
        let check = |text: &str, ahead: bool, expected: &[&str], words: usize| {
            let (days, taken) = read(text, ahead).unwrap_or_else(|| panic!("{text:?} is a day"));
            assert_eq!(
                (days.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), taken),
                (expected, words),
                "{text:?}"
            );
        };
        check("today", false, &["2026-03-05"], 1);
        check("yesterday x", false, &["2026-03-04"], 1);
        check("the day before yesterday", false, &["2026-03-03"], 4);
        check("monday", false, &["2026-03-02"], 1);
        check("monday", true, &["2026-03-09"], 1);
        check("friday", false, &["2026-02-27"], 1);
        check("friday", true, &["2026-03-06"], 1);
        check("thursday", false, &["2026-03-05"], 1);
        check("thursday", true, &["2026-03-05", "2026-03-12"], 1);
        check("last thursday", false, &["2026-02-26"], 2);
        check("last friday", false, &["2026-02-27"], 2);
        check("this friday", true, &["2026-03-06"], 2);
        check("next friday", true, &["2026-03-13", "2026-03-06"], 2);
        check("next monday", true, &["2026-03-09"], 2);
        check("3 days ago", false, &["2026-03-02"], 3);
        check("a week ago", false, &["2026-02-26"], 3);
        check("1 month ago", false, &["2026-02-05"], 3);
        check("in 2 weeks", true, &["2026-03-19"], 3);
        check("in a month", true, &["2026-04-05"], 3);
        check("3 march", false, &["2026-03-03"], 2);
        check("3 March 2025", true, &["2025-03-03"], 3);
        check("March 3rd", true, &["2027-03-03"], 2);
        check("8 march", false, &["2025-03-08"], 2);
        check("3rd of march", false, &["2026-03-03"], 3);
        check("29 feb", false, &["2024-02-29"], 2);
        check("31 april", false, &[], 2);
        check("3.3.", false, &["2026-03-03"], 1);
        check("3.3.", true, &["2027-03-03"], 1);
        check("3.4.2026", false, &["2026-04-03"], 1);
        check("3.4.26", false, &["2026-04-03"], 1);
        check("3/4", true, &["2026-04-03", "2027-03-04"], 1);
        check("3/3", false, &["2026-03-03"], 1);
        check("2/13", false, &["2026-02-13"], 1);
        check("3/4/2026", false, &["2026-04-03", "2026-03-04"], 1);
        check("2026-03-03", false, &["2026-03-03"], 1);
        check("2026-02-30", false, &[], 1);
        check("end of month", true, &["2026-03-31"], 3);
        check("end of next month", true, &["2026-04-30"], 4);
        check("end of the week", true, &["2026-03-06"], 4);
    }

    #[test]
    fn what_is_no_day_is_left_alone() {
        for text in [
            "",
            "may",
            "in may",
            "march",
            "4800",
            "2026-031",
            "1.5h",
            "in two",
            "3 days",
            "\"today\"",
            "last",
        ] {
            assert_eq!(read(text, false), None, "{text:?} is no day");
        }
    }
}
