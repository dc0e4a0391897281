//! Every pattern of every list finds what it is written for: a pattern that its own excuses eat would never be missed.

use super::list::{list, written};
use super::pattern::{Patterns, Piece, WordTest};
use super::{Guarded, ToneContext, tone};
use crate::kinds::Kind;
use crate::spec::Language;

/// So many ways to say a pattern are tried at most.
const WAYS: usize = 60;

#[test]
fn every_pattern_finds_something() {
    for language in [Language::EnglishUk, Language::German, Language::French, Language::Spanish] {
        let list = list(language);
        let written = written(language);
        let reader = Patterns { lists: &written.lists, elides: list.elides };
        let read = |pattern: &str| reader.read(pattern).expect("the list was read before");
        let mut silent = Vec::new();
        for (entry, compiled) in written.findings.iter().zip(&list.entries) {
            let company = entry.only_with.first().map_or(String::new(), |pattern| said(&read(pattern), 0));
            let kind = entry.letters.as_ref().and_then(|kinds| kinds.first().copied());
            for pattern in &entry.words {
                let pieces = read(pattern);
                let finds = |way: usize| {
                    let says = said(&pieces, way);
                    [says.clone(), format!("{says}, {company}"), format!("{company}, {says}")]
                        .iter()
                        .any(|text| found(language, kind, text).contains(&compiled.kind))
                };
                if !(0..WAYS).any(finds) {
                    silent.push(format!("{}: {pattern}", compiled.kind.name()));
                }
            }
        }
        assert!(silent.is_empty(), "{} never finds:\n{}", language.tag(), silent.join("\n"));
    }
}

#[test]
fn a_rewording_is_clean_itself() {
    for language in [Language::EnglishUk, Language::German, Language::French, Language::Spanish] {
        for entry in written(language).findings {
            let Some(rewording) = entry.rewording else { continue };
            let kind = entry.letters.and_then(|kinds| kinds.first().copied());
            let found = found(language, kind, &rewording);
            assert!(found.is_empty(), "{} rewords as “{rewording}”, which is {found:?}", language.tag());
            assert!(!rewording.trim().is_empty(), "a rewording of {} says something", language.tag());
        }
    }
}

fn found(language: Language, kind: Option<Kind>, text: &str) -> Vec<super::ToneKind> {
    let guarded = Guarded::default();
    let context = ToneContext { language, kind, allowed: &[], client: None, guarded: &guarded };
    tone(&context, text).into_iter().map(|finding| finding.kind).collect()
}

/// One way to say the pattern; another number, another way.
fn said(pieces: &[Piece], way: usize) -> String {
    let mut text = String::new();
    for piece in pieces {
        let part = match piece {
            Piece::Word(WordTest::Number) => "7".to_owned(),
            Piece::Word(
                WordTest::Same(word)
                | WordTest::Written(word)
                | WordTest::Begins(word)
                | WordTest::Ends(word)
                | WordTest::Holds(word),
            ) => word.clone(),
            Piece::AnyWord => "thing".to_owned(),
            Piece::Comma => ",".to_owned(),
            Piece::Gap { .. } | Piece::First | Piece::Last => String::new(),
            Piece::Marked(inner) => said(inner, way),
            Piece::OneOf(choices) => said(&choices[way % choices.len()], way / choices.len().min(3)),
        };
        if !part.is_empty() {
            text.push(' ');
            text.push_str(&part);
        }
    }
    text.trim().to_owned()
}
