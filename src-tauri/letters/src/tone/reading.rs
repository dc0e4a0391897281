//! How easily a text is read, by the formula that each language has for it.

use super::list::list;
use super::sentences::sentences;
use super::syllables::syllables;
use super::text::words;
use crate::spec::Language;
use serde::Serialize;

/// How long a text is and how easily it reads.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reading {
    /// Runs of letters and digits between spaces: "31.12.2026" and "l'accord" are one.
    pub words: usize,
    /// Sentences and lines with at least one word.
    pub sentences: usize,
    /// Spoken syllables, counted by rule; a figure counts as one a digit.
    pub syllables: usize,
    /// Reading ease, higher is easier; mostly 0 (very hard) to 100 (very easy), and beyond for very short or very long
    /// sentences. 100 where there is no word. See [`reading`] for the formulas.
    pub ease: f64,
    /// Minutes that silent reading takes.
    pub minutes: f64,
}

/// Reads a text.
///
/// With W words, S sentences and Y syllables the ease is
/// - English: 206.835 − 1.015 W/S − 84.6 Y/W (R. Flesch, A new readability yardstick, Journal of Applied Psychology 32,
///   1948);
/// - German: 180 − W/S − 58.5 Y/W (T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978);
/// - French: 207 − 1.015 W/S − 73.6 Y/W (L. Kandel and A. Moles, Application de l'indice de Flesch à la langue
///   française, Cahiers d'études de radio-télévision 19, 1958);
/// - Spanish: 206.835 − W/S − 62.3 Y/W (F. Szigriszt-Pazos, Sistemas predictivos de legibilidad del mensaje escrito:
///   fórmula de perspicuidad, Madrid 1993).
///
/// The minutes are those of the mean reader in the standardised texts of S. Trauzettel-Klosinski and K. Dietz,
/// Standardized assessment of reading performance: the new International Reading Speed Texts, Investigative
/// Ophthalmology & Visual Science 53, 2012: words a minute 228 English, 179 German, 195 French, 218 Spanish.
pub fn reading(language: Language, text: &str) -> Reading {
    let list = list(language);
    let sentences = sentences(text, &words(text, list.elides), &list.endings).len();
    let (mut count, mut spoken) = (0, 0);
    for run in text.split(|letter: char| letter.is_whitespace() || "–—/".contains(letter)) {
        if run.contains(char::is_alphanumeric) {
            count += 1;
            spoken += syllables(language, run);
        }
    }
    let (of_sentence, of_word, base, a_minute) = match language {
        Language::EnglishUk | Language::EnglishUs => (1.015, 84.6, 206.835, 228.0),
        Language::German => (1.0, 58.5, 180.0, 179.0),
        Language::French => (1.015, 73.6, 207.0, 195.0),
        Language::Spanish => (1.0, 62.3, 206.835, 218.0),
    };
    let ease = if count == 0 {
        100.0
    } else {
        base - of_sentence * count as f64 / sentences as f64 - of_word * spoken as f64 / count as f64
    };
    Reading { words: count, sentences, syllables: spoken, ease, minutes: count as f64 / a_minute }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, text: &str, words: usize, sentences: usize, syllables: usize, ease: f64) {
        let read = reading(language, text);
        assert_eq!(
            (read.words, read.sentences, read.syllables),
            (words, sentences, syllables),
            "words, sentences and syllables of “{text}”"
        );
        assert!((read.ease - ease).abs() < 0.001, "the ease of “{text}” is {ease}, not {}", read.ease);
    }

    #[test]
    fn the_ease_is_that_of_the_formula() {
        // 206.835 − 1.015 × 11/2 − 84.6 × 13/11
        check(
            Language::EnglishUk,
            "You will have the report by Friday. Please call me then.",
            11,
            2,
            13,
            101.270_681_8,
        );
        // 180 − 9/2 − 58.5 × 16/9
        check(Language::German, "Sie erhalten den Bericht am Freitag. Bitte antworten Sie.", 9, 2, 16, 71.5);
        // 207 − 1.015 × 9/2 − 73.6 × 16/9
        check(
            Language::French,
            "Vous recevrez le rapport vendredi. Merci de me répondre.",
            9,
            2,
            16,
            71.588_055_6,
        );
        // 206.835 − 8/2 − 62.3 × 17/8
        check(Language::Spanish, "Recibirá el informe el viernes. Gracias por responder.", 8, 2, 17, 70.4475);
    }

    #[test]
    fn abbreviations_and_dates_end_no_sentence() {
        let read = reading(Language::German, "Am 31. Januar 2027 endet er, z. B. um 12 Uhr. Danke.");
        assert_eq!((read.words, read.sentences), (12, 2), "a day and an abbreviation");
        let read = reading(Language::EnglishUk, "Mr. Hale has it, e.g. on 5 May 2026, 3.30 p.m. sharp.");
        assert_eq!(read.sentences, 1, "titles, times and examples");
    }

    #[test]
    fn no_text_is_easy() {
        for text in ["", " \n", "– …", "!"] {
            let read = reading(Language::French, text);
            assert_eq!((read.words, read.sentences, read.syllables), (0, 0, 0), "“{text}” has no word");
            assert!((read.ease - 100.0).abs() < f64::EPSILON, "and nothing that is hard to read");
        }
    }
}
