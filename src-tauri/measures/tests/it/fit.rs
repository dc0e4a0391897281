//! Enquiries against criteria, by hand.
use kindly_measures::{FitBand, fit};
use kindly_records::{
    CriterionKind::{self, DealBreaker, MustHave, Wish},
    FitAnswerKind::{self, No, Partly, Unknown, Yes},
};
use proptest::prelude::*;

#[test]
fn the_band_follows_from_what_decides_and_then_from_the_weighted_wishes() {
    type Case = (&'static [(CriterionKind, u32, FitAnswerKind)], FitBand, Option<f64>, &'static str);
    let cases: [Case; 11] = [
        (&[(Wish, 3, Yes), (Wish, 1, No)], FitBand::Good, Some(0.75), "3 of 4 is on the bar"),
        (&[(Wish, 2, Yes), (Wish, 1, No)], FitBand::Possible, Some(2.0 / 3.0), "2 of 3"),
        (&[(Wish, 1, Partly)], FitBand::Possible, Some(0.5), "half is on the lower bar"),
        (&[(Wish, 1, Yes), (Wish, 2, No)], FitBand::Poor, Some(1.0 / 3.0), "1 of 3"),
        (&[(Wish, 5, Yes), (MustHave, 1, No)], FitBand::Poor, Some(1.0), "a must that is missing decides"),
        (&[(Wish, 5, Yes), (DealBreaker, 1, Yes)], FitBand::Poor, Some(1.0), "so does a breaker that holds"),
        (&[(DealBreaker, 1, Partly)], FitBand::Poor, None, "in part is too much of it"),
        (&[(MustHave, 1, Partly), (Wish, 1, Yes)], FitBand::Good, Some(1.0), "a must in part breaks nothing"),
        (
            &[(MustHave, 1, Unknown), (Wish, 1, Yes)],
            FitBand::AskFirst,
            Some(1.0),
            "what decides is asked first",
        ),
        (&[(Wish, 1, Unknown), (Wish, 1, Unknown)], FitBand::AskFirst, None, "nothing is answered"),
        (&[(MustHave, 1, Yes), (Wish, 4, Unknown)], FitBand::Good, None, "a wish that is unknown waits"),
    ];
    for (criteria, band, score, why) in cases {
        let found = fit(criteria);
        assert_eq!(found.band, band, "{why}: {criteria:?}");
        assert_eq!(found.score, score, "{why}: {criteria:?}");
    }
}

#[test]
fn each_criterion_is_told_once_on_its_side() {
    let found = fit(&[
        (Wish, 1, Yes),
        (Wish, 1, Partly),
        (Wish, 1, No),
        (MustHave, 1, Unknown),
        (MustHave, 1, No),
        (DealBreaker, 1, No),
        (DealBreaker, 1, Yes),
    ]);
    assert_eq!(found.met, [0, 5], "what speaks for it");
    assert_eq!(found.partly, [1]);
    assert_eq!(found.unmet, [2], "against, without deciding");
    assert_eq!(found.unknown, [3]);
    assert_eq!(found.broken, [4, 6], "what decides");
}

fn criteria() -> impl Strategy<Value = Vec<(CriterionKind, u32, FitAnswerKind)>> {
    let kind = prop::sample::select(vec![Wish, MustHave, DealBreaker]);
    let answer = prop::sample::select(vec![Yes, Partly, No, Unknown]);
    prop::collection::vec((kind, 1_u32..=5, answer), 0..12)
}

proptest! {
    #[test]
    fn every_criterion_stands_on_exactly_one_side(criteria in criteria()) {
        let found = fit(&criteria);
        let mut all = [found.met, found.partly, found.unmet, found.unknown, found.broken].concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..criteria.len()).collect::<Vec<_>>());
        if let Some(score) = found.score {
            prop_assert!((0.0..=1.0).contains(&score), "a share: {score}");
        }
    }

    #[test]
    fn a_wish_that_turns_out_true_never_makes_it_worse(criteria in criteria(), at in 0_usize..12) {
        let Some((Wish, weight, No | Partly)) = criteria.get(at).copied() else { return Ok(()) };
        let mut better = criteria.clone();
        better[at] = (Wish, weight, Yes);
        let rank = |band| match band {
            FitBand::Poor => 0,
            FitBand::AskFirst => 1,
            FitBand::Possible => 2,
            FitBand::Good => 3,
        };
        prop_assert!(rank(fit(&better).band) >= rank(fit(&criteria).band), "{criteria:?}");
    }
}
