//! The names of clients and their contacts: few enough to be ranked in memory, by how well they fit.
use kindly_records::{ClientId, Kind};
use rusqlite::Connection;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use uuid::Uuid;

use super::Hit;
use crate::LedgerError;

/// How well a name fits; the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The whole name.
    Whole,
    /// The name begins so.
    Begins,
    /// Words of the name begin so.
    Words,
    /// The contact is called so.
    Contact,
}

/// Clients whose name, or whose contact's name, fits; the best first, then by name.
pub(super) fn find(connection: &Connection, text: &str) -> Result<Vec<Hit>, LedgerError> {
    let sought = words(text);
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached(
        "SELECT id, name, trim(contact_given_name || ' ' || contact_family_name) AS contact FROM client",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, name, contact): (Uuid, String, String) =
            (row.get("id")?, row.get("name")?, row.get("contact")?);
        if let Some(fit) = fit(&sought, &words(&name), &words(&contact)) {
            let snippet = if fit == Fit::Contact { contact } else { String::new() };
            let client = ClientId::from(id);
            found.push((fit, Hit { kind: Kind::Client, id, client, title: name, snippet, on: None }));
        }
    }
    found.sort_by(|(fit, hit), (other_fit, other)| {
        (fit, &hit.title, hit.id).cmp(&(other_fit, &other.title, other.id))
    });
    Ok(found.into_iter().map(|(_, hit)| hit).collect())
}

fn fit(sought: &[String], name: &[String], contact: &[String]) -> Option<Fit> {
    let all_begin =
        |words: &[String]| sought.iter().all(|part| words.iter().any(|word| word.starts_with(part)));
    if name == sought {
        Some(Fit::Whole)
    } else if name.join(" ").starts_with(&sought.join(" ")) {
        Some(Fit::Begins)
    } else if all_begin(name) {
        Some(Fit::Words)
    } else if all_begin(&[name, contact].concat()) {
        Some(Fit::Contact)
    } else {
        None
    }
}

/// The words of a text, without case and without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
