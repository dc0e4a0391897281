//! How long to torture, and by which course of chance.
use std::env;

/// As many as the form says that is run: the short one with all other tests, or the long one.
pub(crate) fn turns(short: usize, long: usize) -> usize {
    if env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long") { long } else { short }
}

/// The seed of this run.
pub(crate) fn seed() -> u64 {
    env::var("KINDLY_TORTURE_SEED").map_or(20_261_122, |seed| seed.parse().expect("a seed is a number"))
}
