//! What is written can be copied, searched and read aloud exactly.
use crate::{all_samples, samples, set_well};
use kindly_page::LetterPage;
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs a program on a file and gives back what it prints. `-` among the arguments stands for the file.
pub(crate) fn run(program: &str, arguments: &[&str], file: &[u8], package: &str) -> String {
    let mut temporary = tempfile::NamedTempFile::new().expect("the system has a folder for temporary files");
    temporary.write_all(file).expect("the temporary file can be written");
    let path = temporary.path().to_str().expect("temporary folders have plain names");
    let arguments = arguments.iter().map(|&argument| if argument == "-" { path } else { argument });
    let output =
        Command::new(program).args(arguments).stdin(Stdio::null()).output().unwrap_or_else(|error| {
            panic!("{program} does not run ({error}): install the Debian package {package}")
        });
    assert!(output.status.success(), "{program} fails: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}

/// The text of a PDF as a reader copies it, white space as single spaces.
pub(crate) fn extracted(pdf: &[u8]) -> String {
    let text = run("pdftotext", &["-", "/dev/stdout"], pdf, "poppler-utils");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text in the order in which it stands in the file, line by line.
pub(crate) fn raw_text(pdf: &[u8]) -> String {
    run("pdftotext", &["-raw", "-", "/dev/stdout"], pdf, "poppler-utils")
}

fn check_extracts(letter: &LetterPage, expected: &str) {
    let text = extracted(&set_well(letter).bytes);
    assert!(text.contains(expected), "{expected:?} does not come back from the page: {text}");
}

fn with_paragraph(text: &str) -> LetterPage {
    LetterPage { paragraphs: vec![text.to_owned()], ..samples::renewal_refusal() }
}

#[test]
fn every_word_comes_back() {
    for (name, letter) in all_samples() {
        let text = extracted(&set_well(&letter).bytes);
        let lines = [&letter.letterhead.lines, &letter.recipient, &letter.paragraphs, &letter.signer];
        let single = [&letter.place_and_date, &letter.subject, &letter.salutation, &letter.closing];
        for line in lines.into_iter().flatten().chain(single) {
            // pdftotext marks the direction of Hebrew words with characters of its own.
            let unmarked: String = text.chars().filter(|c| !('\u{202A}'..='\u{202E}').contains(c)).collect();
            for word in line.split_whitespace() {
                assert!(unmarked.contains(word), "{name}: {word:?} does not come back: {unmarked}");
            }
        }
    }
}

#[test]
fn names_come_back_exactly() {
    for name in [
        "Zoë Müller-Łukasiewicz",
        "Nguyễn Văn Đức",
        "Ωμέγα ΑΕ",
        "Щедрин",
        "Þórðarson Țepeș Ħal Ŵyn",
        "O’Brien & D’Arcy",
    ] {
        check_extracts(&LetterPage { recipient: vec![name.into()], ..samples::renewal_refusal() }, name);
        check_extracts(&LetterPage { subject: name.into(), ..samples::renewal_refusal() }, name);
        check_extracts(&with_paragraph(name), name);
    }
}

#[test]
fn ligatures_and_signs_come_back_as_letters() {
    for words in [
        "office fjord affluent fish flow off",
        "€4,800 and £2,150 at 3½ % – “quoted” — ‘single’ …",
        "an en\u{2010}dash, a hyphen-minus, A/B, 50 °C, № 7",
        "The Thames, attic, the fft, offbeat, half-life",
    ] {
        check_extracts(&with_paragraph(words), words);
    }
}

#[test]
fn decomposed_letters_come_back_composed() {
    check_extracts(&with_paragraph("Zoe\u{308} Mu\u{308}ller"), "Zoë Müller");
}

#[test]
fn divided_words_come_back_whole() {
    // Fewer than three fit on a line, so that whole words would leave a third of it empty.
    let text = ["pseudopseudohypoparathyroidism"; 20].join(" ");
    let pdf = set_well(&with_paragraph(&text));
    let raw = raw_text(&pdf.bytes);
    assert!(raw.contains('\u{AD}'), "lines of long words are divided, with a soft hyphen: {raw}");
    // A soft hyphen at a line's end is how Unicode writes a word that goes on in the next line.
    let joined = raw.replace("\u{AD}\n", "").replace('\n', " ");
    assert!(joined.contains(&text), "the words come back as they were written: {joined}");
}

#[test]
fn names_and_headings_are_never_divided() {
    let name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(9);
    let pdf = set_well(&with_paragraph(name.trim()));
    let raw = raw_text(&pdf.bytes);
    assert!(!raw.contains('\u{AD}'), "a word with a capital may be a name and stays whole: {raw}");
}
