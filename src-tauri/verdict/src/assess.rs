//! All probabilities of a day, and the verdicts that follow from them.

use crate::Settings;
use crate::complaints::Complaints;
use crate::constants::{GOOD_RATINGS_AT_MOST, NEVER_HAPPY_BARS, PEER_RATINGS, PORTFOLIO_CLIENTS};
use crate::decide::{Verdict, decide};
use crate::judgement::GoodRatings;
use crate::known::Known;
use crate::probabilities;
use crate::replay::{Replay, Standing, count};
use crate::themes::{self, Candidate, Shared};

/// What is computed of one client.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Assessment {
    pub(crate) p_unhappy: f64,
    pub(crate) p_unhappy_met: f64,
    pub(crate) p_delivers: f64,
    pub(crate) never_happy: f64,
    pub(crate) explained: f64,
    pub(crate) p_obligations: f64,
    pub(crate) p_burden: f64,
    pub(crate) one_way: f64,
    pub(crate) p_offering: f64,
    /// Other clients with enough ratings to be asked about the offering.
    pub(crate) peers: u32,
    /// Those of them who are more likely dissatisfied than not with what was delivered.
    pub(crate) affected_peers: u32,
    pub(crate) theme: Option<Candidate>,
    pub(crate) verdict: Verdict,
}

/// What is computed of everybody.
pub(crate) struct Assessments<'a> {
    /// In the order of the portfolio.
    pub(crate) clients: Vec<Assessment>,
    /// Per client, the probability of being dissatisfied with the offering; `None` with too few ratings.
    pub(crate) affected_each: Vec<Option<f64>>,
    pub(crate) complaints: Complaints<'a>,
    pub(crate) p_offering: f64,
    pub(crate) rated_clients: u32,
    pub(crate) affected: f64,
    pub(crate) shared: Vec<Shared>,
}

impl Assessments<'_> {
    /// Whether the offering disappoints.
    pub(crate) fn offering_problem(&self) -> bool {
        self.rated_clients >= PORTFOLIO_CLIENTS
            && (self.p_offering >= crate::constants::OFFERING_BAR || !self.shared.is_empty())
    }
}

/// Assesses everybody on the day the replay has come to.
pub(crate) fn assess<'a>(
    replay: &Replay<'a>,
    known: &'a [Known<'a>],
    settings: &Settings,
) -> Assessments<'a> {
    let standings = &replay.standings;
    let affected_each: Vec<Option<f64>> = standings
        .iter()
        .map(|standing| {
            (standing.ratings() >= PEER_RATINGS).then(|| probabilities::affected(&standing.tallies))
        })
        .collect();
    let everybody = Asked {
        clients: count(affected_each.iter().flatten().count()),
        affected: replay.sum_by_id(|position| affected_each[position].unwrap_or_default()),
        mostly_affected: count(affected_each.iter().flatten().filter(|share| is_affected(**share)).count()),
    };
    let complaints = Complaints::recent(known, replay.day, settings);
    let clients = standings
        .iter()
        .enumerate()
        .map(|(position, standing)| {
            let others = everybody.without(affected_each[position]);
            let theme = themes::candidate(&complaints, position, others.clients);
            assess_client(standing, replay.day, &others, theme, settings)
        })
        .collect();
    Assessments {
        clients,
        p_offering: probabilities::offering(everybody.affected, everybody.clients),
        rated_clients: everybody.clients,
        affected: everybody.affected,
        shared: themes::shared(&complaints, everybody.clients),
        affected_each,
        complaints,
    }
}

/// Whether a client is more likely affected than not; only for saying how many are, no verdict rests on it.
pub(crate) fn is_affected(probability: f64) -> bool {
    probability >= 0.5
}

/// Clients who are asked about the offering.
struct Asked {
    clients: u32,
    affected: f64,
    mostly_affected: u32,
}

impl Asked {
    fn without(&self, own: Option<f64>) -> Self {
        Self {
            clients: self.clients - u32::from(own.is_some()),
            // What is left of a difference of equal sums may be a hair below nothing.
            affected: (self.affected - own.unwrap_or_default()).max(0.0),
            mostly_affected: self.mostly_affected - u32::from(own.is_some_and(is_affected)),
        }
    }
}

fn assess_client(
    standing: &Standing<'_>,
    day: i32,
    others: &Asked,
    theme: Option<Candidate>,
    settings: &Settings,
) -> Assessment {
    let (tallies, prior) = (&standing.tallies, &standing.prior);
    let p_unhappy_met = probabilities::unhappy(prior, tallies.unhappy_met, tallies.content);
    let p_delivers = probabilities::delivers(prior, tallies, settings);
    let p_obligations = probabilities::breaks_obligations(tallies);
    let p_burden = probabilities::burdens(tallies, standing.known.decayed_months(day, settings));
    let mut assessment = Assessment {
        p_unhappy: probabilities::unhappy(prior, tallies.unhappy, tallies.content),
        p_unhappy_met,
        p_delivers,
        never_happy: p_unhappy_met * p_delivers,
        explained: tallies.explained(),
        p_obligations,
        p_burden,
        one_way: p_obligations.max(p_burden),
        p_offering: probabilities::offering(others.affected, others.clients),
        peers: others.clients,
        affected_peers: others.mostly_affected,
        theme,
        verdict: Verdict::NotEnoughEvidence,
    };
    assessment.verdict = decide(standing, &assessment);
    assessment
}

/// How many content ratings given on the judged day bring never-happy below its lower bar.
pub(crate) fn good_ratings_to_clear(standing: &Standing<'_>, p_delivers: f64) -> GoodRatings {
    let (tallies, prior) = (&standing.tallies, &standing.prior);
    let (_, cleared_below) = NEVER_HAPPY_BARS;
    let clears = |good: &u32| {
        let content = tallies.content + f64::from(*good);
        probabilities::unhappy(prior, tallies.unhappy_met, content) * p_delivers < cleared_below
    };
    (0..=GOOD_RATINGS_AT_MOST).find(clears).map_or(GoodRatings::OutOfReach, GoodRatings::Needed)
}
