//! The edges of shared themes of complaint.

use kindly_verdict::Outcome::{Late, Met};
use kindly_verdict::{PortfolioOutcome, SharedTheme, Verdict};
use statrs::function::beta::beta_reg;

use crate::build::{ClientBuilder, client, judged, judged_x, portfolio};

const TODAY: &str = "2024-12-31";

/// Somebody to whom everything was delivered, complaining about these themes.
fn voice(id: &str, themes: &[&str]) -> ClientBuilder {
    let delivered = client(id).deliverable("d", "2024-11-01", Met);
    themes.iter().fold(delivered, |client, theme| client.complaint("2024-12-01", theme))
}

fn theme(x: ClientBuilder, others: Vec<ClientBuilder>) -> Option<(String, u32, f64)> {
    judged_x(TODAY, x, others).theme.map(|theme| (theme.theme, theme.others, theme.chance))
}

fn name_and_count(x: ClientBuilder, others: Vec<ClientBuilder>) -> Option<(String, u32)> {
    theme(x, others).map(|(name, others, _)| (name, others))
}

#[test]
fn a_theme_is_own_from_two_in_five_complaints_on() {
    let others = || vec![voice("a", &["scope"]), voice("b", &["scope"])];
    for (mine, expected, why) in [
        (&["scope", "scope", "v", "w", "y"][..], Some(("scope".to_owned(), 2)), "two of five"),
        (&["scope", "v", "w"][..], None, "one of three is less"),
        (&["scope", "v"][..], Some(("scope".to_owned(), 2)), "one of two is more"),
        (&[][..], None, "without a complaint there is no theme"),
        (&["Scope"][..], None, "names are compared letter by letter"),
    ] {
        assert_eq!(name_and_count(voice("x", mine), others()), expected, "{why}");
    }
    let unmet = client("x").deliverable("d", "2024-11-01", Late).complaint("2024-12-01", "scope");
    assert!(name_and_count(unmet, others()).is_some(), "the client's own complaints count met or not");
}

#[test]
fn others_count_once_each_and_only_when_all_was_delivered() {
    let x = || voice("x", &["scope"]);
    let none = |id: &str| client(id).complaint("2024-12-01", "scope");
    let half = |id: &str| {
        let both = client(id).deliverable("d", "2024-11-01", Met).deliverable("e", "2024-11-02", Late);
        both.complaint("2024-12-01", "scope")
    };
    let two = || vec![voice("a", &["scope", "scope"]), voice("b", &["scope"])];
    for (more, expected, why) in [
        (vec![], Some(2), "two others"),
        (vec![none("c")], Some(2), "one to whom nothing was delivered"),
        (vec![half("c")], Some(2), "one to whom half was delivered"),
        (vec![voice("c", &["scope"])], Some(3), "a third"),
    ] {
        let others = two().into_iter().chain(more).collect();
        assert_eq!(name_and_count(x(), others).map(|(_, others)| others), expected, "{why}");
    }
    assert_eq!(name_and_count(x(), vec![voice("a", &["scope"])]), None, "one other is too few");
}

#[test]
fn a_complaint_speaks_for_730_days() {
    let old = |id: &str, date: &str| client(id).deliverable("d", "2022-12-01", Met).complaint(date, "scope");
    for (date, expected) in [("2023-01-01", true), ("2022-12-31", false), ("2025-01-01", false)] {
        let others = vec![old("a", date), old("b", date)];
        let found = name_and_count(voice("x", &["scope"]), others).is_some();
        assert_eq!(found, expected, "others' complaints of {date}");
        let others = vec![voice("a", &["scope"]), voice("b", &["scope"])];
        let found = name_and_count(old("x", date), others).is_some();
        assert_eq!(found, expected, "the client's own complaint of {date}");
    }
}

#[test]
fn a_theme_needs_one_in_four_of_the_rated_others() {
    let rated = |id: &str| client(id).csat("2024-06-01", 5).csat("2024-06-02", 5);
    let ids = ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"];
    for (count, expected) in [(8, true), (9, false)] {
        let mut others = vec![voice("a", &["scope"]), voice("b", &["scope"])];
        others.extend(ids[..count].iter().map(|id| rated(id)));
        let found = name_and_count(voice("x", &["scope"]), others).is_some();
        assert_eq!(found, expected, "two of {count} rated others (those who complain need no ratings)");
    }
}

#[test]
fn the_most_shared_theme_counts_and_ties_go_to_the_first_by_code_point() {
    let x = || voice("x", &["b", "Z"]);
    let tie = vec![voice("a", &["b", "Z"]), voice("c", &["b", "Z"])];
    assert_eq!(name_and_count(x(), tie), Some(("Z".to_owned(), 2)), "capital letters come first");
    let more = vec![voice("a", &["b", "Z"]), voice("c", &["b", "Z"]), voice("d", &["b"])];
    assert_eq!(name_and_count(x(), more), Some(("b".to_owned(), 3)), "three are more than two");
    let accents = || voice("x", &["é", "z"]);
    let tie = vec![voice("a", &["é", "z"]), voice("c", &["é", "z"])];
    assert_eq!(name_and_count(accents(), tie), Some(("z".to_owned(), 2)), "no alphabet, code points");
}

