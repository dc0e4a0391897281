//! `docs/method.md` must tell the truth: its example is read, judged and compared, and its names exist.

use std::fs;
use std::path::PathBuf;

use kindly_verdict::{Portfolio, Verdict};
use serde_json::Value;

use crate::build::judged;

fn document() -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/method.md");
    fs::read_to_string(path).expect("the method is documented")
}

/// The JSON blocks of the document, in order.
fn json_blocks(document: &str) -> Vec<&str> {
    let blocks = document.split("```json\n").skip(1);
    blocks.map(|rest| rest.split("```").next().expect("a split has a first part")).collect()
}

#[test]
fn the_example_gives_the_verdict_beside_it() {
    let document = document();
    let [input, output] = json_blocks(&document)[..] else {
        panic!("one portfolio and one verdict are shown")
    };
    let portfolio = Portfolio::from_json(input).expect("the example is a correct portfolio");
    let found = serde_json::to_value(judged(&portfolio)).expect("a judgement always serialises");
    let expected: Value = serde_json::from_str(output).expect("the verdict shown is JSON");
    for (place, found, expected) in [
        ("portfolio", &found["portfolio"], &expected["portfolio"]),
        ("client", &found["clients"][0], &expected["clients"][0]),
    ] {
        let (found, expected) =
            (found.as_object().expect("an object"), expected.as_object().expect("an object"));
        assert_eq!(found.len(), expected.len(), "every key of the {place} is shown");
        for (key, shown) in expected {
            assert_eq!(&rounded(&found[key]), shown, "{key} of the {place} as shown");
        }
    }
}

#[test]
fn every_verdict_is_explained() {
    let document = document();
    for verdict in Verdict::ALL {
        assert!(document.contains(&format!("`{}`", verdict.name())), "{} is explained", verdict.name());
    }
}

/// To four decimals, as the document shows numbers.
fn rounded(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(rounded).collect(),
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().expect("it is one");
            Value::from((number * 1e4).round() / 1e4)
        }
        other => other.clone(),
    }
}
