//! The sentence a person is told, its numbers, and the records it rests on.

use std::collections::BTreeSet;

use kindly_verdict::Outcome::{Late, Met};
use kindly_verdict::{Argument, ClientVerdict, Evidence, Reason, ReasonKey, RecordKind, SignalKind, Verdict};

use crate::build::{ClientBuilder, client, content_peers, judged, judged_x};
use crate::random::portfolios;

const TODAY: &str = "2024-12-31";

fn never_happy() -> ClientBuilder {
    client("x").delivered_and_rated("2024-01-15", Met, &[2, 1, 2, 2, 1, 2])
}

fn count(reason: &Reason, argument: &str) -> u32 {
    match reason.arguments.get(argument) {
        Some(Argument::Count(count)) => *count,
        other => panic!("{argument} of {:?} should be a count, is {other:?}", reason.key),
    }
}

fn ground(verdict: &ClientVerdict, key: ReasonKey) -> &Reason {
    let found = verdict.reasons.grounds.iter().find(|reason| reason.key == key);
    found.unwrap_or_else(|| panic!("{key:?} should be among the grounds of {:?}", verdict.verdict))
}

fn ids(reason: &Reason, kind: RecordKind) -> Vec<&str> {
    reason.records.iter().filter(|record| record.kind == kind).map(|record| record.id.as_str()).collect()
}

#[test]
fn the_never_happy_sentence_has_its_numbers_and_its_records() {
    let found = judged_x(TODAY, never_happy(), content_peers());
    let headline = &found.reasons.headline;
    assert_eq!(headline.key, ReasonKey::NeverHappy, "the sentence of the verdict");
    for (argument, expected) in
        [("unhappy", 6), ("met", 6), ("peers", 3), ("affected_peers", 0), ("good_ratings", 2)]
    {
        assert_eq!(
            count(headline, argument),
            expected,
            "unhappy after 6 of 6, others are not, 2 would clear: {argument}"
        );
    }
    let unhappy = ground(&found, ReasonKey::UnhappyAfterMet);
    assert_eq!(ids(unhappy, RecordKind::Rating), ["r1", "r2", "r3", "r4", "r5", "r6"], "the ratings");
    assert_eq!(
        ids(unhappy, RecordKind::Deliverable),
        ["d1", "d2", "d3", "d4", "d5", "d6"],
        "what had been delivered"
    );
    assert_eq!(count(ground(&found, ReasonKey::ContentPeers), "content_peers"), 3, "the others are content");
    assert_eq!(
        count(ground(&found, ReasonKey::GoodRatingsToClear), "good_ratings"),
        2,
        "what would change it"
    );
    assert_eq!(found.evidence, Some(Evidence::Good), "six of each, most of the last year");
}

#[test]
fn when_thirty_good_ratings_would_not_do_no_number_is_promised() {
    let many = (0..45).fold(never_happy(), |x, _| x.csat(TODAY, 1));
    let found = judged_x(TODAY, many, content_peers());
    assert_eq!(found.verdict, Verdict::NeverHappy, "51 unhappy ratings");
    assert_eq!(found.reasons.headline.key, ReasonKey::NeverHappyLasting, "the sentence without a promise");
    let arguments: Vec<&str> = found.reasons.headline.arguments.keys().copied().collect();
    assert_eq!(arguments, ReasonKey::NeverHappyLasting.arguments(), "and without its number");
    let promised = found.reasons.grounds.iter().any(|reason| reason.key == ReasonKey::GoodRatingsToClear);
    assert!(!promised, "nor is it among the grounds");
}

#[test]
fn without_links_the_last_met_deliverable_stands_behind() {
    let x = client("x")
        .deliverable("a", "2024-08-01", Met)
        .deliverable("b", "2024-09-01", Met)
        .deliverable("c", "2024-09-05", Late)
        .deliverable("d", "2024-11-01", Met)
        .csat("2024-09-10", 1)
        .csat("2024-10-15", 1)
        .csat("2024-11-05", 1);
    let found = judged_x(TODAY, x, content_peers());
    let unhappy = ground(&found, ReasonKey::UnhappyAfterMet);
    assert_eq!(ids(unhappy, RecordKind::Deliverable), ["b", "d"], "not the late one between");
    assert_eq!(
        (count(unhappy, "unhappy"), count(unhappy, "met")),
        (2, 3),
        "after two of the three that were met"
    );
}

#[test]
fn our_own_part_names_what_we_missed() {
    let x = client("x").delivered_and_rated("2024-01-15", Late, &[1, 2, 1, 2]).deliverable(
        "fine",
        "2024-06-01",
        Met,
    );
    let found = judged_x(TODAY, x, content_peers());
    assert_eq!(found.reasons.headline.key, ReasonKey::OurDeliveryFirst, "the sentence of the verdict");
    for (argument, expected) in
        [("missed", 4), ("deliverables", 5), ("unhappy", 4), ("unhappy_after_missed", 4)]
    {
        assert_eq!(count(&found.reasons.headline, argument), expected, "{argument}");
    }
    let missed = ground(&found, ReasonKey::MissedDeliverables);
    assert_eq!(ids(missed, RecordKind::Deliverable), ["d1", "d2", "d3", "d4"], "what was missed");
    let unhappy = ground(&found, ReasonKey::UnhappyAfterMissed);
    assert_eq!(ids(unhappy, RecordKind::Rating), ["r1", "r2", "r3", "r4"], "what they said then");
}

