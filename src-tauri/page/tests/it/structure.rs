//! What validators overlook: widths that agree with the embedded fonts, and page marks that agree with the tree.
use crate::{all_samples, set_well};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use rustybuzz::ttf_parser;
use std::collections::BTreeMap;

fn opened(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).expect("our own file opens")
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    document.dereference(object).expect("references lead somewhere").1.as_dict().expect("a dictionary")
}

fn array<'a>(document: &'a Document, object: &'a Object) -> &'a [Object] {
    document.dereference(object).expect("references lead somewhere").1.as_array().expect("an array")
}

fn fonts(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, &Dictionary> {
    document.get_page_fonts(page).expect("the page names its fonts")
}

/// Widths by code, from a `/W` array of the form `c [w …]`.
fn stated_widths(document: &Document, font: &Dictionary) -> BTreeMap<i64, i64> {
    let mut widths = BTreeMap::new();
    let entries = array(document, font.get(b"W").expect("a CID font states widths"));
    for pair in entries.chunks(2) {
        let first = pair[0].as_i64().expect("a code");
        let of_run = pair[1].as_array().expect("our widths come in runs");
        widths.extend((first..).zip(of_run.iter().map(|width| width.as_i64().expect("a whole number"))));
    }
    widths
}

/// The character of each code that stands for just one, from the font's `/ToUnicode`.
fn characters(document: &Document, font: &Dictionary) -> BTreeMap<i64, char> {
    let map = stream(document, font.get(b"ToUnicode").expect("text can be copied"));
    let map = String::from_utf8(map).expect("a character map is plain text");
    let line = |line: &str| {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let character =
            u32::from_str_radix(text, 16).ok().filter(|_| text.len() == 4).and_then(char::from_u32)?;
        Some((i64::from_str_radix(code, 16).ok()?, character))
    };
    let characters: BTreeMap<i64, char> = map
        .lines()
        .skip_while(|line| !line.ends_with("endcodespacerange"))
        .filter_map(|each| line(each.trim()))
        .collect();
    assert!(characters.len() > 10, "a letter uses more than a handful of characters: {map}");
    characters
}

fn stream(document: &Document, object: &Object) -> Vec<u8> {
    let object = document.dereference(object).expect("references lead somewhere").1;
    object.as_stream().and_then(lopdf::Stream::decompressed_content).expect("a stream that inflates")
}

/// Letters that have another outline beside some neighbours: the tail of "Qu" runs under the u.
const DRAWN_BY_CONTEXT: [char; 1] = ['Q'];

/// Drops an outline, of which only the bounding box is wanted.
struct Nothing;

impl ttf_parser::OutlineBuilder for Nothing {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

/// A viewer places each glyph by the width that the file states and draws it from the font in the file; both must
/// be what the character has in the original font, or words drift apart or read as others.
#[test]
fn widths_and_outlines_are_those_of_the_original_font() {
    for (name, letter) in all_samples() {
        let document = opened(&set_well(&letter).bytes);
        let page = document.get_pages()[&1];
        for (resource, font) in fonts(&document, page) {
            let wanted =
                if resource == b"Strong" { "LibertinusSerif-Bold" } else { "LibertinusSerif-Regular" };
            let original = original(wanted);
            let descendant = &array(&document, font.get(b"DescendantFonts").expect("a composite font"))[0];
            let descendant = dictionary(&document, descendant);
            let descriptor =
                dictionary(&document, descendant.get(b"FontDescriptor").expect("it is described"));
            let program = stream(&document, descriptor.get(b"FontFile3").expect("it is embedded"));
            let outlines = ttf_parser::cff::Table::parse(&program).expect("a CFF program");
            let widths = stated_widths(&document, descendant);
            let by_itself = |&(_, character): &(i64, char)| !DRAWN_BY_CONTEXT.contains(&character);
            for (code, character) in characters(&document, font).into_iter().filter(by_itself) {
                let glyph = original.glyph_index(character).expect("the original font has it");
                assert_eq!(
                    widths.get(&code).copied(),
                    original.glyph_hor_advance(glyph).map(i64::from),
                    "{name}: {character:?} in {wanted} would be placed wrongly"
                );
                let embedded = ttf_parser::GlyphId(u16::try_from(code).expect("a glyph id"));
                assert_eq!(
                    outlines.outline(embedded, &mut Nothing).ok(),
                    original.glyph_bounding_box(glyph),
                    "{name}: {character:?} in {wanted} would be drawn as another"
                );
            }
        }
    }
}

fn original(name: &str) -> ttf_parser::Face<'static> {
    typst_assets::fonts()
        .filter_map(|data| ttf_parser::Face::parse(data, 0).ok())
        .find(|face| {
            face.names().into_iter().any(|entry| {
                entry.name_id == ttf_parser::name_id::POST_SCRIPT_NAME
                    && entry.to_string().as_deref() == Some(name)
            })
        })
        .expect("the font is bundled")
}

#[test]
fn tree_and_pages_agree_on_every_marked_content() {
    for (name, letter) in all_samples() {
        let document = opened(&set_well(&letter).bytes);
        let catalog = document.catalog().expect("a catalog");
        let root = dictionary(&document, catalog.get(b"StructTreeRoot").expect("a tagged file has a tree"));
        let parents = dictionary(&document, root.get(b"ParentTree").expect("the tree knows the way back"));
        let numbers = array(&document, parents.get(b"Nums").expect("a number tree"));
        let by_key: BTreeMap<i64, &[Object]> = numbers
            .chunks(2)
            .map(|pair| (pair[0].as_i64().expect("a key"), array(&document, &pair[1])))
            .collect();
        let pages = document.get_pages();
        assert_eq!(by_key.len(), pages.len(), "{name}: each page has its entry");
        for page in pages.into_values() {
            let dictionary = document.get_dictionary(page).expect("a page");
            let key =
                dictionary.get(b"StructParents").and_then(Object::as_i64).expect("the page has its key");
            let owners = by_key[&key];
            let marked = marked_contents(&document, page);
            let expected: Vec<i64> = (0..).take(owners.len()).collect();
            assert_eq!(marked, expected, "{name}: each piece of the page is in the tree, once, in order");
            for (id, owner) in (0_i64..).zip(owners) {
                let kids =
                    array(&document, crate::structure::dictionary(&document, owner).get(b"K").expect("kids"));
                let claimed = kids.iter().any(|kid| {
                    let kid = kid.as_dict().expect("a marked-content reference");
                    kid.get(b"MCID").and_then(Object::as_i64).ok() == Some(id)
                        && kid.get(b"Pg").and_then(Object::as_reference).ok() == Some(page)
                });
                assert!(claimed, "{name}: the owner of piece {id} does not know of it");
            }
        }
    }
}

/// The marked-content ids of a page in the order in which they are drawn.
fn marked_contents(document: &Document, page: ObjectId) -> Vec<i64> {
    let content = document.get_page_content(page);
    let operations = Content::decode(&content).expect("its content is well formed").operations;
    operations
        .iter()
        .filter(|operation| operation.operator == "BDC")
        .filter_map(|operation| operation.operands.get(1)?.as_dict().ok()?.get(b"MCID").ok()?.as_i64().ok())
        .collect()
}

#[test]
fn subject_is_the_heading() {
    for (name, letter) in all_samples() {
        let document = opened(&set_well(&letter).bytes);
        let headings = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"H1"))
            .count();
        assert_eq!(headings, 1, "{name}: a reader who jumps by headings lands on the subject");
    }
}
