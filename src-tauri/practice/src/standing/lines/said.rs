//! What clients say and ask, and what was answered.
use chrono::NaiveDate;
use kindly_records::{
    CheckIn, CheckInRequest, Complaint, Conversation, Enquiry, Praise, Request, RequestAnswer, SaidBy,
};

use super::{Lined, days};
use crate::standing::view::{LineState, Tone};

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

impl Lined for Praise {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::Praised { thanked: self.thanked_on.is_some() }, Tone::Good)
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

impl Lined for Request {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let tone = match self.answer {
            RequestAnswer::Open => Tone::Ours,
            RequestAnswer::AgreedForFree => Tone::Warn,
            RequestAnswer::AgreedForPay => Tone::Good,
            RequestAnswer::Declined => Tone::Plain,
        };
        (self.on, LineState::Requested { answer: self.answer }, tone)
    }
}

impl Lined for Conversation {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::None, Tone::Plain)
    }
}

impl Lined for CheckInRequest {
    fn stands(&self, _: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        (self.on, LineState::None, Tone::Plain)
    }
}