#[test]
fn a_shared_theme_names_the_complaints_of_the_others_too() {
    let voice = |id: &str| client(id).deliverable("d", "2024-11-01", Met).complaint("2024-12-01", "scope");
    let unmet = client("late").deliverable("d", "2024-11-01", Late).complaint("2024-12-01", "scope");
    let others = vec![voice("a"), voice("b"), voice("c").complaint("2024-12-02", "price"), unmet];
    let found = judged_x(TODAY, never_happy().complaint("2024-12-05", "scope"), others);
    let headline = &found.reasons.headline;
    assert_eq!(headline.key, ReasonKey::OfferingTheme, "the sentence of the verdict");
    assert_eq!(headline.arguments["theme"], Argument::Text("scope".to_owned()), "what it is about");
    assert_eq!((count(headline, "others"), count(headline, "complaining")), (3, 3), "who says so");
    let shared = ground(&found, ReasonKey::SharedTheme);
    let whose: Vec<(&str, &str)> =
        shared.records.iter().map(|record| (record.client.as_str(), record.id.as_str())).collect();
    assert_eq!(
        whose,
        [("x", "c1"), ("a", "c1"), ("b", "c1"), ("c", "c1")],
        "theirs first, then the others' on the same theme, if all had been delivered"
    );
}

#[test]
fn an_offering_that_disappoints_names_the_others() {
    let others =
        ["a", "b", "c", "d"].map(|id| client(id).delivered_and_rated("2024-01-15", Met, &[1, 1, 1, 1, 1]));
    let found = judged_x(TODAY, never_happy(), others.into_iter().collect());
    assert_eq!(found.reasons.headline.key, ReasonKey::OfferingProblem, "the sentence of the verdict");
    let affected = ground(&found, ReasonKey::AffectedPeers);
    assert_eq!(count(affected, "affected_peers"), 4, "all of them");
    assert_eq!(ids(affected, RecordKind::Client), ["a", "b", "c", "d"], "by name");
}

#[test]
fn out_of_balance_names_both_kinds_of_records() {
    let mut x = client("x");
    for date in ["2024-11-01", "2024-11-02", "2024-11-03", "2024-11-04"] {
        x = x.obligation(date, false).signal(date, SignalKind::Blame);
    }
    let found = judged_x(TODAY, x.obligation(TODAY, true), vec![]);
    assert_eq!(found.verdict, Verdict::OneWay, "four broken, four to blame");
    let headline = &found.reasons.headline;
    assert_eq!(
        (count(headline, "broken"), count(headline, "obligations"), count(headline, "signals")),
        (4, 5, 4),
        "its numbers"
    );
    let broken = ground(&found, ReasonKey::BrokenObligations);
    assert_eq!(
        ids(broken, RecordKind::Obligation),
        ["o1", "o2", "o3", "o4"],
        "the broken ones, not the kept one"
    );
    let signals = ground(&found, ReasonKey::BurdenSignals);
    assert_eq!(ids(signals, RecordKind::Signal), ["s1", "s2", "s3", "s4"], "the signals");
    assert_eq!((count(signals, "blame"), count(signals, "threats")), (4, 0), "by kind");
}

#[test]
fn too_little_says_how_much_would_be_enough() {
    let found = judged_x(TODAY, client("x").csat("2024-12-01", 1), vec![]);
    let headline = &found.reasons.headline;
    for (argument, expected) in
        [("ratings", 1), ("deliverables", 0), ("ratings_needed", 3), ("deliverables_needed", 2)]
    {
        assert_eq!(count(headline, argument), expected, "{argument}");
    }
    assert_eq!(found.evidence, None, "too little is no band");
}

#[test]
fn records_without_an_id_are_counted_but_not_named() {
    let mut x = never_happy();
    x.0.ratings[0].id = None;
    let found = judged_x(TODAY, x, content_peers());
    let unhappy = ground(&found, ReasonKey::UnhappyAfterMet);
    assert_eq!(count(unhappy, "days"), 6, "all six count");
    assert_eq!(ids(unhappy, RecordKind::Rating), ["r2", "r3", "r4", "r5", "r6"], "five have a name");
}

#[test]
fn every_reason_has_exactly_the_arguments_of_its_key() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut keys = BTreeSet::new();
    for _ in 0..300 {
        let tree = proptest::strategy::Strategy::new_tree(&portfolios(), &mut runner).expect("a portfolio");
        for client in judged(&proptest::strategy::ValueTree::current(&tree)).clients {
            for reason in std::iter::once(&client.reasons.headline).chain(&client.reasons.grounds) {
                keys.insert(reason.key);
                let found: Vec<&str> = reason.arguments.keys().copied().collect();
                assert_eq!(found, reason.key.arguments(), "the arguments of {:?}", reason.key);
                let json = serde_json::to_value(reason.key).expect("a key serialises");
                assert_eq!(json, reason.key.name(), "the name of a key is that of its JSON");
            }
            let says_something = client.evidence.is_some() == (client.verdict != Verdict::NotEnoughEvidence);
            assert!(says_something, "every verdict but the one on too little has a band");
        }
    }
    let missing: Vec<&ReasonKey> = ReasonKey::ALL.iter().filter(|key| !keys.contains(key)).collect();
    assert_eq!(missing, [&ReasonKey::NeverHappyLasting], "every other key is used by some random portfolio");
}
