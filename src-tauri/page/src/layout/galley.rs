//! What every printed thing is put together on: texts broken into lines, and lines put in their places.
use super::{Layout, Placed, PlacedLine};
use crate::fonts::Fonts;
use crate::geometry::Field;
use crate::letter::Typeface;
use crate::lines::{self, Hyphens, Line};
use crate::style::Style;
use crate::tags::Role;

/// Where the baseline lies in the height of a line.
pub(super) const BASELINE: f32 = 0.74;

/// A sheet that is being filled.
pub(super) struct Galley<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) language: &'a str,
    pub(super) typeface: Typeface,
    pub(super) layout: Layout,
}

impl Galley<'_> {
    /// A style in the typeface of what is being set.
    pub(super) fn style(&self, style: Style) -> Style {
        style.in_typeface(self.typeface)
    }

    pub(super) fn broken(&self, text: &str, style: &Style, width: f32, hyphens: Hyphens) -> Vec<Line> {
        lines::set(self.fonts, text, style, width, self.language, hyphens)
    }

    /// The lines of several texts, none of them divided.
    pub(super) fn all_broken(&self, texts: &[String], style: &Style, width: f32) -> Vec<Line> {
        texts.iter().flat_map(|text| self.broken(text, style, width, Hyphens::Never)).collect()
    }

    pub(super) fn new_text(&mut self, role: Role) -> usize {
        self.layout.roles.push(role);
        self.layout.roles.len() - 1
    }

    /// Places lines as one text, at the left of their field, from `top` down; returns its lower edge.
    pub(super) fn block(
        &mut self,
        page: usize,
        lines: Vec<Line>,
        style: Style,
        field: &Field,
        top: f32,
    ) -> f32 {
        let count = lines.len();
        if count == 0 {
            return top;
        }
        let text = self.new_text(Role::Paragraph);
        let lines = placed(lines, style, top + style.leading * BASELINE, |line| {
            if line.right_to_left { field.left + field.width - line.width } else { field.left }
        });
        self.layout.placed.push(Placed { page, text: Some(text), lines });
        top + style.leading * count as f32
    }

    /// Places lines flush right, the first on the given baseline.
    pub(super) fn flush_right(
        &mut self,
        page: usize,
        text: Option<usize>,
        lines: Vec<Line>,
        style: Style,
        first: f32,
        right: f32,
    ) {
        let lines = placed(lines, style, first, |line| right - line.width);
        self.layout.placed.push(Placed { page, text, lines });
    }
}

/// Lines under one another, the first on a baseline.
pub(super) fn placed(
    lines: Vec<Line>,
    style: Style,
    first: f32,
    left: impl Fn(&Line) -> f32,
) -> Vec<PlacedLine> {
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| PlacedLine {
            x: left(&line),
            baseline: first + style.leading * index as f32,
            goes_on: index + 1 < count,
            line,
            style,
        })
        .collect()
}

pub(super) fn widest(lines: &[Line]) -> f32 {
    lines.iter().fold(0.0, |widest: f32, line| widest.max(line.width))
}
