//! Wrong portfolios are refused with one clear sentence that names the item and the mend.

use chrono::NaiveDate;
use kindly_verdict::{Client, Portfolio, Rating, Scale, Settings, VerdictError, judge};

use crate::build::{client, portfolio};

/// A portfolio with one client who has this among their fields.
fn with(fields: &str) -> String {
    format!(r#"{{"as_of": "2024-12-31", "clients": [{{"id": "x", {fields}}}]}}"#)
}

fn check_refusal(text: &str, expected: &str) {
    let error = Portfolio::from_json(text).expect_err("a wrong portfolio must be refused");
    assert_eq!(error.to_string(), expected, "the sentence must name the item and the mend");
}

#[test]
fn wrong_ratings_are_refused_in_one_sentence() {
    let rating = |rest: &str| with(&format!(r#""ratings": [{{"date": "2024-05-01", {rest}}}]"#));
    for (text, expected) in [
        (
            rating(r#""scale": "stars", "value": 3"#),
            r#"client "x", rating 1 has "stars" as scale, please give csat5, nps or ces7"#,
        ),
        (
            rating(r#""value": 3"#),
            r#"client "x", rating 1 has nothing as scale, please give csat5, nps or ces7"#,
        ),
        (
            rating(r#""scale": null, "value": 3"#),
            r#"client "x", rating 1 has null as scale, please give csat5, nps or ces7"#,
        ),
        (
            rating(r#""scale": "csat5", "value": 9"#),
            r#"client "x", rating 1 has the value 9, please give 1 to 5, the range of csat5"#,
        ),
        (
            rating(r#""scale": "csat5", "value": 0"#),
            r#"client "x", rating 1 has the value 0, please give 1 to 5, the range of csat5"#,
        ),
        (
            rating(r#""scale": "nps", "value": -1"#),
            r#"client "x", rating 1 has the value -1, please give 0 to 10, the range of nps"#,
        ),
        (
            rating(r#""scale": "ces7", "value": 8"#),
            r#"client "x", rating 1 has the value 8, please give 1 to 7, the range of ces7"#,
        ),
        (
            rating(r#""scale": "csat5", "value": 3.5"#),
            r#"client "x", rating 1 has the value 3.5, please give a whole number"#,
        ),
        (
            rating(r#""scale": "csat5", "value": "3""#),
            r#"client "x", rating 1 has the value "3", please give a whole number"#,
        ),
        (
            rating(r#""scale": "csat5", "value": true"#),
            r#"client "x", rating 1 has the value true, please give a whole number"#,
        ),
        (rating(r#""scale": "csat5""#), r#"client "x", rating 1 has no value, please give a whole number"#),
        (
            rating(r#""scale": "csat5", "value": 3, "deliverable": 7"#),
            r#"client "x", rating 1 has 7 as deliverable, please give a text"#,
        ),
    ] {
        check_refusal(&text, expected);
    }
}

#[test]
fn wrong_records_are_refused_in_one_sentence() {
    let dated = |date: &str| with(&format!(r#""obligations": [{{"date": {date}, "kept": true}}]"#));
    for (text, expected) in [
        (
            with(r#""signals": [{"date": "2024-05-01", "kind": "pressure"}]"#),
            r#"client "x", signal 1 has "pressure" as kind, please give concession, blame, disrespect or threat"#,
        ),
        (
            with(r#""signals": [{"date": "2024-05-01"}]"#),
            r#"client "x", signal 1 has nothing as kind, please give concession, blame, disrespect or threat"#,
        ),
        (
            dated(r#""2023-02-29""#),
            r#"client "x", obligation 1 has the impossible date "2023-02-29", please give a day as YYYY-MM-DD"#,
        ),
        (
            dated(r#""2024-5-1""#),
            r#"client "x", obligation 1 has the impossible date "2024-5-1", please give a day as YYYY-MM-DD"#,
        ),
        (
            dated("20240501"),
            r#"client "x", obligation 1 has the impossible date 20240501, please give a day as YYYY-MM-DD"#,
        ),
        (dated("null"), r#"client "x", obligation 1 has no date, please give a day as YYYY-MM-DD"#),
        (
            with(r#""start": "2024-13-01""#),
            r#"client "x" has the impossible start "2024-13-01", please give a day as YYYY-MM-DD"#,
        ),
        (
            with(r#""obligations": [{"date": "2024-05-01", "kept": "yes"}]"#),
            r#"client "x", obligation 1 has "yes" as kept, please give true or false"#,
        ),
        (
            with(r#""complaints": [{"date": "2024-05-01"}]"#),
            r#"client "x", complaint 1 has no theme, please give a text"#,
        ),
        (with(r#""ratings": {}"#), r#"client "x" has {} as ratings, please give a list in brackets"#),
        (
            with(r#""ratings": [5]"#),
            r#"client "x", rating 1 has 5 as content, please give an object in braces"#,
        ),
        (
            with(
                r#""deliverables": [{"id": "d", "date": "2024-05-01", "outcome": "met"},
                                    {"id": "d", "date": "2030-05-01", "outcome": "excused"}]"#,
            ),
            r#"client "x" has deliverable "d" twice, please give each deliverable an id of its own"#,
        ),
        (
            r#"{"as_of": "2024-12-31", "clients": [{"id": "x"}, {"id": "y"}, {"id": "x"}]}"#.to_owned(),
            r#"client "x" stands in the portfolio twice, please give each client an id of its own"#,
        ),
        (
            r#"{"as_of": "2024-12-31", "clients": [{"start": null}]}"#.to_owned(),
            "client 1 has no id, please give a text",
        ),
        (r#"{"clients": []}"#.to_owned(), "the portfolio has no as_of, please give a day as YYYY-MM-DD"),
        (
            r#"{"as_of": "yesterday"}"#.to_owned(),
            r#"the portfolio has the impossible as_of "yesterday", please give a day as YYYY-MM-DD"#,
        ),
        ("[]".to_owned(), "the portfolio has [] as content, please give an object in braces"),
    ] {
        check_refusal(&text, expected);
    }
}

#[test]
fn records_still_to_come_are_checked_all_the_same() {
    let text = with(r#""ratings": [{"date": "2030-05-01", "scale": "csat5", "value": 9}]"#);
    let refused = matches!(Portfolio::from_json(&text), Err(VerdictError::OffScale { .. }));
    assert!(refused, "a slip is a slip, though it does not count yet");
}

#[test]
fn what_is_no_json_says_where() {
    let error = Portfolio::from_json("{\"as_of\": ").expect_err("half a file must be refused");
    assert!(error.to_string().contains("line 1"), "the place in the file is named: {error}");
}

#[test]
fn what_loses_nothing_is_read() {
    for (text, why) in [
        (r#"{"as_of": "2024-12-31"}"#.to_owned(), "the list of clients may be missing"),
        (r#"{"as_of": "2024-12-31", "clients": null}"#.to_owned(), "or null"),
        (
            with(
                r#""start": null, "deliverables": null, "ratings": null, "obligations": null, "signals": null,
                   "complaints": null"#,
            ),
            "every list may be null",
        ),
        (
            with(
                r#""ratings": [{"date": "2024-05-01", "scale": "csat5", "value": 4.0, "deliverable": null}]"#,
            ),
            "4.0 is whole, and a link may be null",
        ),
        (
            with(
                r#""deliverables": [{"id": "d", "date": "2024-05-01", "outcome": "mislaid"}], "mood": "good""#,
            ),
            "an unknown outcome is left out, an unknown key passed over",
        ),
        (
            with(r#""deliverables": [{"id": "d", "date": "2024-05-01"}]"#),
            "no outcome yet is an unknown outcome",
        ),
    ] {
        let portfolio = Portfolio::from_json(&text).unwrap_or_else(|error| panic!("{why}, but: {error}"));
        let judgement = judge(&portfolio, &Settings::default()).expect("what is read can be judged");
        assert!(
            judgement.clients.iter().all(|client| client.deliverables == 0),
            "nothing here counts: {why}"
        );
    }
}

#[test]
fn a_portfolio_that_was_not_read_from_text_is_checked_too() {
    let twice = portfolio("2024-12-31", [client("x"), client("x")]);
    assert_eq!(
        judge(&twice, &Settings::default()),
        Err(VerdictError::ClientTwice { id: "x".to_owned() }),
        "ids must be unique however the portfolio was made"
    );
    let rating =
        Rating { id: None, date: NaiveDate::default(), scale: Scale::Csat5, value: 9, deliverable: None };
    let off_scale = Portfolio {
        as_of: NaiveDate::default(),
        clients: vec![Client { id: "x".to_owned(), ratings: vec![rating], ..Client::default() }],
    };
    let refused = matches!(judge(&off_scale, &Settings::default()), Err(VerdictError::OffScale { .. }));
    assert!(refused, "a value must be on its scale however the portfolio was made");
}

#[test]
fn settings_without_meaning_are_refused() {
    let nobody = portfolio("2024-12-31", []);
    for (half_life_days, delivery_bar, why) in [
        (0.0, 0.7, "nothing would count"),
        (-1.0, 0.7, "old records would count more than new ones"),
        (f64::NAN, 0.7, "nothing could be weighed"),
        (f64::INFINITY, 0.7, "nothing would ever fade"),
        (365.0, 0.0, "everybody would pass"),
        (365.0, 1.0, "nobody would pass"),
        (365.0, f64::NAN, "nobody could tell"),
    ] {
        let settings = Settings { half_life_days, delivery_bar };
        assert!(
            judge(&nobody, &settings).is_err(),
            "{half_life_days} and {delivery_bar} must be refused: {why}"
        );
    }
}
