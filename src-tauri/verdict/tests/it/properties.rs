//! What must hold for every portfolio, whatever the numbers.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, ClientVerdict, Deliverable, GoodRatings, Judgement, Obligation, Outcome, Portfolio, Rating,
    Scale, Settings, Signal, SignalKind, Verdict, judge_history,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::Value;

use crate::build::judged;
use crate::plain;
use crate::random::{a_day, portfolios};

/// Sums taken in another way may differ in their last digits.
const ROUNDING: f64 = 1e-9;

/// The same cases every time, so that a failure is a failure and not luck.
pub(crate) fn for_all<S: Strategy>(
    cases: u32,
    strategy: S,
    check: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seed = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, seed);
    if let Err(error) = runner.run(&strategy, check) {
        panic!("{error}");
    }
}

const CASES: u32 = 300;

/// One client's verdict before and after a change to that client.
fn before_and_after(
    portfolio: &Portfolio,
    which: Index,
    change: impl FnOnce(&mut Client),
) -> (ClientVerdict, ClientVerdict) {
    let position = which.index(portfolio.clients.len());
    let mut changed = portfolio.clone();
    change(&mut changed.clients[position]);
    let verdict_in = |portfolio: &Portfolio| judged(portfolio).clients.swap_remove(position);
    (verdict_in(portfolio), verdict_in(&changed))
}

fn rating(date: NaiveDate, value: u8, link: Option<usize>) -> Rating {
    Rating { id: None, date, scale: Scale::Csat5, value, deliverable: link.map(|link| format!("d{link}")) }
}

fn deliverable(date: NaiveDate, outcome: Outcome) -> Deliverable {
    Deliverable { id: "fresh".to_owned(), date, outcome }
}

fn json(judgement: &Judgement) -> Value {
    serde_json::to_value(judgement).expect("a judgement always serialises")
}

/// The verdicts by client id, for comparing portfolios in another order.
fn by_id(judgement: &Judgement) -> Vec<String> {
    let mut clients: Vec<String> =
        judgement.clients.iter().map(|client| serde_json::to_string(client).expect("serialises")).collect();
    clients.sort();
    clients
}

fn a_link() -> impl Strategy<Value = Option<usize>> {
    proptest::option::of(0_usize..11)
}

#[test]
fn the_random_portfolios_show_every_verdict() {
    // Otherwise the properties below would hold for want of cases.
    let seen = RefCell::new(BTreeSet::new());
    let flagged = RefCell::new([0_u32; 3]);
    for_all(CASES, portfolios(), |portfolio| {
        for client in judged(&portfolio).clients {
            seen.borrow_mut().insert(client.verdict);
            let flags = client.flags;
            for (count, is_up) in
                flagged.borrow_mut().iter_mut().zip([flags.dissatisfied, flags.never_happy, flags.one_way])
            {
                *count += u32::from(is_up);
            }
        }
        Ok(())
    });
    let seen: Vec<Verdict> = seen.into_inner().into_iter().collect();
    assert_eq!(seen, Verdict::ALL, "every verdict must be among the random portfolios");
    let flagged = flagged.into_inner();
    assert!(flagged.iter().all(|count| *count >= 10), "every flag must be up now and then, is {flagged:?}");
}

#[test]
fn a_second_plain_reading_of_the_method_agrees() {
    for_all(250, portfolios(), |portfolio| {
        let judgement = judged(&portfolio);
        for (client, plain) in judgement.clients.iter().zip(plain::plain(&portfolio)) {
            let found = serde_json::to_value(client).expect("a verdict always serialises");
            for (key, expected) in &plain.numbers {
                let found = match key.strip_prefix("eff.") {
                    Some(place) => &found["eff"][place.parse::<usize>().expect("a position")],
                    None => &found[*key],
                };
                let found = found.as_f64().expect("a number");
                prop_assert!((found - expected).abs() < ROUNDING, "{key}: {found}, plainly {expected}");
            }
            let theme = client.theme.clone().map(|theme| (theme.theme, theme.others, theme.chance));
            match (&theme, &plain.theme) {
                (Some(found), Some(expected)) => {
                    prop_assert_eq!((&found.0, found.1), (&expected.0, expected.1), "the best theme");
                    prop_assert!((found.2 - expected.2).abs() < ROUNDING, "its chance");
                }
                (found, expected) => prop_assert_eq!(found, expected, "whether there is a theme"),
            }
            prop_assert_eq!(client.verdict.name(), plain.verdict, "the verdict");
            prop_assert_eq!(client.one_way_too, plain.one_way_too, "the badge");
            prop_assert_eq!(
                client.good_ratings_to_clear,
                plain.good_ratings_to_clear,
                "what would change it"
            );
        }
        let shared: Vec<(String, usize, usize)> = judgement
            .portfolio
            .shared_themes
            .iter()
            .map(|theme| (theme.theme.clone(), theme.clients as usize, theme.of as usize))
            .collect();
        prop_assert_eq!(shared, plain::shared_themes(&portfolio), "the shared themes");
        let (p_offering, affected, rated) = plain::offering_of_all(&portfolio);
        prop_assert!((judgement.portfolio.p_offering - p_offering).abs() < ROUNDING, "the offering");
        prop_assert!((judgement.portfolio.affected - affected).abs() < ROUNDING, "the affected");
        prop_assert_eq!(judgement.portfolio.rated_clients as usize, rated, "the rated");
        Ok(())
    });
}

