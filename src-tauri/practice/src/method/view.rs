//! The two bars of the method that the user may move.
use kindly_records::ClientId;
use serde::Serialize;
use ts_rs::TS;

use crate::standing::Verdict;

/// What other bars would do to the verdicts of today. Nothing is written.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MethodEffect {
    /// The half-life in days that was tried.
    pub half_life_days: u32,
    /// The delivery bar in percent that was tried.
    pub delivery_bar_percent: u32,
    /// Clients whose verdict would be another, by name.
    pub changes: Vec<VerdictChange>,
    /// Clients whose verdict would stay.
    pub unchanged: u32,
    /// Whether the offering is found wanting now.
    pub offering_problem_now: bool,
    /// And then.
    pub offering_problem_then: bool,
}

/// A verdict that would change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VerdictChange {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The verdict now.
    pub now: Verdict,
    /// And then.
    pub then: Verdict,
}
