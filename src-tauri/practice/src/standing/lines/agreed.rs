//! What was agreed, decided and written down.
use chrono::NaiveDate;
use kindly_records::{Decision, Document, Ending, Engagement, Letter, Template, add_months};

use super::Lined;
use crate::standing::{
    renewal::renewal_of,
    view::{LineState, Tone},
};

impl Lined for Engagement {
    fn stands(&self, today: NaiveDate, margin: u32) -> (NaiveDate, LineState, Tone) {
        (self.agreed_on, LineState::Agreement { renewal: renewal_of(self, today, margin) }, Tone::Plain)
    }
}

impl Lined for Letter {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let state = match (&self.sent, &self.finished) {
            (Some(sent), _) => LineState::Sent { on: sent.on },
            (None, Some(_)) => LineState::Finished,
            (None, None) if self.pdf_sha256.is_some() => LineState::Saved,
            (None, None) => LineState::Draft,
        };
        (self.written_on, state, Tone::Plain)
    }
}

impl Lined for Decision {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::Decided { what: self.what, reason: self.reason }, Tone::Plain)
    }

    fn named(&self) -> String {
        self.notes.clone()
    }
}

impl Lined for Ending {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::EndedBy { by: self.ended_by, reason: self.reason }, Tone::Plain)
    }

    fn named(&self) -> String {
        self.words.clone()
    }
}

impl Lined for Document {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::Document { inside: self.sha256.is_some() }, Tone::Plain)
    }
}

/// No rhythm is longer than ten years.
const LONGEST_RHYTHM_MONTHS: u32 = 120;

impl Lined for Template {
    /// Its day is the next one on which it is due; one without a rhythm can be used today.
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let first = self.first_due_on.unwrap_or(today).max(today);
        let next = self.due_days(add_months(first, LONGEST_RHYTHM_MONTHS)).find(|day| *day >= today);
        (next.unwrap_or(today), LineState::Recurs { every_months: self.every_months }, Tone::Plain)
    }
}
