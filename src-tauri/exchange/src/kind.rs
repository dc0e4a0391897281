//! The kinds of file and the columns that each has.
use std::{fmt, str::FromStr};

use crate::{
    Column, ExchangeError,
    columns::{
        CHECK_INS, CLIENTS, COMPLAINTS, DELIVERABLES, ENQUIRIES, INVOICES, OBLIGATIONS, PAYMENTS,
        TIME_ENTRIES,
    },
    header::header_key,
};

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportKind {
    /// Clients and prospects.
    Clients,
    /// What we owe.
    Deliverables,
    /// Answers about satisfaction.
    CheckIns,
    /// Invoices.
    Invoices,
    /// What clients owe besides money.
    Obligations,
    /// Complaints.
    Complaints,
    /// Time spent on clients' work.
    TimeEntries,
    /// Money that came in.
    Payments,
    /// What clients and prospects asked us to take on.
    Enquiries,
}

impl ImportKind {
    /// All kinds, in the order in which they build on one another: clients first.
    pub const ALL: [Self; 9] = [
        Self::Clients,
        Self::Deliverables,
        Self::CheckIns,
        Self::Invoices,
        Self::Obligations,
        Self::Complaints,
        Self::TimeEntries,
        Self::Payments,
        Self::Enquiries,
    ];

    /// The name in commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Deliverables => "deliverables",
            Self::CheckIns => "check_ins",
            Self::Invoices => "invoices",
            Self::Obligations => "obligations",
            Self::Complaints => "complaints",
            Self::TimeEntries => "time_entries",
            Self::Payments => "payments",
            Self::Enquiries => "enquiries",
        }
    }

    /// Its columns, in the order in which we write them.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Clients => CLIENTS,
            Self::Deliverables => DELIVERABLES,
            Self::CheckIns => CHECK_INS,
            Self::Invoices => INVOICES,
            Self::Obligations => OBLIGATIONS,
            Self::Complaints => COMPLAINTS,
            Self::TimeEntries => TIME_ENTRIES,
            Self::Payments => PAYMENTS,
            Self::Enquiries => ENQUIRIES,
        }
    }

    /// Its header row as we write it.
    #[must_use]
    pub fn header(self) -> String {
        let names: Vec<&str> = self.columns().iter().map(|column| column.field.name()).collect();
        names.join(", ")
    }

    /// Whether a header is one of its columns', by our name or another.
    pub(crate) fn knows(self, header: &str) -> bool {
        let key = header_key(header);
        self.columns()
            .iter()
            .any(|column| header_key(column.field.name()) == key || column.also.contains(&key.as_str()))
    }

    /// The column that has this name, as we write it.
    pub(crate) fn column_named(self, name: &str) -> Option<&'static Column> {
        let key = header_key(name);
        self.columns().iter().find(|column| header_key(column.field.name()) == key)
    }
}

impl fmt::Display for ImportKind {
    /// The name in a sentence.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::CheckIns => "check-ins",
            Self::TimeEntries => "time entries",
            other => other.name(),
        })
    }
}

impl FromStr for ImportKind {
    type Err = ExchangeError;

    /// Reads the name of a kind, singular or plural, with hyphen, underscore or neither.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let key = header_key(text);
        Self::ALL
            .into_iter()
            .find(|kind| {
                let name = header_key(kind.name());
                let singular = match name.strip_suffix("ies") {
                    Some(stem) => format!("{stem}y"),
                    None => name.trim_end_matches('s').to_owned(),
                };
                key == name || key == singular
            })
            .ok_or_else(|| ExchangeError::UnknownKind { text: crate::error::quoted(text) })
    }
}

/// A small file of the kind, ready to be opened in a spreadsheet and filled in.
#[must_use]
pub fn example(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Clients => include_str!("../examples/clients.csv"),
        ImportKind::Deliverables => include_str!("../examples/deliverables.csv"),
        ImportKind::CheckIns => include_str!("../examples/check-ins.csv"),
        ImportKind::Invoices => include_str!("../examples/invoices.csv"),
        ImportKind::Obligations => include_str!("../examples/obligations.csv"),
        ImportKind::Complaints => include_str!("../examples/complaints.csv"),
        ImportKind::TimeEntries => include_str!("../examples/time-entries.csv"),
        ImportKind::Payments => include_str!("../examples/payments.csv"),
        ImportKind::Enquiries => include_str!("../examples/enquiries.csv"),
    }
}
