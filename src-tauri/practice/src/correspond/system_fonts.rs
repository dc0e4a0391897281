//! The fonts of this computer, for names in scripts that no font of the program has.
//!
//! They are looked up when the first such character appears, and not before: on a computer with many fonts that takes
//! a moment. Well-made fonts that are free to embed come first, then what the systems bring along.
use fontdb::{Database, FaceInfo, Source, Style};
use kindly_page::{FontFile, FontSource, Wanted};
use std::sync::OnceLock;

/// Files up to this size are read; the large collections for Chinese, Japanese and Korean have some 30 MB.
const MOST_BYTES: u64 = 48 << 20;
/// Weights of regular faces, and from where on a face is bold.
const REGULAR: u16 = 400;
const BOLD: u16 = 600;

/// Finds the system's fonts by the names of their families.
#[derive(Default)]
pub(crate) struct SystemFonts {
    database: OnceLock<Database>,
}

impl FontSource for SystemFonts {
    fn find(&self, wanted: &Wanted<'_>) -> Option<FontFile> {
        let database = self.database.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            database
        });
        families(wanted.script, wanted.language)
            .into_iter()
            .filter_map(|family| face_of(database, family, wanted.bold))
            .filter_map(read)
            .nth(wanted.rank)
    }
}

/// The upright face of a family that is nearest to the wanted weight; none where a bold one is wanted and there is
/// none, for then the regular one of a better family does as well.
fn face_of<'a>(database: &'a Database, family: &str, bold: bool) -> Option<&'a FaceInfo> {
    let named = |face: &&FaceInfo| face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family));
    database
        .faces()
        .filter(named)
        .filter(|face| face.style == Style::Normal && (face.weight.0 >= BOLD) == bold)
        .min_by_key(|face| {
            let aim = if bold { 700 } else { REGULAR };
            (
                face.weight.0.abs_diff(aim),
                face.stretch != fontdb::Stretch::Normal,
                face.post_script_name.clone(),
            )
        })
}

/// The file, unless it is too large or not to be read.
fn read(face: &FaceInfo) -> Option<FontFile> {
    let Source::File(path) = &face.source else { return None };
    if std::fs::metadata(path).ok()?.len() > MOST_BYTES {
        return None;
    }
    Some(FontFile { data: std::fs::read(path).ok()?.into(), index: face.index })
}

/// The families to look for, best first.
fn families(script: &str, language: &str) -> Vec<&'static str> {
    let known: Vec<&[&str]> = match script {
        "Arab" => vec![ARABIC],
        "Hani" | "Hira" | "Kana" | "Bopo" | "Hang" => east_asian(script, language),
        _ => vec![
            OTHER_SCRIPTS.iter().find(|(known, _)| *known == script).map_or(&[], |(_, families)| families),
        ],
    };
    known.into_iter().chain([ANY]).flatten().copied().collect()
}

/// The same character has other strokes in each country; a font for one has most characters of the others.
fn east_asian(script: &str, language: &str) -> Vec<&'static [&'static str]> {
    let mut groups = language.split('-').map(str::to_ascii_lowercase);
    let primary = groups.next().unwrap_or_default();
    let traditional = groups.any(|group| ["hant", "tw", "hk", "mo"].contains(&group.as_str()));
    let countries = match (script, primary.as_str()) {
        ("Hang", _) | (_, "ko") => [KOREAN, JAPANESE, SIMPLIFIED, TRADITIONAL],
        ("Hani", "zh") if traditional => [TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN],
        ("Bopo", _) => [TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN],
        ("Hani", "zh") => [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN],
        _ => [JAPANESE, SIMPLIFIED, TRADITIONAL, KOREAN],
    };
    countries.into_iter().chain([ALL_EAST_ASIAN]).collect()
}

/// Not Noto Sans Arabic: text set in it is copied with stray spaces.
const ARABIC: &[&str] = &[
    "IBM Plex Sans Arabic",
    "Amiri",
    "Noto Naskh Arabic",
    "Scheherazade New",
    "Scheherazade",
    "Geeza Pro",
    "Arabic Typesetting",
    "Traditional Arabic",
    "KacstOne",
];

