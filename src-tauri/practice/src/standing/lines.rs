//! A record as one line of the two-sided ledger: what names it, its day, and how it stands.
use chrono::NaiveDate;
use kindly_ledger::Stored;
use kindly_records::{
    CheckIn, ClientId, Complaint, Concession, Deliverable, Engagement, Enquiry, Incident, IncidentKind,
    Invoice, Kept, Kind, Letter, Obligation, Outcome, Record, SaidBy,
};

use super::{
    renewal::renewal_of,
    view::{LedgerLine, LineState, Tone},
};

/// A line, with what a link to it needs.
pub(super) struct Line {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) client: ClientId,
    pub(super) on: NaiveDate,
    pub(super) title: String,
    pub(super) state: LineState,
    tone: Tone,
    record: Record,
}

impl From<Line> for LedgerLine {
    fn from(line: Line) -> Self {
        let Line { id, on, title, state, tone, record, .. } = line;
        Self { id, on, title, state, tone, record }
    }
}

/// What a kind of record says of itself on a day.
pub(super) trait Lined: Stored + Into<Record> {
    /// Its day, how it stands, and in which tone.
    fn stands(&self, today: NaiveDate, margin: u32) -> (NaiveDate, LineState, Tone);

    /// What it is called where its title alone says too little.
    fn named(&self) -> String {
        self.title()
    }
}

/// The line of a record; `margin` is the user's postal margin in working days.
pub(super) fn line<R: Lined>(kept: &Kept<R>, today: NaiveDate, margin: u32) -> Line {
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

impl Lined for Deliverable {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let past_due = self.delivered_on.map_or(0, |day| days(self.due_on, day)).max(0);
        let (state, tone) = match self.outcome {
            Outcome::Pending => {
                let left = days(today, self.due_on);
                (LineState::Due { days: left }, if left < 0 { Tone::Warn } else { Tone::Plain })
            }
            // Met, but after the day agreed: the date says so whatever the outcome.
            Outcome::Met if past_due > 0 => (LineState::Late { days: past_due }, Tone::Warn),
            Outcome::Met => {
                let early = self.delivered_on.map_or(0, |day| days(day, self.due_on));
                (LineState::Met { early }, Tone::Good)
            }
            Outcome::Partial => (LineState::Partial, Tone::Warn),
            Outcome::Late => (LineState::Late { days: past_due }, Tone::Warn),
            Outcome::Rejected => (LineState::Rejected, Tone::Bad),
            Outcome::Excused => (LineState::Excused, Tone::Plain),
        };
        (self.dated(), state, tone)
    }
}

impl Lined for CheckIn {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let impression = self.said_by == SaidBy::MyImpression;
        let high = self.scale.range().1;
        let tone = match self.scale.on_five(self.value) {
            _ if impression => Tone::Plain,
            five if five < 2.5 => Tone::Bad,
            five if five < 3.5 => Tone::Warn,
            _ => Tone::Good,
        };
        let scale = self.scale.name().to_owned();
        (self.on, LineState::Rated { value: self.value, scale, high, impression }, tone)
    }

    fn named(&self) -> String {
        self.words.clone()
    }
}

impl Lined for Obligation {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (state, tone) = match self.met_on {
            None => due(days(today, self.due_on)),
            Some(met_on) if met_on > self.due_on => {
                (LineState::KeptLate { days: days(self.due_on, met_on) }, Tone::Warn)
            }
            Some(met_on) => (LineState::Kept { early: days(met_on, self.due_on) }, Tone::Good),
        };
        (self.met_on.unwrap_or(self.due_on), state, tone)
    }
}

impl Lined for Invoice {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (state, tone) = match self.paid_on {
            None => due(days(today, self.due_on)),
            Some(paid_on) if paid_on > self.due_on => {
                (LineState::PaidLate { days: days(self.due_on, paid_on) }, Tone::Warn)
            }
            Some(_) => (LineState::Paid, Tone::Good),
        };
        (self.issued_on, state, tone)
    }
}

/// Still owed: overdue below 0.
fn due(left: i64) -> (LineState, Tone) {
    (LineState::Due { days: left }, if left < 0 { Tone::Bad } else { Tone::Plain })
}

impl Lined for Concession {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let state = match (self.amount, self.minutes) {
            (Some(amount), _) => {
                LineState::Worth { minor: amount.minor, currency: amount.currency.code().to_owned() }
            }
            (None, minutes) => LineState::Minutes { minutes: minutes.unwrap_or(0) },
        };
        (self.on, state, Tone::Plain)
    }
}

impl Lined for Incident {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (what, tone) = match self.what {
            IncidentKind::Blame => ("blame", Tone::Warn),
            IncidentKind::Conduct => ("conduct", Tone::Warn),
            IncidentKind::Threat => ("threat", Tone::Bad),
            IncidentKind::PressureOnPrice => ("pressure_on_price", Tone::Plain),
        };
        (self.on, LineState::Incident { what: what.to_owned() }, tone)
    }
}

impl Lined for Complaint {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (state, tone) = match self.answered_on.or(self.resolved_on) {
            Some(answered) => (LineState::Answered { days: days(self.on, answered) }, Tone::Plain),
            None => (LineState::Waiting { days: days(self.on, today).max(0) }, Tone::Ours),
        };
        (self.on, state, tone)
    }

    fn named(&self) -> String {
        if self.words.trim().is_empty() { self.theme.clone() } else { self.words.clone() }
    }
}

impl Lined for Enquiry {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (state, tone) = match self.answered_on {
            Some(answered) => (LineState::Answered { days: days(self.received_on, answered) }, Tone::Plain),
            None => (LineState::Waiting { days: days(self.received_on, today).max(0) }, Tone::Warn),
        };
        (self.received_on, state, tone)
    }
}

impl Lined for Engagement {
    fn stands(&self, today: NaiveDate, margin: u32) -> (NaiveDate, LineState, Tone) {
        (self.agreed_on, LineState::Agreement { renewal: renewal_of(self, today, margin) }, Tone::Plain)
    }
}

impl Lined for Letter {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let state = if self.pdf_sha256.is_some() { LineState::Saved } else { LineState::Draft };
        (self.written_on, state, Tone::Plain)
    }
}
