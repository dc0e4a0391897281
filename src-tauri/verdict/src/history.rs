//! The door: judging one day, and judging every month-end until then.

use chrono::NaiveDate;

use crate::assess::{Assessments, assess, good_ratings_to_clear};
use crate::decide::Verdict;
use crate::evidence::evidence;
use crate::judgement::{
    ClientVerdict, Judgement, PortfolioOutcome, PortfolioVerdict, SharedTheme, ThemeCandidate,
};
use crate::known::Known;
use crate::portfolio::Portfolio;
use crate::reasons::Reasoning;
use crate::replay::{Replay, month_ends};
use crate::{Settings, VerdictError};

/// The verdicts at the end of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthEnd {
    /// The last day of the month, or the judged day itself.
    pub day: NaiveDate,
    /// Whether the offering disappointed then.
    pub portfolio: PortfolioOutcome,
    /// One verdict a client, in the order of the portfolio; `None` while nothing of the client was known.
    pub verdicts: Vec<Option<Verdict>>,
}

/// Judges everybody on the day the portfolio is looked at.
///
/// Refused: an id that stands twice, a rating off its scale, settings without meaning. Costs one pass over the
/// clients for each month of records, and a few over the records.
pub fn judge(portfolio: &Portfolio, settings: &Settings) -> Result<Judgement, VerdictError> {
    let known = known(portfolio, settings)?;
    let mut replay = Replay::new(&known, settings);
    let mut replayed = false;
    for end in month_ends(first_record(&known), portfolio.as_of) {
        replay.step_to(end);
        replayed = true;
    }
    let before = if replayed {
        verdicts(&replay, &assess(&replay, &known, settings))
    } else {
        vec![None; known.len()]
    };
    replay.settle_on(portfolio.as_of);
    let assessments = assess(&replay, &known, settings);
    let reasoning = Reasoning::new(&replay, &known, &assessments, settings);
    let clients = (0..known.len())
        .map(|position| client_verdict(position, &replay, &assessments, &reasoning, before[position]))
        .collect();
    Ok(Judgement { as_of: portfolio.as_of, portfolio: portfolio_verdict(&assessments), clients })
}

/// Judges every month-end from the first record on, and last the judged day: how verdicts came and went.
///
/// Costs, a month, a few passes over the clients and their complaints.
pub fn judge_history(portfolio: &Portfolio, settings: &Settings) -> Result<Vec<MonthEnd>, VerdictError> {
    let known = known(portfolio, settings)?;
    let mut replay = Replay::new(&known, settings);
    let mut history = Vec::new();
    for end in month_ends(first_record(&known), portfolio.as_of) {
        replay.step_to(end);
        history.push(month_end(end, &replay, &assess(&replay, &known, settings)));
    }
    replay.settle_on(portfolio.as_of);
    history.push(month_end(portfolio.as_of, &replay, &assess(&replay, &known, settings)));
    Ok(history)
}

fn known<'a>(portfolio: &'a Portfolio, settings: &Settings) -> Result<Vec<Known<'a>>, VerdictError> {
    settings.check()?;
    portfolio.check()?;
    Ok(portfolio.clients.iter().map(|client| Known::on(client, portfolio.as_of)).collect())
}

fn first_record(known: &[Known<'_>]) -> Option<i32> {
    known.iter().filter_map(|known| known.first_record).min()
}

fn month_end(day: NaiveDate, replay: &Replay<'_>, assessments: &Assessments<'_>) -> MonthEnd {
    MonthEnd { day, portfolio: outcome(assessments), verdicts: verdicts(replay, assessments) }
}

fn verdicts(replay: &Replay<'_>, assessments: &Assessments<'_>) -> Vec<Option<Verdict>> {
    let both = replay.standings.iter().zip(&assessments.clients);
    both.map(|(standing, assessment)| standing.is_known(replay.day).then_some(assessment.verdict)).collect()
}

fn outcome(assessments: &Assessments<'_>) -> PortfolioOutcome {
    if assessments.offering_problem() { PortfolioOutcome::OfferingProblem } else { PortfolioOutcome::Ok }
}

fn portfolio_verdict(assessments: &Assessments<'_>) -> PortfolioVerdict {
    let complaints = &assessments.complaints;
    PortfolioVerdict {
        verdict: outcome(assessments),
        p_offering: assessments.p_offering,
        rated_clients: assessments.rated_clients,
        affected: assessments.affected,
        shared_themes: assessments
            .shared
            .iter()
            .map(|shared| SharedTheme {
                theme: complaints.names[shared.theme].to_owned(),
                clients: shared.clients,
                of: complaints.complaining,
            })
            .collect(),
    }
}

fn client_verdict(
    position: usize,
    replay: &Replay<'_>,
    assessments: &Assessments<'_>,
    reasoning: &Reasoning<'_>,
    before: Option<Verdict>,
) -> ClientVerdict {
    let (standing, assessment) = (&replay.standings[position], &assessments.clients[position]);
    let tallies = &standing.tallies;
    let good_ratings_to_clear =
        standing.flags.never_happy.then(|| good_ratings_to_clear(standing, assessment.p_delivers));
    ClientVerdict {
        id: standing.known.client.id.clone(),
        verdict: assessment.verdict,
        one_way_too: standing.flags.one_way,
        prior_unhappy: standing.prior.unhappy,
        prior_delivery: standing.prior.delivery,
        p_unhappy: assessment.p_unhappy,
        p_unhappy_met: assessment.p_unhappy_met,
        p_delivers: assessment.p_delivers,
        never_happy: assessment.never_happy,
        explained: assessment.explained,
        p_obligations: assessment.p_obligations,
        p_burden: assessment.p_burden,
        one_way: assessment.one_way,
        p_offering: assessment.p_offering,
        peers: assessment.peers,
        theme: assessment.theme.map(|candidate| ThemeCandidate {
            theme: assessments.complaints.names[candidate.theme].to_owned(),
            others: candidate.others,
            chance: candidate.chance,
        }),
        ratings: standing.ratings(),
        deliverables: standing.deliverables(),
        unhappy_after_met: standing.unhappy_days(),
        eff: [tallies.unhappy, tallies.unhappy_met, tallies.content, tallies.met, tallies.missed],
        good_ratings_to_clear,
        flags: standing.flags,
        evidence: evidence(standing, assessment.verdict),
        reasons: reasoning.of(position, good_ratings_to_clear.and_then(Into::into)),
        verdict_at_previous_month_end: before,
    }
}
