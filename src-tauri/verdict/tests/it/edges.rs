//! The edges that the method names, each by itself.

use chrono::Days;
use kindly_verdict::Outcome::{Excused, Late, Met, Partial, Pending, Rejected, Unknown};
use kindly_verdict::{Evidence, GoodRatings, PortfolioOutcome, Scale, Settings, SignalKind, Verdict, judge};

use crate::build::{ClientBuilder, client, content_peers, day, judged, judged_x, portfolio};

const TODAY: &str = "2024-12-31";

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-9
}

#[test]
fn each_answer_of_each_scale_is_as_unhappy_as_the_method_says() {
    let table: [(Scale, &[f64]); 3] = [
        (Scale::Csat5, &[1.0, 1.0, 0.5, 0.0, 0.0]),
        (Scale::Nps, &[1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0]),
        (Scale::Ces7, &[1.0, 1.0, 1.0, 0.5, 0.0, 0.0, 0.0]),
    ];
    for (scale, expected) in table {
        let (lowest, highest) = scale.range();
        assert_eq!(usize::from(highest - lowest) + 1, expected.len(), "the range of {}", scale.name());
        for (value, expected) in (lowest..=highest).zip(expected) {
            assert!(close(scale.unhappiness(value), *expected), "{value} on {}", scale.name());
        }
    }
}

#[test]
fn each_outcome_counts_as_the_method_says() {
    for (outcome, met, missed, count) in [
        (Met, 1.0, 0.0, 1),
        (Partial, 0.5, 0.5, 1),
        (Late, 0.0, 1.0, 1),
        (Rejected, 0.0, 1.0, 1),
        (Excused, 0.0, 0.0, 0),
        (Pending, 0.0, 0.0, 0),
        (Unknown, 0.0, 0.0, 0),
    ] {
        let found = judged_x(TODAY, client("x").deliverable("d", TODAY, outcome), vec![]);
        assert!(
            close(found.eff[3], met) && close(found.eff[4], missed),
            "{outcome:?} weighs {:?}",
            found.eff
        );
        assert_eq!(found.deliverables, count, "{outcome:?} is counted or left out");
    }
}

#[test]
fn a_record_weighs_half_after_365_whole_days() {
    for (date, weight, why) in [
        ("2024-12-31", 1.0, "today in full"),
        ("2024-12-30", 0.5_f64.powf(1.0 / 365.0), "a whole day old"),
        ("2024-01-01", 0.5, "365 days in a leap year"),
        ("2023-01-01", 0.25, "730 days are two half-lives"),
        ("2025-01-01", 0.0, "tomorrow is not yet known"),
    ] {
        let found = judged_x(TODAY, client("x").csat(date, 5), vec![]);
        assert!(close(found.eff[2], weight), "a rating of {date} weighs {} ({why})", found.eff[2]);
        assert_eq!(found.ratings, u32::from(weight > 0.0), "and is counted in full if known ({why})");
    }
}

/// `Bm / B` of a client with one unhappy rating: how far we had delivered behind it.
fn behind(x: ClientBuilder) -> Option<f64> {
    let found = judged_x(TODAY, x, vec![]);
    (found.eff[0] > 0.0).then(|| found.eff[1] / found.eff[0])
}

#[test]
fn what_stands_behind_a_rating_without_a_link() {
    let rated = |x: ClientBuilder| x.csat("2024-06-30", 1);
    for (x, expected, why) in [
        (client("x"), None, "nothing delivered, nothing to be unhappy about"),
        (client("x").deliverable("a", "2024-07-01", Met), None, "the next day is too late"),
        (client("x").deliverable("a", "2024-06-30", Met), Some(1.0), "the same day counts"),
        (
            client("x").deliverable("a", "2024-06-30", Met).deliverable("b", "2024-04-02", Late),
            Some(0.5),
            "89 days before is inside",
        ),
        (
            client("x").deliverable("a", "2024-06-30", Met).deliverable("b", "2024-04-01", Late),
            Some(1.0),
            "exactly 90 days before is outside",
        ),
        (
            client("x").deliverable("a", "2024-04-01", Partial).deliverable("b", "2024-03-31", Met),
            Some(0.5),
            "with an empty window the last before counts, and that is 90 days before",
        ),
        (
            client("x")
                .deliverable("a", "2024-01-10", Late)
                .deliverable("b", "2024-01-10", Met)
                .deliverable("c", "2024-01-10", Partial)
                .deliverable("d", "2023-12-01", Late),
            Some(1.0),
            "the best of several on the last day",
        ),
        (
            client("x")
                .deliverable("a", "2024-06-01", Met)
                .deliverable("b", "2024-06-02", Excused)
                .deliverable("c", "2024-06-03", Pending)
                .deliverable("d", "2024-06-04", Unknown),
            Some(1.0),
            "what is left out is not in the mean",
        ),
        (
            client("x").deliverable("a", "2024-01-01", Late).deliverable("b", "2024-06-02", Excused),
            Some(0.0),
            "nor does it make the window non-empty",
        ),
    ] {
        assert_eq!(behind(rated(x)), expected, "{why}");
    }
}