#[test]
fn the_history_is_what_would_have_been_judged_on_each_day() {
    for_all(80, portfolios(), |portfolio| {
        let history =
            judge_history(&portfolio, &Settings::default()).expect("random portfolios can be judged");
        for month_end in &history {
            let then = Portfolio { as_of: month_end.day, clients: portfolio.clients.clone() };
            for (client, verdict) in judged(&then).clients.iter().zip(&month_end.verdicts) {
                if let Some(verdict) = verdict {
                    prop_assert_eq!(client.verdict, *verdict, "on {}", month_end.day);
                }
            }
        }
        let last_but_one = history.iter().rev().nth(1);
        for (position, client) in judged(&portfolio).clients.iter().enumerate() {
            let before = last_but_one.and_then(|month_end| month_end.verdicts[position]);
            prop_assert_eq!(client.verdict_at_previous_month_end, before, "the verdict before");
        }
        Ok(())
    });
}

#[test]
fn p01_a_good_rating_never_raises_never_happy_nor_makes_that_verdict() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day(), a_link()), |(portfolio, which, date, link)| {
        let (before, after) =
            before_and_after(&portfolio, which, |client| client.ratings.push(rating(date, 5, link)));
        prop_assert!(after.never_happy <= before.never_happy + ROUNDING, "never_happy rose");
        prop_assert!(
            after.verdict != Verdict::NeverHappy || before.verdict == Verdict::NeverHappy,
            "it made the verdict"
        );
        Ok(())
    });
}

#[test]
fn p02_a_bad_rating_never_lowers_unhappiness_nor_makes_a_client_healthy() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day(), a_link()), |(portfolio, which, date, link)| {
        // Not before the relationship began: that would make it longer, and its burden lighter.
        let client = &portfolio.clients[which.index(portfolio.clients.len())];
        let first = client.ratings.iter().map(|rating| rating.date).min();
        let date = first.map_or(date, |first| date.max(first)).min(portfolio.as_of);
        let (before, after) =
            before_and_after(&portfolio, which, |client| client.ratings.push(rating(date, 1, link)));
        prop_assert!(after.p_unhappy >= before.p_unhappy - ROUNDING, "p_unhappy fell");
        prop_assert!(after.never_happy >= before.never_happy - ROUNDING, "never_happy fell");
        let had_enough = before.ratings >= 3 && before.deliverables >= 2;
        prop_assert!(
            !had_enough || before.verdict == Verdict::Healthy || after.verdict != Verdict::Healthy,
            "it made the client healthy, who was {:?}",
            before.verdict
        );
        Ok(())
    });
}

