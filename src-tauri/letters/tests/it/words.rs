//! The words of the languages: the same sentences with the same facts in each.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn words() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words")
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn kinds() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(words().join("en"))
        .expect("the English words lie in a folder")
        .map(|entry| entry.expect("a folder is read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The names in braces; `_inside` only says where in a sentence a day stands.
fn places(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim_end_matches("_inside").to_owned())
        .collect()
}

/// A sentence in each of its registers.
fn forms(sentence: &Value) -> Vec<&str> {
    match sentence {
        Value::String(text) => vec![text.as_str()],
        Value::Object(registers) => {
            let names: Vec<&str> = registers.keys().map(String::as_str).collect();
            assert_eq!(
                names.iter().collect::<BTreeSet<_>>(),
                BTreeSet::from([&"formal", &"warm"]),
                "{sentence}"
            );
            registers.values().filter_map(Value::as_str).collect()
        }
        other => panic!("a sentence is a text or one for each register, not {other}"),
    }
}

#[test]
fn every_language_says_the_same_sentences_with_the_same_facts() {
    assert_eq!(kinds().len(), 16, "one file a kind");
    for kind in kinds() {
        let english = read(&words().join("en").join(&kind));
        for language in ["de", "fr", "es"] {
            let other = read(&words().join(language).join(&kind));
            let at = format!("{language}/{kind}");
            let empty = Map::new();
            let sentences =
                |of: &Value| of["sentences"].as_object().cloned().unwrap_or_else(|| empty.clone());
            let (ours, theirs) = (sentences(&english), sentences(&other));
            let keys = |of: &Map<String, Value>| of.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(keys(&ours), keys(&theirs), "{at}: the same sentences");
            for (key, sentence) in &ours {
                let expected = places(forms(sentence)[0]);
                for form in forms(&theirs[key]).into_iter().chain(forms(sentence)) {
                    assert_eq!(places(form), expected, "{at}: {key} states the same facts: “{form}”");
                }
            }
            let subject = |of: &Value| places(of["subject"].as_str().unwrap_or_default());
            assert_eq!(subject(&english), subject(&other), "{at}: the subject states the same facts");
            let script = |of: &Value| -> BTreeSet<String> {
                of["script"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .flat_map(places)
                    .collect()
            };
            assert!(script(&other).is_subset(&script(&english)), "{at}: the script states no other facts");
            let lines = other["script"].as_array().map_or(0, Vec::len);
            assert!((5..=12).contains(&lines), "{at}: the script is half a page, not {lines} lines");
            let must_say = |of: &Value| of["must_say"].as_array().is_some_and(|words| !words.is_empty());
            assert_eq!(
                must_say(&english),
                must_say(&other),
                "{at}: a word that must be said is said everywhere"
            );
        }
    }
}

#[test]
fn what_lies_over_other_words_names_only_what_is_there() {
    for (over, under) in [
        ("en-US.json", "en.json"),
        ("en.formal.json", "en.json"),
        ("de.formal.json", "de.json"),
        ("fr.formal.json", "fr.json"),
        ("es.formal.json", "es.json"),
    ] {
        let (over_words, under_words) = (read(&words().join(over)), read(&words().join(under)));
        only_known(over, &over_words, &under_words);
    }
    for kind in fs::read_dir(words().join("en-US")).expect("the American words lie in a folder") {
        let kind = kind.expect("a folder is read").file_name();
        let (over, under) = (read(&words().join("en-US").join(&kind)), read(&words().join("en").join(&kind)));
        only_known(&kind.to_string_lossy(), &over, &under);
    }
}

/// Greetings and closes by title may stand in one register alone.
fn only_known(at: &str, over: &Value, under: &Value) {
    let Value::Object(over) = over else { return };
    for (key, value) in over {
        if ["greetings", "closings"].contains(&key.as_str()) {
            continue;
        }
        let below = under.get(key);
        assert!(below.is_some(), "{at}: “{key}” lies over nothing");
        only_known(&format!("{at}.{key}"), value, below.unwrap_or(&Value::Null));
    }
}
