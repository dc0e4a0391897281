//! The closed forms: tails of the Beta, Gamma and Binomial distributions.

use statrs::function::beta::beta_reg;
use statrs::function::gamma::gamma_ur;

use crate::Settings;
use crate::constants::{
    AFFECTED_CONTENT_PRIOR, AFFECTED_SHARE, AFFECTED_UNHAPPY_PRIOR, BURDEN_A_MONTH, BURDEN_PRIOR_MONTHS,
    BURDEN_PRIOR_POINTS, DELIVERY_PRIOR_WEIGHT, OBLIGATIONS_BAR, OBLIGATIONS_BROKEN_PRIOR,
    OBLIGATIONS_KEPT_PRIOR, OFFERING_AFFECTED_PRIOR, OFFERING_CONTENT_PRIOR, OFFERING_SHARE,
    UNHAPPY_PRIOR_WEIGHT, UNHAPPY_SHARE,
};
use crate::priors::Prior;
use crate::tallies::Tallies;

/// The probability that a share, of which `for_it` and `against_it` were observed, is at least `bar`.
///
/// Taken from the other end, since `1 - I` would lose the digits of small probabilities.
pub(crate) fn share_at_least(for_it: f64, against_it: f64, bar: f64) -> f64 {
    beta_reg(against_it, for_it, 1.0 - bar).clamp(0.0, 1.0)
}

/// The probability of at least `hits` in `tries`, each with the given chance. `hits` between 1 and `tries`.
pub(crate) fn hits_at_least(hits: u32, tries: u32, chance: f64) -> f64 {
    beta_reg(f64::from(hits), f64::from(tries - hits) + 1.0, chance).clamp(0.0, 1.0)
}

/// That most of what they say is unhappy.
pub(crate) fn unhappy(prior: &Prior, unhappy: f64, content: f64) -> f64 {
    let (for_it, against_it) = unhappy_odds(prior, unhappy, content);
    share_at_least(for_it, against_it, UNHAPPY_SHARE)
}

/// Whether [`unhappy`] is at most one half, without computing it: with no more for than against, and the bar in the
/// middle, it cannot be more.
pub(crate) fn unhappy_is_half_at_most(prior: &Prior, unhappy: f64, content: f64) -> bool {
    let (for_it, against_it) = unhappy_odds(prior, unhappy, content);
    for_it <= against_it
}

/// Whether [`unhappy`] is below `bar` for certain, without computing it: by Cantelli's inequality, no more than
/// `variance / (variance + distance²)` of a distribution lies so far above its mean.
pub(crate) fn unhappy_is_below(prior: &Prior, unhappy: f64, content: f64, bar: f64) -> bool {
    let (for_it, against_it) = unhappy_odds(prior, unhappy, content);
    let all = for_it + against_it;
    let mean = for_it / all;
    let variance = mean * (1.0 - mean) / (all + 1.0);
    let distance = UNHAPPY_SHARE - mean;
    distance > 0.0 && variance < bar * (variance + distance * distance)
}

fn unhappy_odds(prior: &Prior, unhappy: f64, content: f64) -> (f64, f64) {
    (UNHAPPY_PRIOR_WEIGHT * prior.unhappy + unhappy, UNHAPPY_PRIOR_WEIGHT * (1.0 - prior.unhappy) + content)
}

/// That we usually deliver to them.
pub(crate) fn delivers(prior: &Prior, tallies: &Tallies, settings: &Settings) -> f64 {
    share_at_least(
        DELIVERY_PRIOR_WEIGHT * prior.delivery + tallies.met,
        DELIVERY_PRIOR_WEIGHT * (1.0 - prior.delivery) + tallies.missed,
        settings.delivery_bar,
    )
}

/// That they usually do not keep their obligations.
pub(crate) fn breaks_obligations(tallies: &Tallies) -> f64 {
    // 1 - T from its own end: the same number, and exact where it is small.
    beta_reg(
        OBLIGATIONS_KEPT_PRIOR + tallies.kept,
        OBLIGATIONS_BROKEN_PRIOR + tallies.broken,
        OBLIGATIONS_BAR,
    )
    .clamp(0.0, 1.0)
}

/// That they burden us by more than half a point a month.
pub(crate) fn burdens(tallies: &Tallies, decayed_months: f64) -> f64 {
    gamma_ur(BURDEN_PRIOR_POINTS + tallies.burden, BURDEN_A_MONTH * (BURDEN_PRIOR_MONTHS + decayed_months))
        .clamp(0.0, 1.0)
}