#[test]
fn what_stands_behind_a_rating_with_a_link() {
    let base = || client("x").deliverable("met", "2024-06-01", Met);
    let rated = |x: ClientBuilder, link: &str| x.csat_of("2024-06-30", 1, link);
    for (x, link, expected, why) in [
        (base().deliverable("bad", "2024-05-01", Late), "bad", 0.0, "the linked one alone"),
        (base().deliverable("old", "2020-05-01", Late), "old", 0.0, "however old"),
        (base().deliverable("later", "2024-07-20", Late), "later", 0.0, "though it came after the rating"),
        (base().deliverable("future", "2025-01-01", Late), "future", 1.0, "not while it is to come"),
        (base().deliverable("out", "2024-06-20", Excused), "out", 1.0, "not when it is left out"),
        (base(), "nobody", 1.0, "an unknown id is no link"),
    ] {
        assert_eq!(behind(rated(x, link)), Some(expected), "{why}");
    }
    let others = client("y").deliverable("theirs", "2024-06-20", Late);
    let found = judged_x(TODAY, rated(base(), "theirs"), vec![others]);
    assert!(close(found.eff[0], found.eff[1]), "another client's deliverable is no link");
    let alone = client("x").deliverable("later", "2024-07-20", Partial).csat_of("2024-06-30", 1, "later");
    assert_eq!(behind(alone), Some(0.5), "the linked one stands behind it, though nothing came before");
}

#[test]
fn a_good_rating_counts_in_full_even_before_anything_was_delivered() {
    let found = judged_x(TODAY, client("x").csat(TODAY, 5).csat(TODAY, 3).csat(TODAY, 1), vec![]);
    let expected = [0.0, 0.0, 1.5, 0.0, 0.0];
    let as_expected = found.eff.iter().zip(expected).all(|(found, expected)| close(*found, expected));
    assert!(as_expected, "content and the content half of neutral, nothing else: {:?}", found.eff);
    assert_eq!(found.ratings, 3, "all three are counted");
}

#[test]
fn the_relationship_begins_with_the_start_or_the_first_record() {
    let burden = |x: ClientBuilder| judged_x(TODAY, x, vec![]).p_burden;
    let signalled = || client("x").signal("2024-06-01", SignalKind::Threat);
    let by_record = burden(signalled());
    assert!(close(burden(signalled().start("2024-09-01")), by_record), "a later start changes nothing");
    assert!(burden(signalled().start("2024-01-01")) < by_record, "an earlier one makes it longer");
    assert!(
        close(burden(signalled().deliverable("d", "2020-01-01", Excused)), by_record),
        "a deliverable left out is no record"
    );
    assert!(burden(signalled().complaint("2024-01-01", "scope")) < by_record, "a complaint is one");
    let empty = (-2.0_f64).exp();
    for (x, why) in [
        (client("x"), "no start at all"),
        (client("x").start(TODAY), "it starts today, no day has passed"),
        (client("x").start("2025-06-01"), "it is still to start"),
        (client("x").complaint("2025-06-01", "scope"), "its first record is still to come"),
    ] {
        assert!(close(burden(x), empty), "{why}: no months to set the burden against");
    }
}

