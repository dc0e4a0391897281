//! A title from the records, made to stand inside a sentence: "Year-end report" becomes "the year-end report".

use crate::words::{Words, fill};

/// The title with an article before it, unless it brings one or needs none.
pub(crate) fn inside_sentence(words: &Words, title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = title.trim_end_matches('.');
    let first = title.split_whitespace().next().unwrap_or_default();
    let lowered = lowered(words, title, first);
    if stands_alone(words, title, first) { lowered } else { fill(&words.the, &[("thing", &lowered)]) }
}

/// Only a word that the language knows as no name loses its capital: "Japan report" stays.
fn lowered(words: &Words, title: &str, first: &str) -> String {
    let low = first.to_lowercase();
    let known =
        words.everyday.contains(&low) || words.stand_alone.contains(&low) || is_doing(words, title, first);
    let only_first_is_capital = !first.chars().skip(1).any(char::is_uppercase);
    if known && only_first_is_capital { format!("{low}{}", &title[first.len()..]) } else { title.to_owned() }
}

fn stands_alone(words: &Words, title: &str, first: &str) -> bool {
    words.stand_alone.contains(&first.to_lowercase())
        || first.ends_with("’s")
        || first.ends_with("'s")
        || is_doing(words, title, first)
}

/// "Rebuilding our site": an -ing form followed by an article or a possessive is something done, not a thing.
fn is_doing(words: &Words, title: &str, first: &str) -> bool {
    let second = title.split_whitespace().nth(1).unwrap_or_default().to_lowercase();
    first.to_lowercase().ends_with("ing") && words.stand_alone.contains(&second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Language;
    use crate::words::words;

    #[test]
    fn titles_stand_in_a_sentence() {
        for (title, expected, why) in [
            ("Year-end report", "the year-end report", "an everyday word loses its capital"),
            ("Japan report", "the Japan report", "a name keeps its capital"),
            ("GDPR audit", "the GDPR audit", "capitals that belong together stay"),
            ("the year-end report", "the year-end report", "an article that is there stays alone"),
            ("A pricing review in Japan", "a pricing review in Japan", "an article loses its capital"),
            ("Pricing review in Japan", "the pricing review in Japan", "-ing before a noun is a thing"),
            (
                "Rebuilding our website",
                "rebuilding our website",
                "-ing before a possessive is something done",
            ),
            ("Help with the budget", "help with the budget", "help needs no article"),
            ("Anna’s onboarding", "Anna’s onboarding", "a possessive needs no article"),
            ("Final report.", "the final report", "the sentence brings its own full stop"),
            ("Final\n report", "the final report", "a title is one line"),
            ("Πλάνο", "the Πλάνο", "any script"),
            ("", "the ", "an empty title is refused before, and does not fail here"),
        ] {
            assert_eq!(inside_sentence(words(Language::EnglishUk), title), expected, "{why}");
        }
    }
}
