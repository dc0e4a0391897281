//! The few distributions that the figures need.
use crate::Interval;

/// The 97.5 % point of the normal distribution.
const Z_975: f64 = 1.959_963_984_540_054;
/// The 95 % point of the normal distribution.
const Z_95: f64 = 1.644_853_626_951_472_6;

/// Wilson's score interval at 95 % for a share of `hits` in `n` above zero.
pub(crate) fn wilson_95(hits: f64, n: f64) -> Interval {
    let (share, z2) = (hits / n, Z_975 * Z_975);
    let scale = 1.0 + z2 / n;
    let centre = (share + z2 / (2.0 * n)) / scale;
    let half = Z_975 / scale * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

/// The adjusted Wald interval at 95 % for a Net Promoter Score in points, with n above one; derived at
/// [`crate::Nps::interval`].
pub(crate) fn net_promoter_95(promoters: f64, detractors: f64, n: f64) -> Interval {
    const IMAGINED: f64 = 3.0;
    const IMAGINED_ON_EACH_SIDE: f64 = 0.75;
    let n = n + IMAGINED;
    let (for_us, against) =
        ((promoters + IMAGINED_ON_EACH_SIDE) / n, (detractors + IMAGINED_ON_EACH_SIDE) / n);
    let centre = for_us - against;
    let half = Z_975 * ((for_us + against - centre * centre) / n).sqrt();
    Interval { low: 100.0 * (centre - half).max(-1.0), high: 100.0 * (centre + half).min(1.0) }
}

/// The 97.5 % point of Student's t, for degrees of freedom from 1 on; fractions below 5 are rounded down, to the
/// wider side.
pub(crate) fn t_quantile_975(freedom: f64) -> f64 {
    match freedom {
        ..2.0 => 12.706_204_736,
        2.0..3.0 => 4.302_652_730,
        3.0..4.0 => 3.182_446_305,
        4.0..5.0 => 2.776_445_105,
        _ => expanded(Z_975, freedom),
    }
}

/// The 95 % point of Student's t, rounded like [`t_quantile_975`].
pub(crate) fn t_quantile_95(freedom: f64) -> f64 {
    match freedom {
        ..2.0 => 6.313_751_515,
        2.0..3.0 => 2.919_985_580,
        3.0..4.0 => 2.353_363_435,
        4.0..5.0 => 2.131_846_786,
        _ => expanded(Z_95, freedom),
    }
}

/// Student's t from the normal point (Abramowitz and Stegun 1964, 26.7.5); from 5 degrees of freedom on it is
/// right to three decimals, from 10 on to five.
fn expanded(z: f64, freedom: f64) -> f64 {
    let powers = |factors: [f64; 5]| {
        factors.iter().zip([1, 3, 5, 7, 9]).map(|(factor, power)| factor * z.powi(power)).sum::<f64>()
    };
    z + powers([1.0, 1.0, 0.0, 0.0, 0.0]) / (4.0 * freedom)
        + powers([3.0, 16.0, 5.0, 0.0, 0.0]) / (96.0 * freedom.powi(2))
        + powers([-15.0, 17.0, 19.0, 3.0, 0.0]) / (384.0 * freedom.powi(3))
        + powers([-945.0, -1920.0, 1482.0, 776.0, 79.0]) / (92_160.0 * freedom.powi(4))
}

/// How likely chance alone gives the first group at most `hits` of the hits that both have together: Fisher's exact
/// test, one-sided (Fisher 1935, "The design of experiments"). It needs no large numbers.
pub(crate) fn fisher_at_most(hits: usize, n: usize, other_hits: usize, other_n: usize) -> f64 {
    let (all_hits, all) = (hits + other_hits, n + other_n);
    let logarithms = log_factorials(all);
    let choose = |of: usize, k: usize| logarithms[of] - logarithms[k] - logarithms[of - k];
    let fewest = all_hits.saturating_sub(other_n);
    (fewest..=hits)
        .map(|k| (choose(n, k) + choose(other_n, all_hits - k) - choose(all, all_hits)).exp())
        .sum::<f64>()
        .min(1.0)
}

/// ln 0!, ln 1!, … ln n!
fn log_factorials(n: usize) -> Vec<f64> {
    let mut sum = 0.0;
    (0..=n)
        .map(|k| {
            sum += (k.max(1) as f64).ln();
            sum
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_t_has_the_points_of_the_printed_tables() {
        // Any printed table of Student's t, rounded there to three decimals.
        let check = |freedom: f64, two_sided: f64, one_sided: f64| {
            let near = |found: f64, expected: f64| (found - expected).abs() < 0.001;
            assert!(
                near(t_quantile_975(freedom), two_sided),
                "97.5 % at {freedom}: {}",
                t_quantile_975(freedom)
            );
            assert!(near(t_quantile_95(freedom), one_sided), "95 % at {freedom}: {}", t_quantile_95(freedom));
        };
        check(1.0, 12.706, 6.314);
        check(2.0, 4.303, 2.920);
        check(3.0, 3.182, 2.353);
        check(4.0, 2.776, 2.132);
        check(5.0, 2.571, 2.015);
        check(9.0, 2.262, 1.833);
        check(10.0, 2.228, 1.812);
        check(30.0, 2.042, 1.697);
        check(120.0, 1.980, 1.658);
        check(1e9, 1.960, 1.645);
    }

    #[test]
    fn students_t_falls_with_every_degree_of_freedom() {
        let points: Vec<f64> = (2..200).map(|half| t_quantile_95(f64::from(half) / 2.0)).collect();
        assert!(points.windows(2).all(|pair| pair[0] >= pair[1]), "more answers never widen the interval");
    }

    #[test]
    fn the_lady_tasting_tea_comes_out_as_fisher_told_it() {
        // Fisher 1935, chapter II: 4 of 8 cups have the milk first; to name all by chance has 1 in 70,
        // three or more right 17 in 70.
        let check = |hits: usize, expected: f64| {
            let found = fisher_at_most(hits, 4, 4 - hits, 4);
            assert!((found - expected).abs() < 1e-12, "{hits} of 4: {found}, expected {expected}");
        };
        check(0, 1.0 / 70.0);
        check(1, 17.0 / 70.0);
        check(2, 53.0 / 70.0);
        check(4, 1.0);
    }
}
