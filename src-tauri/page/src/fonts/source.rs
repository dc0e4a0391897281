//! Fonts from outside the program, and what is asked of them before a letter is set in them.
use super::face::{Face, Program};
use rustybuzz::ttf_parser::{self, Permissions, RawFace, Tag};
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// Where fonts come from for the characters that no built-in font has.
///
/// The same question must always have the same answer while the program runs: what a source answers is kept, and
/// a letter set twice must be the same file. A source is never asked twice, and never by two threads at once; it
/// must not use the [`crate::Fonts`] that ask it.
pub trait FontSource {
    /// A font for the wanted script, or none if there is no such font or no further one.
    fn find(&self, wanted: &Wanted<'_>) -> Option<FontFile>;
}

/// What a font is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The script's four letters after ISO 15924, such as "Arab" or "Hani"; "Zyyy" for signs of no script.
    pub script: &'a str,
    /// BCP 47 tag of the text, which tells the Chinese form of a character from the Japanese one.
    pub language: &'a str,
    /// A bold face is wanted; a regular one does where there is none.
    pub bold: bool,
    /// 0 for the best font, 1 for the next, to be asked for a character that the best one lacks.
    pub rank: usize,
}

/// A font file as it lies on a computer.
#[derive(Clone)]
pub struct FontFile {
    /// TrueType or OpenType, also a collection.
    pub data: Arc<[u8]>,
    /// Which face of a collection; 0 for a file of one.
    pub index: u32,
}

/// Larger files than this are not fonts that a letter needs.
pub const MOST_FONT_BYTES: usize = 64 << 20;

/// Opens a font from outside if it can be trusted with a letter: whole, allowed to be embedded, with outlines that
/// can be cut out of it.
pub(super) fn open(file: FontFile) -> Option<Face> {
    if file.data.len() > MOST_FONT_BYTES || !is_whole(&file.data, file.index) {
        return None;
    }
    let face = Face::open(Program::Brought(file.data), file.index)?;
    let sound = may_be_embedded(face.shaper()) && can_be_cut(&face);
    sound.then_some(face)
}

/// Every table lies within the file, and those that a letter needs are there: a file cut short parses all the same.
fn is_whole(data: &[u8], index: u32) -> bool {
    let Ok(raw) = RawFace::parse(data, index) else { return false };
    let within = raw.table_records.into_iter().all(|table| {
        let end = u64::from(table.offset) + u64::from(table.length);
        end <= data.len() as u64
    });
    let has = |tag: &[u8; 4]| raw.table(Tag::from_bytes(tag)).is_some_and(|table| !table.is_empty());
    let needed = [b"head", b"hhea", b"hmtx", b"maxp", b"cmap"].into_iter().all(has);
    let variable = has(b"CFF2") && has(b"fvar");
    within && needed && (has(b"CFF ") || (has(b"glyf") && has(b"loca")) || variable)
}

/// What the font's maker allows, after its OS/2 table; a font without one is older than the question.
fn may_be_embedded(face: &ttf_parser::Face<'_>) -> bool {
    face.tables().os2.is_none()
        || (!matches!(face.permissions(), None | Some(Permissions::Restricted))
            && face.is_subsetting_allowed()
            && face.is_outline_embedding_allowed())
}

