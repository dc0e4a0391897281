//! Every arrangement on every paper, bare and with all that a letterhead can carry.
use crate::apart::marks;
use crate::places::{MM, words_of};
use crate::{FONTS, extraction, pictures, samples, set_well};
use kindly_page::{
    Arrangement, Envelope, EnvelopeSize, LetterPage, Letterhead, Paper, Picture, Typeface, set, set_envelope,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

pub(crate) const ARRANGEMENTS: [Arrangement; 4] =
    [Arrangement::Din5008A, Arrangement::Din5008B, Arrangement::Us, Arrangement::Plain];
pub(crate) const PAPERS: [Paper; 2] = [Paper::A4, Paper::UsLetter];

/// Each arrangement, paper and typeface: bare, dressed, and dressed over several pages.
fn wardrobe() -> Vec<(String, LetterPage)> {
    let mut letters = Vec::new();
    for arrangement in ARRANGEMENTS {
        for paper in PAPERS {
            for typeface in [Typeface::Serif, Typeface::Sans] {
                let name = format!("{arrangement:?} on {paper:?} in {typeface:?}");
                let dressed = samples::dressed_as(arrangement, paper, typeface);
                let bare = LetterPage { arrangement, paper, typeface, ..samples::renewal_refusal() };
                let paragraphs = samples::early_termination().paragraphs;
                let long = LetterPage { paragraphs, ..dressed.clone() };
                letters.push((format!("{name}, bare"), bare));
                letters.push((format!("{name}, dressed"), dressed));
                letters.push((format!("{name}, dressed, long"), long));
            }
        }
    }
    letters
}

pub(crate) fn check_standards(name: &str, pdf: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile))
            .unwrap_or_else(|error| panic!("{name}: the validator cannot read the file: {error}"));
        let failures: Vec<String> = report.failures.iter().map(|failure| format!("{failure:?}")).collect();
        assert!(
            report.is_compliant && failures.is_empty(),
            "{name}: {profile:?} asks for more: {failures:#?}"
        );
    }
}

pub(crate) fn check_syntax(name: &str, pdf: &[u8]) {
    let said = extraction::run("qpdf", &["--check", "-"], pdf, "qpdf");
    assert!(said.contains("No syntax or stream encoding errors found"), "{name}: qpdf says {said}");
}

#[test]
fn every_dress_keeps_the_standards() {
    for (name, letter) in wardrobe() {
        let pdf = set_well(&letter);
        check_standards(&name, &pdf.bytes);
        assert_eq!(name.ends_with("long"), pdf.pages > 1, "{name}: {} pages", pdf.pages);
    }
    let photograph = Picture::read(&pictures::jpeg(90, 60)).expect("the picture has no fault");
    for logo in [pictures::shaded_logo(), pictures::round_logo(), photograph] {
        let mut letter = samples::dressed();
        letter.letterhead.logo = Some(logo);
        letter.letterhead.name.clear();
        let pdf = set_well(&letter);
        check_standards("a logo in place of the name", &pdf.bytes);
        check_syntax("a logo in place of the name", &pdf.bytes);
    }
    check_syntax("dressed", &set_well(&samples::dressed()).bytes);
    let long = set_well(&samples::ten_pages());
    assert!((7..=12).contains(&long.pages), "a long letter of {} pages", long.pages);
    check_standards("many pages", &long.bytes);
    check_syntax("many pages", &long.bytes);
}

#[test]
fn the_same_dress_gives_the_same_bytes() {
    let letter = samples::dressed();
    let again = LetterPage {
        letterhead: Letterhead { logo: Some(pictures::plain_logo()), ..letter.letterhead.clone() },
        signature: Some(pictures::signature()),
        ..letter.clone()
    };
    assert_eq!(letter, again, "pictures are equal by what their files hold");
    assert_eq!(set_well(&letter), set_well(&again), "a picture read again is the same in the file");
    let cold = set(&letter, &kindly_page::Fonts::bundled()).expect("the letter has no fault");
    assert_eq!(cold, set_well(&letter), "what fonts remember must not show");
    let envelope = Envelope::of(&letter, EnvelopeSize::Dl);
    assert_eq!(
        set_envelope(&envelope, &FONTS),
        set_envelope(&envelope, &FONTS),
        "an envelope is the same too"
    );
}

