//! How satisfied they say they are.
use kindly_measures::{
    Csat, FIVE, Interval, Mean, Nps, Rate, Window, ces, csat, mean_satisfaction_on_five, nps,
};
use kindly_records::RatingScale;

use crate::records::{answers, day, near, today, with_impression};

#[test]
fn csat_is_the_share_of_the_two_highest_and_a_mean() {
    let Csat { satisfied, mean } =
        csat(&with_impression(RatingScale::Csat, &[5, 4, 4, 3, 1]), Window::until(today()));
    assert_eq!(satisfied, Rate { hits: 3, n: 5 }, "5, 4 and 4 are satisfied");
    near(mean.mean.expect("five answers"), 3.4, "17 / 5");
    // Squares of 1.6, 0.6, 0.6, −0.4, −2.4 add up to 9.2; divided by 4 and its root taken.
    near(mean.deviation.expect("five answers"), 1.516_575, "√2.3");
    let nothing = csat(&[], Window::until(today()));
    assert_eq!((nothing.satisfied.share(), nothing.mean.mean), (None, None), "no answers, no figure");
}

#[test]
fn nps_is_promoters_less_detractors() {
    let found = nps(&with_impression(RatingScale::Nps, &[10, 9, 9, 8, 7, 6, 0]), Window::until(today()));
    assert_eq!(found, Nps { promoters: 3, passives: 2, detractors: 2 }, "groups of Reichheld 2003");
    near(found.score().expect("seven answers"), 100.0 / 7.0, "(3 − 2) / 7");
    assert_eq!(Nps::default().score(), None, "no answers, no score");
}

#[test]
fn ces_is_a_mean_and_other_scales_do_not_mix_in() {
    let mut all = with_impression(RatingScale::Ces, &[7, 5, 6]);
    all.extend(answers(RatingScale::Nps, &[0, 0]));
    assert_eq!(ces(&all, Window::until(today())).n, 3, "only effort counts, and no impression");
    near(ces(&all, Window::until(today())).mean.expect("three answers"), 6.0, "18 / 3");
}

#[test]
fn all_scales_meet_on_one_to_five() {
    let mut all = with_impression(RatingScale::Csat, &[5]);
    all.extend(with_impression(RatingScale::Nps, &[5]));
    all.extend(with_impression(RatingScale::Ces, &[1]));
    let mean = mean_satisfaction_on_five(&all, Window::until(today()));
    assert_eq!(mean.n, 3, "impressions never count");
    near(mean.mean.expect("three answers"), 3.0, "5, 3 and 1");
    let outside = mean_satisfaction_on_five(&all, Window::until(day("2026-06-29")));
    assert_eq!(outside, Mean::default(), "answers after the window do not count");
}

#[test]
fn the_interval_of_a_mean_is_students_and_honest_for_few() {
    let check = |values: &[f64], expected: Option<(f64, f64)>| {
        let found = Mean::of(values.iter().copied()).interval(FIVE);
        assert_eq!(found.is_some(), expected.is_some(), "an interval of {values:?}");
        if let (Some(found), Some((low, high))) = (found, expected) {
            near(found.low, low, &format!("low of {values:?}"));
            near(found.high, high, &format!("high of {values:?}"));
        }
    };
    check(&[], None);
    check(&[4.0], Some((1.0, 5.0)));
    // s = √(5/3), s/√4 = 0.645497, t(3) = 3.182446: half 2.054261, the upper end cut at 5.
    check(&[2.0, 3.0, 4.0, 5.0], Some((1.445_739, 5.0)));
    // No spread: 1/√12 stands in; 0.288675 / √5 · 2.776445 = 0.358437.
    check(&[4.0; 5], Some((3.641_563, 4.358_437)));
}

#[test]
fn the_interval_of_a_net_promoter_score_is_that_of_rocks() {
    let check = |promoters, passives, detractors, expected: Option<(f64, f64)>| {
        let nps = Nps { promoters, passives, detractors };
        let found = nps.interval().map(|Interval { low, high }| (low, high));
        assert_eq!(found.is_some(), expected.is_some(), "an interval of {nps:?}");
        if let (Some(found), Some(expected)) = (found, expected) {
            near(found.0, expected.0, &format!("low of {nps:?}"));
            near(found.1, expected.1, &format!("high of {nps:?}"));
        }
    };
    check(0, 0, 0, None);
    check(1, 0, 0, Some((-100.0, 100.0)));
    // p = 3.75/10, d = 2.75/10: 0.1 ± 1.959964 · √(0.64 / 10) = 0.1 ± 0.495836.
    check(3, 2, 2, Some((-39.583_6, 59.583_6)));
    // All alike, and yet not certain: p = 5.75/8, d = 0.75/8: 0.625 ± 1.959964 · √((0.8125 − 0.390625) / 8).
    check(5, 0, 0, Some((17.491_5, 100.0)));
    check(0, 0, 5, Some((-100.0, -17.491_5)));
    // Only passives: p = d = 0.75/8: 0 ± 1.959964 · √(0.1875 / 8).
    check(0, 5, 0, Some((-30.005_7, 30.005_7)));
    // Many: p = 500.75/1003, d = 200.75/1003: 0.299103 ± 1.959964 · √((0.699402 − 0.089462) / 1003) = 0.048332.
    check(500, 300, 200, Some((25.077_0, 34.743_5)));
}

#[test]
fn the_interval_of_a_net_promoter_score_holds_the_truth_as_often_as_it_says() {
    // Every sample of n answers from a known population, weighted by how likely it is.
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    let covered = |n: usize, p: f64, d: f64| {
        let truth = 100.0 * (p - d);
        let mut covered = 0.0;
        for promoters in 0..=n {
            for detractors in 0..=n - promoters {
                let passives = n - promoters - detractors;
                let ways = factorial(n) / factorial(promoters) / factorial(passives) / factorial(detractors);
                let likely = ways
                    * p.powf(promoters as f64)
                    * d.powf(detractors as f64)
                    * (1.0 - p - d).powf(passives as f64);
                let interval = Nps { promoters, passives, detractors }.interval().expect("n is above zero");
                if interval.low <= truth && truth <= interval.high {
                    covered += likely;
                }
            }
        }
        covered
    };
    let populations = [(0.3, 0.3), (0.5, 0.1), (0.6, 0.2), (0.1, 0.6), (0.2, 0.2), (0.8, 0.05)];
    for n in [5, 10, 20, 40] {
        let found = populations.map(|(p, d)| covered(n, p, d));
        let mean = found.iter().sum::<f64>() / found.len() as f64;
        assert!(mean > 0.945, "{n} answers hold the truth nineteen times in twenty: {mean}");
        assert!(found.iter().all(|covered| *covered > 0.92), "and nowhere much less often: {found:?}");
    }
    for n in [2, 3] {
        let found = populations.map(|(p, d)| covered(n, p, d));
        assert!(found.iter().all(|covered| *covered > 0.83), "{n} answers, five times in six: {found:?}");
    }
}
