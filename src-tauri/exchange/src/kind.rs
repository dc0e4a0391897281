//! The kinds of file and the columns that each has.
use std::{fmt, str::FromStr};

use crate::{ExchangeError, Field, header::header_key};

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
}

/// A column of a kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds; its name is the header that we write ourselves.
    pub field: Field,
    /// Whether a file without it is refused.
    pub required: bool,
    /// Other headers it is recognised by, folded as headers are compared: letters and digits alone, lower case.
    pub also: &'static [&'static str],
}

const fn needed(field: Field, also: &'static [&'static str]) -> Column {
    Column { field, required: true, also }
}

const fn free(field: Field, also: &'static [&'static str]) -> Column {
    Column { field, required: false, also }
}

const CLIENT: &[&str] = &["clientname", "customer", "customername", "company", "companyname"];
const DUE: &[&str] = &["duedate", "dueon", "deadline"];
const ENGAGEMENT: &[&str] = &["project", "projectname", "contract", "agreement"];
const NOTES: &[&str] = &["note", "comment", "comments", "remark", "remarks", "description"];
const TITLE: &[&str] = &["name", "task", "taskname", "item"];
const WORDS: &[&str] = &["comment", "comments", "feedback", "text", "quote"];

const CLIENTS: &[Column] = &[
    // Not "client": with it, a file of deliverables that lacks a column would pass for one of clients.
    needed(
        Field::Name,
        &["clientname", "company", "companyname", "customername", "organisation", "organization"],
    ),
    free(Field::Status, &["clientstatus", "relationship"]),
    free(Field::Salutation, &["formofaddress", "prefix", "honorific"]),
    free(Field::GivenName, &["firstname", "forename"]),
    free(Field::FamilyName, &["lastname", "surname"]),
    free(Field::Email, &["emailaddress", "mail"]),
    free(Field::Address, &["postaladdress", "mailingaddress", "businessaddress"]),
    free(Field::Country, &["countrycode"]),
    free(Field::Language, &["locale"]),
    free(Field::Currency, &["currencycode"]),
    free(Field::Notes, NOTES),
];

const DELIVERABLES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Title, TITLE),
    needed(Field::Due, DUE),
    free(Field::Delivered, &["deliveredon", "deliverydate", "delivereddate", "completed", "completedon"]),
    free(Field::Outcome, &["result"]),
    free(Field::Engagement, ENGAGEMENT),
    free(Field::Notes, NOTES),
];

const CHECK_INS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Date, &["on", "day", "answeredon", "timestamp"]),
    needed(Field::Scale, &["measure", "metric"]),
    needed(Field::Value, &["rating", "score", "answer"]),
    free(Field::SaidBy, &["source", "by"]),
    free(Field::Deliverable, &["about", "deliverabletitle"]),
    free(Field::Words, WORDS),
];

const INVOICES: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Number, &["invoice", "invoicenumber", "invoiceno"]),
    needed(Field::Issued, &["issuedon", "invoicedate", "issuedate", "dateissued"]),
    needed(Field::Amount, &["total", "invoiceamount"]),
    free(Field::Currency, &["currencycode"]),
    needed(Field::Due, DUE),
    free(Field::Paid, &["paidon", "paymentdate", "datepaid"]),
];

const OBLIGATIONS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::What, &["obligation"]),
    needed(Field::Title, TITLE),
    needed(Field::Due, DUE),
    free(Field::Met, &["meton", "received", "receivedon"]),
    free(Field::Engagement, ENGAGEMENT),
    free(Field::Notes, NOTES),
];

const COMPLAINTS: &[Column] = &[
    needed(Field::Client, CLIENT),
    needed(Field::Date, &["on", "day", "receivedon"]),
    needed(Field::Theme, &["topic", "subject"]),
    free(Field::Words, WORDS),
    free(Field::Answered, &["answeredon", "responded", "firstresponse"]),
    free(Field::Resolved, &["resolvedon", "settled", "closed"]),
];

impl ImportKind {
    /// All kinds, in the order in which they build on one another: clients first.
    pub const ALL: [Self; 6] = [
        Self::Clients,
        Self::Deliverables,
        Self::CheckIns,
        Self::Invoices,
        Self::Obligations,
        Self::Complaints,
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
                key == name || Some(key.as_str()) == name.strip_suffix('s')
            })
            .ok_or_else(|| ExchangeError::UnknownKind { text: text.to_owned() })
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
    }
}
