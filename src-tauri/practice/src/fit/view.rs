//! Guards at the door: criteria of fit, what they are learnt from, and how an enquiry meets them.
use kindly_records::{
    ClientId, ClientStatus, CriterionKind, EndedBy, EndingReason, FitAnswerKind, FitCriterion, FitCriterionId,
};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    Message, Sentence,
    standing::{RecordLink, Verdict},
};

/// The criteria, and what would be worth adding.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FitCriteriaView {
    /// The criteria: deal breakers, must-haves, wishes by weight; retired ones last.
    pub criteria: Vec<FitCriterionRow>,
    /// What past clients suggest, the clearest first.
    pub suggestions: Vec<FitSuggestion>,
    /// Clients that went well or badly, from whom suggestions can be learnt.
    pub learnt_from: u32,
    /// "Whom we are a good fit for": a text for a website, built from the criteria; empty without any.
    pub offer_text: String,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FitCriterionRow {
    /// Its id.
    pub id: FitCriterionId,
    /// Its facts.
    pub record: FitCriterion,
}

/// A trait of past clients that went with going well or badly.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FitSuggestion {
    /// Its own name, which stays the same.
    pub key: String,
    /// What the evidence says.
    pub message: Sentence,
    /// The criterion that would follow, to be changed and added.
    pub draft: FitCriterion,
    /// Whether it went with going badly.
    pub warns: bool,
    /// The clients behind it, those with the trait.
    pub clients: Vec<RecordLink>,
}

/// How well an enquiry fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FitBand {
    /// It fits.
    Good,
    /// It may fit.
    Possible,
    /// It does not fit.
    Poor,
    /// Something that decides is not known yet.
    AskFirst,
    /// There are no criteria.
    NoCriteria,
}

/// An enquiry against the criteria.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FitView {
    /// The band.
    pub band: FitBand,
    /// It in a sentence.
    pub sentence: Sentence,
    /// A line a criterion, what decides first.
    pub reasons: Vec<FitReason>,
    /// What to ask: the questions of the criteria that are not answered.
    pub ask: Vec<String>,
}

/// How one criterion bears on an enquiry.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FitReason {
    /// The criterion.
    pub criterion: FitCriterionId,
    /// Its statement.
    pub name: String,
    /// How much it decides.
    pub weighs: CriterionKind,
    /// Its weight.
    pub weight: u32,
    /// The answer.
    pub answer: FitAnswerKind,
    /// What that does.
    pub bears: Bears,
}

/// What an answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Bears {
    /// It decides against.
    Breaks,
    /// It speaks for.
    For,
    /// In part.
    Partly,
    /// It speaks against.
    Against,
    /// Not known.
    Unknown,
}

/// Somebody who was a client before.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FormerClient {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// Where that relationship stands.
    pub status: ClientStatus,
    /// By what they were recognised.
    pub by: RecognisedBy,
    /// How they stand, or stood.
    pub verdict: Option<Verdict>,
    /// The sentence of that verdict.
    pub sentence: Option<Message>,
    /// Who ended it, and why, where that is recorded.
    pub ended: Option<FormerEnding>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FormerEnding {
    /// When.
    pub on: chrono::NaiveDate,
    /// By whom.
    pub by: EndedBy,
    /// Why.
    pub reason: EndingReason,
}

/// What gave somebody away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecognisedBy {
    /// It is the same client's record.
    Record,
    /// The same e-mail address.
    Email,
    /// The same name, of business or person.
    Name,
    /// The same domain.
    Domain,
}
