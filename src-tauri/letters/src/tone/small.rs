//! What the parts of a pattern mean, over lists of a single pattern.

use super::list::List;
use super::text::Text;
use super::{Found, matching};
use crate::spec::Language;
use serde_json::json;

/// The list of one finding, with its excuses; or what is wrong with it.
fn list(language: Language, words: &str, unless: &[&str]) -> Result<List, String> {
    let written = json!({
        "lists": { "few": ["one", "a pair", "@none"], "none": ["zero"], "round": ["@round"] },
        "findings": [{ "kind": "blame", "words": [words], "unless": unless }],
        "excuses": {}, "judging": [], "exclaims": [], "acronyms": [], "shouted": [],
        "abbreviations": [], "months": [], "everyday": []
    });
    List::build(language, serde_json::from_value(written).expect("the list has every key"))
}

fn found<'a>(list: &List, text: &'a str) -> Vec<&'a str> {
    let read = Text::new(text, list);
    let words = matching::numbered(&read, list);
    let mut found: Vec<Found> = Vec::new();
    for sentence in &read.sentences {
        list.findings(&read, &list.scan(&words, sentence), None, &mut found);
    }
    matching::strongest(found).iter().map(|one| &text[one.from..one.to]).collect()
}

#[test]
fn patterns_mean_what_they_say() {
    for (pattern, text, expected, why) in [
        ("you always", "So you always", &["you always"][..], "words"),
        ("you always", "youth always, you, always", &[], "whole words, side by side"),
        ("(your|his) [own] fault", "your own fault, his fault", &["your own fault", "his fault"], "choices"),
        (
            "@few fault",
            "one fault a pair fault zero fault",
            &["one fault", "a pair fault", "zero fault"],
            "lists",
        ),
        ("you ..2 late", "you are late, you are so very late", &["you are late"], "a gap has its length"),
        ("you ..2 late", "you, again late", &[], "a gap ends at a comma"),
        ("you ..2, late", "you, again, late", &["you, again, late"], "unless it may not"),
        ("you ..2, late", "you (again) late", &[], "and at a bracket in any case"),
        ("you , late", "you late; you, late", &["you, late"], "a comma"),
        ("you [,] late", "you late; you, late", &["you late", "you, late"], "a comma or none"),
        ("you _ late", "you late; you are late", &["you are late"], "any word"),
        ("# days", "ten days, 10 days", &["10 days"], "a number"),
        ("guarante* it", "guaranteed it, guarantee it", &["guaranteed it", "guarantee it"], "a beginning"),
        ("*sorge it", "Vorsorge it", &["Vorsorge it"], "an end"),
        ("*sorg* it", "Versorgung it", &["Versorgung it"], "a middle"),
        ("=Sie nie", "Sie nie, sie nie", &["Sie nie"], "a case"),
        ("^ well", "Well done. It went well.", &["Well"], "the beginning of a sentence"),
        ("late $", "Late and late.", &["late"], "the end of a sentence"),
        ("you ..2 {late}", "you are late", &["late"], "only the braces are marked"),
        ("you (late|late again)", "you late again", &["you late again"], "the longest"),
    ] {
        let list = list(Language::EnglishUk, pattern, &[]).expect("the pattern is right");
        assert_eq!(found(&list, text), expected, "{why}: “{pattern}” in “{text}”");
    }
    let list = list(Language::French, "vous (ne|n') ..1 jamais", &[]).expect("the pattern is right");
    assert_eq!(found(&list, "vous n’avez jamais"), ["vous n’avez jamais"], "an elision is a word");
}

#[test]
fn an_excuse_excuses_what_it_touches() {
    let list = list(Language::EnglishUk, "never", &["never hesitate", "(well|never) , never"]);
    let list = list.expect("the patterns are right");
    for (text, expected, why) in [
        ("never late", &["never"][..], "no excuse"),
        ("never hesitate", &[], "an excuse"),
        ("never late, I never hesitate", &["never"], "an excuse for the other"),
        ("well, never", &[], "an excuse that begins before"),
    ] {
        assert_eq!(found(&list, text), expected, "{why}: “{text}”");
    }
}

#[test]
fn a_pattern_that_is_wrong_is_told() {
    for (pattern, expected) in [
        ("(you", "bracket"),
        ("you)", "bracket"),
        ("(you]", "bracket"),
        ("@nowhere", "“nowhere”, which does not exist"),
        ("@round", "names itself"),
        ("you ..9 late", "“..9”, which is no word"),
        ("ab* late", "no word"),
        ("you late?", "no word"),
        ("..2 late", "begins with a gap"),
        ("[you]", "matches nothing"),
        ("", "matches nothing"),
    ] {
        let fault = list(Language::EnglishUk, pattern, &[]).expect_err("the pattern is wrong");
        assert!(fault.contains(expected), "“{pattern}” is told as “{fault}”");
    }
}
