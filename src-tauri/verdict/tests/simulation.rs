//! The simulation of `benches/simulation.rs` as a test, and its page held against what it gives.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use kindly_verdict::{Settings, Verdict};

#[path = "../benches/simulation/mod.rs"]
mod simulation;

use simulation::{Found, Outcome, Rule, Truth, World, report};

/// As many as in the benchmark: that takes two seconds in a development build.
const PRACTICES: u32 = 250;

static OUTCOME: LazyLock<Outcome> =
    LazyLock::new(|| simulation::run(0..PRACTICES, World::Mixed, &Settings::default()));

#[test]
fn the_method_beats_every_rule_of_thumb_on_precision_and_on_false_flags() {
    let outcome = &*OUTCOME;
    assert_eq!(
        outcome.shortfalls(),
        Vec::<String>::new(),
        "the method is right more often, and blames fewer"
    );

    let naive = outcome.scores.iter().filter(|(rule, _)| rule.is_naive()).count();
    assert_eq!(naive, 4, "it is held against four rules of thumb");
    for (rule, score) in &outcome.scores {
        assert!(score.precision().is_some(), "\"{}\" flags somebody, so it was really tried", rule.name());
        assert!(score.recall() <= score.ever_found(), "who is flagged at the end was flagged at some time");
    }
}

#[test]
fn being_careful_does_not_mean_finding_nobody() {
    let outcome = &*OUTCOME;
    let (rule, method) = &outcome.scores[0];
    assert_eq!(*rule, Rule::Method, "the method comes first");
    assert!(method.recall() >= 0.25, "a quarter at least is found at the end, not {:.2}", method.recall());
    let answers = method.median_answers().expect("somebody is found");
    assert!(
        (3..=10).contains(&answers),
        "found after no fewer than three answers, and ten at most: {answers}"
    );
    for truth in [Truth::Content, Truth::WeMiss, Truth::LateStarter] {
        assert_eq!(method.falsely_flagged_of(truth), 0, "nobody is blamed who is {truth:?}");
    }
}

#[test]
fn where_nobody_is_never_happy_hardly_anybody_is_flagged() {
    let outcome = simulation::run(0..60, World::NobodyNeverHappy, &Settings::default());
    assert_eq!(outcome.confusion.clients_who_are(Truth::NeverHappy), 0, "there is nobody to be found");
    let (_, method) = &outcome.scores[0];
    assert!(
        method.falsely_flagged() < 0.04,
        "nearly nobody is blamed for nothing, not {:.3}",
        method.falsely_flagged()
    );
    for (rule, score) in outcome.scores.iter().filter(|(rule, _)| rule.is_naive()) {
        assert!(
            score.falsely_flagged() > 3.0 * method.falsely_flagged(),
            "\"{}\" flags several times as many",
            rule.name()
        );
    }
}

#[test]
fn a_method_that_flags_nobody_has_not_won() {
    let nobody_delivers_that_well = Settings { delivery_bar: 0.999, ..Settings::default() };
    let outcome = simulation::run(0..5, World::Mixed, &nobody_delivers_that_well);
    assert_eq!(outcome.scores[0].1.precision(), None, "nobody is flagged");
    let shortfalls = outcome.shortfalls();
    assert_eq!(shortfalls.len(), 4, "it falls short of each rule of thumb: {shortfalls:?}");
}

#[test]
fn every_client_is_counted_once_and_every_truth_occurs() {
    let outcome = &*OUTCOME;
    let clients = outcome.scores[0].1.clients();
    assert!(clients >= 5 * PRACTICES as usize, "a practice has five clients at least");
    for (rule, score) in &outcome.scores {
        assert_eq!(score.clients(), clients, "\"{}\" is asked about every client", rule.name());
    }
    for (truth, row) in Truth::ALL.into_iter().zip(&outcome.confusion.counts) {
        assert!(row.iter().sum::<usize>() > 0, "some client is {truth:?}");
    }
    let judged: usize = outcome.confusion.counts.iter().flatten().sum();
    assert_eq!(judged, clients, "each client has one verdict at the end");

    let expected = Found {
        clients: outcome.confusion.clients_who_are(Truth::NeverHappy),
        flagged: outcome.confusion.judged(Truth::NeverHappy, Verdict::NeverHappy),
    };
    for bands in [outcome.found_by_quality, outcome.found_by_answers] {
        let sum = |count: fn(&Found) -> usize| bands.iter().map(count).sum::<usize>();
        let counted = Found { clients: sum(|found| found.clients), flagged: sum(|found| found.flagged) };
        assert_eq!(counted, expected, "the bands hold each never-happy client once");
    }
}

#[test]
fn the_same_seeds_give_the_same_outcome() {
    let outcome = || simulation::run(0..5, World::Mixed, &Settings::default());
    assert_eq!(outcome(), outcome(), "nothing but the seeds decides");
}

#[test]
fn the_page_shows_what_the_simulation_gives() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/how-well.md");
    let page = fs::read_to_string(path).expect("how well the method does is documented");
    for table in [
        report::comparison(PRACTICES, &OUTCOME),
        report::false_flags(&OUTCOME),
        report::confusion(&OUTCOME),
        report::found(&OUTCOME),
    ] {
        let rows = table.iter().filter(|line| line.starts_with("| ")).skip(1);
        for row in rows {
            assert!(page.lines().any(|line| line == row), "docs/how-well.md has no longer the row {row}");
        }
    }
}
