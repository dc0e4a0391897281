//! What each row of a sheet would do.
mod clients;
mod kinds;
mod merge;
mod shown;

use chrono::NaiveDate;
use kindly_exchange::Sheet;
use kindly_ledger::{Reader, Stored};
use kindly_records::{Kept, Profile, Record};
use uuid::Uuid;

use super::{
    ImportChoices,
    view::{ImportStep, NearName, RefusedRow, UnknownClient},
    watch::Watch,
};
use crate::{PracticeError, standing::number};
use clients::Clients;
use kinds::Ledger;
use shown::shown;

/// Rows of a file that a preview shows.
pub(super) const PREVIEW_ROWS: usize = 5;

/// One row's effect.
pub(super) enum Write {
    /// A record that is not there yet.
    Add(Record),
    /// A record that is not there yet, under an id that others name.
    AddAs(Uuid, Record),
    /// A record that changes.
    Change(Uuid, Record),
    /// The letterhead.
    Profile(Box<Profile>),
}

/// What a sheet would do.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) writes: Vec<Write>,
    pub(super) new: usize,
    pub(super) updated: usize,
    pub(super) unchanged: usize,
    pub(super) left_out: usize,
    pub(super) refused: Vec<RefusedRow>,
    pub(super) near: Vec<NearName>,
    pub(super) unknown: Vec<UnknownClient>,
    pub(super) preview: Vec<Vec<String>>,
}

/// Plans every row. What a file does not have a column for stays as it is.
pub(super) fn plan(
    reader: Reader<'_>,
    sheet: &Sheet,
    (choices, today): (&ImportChoices, NaiveDate),
    ids: &mut kindly_records::IdSource,
    watch: &mut Watch<'_>,
) -> Result<Plan, PracticeError> {
    let mut plan = Plan { left_out: sheet.left_out_rows.len(), ..Plan::default() };
    let mut ledger = Ledger::read(reader, sheet, today)?;
    let mut clients = Clients::read(reader, sheet, choices)?;
    for (done, row) in sheet.rows.iter().enumerate() {
        watch.tell(ImportStep::Comparing, done, sheet.rows.len())?;
        match row {
            Err(refused) => plan.refuse(refused.line, &refused.reason),
            Ok(draft) => {
                if let Err(refusal) = plan.take(&mut ledger, &mut clients, ids, draft) {
                    plan.refuse(draft.line(), &refusal);
                }
            }
        }
    }
    plan.unknown = clients.unknown();
    Ok(plan)
}

impl Plan {
    pub(super) fn refuse(&mut self, line: usize, reason: &impl ToString) {
        self.refused.push(RefusedRow { line: number(line), reason: reason.to_string() });
    }

    /// Adds, changes or leaves a record, and counts which.
    fn put<R>(&mut self, there: Option<&Kept<R>>, record: R)
    where
        R: Stored + Into<Record>,
    {
        if self.preview.len() < PREVIEW_ROWS {
            self.preview.push(shown(&record.clone().into()));
        }
        match there {
            None => {
                self.new += 1;
                self.writes.push(Write::Add(record.into()));
            }
            Some(kept) if kept.record == record => self.unchanged += 1,
            Some(kept) => {
                self.updated += 1;
                self.writes.push(Write::Change(kept.id.into(), record.into()));
            }
        }
    }
}
