//! Rows of obligations.
use chrono::NaiveDate;
use kindly_records::{ClientId, EngagementId, Obligation, ObligationKind};

use super::{Cells, accepted};
use crate::{Field, RowError};

/// An obligation of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObligationRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name.
    pub client: String,
    /// What kind of thing is owed.
    pub what: ObligationKind,
    /// What exactly.
    pub title: String,
    /// The day agreed.
    pub due_on: NaiveDate,
    /// The day it came.
    pub met_on: Option<NaiveDate>,
    /// The title of the agreement, where one is named.
    pub engagement: Option<String>,
    /// Anything worth remembering.
    pub notes: String,
}

const WHATS: &[(&[&str], ObligationKind)] = &[
    (&["brief", "briefing", "material"], ObligationKind::Brief),
    (&["access"], ObligationKind::Access),
    (&["feedback", "answer"], ObligationKind::Feedback),
    (&["approval", "signoff"], ObligationKind::Approval),
    (&["decision"], ObligationKind::Decision),
];

impl ObligationRow {
    /// The record, once its client and agreement are known.
    #[must_use]
    pub fn record(&self, client: ClientId, engagement: Option<EngagementId>) -> Obligation {
        Obligation {
            client,
            engagement,
            what: self.what,
            title: self.title.clone(),
            due_on: self.due_on,
            met_on: self.met_on,
            notes: self.notes.clone(),
            from_memory: false,
        }
    }
}

pub(super) fn read(cells: &Cells<'_>) -> Result<ObligationRow, RowError> {
    let row = ObligationRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        what: cells
            .word(Field::What, WHATS, "brief, access, feedback, approval or decision")?
            .unwrap_or_default(),
        title: cells.required(Field::Title)?.to_owned(),
        due_on: cells.required_date(Field::Due)?,
        met_on: cells.date(Field::Met)?,
        engagement: cells.optional(Field::Engagement),
        notes: cells.lines(Field::Notes),
    };
    accepted(|client| row.record(client, None))?;
    Ok(row)
}
