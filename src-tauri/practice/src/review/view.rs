//! The portfolio review of a quarter: what it says, before it is set on pages.
use chrono::NaiveDate;
use kindly_records::{ClientId, DecisionKind, EngagementId};
use serde::Serialize;
use ts_rs::TS;

use super::quarter::Quarter;
use crate::{
    Fell,
    figures::{FigureId, FigureValue},
    standing::{Scatter, Verdict},
    trust::{TrustChange, TrustFigureId},
};

/// A quarter that can be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReviewQuarter {
    /// The quarter, such as `2026-Q3`.
    pub quarter: Quarter,
    /// The last day that is told: the quarter's, or today while it runs.
    pub until: NaiveDate,
    /// Whether it runs still.
    pub running: bool,
}

/// The portfolio in a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Review {
    /// The quarter, such as `2026-Q3`.
    pub quarter: Quarter,
    /// Its first day.
    pub from: NaiveDate,
    /// The last day that is told: the quarter's, or today while it runs.
    pub until: NaiveDate,
    /// Whether it runs still.
    pub running: bool,
    /// Whose practice it is; empty where no name is entered.
    pub practice: String,
    /// What fell of our own record on that day, against the year before.
    pub fell: Option<Fell>,
    /// The standard figures, this quarter and the one before.
    pub figures: Vec<FigureBeside>,
    /// Complaints that came in.
    pub complaints: Beside,
    /// How many clients stood how on the last day, and at the end of the quarter before; verdicts that neither has are
    /// left out.
    pub verdicts: Vec<VerdictCount>,
    /// Deliverables met against satisfaction, up to the last day.
    pub scatter: Scatter,
    /// The months of this quarter and of the one before, the oldest first.
    pub months: Vec<ReviewMonth>,
    /// Who was with us on the last day, the most pressing first; clients in the archive are left out.
    pub clients: Vec<ReviewClient>,
    /// Verdicts that changed within the quarter, in the order of days.
    pub changes: Vec<VerdictChange>,
    /// How we do ourselves: 365 days up to the last day, and the 365 days before.
    pub trust: Vec<TrustBeside>,
    /// The quarter that follows.
    pub next: Quarter,
    /// What ends, renews itself, or has its last day of notice in the quarter that follows, the soonest first.
    pub renewals: Vec<ReviewRenewal>,
}

/// A count of this quarter beside that of the quarter before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// This quarter.
    pub now: u32,
    /// The quarter before.
    pub before: u32,
}

/// A standard figure of this quarter beside that of the quarter before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FigureBeside {
    /// Which.
    pub id: FigureId,
    /// This quarter.
    pub now: FigureValue,
    /// How many records it rests on.
    pub n_now: u32,
    /// The quarter before.
    pub before: FigureValue,
    /// How many records that rests on.
    pub n_before: u32,
}

/// How many clients stand so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictCount {
    /// The verdict.
    pub verdict: Verdict,
    /// On the last day.
    pub now: u32,
    /// At the end of the quarter before.
    pub before: u32,
}

/// What turned out in a month, and how content clients were.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReviewMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Deliverables met.
    pub met: u32,
    /// Met in part.
    pub partial: u32,
    /// Missed.
    pub missed: u32,
    /// Mean satisfaction on 1 to 5; `None` without an answer.
    pub satisfaction: Option<f64>,
    /// How many answers that is.
    pub check_ins: u32,
}

/// A client on the last day, with the counts behind the verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewClient {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether they are out of balance beside it.
    pub one_way_too: bool,
    /// Deliverables met.
    pub met: u32,
    /// Deliverables that count.
    pub counted: u32,
    /// Mean satisfaction on 1 to 5.
    pub satisfaction: Option<f64>,
    /// How many check-ins that is.
    pub check_ins: u32,
    /// What they owed and gave on time.
    pub kept: u32,
    /// All that they owed, as far as it is known.
    pub owed: u32,
    /// Things given away.
    pub concessions: u32,
}

/// A verdict that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictChange {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// What it was; `None` for the first one.
    pub from: Option<Verdict>,
    /// What it became.
    pub to: Verdict,
    /// The day it was judged: the end of the month in which it changed, or the last day that is told.
    pub on: NaiveDate,
}

/// A figure of our own trust.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TrustBeside {
    /// Which.
    pub id: TrustFigureId,
    /// The 365 days up to the last day.
    pub now: FigureValue,
    /// Its n.
    pub n_now: u32,
    /// The 365 days before.
    pub before: FigureValue,
    /// Its n.
    pub n_before: u32,
    /// Which way it went.
    pub change: TrustChange,
}

/// An agreement that wants a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewRenewal {
    /// The agreement.
    pub engagement: EngagementId,
    /// What it is called.
    pub title: String,
    /// With whom.
    pub client_name: String,
    /// The day it ends, or renews itself.
    pub ends_on: NaiveDate,
    /// Whether it renews itself then.
    pub renews: bool,
    /// The last day of notice, where one is agreed.
    pub notice_by: Option<NaiveDate>,
    /// The last safe day to post it.
    pub post_by: Option<NaiveDate>,
    /// What was decided for this term.
    pub decided: Option<DecisionKind>,
}
