//! Facts that are lists, in words: inside a sentence while they are few and short, else in lines of their own.

use crate::compose::FactShown;
use crate::convention::{amount, full_date, full_date_inside, joined, joined_with, written};
use crate::fact::FactKey;
use crate::kinds::renewal_refusal::Invoice;
use crate::kinds::stated::{FactValue, Item};
use crate::noun::{thing, without_marks};
use crate::words::{Words, fill};
use chrono::NaiveDate;

/// Up to here a sentence carries its items; beyond, they are listed.
const MOST_IN_A_SENTENCE: usize = 3;
/// Characters of a list that still reads well inside a sentence.
const MOST_CHARACTERS: usize = 130;

/// A list in words, with the facts that the words name.
pub(crate) struct Listed {
    pub(crate) text: String,
    pub(crate) facts: Vec<FactShown>,
}

/// What lists are written with.
#[derive(Clone, Copy)]
pub(crate) struct Lister<'a> {
    pub(crate) words: &'a Words,
    pub(crate) letter_date: NaiveDate,
    /// It is said on the telephone, where nobody can look a day up.
    pub(crate) spoken: bool,
}

/// An item: its words, and those of them that name it.
struct Entry {
    text: String,
    names: String,
}

impl Lister<'_> {
    /// Whether the list reads well inside a sentence.
    pub(crate) fn fits_inside(self, key: FactKey, value: &FactValue) -> bool {
        let entries = self.entries(key, value, false);
        let characters: usize = entries.iter().map(|entry| entry.text.chars().count()).sum();
        // An item with a comma of its own cannot be told from the next one.
        let clear =
            entries.len() < 2 || !entries.iter().any(|entry| entry.text.contains([',', ';', '(', ':']));
        let sentences = entries.iter().any(|entry| is_more_than_one_sentence(&entry.text));
        entries.len() <= MOST_IN_A_SENTENCE && characters <= MOST_CHARACTERS && clear && !sentences
    }

    /// "a, b and c".
    pub(crate) fn inside(self, key: FactKey, value: &FactValue) -> Listed {
        let entries = self.entries(key, value, false);
        let texts: Vec<String> = entries.iter().map(|entry| entry.text.clone()).collect();
        let clear =
            texts.len() < 2 || !texts.iter().any(|text| text.trim_end_matches(',').contains([',', ';']));
        if matches!(value, FactValue::People(_)) {
            let (between, or) = (&self.words.join_between, &self.words.join_or);
            return Listed { text: joined_with(between, or, or, &texts), facts: shown(key, &entries) };
        }
        let text = if clear { joined(self.words, &texts) } else { joined_with("; ", "; ", "; ", &texts) };
        Listed { text, facts: shown(key, &entries) }
    }

    /// One item a line, after the sentence that introduces them.
    pub(crate) fn below(self, key: FactKey, value: &FactValue) -> Listed {
        let entries = self.entries(key, value, true);
        let line = |entry: &Entry| fill(&self.words.renewal_refusal.list_line, &[("thing", &entry.text)]);
        Listed { text: entries.iter().map(line).collect::<Vec<_>>().join("\n"), facts: shown(key, &entries) }
    }

    fn entries(self, key: FactKey, value: &FactValue, below: bool) -> Vec<Entry> {
        match value {
            FactValue::Lines(lines) => {
                let titles = matches!(key, FactKey::Done | FactKey::Delivered) && !below;
                let said = lines.iter().map(|line| one_line(line)).filter(|line| !line.is_empty());
                said.map(|line| Entry::plain(if titles { thing(self.words, &line) } else { line })).collect()
            }
            FactValue::Items(items) => {
                let last = items.len().saturating_sub(1);
                items.iter().enumerate().map(|(at, item)| self.item(key, item, below, at < last)).collect()
            }
            FactValue::Invoices(invoices) => {
                let short = self.spoken && invoices.len() > 1;
                invoices.iter().map(|invoice| self.invoice(invoice, below, short)).collect()
            }
            FactValue::People(referral) => referral.people.iter().map(person).collect(),
            _ => Vec::new(),
        }
    }

    fn item(self, key: FactKey, item: &Item, below: bool, goes_on: bool) -> Entry {
        let (words, forms) = (&self.words.items, &self.words.renewal_refusal);
        let title = if below {
            without_marks(&one_line(&item.title)).to_owned()
        } else {
            thing(self.words, &item.title)
        };
        let day = |day: NaiveDate| {
            if goes_on && !below { full_date_inside(self.words, day) } else { full_date(self.words, day) }
        };
        let overdue = item.due.is_some_and(|due| due < self.letter_date);
        let form = match (key, item.due, item.done) {
            (_, None, _) => "{title}",
            (FactKey::Waiting, ..) if !below => "{title}",
            (FactKey::Missed, _, Some(_)) => &words.missed,
            (FactKey::Missed, _, None) => &words.missed_open,
            _ if overdue && below => &forms.thing_overdue_in_list,
            _ if overdue => &forms.thing_overdue,
            _ if below => &words.due_in_list,
            _ => &words.due,
        };
        let due = item.due.map(day).unwrap_or_default();
        let done = item.done.map(day).unwrap_or_default();
        let values = [("title", title.as_str()), ("thing", &title), ("date", &due), ("done", &done)];
        Entry { text: sentence(form, &values), names: title }
    }

    fn invoice(self, invoice: &Invoice, below: bool, short: bool) -> Entry {
        let words = &self.words.items;
        let number = invoice.number.trim().to_owned();
        let money = invoice.amount.map(|money| amount(self.words, money)).unwrap_or_default();
        let due = invoice.due.unwrap_or(self.letter_date);
        let late = days_late(self.words, due, self.letter_date);
        let form = if late.is_some() { &words.invoice_overdue } else { &words.invoice };
        // Number and amount alone: what follows says when it is due.
        let amount_end = form.find("{amount}").map_or(form.len(), |at| at + "{amount}".len());
        let form = if short { &form[..amount_end] } else { form.as_str() };
        let goes_on = !form.trim_end_matches(['.', ')']).ends_with("{date}");
        let date = if goes_on { full_date_inside(self.words, due) } else { full_date(self.words, due) };
        let late = late.unwrap_or_default();
        let values = [("number", number.as_str()), ("amount", &money), ("date", &date), ("days_late", &late)];
        let text = sentence(form, &values);
        Entry { text: if below { with_capital(&text) } else { text }, names: number }
    }
}

