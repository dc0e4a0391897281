//! Things stand where envelopes, folds and readers expect them.
use crate::{extraction, samples, set_well};
use kindly_page::{LetterPage, Paper, page_count, rasterise};

/// A word of the page with its box in points from the top left corner: left, top, right, bottom.
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) text: String,
    pub(crate) edges: [f32; 4],
}

fn words(letter: &LetterPage) -> Vec<Word> {
    words_of(&set_well(letter).bytes)
}

pub(crate) fn words_of(pdf: &[u8]) -> Vec<Word> {
    let html = extraction::run("pdftotext", &["-bbox", "-", "/dev/stdout"], pdf, "poppler-utils");
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

pub(crate) const MM: f32 = 72.0 / 25.4;

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
            let inside = left > 60.0 && right < width - 60.0 && top > 25.0 && bottom < height - 28.0;
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
fn a_long_addressee_leaves_room_for_the_date() {
    let mut letter = samples::early_termination();
    letter.continuation.addressee = "Ms Maximiliana-Alexandrina Wolfeschlegelsteinhausen ".repeat(4);
    let words = words(&letter);
    let head: Vec<&str> = words
        .iter()
        .filter(|word| word.page == 2 && word.edges[3] < 80.0)
        .map(|word| word.text.as_str())
        .collect();
    let head = head.join(" ");
    assert!(head.contains("… · 22 November 2026"), "the date tells letters to one person apart: {head}");
    assert!(head.contains("Page 2 of 2"), "the number keeps its place: {head}");
}

/// The lowest edge of the words among `texts`, and the highest edge of those among `below`.
fn gap(words: &[Word], texts: &[&str], below: &[&str]) -> f32 {
    let of_page = |among: &[&str]| -> Vec<[f32; 4]> {
        words
            .iter()
            .filter(|word| word.page == 1 && among.iter().any(|text| word.text.contains(text)))
            .map(|word| word.edges)
            .collect()
    };
    let lowest = of_page(texts).iter().map(|edges| edges[3]).fold(0.0, f32::max);
    let highest = of_page(below).iter().map(|edges| edges[1]).fold(f32::MAX, f32::min);
    highest - lowest
}

#[test]
fn a_long_name_stays_in_the_head() {
    let names = [
        "Brandt, Featherstonehaugh & Cholmondeley Independent Finance Consultancy".to_owned(),
        "Brandt, Featherstonehaugh & Cholmondeley Independent Finance and Pricing Consultancy for Companies"
            .into(),
        "B".repeat(60),
        "Wolfeschlegelsteinhausenbergerdorff ".repeat(3),
    ];
    for name in names {
        for sample in [samples::renewal_refusal(), samples::prospect_decline()] {
            let mut letter = sample;
            letter.letterhead.name.clone_from(&name);
            letter.letterhead.lines = (1..=6).map(|line| format!("contact{line}@brandt.example")).collect();
            letter.return_line = "SENDER".into();
            let words = words(&letter);
            let subject = find(&words, "Dear").edges[1];
            let parts: Vec<&str> = name.split(' ').filter(|part| part.len() > 3).collect();
            let name_words: Vec<&Word> = words
                .iter()
                .filter(|word| word.page == 1 && word.edges[1] < subject && word.edges[2] < 400.0)
                .filter(|word| parts.contains(&word.text.as_str()) || word.text.starts_with("BBB"))
                .collect();
            assert!(!name_words.is_empty(), "{name} is on the page");
            let name_bottom = name_words.iter().map(|word| word.edges[3]).fold(0.0, f32::max);
            let name_right = name_words.iter().map(|word| word.edges[2]).fold(0.0, f32::max);
            let below = if letter.paper == Paper::A4 { "SENDER" } else { "November" };
            let top = words.iter().find(|word| word.text.contains(below)).expect("what follows").edges[1];
            assert!(name_bottom <= top + 1.0, "{name}: reaches {name_bottom}, and {below} begins at {top}");
            let contact = find(&words, "contact1@brandt.example").edges[0];
            assert!(contact - name_right > 15.0, "{name}: {} pt beside it", contact - name_right);
        }
    }
}

#[test]
fn the_american_date_keeps_clear_of_the_head() {
    for lines in 1..=6 {
        let mut letter = samples::prospect_decline();
        letter.letterhead.lines = (1..=lines).map(|line| format!("contact{line}@brandt.example")).collect();
        letter.remark = Some("REGISTERED".into());
        let words = words(&letter);
        let above = gap(&words, &["contact"], &["November"]);
        assert!(above > 2.0, "{lines} lines: the date stands {above} pt under them");
        let date = find(&words, "November").edges[3];
        let remark = find(&words, "REGISTERED").edges[1];
        assert!(date < remark, "{lines} lines: the date ends at {date}, the remark begins at {remark}");
        let city = find(&words, "Columbus,").edges[3];
        assert!(city < 229.0, "{lines} lines: the address still shows in the window, down to {city}");
    }
}

#[test]
fn the_sender_line_is_one_line() {
    let cases = [
        "Brandt Finance · 4 Harbour Row · Bristol BS1 6XN",
        "Đường Sáng Tư vấn Tài chính & Łódź-Çeşme Beratung · Số 12 ngõ 45 phố Trần Quốc Hoàn · Phường Dịch Vọng \
         Hậu, Quận Cầu Giấy · Hà Nội 100000",
        "Brandt, Featherstonehaugh & Cholmondeley Independent Finance and Pricing Consultancy · 4 Harbour Row · \
         Bristol BS1 6XN",
        "One long run of words that has no dot to divide it and yet is far too long for the width of the window",
    ];
    for text in cases {
        let letter = LetterPage { return_line: text.into(), ..samples::renewal_refusal() };
        let words = words(&letter);
        let address = find(&words, "Halden").edges[1];
        let line: Vec<&Word> = words
            .iter()
            .filter(|word| word.page == 1 && word.edges[1] > 125.0 && word.edges[3] < address + 1.0)
            .filter(|word| word.edges[0] < 105.0 * MM)
            .collect();
        let top = line.first().expect("the sender line is on the page").edges[1];
        let one = line.iter().all(|word| (word.edges[1] - top).abs() < 3.0);
        let shown: Vec<&str> = line.iter().map(|word| word.text.as_str()).collect();
        assert!(one, "{shown:?} stands on one line");
        assert_ne!(shown.last(), Some(&"·"), "no dot ends it");
        if let Some((_, place)) = text.rsplit_once(" · ") {
            assert!(shown.join(" ").ends_with(place), "{shown:?} names the place it comes from");
        }
    }
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
