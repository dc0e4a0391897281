//! Every kind in every language on every paper, as the file that goes out.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::kinds::{SAMPLES, Sample, facts, spec};
use crate::samples::{decline, renewal};
use kindly_letters::{Language, LetterSpec, Looks, Paper, Register, compose, finish};
use kindly_page::{Fonts, set};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Both kinds that are built by hand, and all outlined ones with everything they can state.
fn letters(language: Language) -> Vec<(String, LetterSpec)> {
    let coded = [("renewal_refusal", renewal()), ("prospect_decline", decline())];
    let coded = coded.into_iter().map(|(kind, spec)| (kind, LetterSpec { language, ..spec }));
    let outlined = SAMPLES.iter().map(|(kind, _)| {
        (*kind, spec(kind, language, Register::Formal, &facts(kind, language, Sample::Rich)))
    });
    coded.chain(outlined).map(|(kind, spec)| (format!("{kind} in {}", language.tag()), spec)).collect()
}

#[test]
fn every_letter_keeps_the_standards_and_reads_back_word_for_word() {
    let fonts = Fonts::bundled();
    for language in Language::ALL {
        for (name, spec) in letters(language) {
            for paper in [Paper::A4, Paper::UsLetter] {
                let spec = LetterSpec { paper, layout: None, ..spec.clone() };
                let draft = compose(&spec).unwrap_or_else(|error| panic!("{name}: {error}"));
                let page = finish(&spec, &draft, &Looks::default());
                let page = page.unwrap_or_else(|error| panic!("{name}: {error}"));
                let pdf = set(&page, &fonts).unwrap_or_else(|error| panic!("{name}: {error}"));
                for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                    let options = ValidationOptions::default().profile(profile);
                    let report =
                        validate_pdf_bytes(&pdf.bytes, &options).expect("the validator reads the file");
                    assert!(report.failures.is_empty(), "{name} on {paper:?}: {:#?}", report.failures);
                }
                let read = unspaced(&text_of(&pdf.bytes));
                for paragraph in draft.paragraphs.iter().map(|paragraph| unspaced(&paragraph.text)) {
                    assert!(read.contains(&paragraph), "{name} on {paper:?}: “{paragraph}” stands in {read}");
                }
            }
        }
    }
}

/// What a reader of the file reads; hyphens that only divide a word at the end of a line are taken back.
fn text_of(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed");
    reader.stdin.take().expect("it reads from here").write_all(pdf).expect("it takes the file");
    let read = reader.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&read.stdout).replace('\u{ad}', "")
}

/// Without spaces, since a line may end at any of them, and after a hyphen of the word's own.
fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}
