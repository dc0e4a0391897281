//! A title from the records, made to stand inside a sentence: "Year-end report" becomes "the year-end report".

use crate::words::{Words, fill};

/// How a title stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// As a part of the sentence: "the year-end report".
    Inside(String),
    /// As it was written, to be set in quotes: its article or its capital is nobody's to guess.
    Quoted(String),
}

/// A thing that is delivered or agreed. One that is no noun is set in quotes.
pub(crate) fn thing(words: &Words, title: &str) -> String {
    let title = one_line(title);
    let title = title.trim_end_matches('.');
    if has_no_nouns(words) || is_sentence(title) || is_doing(words, title) {
        quoted(words, title)
    } else {
        inside(words, title)
    }
}

/// What an enquiry is about: in quotes unless the article is certain.
pub(crate) fn about(words: &Words, subject: &str) -> Phrase {
    let subject = one_line(subject);
    let mut title = subject.as_str();
    // The sentence says "about" itself.
    while let Some((first, rest)) = title.split_once(' ') {
        if !words.about_already.contains(&first.trim_end_matches(':').to_lowercase()) {
            break;
        }
        title = rest;
    }
    if has_no_nouns(words) {
        return Phrase::Quoted(without_marks(title.trim_end_matches('.')).to_owned());
    }
    let known = is_known(words, first_word(title)) || brings_its_article(words, title);
    let plain = title.trim_end_matches('.');
    match (is_sentence(plain), known, is_doing(words, plain)) {
        (false, true, _) | (false, _, true) => Phrase::Inside(inside(words, plain)),
        _ => Phrase::Quoted(without_marks(plain).to_owned()),
    }
}

/// A noun after an article of the sentence's own: "the brief" gives "brief".
pub(crate) fn bare(words: &Words, text: &str) -> String {
    let text = one_line(text);
    let text = text.trim_end_matches('.');
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_article = !rest.is_empty() && words.articles.contains(&first.to_lowercase());
    lowered(words, if is_article { rest } else { text })
}

/// Inside a sentence as it stands, without an article of ours: "Market research" gives "market research".
pub(crate) fn inner(words: &Words, text: &str) -> String {
    let text = one_line(text);
    lowered(words, text.trim_end_matches('.'))
}

/// The title with an article before it, unless it brings one or needs none.
fn inside(words: &Words, title: &str) -> String {
    let low = lowered(words, title);
    if stands_alone(words, title) { low } else { fill(&words.the, &[("thing", &low)]) }
}

fn quoted(words: &Words, title: &str) -> String {
    fill(&words.quoted, &[("thing", without_marks(title))])
}

/// A title without the quotation marks that somebody typed around the whole of it: the sentence brings its own.
pub(crate) fn without_marks(title: &str) -> &str {
    let title = title.trim();
    let unmarked = title.strip_prefix(['“', '"', '„', '«', '‘', '‚', '\'']).and_then(|rest| {
        let rest = rest.strip_suffix(['”', '"', '“', '»', '’', '‘', '\''])?;
        // Two quotations one after the other are none around the whole.
        (!rest.contains(['“', '"', '„', '«', '»', '”'])).then_some(rest)
    });
    unmarked.map_or(title, |rest| rest.trim_matches([' ', '\u{A0}', '\u{202F}']))
}

