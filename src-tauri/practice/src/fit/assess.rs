//! An enquiry against the criteria.
use std::collections::HashMap;

use kindly_records::{CriterionKind, FitAnswer, FitAnswerKind, FitCriterion, FitCriterionId, Kept};

use super::{
    rank,
    view::{Bears, FitBand, FitReason, FitView},
};
use crate::{Sentence, standing::number};

/// How an enquiry's answers meet the criteria that are asked.
pub(crate) fn of_enquiry(criteria: &[Kept<FitCriterion>], answers: &[FitAnswer]) -> FitView {
    let given: HashMap<FitCriterionId, FitAnswerKind> =
        answers.iter().map(|given| (given.criterion, given.answer)).collect();
    let mut asked: Vec<&Kept<FitCriterion>> = criteria.iter().filter(|kept| !kept.record.retired).collect();
    asked.sort_by_key(|kept| (rank(&kept.record), kept.record.name.to_lowercase()));
    if asked.is_empty() {
        return FitView {
            band: FitBand::NoCriteria,
            sentence: Sentence::FitNoCriteria,
            reasons: Vec::new(),
            ask: Vec::new(),
        };
    }
    let answer = |kept: &Kept<FitCriterion>| given.get(&kept.id).copied().unwrap_or_default();
    let stated: Vec<(CriterionKind, u32, FitAnswerKind)> =
        asked.iter().map(|kept| (kept.record.weighs, kept.record.weight, answer(kept))).collect();
    let result = kindly_measures::fit(&stated);
    let bears = |place: usize| {
        if result.broken.contains(&place) {
            Bears::Breaks
        } else if result.unknown.contains(&place) {
            Bears::Unknown
        } else if result.met.contains(&place) {
            Bears::For
        } else if result.partly.contains(&place) {
            Bears::Partly
        } else {
            Bears::Against
        }
    };
    let (met, answered) = (number(result.met.len()), number(asked.len() - result.unknown.len()));
    let (band, sentence) = match result.band {
        kindly_measures::FitBand::Good => (FitBand::Good, Sentence::FitGood { met, answered }),
        kindly_measures::FitBand::Possible => (FitBand::Possible, Sentence::FitPossible { met, answered }),
        kindly_measures::FitBand::AskFirst => {
            (FitBand::AskFirst, Sentence::FitAskFirst { unknown: number(result.unknown.len()) })
        }
        kindly_measures::FitBand::Poor if result.broken.is_empty() => {
            (FitBand::Poor, Sentence::FitPoor { met, answered })
        }
        kindly_measures::FitBand::Poor => {
            let names = result.broken.iter().map(|place| asked[*place].record.name.clone()).collect();
            (FitBand::Poor, Sentence::FitBroken { names })
        }
    };
    FitView {
        band,
        sentence,
        reasons: asked
            .iter()
            .enumerate()
            .map(|(place, kept)| FitReason {
                criterion: kept.id,
                name: kept.record.name.clone(),
                weighs: kept.record.weighs,
                weight: kept.record.weight,
                answer: answer(kept),
                bears: bears(place),
            })
            .collect(),
        ask: result
            .unknown
            .iter()
            .map(|place| asked[*place].record.question.trim().to_owned())
            .filter(|question| !question.is_empty())
            .collect(),
    }
}
