//! The forms in which tools write their tables: by which headers each is recognised, which column holds what, and how
//! its rows are read.
mod contacts;
mod deals;
mod invoices;
mod tasks;
mod time;

use std::collections::HashMap;

use crate::{
    Asked, Defaults, Draft, Field, ImportKind, LeftOut, Question, Remark, RowError, Tool,
    contacts::Card,
    rows::{self, Cells, ClientRow},
};

pub(crate) use invoices::gathered as gathered_invoices;

/// How one tool writes one kind of table.
pub(crate) struct Form {
    pub(crate) tool: Tool,
    pub(crate) kind: ImportKind,
    /// Folded headers that only this table has together.
    pub(crate) signature: &'static [&'static str],
    /// Folded headers and what their columns hold. Where several hold the same, the first that is filled counts. A star
    /// at the end stands for the code of a currency, or nothing.
    pub(crate) columns: &'static [(&'static str, Field)],
    pub(crate) gather: Gather,
    pub(crate) read: fn(&Cells<'_>, &mut Reader) -> Result<Reading, RowError>,
}

/// How rows become drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gather {
    /// One a row.
    Rows,
    /// One a client, from the rows of their people.
    Clients,
    /// One an invoice, from its lines.
    Invoices,
}

/// What a row is.
pub(crate) enum Reading {
    Draft(Draft),
    /// A client whom another row may name too.
    Client(Box<ClientRow>),
    LeftOut(LeftOut),
}

/// What is known beside a row while a file is read, and what is counted.
pub(crate) struct Reader {
    pub(crate) defaults: Defaults,
    /// The project of each task so far, by the task's name: subtasks name only their parent.
    pub(crate) projects: HashMap<String, String>,
    pub(crate) due_from_completion: usize,
    pub(crate) delivered_from_due: usize,
    pub(crate) paid_from_due: usize,
    pub(crate) paid_in_part: usize,
    pub(crate) due_from_terms: usize,
}

/// How many days after its issue an invoice is due where nothing says it: what most invoices say.
pub(crate) const USUAL_TERMS: u32 = 30;

impl Reader {
    pub(crate) fn new(defaults: Defaults) -> Self {
        Self {
            defaults,
            projects: HashMap::new(),
            due_from_completion: 0,
            delivered_from_due: 0,
            paid_from_due: 0,
            paid_in_part: 0,
            due_from_terms: 0,
        }
    }

    /// What a person might know better than what was taken.
    pub(crate) fn questions(&self) -> Vec<Question> {
        let terms = Question {
            about: Asked::Field(Field::Due),
            column: None,
            choices: [0, 14, USUAL_TERMS, 60].map(|days| days.to_string()).to_vec(),
            taken: Some(USUAL_TERMS.to_string()),
        };
        (self.due_from_terms > 0).then_some(terms).into_iter().collect()
    }

    pub(crate) fn remarks(&self, tool: Tool) -> Vec<Remark> {
        let all = [
            (self.due_from_completion, Remark::DueTakenFromCompletion { rows: self.due_from_completion }),
            (self.delivered_from_due, Remark::DeliveredTakenFromDue { rows: self.delivered_from_due }),
            (self.paid_from_due, Remark::PaidTakenFromDue { rows: self.paid_from_due, tool }),
            (self.paid_in_part, Remark::PaidInPart { rows: self.paid_in_part, tool }),
            (self.due_from_terms, Remark::DueTakenFromTerms { rows: self.due_from_terms, days: USUAL_TERMS }),
        ];
        all.into_iter().filter(|(rows, _)| *rows > 0).map(|(_, remark)| remark).collect()
    }
}

/// All forms; where two fit, the first counts.
static FORMS: [&Form; 15] = [
    &time::TOGGL,
    &time::CLOCKIFY,
    &time::HARVEST,
    &tasks::ASANA,
    &tasks::TRELLO,
    &invoices::INVOICE_NINJA,
    &invoices::INVOICE_NINJA_PAYMENTS,
    &invoices::FRESH_BOOKS,
    &invoices::QUICK_BOOKS,
    &deals::HUB_SPOT_DEALS,
    &deals::HUB_SPOT_COMPANIES,
    &contacts::GOOGLE_OLD,
    &contacts::GOOGLE_NEW,
    &contacts::OUTLOOK,
    &contacts::OUTLOOK_SLIM,
];

/// The form that has these folded headers.
pub(crate) fn recognise(keys: &[String]) -> Option<&'static Form> {
    let fits = |form: &&&'static Form| {
        form.signature.iter().all(|pattern| keys.iter().any(|key| matches(pattern, key)))
    };
    FORMS.iter().find(fits).copied()
}

impl Form {
    /// The field of a column by its folded header.
    pub(crate) fn field(&self, key: &str) -> Option<Field> {
        self.columns.iter().find(|(pattern, _)| matches(pattern, key)).map(|(_, field)| *field)
    }

    /// Which of several columns of one field is preferred: the lower.
    pub(crate) fn rank(&self, key: &str) -> usize {
        self.columns.iter().position(|(pattern, _)| matches(pattern, key)).unwrap_or(self.columns.len())
    }

    /// Whether a field can be stated for it.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(_, held)| *held == field)
            || self.kind.columns().iter().any(|column| column.field == field)
    }
}

fn matches(pattern: &str, key: &str) -> bool {
    match pattern.strip_suffix('*') {
        None => pattern == key,
        Some(start) => key.strip_prefix(start).is_some_and(|rest| {
            rest.is_empty() || (rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_lowercase()))
        }),
    }
}

/// The client that a card stands for; one without any name is nobody.
pub(crate) fn as_client(card: Card, line: usize, reader: &Reader) -> Result<Reading, RowError> {
    if card.is_nameless() {
        return Ok(Reading::LeftOut(LeftOut::Nameless));
    }
    card.client(line, reader.defaults).map(|row| Reading::Client(Box::new(row)))
}

/// Reads a row as one of our own tables is read, with the form's columns.
fn as_own(kind: ImportKind, cells: &Cells<'_>, reader: &Reader) -> Result<Reading, RowError> {
    rows::draft(kind, cells, reader.defaults).map(Reading::Draft)
}
