//! Importing files: what was understood first, then all rows or none.
mod matching;
mod plan;
mod refusal;
mod view;

use kindly_exchange::{Defaults, ImportKind, Mapping, Sheet};
use kindly_records::{IdSource, Moment};

use crate::{Message, Practice, PracticeError, standing::number};
use plan::{Plan, Write};

pub use view::{ColumnView, ImportView, NearName, RefusedRow};

/// A file, and how to read it.
#[derive(Clone, Copy, Debug)]
pub struct ImportFile<'a> {
    /// The file's name, without its folder.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What its rows are, where it is known: `clients`, `deliverables`, `check-ins`, `invoices`, `obligations` or
    /// `complaints`.
    pub kind: Option<&'a str>,
    /// Which column is which, as JSON (see `docs/csv-columns.md`).
    pub mapping: Option<&'a str>,
}

impl Practice {
    /// What importing a file would do. Nothing is written.
    ///
    /// # Errors
    /// [`PracticeError::Exchange`] where the file as a whole cannot be read; rows that cannot be taken are told in
    /// the view.
    pub fn preview_import(&self, file: ImportFile<'_>) -> Result<ImportView, PracticeError> {
        let (sheet, plan) = self.planned(file)?;
        Ok(view(file, &sheet, &plan, false))
    }

    /// Imports a file: every row, or none.
    ///
    /// # Errors
    /// As for [`Practice::preview_import`], and [`PracticeError::RefusedRows`] while a row cannot be taken.
    pub fn import(&mut self, moment: Moment, file: ImportFile<'_>) -> Result<ImportView, PracticeError> {
        let (sheet, plan) = self.planned(file)?;
        if let Some(first) = plan.refused.first() {
            return Err(PracticeError::RefusedRows {
                count: plan.refused.len(),
                line: first.line as usize,
                reason: first.reason.clone(),
            });
        }
        let message = Message::DidImport {
            file: file.name.to_owned(),
            new: number(plan.new),
            updated: number(plan.updated),
        };
        let mut ids = IdSource::at(moment.at);
        self.ledger.transact(moment.at, message.label(), |changes| {
            for write in &plan.writes {
                match write {
                    Write::Add(record) => changes.insert_record(&mut ids, record).map(|_| ())?,
                    Write::Change(id, record) => changes.update_record(*id, record)?,
                }
            }
            Ok::<_, kindly_ledger::LedgerError>(())
        })?;
        Ok(view(file, &sheet, &plan, true))
    }

    fn planned(&self, file: ImportFile<'_>) -> Result<(Sheet, Plan), PracticeError> {
        let kind = file.kind.map(str::parse::<ImportKind>).transpose()?;
        let mapping = file.mapping.map(Mapping::from_json).transpose()?;
        let reader = self.ledger.reader();
        let profile = reader.profile()?;
        let defaults = Defaults { currency: profile.currency, language: profile.language };
        let sheet = kindly_exchange::read(file.bytes, kind, mapping.as_ref(), &defaults)?;
        let plan = plan::plan(reader, &sheet)?;
        Ok((sheet, plan))
    }
}

fn view(file: ImportFile<'_>, sheet: &Sheet, plan: &Plan, written: bool) -> ImportView {
    let columns = sheet.columns.iter().map(|column| ColumnView {
        header: column.header.clone(),
        field: column.field.map(|field| field.name().to_owned()),
    });
    ImportView {
        file: file.name.to_owned(),
        what: sheet.kind.to_string(),
        columns: columns.collect(),
        new: number(plan.new),
        updated: number(plan.updated),
        unchanged: number(plan.unchanged),
        refused: plan.refused.clone(),
        near: plan.near.clone(),
        preview: plan.preview.clone(),
        written,
    }
}
