//! What was given away, how people were treated, and where the time went.
use chrono::NaiveDate;
use kindly_records::{Attention, Concession, Incident, IncidentKind, TimeEntry};

use super::Lined;
use crate::standing::view::{LineState, Tone};

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
            IncidentKind::Bypassing => ("bypassing", Tone::Plain),
            IncidentKind::PressureOnPrice => ("pressure_on_price", Tone::Plain),
        };
        (self.on, LineState::Incident { what: what.to_owned() }, tone)
    }
}

impl Lined for TimeEntry {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::Worked { seconds: self.seconds, billable: self.billable }, Tone::Plain)
    }

    fn named(&self) -> String {
        self.what.clone()
    }
}

impl Lined for Attention {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::Minutes { minutes: self.minutes }, Tone::Plain)
    }

    fn named(&self) -> String {
        self.what.clone()
    }
}
