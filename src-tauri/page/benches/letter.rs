//! How long a person waits for a letter: `cargo bench -p kindly-page`.
#[path = "../tests/it/pictures.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod pictures;
#[path = "../tests/it/samples.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
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

/// Two full pages of which a person has just changed one paragraph.
#[divan::bench]
fn two_pages_after_a_keystroke(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::early_termination();
    let mut typed = 0_u32;
    bencher.bench_local(|| {
        typed += 1;
        let mut letter = letter.clone();
        letter.paragraphs[2] = format!("{} {typed}", letter.paragraphs[2]);
        set(&letter, &fonts)
    });
}

/// The same page without serifs, from TrueType outlines.
#[divan::bench]
fn warm_sans_letter(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter =
        kindly_page::LetterPage { typeface: kindly_page::Typeface::Sans, ..samples::renewal_refusal() };
    bencher.bench_local(|| set(&letter, &fonts));
}

/// Greek, Cyrillic, Vietnamese and Hebrew beside Latin.
#[divan::bench]
fn warm_many_scripts(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::many_scripts();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// One page with a logo, references, columns at the foot and a signature.
#[divan::bench]
fn warm_dressed_letter(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::dressed();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// Ten pages.
#[divan::bench]
fn warm_ten_pages(bencher: divan::Bencher<'_, '_>) {
    let fonts = Fonts::bundled();
    let letter = samples::ten_pages();
    bencher.bench_local(|| set(&letter, &fonts));
}

/// A logo of lines and areas, read from its file.
#[divan::bench]
fn read_drawing(bencher: divan::Bencher<'_, '_>) {
    bencher.bench_local(|| kindly_page::Picture::read(pictures::PLAIN_SVG.as_bytes()));
}

/// A logo of a million pixels, read from its file.
#[divan::bench]
fn read_pixels(bencher: divan::Bencher<'_, '_>) {
    let file = pictures::png(1600, 640);
    bencher.bench_local(|| kindly_page::Picture::read(&file));
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
