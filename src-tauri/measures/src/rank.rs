//! Whether one lot of days is longer than another, by ranks.
use statrs::distribution::{ContinuousCDF as _, Normal};

/// Whether `these` lie above `those` by more than chance: the rank-sum test of Mann and Whitney (1947, "On a test of whether
/// one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18),
/// one-sided at `level`, by the normal approximation with correction for ties and for continuity.
///
/// Ranks, because one answer that lay forgotten for a month would decide a comparison of means.
pub(crate) fn is_above(these: &[i64], those: &[i64], level: f64) -> bool {
    let (n, m) = (these.len() as f64, those.len() as f64);
    if these.is_empty() || those.is_empty() {
        return false;
    }
    let mut all: Vec<(i64, bool)> =
        these.iter().map(|day| (*day, true)).chain(those.iter().map(|day| (*day, false))).collect();
    all.sort_unstable();
    let (mut ranks, mut ties, mut before) = (0.0, 0.0, 0.0);
    for equal in all.chunk_by(|one, other| one.0 == other.0) {
        let size = equal.len() as f64;
        // Equals share the middle of their ranks.
        let rank = before + f64::midpoint(size, 1.0);
        ranks += rank * equal.iter().filter(|(_, this)| *this).count() as f64;
        ties += size * (size * size - 1.0);
        before += size;
    }
    let above = ranks - n * (n + 1.0) / 2.0;
    let variance = n * m / 12.0 * ((n + m + 1.0) - ties / ((n + m) * (n + m - 1.0)));
    if variance <= 0.0 {
        return false;
    }
    let z = (above - n * m / 2.0 - 0.5) / variance.sqrt();
    Normal::standard().sf(z) <= level
}

#[cfg(test)]
mod tests {
    use super::is_above;

    #[test]
    fn lots_are_told_apart_where_their_ranks_are() {
        // The chances were worked out apart from this code, with ties and continuity corrected.
        for (these, those, chance) in [
            (&[5, 6, 7, 8][..], &[1, 2, 3, 4][..], 0.015_19),
            (&[3, 4, 7, 8], &[1, 2, 5, 6], 0.156_16),
            (&[2, 2, 3, 9], &[1, 1, 2, 2], 0.044_27),
            (&[2, 3, 3, 9], &[1, 1, 2, 2], 0.025_75),
            (&[4, 5, 6], &[1, 2, 3], 0.040_43),
            (&[30, 31], &[1, 2], 0.122_64),
        ] {
            assert!(is_above(these, those, chance + 1e-4), "{these:?} above {those:?}: {chance}");
            assert!(
                !is_above(these, those, chance - 1e-4),
                "{these:?} above {those:?}: no less than {chance}"
            );
            assert!(!is_above(those, these, 0.05), "and not the other way round");
        }
        assert!(!is_above(&[1, 1, 1], &[1, 1, 1], 0.99), "equals are not told apart");
        assert!(!is_above(&[], &[1], 0.99) && !is_above(&[1], &[], 0.99), "nor is nothing");
    }
}
