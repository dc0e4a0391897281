//! Cumulative profit, by hand.
use kindly_measures::{Contribution, WhaleCurve, profit, whale_curve};
use proptest::prelude::*;

const HOUR: u64 = 3_600;

fn client(fees_minor: i64, hours: u64) -> Contribution {
    Contribution { fees_minor, seconds: hours * HOUR }
}

#[test]
fn profit_is_fees_less_the_cost_of_the_hours() {
    assert_eq!(profit(1_000_000, 100 * HOUR, 6_000), 400_000, "10,000 less 100 hours at 60");
    assert_eq!(profit(0, HOUR / 2, 5_001), -2_501, "half an hour of 50.01, rounded away from zero");
    assert_eq!(profit(i64::MAX, 0, 1), i64::MAX);
    assert_eq!(profit(0, u64::MAX, i64::MAX), i64::MIN, "held at the limit");
}

#[test]
fn the_curve_climbs_to_its_peak_and_falls_by_what_the_others_cost() {
    // At 50 an hour: 1,000 − 500, 900 − 1,200, 700 − 100, 600 − 600.
    let clients = [client(100_000, 10), client(90_000, 24), client(70_000, 2), client(60_000, 12)];
    let curve = whale_curve(&clients, 5_000);
    let told: Vec<(usize, i64, i64)> =
        curve.points.iter().map(|point| (point.client, point.profit_minor, point.cumulative_minor)).collect();
    assert_eq!(
        told,
        [(2, 60_000, 60_000), (0, 50_000, 110_000), (3, 0, 110_000), (1, -30_000, 80_000)],
        "the most profitable first"
    );
    assert_eq!((curve.peak_minor, curve.peak_at), (110_000, 2), "who breaks even lifts nothing");
    assert_eq!(curve.total_minor, 80_000);
    let shares: Vec<f64> = curve.points.iter().map(|point| point.share_of_clients).collect();
    assert_eq!(shares, [0.25, 0.5, 0.75, 1.0]);
}

#[test]
fn without_anybody_profitable_the_peak_is_nothing() {
    assert_eq!(whale_curve(&[], 1), WhaleCurve::default());
    let curve = whale_curve(&[client(0, 1), client(0, 2)], 5_000);
    assert_eq!((curve.peak_minor, curve.peak_at, curve.total_minor), (0, 0, -15_000));
}

proptest! {
    #[test]
    fn the_peak_is_the_sum_of_all_profits_whatever_the_order(
        clients in prop::collection::vec((0_i64..10_000_000, 0_u64..2_000), 0..30), cost in 0_i64..20_000, turn in 0_usize..30,
    ) {
        let mut clients: Vec<Contribution> = clients.into_iter().map(|(fees, hours)| client(fees, hours)).collect();
        let curve = whale_curve(&clients, cost);
        let profits: Vec<i64> = clients.iter().map(|one| profit(one.fees_minor, one.seconds, cost)).collect();
        prop_assert_eq!(curve.peak_minor, profits.iter().filter(|profit| **profit > 0).sum::<i64>());
        prop_assert_eq!(curve.peak_at, profits.iter().filter(|profit| **profit > 0).count());
        prop_assert_eq!(curve.total_minor, profits.iter().sum::<i64>());
        let places = clients.len();
        if places > 0 {
            clients.rotate_left(turn % places);
        }
        let turned = whale_curve(&clients, cost);
        let heights = |curve: &WhaleCurve| curve.points.iter().map(|point| point.cumulative_minor).collect::<Vec<_>>();
        prop_assert_eq!(heights(&turned), heights(&curve), "the same curve");
    }
}
