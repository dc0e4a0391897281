//! Reports set whole: headings, facts, tables and drawings, on one page or many.
use crate::report_samples::{SENTENCE, picture, report, samples, strings, table};
use crate::{FONTS, conformance, extraction, places, structure};
use kindly_page::chart::{Anchor, ChartText, Drawing, Fill, Mark, Place, Tint};
use kindly_page::{Block, PageError, Paper, Pdf, Report, set_report};
use lopdf::{Document, Object};
use page_validation::ValidationProfile;
use std::collections::BTreeMap;

fn set_well(report: &Report) -> Pdf {
    set_report(report, &FONTS).expect("the report has no fault")
}

#[test]
fn reports_can_be_archived_and_read_aloud() {
    for (name, report) in samples() {
        let pdf = set_well(&report);
        conformance::check_file(name, &pdf.bytes, ValidationProfile::PdfA2a);
        conformance::check_file(name, &pdf.bytes, ValidationProfile::PdfUa1);
        structure::check_tree(name, &pdf.bytes);
        let said = extraction::run("qpdf", &["--check", "-"], &pdf.bytes, "qpdf");
        assert!(said.contains("No syntax or stream encoding errors found"), "{name}: qpdf says {said}");
        let pages = kindly_page::page_count(&pdf.bytes).expect("it can be read");
        assert_eq!(pages, pdf.pages, "{name}: it says how many pages it has");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (name, report) in samples() {
        assert!(set_well(&report).bytes == set_well(&report.clone()).bytes, "{name} is the same each time");
    }
}

#[test]
fn no_word_lies_on_another_or_leaves_its_page() {
    for (name, report) in samples() {
        let height = match report.paper {
            Paper::A4 => 297.0 * places::MM,
            Paper::UsLetter => 792.0,
        };
        let words = places::words_of(&set_well(&report).bytes);
        for (index, word) in words.iter().enumerate() {
            let [left, top, right, bottom] = word.edges;
            let inside = left > 20.0 * places::MM
                && right < 195.0 * places::MM
                && top > 50.0
                && bottom < height - 30.0;
            assert!(inside, "{name}: “{}” stands at {:?}", word.text, word.edges);
            let [left, top, right, bottom] = middle(word.edges);
            for other in words[index + 1..].iter().filter(|other| other.page == word.page) {
                let edges = middle(other.edges);
                let apart = right <= edges[0] || edges[2] <= left || bottom <= edges[1] || edges[3] <= top;
                assert!(apart, "{name}: “{}” lies on “{}” at {:?}", word.text, other.text, word.edges);
            }
        }
    }
}

/// A word without the room above and below its letters.
fn middle([left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
    let height = bottom - top;
    [left + 0.2, top + height * 0.3, right - 0.2, bottom - height * 0.28]
}

#[test]
fn a_table_over_pages_says_its_head_on_each_and_tells_every_row_once() {
    let pdf = set_well(&report(vec![table(150)]));
    assert!(pdf.pages > 2, "it takes more than two pages: {}", pdf.pages);
    let words = places::words_of(&pdf.bytes);
    for page in 1..=pdf.pages {
        let on_page: Vec<&places::Word> = words.iter().filter(|word| word.page == page).collect();
        let heads: Vec<&&places::Word> = on_page.iter().filter(|word| word.text == "stands").collect();
        assert_eq!(heads.len(), 1, "page {page} says what its columns are");
        let first = on_page.iter().find(|word| word.text.starts_with("Day") && word.text != "Day");
        assert!(
            first.is_some_and(|row| row.edges[1] > heads[0].edges[1]),
            "above the first row of page {page}"
        );
        let foot = on_page.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        assert!(foot.contains(&format!("Page {page} of {}", pdf.pages)), "page {page} is counted: {foot}");
    }
    let rows: Vec<&str> = words
        .iter()
        .map(|word| word.text.as_str())
        .filter(|text| text.strip_prefix("Day").is_some_and(|number| !number.is_empty()))
        .collect();
    let expected: Vec<String> = (1..=150).map(|row| format!("Day{row}")).collect();
    assert_eq!(rows, expected, "each row once and in order");
    // For a reader that speaks there is one table with one head.
    let roles = roles(&pdf.bytes);
    assert_eq!(roles["Table"], 1, "one table: {roles:?}");
    assert_eq!((roles["TR"], roles["TH"], roles["TD"]), (151, 3, 450), "its head once, and all cells");
}

/// How many elements of the structure there are, by role.
fn roles(pdf: &[u8]) -> BTreeMap<String, usize> {
    let document = structure::opened(pdf);
    let mut roles = BTreeMap::new();
    for element in elements(&document) {
        let role = element.get(b"S").and_then(Object::as_name).expect("an element has a role");
        *roles.entry(String::from_utf8_lossy(role).into_owned()).or_default() += 1;
    }
    roles
}

fn elements(document: &Document) -> impl Iterator<Item = &lopdf::Dictionary> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    dictionaries.filter(|object| {
        object.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"StructElem")
    })
}

