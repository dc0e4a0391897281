//! Whether a change helped. The intervals were worked out apart from this code, by bisection on binomial tails.
use kindly_measures::{ChangeSays, TraitTable, Window, before_and_after, months_within};
use proptest::prelude::*;

use crate::records::{day, near};

/// Events and exposure before and after; the ratio, its interval, what it says.
type Case = ((usize, f64), (usize, f64), Option<f64>, (f64, f64), ChangeSays);

#[test]
fn events_before_and_after_are_compared_with_the_interval_that_chance_leaves() {
    let cases: [Case; 5] = [
        ((20, 40.0), (5, 20.0), Some(0.5), (0.146_640, 1.372_894), ChangeSays::CannotTell),
        ((20, 40.0), (2, 20.0), Some(0.2), (0.022_665, 0.823_314), ChangeSays::Better),
        ((3, 12.0), (12, 12.0), Some(4.0), (1.079_473, 22.088_287), ChangeSays::Worse),
        ((6, 12.0), (0, 12.0), Some(0.0), (0.0, 0.849_311), ChangeSays::Better),
        ((0, 12.0), (4, 12.0), None, (0.660_124, f64::INFINITY), ChangeSays::CannotTell),
    ];
    for (before, after, ratio, (low, high), says) in cases {
        let what = format!("{before:?} and then {after:?}");
        let found = before_and_after(before, after);
        assert_eq!(found.says, says, "{what}");
        assert_eq!(found.ratio.is_some(), ratio.is_some(), "{what}: a ratio to none is no number");
        near(found.ratio.unwrap_or_default(), ratio.unwrap_or_default(), &what);
        let interval = found.interval.expect("there were events");
        near(interval.low, low, &what);
        if high.is_finite() {
            near(interval.high, high, &what);
        } else {
            assert!(interval.high.is_infinite(), "{what}: nothing bounds it from above");
        }
    }
}

#[test]
fn without_exposure_it_is_too_early_and_without_events_nothing_can_be_told() {
    for (before, after) in [((4, 12.0), (0, 0.0)), ((0, 0.0), (4, 2.0))] {
        assert_eq!(before_and_after(before, after).says, ChangeSays::TooEarly, "{before:?}, {after:?}");
    }
    let quiet = before_and_after((0, 12.0), (0, 12.0));
    assert_eq!((quiet.says, quiet.interval, quiet.ratio), (ChangeSays::CannotTell, None, None));
}

#[test]
fn months_of_several_clients_add_up_within_the_window() {
    let year = Window { from: day("2026-01-01"), to: day("2026-12-31") };
    let whole = Window { from: day("2025-06-01"), to: day("2027-06-01") };
    let spring = Window { from: day("2026-03-01"), to: day("2026-05-31") };
    let before = Window { from: day("2024-01-01"), to: day("2025-12-31") };
    // 365 and 92 days, none of the third; a month is 30.436875 days.
    near(months_within([whole, spring, before], year), (365.0 + 92.0) / 30.436_875, "client-months");
    near(months_within([], year), 0.0, "nobody");
}

#[test]
fn a_trait_is_held_against_chance_by_fishers_exact_test() {
    // Fisher's own tea: 3 of 4 and 1 of 4, P = 17 ÷ 70; then 1 ÷ 84, and 0.04695 by hypergeometric sums.
    for (table, chance) in [
        ([3, 1, 1, 3], 17.0 / 70.0),
        ([3, 0, 0, 6], 1.0 / 84.0),
        ([4, 1, 2, 8], 0.046_953),
        ([3, 2, 0, 0], 1.0),
    ] {
        let [with_badly, with_well, without_badly, without_well] = table;
        let found = TraitTable { with_badly, with_well, without_badly, without_well };
        near(found.chance(), chance, &format!("{table:?}"));
    }
}

proptest! {
    #[test]
    fn the_interval_holds_the_ratio_and_turns_round_with_its_sides(
        before in 1_usize..60, after in 1_usize..60, one in 1_u32..400, other in 1_u32..400,
    ) {
        let (one, other) = (f64::from(one), f64::from(other));
        let there = before_and_after((before, one), (after, other));
        let back = before_and_after((after, other), (before, one));
        let (ratio, interval) = (there.ratio.expect("both had events"), there.interval.expect("both had events"));
        prop_assert!(interval.low <= ratio && ratio <= interval.high, "{ratio} lies within {interval:?}");
        let turned = back.interval.expect("both had events");
        prop_assert!((turned.low * interval.high - 1.0).abs() < 1e-6, "{turned:?} is one by {interval:?}");
        let says = match there.says {
            ChangeSays::Better => ChangeSays::Worse,
            ChangeSays::Worse => ChangeSays::Better,
            same => same,
        };
        prop_assert_eq!(back.says, says, "what got better one way got worse the other");
    }

    #[test]
    fn more_of_them_going_badly_is_less_likely_by_chance(
        badly in 0_usize..12, well in 1_usize..12, others_badly in 0_usize..12, others_well in 0_usize..12,
    ) {
        let table = |with_badly, with_well| TraitTable {
            with_badly, with_well, without_badly: others_badly, without_well: others_well,
        };
        let (fewer, more) = (table(badly, well).chance(), table(badly + 1, well - 1).chance());
        prop_assert!((0.0..=1.0 + 1e-9).contains(&fewer), "a probability: {fewer}");
        if others_badly + others_well > 0 {
            prop_assert!(more <= fewer + 1e-9, "{more} is not above {fewer}");
        }
    }
}
