//! Portfolio files: the numbers of the method, to four decimals.
use std::{fs, path::PathBuf};

use serde_json::{Map, Value};

use crate::typed::{Desk, bare};

/// Half a unit of the fourth decimal, and a little for the rounding of the expected numbers.
const TOLERANCE: f64 = 5.1e-5;

fn cases() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../verdict/tests/cases");
    let entries = fs::read_dir(folder).expect("the cases of the method lie beside it");
    let mut cases: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    cases.retain(|path| !path.to_string_lossy().ends_with(".expected.json"));
    cases.sort();
    cases
}

fn compare(place: &str, found: &Value, expected: &Value) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let keys = |object: &Map<String, Value>| {
                let mut keys: Vec<String> = object.keys().cloned().collect();
                keys.sort();
                keys
            };
            assert_eq!(keys(found), keys(expected), "{place} has exactly the keys of the format");
            for (key, value) in expected {
                compare(&format!("{place}.{key}"), &found[key], value);
            }
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{place} is as long as expected");
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(&format!("{place}[{index}]"), found, expected);
            }
        }
        (Value::Number(found), Value::Number(expected)) => {
            let number = |number: &serde_json::Number| number.as_f64().expect("JSON numbers fit");
            let (found, expected) = (number(found), number(expected));
            assert!((found - expected).abs() <= TOLERANCE, "{place} is {expected}, not {found}");
        }
        _ => assert_eq!(found, expected, "{place} is as expected"),
    }
}

#[test]
fn every_case_of_the_method_comes_out() {
    let cases = cases();
    assert!(cases.len() >= 18, "all eighteen cases are there, found {}", cases.len());
    for case in cases {
        let file = case.to_str().expect("plain names");
        let answer = bare(&["verdicts", "--portfolio", file, "--json"]);
        assert_eq!(answer.code, Some(0), "{file} can be judged: {}", answer.err);
        let expected =
            fs::read_to_string(file.replace(".json", ".expected.json")).expect("it has an expectation");
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("both are JSON");
        compare(file, &read(&answer.out), &read(&expected));
    }
}

#[test]
fn a_portfolio_is_also_told_in_words() {
    let case =
        cases().into_iter().find(|path| path.ends_with("03_never_happy.json")).expect("the case is there");
    let answer = bare(&["verdicts", "--portfolio", case.to_str().expect("plain names")]);
    assert!(answer.out.contains("Never happy"), "the word of the verdict stands there: {}", answer.out);
    assert!(!answer.out.contains('%') && !answer.out.contains("0."), "no probabilities: {}", answer.out);
}

#[test]
fn a_portfolio_that_is_none_is_refused_in_one_line() {
    let desk = Desk::new();
    let client = |ratings: &str| format!(r#"{{"as_of":"2026-01-31","clients":[{{"id":"c1",{ratings}}}]}}"#);
    for (name, text, names) in [
        ("not JSON", "{".to_owned(), "JSON"),
        ("no day", r#"{"clients":[]}"#.to_owned(), "as_of"),
        ("off scale", client(r#""ratings":[{"date":"2026-01-01","scale":"csat5","value":9}]"#), "9"),
    ] {
        let file = desk.file("portfolio.json", text);
        let said = bare(&["verdicts", "--portfolio", &file]).refusal();
        assert!(said.contains(names), "{name}: the sentence names {names}: {said}");
    }
    let said = bare(&["verdicts", "--portfolio", &desk.typed("missing.json")]).refusal();
    assert!(said.contains("missing.json"), "the file that is not there is named: {said}");
    let latin = desk.file("latin.json", b"{\"caf\xe9\": 1}");
    let said = bare(&["verdicts", "--portfolio", &latin]).refusal();
    assert!(said.contains("UTF-8"), "text in another encoding is said to be: {said}");
}

#[test]
fn a_mark_of_the_encoding_is_no_part_of_the_file() {
    let desk = Desk::new();
    let text = fs::read_to_string(&cases()[0]).expect("a case is readable");
    let judge = |file: &str| bare(&["verdicts", "--json", "--portfolio", file]);
    let (plain, marked) =
        (desk.file("plain.json", &text), desk.file("marked.json", format!("\u{feff}{text}")));
    assert_eq!(judge(&plain).code, Some(0), "the case can be judged");
    assert_eq!(judge(&plain).out, judge(&marked).out, "both files say the same");
}
