//! What the letters of the outlined kinds state: facts by key.

mod read;

use crate::convention::{amount, says_something};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::kinds::Kind;
use crate::kinds::outlines::{FactUse, Of, outline};
use crate::kinds::referral::Referral;
use crate::kinds::renewal_refusal::Invoice;
use crate::spec::Money;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;

/// The facts of a letter by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stated {
    /// What is known.
    pub values: BTreeMap<FactKey, FactValue>,
}

impl Serialize for Stated {
    /// By the names that a file uses.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.values.iter().map(|(key, value)| (key.name(), value)))
    }
}

/// What a fact holds. Its variant is the fact's [`crate::FactShape`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FactValue {
    /// A day.
    Day(NaiveDate),
    /// A few words inside a sentence.
    Line(String),
    /// One or more sentences.
    Text(String),
    /// Several lines.
    Lines(Vec<String>),
    /// An amount.
    Money(Money),
    /// Yes, or not.
    Yes(bool),
    /// One of a few.
    Choice(String),
    /// Things with their days.
    Items(Vec<Item>),
    /// Invoices.
    Invoices(Vec<Invoice>),
    /// People.
    People(Referral),
}

impl FactValue {
    /// Whether it holds several things, each of which is named.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Self::Lines(_) | Self::Items(_) | Self::Invoices(_) | Self::People(_))
    }
}

/// A thing with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is called.
    pub title: String,
    /// The day it is due.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(default)]
    pub done: Option<NaiveDate>,
}

/// The facts that a kind uses, in the order in which a person enters them; empty for the two kinds with facts of a
/// type of their own.
pub fn facts_of(kind: Kind) -> &'static [FactUse] {
    outline(kind).map_or(&[], |outline| outline.facts)
}

/// What can be chosen of a choice, the usual one first; empty for any other fact.
pub fn options_of(key: FactKey) -> &'static [&'static str] {
    key.options()
}

impl Stated {
    pub(crate) fn missing(&self, kind: Kind) -> Vec<FactKey> {
        let mut missing: Vec<FactKey> = facts_of(kind)
            .iter()
            .filter(|used| used.needed && !self.has(used.key))
            .map(|used| used.key)
            .collect();
        // A new price is one way to say new terms; one of the two must be there.
        if kind == Kind::NewTerms
            && !self.has(FactKey::Terms)
            && !(self.has(FactKey::PriceTo) && self.has(FactKey::PriceFrom))
        {
            missing.push(FactKey::Terms);
        }
        if kind == Kind::Referral
            && !self.has(FactKey::EnquirySubject)
            && !(self.has(FactKey::AgreementDate) && self.has(FactKey::EndDate))
        {
            missing.push(FactKey::EnquirySubject);
        }
        for value in self.values.values() {
            missing.extend(lacks(value));
        }
        missing
    }

    /// Whether a fact says something.
    pub(crate) fn has(&self, key: FactKey) -> bool {
        self.values.get(&key).is_some_and(|value| match value {
            FactValue::Day(_) | FactValue::Money(_) => true,
            FactValue::Line(text) | FactValue::Text(text) | FactValue::Choice(text) => says_something(text),
            FactValue::Lines(lines) => lines.iter().any(|line| says_something(line)),
            FactValue::Yes(yes) => *yes,
            FactValue::Items(items) => !items.is_empty(),
            FactValue::Invoices(invoices) => !invoices.is_empty(),
            FactValue::People(referral) => !referral.people.is_empty(),
        })
    }

