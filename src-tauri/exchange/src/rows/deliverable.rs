//! Rows of deliverables.
use chrono::NaiveDate;
use kindly_records::{ClientId, Deliverable, EngagementId, Outcome};

use super::{Cells, accepted};
use crate::{Field, RowError};

/// A deliverable of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliverableRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name.
    pub client: String,
    /// What.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it was handed over.
    pub delivered_on: Option<NaiveDate>,
    /// How it turned out, stated or told by the days.
    pub outcome: Outcome,
    /// The title of the agreement, where one is named.
    pub engagement: Option<String>,
    /// Anything worth remembering.
    pub notes: String,
}

const OUTCOMES: &[(&[&str], Outcome)] = &[
    (&["pending", "open", "planned"], Outcome::Pending),
    (&["met", "accepted", "asagreed"], Outcome::Met),
    (&["partial", "partly", "inpart", "partlymet"], Outcome::Partial),
    (&["late", "delayed"], Outcome::Late),
    (&["rejected", "notaccepted"], Outcome::Rejected),
    (&["excused"], Outcome::Excused),
];

impl DeliverableRow {
    /// The record, once its client and agreement are known.
    #[must_use]
    pub fn record(&self, client: ClientId, engagement: Option<EngagementId>) -> Deliverable {
        Deliverable {
            client,
            engagement,
            title: self.title.clone(),
            due_on: self.due_on,
            delivered_on: self.delivered_on,
            outcome: self.outcome,
            notes: self.notes.clone(),
            scope: kindly_records::Scope::default(),
            acceptance: kindly_records::Acceptance::default(),
            waits_for: None,
            from_memory: false,
        }
    }

    /// The same, if its record type accepts it.
    pub(crate) fn checked(self) -> Result<Self, RowError> {
        accepted(|client| self.record(client, None))?;
        Ok(self)
    }
}

pub(super) fn read(cells: &Cells<'_>) -> Result<DeliverableRow, RowError> {
    let due_on = cells.required_date(Field::Due)?;
    let delivered_on = cells.date(Field::Delivered)?;
    let stated = cells.word(
        Field::Outcome,
        OUTCOMES,
        "pending, met, partial, late, rejected or excused, or leave it empty",
    )?;
    let row = DeliverableRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        title: cells.required(Field::Title)?.to_owned(),
        due_on,
        delivered_on,
        outcome: stated.unwrap_or_else(|| told_by_days(due_on, delivered_on)),
        engagement: cells.optional(Field::Engagement),
        notes: cells.lines(Field::Notes),
    };
    row.checked()
}

/// What the days say where nobody has said more: a late day counts against us until it is excused.
pub(crate) fn told_by_days(due_on: NaiveDate, delivered_on: Option<NaiveDate>) -> Outcome {
    match delivered_on {
        None => Outcome::Pending,
        Some(day) if day <= due_on => Outcome::Met,
        Some(_) => Outcome::Late,
    }
}
