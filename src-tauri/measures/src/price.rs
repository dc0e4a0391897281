//! What a client should pay, and what a cut of the price comes to.
use serde::Serialize;

pub(crate) const SECONDS_AN_HOUR: u64 = 3_600;

/// The median of whole amounts; of an even number the mean of the middle two, rounded; `None` of none.
pub fn median_minor(rates: impl IntoIterator<Item = i64>) -> Option<i64> {
    let mut rates: Vec<i64> = rates.into_iter().collect();
    rates.sort_unstable();
    let (last, n) = (rates.len().checked_sub(1)?, rates.len());
    let middle = i128::from(rates[last / 2]) + i128::from(rates[n / 2]);
    i64::try_from(rounded(middle, 2)).ok()
}

/// The median of numbers, none of which is "not a number"; `None` of none.
pub fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let (last, n) = (values.len().checked_sub(1)?, values.len());
    Some(f64::midpoint(values[last / 2], values[n / 2]))
}

/// What hours are worth at a rate, in minor units.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float stays within the limits")]
pub fn worth_of_hours(hours: f64, rate_minor: i64) -> i64 {
    (hours * rate_minor as f64).round() as i64
}

/// The price at which a client reaches a rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PriceNeeded {
    /// Fees for the same hours, in minor units.
    pub fees_minor: i64,
    /// How much more that is, of what is paid now: 0.25 is a quarter more; below 0 it is less.
    pub change: f64,
    /// Or: the hours that the fees of now may take.
    pub hours: f64,
}

/// What brings a client to a rate: `fees needed = hours × rate`, or `hours allowed = fees ÷ rate`.
///
/// `None` without fees, hours or a rate above zero.
#[must_use]
pub fn price_needed(fees_minor: i64, seconds: u64, rate_minor_per_hour: i64) -> Option<PriceNeeded> {
    if fees_minor <= 0 || seconds == 0 || rate_minor_per_hour <= 0 {
        return None;
    }
    let needed = i128::from(seconds) * i128::from(rate_minor_per_hour);
    let needed = i64::try_from(rounded(needed, i128::from(SECONDS_AN_HOUR))).ok()?;
    Some(PriceNeeded {
        fees_minor: needed,
        change: needed as f64 / fees_minor as f64 - 1.0,
        hours: fees_minor as f64 / rate_minor_per_hour as f64,
    })
}

/// What a cut of the price comes to, over the time in which the fees were earned. Amounts are in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PriceCut {
    /// What an hour brings now.
    pub rate_now_minor: i64,
    /// What it brings after the cut.
    pub rate_after_minor: i64,
    /// The fees after the cut.
    pub fees_after_minor: i64,
    /// What is given up.
    pub given_up_minor: i64,
    /// What is lost if they leave: all of the fees.
    pub at_risk_minor: i64,
    /// What an hour must bring so that keeping them is no worse than parting.
    pub part_below_minor: i64,
    /// Whether it brings less after the cut.
    pub parting_is_better: bool,
    /// The largest cut before parting is better, 0 to 1; 0 where it is better already.
    pub largest_cut: f64,
}

/// "So much off or we leave."
///
/// Parting frees the hours, of which the share `filled` is sold elsewhere at the rate `elsewhere`. So parting is better
/// where `rate after the cut < elsewhere × filled`, and the largest cut that can be borne is
/// `1 − elsewhere × filled ÷ rate now`. This is break-even analysis (contribution of the kept client against that of the
/// freed capacity). `cut` lies above 0 and below 1, `filled` from 0 to 1; `None` for others, and without fees or hours.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float stays within the limits")]
pub fn price_cut(
    fees_minor: i64,
    seconds: u64,
    cut: f64,
    elsewhere_minor_per_hour: i64,
    filled: f64,
) -> Option<PriceCut> {
    let shares = cut > 0.0 && cut < 1.0 && (0.0..=1.0).contains(&filled);
    if fees_minor <= 0 || seconds == 0 || elsewhere_minor_per_hour < 0 || !shares {
        return None;
    }
    let hours = seconds as f64 / SECONDS_AN_HOUR as f64;
    let fees = fees_minor as f64;
    let (rate_now, rate_after) = (fees / hours, fees * (1.0 - cut) / hours);
    let part_below = elsewhere_minor_per_hour as f64 * filled;
    let fees_after_minor = (fees * (1.0 - cut)).round() as i64;
    Some(PriceCut {
        rate_now_minor: rate_now.round() as i64,
        rate_after_minor: rate_after.round() as i64,
        fees_after_minor,
        given_up_minor: fees_minor - fees_after_minor,
        at_risk_minor: fees_minor,
        part_below_minor: part_below.round() as i64,
        // Break-even is borne, whatever the last bit of a product says.
        parting_is_better: rate_after < part_below * (1.0 - 1e-9),
        largest_cut: (1.0 - part_below / rate_now).clamp(0.0, 1.0),
    })
}

/// A quotient, rounded half away from zero; `by` is above zero.
pub(crate) fn rounded(of: i128, by: i128) -> i128 {
    let half = if of < 0 { -by / 2 } else { by / 2 };
    (of + half) / by
}
