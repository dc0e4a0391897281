//! How a country writes dates, amounts, names, lists, salutations and addresses.

mod legal_form;

use crate::compose::Medium;
use crate::spec::{Money, Recipient, SalutationTitle, Sender};
use crate::words::{ByTitle, Words, fill};
use chrono::{Datelike, NaiveDate};
use iso_currency::Currency;
use legal_form::without_legal_form;
use std::fmt::Write as _;

/// A full date that ends a clause: "31 January 2027".
pub(crate) fn full_date(words: &Words, date: NaiveDate) -> String {
    dated(words, &words.date, date)
}

/// A full date with more of the sentence after it: "January 31, 2027," in the United States.
pub(crate) fn full_date_inside(words: &Words, date: NaiveDate) -> String {
    dated(words, &words.date_inside, date)
}

/// A date whose year goes without saying: "31 January".
pub(crate) fn day_and_month(words: &Words, date: NaiveDate) -> String {
    dated(words, &words.day_and_month, date)
}

/// The name of a month.
pub(crate) fn month(words: &Words, date: NaiveDate) -> &str {
    let index = usize::try_from(date.month0()).expect("a month is below twelve");
    &words.months[index]
}

/// Whether a day past needs no year: it lies at most half a year back.
pub(crate) fn recent(date: NaiveDate, letter_date: NaiveDate) -> bool {
    (0..=183).contains(&(letter_date - date).num_days())
}

/// Whether a day to come needs no year once `end` has been named with its year: it lies between the letter and the
/// end, and that span is under a year, so that each day of the calendar comes in it only once.
pub(crate) fn soon(date: NaiveDate, letter_date: NaiveDate, end: NaiveDate) -> bool {
    (letter_date..=end).contains(&date) && (end - letter_date).num_days() < 365
}

/// Whether none of the days that are said together needs its year: one that carries it makes the others look as if
/// they lay elsewhere.
pub(crate) fn years_obvious(
    days: impl IntoIterator<Item = NaiveDate>,
    letter_date: NaiveDate,
    end: NaiveDate,
) -> bool {
    days.into_iter()
        .all(|day| if day < letter_date { recent(day, letter_date) } else { soon(day, letter_date, end) })
}

/// "€4,800", "$4,800.50", "CHF 4,800": no decimals where they are zero.
pub(crate) fn amount(words: &Words, money: Money) -> String {
    let digits = usize::from(money.currency.exponent().unwrap_or(0));
    let unit = 10_u64.pow(u32::try_from(digits).expect("a currency has few decimals"));
    let minor = money.minor.unsigned_abs();
    let (whole, rest) = (minor / unit, minor % unit);
    let mut number = grouped(whole, &words.thousands);
    if rest > 0 {
        number.push_str(&words.decimal);
        write!(number, "{rest:0digits$}").expect("a string takes every text");
    }
    let sign = if money.minor < 0 { "−" } else { "" };
    // Only symbols that stand for one currency alone are safe in a letter; "$" is read as US dollars where English is.
    let symbol = match money.currency {
        Currency::EUR => "€",
        Currency::GBP => "£",
        Currency::USD if words.amount.is_none() => "$",
        other => other.code(),
    };
    match &words.amount {
        Some(form) => fill(form, &[("number", &format!("{sign}{number}")), ("symbol", symbol)]),
        None if symbol == money.currency.code() => format!("{sign}{symbol} {number}"),
        None => format!("{sign}{symbol}{number}"),
    }
}

/// "a", "a and b", "a, b and c" ("a, b, and c" in the United States).
pub(crate) fn joined(words: &Words, items: &[String]) -> String {
    joined_with(&words.join_between, &words.join_pair, &words.join_last, items)
}

/// Joins with the given links; a comma that ends an item and one that begins a link become one.
pub(crate) fn joined_with(between: &str, pair: &str, last: &str, items: &[String]) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            let link = match (items.len(), index + 1 == items.len()) {
                (2, _) => pair,
                (_, true) => last,
                (_, false) => between,
            };
            let link = if text.ends_with(',') { link.trim_start_matches(',') } else { link };
            text.push_str(&before_the_sound_i(link, item));
        }
        text.push_str(item);
    }
    text
}

/// The Spanish "y" gives way to "e" before the sound i: "Ben Hale e Irene Ruiz". No other language links with a "y".
fn before_the_sound_i(link: &str, item: &str) -> String {
    let heard: String = item.chars().filter(|letter| letter.is_alphabetic()).take(3).collect();
    let heard = heard.to_lowercase();
    let vowel_after = |text: &str| text.starts_with(['a', 'e', 'o', 'u', 'á', 'é', 'ó', 'ú']);
    let sounds = match (heard.strip_prefix("hi"), heard.strip_prefix(['i', 'í'])) {
        (Some(rest), _) | (None, Some(rest)) => !vowel_after(rest),
        (None, None) => false,
    };
    match link.strip_suffix(" y ") {
        Some(before) if sounds => format!("{before} e "),
        _ => link.to_owned(),
    }
}

