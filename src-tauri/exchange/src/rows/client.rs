//! Rows of clients.
use kindly_records::{Client, ClientStatus, Contact, Language, RecordKind, parse_currency};

use super::Cells;
use crate::{Defaults, Field, RowError};

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
];

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<ClientRow, RowError> {
    let currency = match cells.text(Field::Currency) {
        "" => defaults.currency,
        code => parse_currency(code)?,
    };
    let line = |field| cells.text(field).to_owned();
    let client = Client {
        name: line(Field::Name),
        status: cells
            .word(Field::Status, STATUSES, "prospect, active, ended or archived")?
            .unwrap_or_default(),
        contact: Contact {
            salutation: line(Field::Salutation),
            given_name: line(Field::GivenName),
            family_name: line(Field::FamilyName),
            email: line(Field::Email),
        },
        address: address(&cells.lines(Field::Address)),
        country: cells.text(Field::Country).to_ascii_uppercase(),
        language: cells.word(Field::Language, LANGUAGES, "en-GB or en-US")?.unwrap_or(defaults.language),
        currency,
        notes: cells.lines(Field::Notes),
        sample: false,
    };
    client.check()?;
    Ok(ClientRow { line: cells.row.line, client })
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