/// A trial with a few glyphs from all over the font.
fn can_be_cut(face: &Face) -> bool {
    let glyphs = face.shaper().number_of_glyphs();
    let mut numbers = GlyphRemapper::new();
    for part in 0..8 {
        numbers.remap(u16::try_from(u32::from(glyphs - 1) * part / 7).expect("no more than the last glyph"));
    }
    glyphs > 1 && face.cut(&numbers).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &[u8] = notosans::REGULAR_TTF;

    fn opens(data: &[u8], index: u32) -> bool {
        open(FontFile { data: data.into(), index }).is_some()
    }

    /// Where the record of a table begins in the file's directory.
    fn record(tag: [u8; 4]) -> usize {
        let directory = &WHOLE[..12 + 16 * usize::from(u16::from_be_bytes([WHOLE[4], WHOLE[5]]))];
        directory.windows(4).position(|window| *window == tag).expect("the font has the table")
    }

    fn table(tag: [u8; 4]) -> usize {
        let at = record(tag) + 8;
        u32::from_be_bytes(WHOLE[at..at + 4].try_into().expect("four bytes")) as usize
    }

    fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
        let mut data = WHOLE.to_vec();
        data[at..at + bytes.len()].copy_from_slice(bytes);
        data
    }

    #[test]
    fn a_sound_font_is_taken() {
        assert!(opens(WHOLE, 0), "the font is whole and free");
        assert!(
            opens(typst_assets::fonts().next().expect("there are fonts"), 0),
            "so is one with CFF outlines"
        );
    }

    #[test]
    fn a_variable_font_is_set_and_embedded_in_the_weight_of_text() {
        for (name, data, character) in [
            ("Vazirmatn, TrueType", font_test_data::VAZIRMATN_VAR, 'A'),
            ("Cantarell, CFF2", font_test_data::CANTARELL_VF_TRIMMED, 'k'),
        ] {
            let face = open(FontFile { data: data.into(), index: 0 });
            let face = face.unwrap_or_else(|| panic!("{name} can be set"));
            let glyph = face.glyph(character).unwrap_or_else(|| panic!("{name} has {character}"));
            let mut numbers = GlyphRemapper::new();
            let number = ttf_parser::GlyphId(numbers.remap(glyph));
            let cut = face.cut(&numbers).unwrap_or_else(|error| panic!("{name} can be cut: {error}"));
            let cut = ttf_parser::Face::parse(&cut, 0).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(!cut.is_variable(), "{name}: a PDF knows no variable fonts");
            let units = |face: &ttf_parser::Face<'_>, glyph| face.glyph_hor_advance(glyph).map(i32::from);
            let stated = units(face.shaper(), ttf_parser::GlyphId(glyph)).expect("it has a width");
            let embedded = units(&cut, number).expect("it has a width");
            assert!((stated - embedded).abs() <= 1, "{name}: {stated} is stated and {embedded} embedded");
            let drawn = face.shaper().glyph_bounding_box(ttf_parser::GlyphId(glyph)).expect("it is drawn");
            let kept = cut.glyph_bounding_box(number).expect("it is drawn");
            assert!(
                drawn.x_max.abs_diff(kept.x_max) <= 1,
                "{name}: {drawn:?} is drawn and {kept:?} embedded"
            );
        }
    }

    #[test]
    fn pictures_are_not_taken_for_letters() {
        for (name, data) in [("CBDT", font_test_data::CBDT), ("sbix", font_test_data::NOTO_HANDWRITING_SBIX)]
        {
            let face = open(FontFile { data: data.into(), index: 0 });
            let drawn: Vec<char> = ('\u{1F300}'..='\u{1F9FF}')
                .filter(|&c| face.as_ref().is_some_and(|face| face.draws(c)))
                .collect();
            assert_eq!(drawn, [], "{name}: a bitmap would be an empty place in print");
        }
    }

    #[test]
    fn a_file_cut_short_is_no_font() {
        for part in 0..40 {
            assert!(!opens(&WHOLE[..WHOLE.len() * part / 40], 0), "{part}/40 of a font are not enough");
        }
        assert!(!opens(&WHOLE[..WHOLE.len() - 4], 0), "not even where only the end is missing");
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(!opens(b"", 0), "nothing");
        assert!(!opens(b"%PDF-1.7 and more than a header", 0), "something else");
        assert!(!opens(WHOLE, 1), "a face that the file does not have");
        assert!(!opens(&changed(record(*b"glyf"), b"CFF2"), 0), "outlines that cannot be cut out");
        assert!(!opens(&changed(record(*b"hmtx"), b"xxxx"), 0), "no widths");
        assert!(!opens(&changed(record(*b"cmap"), b"xxxx"), 0), "no characters");
        assert!(!opens(&changed(table(*b"loca"), &[0x7F; 4096]), 0), "outlines that lie nowhere");
    }

    #[test]
    fn a_maker_who_forbids_embedding_is_heeded() {
        let rights = table(*b"OS/2") + 8;
        for (bits, allowed, meaning) in [
            (0x0000_u16, true, "free"),
            (0x0008, true, "may be embedded for editing"),
            (0x0004, true, "may be embedded for reading and printing"),
            (0x0002, false, "restricted"),
            (0x0100, false, "only as a whole"),
            (0x0200, false, "only as bitmaps"),
        ] {
            assert_eq!(
                opens(&changed(rights, &bits.to_be_bytes()), 0),
                allowed,
                "fsType {bits:#06x}: {meaning}"
            );
        }
    }
}
