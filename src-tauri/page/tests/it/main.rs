//! Letters set whole, and read back the way others will read them.
mod apart;
mod charts;
mod conformance;
mod dress;
mod extraction;
mod extremes;
mod hostile_pictures;
mod mail;
mod pictures;
mod places;
mod refusals;
mod report_samples;
mod reports;
mod sameness;
mod samples;
mod scripts;
mod structure;

use kindly_page::{Arrangement, Fonts, LetterPage, Paper, Pdf, Typeface, set};
use std::sync::LazyLock;

/// As in the app: one set of fonts for all letters.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

fn set_well(letter: &LetterPage) -> Pdf {
    set(letter, &FONTS).expect("the letter has no fault")
}

/// Every sample with its name.
fn all_samples() -> [(&'static str, LetterPage); 6] {
    [
        ("renewal refusal", samples::renewal_refusal()),
        ("prospect decline", samples::prospect_decline()),
        ("early termination", samples::early_termination()),
        ("many scripts", samples::many_scripts()),
        ("dressed", samples::dressed()),
        ("dressed, plain and without serifs", dressed_plainly()),
    ]
}

fn dressed_plainly() -> LetterPage {
    samples::dressed_as(Arrangement::Plain, Paper::UsLetter, Typeface::Sans)
}
