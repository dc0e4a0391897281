//! Rows of clients.
use kindly_records::{Client, ClientStatus, Contact, Language, RecordKind, parse_currency};

use super::Cells;
use crate::{Defaults, Field, RowError, error::quoted, limits::MAX_GATHERED};

/// A client of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The facts; fields without a cell are the defaults.
    pub client: Client,
}

const STATUSES: &[(&[&str], ClientStatus)] = &[
    (&["prospect", "lead", "enquiry"], ClientStatus::Prospect),
    (&["active", "client", "current"], ClientStatus::Active),
    (&["ended", "former", "past", "inactive"], ClientStatus::Ended),
    (&["archived"], ClientStatus::Archived),
];

const LANGUAGES: &[(&[&str], Language)] = &[
    (&["engb", "englishuk", "britishenglish"], Language::EnGb),
    (&["enus", "englishus", "americanenglish"], Language::EnUs),
    (&["dede", "de", "german", "deutsch"], Language::De),
    (&["frfr", "fr", "french", "francais"], Language::Fr),
    (&["eses", "es", "spanish", "espanol"], Language::Es),
];

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<ClientRow, RowError> {
    let currency = match cells.text(Field::Currency) {
        "" => defaults.currency,
        code => parse_currency(code)?,
    };
    let line = |field| cells.text(field).to_owned();
    let client = Client {
        name: line(Field::Name),
        status: status(cells)?,
        contact: Contact {
            salutation: line(Field::Salutation),
            given_name: line(Field::GivenName),
            family_name: line(Field::FamilyName),
            email: line(Field::Email),
            phone: line(Field::Phone),
            role: line(Field::Role),
        },
        address: address(&cells.lines(Field::Address)),
        country: cells.text(Field::Country).to_ascii_uppercase(),
        language: language(cells)?.unwrap_or(defaults.language),
        currency,
        notes: cells.lines(Field::Notes),
        sample: false,
        people: Vec::new(),
        tags: tags(cells)?,
        website: line(Field::Website),
        check_in_every_days: None,
        check_in_scale: kindly_records::RatingScale::default(),
    };
    client.check()?;
    Ok(ClientRow { line: cells.row.line, client })
}

/// What a person stated for all rows of an address book, whatever the cards say.
pub(crate) fn stated(cells: &Cells<'_>, client: &mut Client) -> Result<(), RowError> {
    if cells.is_fixed(Field::Status) {
        client.status = status(cells)?;
    }
    if cells.is_fixed(Field::Language) {
        client.language = language(cells)?.unwrap_or(client.language);
    }
    if cells.is_fixed(Field::Currency) {
        client.currency = parse_currency(cells.text(Field::Currency))?;
    }
    if cells.is_fixed(Field::Tags) {
        client.tags = tags(cells)?;
    }
    Ok(())
}

fn status(cells: &Cells<'_>) -> Result<ClientStatus, RowError> {
    let stated = cells.word(Field::Status, STATUSES, "prospect, active, ended or archived")?;
    Ok(stated.unwrap_or_default())
}

fn language(cells: &Cells<'_>) -> Result<Option<Language>, RowError> {
    cells.word(Field::Language, LANGUAGES, "en-GB, en-US, de-DE, fr-FR or es-ES")
}

/// The tags of a cell, apart by a comma, a semicolon or a line break.
fn tags(cells: &Cells<'_>) -> Result<Vec<String>, RowError> {
    let mut tags: Vec<String> = Vec::new();
    let parts = cells.text(Field::Tags).split([',', ';', '\n', '\r']);
    for tag in parts.map(str::trim).filter(|tag| !tag.is_empty()) {
        if tags.iter().any(|known| known == tag) {
            continue;
        }
        if tags.len() == MAX_GATHERED {
            let client = quoted(cells.text(Field::Name));
            return Err(RowError::TooManyGathered { client, what: "tags" });
        }
        tags.push(tag.to_owned());
    }
    Ok(tags)
}

/// The lines of an address. The slash needs its blanks: "c/o" and "12/4" are no line breaks.
fn address(text: &str) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| line.split(" / "))
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
