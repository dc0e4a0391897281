//! A figure with its n and its uncertainty.
use serde::Serialize;

use crate::statistics::{t_quantile_95, t_quantile_975, wilson_95};

/// A stretch in which the true value lies, with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// A share: how many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// How many were so.
    pub hits: usize,
    /// Of how many.
    pub n: usize,
}

impl Rate {
    /// Counts the answers.
    pub fn of(answers: impl IntoIterator<Item = bool>) -> Self {
        answers
            .into_iter()
            .fold(Self::default(), |rate, hit| Self { hits: rate.hits + usize::from(hit), n: rate.n + 1 })
    }

    /// `hits / n`, from 0 to 1; `None` where there is nothing to count.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.n > 0).then(|| self.hits as f64 / self.n as f64)
    }

    /// The score interval at 95 % (Wilson 1927, "Probable inference, the law of succession, and statistical
    /// inference", JASA 22). It stays within 0 and 1 and is honest for few records and for shares of 0 and 1, where
    /// the textbook interval has no width. `None` where there is nothing to count.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        (self.n > 0).then(|| wilson_95(self.hits as f64, self.n as f64))
    }
}

impl std::ops::Add for Rate {
    type Output = Self;

    /// Both counted together.
    fn add(self, other: Self) -> Self {
        Self { hits: self.hits + other.hits, n: self.n + other.n }
    }
}

/// A mean with what its uncertainty needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Mean {
    /// Of how many.
    pub n: usize,
    /// The arithmetic mean; `None` where there is nothing to average.
    pub mean: Option<f64>,
    /// The sample standard deviation (divisor n − 1); `None` below two values.
    pub deviation: Option<f64>,
}

/// The standard deviation of what rounding to whole steps hides: an answer of 4 stands for anything from 3.5 to 4.5,
/// and a uniform stretch of width 1 has 1/√12 (Sheppard 1898). A deviation below it is not believed: five answers
/// of 5 do not show that the sixth will be one.
const LEAST_DEVIATION: f64 = 0.288_675_134_594_812_9;

impl Mean {
    /// Averages the values.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        // Welford 1962: one walk, and no difference of large sums.
        let (mut n, mut mean, mut squares) = (0_usize, 0.0, 0.0);
        for value in values {
            n += 1;
            let before = value - mean;
            mean += before / n as f64;
            squares += before * (value - mean);
        }
        Self {
            n,
            mean: (n > 0).then_some(mean),
            deviation: (n > 1).then(|| (squares / (n - 1) as f64).max(0.0).sqrt()),
        }
    }

    /// The interval at 95 % for the mean of answers on a scale of whole steps that ends at `low` and `high`:
    /// mean ± t(n − 1) · s / √n (Student 1908), cut at the ends of the scale, s never below 1/√12.
    ///
    /// Student's t rather than the normal distribution, because the n of one client is small: at three answers it is
    /// twice as wide. One answer alone leaves the whole scale open; none gives `None`.
    #[must_use]
    pub fn interval(self, (low, high): (f64, f64)) -> Option<Interval> {
        let mean = self.mean?;
        let Some(error) = self.standard_error() else { return Some(Interval { low, high }) };
        let half = t_quantile_975((self.n - 1) as f64) * error;
        Some(Interval { low: (mean - half).max(low), high: (mean + half).min(high) })
    }

    /// s / √n; `None` below two values.
    pub(crate) fn standard_error(self) -> Option<f64> {
        self.deviation.map(|deviation| deviation.max(LEAST_DEVIATION) / (self.n as f64).sqrt())
    }

    /// Whether this mean is lower than another by more than chance: one-sided t-test at 5 % for unequal variances
    /// (Welch 1947, "The generalization of Student's problem when several different population variances are
    /// involved", Biometrika 34), with the degrees of freedom of Satterthwaite (1946).
    pub(crate) fn is_below(self, other: Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.mean, other.mean) else { return false };
        let (Some(my_error), Some(their_error)) = (self.standard_error(), other.standard_error()) else {
            return false;
        };
        let (mine_squared, theirs_squared) = (my_error.powi(2), their_error.powi(2));
        let both = mine_squared + theirs_squared;
        let freedom = both.powi(2)
            / (mine_squared.powi(2) / (self.n - 1) as f64 + theirs_squared.powi(2) / (other.n - 1) as f64);
        (theirs - mine) / both.sqrt() > t_quantile_95(freedom)
    }
}

/// A median.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Median {
    /// Of how many.
    pub n: usize,
    /// The middle value, or the mean of the two middle ones; `None` where there is none.
    pub median: Option<f64>,
}

impl Median {
    /// The median of whole days.
    pub fn of_days(days: impl IntoIterator<Item = i64>) -> Self {
        let mut days: Vec<i64> = days.into_iter().collect();
        days.sort_unstable();
        let n = days.len();
        let median = (n > 0).then(|| (days[(n - 1) / 2] + days[n / 2]) as f64 / 2.0);
        Self { n, median }
    }
}
