//! Drawings: their lines as vectors, their words in the letters of the page.
use super::{Composer, FIGURE};
use crate::chart::{Anchor, Drawing, Mark, plain_svg, text_in_english};
use crate::error::PageError;
use crate::layout::{Placed, PlacedLine, PlacedPicture};
use crate::lines::Hyphens;
use crate::picture::Picture;
use crate::style::SMALL;
use crate::tags::Role;

/// Above a drawing, and between it and its caption.
const ABOVE: f32 = 9.0;
const BEFORE_CAPTION: f32 = 3.0;
/// Lines of a caption that stand with their drawing.
const CAPTION_LINES: f32 = 3.0;

impl Composer<'_> {
    /// As wide as the measure, or as high as a page.
    pub(super) fn figure(
        &mut self,
        drawing: &Drawing,
        instead: &str,
        caption: &str,
    ) -> Result<(), PageError> {
        let picture = Picture::read(plain_svg(drawing).as_bytes())
            .map_err(|fault| PageError::Unwritable(fault.to_string()))?;
        let with_caption = self.caption_room();
        let scale = self.scale(drawing);
        let (width, height) = (points(drawing.width) * scale, points(drawing.height) * scale);
        self.at += ABOVE;
        self.make_room(height + with_caption);
        let (left, top) = (self.sheet.left, self.at);
        let below = self.galley.layout.height - top;
        let edges = [left, below - height, left + width, below];
        let figure = self.galley.new_text(Role::Figure { instead: instead.to_owned(), edges });
        let name = format!("Drawing{}", self.galley.layout.pictures.len() + 1).into();
        let page = self.page;
        let placed = PlacedPicture { page, text: Some(figure), name, picture, left, top, width, height };
        self.galley.layout.pictures.push(placed);
        self.words_in(drawing, scale, figure);
        self.at += height + BEFORE_CAPTION;
        self.paragraph(caption, SMALL, Role::Paragraph, Hyphens::Sparing);
        Ok(())
    }

    /// The room that a drawing takes with its caption.
    pub(super) fn figure_room(&self, drawing: &Drawing) -> f32 {
        ABOVE + points(drawing.height) * self.scale(drawing) + self.caption_room()
    }

    fn caption_room(&self) -> f32 {
        BEFORE_CAPTION + CAPTION_LINES * self.galley.style(SMALL).leading
    }

    fn scale(&self, drawing: &Drawing) -> f32 {
        let highest = self.sheet.bottom - self.sheet.top - self.caption_room();
        (self.sheet.measure / points(drawing.width)).min(highest / points(drawing.height))
    }

    fn words_in(&mut self, drawing: &Drawing, scale: f32, figure: usize) {
        let (left, top) = (self.sheet.left, self.at);
        let style = self.galley.style(FIGURE);
        let mut lines = Vec::new();
        for mark in &drawing.marks {
            let Mark::Text { x, y, anchor, text, .. } = mark else { continue };
            let words = text_in_english(text);
            let broken = self.galley.broken(&words, &style, self.sheet.measure, Hyphens::Never);
            let Some(line) = broken.into_iter().next() else { continue };
            let at = left + points(*x) * scale;
            let x = match anchor {
                Anchor::Start => at,
                Anchor::Middle => at - line.width / 2.0,
                Anchor::End => at - line.width,
            };
            // Each is a word of its own, and copied as one.
            lines.push(PlacedLine { line, x, baseline: top + points(*y) * scale, style, goes_on: true });
        }
        if !lines.is_empty() {
            self.galley.layout.placed.push(Placed { page: self.page, text: Some(figure), lines });
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a page is measured in hundredths of points")]
fn points(value: f64) -> f32 {
    value as f32
}
