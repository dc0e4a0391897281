//! Chance with a fixed seed, the same on every machine: only sums and products, no function that differs by platform.

use chrono::{Days, NaiveDate};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// A seeded source of chance.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    /// The source of this number.
    pub(super) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number from 0 up to, not including, 1.
    fn share(&mut self) -> f64 {
        self.0.random()
    }

    /// Any number in between, each as probable.
    pub(super) fn between(&mut self, lowest: f64, highest: f64) -> f64 {
        lowest + (highest - lowest) * self.share()
    }

    /// A whole number in between, both ends included, each as probable.
    pub(super) fn whole(&mut self, lowest: u32, highest: u32) -> u32 {
        self.0.random_range(lowest..=highest)
    }

    /// Whether something of this probability happens.
    pub(super) fn happens(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// A bell curve: twelve dice added up have the spread 1 and need no logarithm.
    pub(super) fn bell(&mut self, mean: f64, spread: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.share()).sum();
        mean + spread * (sum - 6.0)
    }

    /// One of these, each as probable as its weight.
    pub(super) fn pick<T: Copy>(&mut self, weighted: &[(f64, T)]) -> T {
        let total: f64 = weighted.iter().map(|(weight, _)| weight).sum();
        let mut left = self.share() * total;
        for (weight, item) in weighted {
            left -= weight;
            if left < 0.0 {
                return *item;
            }
        }
        weighted.last().expect("there is something to pick from").1
    }

    /// One of these themes, each as probable.
    pub(super) fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        let last = u32::try_from(items.len() - 1).expect("a short list");
        items[self.whole(0, last) as usize]
    }

    /// A day so many days later, both ends included.
    pub(super) fn later(&mut self, day: NaiveDate, lowest: u32, highest: u32) -> NaiveDate {
        day + Days::new(u64::from(self.whole(lowest, highest)))
    }
}
