//! Our own trust: how we do ourselves, by month, against ourselves a year ago.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::{Sentence, drawing::Chart, figures::FigureValue, standing::RecordLink};

/// How we do ourselves.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TrustView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// It in a sentence; plainly where we got worse.
    pub sentence: Sentence,
    /// The figures.
    pub figures: Vec<TrustFigureView>,
    /// Complaints without an answer, the oldest first.
    pub unanswered: Vec<RecordLink>,
    /// Overdue work, the oldest first.
    pub late: Vec<RecordLink>,
    /// A challenge that clients keep meeting: themes that two clients or more complained about in the last year, with
    /// nothing changed about them since.
    pub challenges: Vec<Challenge>,
}

/// A figure of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TrustFigureId {
    /// Delivered on or before the day agreed.
    OnTime,
    /// Median days until the first answer to complaints and enquiries.
    FirstResponse,
    /// Promises kept: in full and on time, and changes begun by their day.
    Promises,
    /// Complaints for each deliverable.
    ComplaintsPerDeliverable,
    /// Check-ins that were asked for.
    Asked,
}

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TrustChange {
    /// Better, by more than chance.
    Better,
    /// Worse, by more than chance.
    Worse,
    /// Not to be told from chance.
    Same,
    /// Too few records on one side.
    TooFew,
}

impl TrustFigureId {
    /// What it is called in English: where no catalogue of words is at hand, in a file and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTime => "On-time rate",
            Self::FirstResponse => "First response time, median",
            Self::Promises => "Promises kept",
            Self::ComplaintsPerDeliverable => "Complaints per deliverable",
            Self::Asked => "Check-ins asked for, answered",
        }
    }
}

/// One figure, this year and the year before.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TrustFigureView {
    /// Which.
    pub id: TrustFigureId,
    /// The last 365 days.
    pub now: FigureValue,
    /// Its n.
    pub n_now: u32,
    /// The 365 days before.
    pub before: FigureValue,
    /// Its n.
    pub n_before: u32,
    /// Which way it went.
    pub change: TrustChange,
    /// By month: the last twelve (`this_year`) and the twelve before (`year_before`, dashed).
    pub chart: Chart,
}

/// A theme that comes again.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Challenge {
    /// The theme.
    pub theme: String,
    /// How many clients.
    pub clients: u32,
    /// The complaints, latest first.
    pub records: Vec<RecordLink>,
}