#[test]
fn the_chance_is_that_of_the_binomial() {
    let at_least = |k: f64, n: f64, p: f64| beta_reg(k, n - k + 1.0, p);
    let three = || vec![voice("a", &["scope"]), voice("b", &["scope"]), voice("c", &["other"])];
    let many = || voice("a", &["scope", "t1", "t2", "t3", "t4", "t5", "t6"]);
    for (x, others, expected, why) in [
        (voice("x", &["scope"]), three(), at_least(2.0, 3.0, 1.0 / 6.0), "six themes at least"),
        (
            voice("x", &["scope"]),
            vec![many(), voice("b", &["scope"])],
            at_least(2.0, 2.0, 4.0 / 7.0),
            "seven themes named, four each on average",
        ),
        (
            voice("x", &["scope", "own", "scope"]),
            vec![many(), voice("b", &["scope"])],
            at_least(2.0, 2.0, 4.0 / 8.0),
            "the client's own theme is an eighth",
        ),
        (
            voice("x", &["scope"]),
            vec![many(), voice("b", &["scope", "t1", "t2", "t3", "t4", "t5", "t6"])],
            at_least(2.0, 2.0, 0.9),
            "nine in ten at most",
        ),
    ] {
        let found = theme(x, others).expect("scope is shared by two").2;
        assert!((found - expected).abs() < 1e-12, "{why}: {expected}, found {found}");
    }
}

#[test]
fn a_shared_theme_turns_the_blame_to_the_offering() {
    let unhappy = || client("x").delivered_and_rated("2024-01-15", Met, &[2, 1, 2, 2, 1, 2]);
    let others =
        |themes: [&[&str]; 3]| vec![voice("a", themes[0]), voice("b", themes[1]), voice("c", themes[2])];
    let shared = others([&["scope"], &["scope"], &["scope"]]);
    let found = judged_x(TODAY, unhappy().complaint("2024-12-01", "scope"), shared);
    assert_eq!(found.verdict, Verdict::OfferingProblem, "three of three others say the same");
    let all_talk = ["scope", "t1", "t2", "t3", "t4"];
    let chance = others([&all_talk, &all_talk, &["scope"]]);
    let found = judged_x(TODAY, unhappy().complaint("2024-12-01", "scope"), chance);
    let theme = found.theme.expect("the candidate is told even when chance explains it");
    assert!(theme.chance > 0.10, "those who complain about everything prove little: {}", theme.chance);
    assert_eq!(found.verdict, Verdict::Watch, "so it is no excuse, and without rated others no blame");
}

#[test]
fn the_portfolio_lists_its_shared_themes_by_name() {
    let shared = |clients: Vec<ClientBuilder>| judged(&portfolio(TODAY, clients)).portfolio;
    let four = || ["a", "b", "c", "d"].map(|id| voice(id, &["scope"])).into_iter().collect::<Vec<_>>();
    let found = shared(four());
    let scope = SharedTheme { theme: "scope".to_owned(), clients: 4, of: 4 };
    assert_eq!(found.shared_themes, [scope], "four of four share it");
    assert_eq!(found.rated_clients, 0, "none of them was rated");
    assert_eq!(found.verdict, PortfolioOutcome::Ok, "so it is listed, but the offering is not judged");

    let rated = |client: ClientBuilder| client.csat("2024-12-01", 5).csat("2024-12-02", 5);
    let found = shared(four().into_iter().map(rated).collect());
    assert_eq!(found.verdict, PortfolioOutcome::OfferingProblem, "with ratings it is");

    let two_themes = ["a", "b", "c", "d", "e"].map(|id| voice(id, &["zeal", "Ärger"]));
    let names: Vec<String> =
        shared(two_themes.into_iter().collect()).shared_themes.into_iter().map(|theme| theme.theme).collect();
    assert_eq!(names, ["zeal", "Ärger"], "by code point");

    let three = || four().into_iter().take(3).collect::<Vec<_>>();
    assert_eq!(shared(three()).shared_themes.len(), 1, "three of three at one in six is no chance");
    let and = |ids: &[&str]| three().into_iter().chain(ids.iter().map(|id| voice(id, &["other"]))).collect();
    // The chance of at least 3 in n at one in six is .0162 and .0355; times six themes that is .097 and .213.
    assert_eq!(shared(and(&["e"])).shared_themes.len(), 1, "three of four is just within one in ten");
    assert_eq!(
        shared(and(&["e", "f"])).shared_themes.len(),
        0,
        "three of five may be chance: any theme had one"
    );
}
