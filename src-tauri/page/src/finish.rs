//! From page operations to an archivable, accessible file: what printpdf leaves out for PDF/A-2a and PDF/UA-1.
mod document_id;
mod output_intent;
mod structure;
mod xmp;

use crate::draw::{Drawing, font_id};
use crate::error::PageError;
use crate::fonts::Fonts;
use crate::picture::Picture;
use crate::subset::Subset;
use chrono::NaiveDate;
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfFont, PdfParseErrorSeverity, PdfSaveOptions};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;

/// What the file names as its maker.
const PRODUCER: &str = concat!("Kindly ", env!("CARGO_PKG_VERSION"));

/// What a file says of itself.
pub(crate) struct Description<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    /// BCP 47.
    pub(crate) language: &'a str,
    pub(crate) date: NaiveDate,
}

/// Writes the file.
pub(crate) fn finish(drawing: Drawing, about: &Description<'_>, fonts: &Fonts) -> Result<Vec<u8>, PageError> {
    let mut written = PdfDocument::new(about.title);
    let mut subsets = Vec::new();
    for (face, font, subset) in drawing.glyphs.embeddable(fonts)? {
        written.resources.fonts.map.insert(font_id(face), PdfFont::new(font));
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
    mend_fonts(&mut document, &subsets)?;
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(unwritable)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    add_pictures(&mut document, &pages, &drawing.pictures)?;
    let output_intent = output_intent::add(&mut document);
    let metadata = xmp::add(&mut document, about);
    let structure = structure::add(&mut document, &drawing.tags, &pages);
    let catalog = document.get_dictionary_mut(root).map_err(unwritable)?;
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Reference(output_intent)]);
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal(about.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    for (key, &page) in (0_i64..).zip(&pages) {
        let page = document.get_dictionary_mut(page).map_err(unwritable)?;
        page.set("StructParents", key);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let information = document.add_object(information(about));
    if let Ok(Object::Reference(replaced)) = document.trailer.get(b"Info") {
        let replaced = *replaced;
        document.objects.remove(&replaced);
    }
    document.trailer.set("Info", information);
    compress(&mut document)?;
    document_id::save(document)
}

/// Adds the pictures, under the names that the pages' operations use. All pages share the dictionary of their names.
fn add_pictures(
    document: &mut Document,
    pages: &[ObjectId],
    pictures: &[(Cow<'static, str>, Picture)],
) -> Result<(), PageError> {
    let (Some(&page), false) = (pages.first(), pictures.is_empty()) else { return Ok(()) };
    let resources =
        document.get_dictionary(page).and_then(|page| page.get(b"Resources")).map_err(unwritable)?;
    let (_, resources) = document.dereference(resources).map_err(unwritable)?;
    let names = resources.as_dict().and_then(|all| all.get(b"XObject")).and_then(Object::as_reference);
    let names = names.map_err(unwritable)?;
    for (name, picture) in pictures {
        let object = picture.add_to(document);
        document.get_dictionary_mut(names).map_err(unwritable)?.set(name.as_bytes(), object);
    }
    Ok(())
}

/// Deflates at the level that costs little time and saves most.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>, PageError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    let mut deflated = encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(unwritable)?;
    // A carriage return before the line feed that ends a stream would look like a part of that line end. What stands
    // behind the deflated data is skipped.
    if deflated.last() == Some(&b'\r') {
        deflated.push(0);
    }
    Ok(deflated)
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
fn information(about: &Description<'_>) -> Dictionary {
    let date = Object::string_literal(about.date.format("D:%Y%m%d000000+00'00'").to_string());
    dictionary! {
        "Title" => text_string(about.title),
        "Author" => text_string(about.author),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// Gives each font its real cap height, and its program deflated before.
fn mend_fonts(document: &mut Document, subsets: &[Arc<Subset>]) -> Result<(), PageError> {
    for subset in subsets {
        let descriptor = document.objects.values_mut().find_map(|object| {
            let descriptor = object.as_dict_mut().ok()?;
            let name = descriptor.get(b"FontName").and_then(Object::as_name).ok()?;
            (name == subset.name.as_bytes()).then_some(descriptor)
        });
        // A face that is prepared for every letter but not used in this one is not in the file.
        let Some(descriptor) = descriptor else { continue };
        descriptor.set("CapHeight", subset.cap_height);
        let program =
            descriptor.get(subset.outlines.key()).and_then(Object::as_reference).map_err(unwritable)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn no_stream_ends_where_its_end_is_unclear() {
        let mut lengthened = 0;
        for number in 0..20_000_u64 {
            let bytes = format!("{} 0 Td", number * number).into_bytes();
            let deflated = deflate(&bytes).expect("memory can be written to");
            assert_ne!(deflated.last(), Some(&b'\r'), "{number}: the end would be read as \\r\\n");
            let mut inflated = Vec::new();
            flate2::read::ZlibDecoder::new(deflated.as_slice())
                .read_to_end(&mut inflated)
                .expect("the data is whole");
            assert_eq!(inflated, bytes, "{number}: nothing is added to what is inflated");
            lengthened += usize::from(deflated.ends_with(b"\r\0"));
        }
        assert!(lengthened > 0, "some of the streams would have ended so");
    }
}