/// The salutation with its punctuation.
pub(crate) fn salutation(words: &Words, recipient: &Recipient, medium: Medium) -> String {
    let end = match medium {
        Medium::Letter => &words.salutation_end,
        Medium::Email => &words.email_salutation_end,
    };
    let given = recipient.given_name.trim();
    let family = recipient.family_name.trim();
    let company = company_of(recipient);
    let dear = |name: &str| fill(&words.dear, &[("name", name)]);
    let by_title = recipient.title.and_then(|title| by_title(&words.greetings, title));
    let greeting = match (recipient.title, given, family, company) {
        (Some(_), _, family, _)
            if by_title.is_some_and(|form| !form.contains("{family}") || !family.is_empty()) =>
        {
            fill(by_title.unwrap_or_default(), &[("family", family)])
        }
        (Some(title), _, family, _) if !family.is_empty() && !title_of(words, title).is_empty() => {
            dear(&format!("{} {family}", title_of(words, title)))
        }
        (_, given, family, _) if !given.is_empty() => dear(format!("{given} {family}").trim()),
        (_, _, _, Some(company)) => team(words, without_legal_form(company)),
        (_, _, family, None) if !family.is_empty() => dear(family),
        _ => words.dear_nobody.clone(),
    };
    format!("{greeting}{end}")
}

/// The complimentary close with its punctuation.
pub(crate) fn closing(words: &Words, recipient: &Recipient) -> String {
    let own = recipient.title.and_then(|title| by_title(&words.closings, title));
    own.unwrap_or(&words.closing).to_owned()
}

fn by_title(forms: &ByTitle, title: SalutationTitle) -> Option<&str> {
    let form = match title {
        SalutationTitle::Ms => &forms.ms,
        SalutationTitle::Mr => &forms.mr,
        SalutationTitle::Mrs => &forms.mrs,
        SalutationTitle::Mx => &forms.mx,
        SalutationTitle::Dr => &forms.dr,
        SalutationTitle::Prof => &forms.prof,
    };
    form.as_deref()
}

/// The lines of the address block: person, company, street and town, and the country where it is not the sender's.
pub(crate) fn address_block(words: &Words, sender: &Sender, recipient: &Recipient) -> Vec<String> {
    let title = recipient
        .title
        .map_or("", |title| by_title(&words.address_titles, title).unwrap_or_else(|| title_of(words, title)));
    let person = [title, recipient.given_name.trim(), recipient.family_name.trim()];
    let named = !person[1].is_empty() || !person[2].is_empty();
    let person = person.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = Vec::new();
    lines.extend(named.then_some(person));
    lines.extend(company_of(recipient).map(str::to_owned));
    lines.extend(written_lines(&recipient.address));
    // Posts everywhere read the country in capitals on the last line.
    lines.extend(goes_abroad(sender, recipient).map(str::to_uppercase));
    lines
}

/// The country of the recipient, where it is named and is not the sender's.
pub(crate) fn goes_abroad<'a>(sender: &Sender, recipient: &'a Recipient) -> Option<&'a str> {
    let to = recipient.country.as_deref().map(str::trim).filter(|country| !country.is_empty())?;
    let from = sender.country.as_deref().map_or("", str::trim);
    (to.to_lowercase() != from.to_lowercase()).then_some(to)
}

/// The lines that hold something, trimmed.
pub(crate) fn written_lines(lines: &[String]) -> impl Iterator<Item = String> {
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
}

/// Whether a text holds a letter or a digit: "." names nothing.
pub(crate) fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A text that holds something, trimmed.
pub(crate) fn written(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

fn company_of(recipient: &Recipient) -> Option<&str> {
    written(recipient.company.as_ref())
}

fn title_of(words: &Words, title: SalutationTitle) -> &str {
    match title {
        SalutationTitle::Ms => &words.titles.ms,
        SalutationTitle::Mr => &words.titles.mr,
        SalutationTitle::Mrs => &words.titles.mrs,
        SalutationTitle::Mx => &words.titles.mx,
        SalutationTitle::Dr => &words.titles.dr,
        SalutationTitle::Prof => &words.titles.prof,
    }
}

/// "Dear Halden team"; a company that is called a team already is greeted as it is, without its article.
fn team(words: &Words, company: &str) -> String {
    let name = match company.split_once(' ') {
        Some((first, rest)) if words.articles.contains(&first.to_lowercase()) => rest,
        _ => company,
    };
    let is_team = name.to_lowercase().split_whitespace().next_back() == Some(words.team.as_str());
    let form = if is_team { &words.dear } else { &words.dear_team };
    fill(form, &[("company", name), ("name", name)])
}

fn dated(words: &Words, form: &str, date: NaiveDate) -> String {
    let first = words.first_day.as_ref().filter(|_| date.day() == 1);
    let (day, year) = (first.cloned().unwrap_or_else(|| date.day().to_string()), date.year().to_string());
    let values = [("day", day.as_str()), ("month", month(words, date)), ("year", year.as_str())];
    fill(form, &values)
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
