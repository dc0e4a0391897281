//! Where a client stands on a day.

use crate::known::{Known, Rated};
use crate::priors::{Prior, Shares};
use crate::tallies::Tallies;
use crate::{Flags, Settings};

/// What a client's own records come to on a day, whoever else there is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Standing {
    pub(crate) tallies: Tallies,
    /// Ratings until now, by count.
    pub(crate) ratings: u32,
    /// Separate days on which the client answered.
    pub(crate) rating_days: u32,
    /// Deliverables until now, by count, without those left out.
    pub(crate) deliverables: u32,
    /// Deliverables at least half met, by count.
    pub(crate) met_deliverables: u32,
    pub(crate) broken_obligations: u32,
    /// Burden signals until now, by count.
    pub(crate) signals: u32,
    /// Distinct days with an unhappy rating although we had at least half delivered.
    pub(crate) unhappy_days: u32,
    /// Days from the first of these days to the last.
    pub(crate) unhappy_span: i32,
}

impl Standing {
    /// Of a client of whom nothing is known yet.
    pub(crate) const NOTHING: Self = Self {
        tallies: Tallies::NONE,
        ratings: 0,
        rating_days: 0,
        deliverables: 0,
        met_deliverables: 0,
        broken_obligations: 0,
        signals: 0,
        unhappy_days: 0,
        unhappy_span: 0,
    };
}

/// What is kept of a client for a day that was judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Kept {
    pub(crate) standing: Standing,
    /// What the client contributes to the expectations of the others.
    pub(crate) shares: Shares,
    pub(crate) flags: Flags,
}

impl Kept {
    /// Of a client of whom nothing was known yet.
    pub(crate) const NOTHING: Self =
        Self { standing: Standing::NOTHING, shares: Shares::NONE, flags: Flags::NONE };
}

/// One client on one judged day: everything that a verdict is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) known: &'a Known,
    pub(crate) standing: &'a Standing,
    pub(crate) flags: Flags,
    pub(crate) prior: Prior,
    pub(crate) day: i32,
}

impl Subject<'_> {
    /// The last two ratings, when both are unhappy.
    ///
    /// A rating from before anything was delivered is one of them too: it counts in no sum, but it was said.
    pub(crate) fn last_two_unhappy(&self) -> Option<&[Rated]> {
        let ratings = &self.known.ratings[..self.standing.ratings as usize];
        let last_two = &ratings[ratings.len().checked_sub(2)?..];
        last_two.iter().all(Rated::is_unhappy).then_some(last_two)
    }

    /// Whether anything is recorded of this client yet.
    pub(crate) fn is_known(&self) -> bool {
        self.known.is_known_on(self.day)
    }

    /// The decayed months that the relationship has lasted.
    pub(crate) fn decayed_months(&self, settings: &Settings) -> f64 {
        self.known.decayed_months(self.day, settings)
    }
}
