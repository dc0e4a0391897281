//! How a value is typed.
use chrono::{Datelike, NaiveDate};
use kindly_practice::{
    figures::FigurePeriod,
    records::{Kind, Language, LetterKind, RatingScale, fields},
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A key and what it is set to.
pub(crate) type Pair = (String, String);

/// What edit takes: the records first, then what to change.
#[derive(Clone, Debug)]
pub(crate) enum Word {
    /// A record.
    Id(Uuid),
    /// A change.
    Pair(Pair),
}

pub(super) fn pair(text: &str) -> Result<Pair, String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.to_owned())),
        _ => Err("write it like key=value".to_owned()),
    }
}

/// A name in a file, and who that is. Names may have an equals sign in them, so the last one parts the two.
pub(super) fn who(text: &str) -> Result<Pair, String> {
    match text.rsplit_once('=') {
        Some((name, client)) if !name.trim().is_empty() && !client.trim().is_empty() => {
            Ok((name.trim().to_owned(), client.trim().to_owned()))
        }
        _ => Err("write it like \"Name in the file=Name of the client\"".to_owned()),
    }
}

pub(super) fn word(text: &str) -> Result<Word, String> {
    match text.parse() {
        Ok(id) => Ok(Word::Id(id)),
        Err(_) => pair(text).map(Word::Pair).map_err(|_| "write an id, or key=value".to_owned()),
    }
}

/// A day as it is written everywhere here; other years are a slip of the hand.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    let text = text.trim();
    let read = text.parse::<NaiveDate>().ok().filter(|_| text.len() == "2026-02-28".len());
    read.filter(|day| (1900..2200).contains(&day.year()))
        .ok_or_else(|| "write a day from 1900 to 2199 like 2026-02-28".to_owned())
}

pub(super) fn kind(text: &str) -> Result<Kind, String> {
    match any_kind(text) {
        Ok(Kind::Letter | Kind::LetterTemplate) => {
            Err("letters are written with the command letter".to_owned())
        }
        Ok(kind) => Ok(kind),
        Err(_) => Err(format!("use {}", named(|kind| !matches!(kind, Kind::Letter | Kind::LetterTemplate)))),
    }
}

fn any_kind(text: &str) -> Result<Kind, String> {
    let name = text.to_lowercase().replace('-', "_");
    let found = Kind::ALL.into_iter().find(|kind| kind.name() == name);
    found.ok_or_else(|| format!("use {}", named(|kind| kind != Kind::Profile)))
}

/// A kind of which there can be many records.
pub(super) fn listed_kind(text: &str) -> Result<Kind, String> {
    match any_kind(text) {
        Ok(Kind::Profile) => Err("there is one letterhead only: add profile changes it".to_owned()),
        found => found,
    }
}

fn named(which: impl Fn(Kind) -> bool) -> String {
    let known = Kind::ALL.into_iter().filter(|kind| which(*kind));
    let known: Vec<String> = known.map(|kind| kind.name().replace('_', "-")).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    fields::in_a_row(&known, "or")
}

pub(super) fn letter_kind(text: &str) -> Result<LetterKind, String> {
    let names: Vec<&str> = LetterKind::ALL.iter().map(|kind| kind.name()).collect();
    LetterKind::from_name(text).ok_or_else(|| format!("use {}", fields::in_a_row(&names, "or")))
}

pub(super) fn scale(text: &str) -> Result<RatingScale, String> {
    known(text, "csat, nps or ces")
}

/// A share, written in percent.
pub(super) fn percent(text: &str) -> Result<f64, String> {
    let bare = text.trim().trim_end_matches('%').trim_end();
    let read = bare.parse::<f64>().ok().filter(|percent| (0.0..=100.0).contains(percent));
    read.map(|percent| percent / 100.0).ok_or_else(|| "write percent from 0 to 100, such as 20".to_owned())
}

/// A part of a price, written in percent: nothing and all of it are no cut.
pub(super) fn cut(text: &str) -> Result<f64, String> {
    let read = percent(text).ok().filter(|share| *share > 0.0 && *share < 1.0);
    read.ok_or_else(|| "write percent above 0 and below 100, such as 20".to_owned())
}

pub(super) fn language(text: &str) -> Result<Language, String> {
    let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    let found = Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(text.trim()));
    found.ok_or_else(|| format!("use {}", fields::in_a_row(&tags, "or")))
}

pub(super) fn period(text: &str) -> Result<FigurePeriod, String> {
    known(text, "quarter, year or all")
}

fn known<T: DeserializeOwned>(text: &str, names: &str) -> Result<T, String> {
    let name = text.to_lowercase().replace('-', "_");
    serde_json::from_value(name.into()).map_err(|_| format!("use {names}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way() {
        for (text, expected) in [
            ("2026-02-28", true),
            (" 2026-02-28 ", true),
            ("2026-02-30", false),
            ("2026-2-28", false),
            ("28.02.2026", false),
            ("0026-02-28", false),
            ("9999-12-31", false),
        ] {
            assert_eq!(day(text).is_ok(), expected, "{text}");
        }
    }

    #[test]
    fn names_may_have_an_equals_sign_in_them() {
        assert_eq!(
            who("E=mc = Halden & Co"),
            Ok(("E=mc".to_owned(), "Halden & Co".to_owned())),
            "the last one parts the two"
        );
        assert!(who("Halden").is_err(), "who it is must be said");
    }
}
