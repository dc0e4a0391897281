//! Whether a trait of past clients went with going badly.
use serde::Serialize;

use crate::{Rate, statistics::fisher_at_most};

/// Clients with a trait and without it, by how it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TraitTable {
    /// With it, and it went badly.
    pub with_badly: usize,
    /// With it, and it went well.
    pub with_well: usize,
    /// Without it, and it went badly.
    pub without_badly: usize,
    /// Without it, and it went well.
    pub without_well: usize,
}

impl TraitTable {
    /// How likely chance alone lets so many, or more, of those with the trait go badly: Fisher's exact test, one-sided
    /// (Fisher 1935). 1 where one side is empty, since there is nothing to compare with.
    #[must_use]
    pub fn chance(&self) -> f64 {
        let (with, without) = (self.share_with(), self.share_without());
        if with.n == 0 || without.n == 0 {
            return 1.0;
        }
        // Many hits on one side are few on the other.
        fisher_at_most(without.hits, without.n, with.hits, with.n)
    }

    /// Of those with the trait, how many went badly.
    #[must_use]
    pub fn share_with(&self) -> Rate {
        Rate { hits: self.with_badly, n: self.with_badly + self.with_well }
    }

    /// Of those without it, how many did.
    #[must_use]
    pub fn share_without(&self) -> Rate {
        Rate { hits: self.without_badly, n: self.without_badly + self.without_well }
    }
}
