//! Text in the scripts of the world: those of the built-in fonts, and those that the system's fonts add.
use crate::extraction::{extracted, raw_text, run};
use crate::{FONTS, samples};
use kindly_page::{FontFile, FontSource, Fonts, LetterPage, Typeface, Wanted, missing_characters, set};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

const AMIRI: &str = "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf";
const AMIRI_BOLD: &str = "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Bold.ttf";
const MICRO_HEI: &str = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

/// The fonts of two Debian packages, as a system's would be found.
struct Installed;

impl FontSource for Installed {
    fn find(&self, wanted: &Wanted<'_>) -> Option<FontFile> {
        let (path, package, index) = match (wanted.script, wanted.rank) {
            ("Arab", 0) if wanted.bold => (AMIRI_BOLD, "fonts-hosny-amiri", 0),
            ("Arab", 0) => (AMIRI, "fonts-hosny-amiri", 0),
            // The second face of the collection: the first has the same letters.
            ("Hani" | "Hira" | "Kana" | "Hang", 0) => (MICRO_HEI, "fonts-wqy-microhei", 1),
            _ => return None,
        };
        let data = std::fs::read(path)
            .unwrap_or_else(|error| panic!("{path}: {error}: install the Debian package {package}"));
        Some(FontFile { data: data.into(), index })
    }
}

/// All fonts of [`Installed`].
pub(crate) fn installed() -> impl Iterator<Item = FontFile> {
    [("Arab", false), ("Arab", true), ("Hani", false)]
        .into_iter()
        .filter_map(|(script, bold)| Installed.find(&Wanted { script, language: "en", bold, rank: 0 }))
}

static MORE_FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::with_more(Box::new(Installed)));

/// The letter with this text for its recipient, its subject and a paragraph of its own, set with all fonts.
fn set_with(text: &str, typeface: Typeface) -> Vec<u8> {
    let letter = LetterPage {
        typeface,
        recipient: vec![text.to_owned()],
        subject: text.to_owned(),
        paragraphs: vec![text.to_owned(), format!("Thank you, {text}, for your work.")],
        title: "Names".into(),
        ..samples::renewal_refusal()
    };
    set(&letter, &MORE_FONTS).unwrap_or_else(|error| panic!("{text:?} in {typeface:?}: {error}")).bytes
}

/// Direction marks that pdftotext puts around words it has turned.
fn unmarked(text: &str) -> String {
    text.chars().filter(|c| !('\u{202A}'..='\u{202E}').contains(c)).collect()
}

const NAMES: &[&str] = &[
    "Zoë Müller-Łukasiewicz",
    "Nguyễn Văn Đức",
    "Ωμέγα ΑΕ",
    "Щедрин",
    "東京",
    "東京都千代田区、山田太郎",
    "서울특별시 김민수",
    "北京市朝阳区",
    "العربية",
    "محمد الأمين",
    "لا إله",
    "עברית",
    "שרה לוי",
    "office fjord affluent fish €4,800",
    "Þórðarson Țepeș Ħal Ŵyn",
];

/// A letter with all names.
pub(crate) fn all_names() -> Vec<u8> {
    set_with_paragraphs(NAMES, Typeface::Sans)
}

#[test]
fn names_in_any_script_come_back_exactly() {
    for typeface in [Typeface::Serif, Typeface::Sans] {
        for name in NAMES {
            let text = unmarked(&extracted(&set_with(name, typeface)));
            let wanted = name.replace('\u{3000}', " ");
            let found = text.matches(&wanted).count();
            assert!(found >= 4, "{name:?} in {typeface:?} comes back {found} times of 4: {text}");
        }
    }
}

#[test]
fn letters_in_any_script_keep_the_standards() {
    for typeface in [Typeface::Serif, Typeface::Sans] {
        let text = NAMES.join(", ");
        let pdf = set_with(&text.chars().take(60).collect::<String>(), typeface);
        let all = set_with_paragraphs(NAMES, typeface);
        for (what, pdf) in [("a name", pdf), ("all names", all)] {
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let report = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile))
                    .expect("the validator reads the file");
                assert!(
                    report.failures.is_empty(),
                    "{what} in {typeface:?}, {profile:?}: {:?}",
                    report.failures
                );
            }
        }
    }
}

/// Words whose letters look or stand otherwise than one by one, and what else a font could stumble over.
const HARD_WORDS: &[&str] = &[
    // Marks on letters, and marks that have no letter of their own in Unicode.
    "שָׁלוֹם",
    "x\u{30C}\u{301}",
    // Joiners that only steer the shaper.
    "می\u{200C}خواهم",
    // Digits of their own.
    "١٢٣",
    // Signs that stand with the text before.
    "東京。",
    "「東京」",
];

