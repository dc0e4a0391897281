//! Placed lines into the operations of a page.
use crate::fonts::{Fonts, Weight};
use crate::geometry::Sheet;
use crate::layout::{Hairline, Layout, Placed, PlacedLine};
use crate::shape::Glyph;
use crate::style::{HAIRLINE, Ink};
use crate::subset::Repertoire;
use crate::tags::Tags;
use printpdf::{
    Codepoint, Color, DictItem, FontId, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point, Pt, Rgb, TextItem,
    TextMatrix,
};

/// A letter as page operations, with the glyphs they use and what they mean.
pub(crate) struct Drawing {
    pub(crate) pages: Vec<PdfPage>,
    pub(crate) glyphs: Repertoire,
    pub(crate) tags: Tags,
}

/// The name under which a face stands in the PDF's resources. Not `F1` to `F14`, which printpdf keeps.
pub(crate) fn font_id(weight: Weight) -> FontId {
    FontId(match weight {
        Weight::Regular => "Text".to_owned(),
        Weight::Bold => "Strong".to_owned(),
    })
}

/// Draws all pages.
pub(crate) fn draw(layout: &Layout, fonts: &Fonts) -> Drawing {
    let mut tags = Tags::new(layout.pages);
    for &role in &layout.roles {
        tags.add(role);
    }
    let mut pen = Pen { fonts, sheet: layout.sheet, glyphs: fonts.common().clone(), ops: Vec::new() };
    let pages = (0..layout.pages)
        .map(|page| {
            for placed in layout.placed.iter().filter(|placed| placed.page == page) {
                pen.placed(placed, &mut tags);
            }
            pen.artifacts(page, &layout.hairlines);
            page_of(layout.sheet, std::mem::take(&mut pen.ops))
        })
        .collect();
    Drawing { pages, glyphs: pen.glyphs, tags }
}

fn page_of(sheet: &Sheet, ops: Vec<Op>) -> PdfPage {
    let mut page = PdfPage::new(Mm(0.0), Mm(0.0), ops);
    // In points, since millimetres would round.
    for corners in [&mut page.media_box, &mut page.trim_box, &mut page.crop_box] {
        corners.width = Pt(hundredths(sheet.width));
        corners.height = Pt(hundredths(sheet.height));
    }
    page
}

/// Positions are written to a hundredth of their unit: finer than any printer, and short.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

struct Pen<'a> {
    fonts: &'a Fonts,
    sheet: &'static Sheet,
    glyphs: Repertoire,
    ops: Vec<Op>,
}

impl Pen<'_> {
    fn placed(&mut self, placed: &Placed, tags: &mut Tags) {
        match placed.text {
            Some(text) => {
                let id = tags.claim(text, placed.page);
                let tag = tags.elements[text].role.name();
                self.begin(tag, vec![("MCID", DictItem::Int(id))]);
            }
            None => self.begin_artifact(),
        }
        for line in &placed.lines {
            self.line(line);
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn artifacts(&mut self, page: usize, hairlines: &[Hairline]) {
        let marks: &[(f32, f32)] = if page == 0 { self.sheet.marks } else { &[] };
        // Printers cannot reach the very edge of a sheet.
        let marks = marks.iter().map(|&(y, length)| (13.0, 13.0 + length, y));
        let rules = hairlines.iter().filter(|line| line.page == page);
        let lines: Vec<_> = rules.map(|line| (line.left, line.right, line.y)).chain(marks).collect();
        if lines.is_empty() {
            return;
        }
        self.begin_artifact();
        self.ops.push(Op::SetOutlineThickness { pt: Pt(0.35) });
        self.ops.push(Op::SetOutlineColor { col: color(HAIRLINE) });
        for (left, right, y) in lines {
            let y = hundredths(self.sheet.height - y);
            let point = |x: f32| LinePoint { p: Point { x: Pt(hundredths(x)), y: Pt(y) }, bezier: false };
            let line = printpdf::Line { points: vec![point(left), point(right)], is_closed: false };
            self.ops.push(Op::DrawLine { line });
        }
        self.ops.push(Op::EndMarkedContent);
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
        let space = (placed.goes_on && !placed.line.hyphenated).then(|| self.space(last.weight));
        let mut writer = LineWriter {
            pen: self,
            x: placed.x,
            baseline: placed.baseline,
            size: placed.style.size,
            weight: None,
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
    fn space(&self, weight: Weight) -> Glyph {
        let id = self.fonts.face(weight).shaper.glyph_index(' ').expect("the bundled faces have a space").0;
        let text = Some(" ".to_owned());
        Glyph { weight, id, advance: 0.0, shift_right: 0.0, shift_up: 0.0, text, followers: 0 }
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
    weight: Option<Weight>,
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
        if self.weight != Some(glyph.weight) || raised || self.raised {
            self.move_to(glyph);
        }
        let registered = self.pen.glyphs.register(glyph);
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
        self.reached += self.pen.fonts.face(glyph.weight).stated_width(glyph.id);
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
        if self.weight != Some(glyph.weight) {
            self.weight = Some(glyph.weight);
            let font = PdfFontHandle::External(font_id(glyph.weight));
            self.pen.ops.push(Op::SetFont { font, size: Pt(self.size) });
        }
        let x = hundredths(self.x + self.wanted * self.size / 1000.0);
        let y = hundredths(self.pen.sheet.height - self.baseline + glyph.shift_up * self.size / 1000.0);
        self.pen.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
        self.reached = self.wanted;
    }

    fn flush(&mut self) {
        if !self.items.is_empty() {
            self.pen.ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }
}
