//! Names of clients, of their people and of referral contacts: few enough to be ranked in memory, by how well they fit.
use std::cell::RefCell;

use kindly_records::{ClientId, Contact, Kind};
use rusqlite::Connection;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use uuid::Uuid;

use super::{Hit, slips::slips};
use crate::{LedgerError, journal};

/// More names with a slip in them than these would push what was meant off the list.
const MOST_WITH_SLIPS: usize = 5;

/// The names as they were at a position of the journal, so that a keystroke does not read them again.
#[derive(Default)]
pub(crate) struct Names {
    held: RefCell<Option<(i64, Vec<Name>)>>,
}

/// What can be found by name.
struct Name {
    kind: Kind,
    id: Uuid,
    title: String,
    words: Words,
    people: Vec<Person>,
}

struct Person {
    shown: String,
    words: Words,
}

/// Words without case and accents.
type Words = Vec<Vec<char>>;

/// How well a name fits; the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The whole name.
    Whole,
    /// The name begins so.
    Begins,
    /// Words of the name begin so.
    Words,
    /// Somebody there is called so.
    Person,
    /// Words of the name begin so, but for a slip.
    WordsWithSlip,
    /// Somebody there is called so, but for a slip.
    PersonWithSlip,
}

impl Names {
    /// What has a name that fits; the best first, then by name.
    pub(super) fn find(&self, connection: &Connection, text: &str) -> Result<Vec<Hit>, LedgerError> {
        let sought = folded(text);
        if sought.is_empty() {
            return Ok(Vec::new());
        }
        let position = journal::position(connection)?.seq;
        let mut held = self.held.borrow_mut();
        if !matches!(&*held, Some((at, _)) if *at == position) {
            *held = Some((position, read(connection)?));
        }
        let names = held.as_ref().map(|(_, names)| names.as_slice()).unwrap_or_default();
        let mut found: Vec<(Fit, &Name, Option<&Person>)> = names
            .iter()
            .filter_map(|name| fit(&sought, name).map(|(fit, person)| (fit, name, person)))
            .collect();
        found.sort_by(|(fit, name, _), (other_fit, other, _)| {
            (fit, &name.title, name.id).cmp(&(other_fit, &other.title, other.id))
        });
        let exact = found.iter().filter(|(fit, ..)| *fit <= Fit::Person).count();
        found.truncate(exact + MOST_WITH_SLIPS);
        Ok(found.into_iter().map(|(_, name, person)| name.hit(person)).collect())
    }
}

impl Name {
    fn hit(&self, person: Option<&Person>) -> Hit {
        Hit {
            kind: self.kind,
            id: self.id,
            client: (self.kind == Kind::Client).then(|| ClientId::from(self.id)),
            title: self.title.clone(),
            snippet: person.map(|person| person.shown.clone()).unwrap_or_default(),
            on: None,
        }
    }
}

fn read(connection: &Connection) -> Result<Vec<Name>, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT 'client' AS kind, id, name, trim(contact_given_name || ' ' || contact_family_name) AS contact, people
         FROM client
         UNION ALL
         SELECT 'referral_contact', id, name, business, '[]' FROM referral_contact",
    )?;
    let mut rows = statement.query([])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        let is_client = row.get_ref("kind")?.as_str().is_ok_and(|kind| kind == "client");
        let (title, contact, people): (String, String, String) =
            (row.get("name")?, row.get("contact")?, row.get("people")?);
        // One that cannot be read is found by the check; the others are found here all the same.
        let people: Vec<Contact> = serde_json::from_str(&people).unwrap_or_default();
        let people = people
            .into_iter()
            .map(|person| format!("{} {}", person.given_name, person.family_name).trim().to_owned());
        names.push(Name {
            kind: if is_client { Kind::Client } else { Kind::ReferralContact },
            id: row.get("id")?,
            words: folded(&title),
            title,
            people: std::iter::once(contact)
                .chain(people)
                .filter(|shown| !shown.is_empty())
                .map(|shown| Person { words: folded(&shown), shown })
                .collect(),
        });
    }
    Ok(names)
}

fn fit<'name>(sought: &Words, name: &'name Name) -> Option<(Fit, Option<&'name Person>)> {
    if let Some(fit) = fit_of_name(sought, &name.words) {
        return Some((fit, None));
    }
    let begins = |part: &Vec<char>, word: &Vec<char>| word.starts_with(part);
    let among = |test: &dyn Fn(&Vec<char>, &Vec<char>) -> bool, words: &Words, more: &Words| {
        sought.iter().all(|part| words.iter().chain(more).any(|word| test(part, word)))
    };
    let person = |test: &dyn Fn(&Vec<char>, &Vec<char>) -> bool| {
        name.people.iter().find(|person| among(test, &name.words, &person.words))
    };
    if let Some(person) = person(&begins) {
        return Some((Fit::Person, Some(person)));
    }
    let slipped = |part: &Vec<char>, word: &Vec<char>| word.starts_with(part) || slips(part, word);
    if among(&slipped, &name.words, &Vec::new()) {
        return Some((Fit::WordsWithSlip, None));
    }
    person(&slipped).map(|person| (Fit::PersonWithSlip, Some(person)))
}

fn fit_of_name(sought: &Words, name: &Words) -> Option<Fit> {
    let begins_in_order = || {
        let (last, before) = sought.split_last()?;
        (name.starts_with(before) && name.get(before.len())?.starts_with(last)).then_some(Fit::Begins)
    };
    if name == sought {
        return Some(Fit::Whole);
    }
    begins_in_order().or_else(|| {
        let all = sought.iter().all(|part| name.iter().any(|word| word.starts_with(part)));
        all.then_some(Fit::Words)
    })
}

/// The words of a name, without case and accents, and with letters that have no accent but are typed as if they had.
fn folded(text: &str) -> Words {
    words(text).iter().map(|word| word.chars().flat_map(plain).collect()).collect()
}

fn plain(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// The words of a text, without case and without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