#[test]
fn parts_are_what_they_are_to_a_reader_that_speaks() {
    let pdf = set_well(&samples()[0].1);
    let roles = roles(&pdf.bytes);
    let count = |role: &str| roles.get(role).copied().unwrap_or(0);
    assert_eq!((count("H1"), count("H2")), (1, 2), "title and headings: {roles:?}");
    assert_eq!((count("Table"), count("Figure")), (1, 1), "a table and a picture: {roles:?}");
    let document = structure::opened(&pdf.bytes);
    let figure =
        elements(&document).find(|element| element.has(b"Alt")).expect("the picture has other words");
    let Ok(Object::String(said, _)) = figure.get(b"Alt") else { panic!("it is a text") };
    let units: Vec<u16> = said[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16_lossy(&units), "Three deliveries as agreed", "for who does not see it");
    let raw = extraction::raw_text(&pdf.bytes);
    let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Delivered as agreed 14 of 16", "Day1 Delivery: Report as agreed", "Deliveries", "2026"] {
        assert!(text.contains(words), "“{words}” can be copied: {text}");
    }
}

#[test]
fn a_heading_stands_with_its_drawing_and_the_table_behind_it() {
    let mut turned = 0;
    for above in 20..45 {
        let blocks = vec![table(above), Block::Heading("Together".into()), picture(), table(5)];
        let words = places::words_of(&set_well(&report(blocks)).bytes);
        let page_of = |text: &str| -> Vec<usize> {
            words.iter().filter(|word| word.text == text).map(|word| word.page).collect()
        };
        let heading = page_of("Together");
        assert_eq!(heading.len(), 1, "{above} rows above: it stands once");
        assert_eq!(page_of("Filled:"), heading, "{above} rows above: on the page of its drawing");
        assert_eq!(page_of("Day5").last(), heading.last(), "{above} rows above: and of the whole table");
        assert_eq!(page_of("Day1").last(), heading.last(), "{above} rows above: from its first row on");
        turned += usize::from(heading != [words[0].page]);
    }
    assert!((1..25).contains(&turned), "it moves to the next page where it has to: {turned} times");
}

#[test]
fn labels_and_values_are_two_words_when_copied() {
    let pdf = set_well(&report(vec![Block::Facts(vec![("Delivered".into(), "14 of 16".into())])]));
    let raw = extraction::raw_text(&pdf.bytes);
    assert!(!raw.contains("Delivered14"), "a space keeps them apart: {raw}");
}

#[test]
fn each_drawing_is_its_own_however_many_there_are() {
    let drawing = |tint| Drawing {
        width: 100.0,
        height: 20.0,
        marks: vec![Mark::Box { left: 1.0, top: 1.0, right: 99.0, bottom: 19.0, tint, fill: Fill::Solid }],
    };
    let tints = [Tint::Good, Tint::Bad, Tint::Ours, Tint::Ink];
    let block = |tint: Tint| Block::Picture {
        drawing: drawing(tint),
        instead: "A box".into(),
        caption: String::new(),
    };
    let pdf = set_well(&report((0..12).map(|place| block(tints[place % tints.len()])).collect()));
    let mut seen = Vec::new();
    for page in 1..=pdf.pages {
        let shown = kindly_page::rasterise(&pdf.bytes, page, 600).expect("a page");
        // Down the middle of the page, the colour of each box once.
        let column = (0..shown.height).map(|y| {
            let at = ((y * shown.width + shown.width / 2) * 4) as usize;
            [shown.rgba[at], shown.rgba[at + 1], shown.rgba[at + 2]]
        });
        let mut last = [255, 255, 255];
        for colour in column {
            let is_box = [[0x3e, 0x7d, 0x55], [0xa6, 0x3f, 0x32], [0x5b, 0x5e, 0xa6], [0x23, 0x21, 0x1c]]
                .contains(&colour);
            if is_box && colour != last {
                seen.push(colour);
            }
            if is_box || colour == [255, 255, 255] {
                last = colour;
            }
        }
    }
    assert_eq!(seen.len(), 12, "twelve boxes are to be seen: {seen:?}");
    assert!(seen.chunks(4).all(|four| four == &seen[..4]), "each in its own tint: {seen:?}");
}

