//! The letter as a Word document (Office Open XML, ECMA-376), for whoever goes on writing elsewhere.
//!
//! It is written part by part: the libraries at hand set no language for the words, and without it the spelling of a
//! German letter would be checked as English.

mod parts;

use crate::compose::Draft;
use crate::error::LetterError;
use crate::spec::{LetterSpec, Paper, Typeface};
use crate::to_page::{Looks, to_page};
use kindly_page::LetterPage;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError};

/// The letter's words with letterhead, address, date, subject and close as a `.docx`. The same letter gives the same
/// bytes. Pictures stay out: it is the words that go on being written.
///
/// # Errors
/// [`LetterError::File`] where it cannot be put together.
pub fn as_docx(spec: &LetterSpec, draft: &Draft) -> Result<Vec<u8>, LetterError> {
    let page = to_page(spec, draft, &Looks::default());
    packed(&files(spec, &page)).map_err(|error| LetterError::File { problem: error.to_string() })
}

/// The files inside, each with its name.
fn files(spec: &LetterSpec, page: &LetterPage) -> Vec<(&'static str, String)> {
    let font = match spec.typeface {
        Typeface::Serif => "Georgia",
        Typeface::Sans => "Arial",
    };
    // In twentieths of a point.
    let sheet = match spec.paper {
        Paper::A4 => (11_906, 16_838),
        Paper::UsLetter => (12_240, 15_840),
    };
    vec![
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONSHIPS.to_owned()),
        ("docProps/core.xml", parts::properties(&page.title, &page.author, spec.language.tag(), spec.date)),
        ("word/_rels/document.xml.rels", parts::OF_DOCUMENT.to_owned()),
        ("word/styles.xml", parts::styles(font, spec.language.tag())),
        ("word/footer1.xml", parts::footer(&page.letterhead.footer)),
        ("word/document.xml", parts::document(page, sheet)),
    ]
}

fn packed(files: &[(&'static str, String)]) -> Result<Vec<u8>, ZipError> {
    // The first day that the format knows: a clock here would make two files of one letter.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(*name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
