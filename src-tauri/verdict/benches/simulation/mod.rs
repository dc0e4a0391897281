//! Invented practices whose truth is known, to see how often the method is right, beside four rules of thumb.
//!
//! [`world`] and [`person`] say how the practices come about, [`rules`] what practitioners do without the method, and
//! [`score`] counts. The model knows nothing of the method: no formula, bar or constant of it enters. Each number of it
//! stands with its reason, and what it leaves out stands in `docs/how-well.md`.

use std::ops::Range;

use kindly_verdict::Settings;

mod dice;
mod person;
pub(crate) mod report;
mod rules;
mod score;
mod world;

pub(crate) use person::Truth;
pub(crate) use rules::Rule;
pub(crate) use score::{Confusion, Found, Score};
pub(crate) use world::World;

/// All that is counted over some practices.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    /// One score a rule, in the order of [`Rule::ALL`]; the method is the first.
    pub scores: Vec<(Rule, Score)>,
    /// The method's verdicts on the last day, by the truth.
    pub confusion: Confusion,
    /// The never-happy clients by how well their practice delivers: less than 75 % met, less than 85 %, and more.
    pub found_by_quality: [Found; 3],
    /// The never-happy clients by how many answers they have given: fewer than 5, fewer than 10, and more.
    pub found_by_answers: [Found; 3],
}

/// Simulates the practices of these numbers and judges each at every month-end. The same numbers give the same outcome.
pub(crate) fn run(practices: Range<u32>, world: World, settings: &Settings) -> Outcome {
    let mut outcome = Outcome {
        scores: Rule::ALL.map(|rule| (rule, Score::default())).to_vec(),
        confusion: Confusion::default(),
        found_by_quality: [Found::default(); 3],
        found_by_answers: [Found::default(); 3],
    };
    for number in practices {
        score::add(&world::practice(number, world), settings, &mut outcome);
    }
    outcome
}

impl Outcome {
    /// What is no longer as it must be: the method has to beat each of the four naive rules on precision and on the
    /// share of clients ever falsely flagged. Empty when all is well.
    pub(crate) fn shortfalls(&self) -> Vec<String> {
        let (_, method) = &self.scores[0];
        let mut shortfalls = Vec::new();
        for (rule, score) in self.scores.iter().filter(|(rule, _)| rule.is_naive()) {
            // A rule that never flags anybody is never wrong, and has no precision to be beaten.
            if let Some(theirs) = score.precision()
                && method.precision().is_none_or(|ours| ours <= theirs)
            {
                shortfalls.push(format!(
                    "The method's precision no longer beats that of \"{}\": {:.2} against {theirs:.2}",
                    rule.name(),
                    method.precision().unwrap_or_default(),
                ));
            }
            if method.falsely_flagged() >= score.falsely_flagged() {
                shortfalls.push(format!(
                    "The method no longer flags fewer clients falsely than \"{}\": {:.1} % against {:.1} %",
                    rule.name(),
                    100.0 * method.falsely_flagged(),
                    100.0 * score.falsely_flagged(),
                ));
            }
        }
        shortfalls
    }
}