#[test]
fn folds_and_holes_are_marked_where_the_norm_has_them() {
    let folds_of = |arrangement: Arrangement, paper: Paper, fold_marks: bool| -> Vec<String> {
        let letter = LetterPage { arrangement, paper, fold_marks, ..samples::renewal_refusal() };
        let found = marks(&set_well(&letter).bytes, 1).rules;
        let at_edge = found.iter().filter(|rule| rule[2] < 20.0 * MM);
        let mut tenths: Vec<String> = at_edge.map(|rule| format!("{:.1}", rule[1] / MM)).collect();
        tenths.sort_unstable_by(|one, other| one.len().cmp(&other.len()).then(one.cmp(other)));
        tenths
    };
    for (arrangement, paper, expected) in [
        (Arrangement::Din5008A, Paper::A4, &["87.0", "148.5", "192.0"][..]),
        (Arrangement::Din5008B, Paper::A4, &["105.0", "148.5", "210.0"]),
        (Arrangement::Din5008B, Paper::UsLetter, &["105.0", "139.7", "210.0"]),
        (Arrangement::Us, Paper::UsLetter, &[]),
        (Arrangement::Plain, Paper::A4, &[]),
    ] {
        assert_eq!(folds_of(arrangement, paper, true), expected, "{arrangement:?} on {paper:?}");
        assert!(folds_of(arrangement, paper, false).is_empty(), "{arrangement:?}: they can be left out");
    }
    let second = marks(&set_well(&samples::early_termination()).bytes, 2).rules;
    assert!(second.iter().all(|rule| rule[2] > 20.0 * MM), "only the first sheet is folded by its marks");
}

#[test]
fn the_address_shows_in_every_window() {
    for (arrangement, paper, window) in [
        (Arrangement::Din5008A, Paper::A4, [20.0, 27.0, 105.0, 72.0]),
        (Arrangement::Din5008A, Paper::UsLetter, [20.0, 27.0, 105.0, 72.0]),
        (Arrangement::Din5008B, Paper::A4, [20.0, 45.0, 105.0, 90.0]),
        (Arrangement::Din5008B, Paper::UsLetter, [20.0, 45.0, 105.0, 90.0]),
        // A #10 envelope: 0.875 to 4.375 in, 2.04 to 3.17 in of a Letter sheet, 0.23 in lower on A4.
        (Arrangement::Us, Paper::UsLetter, [22.2, 51.8, 111.1, 80.5]),
        (Arrangement::Us, Paper::A4, [22.2, 57.6, 111.1, 86.4]),
    ] {
        let mut letter = samples::dressed_as(arrangement, paper, Typeface::Serif);
        letter.recipient = (1..=5).map(|line| format!("Zeile{line} einer langen Anschrift")).collect();
        letter.remark = None;
        let words = words_of(&set_well(&letter).bytes);
        for word in words.iter().filter(|word| word.text.starts_with("Zeile")) {
            let [left, top, right, bottom] = word.edges.map(|edge| edge / MM);
            let inside =
                left > window[0] && top > window[1] - 0.5 && right < window[2] && bottom < window[3] + 0.8;
            assert!(
                inside,
                "{arrangement:?} on {paper:?}: {} at {left} {top} {right} {bottom} mm",
                word.text
            );
        }
    }
}

#[test]
fn the_signature_stands_between_closing_and_name() {
    for typeface in [Typeface::Serif, Typeface::Sans] {
        let letter = LetterPage { typeface, ..samples::dressed() };
        let pdf = set_well(&letter);
        let words = words_of(&pdf.bytes);
        let found = marks(&pdf.bytes, 1).pictures;
        let (_, edges) = found.iter().find(|(name, _)| name == "Signature").expect("it is on the page");
        let closing = words.iter().find(|word| word.text == "Grüßen").expect("the closing").edges;
        let signer = words.iter().rfind(|word| word.text == "Klara" && word.edges[1] > closing[3]);
        let signer = signer.expect("the signer").edges;
        assert!(
            closing[3] <= edges[1] + 3.0 && edges[3] <= signer[1] + 3.0,
            "{closing:?} {edges:?} {signer:?}"
        );
        let (width, height) = ((edges[2] - edges[0]) / MM, (edges[3] - edges[1]) / MM);
        assert!(width <= 55.1 && height <= 18.1, "{width} × {height} mm are larger than a hand writes");
    }
}
