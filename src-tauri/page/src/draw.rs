//! Placed lines into the operations of a page.
use crate::fonts::{FaceId, Fonts, Weight};
use crate::layout::{Layout, Placed, PlacedLine, PlacedPicture};
use crate::letter::Typeface;
use crate::picture::Picture;
use crate::shape::Glyph;
use crate::style::Ink;
use crate::subset::Repertoire;
use crate::tags::{Role, Tags};
use printpdf::{
    Codepoint, Color, DictItem, FontId, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point, Pt, Rgb, TextItem,
    TextMatrix, XObjectId, XObjectTransform,
};
use std::borrow::Cow;

/// A letter as page operations, with the glyphs they use and what they mean.
pub(crate) struct Drawing {
    pub(crate) pages: Vec<PdfPage>,
    pub(crate) glyphs: Repertoire,
    pub(crate) tags: Tags,
    /// The pictures by the names that the operations use.
    pub(crate) pictures: Vec<(Cow<'static, str>, Picture)>,
}

/// The name under which a face stands in the PDF's resources. Not `F1` to `F14`, which printpdf keeps.
pub(crate) fn font_id(face: FaceId) -> FontId {
    FontId(match face {
        FaceId::Bundled(Typeface::Serif, Weight::Regular) => "Text".to_owned(),
        FaceId::Bundled(Typeface::Serif, Weight::Bold) => "Strong".to_owned(),
        FaceId::Bundled(Typeface::Sans, Weight::Regular) => "Sans".to_owned(),
        FaceId::Bundled(Typeface::Sans, Weight::Bold) => "SansStrong".to_owned(),
        FaceId::Brought(number) => format!("More{number:016x}"),
    })
}

/// Draws all pages.
pub(crate) fn draw(layout: &Layout, fonts: &Fonts) -> Drawing {
    let mut tags = Tags::new(layout.pages);
    for (text, role) in layout.roles.iter().enumerate() {
        tags.add(role.clone(), layout.within.get(&text).copied());
    }
    let mut pen = Pen { fonts, height: layout.height, glyphs: Repertoire::default(), ops: Vec::new() };
    let pages = (0..layout.pages)
        .map(|page| {
            let on_page = layout.placed.iter().filter(|placed| placed.page == page);
            // The words of a picture stand on it, and so are drawn after it.
            let (in_pictures, words): (Vec<_>, Vec<_>) =
                on_page.partition(|placed| stands_in_a_picture(layout, placed));
            for placed in words {
                pen.placed(placed, &mut tags);
            }
            for placed in layout.pictures.iter().filter(|placed| placed.page == page) {
                pen.picture(placed, &mut tags);
            }
            for placed in in_pictures {
                pen.placed(placed, &mut tags);
            }
            pen.rules(page, layout);
            page_of(layout, std::mem::take(&mut pen.ops))
        })
        .collect();
    let pictures =
        layout.pictures.iter().map(|placed| (placed.name.clone(), placed.picture.clone())).collect();
    Drawing { pages, glyphs: pen.glyphs, tags, pictures }
}

fn stands_in_a_picture(layout: &Layout, placed: &Placed) -> bool {
    placed.text.is_some_and(|text| matches!(layout.roles[text], Role::Figure { .. }))
}

fn page_of(layout: &Layout, ops: Vec<Op>) -> PdfPage {
    let mut page = PdfPage::new(Mm(0.0), Mm(0.0), ops);
    // In points, since millimetres would round.
    for corners in [&mut page.media_box, &mut page.trim_box, &mut page.crop_box] {
        corners.width = Pt(hundredths(layout.width));
        corners.height = Pt(hundredths(layout.height));
    }
    page
}

/// Positions are written to a hundredth of their unit: finer than any printer, and short.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

struct Pen<'a> {
    fonts: &'a Fonts,
    /// Of the sheet: a page counts from its lower edge.
    height: f32,
    glyphs: Repertoire,
    ops: Vec<Op>,
}

