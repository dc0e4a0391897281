//! Every outlined kind in every language and register: with all that it can state, and with no more than it needs.

use kindly_letters::{
    Guarded, Language, LetterSpec, Looks, Register, ToneContext, as_email, as_text, checks, compose, finish,
    must_haves, script, tone,
};
use serde_json::{Value, json};

/// The kinds whose structure is a table, each with its sample facts.
pub(crate) const SAMPLES: [(&str, &str); 14] = [
    ("request_decline", include_str!("samples/request_decline.json")),
    ("responsibility_reminder", include_str!("samples/responsibility_reminder.json")),
    ("boundary", include_str!("samples/boundary.json")),
    ("early_termination", include_str!("samples/early_termination.json")),
    ("referral", include_str!("samples/referral.json")),
    ("put_right", include_str!("samples/put_right.json")),
    ("complaint_reply", include_str!("samples/complaint_reply.json")),
    ("new_terms", include_str!("samples/new_terms.json")),
    ("mutual_end", include_str!("samples/mutual_end.json")),
    ("payment_notice", include_str!("samples/payment_notice.json")),
    ("pause", include_str!("samples/pause.json")),
    ("final_notice", include_str!("samples/final_notice.json")),
    ("our_way", include_str!("samples/our_way.json")),
    ("closure", include_str!("samples/closure.json")),
];

/// How much a sample states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sample {
    Minimal,
    Rich,
}

/// The sample facts of a kind, in the words of a language where they have words.
pub(crate) fn facts(kind: &str, language: Language, sample: Sample) -> Value {
    let (_, json) = SAMPLES.iter().find(|(name, _)| *name == kind).expect("a kind of the table");
    let samples: Value = serde_json::from_str(json).expect("the samples are JSON");
    let mut facts = match sample {
        Sample::Minimal => samples["minimal"].clone(),
        Sample::Rich => samples["rich"].clone(),
    };
    let own = &samples["texts"][&language.tag()[..2]];
    for (key, value) in own.as_object().into_iter().flatten() {
        let said_here = facts.get(key).is_some_and(Value::is_string);
        if key != "minimal" && (sample == Sample::Rich || said_here) {
            facts[key] = value.clone();
        }
    }
    if sample == Sample::Minimal {
        for (key, value) in own["minimal"].as_object().into_iter().flatten() {
            facts[key] = value.clone();
        }
    }
    facts
}

pub(crate) fn spec(kind: &str, language: Language, register: Register, facts: &Value) -> LetterSpec {
    let json = json!({
        "kind": kind,
        "language": language.tag(),
        "register": register,
        "sender": {
            "name": "Ada Brandt", "trade_name": "Brandt Finance", "role": "Independent finance consultant",
            "address": ["4 Harbour Row", "Bristol BS1 6XN"], "country": "United Kingdom",
            "email": "ada@brandt.example", "phone": "+44 117 496 0123",
        },
        "recipient": {
            "company": "Halden & Co", "title": "Ms", "given_name": "Petra", "family_name": "Halden",
            "address": ["12 Quay Street", "Bristol BS1 4ND"], "country": "United Kingdom",
            "email": "petra@halden.example",
        },
        "date": "2026-11-10",
        "facts": facts,
    });
    LetterSpec::from_json(&json.to_string()).unwrap_or_else(|error| panic!("{kind}: {error}"))
}

/// Every kind, language, register and sample.
pub(crate) fn everything() -> Vec<(String, LetterSpec)> {
    let mut all = Vec::new();
    for (kind, _) in SAMPLES {
        for language in Language::ALL {
            for register in Register::ALL {
                for sample in [Sample::Minimal, Sample::Rich] {
                    let facts = facts(kind, language, sample);
                    let name = format!("{kind} in {} ({register:?}, {sample:?})", language.tag());
                    all.push((name, spec(kind, language, register, &facts)));
                }
            }
        }
    }
    all
}

#[test]
fn every_kind_is_said_in_every_language_and_register() {
    for (name, spec) in everything() {
        let draft = compose(&spec).unwrap_or_else(|error| panic!("{name}: {error}"));
        let email = as_email(&spec, &draft);
        let mut texts = vec![draft.subject.clone(), draft.salutation.clone(), draft.closing.clone()];
        texts.extend(draft.paragraphs.iter().map(|paragraph| paragraph.text.clone()));
        texts.extend([email.subject, email.body, as_text(&spec, &draft)]);
        texts.extend(script(&spec).lines.into_iter().map(|line| line.text));
        for text in &texts {
            well_said(&name, text, spec.language);
        }
        assert!(script(&spec).lines.len() >= 4, "{name}: the talk has a script");
        assert!(
            draft.paragraphs.iter().all(|paragraph| !paragraph.parts.is_empty()),
            "{name}: parts are named"
        );
    }
}