impl Entry {
    fn plain(text: String) -> Self {
        Self { names: text.clone(), text }
    }
}

/// "12 days" from a day that is over to the letter's; none for one that is not.
pub(crate) fn days_late(words: &Words, due: NaiveDate, letter_date: NaiveDate) -> Option<String> {
    match (letter_date - due).num_days() {
        ..=0 => None,
        1 => Some(words.items.one_day.clone()),
        days => Some(fill(&words.items.days, &[("days", &days.to_string())])),
    }
}

/// A sentence with its places filled. The comma that a date brings along where its country sets one gives way to the
/// mark that the sentence has there.
pub(crate) fn sentence(form: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(form.len() + 48);
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        text.push_str(before);
        let value = values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value);
        let marked = behind.starts_with([',', '.', ';', ':', '?', '!', ')']);
        text.push_str(if marked { value.trim_end_matches(',') } else { value });
        rest = behind;
    }
    text.push_str(rest);
    text
}

/// A full stop after a letter, with more after it; one after a day of the month ends no sentence.
fn is_more_than_one_sentence(text: &str) -> bool {
    let stops = |(at, _): (usize, &str)| text[..at].ends_with(char::is_alphabetic);
    text.contains(['\n', '!', '?']) || text.match_indices(". ").any(stops)
}

/// On one line, without the full stop that the sentence brings.
pub(crate) fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches('.').to_owned()
}

pub(crate) fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn person(person: &crate::kinds::referral::ReferredPerson) -> Entry {
    let name = person.name.trim().to_owned();
    let text =
        written(person.field.as_ref()).map_or_else(|| name.clone(), |field| format!("{name} ({field})"));
    Entry { text, names: name }
}

fn shown(key: FactKey, entries: &[Entry]) -> Vec<FactShown> {
    let shown = |(index, entry): (usize, &Entry)| FactShown { key, index, wording: entry.names.clone() };
    entries.iter().enumerate().map(shown).collect()
}