impl Pen<'_> {
    fn placed(&mut self, placed: &Placed, tags: &mut Tags) {
        self.begin_text(placed.text, placed.page, tags);
        for line in &placed.lines {
            self.line(line);
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn picture(&mut self, placed: &PlacedPicture, tags: &mut Tags) {
        self.begin_text(placed.text, placed.page, tags);
        let transform = XObjectTransform {
            translate_x: Some(Pt(hundredths(placed.left))),
            translate_y: Some(Pt(hundredths(self.height - placed.top - placed.height))),
            scale_x: Some(hundredths(placed.width)),
            scale_y: Some(hundredths(placed.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: XObjectId(placed.name.clone().into_owned()), transform });
        self.ops.push(Op::EndMarkedContent);
    }

    fn rules(&mut self, page: usize, layout: &Layout) {
        let mut drawn = layout.rules.iter().filter(|rule| rule.page == page).peekable();
        if drawn.peek().is_none() {
            return;
        }
        self.begin_artifact();
        for rule in drawn {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(rule.thickness) });
            self.ops.push(Op::SetOutlineColor { col: color(rule.ink) });
            let y = hundredths(self.height - rule.y);
            let point = |x: f32| LinePoint { p: Point { x: Pt(hundredths(x)), y: Pt(y) }, bezier: false };
            let line = printpdf::Line { points: vec![point(rule.left), point(rule.right)], is_closed: false };
            self.ops.push(Op::DrawLine { line });
        }
        self.ops.push(Op::EndMarkedContent);
    }

    /// Begins a piece of a text of the structure, or of none.
    fn begin_text(&mut self, text: Option<usize>, page: usize, tags: &mut Tags) {
        match text {
            Some(text) => {
                let id = tags.claim(text, page);
                self.begin(tags.elements[text].role.name(), vec![("MCID", DictItem::Int(id))]);
            }
            None => self.begin_artifact(),
        }
    }

    fn begin(&mut self, tag: &str, properties: Vec<(&str, DictItem)>) {
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    fn begin_artifact(&mut self) {
        self.begin("Artifact", vec![("Type", DictItem::Name(b"Pagination".to_vec()))]);
    }

    fn line(&mut self, placed: &PlacedLine) {
        let Some(last) = placed.line.glyphs.last() else { return };
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor { col: color(placed.style.ink) });
        let space = (placed.goes_on && !placed.line.hyphenated).then(|| self.space(last.face));
        let mut writer = LineWriter {
            pen: self,
            x: placed.x,
            baseline: placed.baseline,
            size: placed.style.size,
            face: None,
            wanted: 0.0,
            reached: 0.0,
            raised: false,
            items: Vec::new(),
            spanned: 0,
        };
        for glyph in placed.line.glyphs.iter().chain(&space) {
            writer.glyph(glyph);
        }
        writer.flush();
        self.ops.push(Op::EndTextSection);
    }

    /// The space that keeps the last word of a line apart from the first of the next when text is copied.
    fn space(&self, last: FaceId) -> Glyph {
        let [substitute, ..] = FaceId::BUNDLED;
        let with = |face| self.fonts.face(face).glyph(' ').map(|id| (face, id));
        let (face, id) = with(last).or_else(|| with(substitute)).expect("the bundled faces have a space");
        let text = Some(" ".to_owned());
        Glyph { face, id, advance: 0.0, shift_right: 0.0, shift_up: 0.0, text, followers: 0 }
    }
}

fn color(ink: Ink) -> Color {
    Color::Rgb(Rgb::new(ink.0, ink.1, ink.2, None))
}

/// Writes the glyphs of one line as few text operations. Horizontal lengths in thousandths of an em.
struct LineWriter<'a, 'b> {
    pen: &'a mut Pen<'b>,
    x: f32,
    baseline: f32,
    size: f32,
    face: Option<FaceId>,
    /// Where the next glyph belongs, from the start of the line.
    wanted: f32,
    /// Where a viewer's pen is.
    reached: f32,
    /// The last glyph stood above or below the baseline.
    raised: bool,
    items: Vec<TextItem>,
    /// Glyphs until the open span with its own text ends.
    spanned: usize,
}

impl LineWriter<'_, '_> {
    fn glyph(&mut self, glyph: &Glyph) {
        let raised = glyph.shift_up != 0.0;
        if self.face != Some(glyph.face) || raised || self.raised {
            self.move_to(glyph);
        }
        let registered = self.pen.glyphs.register(self.pen.fonts, glyph);
        let (number, known) = (registered.number, registered.text.to_owned());
        // A glyph has one text in the whole file; where it stands for another, a span says which.
        if let Some(text) = glyph.text.as_ref().filter(|text| **text != known || glyph.followers > 0) {
            self.flush();
            let data =
                [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
            self.pen.begin("Span", vec![("ActualText", DictItem::String { data, literal: false })]);
            self.spanned = glyph.followers + 1;
        }
        let at = self.wanted + glyph.shift_right;
        let gap = hundredths(self.reached - at);
        if gap != 0.0 {
            self.items.push(TextItem::Offset(gap));
            self.reached -= gap;
        }
        self.items.push(TextItem::GlyphIds(vec![Codepoint { gid: number, offset: 0.0, cid: Some(known) }]));
        self.reached += self.pen.fonts.face(glyph.face).stated_width(glyph.id);
        self.wanted += glyph.advance;
        self.raised = raised;
        if raised {
            self.flush();
        }
        if self.spanned > 0 {
            self.spanned -= 1;
            if self.spanned == 0 {
                self.flush();
                self.pen.ops.push(Op::EndMarkedContent);
            }
        }
    }

    fn move_to(&mut self, glyph: &Glyph) {
        self.flush();
        if self.face != Some(glyph.face) {
            self.face = Some(glyph.face);
            let font = PdfFontHandle::External(font_id(glyph.face));
            self.pen.ops.push(Op::SetFont { font, size: Pt(self.size) });
        }
        let x = hundredths(self.x + self.wanted * self.size / 1000.0);
        let y = hundredths(self.pen.height - self.baseline + glyph.shift_up * self.size / 1000.0);
        self.pen.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
        self.reached = self.wanted;
    }

    fn flush(&mut self) {
        if !self.items.is_empty() {
            self.pen.ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }
}
