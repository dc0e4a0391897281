//! The matrix of themes by clients.

use kindly_verdict::Outcome::{Late, Met};
use kindly_verdict::{
    Complaint, Ongoing, RecordKind, RecordRef, Settings, ThemeClient, ThemeStanding, VerdictError, judge,
    themes,
};
use proptest::prelude::*;

use crate::build::{ClientBuilder, client, portfolio};
use crate::edits::name_records;
use crate::properties::for_all;
use crate::random::portfolios;

const TODAY: &str = "2024-12-31";

fn matrix(clients: Vec<ClientBuilder>) -> Vec<ThemeStanding> {
    themes(&portfolio(TODAY, clients), &Settings::default()).expect("the test's portfolio can be judged")
}

/// Complains about each theme, after everything was delivered.
fn voice(id: &str, about: &[&str]) -> ClientBuilder {
    let delivered = client(id).deliverable("d", "2024-11-01", Met);
    about.iter().fold(delivered, |client, theme| client.complaint("2024-12-01", theme))
}

/// Theme, shared, clients after met, clients in all, needed.
fn rows(matrix: &[ThemeStanding]) -> Vec<(&str, bool, u32, usize, u32)> {
    let row = |it: &ThemeStanding| (it.shared, it.clients_after_met(), it.clients.len(), it.needed);
    let rows = matrix.iter().map(|it| (it.theme.as_str(), row(it)));
    rows.map(|(theme, (shared, met, all, needed))| (theme, shared, met, all, needed)).collect()
}

fn complaint(client: &str, id: &str) -> RecordRef {
    RecordRef { client: client.to_owned(), kind: RecordKind::Complaint, id: id.to_owned() }
}

#[test]
fn complaints_are_told_apart_by_what_was_delivered_when_they_came() {
    let x = client("x")
        .complaint("2024-05-01", "scope")
        .deliverable("d1", "2024-06-01", Met)
        .complaint("2024-06-01", "scope")
        .deliverable("d2", "2024-07-01", Late)
        .complaint("2024-07-02", "scope")
        .complaint("2024-10-15", "scope")
        .complaint("2022-12-31", "scope")
        .complaint("2025-01-01", "scope");
    let found = matrix(vec![x]);
    let expected = ThemeClient {
        client: "x".to_owned(),
        after_met: 1,
        after_missed: 3,
        records: ["c1", "c2", "c3", "c4"].map(|id| complaint("x", id)).to_vec(),
    };
    assert_eq!(
        found[0].clients,
        [expected],
        "before anything was delivered, after all was, after half of it was, after the last was missed; not the one \
         of 731 days ago, nor the one to come"
    );
    assert_eq!(found.len(), 1, "one theme");
}

#[test]
fn shared_themes_come_first_then_those_of_most_clients_then_by_name() {
    let missed = |id: &str, theme: &str| {
        client(id).deliverable("d", "2024-11-01", Late).complaint("2024-12-01", theme)
    };
    let found = matrix(vec![
        voice("a", &["scope"]),
        voice("b", &["scope", "price"]),
        voice("c", &["scope", "alone", "Alone"]),
        voice("d", &["scope"]),
        missed("e", "price"),
        missed("f", "price"),
        missed("g", "price"),
        missed("h", "price"),
    ]);
    // Seven themes of four clients, among six possible ones: P(Bin(4, 7/24) >= 4) = (7/24)^4, times six is .043.
    assert_eq!(
        rows(&found),
        [
            ("scope", true, 4, 4, 3),
            ("price", false, 1, 5, 3),
            ("Alone", false, 1, 1, 3),
            ("alone", false, 1, 1, 3),
        ],
        "four of four complain about the scope although all was delivered; more about the price, but after misses"
    );
}

#[test]
fn within_a_theme_those_who_complain_most_come_first() {
    let found = matrix(vec![voice("c", &["scope"]), voice("b", &["scope", "scope"]), voice("a", &["scope"])]);
    let clients: Vec<(&str, u32)> =
        found[0].clients.iter().map(|client| (client.client.as_str(), client.after_met)).collect();
    assert_eq!(clients, [("b", 2), ("a", 1), ("c", 1)], "by number, then by id");
}

