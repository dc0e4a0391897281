//! "Whom we are a good fit for": a text for a website, from the criteria that guard the door.
use std::sync::OnceLock;

use serde::Deserialize;

use crate::spec::Language;

#[derive(Deserialize)]
struct Frame {
    good_fit: String,
    not_for: String,
    closing: String,
}

fn frame(language: Language) -> &'static Frame {
    static READ: [OnceLock<Frame>; 5] = [const { OnceLock::new() }; 5];
    READ[language as usize].get_or_init(|| {
        let file = match language {
            Language::EnglishUk | Language::EnglishUs => include_str!("words/good_fit.en.json"),
            Language::German => include_str!("words/good_fit.de.json"),
            Language::French => include_str!("words/good_fit.fr.json"),
            Language::Spanish => include_str!("words/good_fit.es.json"),
        };
        serde_json::from_str(file).expect("the words ship with the crate as valid JSON")
    })
}

/// The text, a line a sentence: whom we work well with, whom others serve better, and an invitation to ask. Empty
/// where nothing is said about whom we fit, since a list of refusals alone would greet nobody.
#[must_use]
pub fn good_fit(language: Language, offers: &[String], not_for: &[String]) -> String {
    if offers.is_empty() {
        return String::new();
    }
    let frame = frame(language);
    let list = |head: &str, items: &[String]| {
        let lines = items.iter().map(|item| format!("• {item}"));
        std::iter::once(head.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
    };
    let mut parts = vec![list(&frame.good_fit, offers)];
    if !not_for.is_empty() {
        parts.push(list(&frame.not_for, not_for));
    }
    parts.push(frame.closing.clone());
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_greets_before_it_guards_and_is_silent_without_criteria() {
        let offers = ["You name one person who decides.".to_owned()];
        let not_for = ["You need somebody on call at night.".to_owned()];
        for language in
            [Language::EnglishUk, Language::EnglishUs, Language::German, Language::French, Language::Spanish]
        {
            let text = good_fit(language, &offers, &not_for);
            let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("“{part}” stands in: {text}"));
            assert!(place(&offers[0]) < place(&not_for[0]), "whom we fit stands first: {text}");
            assert_eq!(text.matches("• ").count(), 2, "a line a criterion: {text}");
            assert!(!good_fit(language, &offers, &[]).contains(&not_for[0]), "nothing is refused unasked");
            assert_eq!(good_fit(language, &[], &not_for), "", "refusals alone greet nobody");
        }
    }
}
