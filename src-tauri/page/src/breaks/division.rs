//! Where a word may be divided with a hyphen.
use super::words::TITLES;
use hypher::Lang;

/// Words shorter than this are not divided: the reader gains nothing.
const SHORTEST_DIVIDED: usize = 8;
/// Likewise for German nouns, among which names hide.
const SHORTEST_NOUN: usize = 10;
/// Letters that stay together at either end of a word.
const LEFT: usize = 3;
const RIGHT: usize = 3;
/// A hyphen is worth it only where a line would otherwise be left visibly short.
const HYPHEN: f32 = 320.0;
/// German words are long: the hyphen is what its readers are used to.
const HYPHEN_IN_GERMAN: f32 = 240.0;
/// Words of a name that may follow a title.
const WORDS_OF_NAME: usize = 3;
/// Bytes of such a name, with its title.
const LONGEST_NAME: usize = 120;

/// Places for a hyphen in a word (bytes from its start), each with what it costs.
///
/// Names, and whatever else is written with a capital, stay whole, and so does everything with digits or signs
/// inside, such as addresses. German writes every noun with a capital: there only what follows a title is a name.
pub(super) fn places(before: &str, word: &str, patterns: Lang) -> Vec<(usize, f32)> {
    let core = core_of(word, patterns);
    let letters = core.chars().count();
    let noun = patterns == Lang::German && core.starts_with(char::is_uppercase);
    let shortest = if noun { SHORTEST_NOUN } else { SHORTEST_DIVIDED };
    let lower_case = core.chars().skip(usize::from(noun)).all(char::is_lowercase);
    if letters < shortest || !lower_case || (noun && is_name(before)) {
        return Vec::new();
    }
    let cost = if patterns == Lang::German { HYPHEN_IN_GERMAN } else { HYPHEN };
    let mut at = word.find(core).expect("the core is part of the word");
    let end = at + core.len();
    let mut places = Vec::new();
    for syllable in hypher::hyphenate_bounded(core, patterns, LEFT, RIGHT) {
        at += syllable.len();
        if at < end {
            places.push((at, cost));
        }
    }
    places
}

/// The word without the signs around it, and without an article that an apostrophe ties to it: "l’administration".
fn core_of(word: &str, patterns: Lang) -> &str {
    let core = word.trim_matches(|c: char| !c.is_alphabetic());
    match core.rsplit_once(['’', '\'']) {
        Some((_, noun)) if matches!(patterns, Lang::French | Lang::Italian | Lang::Catalan) => noun,
        _ => core,
    }
}

/// A title stands before, with nothing between but further words with a capital.
fn is_name(before: &str) -> bool {
    before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_NAME))..]
        .rsplit([' ', '\n'])
        .filter(|word| !word.is_empty())
        .take(WORDS_OF_NAME)
        .take_while(|word| word.starts_with(char::is_uppercase))
        .any(|word| TITLES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breaks::hyphenation;

    #[track_caller]
    fn check(language: &str, before: &str, expected: &str) {
        let word = expected.replace('|', "");
        let mut divided = word.clone();
        let patterns = hyphenation(language).expect("the language has patterns");
        for (at, _) in places(before, &word, patterns).into_iter().rev() {
            divided.insert(at, '|');
        }
        assert_eq!(divided, expected, "{language}: as its dictionaries divide");
    }

    #[test]
    fn words_are_divided_as_their_language_does() {
        for (language, expected) in [
            ("en-GB", "noti|fi|ca|tion"),
            ("en-US", "respon|si|bil|i|ties,"),
            ("de-DE", "Zusam|men|ar|beit"),
            ("de-DE", "Schiff|fahrts|ge|sell|schaft."),
            ("de-AT", "ver|ein|bar|ten"),
            ("fr-FR", "admi|nis|tra|tion"),
            ("fr-FR", "l’admi|nis|tra|tion,"),
            ("es-ES", "res|pon|sa|bi|li|dad"),
            ("it-IT", "col|la|bo|ra|zione"),
            ("nl-NL", "samen|wer|king"),
            ("pt-PT", "cola|bo|ra|ção"),
        ] {
            check(language, "", expected);
        }
    }

    #[test]
    fn what_could_be_a_name_stays_whole() {
        for (language, before, word) in [
            ("en-GB", "", "Featherstonehaugh"),
            ("fr-FR", "", "Montmorency-Laval"),
            ("de-DE", "Sehr geehrte Frau ", "Leutheusser"),
            ("de-DE", "An Herrn Dr. Maximilian ", "Schwarzenberger"),
            ("de-DE", "", "ALLGEMEINEN"),
            ("de-DE", "", "Vertrag"),
            ("es-ES", "", "www.ejemplo.es/respuestas"),
        ] {
            check(language, before, word);
        }
    }

    #[test]
    fn languages_are_known_by_their_tags() {
        for (tag, known) in
            [("en-GB", true), ("de", true), ("FR-ca", true), ("es-ES", true), ("ja", false), ("x", false)]
        {
            assert_eq!(
                hyphenation(tag).is_some(),
                known,
                "{tag}: patterns are found or the words stay whole"
            );
        }
    }
}
