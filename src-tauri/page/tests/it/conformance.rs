//! The files keep the standards that they name, as far as programs can tell.
use crate::{all_samples, extraction, set_well};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

fn check_profile(profile: ValidationProfile) {
    for (name, letter) in all_samples() {
        check_file(name, &set_well(&letter).bytes, profile);
    }
}

pub(crate) fn check_file(name: &str, pdf: &[u8], profile: ValidationProfile) {
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile))
        .unwrap_or_else(|error| panic!("{name}: the validator cannot read the file: {error}"));
    let failures: Vec<String> = report.failures.iter().map(|failure| format!("{failure:?}")).collect();
    assert!(
        report.is_compliant && failures.is_empty(),
        "{name}: archives and readers ask for {profile:?}, but: {failures:#?}"
    );
}

#[test]
fn letters_can_be_archived() {
    check_profile(ValidationProfile::PdfA2a);
}

#[test]
fn letters_can_be_read_aloud() {
    check_profile(ValidationProfile::PdfUa1);
}

#[test]
fn qpdf_finds_no_fault() {
    for (name, letter) in all_samples() {
        let pdf = set_well(&letter);
        let said = extraction::run("qpdf", &["--check", "-"], &pdf.bytes, "qpdf");
        assert!(said.contains("No syntax or stream encoding errors found"), "{name}: qpdf says {said}");
    }
}

#[test]
fn letters_stay_small() {
    for (name, letter) in all_samples() {
        let size = set_well(&letter).bytes.len();
        assert!(size < 48_000, "{name} has {size} bytes; it should go out by e-mail without a thought");
    }
}
