//! Letters set whole, and read back the way others will read them.
mod conformance;
mod extraction;
mod places;
mod refusals;
mod sameness;
mod samples;
mod structure;

use kindly_page::{Fonts, LetterPage, Pdf, set};
use std::sync::LazyLock;

/// As in the app: one set of fonts for all letters.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

fn set_well(letter: &LetterPage) -> Pdf {
    set(letter, &FONTS).expect("the letter has no fault")
}

/// Every sample with its name.
fn all_samples() -> [(&'static str, LetterPage); 4] {
    [
        ("renewal refusal", samples::renewal_refusal()),
        ("prospect decline", samples::prospect_decline()),
        ("early termination", samples::early_termination()),
        ("many scripts", samples::many_scripts()),
    ]
}
