//! What validators overlook: widths that agree with the embedded fonts, and page marks that agree with the tree.
use crate::{all_samples, scripts, set_well};
use kindly_page::{FontFile, LetterPage, Typeface};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use rustybuzz::ttf_parser;
use std::collections::BTreeMap;

pub(crate) fn opened(pdf: &[u8]) -> Document {
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
    assert!(!characters.is_empty(), "a font that is in the file is used: {map}");
    characters
}

fn stream(document: &Document, object: &Object) -> Vec<u8> {
    let object = document.dereference(object).expect("references lead somewhere").1;
    object.as_stream().and_then(lopdf::Stream::decompressed_content).expect("a stream that inflates")
}

/// Letters that have another outline beside some neighbours: the tail of "Qu" runs under the u, the hook of "fü"
/// makes way for the dots.
const DRAWN_BY_CONTEXT: [char; 2] = ['Q', 'f'];

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
        check_fonts(name, &set_well(&letter).bytes);
        check_fonts(name, &set_well(&LetterPage { typeface: Typeface::Sans, ..letter }).bytes);
    }
    check_fonts("names in all scripts", &scripts::all_names());
}

/// Checks each font of the first page against the original of the same name.
fn check_fonts(name: &str, pdf: &[u8]) {
    let document = opened(pdf);
    let page = document.get_pages()[&1];
    for font in fonts(&document, page).into_values() {
        let descendant = &array(&document, font.get(b"DescendantFonts").expect("a composite font"))[0];
        let descendant = dictionary(&document, descendant);
        let descriptor = dictionary(&document, descendant.get(b"FontDescriptor").expect("it is described"));
        let font_name = descriptor.get(b"FontName").and_then(Object::as_name).expect("it is named");
        let wanted = String::from_utf8_lossy(&font_name[7..]);
        let file = original(&wanted);
        let original = ttf_parser::Face::parse(&file.data, file.index).expect("the original is a font");
        let program = descriptor.get(b"FontFile3").or_else(|_| descriptor.get(b"FontFile2"));
        let program = stream(&document, program.expect("it is embedded"));
        let widths = stated_widths(&document, descendant);
        let by_itself =
            |&(_, character): &(i64, char)| !DRAWN_BY_CONTEXT.contains(&character) && !joins(character);
        for (code, character) in characters(&document, font).into_iter().filter(by_itself) {
            let glyph = original.glyph_index(character).expect("the original font has it");
            let units = original.glyph_hor_advance(glyph).expect("the original font states widths");
            assert_eq!(
                widths.get(&code).copied(),
                Some(i64::from(units) * 1000 / i64::from(original.units_per_em())),
                "{name}: {character:?} in {wanted} would be placed wrongly"
            );
            let embedded = ttf_parser::GlyphId(u16::try_from(code).expect("a glyph id"));
            assert_eq!(
                outline(&program, embedded),
                original.glyph_bounding_box(glyph),
                "{name}: {character:?} in {wanted} would be drawn as another"
            );
        }
    }
}

/// Letters that have another outline for each place in a word.
fn joins(character: char) -> bool {
    ('\u{600}'..='\u{6FF}').contains(&character)
}

/// The box around a glyph of an embedded program: a bare CFF table, or a TrueType file without what only text needs.
fn outline(program: &[u8], glyph: ttf_parser::GlyphId) -> Option<ttf_parser::Rect> {
    if let Some(outlines) = ttf_parser::cff::Table::parse(program) {
        return outlines.outline(glyph, &mut Nothing).ok();
    }
    ttf_parser::Face::parse(program, 0).expect("a TrueType program").outline_glyph(glyph, &mut Nothing)
}

/// The font that a name speaks of: one of those that are built in, or one that the tests bring.
fn original(name: &str) -> FontFile {
    let built_in = typst_assets::fonts().chain([notosans::REGULAR_TTF, notosans::BOLD_TTF]);
    let built_in = built_in.map(|data| FontFile { data: data.into(), index: 0 });
    built_in
        .chain(scripts::installed())
        .find(|file| {
            let face = ttf_parser::Face::parse(&file.data, file.index).expect("the original is a font");
            face.names().into_iter().any(|entry| {
                entry.name_id == ttf_parser::name_id::POST_SCRIPT_NAME
                    && entry.to_string().as_deref() == Some(name)
            })
        })
        .unwrap_or_else(|| panic!("{name} is one of the fonts that letters are set in"))
}

#[test]
fn tree_and_pages_agree_on_every_marked_content() {
    for (name, letter) in all_samples() {
        check_tree(name, &set_well(&letter).bytes);
    }
}

pub(crate) fn check_tree(name: &str, pdf: &[u8]) {
    let document = opened(pdf);
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
        let key = dictionary.get(b"StructParents").and_then(Object::as_i64).expect("the page has its key");
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
