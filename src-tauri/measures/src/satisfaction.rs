//! How satisfied they say they are.
use kindly_records::{CheckIn, RatingScale, SaidBy};
use serde::Serialize;

use crate::{Interval, Mean, Rate, Window, statistics::net_promoter_95};

/// The ends of the scale that all others are shown on, which is CSAT's own.
pub const FIVE: (f64, f64) = (1.0, 5.0);

/// The ends of the scale of the customer effort score 2.0, for [`Mean::interval`].
pub const SEVEN: (f64, f64) = (1.0, 7.0);

/// Customer satisfaction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Csat {
    /// The share of answers of 4 or 5.
    pub satisfied: Rate,
    /// The mean, from 1 to 5.
    pub mean: Mean,
}

impl Csat {
    /// The interval of the share of satisfied answers ([`Rate::interval`]).
    #[must_use]
    pub fn share_interval(self) -> Option<Interval> {
        self.satisfied.interval()
    }

    /// The interval of the mean, from 1 to 5 ([`Mean::interval`]).
    #[must_use]
    pub fn mean_interval(self) -> Option<Interval> {
        self.mean.interval(FIVE)
    }
}

/// The Net Promoter Score's three groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Nps {
    /// Answers of 9 and 10.
    pub promoters: usize,
    /// Answers of 7 and 8.
    pub passives: usize,
    /// Answers from 0 to 6.
    pub detractors: usize,
}

impl Nps {
    /// How many answered.
    #[must_use]
    pub fn n(self) -> usize {
        self.promoters + self.passives + self.detractors
    }

    /// The percentage of promoters less the percentage of detractors, from −100 to 100; `None` without answers.
    #[must_use]
    pub fn score(self) -> Option<f64> {
        let balance = self.promoters as f64 - self.detractors as f64;
        (self.n() > 0).then(|| 100.0 * balance / self.n() as f64)
    }

    /// The interval of the score at 95 %, from −100 to 100: the adjusted Wald interval of Rocks 2016,
    /// "Interval estimation for the Net Promoter Score" (The American Statistician 70), who found it the best of six.
    ///
    /// Give each answer +1 (promoter), 0 or −1 (detractor). With shares p of promoters and d of detractors its mean is
    /// p − d, and its square is 1 for both groups, so its variance is p + d − (p − d)² and the standard error of the
    /// score √((p + d − (p − d)²) / n). For few answers that is too narrow, and zero where all agree. So three
    /// imagined answers are added first, ¾ of a promoter, 1½ passives and ¾ of a detractor: p = (promoters + ¾) / (n + 3),
    /// d = (detractors + ¾) / (n + 3), and the interval is 100 · ((p − d) ± 1.96 · √((p + d − (p − d)²) / (n + 3))), cut at
    /// the ends of the scale. One answer alone leaves the whole scale open, as with [`Mean::interval`]; none gives `None`.
    ///
    /// From five answers on it holds the truth about 95 times in 100, counted over all samples from six populations (the
    /// plain interval 66 to 93 times at five); with two or three it may be only 84 times.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        match self.n() {
            0 => None,
            1 => Some(Interval { low: -100.0, high: 100.0 }),
            n => Some(net_promoter_95(self.promoters as f64, self.detractors as f64, n as f64)),
        }
    }
}

/// The CSAT of the answers in the window: the share of satisfied ones (4 and 5 of 5, the field's "top-2-box") and
/// their mean.
pub fn csat<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>, window: Window) -> Csat {
    let values = values_on(RatingScale::Csat, check_ins, window);
    Csat {
        satisfied: Rate::of(values.iter().map(|value| *value >= 4)),
        mean: Mean::of(values.iter().map(|value| *value as f64)),
    }
}

/// The NPS of the answers in the window (Reichheld 2003, "The one number you need to grow", Harvard Business
/// Review 81).
pub fn nps<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>, window: Window) -> Nps {
    values_on(RatingScale::Nps, check_ins, window).into_iter().fold(Nps::default(), |mut nps, value| {
        match value {
            9.. => nps.promoters += 1,
            7..=8 => nps.passives += 1,
            _ => nps.detractors += 1,
        }
        nps
    })
}

/// The mean of the customer effort score 2.0 in the window, from 1 to 7, where 7 is very easy (Dixon, Freeman and
/// Toman 2010, "Stop trying to delight your customers", Harvard Business Review 88; version 2.0: CEB 2013).
pub fn ces<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>, window: Window) -> Mean {
    Mean::of(values_on(RatingScale::Ces, check_ins, window).into_iter().map(|value| value as f64))
}

/// The mean of all answers in the window on one scale from 1 to 5 ([`RatingScale::on_five`]).
///
/// For pictures and for comparing a practice with itself. The scales do not mean quite the same: where their mix
/// changes, so may the mean.
pub fn mean_satisfaction_on_five<'a>(
    check_ins: impl IntoIterator<Item = &'a CheckIn>,
    window: Window,
) -> Mean {
    Mean::of(theirs(check_ins, window).map(|check_in| check_in.scale.on_five(check_in.value)))
}

fn values_on<'a>(
    scale: RatingScale,
    check_ins: impl IntoIterator<Item = &'a CheckIn>,
    window: Window,
) -> Vec<i64> {
    theirs(check_ins, window)
        .filter(|check_in| check_in.scale == scale)
        .map(|check_in| check_in.value)
        .collect()
}

/// What they said, not what we felt.
fn theirs<'a>(
    check_ins: impl IntoIterator<Item = &'a CheckIn>,
    window: Window,
) -> impl Iterator<Item = &'a CheckIn> {
    check_ins
        .into_iter()
        .filter(move |check_in| check_in.said_by == SaidBy::Them && window.contains(check_in.on))
}
