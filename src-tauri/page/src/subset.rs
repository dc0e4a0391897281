//! The part of a face that goes into a letter's file.
use crate::error::PageError;
use crate::fonts::{Face, FaceId, Fonts, Weight};
use crate::shape::{self, Glyph};
use rustybuzz::ttf_parser;
use std::collections::BTreeMap;
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// The glyphs of a letter, numbered anew for its file, with the text that each stands for.
#[derive(Clone, Default)]
pub(crate) struct Repertoire {
    faces: BTreeMap<FaceId, Numbered>,
}

/// The glyphs of one face.
#[derive(Clone, Default)]
pub(crate) struct Numbered {
    numbers: GlyphRemapper,
    /// By new number: what a reader's program copies for the glyph.
    texts: BTreeMap<u16, String>,
}

/// A glyph's number in the file, and the text that all its uses share.
pub(crate) struct Registered<'a> {
    pub(crate) number: u16,
    pub(crate) text: &'a str,
}

/// A font program ready to embed.
pub(crate) struct Subset {
    /// With the six letters that mark a subset.
    pub(crate) name: String,
    /// OpenType file.
    pub(crate) file: Vec<u8>,
    pub(crate) outlines: Outlines,
    /// What the PDF carries: the file, or its bare CFF table.
    pub(crate) deflated: Vec<u8>,
    /// Height of the capitals, in thousandths of an em.
    pub(crate) cap_height: i64,
}

/// How a font program describes its outlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlines {
    Cff,
    TrueType,
}

impl Outlines {
    /// The entry of a font descriptor that leads to the program.
    pub(crate) fn key(self) -> &'static [u8] {
        match self {
            Self::Cff => b"FontFile3",
            Self::TrueType => b"FontFile2",
        }
    }
}

/// Most letters need nothing beyond these, so most share the same subset, which is then made only once.
const COMMON_TEXT: &str = "ÄÖÜäöüßéèêëáàâãåæçíïñóôõøœúûŠšŽžŁłČčŘřĄąĘęÉÀ€£§–—‘’‚“”„«»…·•°×½";
const COMMON_LIGATURES: [&str; 8] = ["ff", "fi", "fl", "ffi", "ffl", "fj", "Th", "tt"];

impl Numbered {
    /// The glyphs that every letter set in a face carries; see [`Fonts::common`].
    pub(crate) fn common(fonts: &Fonts, face: FaceId) -> Self {
        let wide = if matches!(face, FaceId::Bundled(_, Weight::Regular)) { COMMON_TEXT } else { "" };
        let single = (' '..='~').chain(wide.chars()).map(String::from);
        let mut glyphs = Vec::new();
        for text in single.chain(COMMON_LIGATURES.map(String::from)) {
            shape::shape(fonts, &text, face, false, "en", &mut glyphs);
        }
        let mut numbered = Self::default();
        // A character that the face lacks is another's.
        for glyph in glyphs.into_iter().filter(|glyph| glyph.face == face) {
            numbered.register(&glyph);
        }
        numbered
    }

    fn register(&mut self, glyph: &Glyph) -> Registered<'_> {
        let number = self.numbers.remap(glyph.id);
        // What follows in a cluster stands for nothing of its own: U+034F is an invisible joiner.
        let text = self
            .texts
            .entry(number)
            .or_insert_with(|| glyph.text.clone().unwrap_or_else(|| "\u{34F}".to_owned()));
        Registered { number, text }
    }
}

impl Repertoire {
    /// Numbers a glyph. A PDF knows one text a glyph: the first that came.
    pub(crate) fn register(&mut self, fonts: &Fonts, glyph: &Glyph) -> Registered<'_> {
        self.faces.entry(glyph.face).or_insert_with(|| fonts.common(glyph.face)).register(glyph)
    }

    /// The fonts of the letter as printpdf takes them, with the subset that each came from.
    pub(crate) fn embeddable(
        &self,
        fonts: &Fonts,
    ) -> Result<Vec<(FaceId, printpdf::ParsedFont, Arc<Subset>)>, PageError> {
        self.faces
            .iter()
            .map(|(&id, numbered)| {
                let face = fonts.face(id);
                let glyphs: Vec<u16> = numbered.numbers.remapped_gids().collect();
                let widths = widths(face, &glyphs);
                let subset = fonts.subset(id, glyphs, |glyphs| cut(face, glyphs))?;
                Ok((id, parsed_font(face, &subset, widths), subset))
            })
            .collect()
    }
}

fn cut(face: &Face, glyphs: &[u16]) -> Result<Subset, PageError> {
    let mut numbers = GlyphRemapper::new();
    for &glyph in glyphs {
        numbers.remap(glyph);
    }
    let unwritable = |fault: &dyn std::fmt::Display| PageError::Unwritable(format!("{}: {fault}", face.name));
    let file = face.cut(&numbers).map_err(|fault| unwritable(&fault))?;
    let raw = ttf_parser::RawFace::parse(&file, 0).map_err(|fault| unwritable(&fault))?;
    let table = |tag| raw.table(ttf_parser::Tag::from_bytes(tag));
    let (outlines, program) = match (table(b"CFF "), table(b"glyf")) {
        (Some(cff), _) => (Outlines::Cff, cff),
        (None, Some(_)) => (Outlines::TrueType, file.as_slice()),
        (None, None) => return Err(unwritable(&"its outlines are missing")),
    };
    let deflated = crate::finish::deflate(program)?;
    let name = format!("{}+{}", subset_letters(glyphs), face.name);
    Ok(Subset { name, outlines, deflated, cap_height: face.cap_height(), file })
}

/// Six capitals that differ where the glyphs do (FNV-1a).
fn subset_letters(glyphs: &[u16]) -> String {
    let hash =
        glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    (0..6).map(|place| char::from(b'A' + ((hash >> (place * 8)) % 26) as u8)).collect()
}

fn widths(face: &Face, glyphs: &[u16]) -> BTreeMap<u16, u16> {
    (0..)
        .zip(glyphs)
        .map(|(number, &glyph)| {
            (number, face.shaper().glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0))
        })
        .collect()
}

fn parsed_font(face: &Face, subset: &Subset, glyph_widths: BTreeMap<u16, u16>) -> printpdf::ParsedFont {
    let shaper = face.shaper();
    let bounds = shaper.global_bounding_box();
    let units_per_em = ttf_parser::Face::units_per_em(shaper);
    printpdf::ParsedFont {
        original_bytes: subset.file.clone(),
        font_index: 0,
        font_name: Some(subset.name.clone()),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths,
        units_per_em,
        font_metrics: printpdf::FontMetrics { ascent: shaper.ascender(), descent: shaper.descender() },
        font_type: match subset.outlines {
            Outlines::Cff => printpdf::FontType::OpenTypeCFF(()),
            Outlines::TrueType => printpdf::FontType::TrueType,
        },
        pdf_font_metrics: printpdf::PdfFontMetricsStub {
            units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: shaper.weight().to_number(),
        },
    }
}