const JAPANESE: &[&str] = &[
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans",
    "Source Han Sans JP",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "Meiryo",
    "IPAPGothic",
    "IPAGothic",
    "VL PGothic",
];
const SIMPLIFIED: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "SimSun",
];
const TRADITIONAL: &[&str] = &[
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "Source Han Sans TW",
    "PingFang TC",
    "Microsoft JhengHei",
];
const KOREAN: &[&str] = &[
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Sans K",
    "Source Han Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
];
const ALL_EAST_ASIAN: &[&str] =
    &["WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "AR PL UMing CN"];

/// By ISO 15924 code: what Linux, macOS and Windows have for them.
const OTHER_SCRIPTS: &[(&str, &[&str])] = &[
    ("Armn", &["Noto Sans Armenian", "Mshtakan", "Sylfaen"]),
    ("Beng", &["Noto Sans Bengali", "Lohit Bengali", "Bangla Sangam MN", "Nirmala UI"]),
    ("Deva", &["Noto Sans Devanagari", "Lohit Devanagari", "Kohinoor Devanagari", "Nirmala UI"]),
    ("Ethi", &["Noto Sans Ethiopic", "Kefa", "Ebrima"]),
    ("Geor", &["Noto Sans Georgian", "Helvetica Neue", "Sylfaen"]),
    ("Gujr", &["Noto Sans Gujarati", "Lohit Gujarati", "Gujarati Sangam MN", "Nirmala UI"]),
    ("Guru", &["Noto Sans Gurmukhi", "Lohit Gurmukhi", "Gurmukhi MN", "Nirmala UI"]),
    ("Khmr", &["Noto Sans Khmer", "Khmer Sangam MN", "Leelawadee UI"]),
    ("Knda", &["Noto Sans Kannada", "Lohit Kannada", "Kannada Sangam MN", "Nirmala UI"]),
    ("Laoo", &["Noto Sans Lao", "Lao Sangam MN", "Leelawadee UI"]),
    ("Mlym", &["Noto Sans Malayalam", "Lohit Malayalam", "Malayalam Sangam MN", "Nirmala UI"]),
    ("Mymr", &["Noto Sans Myanmar", "Myanmar Sangam MN", "Myanmar Text"]),
    ("Sinh", &["Noto Sans Sinhala", "Sinhala Sangam MN", "Nirmala UI"]),
    ("Taml", &["Noto Sans Tamil", "Lohit Tamil", "Tamil Sangam MN", "Nirmala UI"]),
    ("Telu", &["Noto Sans Telugu", "Lohit Telugu", "Telugu Sangam MN", "Nirmala UI"]),
    ("Thai", &["Noto Sans Thai", "Loma", "Thonburi", "Leelawadee UI"]),
    (
        "Zyyy",
        &["Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Apple Symbols", "Segoe UI Symbol"],
    ),
];

/// Fonts with a little of everything.
const ANY: &[&str] = &["Noto Sans", "DejaVu Sans", "FreeSans", "Arial Unicode MS", "Segoe UI"];

#[cfg(test)]
mod tests {
    use super::*;
    use kindly_page::{Fonts, missing_characters};

    #[test]
    fn the_letters_language_chooses_between_the_countries() {
        for (script, language, first) in [
            ("Hani", "ja", "Noto Sans CJK JP"),
            ("Hani", "en-GB", "Noto Sans CJK JP"),
            ("Hani", "zh-CN", "Noto Sans CJK SC"),
            ("Hani", "zh-Hant-TW", "Noto Sans CJK TC"),
            ("Hang", "en-GB", "Noto Sans CJK KR"),
            ("Kana", "zh-CN", "Noto Sans CJK JP"),
            ("Arab", "en-GB", "IBM Plex Sans Arabic"),
            ("Thai", "de-DE", "Noto Sans Thai"),
            ("Cher", "en-US", "Noto Sans"),
        ] {
            assert_eq!(
                families(script, language).first(),
                Some(&first),
                "{script} in a letter in {language}"
            );
        }
    }

    #[test]
    fn every_font_is_named_once() {
        for script in ["Arab", "Hani", "Hang", "Thai", "Zyyy", "Cher"] {
            let mut families = families(script, "en-GB");
            let count = families.len();
            families.sort_unstable();
            families.dedup();
            assert_eq!(families.len(), count, "{script}: a font asked for twice would take another's turn");
        }
    }

    #[test]
    fn names_are_set_in_the_fonts_of_this_computer() {
        let fonts = Fonts::with_more(Box::new(SystemFonts::default()));
        let missing = missing_characters("العربية محمد 東京 서울 北京", &fonts);
        assert_eq!(missing, [], "install the Debian packages fonts-hosny-amiri and fonts-wqy-microhei");
    }

    #[test]
    fn nothing_is_looked_up_before_it_is_needed() {
        let fonts = SystemFonts::default();
        assert!(fonts.database.get().is_none(), "a letter in English costs no look at the system's fonts");
        let wanted = Wanted { script: "Arab", language: "en-GB", bold: false, rank: 200 };
        assert!(fonts.find(&wanted).is_none(), "there are not so many fonts");
        assert!(fonts.database.get().is_some(), "now they are known");
    }
}
