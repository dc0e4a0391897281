//! The next twelve months of agreements that end or renew themselves.
use chrono::NaiveDate;
use kindly_records::{ClientId, Decision, DecisionId, EngagementId, LetterId, LetterKind, Money};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    Sentence,
    standing::{Renewal, Verdict},
};

/// The calendar of renewals.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RenewalsView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// It in a sentence.
    pub sentence: Sentence,
    /// Twelve months from this one on, each with what ends in it; some may be empty.
    pub months: Vec<RenewalMonth>,
    /// Agreements without an end.
    pub open: Vec<RenewalRow>,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RenewalMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// What ends or renews in it, the first first.
    pub rows: Vec<RenewalRow>,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RenewalRow {
    /// The agreement.
    pub engagement: EngagementId,
    /// What it is called.
    pub title: String,
    /// With whom.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// How they stand.
    pub verdict: Option<Verdict>,
    /// How it goes on, with the days of notice.
    pub renewal: Renewal,
    /// Fees of the last 365 days from this client.
    pub fees: Option<Money>,
    /// What they bring an hour.
    pub rate: Option<Money>,
    /// Their share of the income.
    pub income_share: Option<f64>,
    /// What was decided for this term.
    pub decision: Option<RenewalDecision>,
    /// The letter that follows from it; `None` where none is needed.
    pub letter_kind: Option<LetterKind>,
    /// That letter, where it was begun.
    pub letter: Option<RenewalLetter>,
}

/// A decision about a term.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RenewalDecision {
    /// Its record.
    pub id: DecisionId,
    /// Its facts.
    pub record: Decision,
}

/// The letter about a term.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RenewalLetter {
    /// The letter.
    pub id: LetterId,
    /// Whether it is finished.
    pub finished: bool,
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
}
