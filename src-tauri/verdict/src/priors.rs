//! What the other clients teach us about what to expect of this one.

use crate::constants::{BASE_DELIVERY, BASE_UNHAPPY, BASE_WEIGHT, DELIVERY_RANGE, PEER_CAP, UNHAPPY_RANGE};
use crate::tallies::Tallies;

/// What is expected of a client before their own records are looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Prior {
    /// The expected share of unhappy answers.
    pub(crate) unhappy: f64,
    /// The expected share of met deliverables.
    pub(crate) delivery: f64,
}

/// What one client contributes to the expectations of the others, or the sum of many; capped, so that nobody sets
/// the norm alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shares {
    unhappy: f64,
    rated: f64,
    met: f64,
    delivered: f64,
}

impl Shares {
    /// Of a client of whom nothing is known.
    pub(crate) const NONE: Self = Self { unhappy: 0.0, rated: 0.0, met: 0.0, delivered: 0.0 };

    pub(crate) fn of(tallies: &Tallies) -> Self {
        let rated = tallies.unhappy + tallies.content;
        let delivered = tallies.met + tallies.missed;
        let (rated_cap, delivered_cap) = (cap(rated), cap(delivered));
        Self {
            unhappy: rated_cap * tallies.unhappy,
            rated: rated_cap * rated,
            met: delivered_cap * tallies.met,
            delivered: delivered_cap * delivered,
        }
    }

    /// The sum over clients, always in the same order, so that it comes out the same to the last bit.
    pub(crate) fn sum(shares: impl Iterator<Item = Self>) -> Self {
        shares.fold(Self::NONE, |sum, share| Self {
            unhappy: sum.unhappy + share.unhappy,
            rated: sum.rated + share.rated,
            met: sum.met + share.met,
            delivered: sum.delivered + share.delivered,
        })
    }

    /// The expectations of one client: the sum without their own share.
    pub(crate) fn prior_without(&self, own: &Self) -> Prior {
        let expected = |base: f64, hits: f64, of: f64, (lowest, highest): (f64, f64)| {
            ((BASE_WEIGHT * base + hits) / (BASE_WEIGHT + of)).clamp(lowest, highest)
        };
        Prior {
            unhappy: expected(
                BASE_UNHAPPY,
                self.unhappy - own.unhappy,
                self.rated - own.rated,
                UNHAPPY_RANGE,
            ),
            delivery: expected(
                BASE_DELIVERY,
                self.met - own.met,
                self.delivered - own.delivered,
                DELIVERY_RANGE,
            ),
        }
    }
}

/// The factor that lets a client count as a few observations at most; without any, nothing is there to scale.
fn cap(observations: f64) -> f64 {
    if observations > PEER_CAP { PEER_CAP / observations } else { 1.0 }
}