#[test]
fn the_burden_points_are_those_of_the_method() {
    // With all signals of today and no time passed, Q(1 + S, 2) tells the points.
    let q = |points: f64| statrs::function::gamma::gamma_ur(1.0 + points, 2.0);
    for (kind, points) in [
        (SignalKind::Concession, 0.5),
        (SignalKind::Blame, 1.0),
        (SignalKind::Disrespect, 1.0),
        (SignalKind::Threat, 1.5),
    ] {
        let found = judged_x(TODAY, client("x").signal(TODAY, kind), vec![]).p_burden;
        assert!(close(found, q(points)), "{kind:?} weighs {points}");
    }
}

#[test]
fn one_loud_client_counts_as_five_observations() {
    let loud = client("y").delivered_and_rated("2024-01-15", Met, &[5; 12]);
    let found = judged_x(TODAY, client("x"), vec![loud]);
    assert!(
        close(found.prior_unhappy, 2.0 / 15.0),
        "ten of the base, five content ones: {}",
        found.prior_unhappy
    );
    assert!(close(found.prior_delivery, 13.5 / 15.0), "ten of the base, five met: {}", found.prior_delivery);
}

#[test]
fn one_way_needs_three_records_by_count() {
    let broken = |count: usize| {
        (0..count).fold(client("x"), |x, _| x.obligation("2024-12-01", false).obligation("2024-12-02", false))
    };
    let two = judged_x(TODAY, broken(1), vec![]);
    assert!(two.one_way < 0.80, "two broken obligations do not reach the bar anyway");
    let four = judged_x(TODAY, broken(2), vec![]);
    assert!(four.one_way_too && four.verdict == Verdict::OneWay, "four do, and need no rating to be told");
    let threats = |count: usize| (0..count).fold(client("x"), |x, _| x.signal(TODAY, SignalKind::Threat));
    for (count, expected) in [(2, false), (3, true)] {
        let found = judged_x(TODAY, threats(count), vec![]);
        assert!(found.one_way >= 0.80, "{count} threats reach the bar: {}", found.one_way);
        assert_eq!(found.one_way_too, expected, "{count} threats are enough by count, or not");
    }
}

#[test]
fn never_happy_needs_days_a_span_and_deliverables() {
    let x = |dates: [&str; 4], deliverables: usize| {
        let x = (0..deliverables).fold(client("x"), |x, index| {
            x.deliverable(&format!("d{index}"), &format!("2024-10-0{}", index + 1), Met)
        });
        dates.into_iter().fold(x, |x, date| x.csat(date, 1).csat(date, 1))
    };
    let spread = ["2024-11-01", "2024-11-20", "2024-12-13", "2024-12-13"];
    for (x, days, up, why) in [
        (x(spread, 3), 3, true, "three days over 42 days, three deliverables"),
        (x(["2024-11-02", "2024-11-20", "2024-12-13", "2024-12-13"], 3), 3, false, "41 days are too few"),
        (x(["2024-11-01", "2024-11-01", "2024-12-13", "2024-12-13"], 3), 2, false, "two days are too few"),
        (x(spread, 2), 3, false, "two deliverables are too few"),
    ] {
        let found = judged_x(TODAY, x, content_peers());
        assert!(found.never_happy >= 0.70, "the bar is reached: {} ({why})", found.never_happy);
        assert_eq!(found.unhappy_after_met, days, "the distinct days ({why})");
        assert_eq!(found.flags.never_happy, up, "{why}");
        assert_eq!(
            found.good_ratings_to_clear.is_some(),
            up,
            "what would change it is told while it is up ({why})"
        );
    }
}

#[test]
fn never_happy_needs_two_others_to_compare_with() {
    let x = || client("x").delivered_and_rated("2024-01-15", Met, &[2, 1, 2, 2, 1, 2]);
    let peers = |count: usize| content_peers().into_iter().take(count).collect::<Vec<_>>();
    for (count, expected) in [(0, Verdict::Watch), (1, Verdict::Watch), (2, Verdict::NeverHappy)] {
        let found = judged_x(TODAY, x(), peers(count));
        assert!(found.flags.never_happy, "the flag is up with {count} others");
        assert_eq!(found.verdict, expected, "the verdict with {count} others");
    }
}