#[test]
fn p03_a_missed_deliverable_never_speaks_against_the_client() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day()), |(portfolio, which, date)| {
        let (before, after) = before_and_after(&portfolio, which, |client| {
            client.deliverables.push(deliverable(date, Outcome::Late));
        });
        prop_assert!(after.never_happy <= before.never_happy + ROUNDING, "never_happy rose");
        prop_assert!(after.explained >= before.explained - ROUNDING, "explained fell");
        prop_assert!(after.p_delivers < before.p_delivers, "p_delivers did not fall");
        let became = |verdict| after.verdict == verdict && before.verdict != verdict;
        prop_assert!(!became(Verdict::NeverHappy), "it made the verdict never happy");
        if before.verdict == Verdict::OurDeliveryFirst {
            for excuse in [Verdict::OfferingProblem, Verdict::Healthy] {
                prop_assert!(!became(excuse), "it turned our own part into {excuse:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn p04_a_met_deliverable_never_lowers_our_delivery_nor_never_happy() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day()), |(portfolio, which, date)| {
        let (before, after) = before_and_after(&portfolio, which, |client| {
            client.deliverables.push(deliverable(date, Outcome::Met));
        });
        prop_assert!(after.p_delivers >= before.p_delivers - ROUNDING, "p_delivers fell");
        prop_assert!(after.never_happy >= before.never_happy - ROUNDING, "never_happy fell");
        Ok(())
    });
}

#[test]
fn p05_a_deliverable_left_out_changes_nothing() {
    let outcomes = prop_oneof![Just(Outcome::Excused), Just(Outcome::Pending), Just(Outcome::Unknown)];
    for_all(CASES, (portfolios(), any::<Index>(), a_day(), outcomes), |(portfolio, which, date, outcome)| {
        let mut changed = portfolio.clone();
        let position = which.index(changed.clients.len());
        // Long before anything else, too: it would otherwise begin the relationship.
        for (id, date) in [("fresh", date), ("older", date - Days::new(3_000))] {
            let left_out = Deliverable { id: id.to_owned(), date, outcome };
            changed.clients[position].deliverables.push(left_out);
        }
        prop_assert_eq!(json(&judged(&changed)), json(&judged(&portfolio)), "something changed");
        Ok(())
    });
}

#[test]
fn p06_a_burden_signal_moves_one_way_only() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day()), |(portfolio, which, date)| {
        let position = which.index(portfolio.clients.len());
        let mut changed = portfolio.clone();
        changed.clients[position].signals.push(Signal { id: None, date, kind: SignalKind::Threat });
        let (before, after) = (judged(&portfolio), judged(&changed));
        let (was, is) = (before.clients[position].verdict, after.clients[position].verdict);
        prop_assert!(
            was == is || was == Verdict::OneWay || is == Verdict::OneWay,
            "{was:?} became {is:?}, which is not about one-way"
        );
        let without_one_way = |judgement: &Judgement| {
            let mut value = json(judgement);
            let client = value["clients"][position].as_object_mut().expect("a client is an object");
            for key in ["p_burden", "one_way", "one_way_too", "verdict"] {
                client.remove(key).expect("the key is in the format");
            }
            value
        };
        prop_assert_eq!(without_one_way(&after), without_one_way(&before), "something else changed");
        Ok(())
    });
}

#[test]
fn p07_a_kept_obligation_never_raises_the_suspicion_of_broken_ones() {
    for_all(CASES, (portfolios(), any::<Index>(), a_day()), |(portfolio, which, date)| {
        let (before, after) = before_and_after(&portfolio, which, |client| {
            client.obligations.push(Obligation { id: None, date, kept: true });
        });
        prop_assert!(after.p_obligations <= before.p_obligations + ROUNDING, "p_obligations rose");
        Ok(())
    });
}

#[test]
fn p08_a_client_never_moves_their_own_prior() {
    for_all(CASES, (portfolios(), portfolios(), any::<Index>()), |(portfolio, other, which)| {
        let replacement = other.clients[which.index(other.clients.len())].clone();
        let (before, after) = before_and_after(&portfolio, which, |client| {
            *client = Client { id: client.id.clone(), ..replacement };
        });
        prop_assert!((after.prior_unhappy - before.prior_unhappy).abs() < ROUNDING, "prior_unhappy moved");
        prop_assert!((after.prior_delivery - before.prior_delivery).abs() < ROUNDING, "prior_delivery moved");
        Ok(())
    });
}

#[test]
fn p09_no_order_matters() {
    for_all(CASES, (portfolios(), any::<Index>()), |(portfolio, by)| {
        let mut shuffled = portfolio.clone();
        let turn = |length: usize| if length == 0 { 0 } else { by.index(length) };
        shuffled.clients.reverse();
        for client in &mut shuffled.clients {
            client.deliverables.reverse();
            client.ratings.reverse();
            let turned = turn(client.ratings.len());
            client.ratings.rotate_left(turned);
            client.obligations.reverse();
            client.signals.reverse();
            client.complaints.reverse();
        }
        let (before, after) = (judged(&portfolio), judged(&shuffled));
        prop_assert_eq!(by_id(&after), by_id(&before), "a client's numbers changed");
        prop_assert_eq!(after.portfolio, before.portfolio, "the portfolio's numbers changed");
        Ok(())
    });
}

#[test]
fn p10_an_empty_client_changes_no_verdict() {
    for_all(CASES, (portfolios(), proptest::option::of(a_day())), |(portfolio, start)| {
        let mut changed = portfolio.clone();
        let start = start.map(|date| date - Days::new(2_000));
        changed.clients.insert(0, Client { id: "empty".to_owned(), start, ..Client::default() });
        let (before, mut after) = (judged(&portfolio), judged(&changed));
        let empty = after.clients.remove(0);
        prop_assert_eq!(empty.verdict, Verdict::NotEnoughEvidence, "of an empty client nothing can be said");
        prop_assert_eq!(json(&after), json(&before), "something changed for the others");
        Ok(())
    });
}