    pub(crate) fn day(&self, key: FactKey) -> Option<NaiveDate> {
        match self.values.get(&key) {
            Some(FactValue::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// Whether the days can all be true of a letter of this date, and the amounts can be paid.
    pub(crate) fn check(&self, words: &Words, kind: Kind, letter_date: NaiveDate) -> Result<(), LetterError> {
        let Some(outline) = outline(kind) else { return Ok(()) };
        for (early, late) in outline.orders {
            let day = |of: Of| match of {
                Of::Letter => Some(letter_date),
                Of::Fact(key) => self.day(key),
            };
            let (Some(earlier), Some(later)) = (day(*early), day(*late)) else { continue };
            if later < earlier {
                let (what, than) = (named(*late), named(*early));
                return Err(LetterError::OutOfOrder { what, earlier: later, than, later: earlier });
            }
        }
        for value in self.values.values() {
            match value {
                FactValue::Invoices(invoices) => check_invoices(words, kind, invoices, letter_date)?,
                FactValue::People(referral) => referral.check()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Every day that the facts name.
    pub(crate) fn days(&self) -> Vec<NaiveDate> {
        self.values
            .values()
            .flat_map(|value| match value {
                FactValue::Day(day) => vec![*day],
                FactValue::Items(items) => {
                    items.iter().flat_map(|item| [item.due, item.done]).flatten().collect()
                }
                FactValue::Invoices(invoices) => invoices.iter().filter_map(|invoice| invoice.due).collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Every amount that the facts name.
    pub(crate) fn amounts(&self) -> Vec<Money> {
        self.values
            .values()
            .flat_map(|value| match value {
                FactValue::Money(money) => vec![*money],
                FactValue::Invoices(invoices) => {
                    invoices.iter().filter_map(|invoice| invoice.amount).collect()
                }
                _ => Vec::new(),
            })
            .collect()
    }

    /// Every text that the facts hold, with its fact and its field; people are not among them.
    pub(crate) fn texts(&self) -> Vec<(FactKey, String, &str)> {
        let mut texts = Vec::new();
        for (key, value) in &self.values {
            let field = key.field();
            match value {
                FactValue::Line(text) | FactValue::Text(text) | FactValue::Choice(text) => {
                    texts.push((*key, field.to_owned(), text.as_str()));
                }
                FactValue::Lines(lines) => {
                    let lines = lines.iter().enumerate();
                    texts.extend(lines.map(|(at, line)| (*key, format!("{field}[{at}]"), line.as_str())));
                }
                FactValue::Items(items) => {
                    let titles = items.iter().map(|item| item.title.as_str()).enumerate();
                    texts.extend(titles.map(|(at, title)| (*key, format!("{field}[{at}].title"), title)));
                }
                FactValue::Invoices(invoices) => {
                    let numbers = invoices.iter().map(|invoice| invoice.number.as_str()).enumerate();
                    texts.extend(numbers.map(|(at, number)| (*key, format!("{field}[{at}].number"), number)));
                }
                _ => {}
            }
        }
        texts
    }

    /// The first list that holds more than so many, by its fact.
    pub(crate) fn longer_than(&self, most: usize) -> Option<FactKey> {
        let length = |value: &FactValue| match value {
            FactValue::Lines(lines) => lines.len(),
            FactValue::Items(items) => items.len(),
            FactValue::Invoices(invoices) => invoices.len(),
            _ => 0,
        };
        self.values.iter().find(|(_, value)| length(value) > most).map(|(key, _)| *key)
    }

    /// The referral, where there is one.
    pub(crate) fn referral(&self) -> Option<&Referral> {
        match self.values.get(&FactKey::Referral) {
            Some(FactValue::People(referral)) => Some(referral),
            _ => None,
        }
    }
}

/// There is something to pay; and a reminder speaks of what is due already.
fn check_invoices(
    words: &Words,
    kind: Kind,
    invoices: &[Invoice],
    letter_date: NaiveDate,
) -> Result<(), LetterError> {
    for (at, invoice) in invoices.iter().enumerate() {
        if let Some(money) = invoice.amount.filter(|money| money.minor <= 0) {
            let (number, amount) = (invoice.number.clone(), amount(words, money));
            return Err(LetterError::NothingToPay { number, amount });
        }
        let reminds = matches!(kind, Kind::PaymentNotice | Kind::Pause | Kind::FinalNotice);
        if let Some(due) = invoice.due.filter(|due| reminds && *due >= letter_date) {
            let problem = format!(
                "invoice {} is due on {due}, which is not before the date of the letter ({letter_date}): take it out, or \
                 write later",
                invoice.number.trim()
            );
            return Err(LetterError::Unusable { field: format!("facts.invoices[{at}].due"), problem });
        }
    }
    Ok(())
}

/// What a list lacks inside.
fn lacks(value: &FactValue) -> Vec<FactKey> {
    let mut missing = Vec::new();
    match value {
        FactValue::Items(items) => {
            missing
                .extend(items.iter().any(|item| !says_something(&item.title)).then_some(FactKey::Delivery));
        }
        FactValue::Invoices(invoices) => {
            let any = |lack: fn(&Invoice) -> bool| invoices.iter().any(lack);
            missing.extend(any(|invoice| invoice.number.trim().is_empty()).then_some(FactKey::InvoiceNumber));
            missing.extend(any(|invoice| invoice.amount.is_none()).then_some(FactKey::InvoiceAmount));
            missing.extend(any(|invoice| invoice.due.is_none()).then_some(FactKey::InvoiceDue));
        }
        FactValue::People(referral) => missing.extend(referral.missing()),
        _ => {}
    }
    missing
}

/// The field and the words for a day in an error.
fn named(of: Of) -> (&'static str, &'static str) {
    match of {
        Of::Letter => ("the date of the letter", "date"),
        Of::Fact(key) => (key.in_english(), key.field()),
    }
}
