//! Cumulative profit: the whale curve.
use serde::Serialize;

use crate::price::{SECONDS_AN_HOUR, rounded};

/// What one client brought and took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Contribution {
    /// Fees in minor units.
    pub fees_minor: i64,
    /// Time worked, in seconds.
    pub seconds: u64,
}

/// One client on the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WhalePoint {
    /// The client's place in the input.
    pub client: usize,
    /// Profit in minor units.
    pub profit_minor: i64,
    /// Profit of this client and of all before.
    pub cumulative_minor: i64,
    /// The share of clients up to this one, above 0 to 1.
    pub share_of_clients: f64,
}

/// The curve.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct WhaleCurve {
    /// The clients, the most profitable first; equals in the order of the input.
    pub points: Vec<WhalePoint>,
    /// Profit over all.
    pub total_minor: i64,
    /// The highest point; 0 where nobody is profitable.
    pub peak_minor: i64,
    /// How many clients make it.
    pub peak_at: usize,
}

/// Fees less the cost of the hours: `fees − hours × cost of an hour`, in minor units.
#[must_use]
pub fn profit(fees_minor: i64, seconds: u64, cost_of_an_hour_minor: i64) -> i64 {
    let cost = i128::from(seconds) * i128::from(cost_of_an_hour_minor);
    clamped(i128::from(fees_minor) - rounded(cost, i128::from(SECONDS_AN_HOUR)))
}

/// How profit adds up, the most profitable client first: `cumulative(k) = Σ profit of the first k`.
///
/// Where the curve bends down, the clients after its peak cost what the first ones earned (Kaplan and Narayanan 2001,
/// "Measuring and managing customer profitability", Journal of Cost Management 15). The cost of an hour is what an hour
/// costs the user or, as opportunity cost, what it would bring elsewhere.
#[must_use]
pub fn whale_curve(clients: &[Contribution], cost_of_an_hour_minor: i64) -> WhaleCurve {
    let mut profits: Vec<(usize, i64)> = clients
        .iter()
        .map(|client| profit(client.fees_minor, client.seconds, cost_of_an_hour_minor))
        .enumerate()
        .collect();
    profits.sort_by_key(|(client, profit)| (std::cmp::Reverse(*profit), *client));
    let mut curve = WhaleCurve::default();
    let mut sum: i128 = 0;
    for (place, (client, profit_minor)) in profits.into_iter().enumerate() {
        sum += i128::from(profit_minor);
        let cumulative_minor = clamped(sum);
        // Who only breaks even lifts nothing.
        if profit_minor > 0 {
            (curve.peak_minor, curve.peak_at) = (cumulative_minor, place + 1);
        }
        let share_of_clients = (place + 1) as f64 / clients.len() as f64;
        curve.points.push(WhalePoint { client, profit_minor, cumulative_minor, share_of_clients });
        curve.total_minor = cumulative_minor;
    }
    curve
}

/// Beyond what 64 bits hold, which no practice earns, the largest there is.
fn clamped(minor: i128) -> i64 {
    i64::try_from(minor).unwrap_or(if minor < 0 { i64::MIN } else { i64::MAX })
}
