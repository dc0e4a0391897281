//! All probabilities of a day, and the verdicts that follow from them.

use chrono::NaiveDate;

use crate::Settings;
use crate::complaints::Complaints;
use crate::constants::{
    GOOD_RATINGS_AT_MOST, NEVER_HAPPY_BARS, OFFERING_BAR, PEER_RATINGS, PORTFOLIO_CLIENTS,
};
use crate::decide::{Verdict, decide};
use crate::judgement::{GoodRatings, PortfolioOutcome, PortfolioVerdict, SharedTheme};
use crate::known::Known;
use crate::order::Order;
use crate::portfolio::Client;
use crate::probabilities;
use crate::replay::{Moment, Replay};
use crate::standing::Subject;
use crate::themes::{self, Candidate};
use crate::walk::count;
use crate::weigh::{Tails, Weighing};

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

impl Assessment {
    /// Other clients complain about the same thing, and not by chance.
    pub(crate) fn has_shared_theme(&self) -> bool {
        self.theme.is_some_and(|theme| theme.is_shared())
    }
}

/// What everybody's records come to on one of the judged days, and what of it can be used the next time.
pub(crate) struct Assessments {
    settings: Settings,
    moment: Moment,
    day: Option<i32>,
    tails: Vec<Tails>,
    /// Per client, the probability of being dissatisfied with the offering; `None` with too few ratings.
    affected_each: Vec<Option<f64>>,
    everybody: Asked,
    pub(crate) complaints: Complaints,
    /// Per client, the best candidate for a shared theme, and for how many other rated clients it was looked for.
    themes: Vec<(u32, Option<Candidate>)>,
}

impl Assessments {
    /// Of nobody yet.
    pub(crate) fn new(settings: Settings, moment: Moment) -> Self {
        Self {
            settings,
            moment,
            day: None,
            tails: Vec::new(),
            affected_each: Vec::new(),
            everybody: Asked::NOBODY,
            complaints: Complaints::default(),
            themes: Vec::new(),
        }
    }

    /// Takes over the clients of another portfolio. Their complaints have to be counted again.
    pub(crate) fn rearrange(&mut self, order: &Order) {
        (self.tails, _) = order.arrange(std::mem::take(&mut self.tails), || Tails::NEVER_COMPUTED);
    }

    /// Looks at everybody. `other_complaints`: whether anybody's complaints may differ from those of the last time.
    pub(crate) fn look_at(&mut self, replay: &Replay, clients: &[Client], other_complaints: bool) {
        let subjects = replay.subjects(self.moment);
        let affected = |(subject, tails): (Subject<'_>, &mut Tails)| {
            is_asked(subject.standing.ratings).then(|| tails.affected(&subject))
        };
        self.affected_each = subjects.zip(&mut self.tails).map(affected).collect();
        let asked = || self.affected_each.iter().flatten();
        self.everybody = Asked {
            clients: count(asked().count()),
            affected: replay.sum_by_id(|position| self.affected_each[position].unwrap_or_default()),
            mostly_affected: count(asked().filter(|share| is_affected(**share)).count()),
        };
        let day = replay.day(self.moment);
        let count_again = other_complaints || self.day != day;
        self.day = day;
        if count_again {
            let known: Vec<&Known> = replay.known().collect();
            let day = day.expect("only days that were judged are looked at");
            self.complaints = Complaints::recent(clients, &known, day, &self.settings);
            self.themes = vec![(0, None); clients.len()];
        }
        for (position, (peers, theme)) in self.themes.iter_mut().enumerate() {
            let rated = self.everybody.without(self.affected_each[position]).clients;
            if count_again || *peers != rated {
                (*peers, *theme) = (rated, themes::candidate(&self.complaints, position, rated));
            }
        }
    }

    /// The verdicts, in the order of the portfolio; `None` for those of whom nothing was known.
    pub(crate) fn verdicts(&mut self, replay: &Replay) -> Vec<Option<Verdict>> {
        let subjects = replay.subjects(self.moment).enumerate();
        let verdict = |(position, subject): (usize, Subject<'_>)| {
            subject.is_known().then(|| decide(&mut self.weigh(position, subject)))
        };
        subjects.map(verdict).collect()
    }

