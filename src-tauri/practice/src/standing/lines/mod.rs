//! A record as one line of the two-sided ledger: what names it, its day, and how it stands.
mod agreed;
mod given;
mod owed;
mod said;

use chrono::NaiveDate;
use kindly_ledger::Stored;
use kindly_records::{ClientId, Kept, Kind, Record};

use super::view::{LedgerLine, LineState, Tone};

pub(crate) use owed::invoice_line;
pub(super) use owed::payment_lines;

/// A line, with what a link to it needs.
pub(crate) struct Line {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) client: ClientId,
    pub(crate) on: NaiveDate,
    pub(crate) title: String,
    pub(crate) state: LineState,
    pub(crate) tone: Tone,
    record: Record,
}

impl From<Line> for LedgerLine {
    fn from(line: Line) -> Self {
        let Line { id, on, title, state, tone, record, .. } = line;
        Self { id, on, title, state, tone, record }
    }
}

/// What a kind of record says of itself on a day.
pub(crate) trait Lined: Stored + Into<Record> {
    /// Its day, how it stands, and in which tone.
    fn stands(&self, today: NaiveDate, margin: u32) -> (NaiveDate, LineState, Tone);

    /// What it is called where its title alone says too little.
    fn named(&self) -> String {
        self.title()
    }
}

/// The line of a record; `margin` is the user's postal margin in working days.
pub(crate) fn line<R: Lined>(kept: &Kept<R>, today: NaiveDate, margin: u32) -> Line {
    let (on, state, tone) = kept.record.stands(today, margin);
    Line {
        kind: R::KIND,
        id: kept.id.to_string(),
        client: kept.record.client().expect("every record but a client's own belongs to one"),
        on,
        title: kept.record.named(),
        state,
        tone,
        record: kept.record.clone().into(),
    }
}

/// The lines of records, latest first.
pub(super) fn lines<R: Lined>(kept: &[Kept<R>], today: NaiveDate, margin: u32) -> Vec<Line> {
    kept.iter().map(|kept| line(kept, today, margin)).collect()
}

/// Several kinds in one column, latest first.
pub(super) fn column(lines: impl IntoIterator<Item = Line>) -> Vec<LedgerLine> {
    let mut column: Vec<LedgerLine> = lines.into_iter().map(LedgerLine::from).collect();
    column.sort_by(|one, other| other.on.cmp(&one.on).then_with(|| other.id.cmp(&one.id)));
    column
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}