#[test]
fn what_no_page_can_hold_is_refused_in_one_sentence() {
    let heading = |text: &str| report(vec![Block::Heading(text.into())]);
    let cell = |text: String| {
        report(vec![Block::Table {
            head: strings(&["One", "Two"]),
            widths: vec![0.01, 9.0],
            rows: vec![vec![text, String::new()]],
        }])
    };
    let drawn = |mark: Mark| {
        let drawing = Drawing { width: 100.0, height: 20.0, marks: vec![mark] };
        report(vec![Block::Picture { drawing, instead: "x".into(), caption: String::new() }])
    };
    let name = |text: &str| Mark::Text {
        x: 1.0,
        y: 1.0,
        anchor: Anchor::Start,
        text: ChartText::Name { text: text.into() },
        tint: Tint::Ink,
    };
    let line =
        |x: f64| Mark::Line { points: vec![Place { x, y: 1.0 }], tint: Tint::Ink, width: 1.0, dashed: false };
    let facts = Block::Facts(vec![(String::new(), String::new()); 101]);
    let wide = Block::Table { head: vec![String::new(); 9], widths: Vec::new(), rows: vec![Vec::new()] };
    for (report, expected) in [
        (
            Report { title: "  ".into(), ..report(Vec::new()) },
            "The title is empty; write it before the letter is set",
        ),
        (Report { language: "english".into(), ..report(Vec::new()) }, "is not a language tag"),
        (heading("An \u{1F600}"), "which no font of the letter has; replace it"),
        (heading("One\nTwo"), "the control character U+000A; remove it"),
        (heading("a\u{202E}b"), "the invisible direction mark U+202E"),
        (heading(&"x".repeat(301)), "has 301 characters, and at most 300 fit; shorten it"),
        (cell("word ".repeat(60)), "The row of the table takes"),
        (drawn(name("\u{1F600}")), "which no font of the letter has; replace it"),
        (drawn(line(f64::NAN)), "a drawing has a place that is nowhere"),
        (drawn(line(f64::INFINITY)), "a drawing has a place that is nowhere"),
        (report(vec![facts]), "There are 101 facts under one another, and at most 100 fit"),
        (report(vec![wide]), "There are 9 columns in a table, and at most 8 fit"),
        (report(vec![table(2_001)]), "There are 2001 rows in a table, and at most 2000 fit"),
        (
            report(vec![Block::Text(String::new()); 401]),
            "There are 401 parts of the report, and at most 400 fit",
        ),
    ] {
        let refused: Result<Pdf, PageError> = set_report(&report, &FONTS);
        let said = refused.expect_err(expected).to_string();
        assert!(said.contains(expected), "“{said}” should say “{expected}”");
    }
}

#[test]
fn no_paragraph_leaves_a_line_alone_on_a_page() {
    for before in 30..56 {
        let filler = Block::Facts(vec![("Label".into(), "Value".into()); before]);
        let pdf = set_well(&report(vec![filler, Block::Text(SENTENCE.repeat(3))]));
        let words = places::words_of(&pdf.bytes);
        let mut lines: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        let first = words.iter().position(|word| word.text == "What").expect("the paragraph");
        let last = words.iter().rposition(|word| word.text == "nobody.").expect("its end");
        for word in words[first..=last].iter().filter(|word| word.edges[3] < 770.0) {
            #[expect(clippy::cast_possible_truncation, reason = "places on a page")]
            lines.entry(word.page).or_default().push(word.edges[1] as i64);
        }
        for (page, mut tops) in lines {
            tops.sort_unstable();
            tops.dedup_by(|one, other| (*one - *other).abs() < 4);
            assert!(tops.len() > 1, "after {before} facts one line stands alone on page {page}");
        }
    }
}