#[test]
fn p11_shifting_all_days_by_four_years_changes_nothing() {
    let shift = |date: &mut NaiveDate| *date = *date + Days::new(1_461);
    for_all(CASES, portfolios(), |portfolio| {
        let mut shifted = portfolio.clone();
        shift(&mut shifted.as_of);
        for client in &mut shifted.clients {
            client.start.iter_mut().for_each(shift);
            client.deliverables.iter_mut().for_each(|it| shift(&mut it.date));
            client.ratings.iter_mut().for_each(|it| shift(&mut it.date));
            client.obligations.iter_mut().for_each(|it| shift(&mut it.date));
            client.signals.iter_mut().for_each(|it| shift(&mut it.date));
            client.complaints.iter_mut().for_each(|it| shift(&mut it.date));
        }
        let (before, mut after) = (judged(&portfolio), judged(&shifted));
        after.as_of = before.as_of;
        prop_assert_eq!(json(&after), json(&before), "something changed");
        Ok(())
    });
}

#[test]
fn p12_four_years_later_no_flag_is_left() {
    for_all(CASES, portfolios(), |portfolio| {
        let mut later = portfolio;
        let last = later.clients.iter().flat_map(all_dates).max();
        later.as_of = last.unwrap_or(later.as_of) + Days::new(1_461);
        for client in judged(&later).clients {
            let up = [client.flags.dissatisfied, client.flags.never_happy, client.flags.one_way];
            prop_assert_eq!(up, [false; 3], "a flag of {} is still up", client.id);
        }
        Ok(())
    });
}

fn all_dates(client: &Client) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = client.deliverables.iter().map(|it| it.date).collect();
    dates.extend(client.ratings.iter().map(|it| it.date));
    dates.extend(client.obligations.iter().map(|it| it.date));
    dates.extend(client.signals.iter().map(|it| it.date));
    dates.extend(client.complaints.iter().map(|it| it.date));
    dates
}

#[test]
fn p13_the_others_all_turning_unhappy_never_lowers_the_offering_problem() {
    for_all(CASES, (portfolios(), any::<Index>()), |(portfolio, which)| {
        let position = which.index(portfolio.clients.len());
        let mut changed = portfolio.clone();
        for (_, client) in changed.clients.iter_mut().enumerate().filter(|(other, _)| *other != position) {
            client.ratings.iter_mut().for_each(|rating| rating.value = rating.scale.range().0);
        }
        let (before, after) = (judged(&portfolio), judged(&changed));
        let p_offering = |judgement: &Judgement| judgement.clients[position].p_offering;
        prop_assert!(p_offering(&after) >= p_offering(&before) - ROUNDING, "p_offering fell");
        Ok(())
    });
}

#[test]
fn p14_without_ratings_there_is_too_little_or_a_one_way_street() {
    for_all(CASES, (portfolios(), any::<Index>()), |(portfolio, which)| {
        let (_, after) = before_and_after(&portfolio, which, |client| client.ratings.clear());
        let expected = if after.flags.one_way { Verdict::OneWay } else { Verdict::NotEnoughEvidence };
        prop_assert_eq!(after.verdict, expected, "nothing was said");
        Ok(())
    });
}

#[test]
fn p15_the_good_ratings_to_clear_really_clear() {
    let cleared = RefCell::new(0_u32);
    for_all(CASES, portfolios(), |portfolio| {
        for (position, client) in judged(&portfolio).clients.iter().enumerate() {
            prop_assert_eq!(
                client.good_ratings_to_clear.is_some(),
                client.flags.never_happy,
                "when it is given"
            );
            let Some(GoodRatings::Needed(needed)) = client.good_ratings_to_clear else { continue };
            let with = |good: u32| {
                let mut changed = portfolio.clone();
                let date = changed.as_of;
                let ratings = (0..good).map(|_| rating(date, 5, None));
                changed.clients[position].ratings.extend(ratings);
                judged(&changed).clients.swap_remove(position)
            };
            let after = with(needed);
            prop_assert!(after.never_happy < 0.45 && !after.flags.never_happy, "{needed} did not clear");
            // The bar, not the flag: a flag that rose today only would not rise at all with one more good rating.
            prop_assert!(with(needed - 1).never_happy >= 0.45, "fewer than {needed} would have done");
            *cleared.borrow_mut() += 1;
        }
        Ok(())
    });
    assert!(cleared.into_inner() >= 10, "the flag must be up in some of the random portfolios");
}