/// No blank, no gap and no slip of the joins.
fn well_said(name: &str, text: &str, language: Language) {
    assert!(!text.trim().is_empty(), "{name}: something is said");
    assert!(!text.contains(['{', '}']), "{name}: every blank is filled in “{text}”");
    assert!(!text.contains("[…]"), "{name}: no gap stands in a complete letter: “{text}”");
    for slip in ["  ", " .", " ,", ",,", "..", ",.", ".,", "the the", ":.", "?.", "!.", "..."] {
        assert!(!text.contains(slip), "{name}: “{slip}” is a slip of the joins in “{text}”");
    }
    if language != Language::French {
        assert!(!text.contains(" ;") && !text.contains(" :"), "{name}: no space before a mark in “{text}”");
    }
    assert!(!text.contains(['"', '\'']), "{name}: no mark of a typewriter in “{text}”");
}

#[test]
fn a_composed_letter_has_nothing_to_find_and_is_finished() {
    for (name, spec) in everything() {
        let draft = compose(&spec).unwrap_or_else(|error| panic!("{name}: {error}"));
        let gone: Vec<_> = must_haves(&spec, &draft).into_iter().filter(|must| !must.present).collect();
        assert_eq!(gone, [], "{name}: the composed words hold every must-have");
        assert_eq!(checks(&spec, &draft), [], "{name}: nothing is worth a second look");
        let page = finish(&spec, &draft, &Looks::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(page.language, spec.language.tag(), "{name}: the page knows its language");
    }
}

#[test]
fn a_letter_of_every_kind_survives_its_file() {
    for (name, spec) in everything() {
        let json = serde_json::to_string(&spec).expect("a spec is plain data");
        let back = LetterSpec::from_json(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(back, spec, "{name}: nothing is lost between writing and reading");
    }
}

#[test]
fn the_facts_that_are_shown_stand_in_the_words() {
    for (name, spec) in everything() {
        let draft = compose(&spec).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut whole = draft.subject.clone();
        for paragraph in &draft.paragraphs {
            whole.push('\n');
            whole.push_str(&paragraph.text);
        }
        assert!(!draft.facts.is_empty(), "{name}: it rests on facts");
        for fact in &draft.facts {
            assert!(whole.contains(&fact.wording), "{name}: {:?} is said as “{}”", fact.key, fact.wording);
        }
    }
}

#[test]
fn no_letter_offends_its_own_tone_check() {
    let guarded = Guarded::new(Vec::<(String, Vec<String>)>::new());
    for (name, spec) in everything() {
        let draft = compose(&spec).unwrap_or_else(|error| panic!("{name}: {error}"));
        // What the user states is the user's own: here the words around it are read.
        let allowed: Vec<String> = draft.facts.iter().map(|fact| fact.wording.clone()).collect();
        let context = ToneContext {
            language: spec.language,
            kind: Some(spec.kind()),
            allowed: &allowed,
            client: None,
            guarded: &guarded,
        };
        for text in draft.paragraphs.iter().map(|paragraph| &paragraph.text).chain([&draft.subject]) {
            assert_eq!(tone(&context, text), [], "{name}: nothing to mend in “{text}”");
        }
        for line in script(&spec).lines.iter().filter(|line| line.say) {
            assert_eq!(tone(&context, &line.text), [], "{name}: nor in what is said: “{}”", line.text);
        }
    }
}

fn letter(spec: &LetterSpec) -> String {
    let draft = compose(spec).expect("the facts are complete");
    let text: Vec<&str> = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    format!("{}\n\n{}\n\n{}\n\n{}", draft.subject, draft.salutation, text.join("\n\n"), draft.closing)
}

#[test]
fn the_letters_as_they_read() {
    for (kind, _) in SAMPLES {
        for language in Language::ALL {
            let rich = facts(kind, language, Sample::Rich);
            let warm = spec(kind, language, Register::Warm, &rich);
            let formal = spec(kind, language, Register::Formal, &rich);
            let least = spec(kind, language, Register::Warm, &facts(kind, language, Sample::Minimal));
            let email = as_email(&warm, &compose(&warm).expect("the facts are complete"));
            let lines: Vec<String> = script(&warm)
                .lines
                .into_iter()
                .map(|line| if line.say { line.text } else { format!("[{}]", line.text) })
                .collect();
            let read = [
                format!("=== warm\n{}", letter(&warm)),
                format!("=== formal\n{}", letter(&formal)),
                format!("=== with no more than it needs\n{}", letter(&least)),
                format!("=== as an e-mail\nSubject: {}\n\n{}", email.subject, email.body),
                format!("=== the talk before it\n{}", lines.join("\n")),
            ];
            insta::assert_snapshot!(format!("{kind}_{}", language.tag()), read.join("\n\n"));
        }
    }
}