#[test]
fn the_chance_is_that_of_any_theme_and_needs_a_met_complaint() {
    // Six themes are looked at at least; one theme each is one in six. P(Bin(3, 1/6) >= 3) = 1/216,
    // P(Bin(3, 1/6) >= 1) = 1 - (5/6)^3.
    let three = || vec![voice("a", &["scope"]), voice("b", &["scope"]), voice("c", &["scope"])];
    for (clients, expected, why) in [
        (three(), Some(6.0 / 216.0), "three of three"),
        (
            vec![voice("a", &["scope"]), voice("b", &["x"]), voice("c", &["y"])],
            Some(1.0),
            "one of three: certain",
        ),
        (vec![client("a").complaint("2024-12-01", "scope")], None, "nothing was delivered"),
    ] {
        let found = matrix(clients);
        let scope = found.iter().find(|theme| theme.theme == "scope").expect("somebody complained about it");
        let chance = |chance: Option<f64>| chance.map(|chance| (chance * 1e12).round());
        assert_eq!(chance(scope.chance), chance(expected), "{why}");
    }
}

#[test]
fn so_many_clients_are_needed() {
    let rated = |count: usize| {
        let rated = |number| client(&format!("rated {number}")).csat("2024-06-01", 5).csat("2024-06-02", 5);
        (0..count).map(rated)
    };
    for (count, needed, shared, why) in [
        (0, 3, true, "three at least"),
        (12, 3, true, "one in four of twelve is three"),
        (13, 4, false, "one in four of thirteen is more than three"),
        (17, 5, false, "and of seventeen more than four"),
    ] {
        let voices = ["a", "b", "c"].map(|id| voice(id, &["scope"]));
        let found = matrix(rated(count).chain(voices).collect());
        assert_eq!((found[0].needed, found[0].shared), (needed, shared), "{count} rated: {why}");
    }
    let once = matrix(
        (0..13)
            .map(|number| client(&format!("once {number}")).csat("2024-06-01", 5))
            .chain([voice("a", &["scope"])])
            .collect(),
    );
    assert_eq!(once[0].needed, 3, "who was rated once is not asked");
}

#[test]
fn what_cannot_be_judged_is_refused() {
    let twice = portfolio(TODAY, [client("a"), client("a")]);
    let refused = themes(&twice, &Settings::default());
    assert_eq!(refused, Err(VerdictError::ClientTwice { id: "a".to_owned() }), "as judging is");
}

#[test]
fn the_matrix_agrees_with_the_judgement() {
    let shared = std::cell::Cell::new(0);
    for_all(300, (portfolios(), any::<bool>()), |(mut portfolio, dense)| {
        if dense {
            // Everybody has something to say about the price, so that it may be shared.
            for client in &mut portfolio.clients {
                let theme = "price".to_owned();
                client.complaints.push(Complaint { id: None, date: portfolio.as_of, theme });
            }
        }
        portfolio.clients.iter_mut().for_each(name_records);
        let settings = Settings::default();
        let judgement = judge(&portfolio, &settings).expect("it can be judged");
        let matrix = themes(&portfolio, &settings).expect("it can be judged");
        let mut from_matrix: Vec<(String, u32)> = matrix
            .iter()
            .filter(|theme| theme.shared)
            .map(|theme| (theme.theme.clone(), theme.clients_after_met()))
            .collect();
        from_matrix.sort();
        let from_judgement: Vec<(String, u32)> =
            judgement.portfolio.shared_themes.into_iter().map(|theme| (theme.theme, theme.clients)).collect();
        shared.set(shared.get() + from_judgement.len());
        prop_assert_eq!(from_matrix, from_judgement, "the shared themes");

        let cells = matrix.iter().flat_map(|theme| &theme.clients);
        let counted: u32 = cells.clone().map(|client| client.after_met + client.after_missed).sum();
        let named: usize = cells.map(|client| client.records.len()).sum();
        prop_assert_eq!(counted as usize, named, "each complaint that is counted is named");

        let mut ongoing = Ongoing::new(portfolio, settings).expect("it can be judged");
        prop_assert_eq!(ongoing.themes(), matrix, "and the same where the judgement is kept");
        Ok(())
    });
    assert!(shared.get() >= 30, "themes must be shared to be compared, were {} times", shared.get());
}
