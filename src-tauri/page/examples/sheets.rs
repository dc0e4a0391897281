//! Writes the sample letters and reports as PDFs into a folder, to be looked at: `cargo run --example sheets -- FOLDER`.
#[path = "../tests/it/pictures.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod pictures;
#[path = "../tests/it/report_samples.rs"]
mod report_samples;
#[path = "../tests/it/samples.rs"]
mod samples;

use kindly_page::{
    Arrangement, Envelope, EnvelopeSize, Fonts, LabelSheet, Labels, LetterPage, Letterhead, Paper, Rgb,
    Typeface, set, set_envelope, set_labels, set_report,
};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("Name the folder to write to")?;
    std::fs::create_dir_all(&folder)?;
    let fonts = Fonts::bundled();
    let write = |name: &str, pdf: kindly_page::Pdf| {
        std::fs::write(folder.join(name).with_extension("pdf"), pdf.bytes)
    };
    for (name, letter) in [
        ("renewal-refusal", samples::renewal_refusal()),
        ("prospect-decline", samples::prospect_decline()),
        ("early-termination", samples::early_termination()),
        ("many-scripts", samples::many_scripts()),
        ("ten-pages", samples::ten_pages()),
    ] {
        write(name, set(&letter, &fonts)?)?;
    }
    for (name, report) in report_samples::samples() {
        write(
            &format!("report-{}", name.replace(", ", "-").replace(' ', "-")),
            set_report(&report, &fonts)?,
        )?;
    }
    for (arrangement, word) in [
        (Arrangement::Din5008A, "din-a"),
        (Arrangement::Din5008B, "din-b"),
        (Arrangement::Us, "us"),
        (Arrangement::Plain, "plain"),
    ] {
        for (paper, paper_word) in [(Paper::A4, "a4"), (Paper::UsLetter, "us-letter")] {
            let letter = samples::dressed_as(arrangement, paper, Typeface::Serif);
            write(&format!("dressed-{word}-{paper_word}"), set(&letter, &fonts)?)?;
            let bare =
                LetterPage { arrangement, paper, typeface: Typeface::Sans, ..samples::renewal_refusal() };
            write(&format!("bare-{word}-{paper_word}"), set(&bare, &fonts)?)?;
        }
    }
    let logos = [
        ("alone", "", pictures::shaded_logo()),
        ("round", "Ines Marlow Consulting", pictures::round_logo()),
        (
            "long",
            "Brandt, Featherstonehaugh & Cholmondeley Independent Finance Consultancy",
            pictures::plain_logo(),
        ),
    ];
    for (word, name, logo) in logos {
        for (arrangement, letters) in [(Arrangement::Din5008A, "a"), (Arrangement::Us, "us")] {
            let plain = samples::renewal_refusal();
            let head = Letterhead { name: name.into(), logo: Some(logo.clone()), ..plain.letterhead.clone() };
            let accent = Some(Rgb(250, 190, 40));
            let letter = LetterPage { letterhead: head, arrangement, accent, ..plain };
            write(&format!("logo-{word}-{letters}"), set(&letter, &fonts)?)?;
        }
    }
    for (size, word) in [
        (EnvelopeSize::Dl, "dl"),
        (EnvelopeSize::C5, "c5"),
        (EnvelopeSize::C6, "c6"),
        (EnvelopeSize::Number10, "10"),
    ] {
        write(&format!("envelope-{word}"), set_envelope(&Envelope::of(&samples::dressed(), size), &fonts)?)?;
    }
    for sheet in [LabelSheet::A4Fourteen, LabelSheet::UsFourteen] {
        let one = Labels::of(&samples::early_termination());
        let addresses = one.addresses.iter().cycle().take(9).cloned().collect();
        let labels = Labels { sheet, start: 4, addresses, ..one };
        write(&format!("labels-{sheet:?}"), set_labels(&labels, &fonts)?)?;
    }
    Ok(())
}