#[test]
fn more_than_thirty_good_ratings_are_told_as_null() {
    let bad = |count: usize| {
        let mut x = client("x").delivered_and_rated("2024-07-15", Met, &[1, 1, 1, 1, 1]);
        for _ in 0..count {
            x = x.csat(TODAY, 1);
        }
        judged_x(TODAY, x, content_peers()).good_ratings_to_clear
    };
    let needed: Vec<Option<GoodRatings>> = (15..45).map(bad).collect();
    assert!(needed.contains(&Some(GoodRatings::Needed(30))), "thirty are told: {needed:?}");
    assert!(needed.contains(&Some(GoodRatings::OutOfReach)), "more are not");
    assert!(!needed.contains(&Some(GoodRatings::Needed(31))), "thirty-one never are");
    let json = serde_json::to_string(&GoodRatings::OutOfReach).expect("a number or null always serialises");
    assert_eq!(json, "null", "out of reach is null in JSON");
}

#[test]
fn a_flag_stays_up_between_its_bars() {
    // Unhappy until spring, then a good word: enough to be below the upper bar, not below the lower one.
    let x = || client("x").delivered_and_rated("2024-01-15", Met, &[2, 1, 2, 2, 1, 2]);
    let raised = judged_x("2024-07-15", x(), content_peers());
    assert!(raised.flags.never_happy, "raised in summer");
    let x = || x().deliverable("late", "2024-07-13", Met).csat_of("2024-07-16", 4, "late");
    let held = judged_x(TODAY, x(), content_peers());
    assert!(held.never_happy < 0.70 && held.flags.never_happy, "held in winter at {}", held.never_happy);
    assert_eq!(held.verdict_at_previous_month_end, Some(Verdict::NeverHappy), "and the month before");
    let cleared = judged_x("2026-12-31", x(), content_peers());
    assert!(cleared.never_happy < 0.45 && !cleared.flags.never_happy, "cleared two years later");
}

#[test]
fn the_last_two_ratings_are_by_day_and_the_unhappier_last() {
    let x = |last: &[(&str, u8)]| {
        let x = client("x").delivered_and_rated("2023-01-15", Met, &[5, 5, 5, 5, 5, 5]);
        last.iter().fold(x, |x, (date, value)| x.csat(date, *value))
    };
    for (last, expected, why) in [
        (&[("2024-12-01", 1), ("2024-12-02", 1)][..], Verdict::Watch, "two unhappy ones"),
        (&[("2024-12-02", 1), ("2024-12-01", 1)][..], Verdict::Watch, "however they are listed"),
        (&[("2024-12-01", 1), ("2024-12-02", 3)][..], Verdict::Healthy, "a neutral one is not unhappy"),
        (
            &[("2024-12-02", 1), ("2024-12-02", 5)][..],
            Verdict::Healthy,
            "on one day the content one is the first",
        ),
        (
            &[("2024-12-02", 1), ("2024-12-02", 5), ("2024-12-02", 1)][..],
            Verdict::Watch,
            "and the two others last",
        ),
    ] {
        assert_eq!(judged_x(TODAY, x(last), content_peers()).verdict, expected, "{why}");
    }
}

#[test]
fn too_little_is_counted_without_what_is_left_out() {
    let rated = |x: ClientBuilder| x.csat("2024-11-01", 5).csat("2024-11-02", 5);
    let two = || client("x").deliverable("a", "2024-10-01", Met).deliverable("b", "2024-10-02", Met);
    let one = || client("x").deliverable("a", "2024-10-01", Met).deliverable("b", "2024-10-02", Pending);
    for (x, expected, why) in [
        (rated(two()), Verdict::NotEnoughEvidence, "two ratings"),
        (rated(two()).csat("2024-11-03", 5), Verdict::Healthy, "three ratings, two deliverables"),
        (rated(one()).csat("2024-11-03", 5), Verdict::NotEnoughEvidence, "one of two is pending"),
        (rated(two()).csat("2025-11-03", 5), Verdict::NotEnoughEvidence, "the third is still to come"),
    ] {
        assert_eq!(judged_x(TODAY, x, content_peers()).verdict, expected, "{why}");
    }
}

