//! The same letter is the same file, whatever was set before and wherever.
use crate::{FONTS, all_samples, set_well};
use kindly_page::{Fonts, LetterPage, Typeface, set};

#[test]
fn cold_and_warm_fonts_give_the_same_bytes() {
    for (name, letter) in all_samples() {
        let cold = set(&letter, &Fonts::bundled()).expect("the letter has no fault");
        let warm = set_well(&letter);
        let again = set_well(&letter);
        assert_eq!(cold, warm, "{name}: what fonts remember must not show");
        assert_eq!(warm, again, "{name}: nothing in a file depends on when it was made");
    }
}

/// As somebody types: each state of the letter is set with the fonts that know all states before.
#[test]
fn known_lines_give_the_same_bytes() {
    let fonts = Fonts::bundled();
    let mut letter = crate::samples::early_termination();
    for (paragraph, typed) in [(0, " A"), (0, " An"), (3, " Tschüß"), (3, ""), (5, " €1"), (0, " An")] {
        letter.paragraphs[paragraph].push_str(typed);
        for language in ["en-GB", "de-DE"] {
            for typeface in [Typeface::Serif, Typeface::Sans] {
                let letter = LetterPage { language: language.into(), typeface, ..letter.clone() };
                let warm = set(&letter, &fonts).expect("the letter has no fault");
                let cold = set(&letter, &Fonts::bundled()).expect("the letter has no fault");
                assert!(
                    warm == cold,
                    "paragraph {paragraph} + {typed:?}, {language}, {typeface:?}: lines kept from another state"
                );
            }
        }
    }
}

#[test]
fn threads_share_fonts_and_agree() {
    let letters = all_samples().map(|(_, letter)| letter);
    let alone = letters.each_ref().map(set_well);
    let together = std::thread::scope(|scope| {
        letters
            .each_ref()
            .map(|letter| scope.spawn(|| set(letter, &FONTS).expect("the letter has no fault")))
            .map(|thread| thread.join().expect("setting a letter does not panic"))
    });
    assert!(alone == together, "a letter set beside others is the letter set alone");
}

#[test]
fn different_letters_have_different_identifiers() {
    let [(_, first), (_, second), ..] = all_samples();
    let identifier = |pdf: &[u8]| {
        let at = pdf.windows(3).rposition(|window| window == b"/ID").expect("the trailer has an /ID");
        pdf[at..at + 40].to_vec()
    };
    let (first, second) = (set_well(&first).bytes, set_well(&second).bytes);
    assert_ne!(identifier(&first), identifier(&second), "an identifier tells files apart");
    assert!(!identifier(&first).windows(8).any(|window| window == b"EEEEEEEE"), "no placeholder is left");
}