/// Without joiners, and without the points of Hebrew, which pdftotext puts before their letters.
fn letters(text: &str) -> String {
    unmarked(text).chars().filter(|c| !matches!(c, '\u{5B0}'..='\u{5C7}' | '\u{200C}')).collect()
}

#[test]
fn hard_words_are_set_and_come_back() {
    for typeface in [Typeface::Serif, Typeface::Sans] {
        for word in HARD_WORDS {
            let text = letters(&extracted(&set_with_paragraphs(&[word], typeface)));
            assert!(text.contains(&letters(word)), "{word:?} in {typeface:?} does not come back: {text:?}");
        }
    }
}

/// The left edge of a word of the page in points, after pdftotext.
fn left_edge(pdf: &[u8], word: &str) -> f32 {
    let boxes = run("pdftotext", &["-bbox", "-", "/dev/stdout"], pdf, "poppler-utils");
    let line = boxes.lines().find(|line| line.contains(&format!(">{word}<")));
    let line = line.unwrap_or_else(|| panic!("{word} stands on the page: {boxes}"));
    let value = line.split("xMin=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).expect("pdftotext states edges")
}

#[test]
fn most_of_a_paragraph_decides_its_direction() {
    let english = set_with_paragraphs(&["שרה has signed the offer."], Typeface::Serif);
    let (second, last) = (left_edge(&english, "has"), left_edge(&english, "offer."));
    assert!(second < 100.0 && second < last, "an English sentence begins at the left: {second}, {last}");
    let hebrew = set_with_paragraphs(&["Sarah כתבה לנו מכתב ארוך 2027"], Typeface::Serif);
    let (first, last) = (left_edge(&hebrew, "Sarah"), left_edge(&hebrew, "2027"));
    assert!(first > 470.0 && last < first, "a Hebrew sentence begins at the right: {first}, {last}");
}

#[test]
fn long_paragraphs_in_other_directions_break_like_any_other() {
    let text = ["نشكركم على ثقتكم وعلى العمل الذي أنجزناه معا"; 12].join(" ");
    let pdf = set_with_paragraphs(&[&text], Typeface::Serif);
    let found = unmarked(&extracted(&pdf));
    assert!(found.contains(&text), "the lines follow one another: {found}");
}

/// Counts what is asked of it.
struct Counting(Arc<AtomicUsize>);

impl FontSource for Counting {
    fn find(&self, wanted: &Wanted<'_>) -> Option<FontFile> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Installed.find(wanted)
    }
}

#[test]
fn a_source_is_asked_only_for_what_is_missing_and_only_once() {
    let asked = Arc::new(AtomicUsize::new(0));
    let fonts = Fonts::with_more(Box::new(Counting(Arc::clone(&asked))));
    let set_text = |text: &str| {
        let letter = LetterPage { paragraphs: vec![text.to_owned()], ..samples::many_scripts() };
        set(&letter, &fonts).map(drop)
    };
    set_text("Zoë Müller").expect("the bundled fonts have all of it");
    assert_eq!(asked.load(Ordering::Relaxed), 0, "nothing is missing");
    for _ in 0..3 {
        set_text("محمد").expect("an installed font has it");
        assert_eq!(asked.load(Ordering::Relaxed), 1, "the script is asked for once");
    }
    for _ in 0..3 {
        set_text("ไทย").expect_err("no installed font has it");
        assert_eq!(asked.load(Ordering::Relaxed), 2, "that there is none is kept too");
    }
}

#[test]
fn what_was_set_before_does_not_show() {
    let letters: Vec<LetterPage> = [&["東京", "العربية"], &["العربية", "서울"], &["서울", "東京"]]
        .iter()
        .map(|names| LetterPage {
            paragraphs: names.iter().map(ToString::to_string).collect(),
            subject: names[1].into(),
            ..samples::renewal_refusal()
        })
        .collect();
    let cold: Vec<_> = letters
        .iter()
        .map(|letter| set(letter, &Fonts::with_more(Box::new(Installed))).expect("fonts have all names"))
        .collect();
    let fonts = Fonts::with_more(Box::new(Installed));
    for (letter, cold) in letters.iter().zip(&cold).rev() {
        let warm = set(letter, &fonts).expect("fonts have all names");
        assert!(warm == *cold, "the order in which fonts came must not show in a file");
    }
}

#[test]
fn the_two_families_help_each_other_out() {
    let letter = LetterPage { typeface: Typeface::Sans, ..samples::many_scripts() };
    let text = unmarked(&extracted(&set(&letter, &FONTS).expect("the bundled fonts have all of it").bytes));
    assert!(text.contains("שלום עליכם"), "the sans lacks Hebrew, the serif has it: {text}");
    assert_eq!(missing_characters("ไทย ไ", &MORE_FONTS), ['ไ', 'ท', 'ย'], "what no font has is named");
    assert_eq!(
        missing_characters("東京 العربية", &MORE_FONTS),
        [],
        "what a system's font has is not missing"
    );
    assert_eq!(
        missing_characters("a\u{E000}b", &MORE_FONTS),
        ['\u{E000}'],
        "private signs mean nothing to others"
    );
}

/// One font for every script, as a file would be found on a system.
struct Only(Vec<u8>);

impl FontSource for Only {
    fn find(&self, wanted: &Wanted<'_>) -> Option<FontFile> {
        (wanted.rank == 0).then(|| FontFile { data: self.0.clone().into(), index: 0 })
    }
}

/// How far [`as_chinese`] moves characters: an A becomes the first of the Chinese ones.
const MOVED: u16 = 0x4E00 - 0x41;

/// The font with its few Latin letters under the numbers of Chinese characters, so that they are asked for.
fn as_chinese(font: &[u8]) -> Vec<u8> {
    let mut data = font.to_vec();
    let short = |data: &[u8], at: usize| u16::from_be_bytes([data[at], data[at + 1]]);
    let long = |data: &[u8], at: usize| usize::from(short(data, at)) << 16 | usize::from(short(data, at + 2));
    let record = data.windows(4).position(|window| window == b"cmap").expect("the font has characters");
    let table = long(&data, record + 8);
    let mut subtables: Vec<usize> = (0..usize::from(short(&data, table + 2)))
        .map(|number| table + long(&data, table + 8 + 8 * number))
        .collect();
    subtables.dedup();
    for subtable in subtables {
        assert_eq!(short(&data, subtable), 4, "the small fonts number their characters so");
        let doubled = usize::from(short(&data, subtable + 6));
        let (ends, starts) = (subtable + 14, subtable + 16 + doubled);
        // The last segment only says that it is the last.
        for segment in (0..doubled - 2).step_by(2) {
            let by_difference = short(&data, starts + 2 * doubled + segment) == 0;
            let mut change = |at: usize, by: u16| {
                let changed = short(&data, at).wrapping_add(by).to_be_bytes();
                data[at..at + 2].copy_from_slice(&changed);
            };
            change(ends + segment, MOVED);
            change(starts + segment, MOVED);
            if by_difference {
                change(starts + doubled + segment, MOVED.wrapping_neg());
            }
        }
    }
    data
}

/// The kinds that the fonts for Chinese, Japanese and Korean come in, and those of systems that ship variable fonts.
#[test]
fn fonts_of_every_make_keep_the_standards() {
    for (make, data, letters) in [
        ("CFF by character collection", font_test_data::NOTO_SANS_JP_CFF, "ABCZMNP"),
        ("variable TrueType", font_test_data::VAZIRMATN_VAR, "AÀA"),
        ("variable CFF2", font_test_data::CANTARELL_VF_TRIMMED, "lijk"),
    ] {
        let moved =
            |letter| char::from_u32(u32::from(letter) + u32::from(MOVED)).expect("a Chinese character");
        let text: String = letters.chars().map(moved).collect();
        let fonts = Fonts::with_more(Box::new(Only(as_chinese(data))));
        let letter = LetterPage { paragraphs: vec![text.clone()], ..samples::renewal_refusal() };
        let pdf = set(&letter, &fonts).unwrap_or_else(|error| panic!("{make}: {error}")).bytes;
        let found = extracted(&pdf);
        assert!(found.contains(&text), "{make}: {text} comes back: {found}");
        for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
            let report = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile))
                .expect("the validator reads the file");
            let mut failures = report.failures;
            // Where a font keeps its outlines in several groups, each with a width of its own to count from, the
            // validator takes that of the group after.
            let widths = [":6.2.11.5:1", ":7.21.5:1"];
            let grouped = make.starts_with("CFF");
            failures
                .retain(|failure| !(grouped && widths.iter().any(|rule| failure.rule_id.ends_with(rule))));
            assert!(failures.is_empty(), "{make}, {profile:?}: {failures:?}");
        }
    }
}

/// Extracts as it was typed: nothing that keeps letters apart is written.
#[test]
fn german_words_come_back_without_their_seams() {
    let text = "Schifffahrt, Auflage, höflich, Kaufleute, Stofffarbe, hoffen";
    let letter = LetterPage {
        language: "de-DE".into(),
        paragraphs: vec![text.to_owned()],
        ..samples::renewal_refusal()
    };
    let raw = raw_text(&set(&letter, &FONTS).expect("the letter has no fault").bytes);
    assert!(raw.contains(text), "the words are what was typed: {raw}");
}

fn set_with_paragraphs(paragraphs: &[&str], typeface: Typeface) -> Vec<u8> {
    let paragraphs = paragraphs.iter().map(ToString::to_string).collect();
    let letter = LetterPage { typeface, paragraphs, ..samples::renewal_refusal() };
    set(&letter, &MORE_FONTS).expect("the letter has no fault").bytes
}
