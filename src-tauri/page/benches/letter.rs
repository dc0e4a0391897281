//! How long a person waits for a letter: `cargo bench -p kindly-page`.
#[path = "../tests/it/samples.rs"]
mod samples;

use kindly_page::{Fonts, rasterise, set};

fn main() {
    divan::main();
}

/// One page, with fonts that have set letters before.
#[divan::bench]
fn warm_letter(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::renewal_refusal();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// One page on US paper.
#[divan::bench]
fn warm_us_letter(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::prospect_decline();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// Two full pages.
#[divan::bench]
fn warm_two_pages(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::early_termination();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// Greek, Cyrillic, Vietnamese and Hebrew beside Latin.
#[divan::bench]
fn warm_many_scripts(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::many_scripts();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// The first letter after the program started: fonts are opened too.
#[divan::bench]
fn first_letter(bencher: divan::Bencher<'_, '_>) {
    let letter = samples::renewal_refusal();
    bencher.bench_local(|| set(&letter, &Fonts::bundled()));
}

/// A page at the size of a preview on a dense screen.
#[divan::bench]
fn rasterised_page(bencher: divan::Bencher<'_, '_>) {
    let pdf = set(&samples::renewal_refusal(), &Fonts::bundled()).expect("the sample has no fault");
    bencher.bench_local(|| rasterise(&pdf.bytes, 1, 1190));
}
