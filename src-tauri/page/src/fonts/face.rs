//! One face: its outlines, its characters, its widths.
use crate::letter::Typeface;
use rustybuzz::ttf_parser::{self, GlyphId};
use self_cell::self_cell;
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// How dark a face is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Text.
    Regular,
    /// Names and subjects.
    Bold,
}

/// Which face. The order is that in which faces stand in a file, and depends on nothing but the faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FaceId {
    /// One that is built into the program.
    Bundled(Typeface, Weight),
    /// One from a [`super::FontSource`], known by what its file holds.
    Brought(u64),
}

impl FaceId {
    /// The faces that are built in, in the order in which they are stored.
    pub(crate) const BUNDLED: [Self; 4] = [
        Self::Bundled(Typeface::Serif, Weight::Regular),
        Self::Bundled(Typeface::Serif, Weight::Bold),
        Self::Bundled(Typeface::Sans, Weight::Regular),
        Self::Bundled(Typeface::Sans, Weight::Bold),
    ];

    /// The built-in faces to look into for a character that is wanted in this one, best first: the family's own
    /// regular before the other family, and there the same weight first.
    pub(crate) fn substitutes(self) -> [Self; 4] {
        let Self::Bundled(typeface, weight) = self else { return Self::BUNDLED };
        let other = match typeface {
            Typeface::Serif => Typeface::Sans,
            Typeface::Sans => Typeface::Serif,
        };
        let same = Self::Bundled(typeface, Weight::Regular);
        [self, same, Self::Bundled(other, weight), Self::Bundled(other, Weight::Regular)]
    }

    pub(crate) fn is_bold(self) -> bool {
        matches!(self, Self::Bundled(_, Weight::Bold))
    }
}

/// The bytes of a font file.
#[derive(Clone)]
pub(crate) enum Program {
    Built(&'static [u8]),
    Brought(Arc<[u8]>),
}

impl Program {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Built(bytes) => bytes,
            Self::Brought(bytes) => bytes,
        }
    }
}

type Shaper<'a> = rustybuzz::Face<'a>;

self_cell!(
    /// A file with the tables that were found in it.
    struct Opened {
        owner: Program,
        #[covariant]
        dependent: Shaper,
    }
);

/// A face, opened.
pub(crate) struct Face {
    opened: Opened,
    /// Which face of a collection; 0 for a file of one.
    index: u32,
    /// The outlines are made for each weight: they are drawn and embedded for this one.
    weight: Option<f32>,
    pub(crate) name: String,
    /// Multiplies font units into thousandths of an em.
    pub(crate) scale: f32,
}

impl Face {
    /// Opens a face; none if the file is no font. The name goes into the PDF, so it is cut down to what PDF names
    /// are written with.
    pub(crate) fn open(program: Program, index: u32) -> Option<Self> {
        let opened = Opened::try_new(program, |program| {
            let mut shaper = Shaper::from_slice(program.bytes(), index).ok_or(())?;
            if let Some(value) = text_weight(&shaper) {
                shaper.set_variations(&[rustybuzz::Variation { tag: WEIGHT, value }]);
            }
            Ok::<_, ()>(shaper)
        })
        .ok()?;
        let shaper = opened.borrow_dependent();
        let weight = text_weight(shaper);
        let scale = 1000.0 / f32::from(ttf_parser::Face::units_per_em(shaper));
        let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        let name =
            postscript_name(shaper).unwrap_or_default().chars().filter(plain).take(60).collect::<String>();
        let name = if name.is_empty() { "Font".to_owned() } else { name };
        Some(Self { opened, index, weight, name, scale })
    }

    pub(crate) fn shaper(&self) -> &rustybuzz::Face<'_> {
        self.opened.borrow_dependent()
    }

    /// A font file of these glyphs alone. A variable font becomes one of a single weight, with TrueType outlines.
    pub(crate) fn cut(&self, numbers: &GlyphRemapper) -> Result<Vec<u8>, subsetter::Error> {
        let bytes = self.opened.borrow_owner().bytes();
        match self.weight {
            Some(weight) => {
                let weight = (subsetter::Tag::new(&WEIGHT.to_bytes()), weight);
                subsetter::subset_with_variations(bytes, self.index, &[weight], numbers)
            }
            None => subsetter::subset(bytes, self.index, numbers),
        }
    }

    pub(crate) fn has(&self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    pub(crate) fn glyph(&self, character: char) -> Option<u16> {
        self.shaper().glyph_index(character).map(|glyph| glyph.0)
    }

    /// The character has a glyph, and unless it is white space the glyph has an outline: some fonts name letters
    /// that they only hold as bitmaps, or not at all.
    pub(crate) fn draws(&self, character: char) -> bool {
        self.shaper().glyph_index(character).is_some_and(|glyph| {
            glyph.0 != 0 && (character.is_whitespace() || self.shaper().glyph_bounding_box(glyph).is_some())
        })
    }

    /// Advance of a glyph as the PDF states it: whole thousandths of an em.
    pub(crate) fn stated_width(&self, glyph: u16) -> f32 {
        let units = self.shaper().glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        (f32::from(units) * self.scale).trunc()
    }

    /// Height of the capitals, in thousandths of an em.
    pub(crate) fn cap_height(&self) -> i64 {
        let shaper = self.shaper();
        let units = shaper.capital_height().unwrap_or_else(|| shaper.ascender());
        i64::from(units) * 1000 / i64::from(ttf_parser::Face::units_per_em(shaper))
    }
}

/// The axis of a variable font along which it grows darker, and the place on it where text stands.
const WEIGHT: ttf_parser::Tag = ttf_parser::Tag::from_bytes(b"wght");
const TEXT_WEIGHT: f32 = 400.0;

/// The weight to draw a variable font in, as near to that of text as it goes.
fn text_weight(face: &ttf_parser::Face<'_>) -> Option<f32> {
    let axis = face.variation_axes().into_iter().find(|axis| axis.tag == WEIGHT)?;
    Some(TEXT_WEIGHT.max(axis.min_value).min(axis.max_value))
}

pub(super) fn postscript_name(face: &ttf_parser::Face<'_>) -> Option<String> {
    face.names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
}