    /// The verdicts with all their numbers, in the order of the portfolio.
    pub(crate) fn assess(&mut self, replay: &Replay) -> Vec<Assessment> {
        let subjects = replay.subjects(self.moment).enumerate();
        subjects.map(|(position, subject)| self.weigh(position, subject).assess()).collect()
    }

    fn weigh<'a>(&'a mut self, position: usize, subject: Subject<'a>) -> Weighing<'a> {
        Weighing {
            subject,
            others: self.everybody.without(self.affected_each[position]),
            theme: self.themes[position].1,
            tails: &mut self.tails[position],
            settings: &self.settings,
        }
    }

    /// The question "offering or fit?".
    pub(crate) fn portfolio(&self) -> PortfolioVerdict {
        let Asked { clients, affected, .. } = self.everybody;
        let p_offering = probabilities::offering(affected, clients);
        let shared_themes: Vec<SharedTheme> = themes::shared(&self.complaints, clients)
            .into_iter()
            .map(|shared| SharedTheme {
                theme: self.complaints.names[shared.theme].clone(),
                clients: shared.clients,
                of: self.complaints.complaining,
            })
            .collect();
        let is_offering =
            clients >= PORTFOLIO_CLIENTS && (p_offering >= OFFERING_BAR || !shared_themes.is_empty());
        PortfolioVerdict {
            verdict: if is_offering { PortfolioOutcome::OfferingProblem } else { PortfolioOutcome::Ok },
            p_offering,
            rated_clients: clients,
            affected,
            shared_themes,
        }
    }

    /// Clients who are more likely affected by the offering than not, by position.
    pub(crate) fn affected(&self) -> Vec<usize> {
        let each = self.affected_each.iter().enumerate();
        each.filter(|(_, share)| share.is_some_and(is_affected)).map(|(position, _)| position).collect()
    }

    /// The day that was looked at.
    pub(crate) fn date(&self) -> NaiveDate {
        let date = self.day.and_then(NaiveDate::from_num_days_from_ce_opt);
        date.expect("it is asked for after a look, and the day came from a date")
    }
}

/// Whether a client with so many ratings is asked about the offering.
pub(crate) fn is_asked(ratings: u32) -> bool {
    ratings >= PEER_RATINGS
}

/// Whether a client is more likely affected than not; only for saying how many are, no verdict rests on it.
fn is_affected(probability: f64) -> bool {
    probability >= 0.5
}

/// Clients who are asked about the offering.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) clients: u32,
    /// How many of them are expected to be dissatisfied: a sum of probabilities.
    pub(crate) affected: f64,
    pub(crate) mostly_affected: u32,
}

impl Asked {
    const NOBODY: Self = Self { clients: 0, affected: 0.0, mostly_affected: 0 };

    fn without(&self, own: Option<f64>) -> Self {
        Self {
            clients: self.clients - u32::from(own.is_some()),
            // What is left of a difference of equal sums may be a hair below nothing.
            affected: (self.affected - own.unwrap_or_default()).max(0.0),
            mostly_affected: self.mostly_affected - u32::from(own.is_some_and(is_affected)),
        }
    }
}

/// How many content ratings given on the judged day bring never-happy below its lower bar.
pub(crate) fn good_ratings_to_clear(subject: &Subject<'_>, p_delivers: f64) -> GoodRatings {
    let (tallies, prior) = (&subject.standing.tallies, &subject.prior);
    let (_, cleared_below) = NEVER_HAPPY_BARS;
    let clears = |good: u32| {
        let content = tallies.content + f64::from(good);
        probabilities::unhappy(prior, tallies.unhappy_met, content) * p_delivers < cleared_below
    };
    // Halved again and again, since one more never makes it worse.
    let (mut too_few, mut enough) = (0, GOOD_RATINGS_AT_MOST + 1);
    while too_few < enough {
        let middle = u32::midpoint(too_few, enough);
        if clears(middle) {
            enough = middle;
        } else {
            too_few = middle + 1;
        }
    }
    if enough > GOOD_RATINGS_AT_MOST { GoodRatings::OutOfReach } else { GoodRatings::Needed(enough) }
}