/// Whether the language knows no words to take a title into a sentence with: its gender and its case are nobody's to
/// guess, and it stands in quotes.
fn has_no_nouns(words: &Words) -> bool {
    words.everyday.is_empty()
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_word(title: &str) -> &str {
    title.split_whitespace().next().unwrap_or_default()
}

/// Only a word that the language knows as no name loses its capital: "Japan report" stays. So does "Project Falcon":
/// a capital on the second word speaks of a name.
fn lowered(words: &Words, title: &str) -> String {
    let first = first_word(title);
    let known = is_known(words, first) || is_doing(words, title);
    let only_first_is_capital = !first.chars().skip(1).any(char::is_uppercase);
    if !known || is_name(words, title) {
        return title.to_owned();
    }
    if only_first_is_capital || is_shouted(first) {
        format!("{}{}", first.to_lowercase(), &title[first.len()..])
    } else {
        title.to_owned()
    }
}

/// "REPORT": capitals that are no abbreviation.
fn is_shouted(word: &str) -> bool {
    word.chars().count() > 4 && !word.chars().any(char::is_lowercase)
}

/// The word, or its part before a hyphen, without its punctuation.
fn is_known(words: &Words, word: &str) -> bool {
    let low = word.to_lowercase();
    let low = low.trim_end_matches([',', ':', ';', ')']);
    let low = low.strip_suffix("’s").or_else(|| low.strip_suffix("'s")).unwrap_or(low);
    let before_hyphen = low.split('-').next().unwrap_or_default();
    let listed = |word: &str| {
        words.everyday.iter().chain(&words.stand_alone).chain(&words.numbering).any(|known| known == word)
    };
    listed(low) || listed(before_hyphen)
}

/// Two words with capitals, of which the second is no word of every day: "Project Falcon", not "Year-End Report".
fn is_name(words: &Words, title: &str) -> bool {
    let mut two = title.split_whitespace();
    let (Some(first), Some(second)) = (two.next(), two.next()) else { return false };
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let abbreviation = second.chars().skip(1).any(|letter| letter.is_uppercase() || letter.is_ascii_digit());
    let brings_its_article = words.stand_alone.contains(&first.to_lowercase());
    capital(first) && capital(second) && !abbreviation && !brings_its_article && !is_known(words, second)
}

fn stands_alone(words: &Words, title: &str) -> bool {
    brings_its_article(words, title) || is_doing(words, title) || is_numbered(words, title) || {
        let known_owner = is_known(words, first_word(title));
        let owned = title.split_whitespace().take(3).any(is_possessive);
        (owned && !known_owner) || is_name(words, title)
    }
}

fn brings_its_article(words: &Words, title: &str) -> bool {
    let first = first_word(title);
    let counts = first.chars().all(|letter| letter.is_ascii_digit()) && first.len() != 4;
    words.stand_alone.contains(&first.to_lowercase()) || counts || first.starts_with(['“', '"', '‘', '\''])
}

fn is_possessive(word: &str) -> bool {
    ["’s", "'s", "s’", "s'"].iter().any(|ending| word.ends_with(ending))
}

/// "Phase 2", "Report v1.0", "Deliverable number 3".
fn is_numbered(words: &Words, title: &str) -> bool {
    let second = title.split_whitespace().nth(1).unwrap_or_default().to_lowercase();
    let number = second.trim_start_matches(['v', '#']);
    number.starts_with(|letter: char| letter.is_ascii_digit()) || words.numbering.contains(&second)
}

/// "Rebuilding our site", "Speaking at your event": an -ing form followed by an article, a possessive or a preposition
/// is something done, not a thing.
fn is_doing(words: &Words, title: &str) -> bool {
    let second = title.split_whitespace().nth(1).unwrap_or_default().to_lowercase();
    let first = first_word(title).to_lowercase();
    let before_noun = words.stand_alone.contains(&second);
    let before_place = words.prepositions.contains(&second) && !words.everyday.contains(&first);
    first.ends_with("ing") && first.len() > 4 && (before_noun || before_place)
}

fn is_sentence(title: &str) -> bool {
    title.contains('?') || title.contains(". ") || title.ends_with('!')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Language, Register};
    use crate::words::words;

    #[test]
    fn titles_stand_in_a_sentence() {
        for (title, expected, why) in [
            ("Year-end report", "the year-end report", "an everyday word loses its capital"),
            ("Cash-flow model", "the cash-flow model", "judged by the part before the hyphen"),
            ("Japan report", "the Japan report", "a name keeps its capital"),
            ("GDPR audit", "the GDPR audit", "capitals that belong together stay"),
            ("the year-end report", "the year-end report", "an article that is there stays alone"),
            ("A pricing review in Japan", "a pricing review in Japan", "an article loses its capital"),
            ("Pricing review in Japan", "the pricing review in Japan", "-ing before a noun is a thing"),
            ("Rebuilding our website", "“Rebuilding our website”", "something done is no thing"),
            ("Help with the budget", "help with the budget", "help needs no article"),
            ("Anna’s onboarding", "Anna’s onboarding", "a possessive needs no article"),
            ("St John's audit", "St John's audit", "nor does one on the second word"),
            ("Company's audit", "the company's audit", "an everyday owner has an article of its own"),
            ("Three training sessions", "three training sessions", "a number word needs no article"),
            ("5 interviews", "5 interviews", "nor does a number"),
            ("2026 budget", "the 2026 budget", "a year is no number of things"),
            ("Some slides", "some slides", "nor does a quantity"),
            ("Interim report", "the interim report", "everyday words"),
            ("Fractional CFO services", "the fractional CFO services", "everyday words"),
            ("Project Falcon", "Project Falcon", "two capitals are a name"),
            ("“Project Falcon”", "“Project Falcon”", "quotes need no article"),
            ("REPORT: Q4 (draft)", "the report: Q4 (draft)", "a shouted word is spoken"),
            ("Report v1.0", "report v1.0", "a numbered thing needs no article"),
            ("Deliverable number 0", "deliverable number 0", "however it is numbered"),
            ("Final report.", "the final report", "the sentence brings its own full stop"),
            ("Final\n report", "the final report", "a title is one line"),
            ("Πλάνο", "the Πλάνο", "any script"),
            ("", "", "an empty title is refused before, and does not fail here"),
        ] {
            assert_eq!(thing(words(Language::EnglishUk, Register::Warm), title), expected, "{why}: {title}");
        }
    }

    #[test]
    fn a_language_without_nouns_of_its_own_quotes_every_title() {
        for (title, expected) in [
            ("Projet Falcon", "«\u{202F}Projet Falcon\u{202F}»"),
            ("Phase 2", "«\u{202F}Phase 2\u{202F}»"),
            ("« Rapport annuel »", "«\u{202F}Rapport annuel\u{202F}»"),
            ("Rapport annuel.", "«\u{202F}Rapport annuel\u{202F}»"),
        ] {
            assert_eq!(thing(words(Language::French, Register::Warm), title), expected, "{title}");
        }
        let subject = about(words(Language::Spanish, Register::Warm), "«Precios en Japón»");
        assert_eq!(subject, Phrase::Quoted("Precios en Japón".to_owned()), "quotes are not doubled");
    }

    #[test]
    fn marks_around_the_whole_are_taken_off() {
        for (text, expected) in [
            ("“two more”", "two more"),
            ("say “no”", "say “no”"),
            ("“one” and “two”", "“one” and “two”"),
            ("«\u{202F}deux\u{202F}»", "deux"),
            ("„zwei“", "zwei"),
            ("St John’s", "St John’s"),
        ] {
            assert_eq!(without_marks(text), expected, "{text}");
        }
    }

    #[test]
    fn subjects_stand_in_a_sentence_or_in_quotes() {
        let inside = |text: &str| Phrase::Inside(text.to_owned());
        let quoted = |text: &str| Phrase::Quoted(text.to_owned());
        for (subject, expected) in [
            ("a pricing review in Japan", inside("a pricing review in Japan")),
            ("Pricing review in Japan", inside("the pricing review in Japan")),
            ("About our pricing", inside("our pricing")),
            ("the about page", inside("the about page")),
            ("Re: the audit", inside("the audit")),
            ("Help with VAT", inside("help with VAT")),
            ("Speaking at your conference", inside("speaking at your conference")),
            ("reviewing our pricing", inside("reviewing our pricing")),
            ("Some slides", inside("some slides")),
            ("Japan pricing", quoted("Japan pricing")),
            ("St John's audit", quoted("St John's audit")),
            ("Could you review our pricing?", quoted("Could you review our pricing?")),
            ("We need advice.", quoted("We need advice")),
        ] {
            assert_eq!(about(words(Language::EnglishUk, Register::Warm), subject), expected, "{subject}");
        }
        assert_eq!(
            about(words(Language::EnglishUk, Register::Warm), "“Project Falcon”"),
            inside("“Project Falcon”"),
            "quotes are not doubled"
        );
    }

    #[test]
    fn a_noun_gives_its_article_up() {
        for (text, expected) in [
            ("the brief", "brief"),
            ("Brief and 2 invoices", "brief and 2 invoices"),
            ("Your brief.", "brief"),
            ("NDA", "NDA"),
            ("the", "the"),
        ] {
            assert_eq!(bare(words(Language::EnglishUk, Register::Warm), text), expected, "{text}");
        }
    }
}
