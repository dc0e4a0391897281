//! From page operations to an archivable, accessible file: what printpdf leaves out for PDF/A-2a and PDF/UA-1.
mod document_id;
mod output_intent;
mod structure;
mod xmp;

use crate::draw::{Drawing, font_id};
use crate::error::PageError;
use crate::fonts::Fonts;
use crate::letter::LetterPage;
use crate::subset::Subset;
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfFont, PdfParseErrorSeverity, PdfSaveOptions};
use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;

/// What the file names as its maker.
const PRODUCER: &str = concat!("Kindly ", env!("CARGO_PKG_VERSION"));

/// Writes the file.
pub(crate) fn finish(drawing: Drawing, letter: &LetterPage, fonts: &Fonts) -> Result<Vec<u8>, PageError> {
    let mut written = PdfDocument::new(&letter.title);
    let mut subsets = Vec::new();
    for (weight, font, subset) in drawing.glyphs.embeddable(fonts)? {
        written.resources.fonts.map.insert(font_id(weight), PdfFont::new(font));
        subsets.push(subset);
    }
    written.pages = drawing.pages;
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { secure: true, ..PdfSaveOptions::default() };
    let mut document = printpdf::serialize::to_lopdf_doc(&written, &options, &mut warnings);
    if let Some(fault) = warnings.iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        return Err(PageError::Unwritable(fault.msg.clone()));
    }

    "1.7".clone_into(&mut document.version);
    // Four bytes above 127 in the second line tell programs that the file is not text.
    document.binary_mark = vec![0xE2, 0xE3, 0xCF, 0xD3];
    mend_fonts(&mut document, &subsets, fonts)?;
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(unwritable)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let output_intent = output_intent::add(&mut document);
    let metadata = xmp::add(&mut document, letter);
    let structure = structure::add(&mut document, &drawing.tags, &pages);
    let catalog = document.get_dictionary_mut(root).map_err(unwritable)?;
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Reference(output_intent)]);
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal(letter.language.as_str()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    for (key, &page) in (0_i64..).zip(&pages) {
        let page = document.get_dictionary_mut(page).map_err(unwritable)?;
        page.set("StructParents", key);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let information = document.add_object(information(letter));
    if let Ok(Object::Reference(replaced)) = document.trailer.get(b"Info") {
        let replaced = *replaced;
        document.objects.remove(&replaced);
    }
    document.trailer.set("Info", information);
    compress(&mut document)?;
    document_id::save(document)
}

/// Deflates at the level that costs little time and saves most.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>, PageError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(unwritable)
}

/// A text string in UTF-16, which every PDF reader takes for any script.
fn text_string(text: &str) -> Object {
    let bytes = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn unwritable(fault: impl Display) -> PageError {
    PageError::Unwritable(fault.to_string())
}

/// The document information, word for word what the XMP packet says.
fn information(letter: &LetterPage) -> Dictionary {
    let date = Object::string_literal(letter.date.format("D:%Y%m%d000000+00'00'").to_string());
    dictionary! {
        "Title" => text_string(&letter.title),
        "Author" => text_string(&letter.author),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// Gives each font its real cap height, and its program deflated before.
fn mend_fonts(document: &mut Document, subsets: &[Arc<Subset>], fonts: &Fonts) -> Result<(), PageError> {
    for subset in subsets {
        let descriptor = document.objects.values_mut().find_map(|object| {
            let descriptor = object.as_dict_mut().ok()?;
            let name = descriptor.get(b"FontName").and_then(Object::as_name).ok()?;
            (name == subset.name.as_bytes()).then_some(descriptor)
        });
        // A face that is prepared for every letter but not used in this one is not in the file.
        let Some(descriptor) = descriptor else { continue };
        descriptor.set("CapHeight", fonts.cap_height());
        let program = descriptor.get(b"FontFile3").and_then(Object::as_reference).map_err(unwritable)?;
        let stream = document.get_object_mut(program).and_then(Object::as_stream_mut).map_err(unwritable)?;
        stream.set_content(subset.deflated.clone());
        stream.dict.set("Filter", "FlateDecode");
    }
    Ok(())
}

fn compress(document: &mut Document) -> Result<(), PageError> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            let deflated = deflate(&stream.content)?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
    Ok(())
}