#[test]
fn our_own_part_comes_before_the_offering_and_before_theirs() {
    let missed = client("x").delivered_and_rated("2024-01-15", Late, &[1, 1, 1, 1, 1, 1]);
    let found = judged_x(TODAY, missed, content_peers());
    assert!(found.flags.dissatisfied && !found.flags.never_happy, "unhappy, and not although we delivered");
    assert_eq!(found.verdict, Verdict::OurDeliveryFirst, "all of it is explained by our misses");
    // Half explained: one unhappy rating after a met deliverable and one after a missed one, on one day; then a
    // neutral one, behind which stand both.
    let half = client("x")
        .deliverable("good", "2024-12-01", Met)
        .deliverable("bad", "2024-12-01", Late)
        .csat_of("2024-12-05", 1, "good")
        .csat_of("2024-12-05", 1, "bad")
        .csat("2024-12-06", 3);
    let found = judged_x(TODAY, half, content_peers());
    assert!(close(found.explained, 0.5), "half is explained: {}", found.explained);
    assert_eq!(found.verdict, Verdict::OurDeliveryFirst, "half is enough to look at ourselves first");
}

#[test]
fn a_relationship_long_quiet_has_no_flag_even_at_the_limits() {
    // Ten unhappy ratings, 24 broken obligations, 100 threats (150 points) on one day, four years ago.
    let mut x = client("x").deliverable("a", "2024-12-31", Met);
    for index in 0..10 {
        x = x.deliverable(&format!("d{index}"), "2024-12-31", Met).csat("2024-12-31", 1);
    }
    for _ in 0..24 {
        x = x.obligation("2024-12-31", false);
    }
    for _ in 0..100 {
        x = x.signal("2024-12-31", SignalKind::Threat);
    }
    let now = judged(&portfolio(TODAY, [ClientBuilder(x.0.clone())]));
    assert!(now.clients[0].flags.one_way && now.clients[0].flags.dissatisfied, "on the day the flags are up");
    let mut later = portfolio(TODAY, [x]);
    later.as_of = day(TODAY) + Days::new(1_461);
    let flags = judged(&later).clients[0].flags;
    assert!(
        !flags.dissatisfied && !flags.never_happy && !flags.one_way,
        "four years later none is: {flags:?}"
    );
}

#[test]
fn an_empty_portfolio_can_be_judged() {
    let judgement = judged(&portfolio(TODAY, []));
    assert!(judgement.clients.is_empty(), "nobody to judge");
    assert!((judgement.portfolio.p_offering - 8.0 / 27.0).abs() < 1e-9, "only the prior is left");
    assert_eq!(judgement.portfolio.verdict, PortfolioOutcome::Ok, "and the offering is not to blame");
}

#[test]
fn the_two_settings_move_what_they_should() {
    let x = client("x").deliverable("a", TODAY, Met).deliverable("b", TODAY, Late).csat("2024-01-01", 5);
    let one = portfolio(TODAY, [x]);
    let with = |half_life_days: f64, delivery_bar: f64| {
        let settings = Settings { half_life_days, delivery_bar };
        judge(&one, &settings).expect("these settings have a meaning").clients.swap_remove(0)
    };
    let usual = with(365.0, 0.70);
    assert!(close(with(730.0, 0.70).eff[2], 0.5_f64.sqrt()), "a longer half-life keeps the past longer");
    assert!(with(365.0, 0.50).p_delivers > usual.p_delivers, "a lower bar is passed more easily");
    assert!(
        close(with(365.0, 0.50).p_obligations, usual.p_obligations),
        "it is not the bar of their obligations"
    );
}

#[test]
fn evidence_counts_the_days_of_answers_and_not_the_answers() {
    let delivered = || {
        (1..=5).fold(client("x"), |client, day| {
            client.deliverable(&format!("d{day}"), &format!("2024-10-0{day}"), Met)
        })
    };
    let on = |days: [&str; 5]| days.into_iter().fold(delivered(), |client, day| client.csat(day, 5));
    for (days, expected, why) in [
        (["2024-11-01", "2024-11-02", "2024-11-03", "2024-11-04", "2024-11-05"], Evidence::Good, "five days"),
        (["2024-11-01", "2024-11-02", "2024-11-03", "2024-11-04", "2024-11-04"], Evidence::Some, "four days"),
        (["2024-11-01"; 5], Evidence::Some, "one day, five times"),
    ] {
        assert_eq!(judged_x(TODAY, on(days), content_peers()).evidence, Some(expected), "{why}");
    }
}
