//! Weighing one client's records: probabilities that are computed when they are asked for, and not twice.
//!
//! A probability depends on two or three numbers. Where these are what they were the last time, so is the
//! probability: that is what makes a judgement after one more record cheap, and it can never be another one.

use crate::Settings;
use crate::assess::{Asked, Assessment};
use crate::constants::{OFFERING_BAR, WORTH_A_LOOK};
use crate::decide::decide;
use crate::probabilities;
use crate::standing::Subject;
use crate::themes::Candidate;

/// A probability, and the numbers it was last computed from, bit by bit.
#[derive(Clone, Copy)]
struct Tail<const NUMBERS: usize> {
    numbers: Option<[u64; NUMBERS]>,
    probability: f64,
}

impl<const NUMBERS: usize> Tail<NUMBERS> {
    const NEVER_COMPUTED: Self = Self { numbers: None, probability: f64::NAN };

    fn of(&mut self, numbers: [f64; NUMBERS], compute: impl FnOnce() -> f64) -> f64 {
        if !self.is_of(numbers) {
            *self = Self { numbers: Some(numbers.map(f64::to_bits)), probability: compute() };
        }
        self.probability
    }

    fn is_of(&self, numbers: [f64; NUMBERS]) -> bool {
        self.numbers == Some(numbers.map(f64::to_bits))
    }
}

/// What was computed of one client the last time.
#[derive(Clone, Copy)]
pub(crate) struct Tails {
    unhappy: Tail<3>,
    unhappy_met: Tail<3>,
    delivers: Tail<3>,
    breaks_obligations: Tail<2>,
    burdens: Tail<2>,
    affected: Tail<2>,
    offering: Tail<2>,
}

impl Tails {
    pub(crate) const NEVER_COMPUTED: Self = Self {
        unhappy: Tail::NEVER_COMPUTED,
        unhappy_met: Tail::NEVER_COMPUTED,
        delivers: Tail::NEVER_COMPUTED,
        breaks_obligations: Tail::NEVER_COMPUTED,
        burdens: Tail::NEVER_COMPUTED,
        affected: Tail::NEVER_COMPUTED,
        offering: Tail::NEVER_COMPUTED,
    };

    /// That the client is dissatisfied with what was delivered, when asked about the offering.
    pub(crate) fn affected(&mut self, subject: &Subject<'_>) -> f64 {
        let tallies = &subject.standing.tallies;
        self.affected.of([tallies.unhappy_met, tallies.content], || probabilities::affected(tallies))
    }
}

/// One client being weighed.
pub(crate) struct Weighing<'a> {
    pub(crate) subject: Subject<'a>,
    pub(crate) others: Asked,
    pub(crate) theme: Option<Candidate>,
    pub(crate) tails: &'a mut Tails,
    pub(crate) settings: &'a Settings,
}

impl Weighing<'_> {
    /// That most of what they say is unhappy.
    pub(crate) fn p_unhappy(&mut self) -> f64 {
        let (prior, tallies) = (&self.subject.prior, &self.subject.standing.tallies);
        let numbers = [prior.unhappy, tallies.unhappy, tallies.content];
        self.tails.unhappy.of(numbers, || probabilities::unhappy(prior, tallies.unhappy, tallies.content))
    }

    /// Whether [`p_unhappy`](Self::p_unhappy) is high enough to be worth a look.
    pub(crate) fn is_worth_a_look(&mut self) -> bool {
        let (prior, tallies) = (&self.subject.prior, &self.subject.standing.tallies);
        let numbers = [prior.unhappy, tallies.unhappy, tallies.content];
        let is_clearly_below = !self.tails.unhappy.is_of(numbers)
            && probabilities::unhappy_is_below(prior, tallies.unhappy, tallies.content, WORTH_A_LOOK);
        !is_clearly_below && self.p_unhappy() >= WORTH_A_LOOK
    }

    /// That they are unhappy although we had delivered.
    fn p_unhappy_met(&mut self) -> f64 {
        let (prior, tallies) = (&self.subject.prior, &self.subject.standing.tallies);
        let numbers = [prior.unhappy, tallies.unhappy_met, tallies.content];
        self.tails
            .unhappy_met
            .of(numbers, || probabilities::unhappy(prior, tallies.unhappy_met, tallies.content))
    }

    /// That we usually deliver to them.
    pub(crate) fn p_delivers(&mut self) -> f64 {
        let (prior, tallies) = (&self.subject.prior, &self.subject.standing.tallies);
        self.tails.delivers.of([prior.delivery, tallies.met, tallies.missed], || {
            probabilities::delivers(prior, tallies, self.settings)
        })
    }

    /// That the offering disappoints more than a third of the others.
    fn p_offering(&mut self) -> f64 {
        let Asked { affected, clients, .. } = self.others;
        self.tails.offering.of([affected, f64::from(clients)], || probabilities::offering(affected, clients))
    }

    /// Enough other clients are dissatisfied with what they were delivered.
    pub(crate) fn blames_offering(&mut self) -> bool {
        self.p_offering() >= OFFERING_BAR
    }

    /// Other clients complain about the same thing, and not by chance.
    pub(crate) fn has_shared_theme(&self) -> bool {
        self.theme.is_some_and(|theme| theme.is_shared())
    }

    /// The verdict, and every number.
    pub(crate) fn assess(mut self) -> Assessment {
        let tallies = &self.subject.standing.tallies;
        let months = self.subject.decayed_months(self.settings);
        let p_obligations = self
            .tails
            .breaks_obligations
            .of([tallies.kept, tallies.broken], || probabilities::breaks_obligations(tallies));
        let p_burden =
            self.tails.burdens.of([tallies.burden, months], || probabilities::burdens(tallies, months));
        let (p_unhappy_met, p_delivers) = (self.p_unhappy_met(), self.p_delivers());
        Assessment {
            p_unhappy: self.p_unhappy(),
            p_unhappy_met,
            p_delivers,
            never_happy: p_unhappy_met * p_delivers,
            explained: tallies.explained(),
            p_obligations,
            p_burden,
            one_way: p_obligations.max(p_burden),
            p_offering: self.p_offering(),
            peers: self.others.clients,
            affected_peers: self.others.mostly_affected,
            theme: self.theme,
            verdict: decide(&mut self),
        }
    }
}
