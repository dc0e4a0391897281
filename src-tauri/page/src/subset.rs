//! The part of a face that goes into a letter's file.
use crate::error::PageError;
use crate::fonts::{Face, Fonts, Weight};
use crate::shape::{self, Glyph};
use rustybuzz::ttf_parser;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The glyphs of a letter, numbered anew for its file, with the text that each stands for.
#[derive(Clone, Default)]
pub(crate) struct Repertoire {
    faces: BTreeMap<Weight, Numbered>,
}

#[derive(Clone, Default)]
struct Numbered {
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
    /// The bare CFF table, deflated: what the PDF carries.
    pub(crate) deflated: Vec<u8>,
}

/// Most letters need nothing beyond these, so most share the same subset, which is then made only once.
const COMMON_TEXT: &str = "ÄÖÜäöüßéèêëáàâãåæçíïñóôõøœúûŠšŽžŁłČčŘřĄąĘęÉÀ€£§–—‘’‚“”„«»…·•°×½";
const COMMON_LIGATURES: [&str; 8] = ["ff", "fi", "fl", "ffi", "ffl", "fj", "Th", "tt"];

impl Repertoire {
    /// The glyphs that every letter carries; see [`Fonts::common`].
    pub(crate) fn common(fonts: &Fonts) -> Self {
        let mut repertoire = Self::default();
        let ascii: String = (' '..='~').collect();
        for weight in Weight::ALL {
            let wide = if weight == Weight::Regular { COMMON_TEXT } else { "" };
            let single = ascii.chars().chain(wide.chars()).map(String::from);
            let mut glyphs = Vec::new();
            for text in single.chain(COMMON_LIGATURES.map(String::from)) {
                shape::shape(fonts, &text, weight, false, "en", &mut glyphs);
            }
            for glyph in glyphs {
                repertoire.register(&glyph);
            }
        }
        repertoire
    }

    /// Numbers a glyph. A PDF knows one text a glyph: the first that came.
    pub(crate) fn register(&mut self, glyph: &Glyph) -> Registered<'_> {
        let face = self.faces.entry(glyph.weight).or_default();
        let number = face.numbers.remap(glyph.id);
        // What follows in a cluster stands for nothing of its own: U+034F is an invisible joiner.
        let text = face
            .texts
            .entry(number)
            .or_insert_with(|| glyph.text.clone().unwrap_or_else(|| "\u{34F}".to_owned()));
        Registered { number, text }
    }

    /// The fonts of the letter as printpdf takes them, with the subset that each came from.
    pub(crate) fn embeddable(
        &self,
        fonts: &Fonts,
    ) -> Result<Vec<(Weight, printpdf::ParsedFont, std::sync::Arc<Subset>)>, PageError> {
        self.faces
            .iter()
            .map(|(&weight, face)| {
                let glyphs: Vec<u16> = face.numbers.remapped_gids().collect();
                let widths = widths(fonts.face(weight), &glyphs);
                let subset = fonts.subset(weight, glyphs, |glyphs| cut(fonts.face(weight), glyphs))?;
                Ok((weight, parsed_font(fonts.face(weight), &subset, widths), subset))
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
    let file = subsetter::subset(face.data, 0, &numbers).map_err(|fault| unwritable(&fault))?;
    let table = ttf_parser::RawFace::parse(&file, 0)
        .ok()
        .and_then(|raw| raw.table(ttf_parser::Tag::from_bytes(b"CFF ")))
        .ok_or_else(|| unwritable(&"its outlines are missing"))?;
    let deflated = crate::finish::deflate(table)?;
    Ok(Subset { name: format!("{}+{}", subset_letters(glyphs), face.name), file, deflated })
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
            (number, face.shaper.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0))
        })
        .collect()
}

fn parsed_font(face: &Face, subset: &Subset, glyph_widths: BTreeMap<u16, u16>) -> printpdf::ParsedFont {
    let shaper = &face.shaper;
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
        font_type: printpdf::FontType::OpenTypeCFF(()),
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
