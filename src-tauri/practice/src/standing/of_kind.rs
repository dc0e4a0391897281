//! All records of one kind, for kinds that belong to no client's screen.
use chrono::NaiveDate;
use kindly_records::{
    Kind, Moment, Record,
    fields::{self, Shape},
};
use serde_json::{Value, json};

use super::view::{LedgerLine, LineState, Tone};
use crate::{Practice, PracticeError, export};

impl Practice {
    /// All records of a kind, latest first; those without a day by their title.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn record_lines(&self, moment: Moment, kind: Kind) -> Result<Vec<LedgerLine>, PracticeError> {
        let mut lines: Vec<LedgerLine> = export::of_kind(self.ledger.reader(), kind)?
            .into_iter()
            .map(|(id, record)| line(id.to_string(), record, moment.today))
            .collect();
        lines.sort_by(|one, other| {
            (other.on, one.title.to_lowercase(), &one.id).cmp(&(
                one.on,
                other.title.to_lowercase(),
                &other.id,
            ))
        });
        Ok(lines)
    }
}

fn line(id: String, record: Record, today: NaiveDate) -> LedgerLine {
    let state = match &record {
        Record::Template(template) => LineState::Recurs { every_months: template.every_months },
        _ => LineState::None,
    };
    LedgerLine {
        id,
        on: day_of(&record).unwrap_or(today),
        title: record.title(),
        state,
        tone: Tone::Plain,
        record,
    }
}

/// The first day that a record names.
fn day_of(record: &Record) -> Option<NaiveDate> {
    let facts = json!(record);
    let mut days = fields::of(record.kind()).iter().filter(|field| field.shape == Shape::Day);
    days.find_map(|field| fields::take(&facts, field.key).as_str().and_then(|day| day.parse().ok()))
        .or_else(|| facts.get("written_on").and_then(Value::as_str).and_then(|day| day.parse().ok()))
}
