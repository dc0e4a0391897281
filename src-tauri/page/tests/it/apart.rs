//! Nothing on a page lies on anything else, whatever the letterhead asks for.
use crate::dress::{ARRANGEMENTS, PAPERS};
use crate::places::{MM, Word, words_of};
use crate::{FONTS, pictures, samples};
use kindly_page::{Arrangement, LetterPage, PageError, Paper, Picture, Typeface, set};
use lopdf::content::Content;
use lopdf::{Document, Object};

/// Rules and pictures of a page: left, top, right, bottom in points from the top left corner.
pub(crate) struct Marks {
    pub(crate) rules: Vec<[f32; 4]>,
    pub(crate) pictures: Vec<(String, [f32; 4])>,
}

pub(crate) fn marks(pdf: &[u8], page: u32) -> Marks {
    let document = Document::load_mem(pdf).expect("our own file opens");
    let id = document.get_pages()[&page];
    let size = document.get_dictionary(id).and_then(|page| page.get(b"MediaBox")).expect("a page has a size");
    let height = size.as_array().expect("four edges")[3].as_float().expect("a number");
    let content = document.get_page_content(id);
    let operations = Content::decode(&content).expect("its content is well formed").operations;
    let numbers = |operands: &[Object]| -> Vec<f32> {
        operands.iter().map(|operand| operand.as_float().unwrap_or(0.0)).collect()
    };
    let mut found = Marks { rules: Vec::new(), pictures: Vec::new() };
    let (mut from, mut matrix) = (Vec::new(), Vec::new());
    for operation in &operations {
        match operation.operator.as_str() {
            "m" => from = numbers(&operation.operands),
            "l" => {
                let to = numbers(&operation.operands);
                found.rules.push([from[0], height - from[1], to[0], height - to[1]]);
            }
            "cm" => matrix = numbers(&operation.operands),
            "Do" => {
                let name = operation.operands[0].as_name().expect("a picture has a name");
                let (left, bottom) = (matrix[4], height - matrix[5]);
                let edges = [left, bottom - matrix[3], left + matrix[0], bottom];
                found.pictures.push((String::from_utf8_lossy(name).into_owned(), edges));
            }
            _ => {}
        }
    }
    found
}

/// What must not touch: a word without the room above and below its letters.
fn body(word: &Word) -> [f32; 4] {
    let [left, top, right, bottom] = word.edges;
    let height = bottom - top;
    [left + 0.2, top + height * 0.3, right - 0.2, bottom - height * 0.28]
}

