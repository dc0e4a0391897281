//! Whether a change helped: events before and after it.
use serde::Serialize;
use statrs::distribution::{Beta, ContinuousCDF as _};

use crate::{Interval, Window};

/// The mean month of the Gregorian calendar in days: 365.2425 ÷ 12.
const DAYS_A_MONTH: f64 = 30.436_875;
/// Half of what a 95 % interval leaves out.
const TAIL: f64 = 0.025;

/// What before and after come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeSays {
    /// Fewer, by more than chance.
    Better,
    /// More, by more than chance.
    Worse,
    /// Not to be told from chance.
    CannotTell,
    /// Nothing has passed yet.
    TooEarly,
}

/// Events for each unit of exposure, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BeforeAfter {
    /// Events before.
    pub before: usize,
    /// Exposure before.
    pub before_exposure: f64,
    /// Events after.
    pub after: usize,
    /// Exposure after.
    pub after_exposure: f64,
    /// The rate after by the rate before; `None` where there were none before, or no exposure.
    pub ratio: Option<f64>,
    /// Its interval at 95 %; the upper end is infinite where there were none before. `None` without any event.
    pub interval: Option<Interval>,
    /// What it comes to.
    pub says: ChangeSays,
}

/// Compares two rates of rare events: `(after ÷ exposure after) ÷ (before ÷ exposure before)`.
///
/// Given all events, those after are binomial with `p = ρ·t₂ ÷ (t₁ + ρ·t₂)` where ρ is the true ratio and t the exposures
/// (Przyborowski and Wilenski 1940, "Homogeneity of results in testing samples from Poisson series", Biometrika 31). The
/// exact interval of p (Clopper and Pearson 1934, Biometrika 26) turns into that of ρ. It is wide for few events, as it
/// should be. Better or worse is said only where the interval leaves out 1.
#[must_use]
pub fn before_and_after(before: (usize, f64), after: (usize, f64)) -> BeforeAfter {
    let ((before, before_exposure), (after, after_exposure)) = (before, after);
    let nothing = BeforeAfter {
        before,
        before_exposure,
        after,
        after_exposure,
        ratio: None,
        interval: None,
        says: ChangeSays::TooEarly,
    };
    if before_exposure <= 0.0 || after_exposure <= 0.0 {
        return nothing;
    }
    let odds = before_exposure / after_exposure;
    let ratio = (before > 0).then(|| after as f64 / before as f64 * odds);
    let interval = (before + after > 0).then(|| {
        let (low, high) = clopper_pearson(after, before + after);
        let of = |share: f64| if share < 1.0 { share / (1.0 - share) * odds } else { f64::INFINITY };
        Interval { low: of(low), high: of(high) }
    });
    let says = match interval {
        Some(interval) if interval.high < 1.0 => ChangeSays::Better,
        Some(interval) if interval.low > 1.0 => ChangeSays::Worse,
        _ => ChangeSays::CannotTell,
    };
    BeforeAfter { ratio, interval, says, ..nothing }
}

/// The exact interval at 95 % of a share of `hits` in `n` above zero.
pub(crate) fn clopper_pearson(hits: usize, n: usize) -> (f64, f64) {
    let quantile = |a: usize, b: usize, share: f64| {
        Beta::new(a as f64, b as f64).map_or(f64::NAN, |beta| beta.inverse_cdf(share))
    };
    let low = if hits == 0 { 0.0 } else { quantile(hits, n - hits + 1, TAIL) };
    let high = if hits == n { 1.0 } else { quantile(hits + 1, n - hits, 1.0 - TAIL) };
    (low, high)
}

/// Exposure in months: the months of all the spans that lie within the window, added up.
pub fn months_within(spans: impl IntoIterator<Item = Window>, window: Window) -> f64 {
    spans.into_iter().map(|span| span.within(window).days() as f64).sum::<f64>() / DAYS_A_MONTH
}
