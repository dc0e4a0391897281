//! What was done, and taking single steps of it back.
mod view;

use chrono::SecondsFormat;
use kindly_ledger::{Change, EntryState, HistoryEntry, HistoryFilter, Label, LedgerError, Reader, Touched};
use kindly_records::{Kind, Moment, Record};
use uuid::Uuid;

use crate::{Message, Practice, PracticeError, record::Done, standing::number};

pub use view::{HistoryChange, HistoryLine, HistoryOf, HistoryRecord, HistoryView};

/// Steps on a page of the history.
const PAGE: usize = 50;
/// Records that a step names one by one.
const NAMED: usize = 8;

impl Practice {
    /// What was done, latest first. `before` is the last `seq` that was seen.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn history(&self, of: HistoryOf, before: Option<i64>) -> Result<HistoryView, PracticeError> {
        let reader = self.ledger.reader();
        // One more than is shown says whether there are older ones.
        let (client, record) = match of {
            HistoryOf::Everything => (None, None),
            HistoryOf::Client { client } => (Some(client), None),
            HistoryOf::Record { kind, id } => (None, Some((kind, id))),
        };
        let filter = HistoryFilter { client, record, before, limit: PAGE + 1 };
        let entries = reader.history(&filter)?;
        let more = entries.len() > PAGE;
        let lines = entries.iter().take(PAGE).map(|entry| line(reader, entry));
        Ok(HistoryView { entries: lines.collect::<Result<_, _>>()?, more })
    }

    /// Takes one older step back, alone: a step of its own, which undo takes back.
    ///
    /// # Errors
    /// The ledger's own, where later steps rest on it: they are named by [`PracticeError::LaterSteps`].
    pub fn take_back(&mut self, moment: Moment, seq: i64) -> Result<Done, PracticeError> {
        let filter = HistoryFilter { before: Some(seq + 1), limit: 1, ..HistoryFilter::default() };
        let entry = self.ledger.reader().history(&filter)?.pop().filter(|entry| entry.seq == seq);
        let step = entry.and_then(|entry| entry.label).as_ref().and_then(Message::of_label);
        let message = Message::DidTakeBack { step: step.map(Box::new) };
        match self.ledger.take_back(moment.at, seq, message.label()) {
            Ok(()) => Ok(Done { id: None, message }),
            Err(LedgerError::LaterEntries { entries, .. }) => {
                let message = |(_, label): &(i64, Option<Label>)| label.as_ref().and_then(Message::of_label);
                Err(PracticeError::LaterSteps {
                    count: entries.len(),
                    first: entries.iter().find_map(message).map(Box::new),
                })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Puts a record back as it stood before a step.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where it did not stand before it, or what it was is not known any more; the ledger's own
    /// where what it names is gone.
    pub fn restore_record(
        &mut self,
        moment: Moment,
        seq: i64,
        kind: Kind,
        id: Uuid,
    ) -> Result<Done, PracticeError> {
        let reader = self.ledger.reader();
        let record = reader.version_before(seq, kind, id)?.ok_or(PracticeError::Gone { kind })?;
        let there = reader.record(kind, id)?.is_some();
        self.check_name(Some(id), &record)?;
        let client = self.client_name_of(&record)?;
        let message = Message::DidRestore { kind, title: record.title(), client };
        self.ledger.transact(moment.at, message.label(), |changes| {
            if there { changes.update_record(id, &record) } else { changes.insert_with(id, &record) }
        })?;
        Ok(Done { id: Some(id.to_string()), message })
    }
}

/// What the steps after one did, latest first, as far as their words were not erased; never more than `limit` steps.
pub(crate) fn messages_after(
    reader: Reader<'_>,
    seq: i64,
    limit: usize,
) -> Result<Vec<Message>, PracticeError> {
    let entries = reader.history(&HistoryFilter { limit, ..HistoryFilter::default() })?;
    let later = entries.iter().filter(|entry| entry.seq > seq);
    Ok(later.filter_map(|entry| entry.label.as_ref().and_then(Message::of_label)).collect())
}

fn line(reader: Reader<'_>, entry: &HistoryEntry) -> Result<HistoryLine, LedgerError> {
    let touched = match entry.records.len() {
        0 => entry.sums.iter().map(|sum| usize::try_from(sum.records).unwrap_or(usize::MAX)).sum(),
        several => several,
    };
    let records = entry.records.iter().take(NAMED).map(|touched| record(reader, entry.seq, touched));
    Ok(HistoryLine {
        seq: entry.seq,
        at: entry.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        message: entry.label.as_ref().and_then(Message::of_label),
        taken_back: entry.state == EntryState::TakenBack,
        records: records.collect::<Result<_, _>>()?,
        touched: number(touched),
        fixed: entry.fixed,
    })
}

fn record(reader: Reader<'_>, seq: i64, touched: &Touched) -> Result<HistoryRecord, LedgerError> {
    let Touched { kind, id, change } = *touched;
    let before = match change {
        Change::Added => None,
        Change::Changed | Change::Deleted => match reader.version_before(seq, kind, id) {
            // What a step held is gone for good; that it touched the record is still told.
            Err(LedgerError::Erased { .. }) => None,
            before => before?,
        },
    };
    let now = reader.record(kind, id)?;
    let restorable = before.is_some() && before != now;
    Ok(HistoryRecord {
        kind,
        id: id.to_string(),
        change: match change {
            Change::Added => HistoryChange::Added,
            Change::Changed => HistoryChange::Changed,
            Change::Deleted => HistoryChange::Removed,
        },
        title: now.or(before).as_ref().map(Record::title).unwrap_or_default(),
        restorable,
    })
}