fn touch(one: [f32; 4], other: [f32; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

pub(crate) fn check_apart(name: &str, pdf: &[u8], (width, height): (f32, f32)) {
    let words = words_of(pdf);
    for (index, word) in words.iter().enumerate() {
        let box_of_word = body(word);
        let on_sheet = box_of_word[0] > 8.0 * MM
            && box_of_word[1] > 6.0 * MM
            && box_of_word[2] < width - 8.0 * MM
            && box_of_word[3] < height - 8.0 * MM;
        assert!(on_sheet, "{name}: {} leaves the sheet: {:?}", word.text, word.edges);
        for other in words[index + 1..].iter().filter(|other| other.page == word.page) {
            let apart = !touch(box_of_word, body(other));
            assert!(
                apart,
                "{name}: “{}” {:?} lies on “{}” {:?}",
                word.text, word.edges, other.text, other.edges
            );
        }
    }
    let pages = words.iter().map(|word| word.page).max().unwrap_or(1);
    for page in 1..=pages {
        let marks = marks(pdf, u32::try_from(page).expect("a letter has few pages"));
        for (picture, edges) in &marks.pictures {
            let inside = edges[0] > 8.0 * MM && edges[1] > 4.0 * MM && edges[2] < width && edges[3] < height;
            assert!(inside, "{name}: {picture} leaves the sheet: {edges:?}");
            for word in words.iter().filter(|word| word.page == page) {
                assert!(
                    !touch(*edges, body(word)),
                    "{name}: {picture} {edges:?} lies on {} {:?}",
                    word.text,
                    word.edges
                );
            }
        }
        for [left, y, right, _] in marks.rules {
            for word in words.iter().filter(|word| word.page == page) {
                let rule = [left, y - 0.2, right, y + 0.2];
                assert!(
                    !touch(rule, body(word)),
                    "{name}: a rule at {y} strikes through {} {:?}",
                    word.text,
                    word.edges
                );
            }
        }
    }
}

pub(crate) fn many(text: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{text}{number}")).collect()
}

type Change = fn(&mut LetterPage);

/// Letterheads that ask for more than there is room.
const EXTREMES: [(&str, Change); 12] = [
    ("as it is", |_| ()),
    ("a long name", |letter| {
        letter.letterhead.name =
            "Brandt, Featherstonehaugh & Cholmondeley Independent Finance Consultancy".into();
    }),
    ("a name in one long word", |letter| {
        letter.letterhead.name = "Donaudampfschifffahrtsgesellschaft".into();
    }),
    ("a tall logo", |letter| letter.letterhead.logo = Picture::read(&pictures::png(40, 700)).ok()),
    ("a wide logo", |letter| letter.letterhead.logo = Picture::read(&pictures::jpeg(1500, 90)).ok()),
    ("no logo", |letter| letter.letterhead.logo = None),
    ("a logo alone", |letter| letter.letterhead.name.clear()),
    ("many details", |letter| letter.letterhead.lines = many("kontakt.und.mehr@brandt-beratung.example", 6)),
    ("many references", |letter| {
        letter.references = (1..=6).map(|n| (format!("Zeichen {n}"), format!("HAL-07/118-{n}"))).collect();
    }),
    ("a wide foot", |letter| letter.letterhead.footer = vec![many("IBAN DE02 1203 0000 0000 2020 5", 6); 4]),
    ("a tall signature", |letter| letter.signature = Picture::read(&pictures::png(100, 900)).ok()),
    ("a long address and everything else", |letter| {
        letter.recipient = many("Zeile der Anschrift ", 6);
        letter.letterhead.lines = many("Kontaktzeile ", 6);
        letter.letterhead.footer = vec![many("Angabe ", 6); 3];
        letter.references = vec![("Ihr Zeichen".into(), "mit einer ziemlich langen Angabe dazu".into()); 3];
        letter.paragraphs = samples::early_termination().paragraphs;
    }),
];

#[test]
fn nothing_lies_on_anything_else() {
    std::thread::scope(|scope| {
        for arrangement in ARRANGEMENTS {
            scope.spawn(move || check_arrangement(arrangement));
        }
    });
}

fn check_arrangement(arrangement: Arrangement) {
    for (extreme, change) in EXTREMES {
        let mut letter = samples::dressed();
        change(&mut letter);
        for paper in PAPERS {
            for typeface in [Typeface::Serif, Typeface::Sans] {
                let name = format!("{arrangement:?} on {paper:?} in {typeface:?}, {extreme}");
                let letter = LetterPage { arrangement, paper, typeface, ..letter.clone() };
                let pdf = set(&letter, &FONTS).unwrap_or_else(|error| panic!("{name}: {error}"));
                let size = if paper == Paper::A4 { (210.0 * MM, 297.0 * MM) } else { (612.0, 792.0) };
                check_apart(&name, &pdf.bytes, size);
            }
        }
    }
}

#[test]
fn the_measure_tells_what_lies_on_something() {
    let word = |edges: [f32; 4]| Word { page: 1, text: String::new(), edges };
    let first = word([100.0, 100.0, 150.0, 113.0]);
    for (edges, expected, why) in [
        ([150.5, 100.0, 180.0, 113.0], false, "words stand side by side"),
        ([100.0, 112.0, 150.0, 125.0], false, "lines are set solid"),
        ([145.0, 100.0, 180.0, 113.0], true, "a word runs into the next"),
        ([100.0, 105.0, 150.0, 118.0], true, "half a line is no distance"),
        ([110.0, 90.0, 120.0, 140.0], true, "a large word covers a small one"),
    ] {
        assert_eq!(touch(body(&first), body(&word(edges))), expected, "{why}");
    }
}

#[test]
fn what_cannot_stand_apart_is_refused() {
    let refused = |change: &dyn Fn(&mut LetterPage)| {
        let mut letter = samples::dressed();
        change(&mut letter);
        set(&letter, &FONTS).err().map(|error: PageError| error.to_string()).unwrap_or_default()
    };
    let long = "wort ".repeat(50);
    for (change, sentence) in [
        (
            &|letter: &mut LetterPage| letter.letterhead.footer = vec![vec![long.clone(); 6]; 4] as _,
            "The longest column at the foot of the page takes 48 lines on paper, and at most 8 fit; shorten it",
        ),
        (
            &|letter: &mut LetterPage| letter.references = vec![("Zeichen".into(), long.clone()); 6],
            "The block of references takes 60 lines on paper, and at most 12 fit; shorten it",
        ),
        (
            &|letter: &mut LetterPage| letter.letterhead.footer = vec![vec!["a".into()]; 5],
            "There are 5 columns at the foot, and at most 4 fit; leave some out or join them",
        ),
        (
            &|letter: &mut LetterPage| letter.letterhead.footer[1][0].push('😀'),
            "Column 2 at the foot of the page contains “😀” (U+1F600), which no font of the letter has; replace it",
        ),
    ] as [(&dyn Fn(&mut LetterPage), &str); 4]
    {
        assert_eq!(refused(change), sentence, "a person must understand at once what to change");
    }
}
