//! How a letter looks on paper: fonts, lines, pages, PDF.
//!
//! This crate knows typography and the PDF format, and nothing about clients or facts: a [`LetterPage`] arrives
//! fully worded, [`set`] turns it into the bytes of a PDF, and [`rasterise`] shows those very bytes as pixels.
//! It reads no clock and no file, so the same letter always gives the same bytes.
//!
//! The way of a letter: [`check`] its characters and lengths → shape the words (`shape`) → choose the line breaks
//! of each paragraph as a whole (`breaks`, `lines`) → fill the pages (`flow`) → place head, address and text
//! (`layout`, `geometry`), a logo and a signature too (`picture`) → write glyphs (`draw`, `subset`) → make it an accessible, archivable PDF (`finish`).
#![warn(missing_docs)]

mod breaks;
pub mod chart;
mod check;
mod draw;
mod envelope;
mod error;
mod finish;
mod flow;
mod fonts;
mod geometry;
mod labels;
mod layout;
mod letter;
mod lines;
mod picture;
mod raster;
mod report;
mod seams;
mod shape;
mod style;
mod subset;
mod tags;

pub use check::{check, check_text, limits, missing_characters};
pub use envelope::{Envelope, EnvelopeSize, set_envelope};
pub use error::{PageError, Part};
pub use fonts::{FontFile, FontSource, Fonts, MOST_FONT_BYTES, Wanted};
pub use labels::{LabelSheet, Labels, set_labels};
pub use letter::{Arrangement, Continuation, LetterPage, Letterhead, Paper, Rgb, Typeface};
pub use picture::{Picture, PictureError};
pub use raster::{Raster, page_count, rasterise};
pub use report::{Block, Report, set_report};

/// A finished letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file, to be saved or sent exactly as it is.
    pub bytes: Vec<u8>,
    /// Number of pages, at least 1.
    pub pages: usize,
}

/// Sets a letter: PDF 1.7, tagged, with the conformance marks of PDF/A-2a and PDF/UA-1.
///
/// The same letter gives the same bytes, whatever was set with `fonts` before.
///
/// # Errors
/// Everything that [`check`] refuses, and an address too tall for its window; nothing is set in part.
pub fn set(letter: &LetterPage, fonts: &Fonts) -> Result<Pdf, PageError> {
    let letter = check::checked(letter, fonts)?;
    let layout = layout::lay_out(&letter, fonts)?;
    let about = finish::Description {
        title: &letter.title,
        author: &letter.author,
        language: &letter.language,
        date: letter.date,
    };
    write(&layout, &about, fonts)
}

fn write(layout: &layout::Layout, about: &finish::Description<'_>, fonts: &Fonts) -> Result<Pdf, PageError> {
    let pages = layout.pages;
    let bytes = finish::finish(draw::draw(layout, fonts), about, fonts)?;
    Ok(Pdf { bytes, pages })
}
