//! Importing files: what was understood first, then all rows or none.
mod matching;
mod own;
mod plan;
mod refusal;
mod view;
mod views;
mod watch;

use kindly_exchange::{Defaults, ExchangeError, ImportKind, Mapping, OwnTable, Sheet, read_own_table};
use kindly_records::{IdSource, Moment};

use crate::{Message, Practice, PracticeError, standing::number};
use plan::{Plan, Write};
use watch::Watch;

pub use view::{
    ClientPick, ColumnView, ImportChoices, ImportFieldView, ImportKindView, ImportProgress, ImportStep,
    ImportView, NearClient, NearName, RefusedRow, UnknownClient,
};

/// A file, and how to read it.
#[derive(Clone, Copy, Debug)]
pub struct ImportFile<'a> {
    /// The file's name, without its folder.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What its rows are, where it is known, by the name of a kind of import.
    pub kind: Option<&'a str>,
    /// Which column is which, as JSON (see `docs/csv-columns.md`).
    pub mapping: Option<&'a str>,
    /// What the user says about it.
    pub choices: Option<&'a ImportChoices>,
}

/// A file, read and compared with what is recorded.
enum Read {
    /// A table of one of the tools, or of somebody's own.
    Sheet(Box<Sheet>, Plan),
    /// A table that Kindly wrote.
    Own(OwnTable, Plan),
}

impl Read {
    fn plan(&self) -> &Plan {
        match self {
            Self::Sheet(_, plan) | Self::Own(_, plan) => plan,
        }
    }
}

impl Practice {
    /// What importing a file would do. Nothing is written. `told` hears how far it has come, and answers whether to go
    /// on.
    ///
    /// A table whose columns are not understood is answered with what stands in the way and what it can be mapped to.
    ///
    /// # Errors
    /// [`PracticeError::Exchange`] where the file is no table at all; rows that cannot be taken are told in the view;
    /// [`PracticeError::Cancelled`] where it was stopped.
    pub fn preview_import(
        &self,
        moment: Moment,
        file: ImportFile<'_>,
        told: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<ImportView, PracticeError> {
        let mut ids = IdSource::seeded(0, Moment::of_day(chrono::NaiveDate::MIN).at);
        match self.read_import(moment, file, &mut ids, &mut Watch::new(told)) {
            Ok(read) => Ok(views::of(file, &read, false)),
            Err(PracticeError::Exchange(error)) => {
                views::to_be_mapped(file, &error).ok_or(PracticeError::Exchange(error))
            }
            Err(error) => Err(error),
        }
    }

    /// Imports a file: every row, or none, as one step.
    ///
    /// # Errors
    /// As for [`Practice::preview_import`], and [`PracticeError::RefusedRows`] while a row cannot be taken.
    pub fn import(
        &mut self,
        moment: Moment,
        file: ImportFile<'_>,
        told: &mut dyn FnMut(ImportProgress) -> bool,
    ) -> Result<ImportView, PracticeError> {
        let mut ids = IdSource::at(moment.at);
        let mut watch = Watch::new(told);
        let read = self.read_import(moment, file, &mut ids, &mut watch)?;
        let plan = read.plan();
        let leave_out = file.choices.is_some_and(|choices| choices.without_refused);
        if let Some(first) = plan.refused.first().filter(|_| !leave_out) {
            return Err(PracticeError::RefusedRows {
                count: plan.refused.len(),
                line: first.line as usize,
                reason: first.reason.clone(),
            });
        }
        if plan.writes.is_empty() {
            return Ok(views::of(file, &read, true));
        }
        let message = Message::DidImport {
            file: file.name.to_owned(),
            new: number(plan.new),
            updated: number(plan.updated),
        };
        self.ledger.transact(moment.at, message.label(), |changes| {
            for (done, write) in plan.writes.iter().enumerate() {
                watch.tell(ImportStep::Writing, done, plan.writes.len())?;
                match write {
                    Write::Add(record) => changes.insert_record(&mut ids, record).map(|_| ())?,
                    Write::AddAs(id, record) => changes.insert_with(*id, record)?,
                    Write::Change(id, record) => changes.update_record(*id, record)?,
                    Write::Profile(profile) => changes.set_profile(profile)?,
                }
            }
            Ok::<_, PracticeError>(())
        })?;
        Ok(views::of(file, &read, true))
    }

    fn read_import(
        &self,
        moment: Moment,
        file: ImportFile<'_>,
        ids: &mut IdSource,
        watch: &mut Watch<'_>,
    ) -> Result<Read, PracticeError> {
        let reader = self.ledger.reader();
        if let Some(table) = read_own_table(file.bytes)? {
            let plan = own::plan(reader, &table, watch)?;
            return Ok(Read::Own(table, plan));
        }
        let kind = file.kind.map(str::parse::<ImportKind>).transpose()?;
        let mapping = match (file.mapping, file.choices) {
            (Some(json), _) => Some(Mapping::from_json(json)?),
            (None, Some(choices)) => Some(views::mapping(choices)?),
            (None, None) => None,
        };
        let profile = reader.profile()?;
        let defaults = Defaults { currency: profile.currency, language: profile.language };
        let sheet = {
            let mut on = |done: usize, of: usize| watch.goes_on(ImportStep::Reading, done, of);
            kindly_exchange::read_watched(file.bytes, kind, mapping.as_ref(), &defaults, &mut on)
        };
        let sheet = sheet.map_err(|error| match error {
            ExchangeError::Cancelled => PracticeError::Cancelled,
            other => other.into(),
        })?;
        let none = ImportChoices::default();
        let plan = plan::plan(reader, &sheet, (file.choices.unwrap_or(&none), moment.today), ids, watch)?;
        Ok(Read::Sheet(Box::new(sheet), plan))
    }
}
