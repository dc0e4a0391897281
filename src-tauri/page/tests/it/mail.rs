//! Envelopes and labels: where the post looks for things, and the standards of a letter.
use crate::apart::{check_apart, many};
use crate::dress::{check_standards, check_syntax};
use crate::places::{MM, words_of};
use crate::{FONTS, samples};
use kindly_page::{
    Envelope, EnvelopeSize, LabelSheet, Labels, LetterPage, Typeface, set_envelope, set_labels,
};

#[test]
fn envelopes_and_labels_keep_the_standards() {
    for typeface in [Typeface::Serif, Typeface::Sans] {
        let letter = LetterPage { typeface, ..samples::dressed() };
        for size in EnvelopeSize::ALL {
            let pdf = set_envelope(&Envelope::of(&letter, size), &FONTS).expect("the envelope has no fault");
            check_standards("an envelope", &pdf.bytes);
            check_syntax("an envelope", &pdf.bytes);
        }
        for sheet in [LabelSheet::A4Fourteen, LabelSheet::UsFourteen] {
            let one = Labels::of(&letter);
            let labels = Labels { sheet, start: 9, addresses: vec![letter.recipient.clone(); 21], ..one };
            let pdf = set_labels(&labels, &FONTS).expect("the labels have no fault");
            assert_eq!(pdf.pages, 3, "eight places used, twenty-one labels");
            check_standards("labels", &pdf.bytes);
            check_syntax("labels", &pdf.bytes);
        }
    }
}

#[test]
fn envelopes_place_what_the_post_looks_for() {
    for size in EnvelopeSize::ALL {
        let mut letter = samples::dressed();
        for lines in [3, 6, 9] {
            letter.recipient = many("Zeile", lines);
            let pdf = set_envelope(&Envelope::of(&letter, size), &FONTS).expect("the envelope has no fault");
            let (width, height) = match size {
                EnvelopeSize::Dl => (220.0, 110.0),
                EnvelopeSize::C5 => (229.0, 162.0),
                EnvelopeSize::C6 => (162.0, 114.0),
                EnvelopeSize::Number10 => (241.3, 104.775),
            };
            let words = words_of(&pdf.bytes);
            for word in &words {
                let [left, top, right, bottom] = word.edges.map(|edge| edge / MM);
                if word.text.starts_with("Zeile") {
                    let read =
                        left > width * 0.4 && right < width - 12.0 && top > 33.0 && bottom < height - 15.0;
                    assert!(
                        read,
                        "{size:?}, {lines} lines: {} at {left} {top} {right} {bottom} mm",
                        word.text
                    );
                }
            }
            assert!(words.iter().any(|word| word.text == "Einschreiben"), "{size:?}: the remark is on it");
            check_apart(&format!("{size:?}"), &pdf.bytes, (width * MM, height * MM));
        }
    }
}

#[test]
fn labels_keep_to_their_places() {
    for (sheet, first, step, label) in [
        (LabelSheet::A4Fourteen, (4.65, 15.15), (101.6, 38.1), (99.1, 38.1)),
        (LabelSheet::UsFourteen, (3.96, 21.16), (106.38, 33.87), (101.6, 33.87)),
    ] {
        let addresses: Vec<Vec<String>> =
            (1..=14).map(|number| many(&format!("Feld{number}-"), 1 + number % 7)).collect();
        let labels = Labels { sheet, start: 1, addresses, ..Labels::of(&samples::dressed()) };
        let pdf = set_labels(&labels, &FONTS).expect("the labels have no fault");
        for word in words_of(&pdf.bytes) {
            let number: u16 =
                word.text["Feld".len()..].split('-').next().expect("a number").parse().expect("a number");
            let (column, row) = (f32::from((number - 1) % 2), f32::from((number - 1) / 2));
            let (left, top) = (first.0 + column * step.0, first.1 + row * step.1);
            let at = word.edges.map(|edge| edge / MM);
            let inside =
                at[0] > left + 4.0 && at[2] < left + label.0 - 4.0 && at[1] > top && at[3] < top + label.1;
            assert!(inside, "{} at {at:?} mm is not in its place {left} {top}", word.text);
        }
    }
    let one = Labels::of(&samples::dressed());
    let error = set_labels(&Labels { start: 15, ..one }, &FONTS).expect_err("there is no such place");
    assert_eq!(
        error.to_string(),
        "A sheet of these labels has no place 15; choose one from 1 to 14",
        "the sentence names the places"
    );
}