/// Whether [`breaks_obligations`] and [`burdens`] are both at most one half, without computing them.
///
/// With one broken obligation at most (and the prior's 3.6 kept ones), the first is below 0.7 to the power of 3.6. With
/// more, a Beta whose mean lies above one half has its median above the mean; so with the mean at the bar or above, at
/// most half lies below the bar. A Gamma has its median below the mean; so with the mean below the bar, at most half
/// lies above it.
pub(crate) fn one_way_is_half_at_most(tallies: &Tallies, decayed_months: f64) -> bool {
    let kept = OBLIGATIONS_KEPT_PRIOR + tallies.kept;
    let broken = OBLIGATIONS_BROKEN_PRIOR + tallies.broken;
    let keeps = broken <= 1.0 || kept >= OBLIGATIONS_BAR * (kept + broken);
    keeps && BURDEN_PRIOR_POINTS + tallies.burden <= BURDEN_A_MONTH * (BURDEN_PRIOR_MONTHS + decayed_months)
}

/// That one client is dissatisfied with what was delivered, when asked about the offering.
pub(crate) fn affected(tallies: &Tallies) -> f64 {
    share_at_least(
        AFFECTED_UNHAPPY_PRIOR + tallies.unhappy_met,
        AFFECTED_CONTENT_PRIOR + tallies.content,
        AFFECTED_SHARE,
    )
}

/// That the offering disappoints more than a third, `affected` of `asked` clients being dissatisfied with it.
pub(crate) fn offering(affected: f64, asked: u32) -> f64 {
    share_at_least(
        OFFERING_AFFECTED_PRIOR + affected,
        OFFERING_CONTENT_PRIOR + f64::from(asked) - affected,
        OFFERING_SHARE,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_agree_with_values_from_tables() {
        for (name, found, expected) in [
            ("T(3.6, 2.4, 0.5)", share_at_least(3.6, 2.4, 0.5), 0.7012),
            ("T(5.6, 2.4, 0.5)", share_at_least(5.6, 2.4, 0.5), 0.8876),
            ("T(8.4, 0.6, 0.7)", share_at_least(8.4, 0.6, 0.7), 0.9789),
            ("Q(5, 6)", gamma_ur(5.0, 6.0), 0.2851),
            ("P(Bin(3, 1/6) >= 2)", hits_at_least(2, 3, 1.0 / 6.0), 0.0741),
            ("P(Bin(4, 1/2) >= 4)", hits_at_least(4, 4, 0.5), 0.0625),
        ] {
            assert!((found - expected).abs() < 5e-5, "{name} should be {expected}, is {found}");
        }
    }

    #[test]
    fn the_shortcuts_never_contradict_the_tails() {
        let (mut shortcuts, mut surely_below) = (0, 0);
        for tenths_for in 0..60 {
            for tenths_against in 0..60 {
                let (bad, good) = (f64::from(tenths_for) / 10.0, f64::from(tenths_against) / 10.0);
                let prior = Prior { unhappy: 0.35, delivery: 0.85 };
                let tallies = Tallies { kept: bad, broken: good / 2.0, burden: good, ..Tallies::default() };
                if one_way_is_half_at_most(&tallies, bad * 2.0) {
                    let exact = breaks_obligations(&tallies).max(burdens(&tallies, bad * 2.0));
                    assert!(exact <= 0.5 + 1e-12, "{tallies:?} was called at most half, is {exact}");
                    shortcuts += 1;
                }
                if unhappy_is_half_at_most(&prior, bad, good) {
                    let exact = unhappy(&prior, bad, good);
                    assert!(exact <= 0.5 + 1e-12, "{bad} against {good} was called at most half, is {exact}");
                    shortcuts += 1;
                }
                if unhappy_is_below(&prior, bad, good, 0.30) {
                    let exact = unhappy(&prior, bad, good);
                    assert!(exact < 0.30, "{bad} against {good} was called below 0.30, is {exact}");
                    surely_below += 1;
                }
            }
        }
        assert!(surely_below > 400, "this one too, was {surely_below} times");
        assert!(shortcuts > 1_000, "the shortcuts must be taken to be tested, were {shortcuts} times");
    }
}
