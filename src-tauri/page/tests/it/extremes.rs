//! Texts that nobody should write, and somebody will paste: they are set or refused, in a time that grows no faster
//! than they do.
use crate::{FONTS, samples};
use kindly_page::{LetterPage, PageError, Pdf, set};
use std::time::{Duration, Instant};

fn set_text(text: &str) -> Result<Pdf, PageError> {
    let letter = LetterPage {
        language: "de-DE".into(),
        paragraphs: vec![text.to_owned()],
        ..samples::renewal_refusal()
    };
    set(&letter, &FONTS)
}

/// As many repetitions as give about so many characters.
fn repeated(text: &str, characters: usize) -> String {
    text.repeat(characters / text.chars().count())
}

const EXTREMES: &[(&str, &str)] = &[
    ("words", "und so weiter "),
    ("compounds", "Schifffahrtsauflage "),
    ("one word", "abcdefghij"),
    ("line feeds", "a\n"),
    ("marks", "\u{301}"),
    ("joiners", "\u{200D}"),
    ("both directions", "a ש "),
    ("both directions in one word", "aש"),
    ("numbers", "4 800 € "),
    ("hyphens", "a-"),
    ("quotes", "« "),
];

#[test]
fn a_paragraph_of_64_kb_is_refused_at_once() {
    for (what, text) in EXTREMES {
        let started = Instant::now();
        let result = set_text(&repeated(text, 65_536));
        assert!(matches!(result, Err(PageError::TooLong { .. })), "{what}: more than a letter holds");
        assert!(started.elapsed() < Duration::from_secs(2), "{what}: took {:?}", started.elapsed());
    }
}

/// The least of a few tries: the machine may be busy with something else.
fn least_time(text: &str) -> Duration {
    let once = |number: usize| {
        // A text not seen before, so that no line of it is known.
        let text = format!("{number} {text}");
        let started = Instant::now();
        // Refused or not: it has to be found out.
        drop(set_text(&text));
        started.elapsed()
    };
    (0..2).map(once).min().expect("two tries were made")
}

#[test]
fn four_times_the_text_takes_no_sixteen_times_the_time() {
    for (what, text) in EXTREMES {
        let short = least_time(&repeated(text, 3_000));
        let long = least_time(&repeated(text, 12_000));
        let ratio = long.as_secs_f64() / short.as_secs_f64();
        assert!(ratio < 10.0, "{what}: {short:?} for a quarter, {long:?} for all of it");
    }
}
