//! Things stand where envelopes, folds and readers expect them.
use crate::{extraction, samples, set_well};
use kindly_page::{LetterPage, Paper, page_count, rasterise};

/// A word of the page with its box in points from the top left corner: left, top, right, bottom.
struct Word {
    page: usize,
    text: String,
    edges: [f32; 4],
}

fn words(letter: &LetterPage) -> Vec<Word> {
    let pdf = set_well(letter);
    let html = extraction::run("pdftotext", &["-bbox", "-", "/dev/stdout"], &pdf.bytes, "poppler-utils");
    let mut page = 0;
    let mut words = Vec::new();
    for line in html.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        } else if let Some(rest) = line.strip_prefix("<word ") {
            let parts: Vec<&str> = rest.split('"').collect();
            let edge = |index: usize| parts[index].parse().expect("pdftotext writes numbers");
            let text = rest.split(['>', '<']).nth(1).unwrap_or_default().to_owned();
            words.push(Word { page, text, edges: [edge(1), edge(3), edge(5), edge(7)] });
        }
    }
    words
}

const MM: f32 = 72.0 / 25.4;

fn find<'a>(words: &'a [Word], text: &str) -> &'a Word {
    words.iter().find(|word| word.text == text).unwrap_or_else(|| panic!("{text} is on the page"))
}

#[test]
fn the_address_shows_in_the_window() {
    // DIN 5008 form B: 20 to 105 mm, 45 to 90 mm.
    let mut letter = samples::early_termination();
    letter.recipient = (1..=6).map(|line| format!("Line{line} of a long address in the window")).collect();
    let a4 = words(&letter);
    for text in ["registered", "Line1", "Line6"] {
        let [left, top, right, bottom] = find(&a4, text).edges;
        let inside = left > 20.0 * MM && right < 105.0 * MM && top > 45.0 * MM && bottom < 90.5 * MM;
        assert!(inside, "{text} at {left} {top} {right} {bottom} does not show in the window");
    }
    // #10 envelope, sheet at the bottom of it: 2.04 to 3.17 in; 0.875 to 4.375 in wherever the sheet slides.
    let us = LetterPage {
        paper: Paper::UsLetter,
        recipient: (1..=5).map(|line| format!("Line{line} of a long address in the window")).collect(),
        ..samples::prospect_decline()
    };
    let us = words(&us);
    for text in ["Line1", "Line5"] {
        let [left, top, right, bottom] = find(&us, text).edges;
        let inside = left > 63.0 && right < 315.0 && top > 146.0 && bottom < 229.0;
        assert!(inside, "{text} at {left} {top} {right} {bottom} does not show in the window");
    }
    assert!(find(&us, "November").edges[3] < 2.04 * 72.0, "nothing but the address shows: the date is above");
}

#[test]
fn nothing_leaves_the_text_area() {
    for (name, letter) in crate::all_samples() {
        let (width, height) = match letter.paper {
            Paper::A4 => (210.0 * MM, 297.0 * MM),
            Paper::UsLetter => (612.0, 792.0),
        };
        for word in words(&letter) {
            let [left, top, right, bottom] = word.edges;
            let inside = left > 60.0 && right < width - 60.0 && top > 40.0 && bottom < height - 60.0;
            assert!(inside, "{name}: {} at {left} {top} {right} {bottom}", word.text);
        }
    }
}

#[test]
fn further_pages_say_whose_they_are() {
    let words = words(&samples::early_termination());
    let second: Vec<&str> =
        words.iter().filter(|word| word.page == 2).map(|word| word.text.as_str()).collect();
    let head = second.join(" ");
    for expected in ["Mr Tomasz Zieliński-Ward · 22 November 2026", "Page 2 of 2"] {
        assert!(head.contains(expected), "a loose second page must find its letter again: {head}");
    }
    assert!(
        !words.iter().any(|word| word.page == 1 && word.text == "Page"),
        "the first page needs no number"
    );
}

#[test]
fn the_closing_is_never_alone() {
    // From a page that is not quite full to a second one well begun: two lines of text always stand above the
    // closing on its page.
    for sentences in 16..46 {
        let text = "We have agreed on this and that, and on a few other things besides. ".repeat(sentences);
        let letter = LetterPage {
            paragraphs: vec![text, "Good wishes to everybody.".into()],
            ..samples::early_termination()
        };
        let words = words(&letter);
        let closing = find(&words, "sincerely,");
        let mut above: Vec<f32> = words
            .iter()
            .filter(|word| word.page == closing.page && word.edges[3] < closing.edges[1] + 4.0)
            .filter(|word| closing.page == 1 || word.edges[1] > 80.0)
            .map(|word| word.edges[1])
            .collect();
        above.sort_by(f32::total_cmp);
        above.dedup_by(|a, b| (*a - *b).abs() < 4.0);
        assert!(above.len() >= 2, "{sentences} sentences: {} lines above the closing", above.len());
        let signer = words.iter().rfind(|word| word.text == "Independent").expect("the signer's role");
        assert_eq!(signer.page, closing.page, "{sentences} sentences: the signature stays with the closing");
    }
}

#[test]
fn there_is_room_to_sign() {
    let words = words(&samples::renewal_refusal());
    let closing = find(&words, "sincerely,").edges[3];
    let signer = words.iter().rfind(|word| word.text == "Marlow").expect("the signer").edges[1];
    assert!(signer - closing > 12.0 * MM, "{} mm are too little for a signature", (signer - closing) / MM);
}

#[test]
fn the_preview_shows_the_page() {
    for (name, letter) in crate::all_samples() {
        let pdf = set_well(&letter);
        assert_eq!(page_count(&pdf.bytes), Ok(pdf.pages), "{name}: the count told is the count in the file");
        for page in 1..=pdf.pages {
            let shown = rasterise(&pdf.bytes, page, 595).expect("a page of our own");
            let expected = if letter.paper == Paper::A4 { (595, 842) } else { (595, 770) };
            assert!(
                shown.width == expected.0 && shown.height.abs_diff(expected.1) <= 1,
                "{name}: {} × {}",
                shown.width,
                shown.height
            );
            assert_eq!(shown.rgba.len(), (shown.width * shown.height * 4) as usize, "four bytes a pixel");
            let dark = shown.rgba.chunks(4).filter(|pixel| pixel[0] < 128).count();
            assert!(dark > 500, "{name}: page {page} shows its text, {dark} dark pixels");
            assert!(shown.rgba.chunks(4).all(|pixel| pixel[3] == 255), "{name}: paper is opaque");
        }
    }
}
