//! How an enquiry meets the user's own criteria.
use kindly_records::{CriterionKind, FitAnswerKind};
use serde::Serialize;

/// From this weighted share of wishes on, it fits.
const GOOD: f64 = 0.75;
/// From this one on, it may fit.
const POSSIBLE: f64 = 0.5;
/// What a wish that holds in part counts.
const PARTLY: f64 = 0.5;

/// How well it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
}

/// What the answers come to. Criteria are named by their places in the input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FitResult {
    /// The band.
    pub band: FitBand,
    /// The weighted share of wishes that hold, 0 to 1, over those answered; `None` without any.
    pub score: Option<f64>,
    /// Criteria that speak for it.
    pub met: Vec<usize>,
    /// Criteria that hold in part.
    pub partly: Vec<usize>,
    /// Criteria that speak against it, without deciding.
    pub unmet: Vec<usize>,
    /// Criteria that nobody has answered.
    pub unknown: Vec<usize>,
    /// Must-haves that do not hold, and deal breakers that do.
    pub broken: Vec<usize>,
}

/// Sets an enquiry beside the criteria: kind, weight, and the answer to each.
///
/// `score = Σ weight × (yes 1, partly 0.5, no 0) ÷ Σ weight`, over the wishes that are answered: a weighted scoring model
/// with must-haves and deal breakers as gates, as used for choosing suppliers. A must-have that holds in part is met in
/// part and breaks nothing; a deal breaker that holds in part breaks, since "in part" of what must not be is too much.
/// Poor: something is broken, or the score lies below 0.5. Ask first: nothing is broken, and something that decides, or
/// everything, is unknown. Possible: the score lies below 0.75. Without wishes, what decides alone makes it good.
#[must_use]
pub fn fit(criteria: &[(CriterionKind, u32, FitAnswerKind)]) -> FitResult {
    let mut result = FitResult {
        band: FitBand::Good,
        score: None,
        met: Vec::new(),
        partly: Vec::new(),
        unmet: Vec::new(),
        unknown: Vec::new(),
        broken: Vec::new(),
    };
    let (mut sum, mut of) = (0.0, 0.0);
    let mut gate_unknown = false;
    for (place, (kind, weight, answer)) in criteria.iter().enumerate() {
        use {CriterionKind as Kind, FitAnswerKind as Answer};
        let list = match (kind, answer) {
            (_, Answer::Unknown) => {
                gate_unknown |= *kind != Kind::Wish;
                &mut result.unknown
            }
            (Kind::DealBreaker, Answer::Yes | Answer::Partly) | (Kind::MustHave, Answer::No) => {
                &mut result.broken
            }
            (Kind::DealBreaker, Answer::No) | (Kind::Wish | Kind::MustHave, Answer::Yes) => &mut result.met,
            (Kind::Wish | Kind::MustHave, Answer::Partly) => &mut result.partly,
            (Kind::Wish, Answer::No) => &mut result.unmet,
        };
        list.push(place);
        if *kind == Kind::Wish && *answer != Answer::Unknown {
            let holds = match answer {
                Answer::Yes => 1.0,
                Answer::Partly => PARTLY,
                Answer::No | Answer::Unknown => 0.0,
            };
            sum += f64::from(*weight) * holds;
            of += f64::from(*weight);
        }
    }
    result.score = (of > 0.0).then(|| sum / of);
    let all_unknown = result.unknown.len() == criteria.len();
    result.band = match result.score {
        _ if !result.broken.is_empty() => FitBand::Poor,
        _ if gate_unknown || all_unknown => FitBand::AskFirst,
        Some(score) if score < POSSIBLE => FitBand::Poor,
        Some(score) if score < GOOD => FitBand::Possible,
        _ => FitBand::Good,
    };
    result
}
