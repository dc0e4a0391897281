//! Whole portfolios with what must come out, to four decimals.

use std::fs;
use std::path::PathBuf;

use kindly_verdict::{Portfolio, Settings, judge};
use serde_json::Value;

/// Half a unit of the fourth decimal, and a little for the rounding of the expected numbers.
const TOLERANCE: f64 = 5.1e-5;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn compare(path: &str, found: &Value, expected: &Value) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let keys = |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            let (mut found_keys, mut expected_keys) = (keys(found), keys(expected));
            found_keys.sort();
            expected_keys.sort();
            assert_eq!(found_keys, expected_keys, "{path} must have exactly the keys of the format");
            for (key, value) in expected {
                compare(&format!("{path}.{key}"), &found[key], value);
            }
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{path} must be as long as expected");
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(&format!("{path}[{index}]"), found, expected);
            }
        }
        (Value::Number(found), Value::Number(expected)) => {
            let number = |number: &serde_json::Number| number.as_f64().expect("JSON numbers fit");
            let (found, expected) = (number(found), number(expected));
            assert!((found - expected).abs() <= TOLERANCE, "{path} must be {expected}, is {found}");
        }
        _ => assert_eq!(found, expected, "{path} must be as expected"),
    }
}

#[test]
fn every_written_case_comes_out_as_expected() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("the cases lie beside this test")
        .map(|entry| entry.expect("the folder can be read").file_name().into_string().expect("plain names"))
        .filter(|name| !name.ends_with(".expected.json"))
        .collect();
    names.sort();
    assert!(names.len() >= 18, "all eighteen cases must be there, found {}", names.len());
    for name in names {
        let read = |name: &str| fs::read_to_string(folder().join(name)).expect("a case is readable");
        let portfolio = Portfolio::from_json(&read(&name)).expect("a case is a correct portfolio");
        let judgement = judge(&portfolio, &Settings::default()).expect("a case can be judged");
        let found = serde_json::to_value(&judgement).expect("a judgement always serialises");
        let expected: Value = serde_json::from_str(&read(&name.replace(".json", ".expected.json")))
            .expect("the expected judgement is JSON");
        compare(&name, &found, &expected);
    }
}
