//! The tone check over sentences that it must and must not find: `tone_cases/<language>.json`.

use kindly_letters::{Guarded, Kind, Language, ToneContext, ToneFinding, ToneKind, tone};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    must: Vec<Must>,
    must_not: Vec<MustNot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Must {
    kind: ToneKind,
    text: String,
    /// The words found, where the case is about where they end.
    words: Option<String>,
    rewording: Option<String>,
    letter: Option<Kind>,
    #[serde(default)]
    allowed: Vec<String>,
    #[serde(default)]
    others: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum MustNot {
    Plain(String),
    With(Box<With>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct With {
    text: String,
    letter: Option<Kind>,
    #[serde(default)]
    allowed: Vec<String>,
    #[serde(default)]
    others: Vec<String>,
}

#[test]
fn english() {
    check(Language::EnglishUk, include_str!("tone_cases/en.json"));
}

#[test]
fn american() {
    check(Language::EnglishUs, include_str!("tone_cases/en.json"));
}

#[test]
fn german() {
    check(Language::German, include_str!("tone_cases/de.json"));
}

#[test]
fn french() {
    check(Language::French, include_str!("tone_cases/fr.json"));
}

#[test]
fn spanish() {
    check(Language::Spanish, include_str!("tone_cases/es.json"));
}

fn check(language: Language, json: &str) {
    let cases: Cases = serde_json::from_str(json).expect("the cases are readable");
    let mut wrong: Vec<String> = Vec::new();
    for case in &cases.must {
        wrong.extend(missed(language, case));
    }
    for case in &cases.must_not {
        let (text, letter, allowed, others) = match case {
            MustNot::Plain(text) => (text, None, [].as_slice(), [].as_slice()),
            MustNot::With(with) => (&with.text, with.letter, with.allowed.as_slice(), with.others.as_slice()),
        };
        let found = found(language, letter, allowed, others, text);
        if !found.is_empty() {
            wrong.push(format!("“{text}” is polite, and yet: {}", shown(&found)));
        }
    }
    assert!(wrong.is_empty(), "{} of the cases fail:\n{}", wrong.len(), wrong.join("\n"));
    for kind in ToneKind::ALL {
        let count = cases.must.iter().filter(|case| case.kind == kind).count();
        assert!(count >= 3, "{} has {count} cases of {}, not three", language.tag(), kind.name());
    }
    let all = cases.must.len() + cases.must_not.len();
    assert!(cases.must_not.len() >= 25 && all >= 60, "{} has too few cases", language.tag());
}

fn missed(language: Language, case: &Must) -> Option<String> {
    let found = found(language, case.letter, &case.allowed, &case.others, &case.text);
    let fits = |finding: &&ToneFinding| {
        finding.kind == case.kind && case.words.as_ref().is_none_or(|words| *words == finding.words)
    };
    let Some(finding) = found.iter().find(fits) else {
        let words = case.words.as_deref().unwrap_or("something");
        return Some(format!(
            "“{}” must find {} in “{words}”, and finds: {}",
            case.text,
            case.kind.name(),
            shown(&found)
        ));
    };
    if case.rewording.is_some() && finding.rewording != case.rewording {
        return Some(format!("“{}” is reworded as {:?}", case.text, finding.rewording));
    }
    None
}

fn found(
    language: Language,
    kind: Option<Kind>,
    allowed: &[String],
    others: &[String],
    text: &str,
) -> Vec<ToneFinding> {
    let guarded = Guarded::new([("another", others)]);
    tone(&ToneContext { language, kind, allowed, client: None, guarded: &guarded }, text)
}

fn shown(found: &[ToneFinding]) -> String {
    let each: Vec<String> = found.iter().map(|one| format!("{} “{}”", one.kind.name(), one.words)).collect();
    if each.is_empty() { "nothing".to_owned() } else { each.join(", ") }
}

/// What the letters say themselves, in every language and register, and the scripts of the talks before them.
#[test]
fn our_own_words_are_polite() {
    let mut read = 0;
    for (folder, language) in [
        ("en", Language::EnglishUk),
        ("en-US", Language::EnglishUs),
        ("de", Language::German),
        ("fr", Language::French),
        ("es", Language::Spanish),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words").join(folder);
        for file in std::fs::read_dir(&folder).expect("every language has its words") {
            let path = file.expect("the folder can be read").path();
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let kind: Kind =
                serde_json::from_value(Value::String(name)).expect("a file is named like its kind");
            let words = std::fs::read_to_string(&path).expect("the file can be read");
            let mut texts = Vec::new();
            sayings(&serde_json::from_str(&words).expect("the words are JSON"), &mut texts);
            // A line in square brackets tells the caller what to do, and may name what not to say.
            for text in texts.iter().filter(|text| !text.starts_with('[')) {
                let found = found(language, Some(kind), &[], &[], text);
                assert!(found.is_empty(), "{}: “{text}” holds {}", path.display(), shown(&found));
                read += 1;
            }
        }
    }
    assert!(read > 500, "every saying was read, not {read}");
}

fn sayings(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| sayings(value, texts)),
        Value::Object(values) => values.values().for_each(|value| sayings(value, texts)),
        _ => {}
    }
}
