//! The parts of a report under one another, over as many pages as they need.
mod figure;
mod table;

use super::galley::{BASELINE, Galley, placed};
use super::{Layout, Placed, Rule};
use crate::error::PageError;
use crate::fonts::{Fonts, Weight};
use crate::geometry::{INCH, MM};
use crate::letter::Paper;
use crate::lines::{Hyphens, Line};
use crate::report::{Block, Report};
use crate::style::{BODY, HAIRLINE, QUIET, SMALL, Style};
use crate::tags::Role;

/// The styles of a report, a little smaller than a letter's: more stands on a page.
const TITLE: Style = Style { weight: Weight::Bold, size: 18.0, leading: 23.0, ..BODY };
const HEADING: Style = Style { weight: Weight::Bold, size: 12.0, leading: 16.0, ..BODY };
const TEXT: Style = Style { size: 10.5, leading: 14.5, ..BODY };
const LABEL: Style = Style { ink: QUIET, ..TEXT };
const CELL: Style = Style { size: 9.5, leading: 12.4, ..BODY };
const HEAD: Style = Style { weight: Weight::Bold, size: 8.5, leading: 11.5, ink: QUIET, ..BODY };
const FOOT: Style = Style { size: 8.0, leading: 10.5, ink: QUIET, ..BODY };
/// The words in a drawing.
const FIGURE: Style = Style { size: 8.0, leading: 10.0, ink: QUIET, ..BODY };

/// Between a heading and what precedes it, between a paragraph and what precedes it.
const BEFORE_HEADING: f32 = 16.0;
const BEFORE_TEXT: f32 = 4.5;
/// Between the title's lines and the rule under them.
const BEFORE_RULE: f32 = 6.0;
/// Between two columns.
const GUTTER: f32 = 10.0;
/// Width of the labels of facts, as a share of the measure.
const LABELS: f32 = 0.36;
/// What must stand below a heading on its page.
const WITH_HEADING: f32 = 60.0;
/// The most rows of a table that stands with the drawing before it.
const WITH_FIGURE: usize = 12;

/// Places everything.
pub(crate) fn lay_out_report(report: &Report, fonts: &Fonts) -> Result<Layout, PageError> {
    let (width, height) = match report.paper {
        Paper::A4 => (210.0 * MM, 297.0 * MM),
        Paper::UsLetter => (8.5 * INCH, 11.0 * INCH),
    };
    let layout = Layout { width, height, pages: 1, ..Layout::default() };
    let galley = Galley { fonts, language: &report.language, typeface: report.typeface, layout };
    let (left, right) = (24.0 * MM, width - 22.0 * MM);
    let sheet = Sheet { left, measure: right - left, top: 22.0 * MM, bottom: height - 26.0 * MM };
    let mut composer = Composer { galley, sheet, page: 0, at: sheet.top };
    composer.title(report);
    for (place, block) in report.blocks.iter().enumerate() {
        composer.block(block, &report.blocks[place + 1..])?;
    }
    composer.galley.layout.pages = composer.page + 1;
    composer.feet(report);
    Ok(composer.galley.layout)
}

#[derive(Clone, Copy)]
struct Sheet {
    left: f32,
    measure: f32,
    top: f32,
    bottom: f32,
}

struct Composer<'a> {
    galley: Galley<'a>,
    sheet: Sheet,
    page: usize,
    /// How far down the page is filled.
    at: f32,
}

impl Composer<'_> {
    fn title(&mut self, report: &Report) {
        self.paragraph(&report.title, TITLE, Role::Heading, Hyphens::Never);
        for line in &report.under_title {
            self.paragraph(line, SMALL, Role::Paragraph, Hyphens::Never);
        }
        self.at += BEFORE_RULE;
        let (left, right) = (self.sheet.left, self.sheet.left + self.sheet.measure);
        let rule = Rule { page: self.page, left, right, y: self.at, thickness: 0.8, ink: HAIRLINE };
        self.galley.layout.rules.push(rule);
    }

    fn block(&mut self, block: &Block, next: &[Block]) -> Result<(), PageError> {
        match block {
            Block::Heading(text) => {
                self.make_room(self.with_heading(next));
                // At the head of a page nothing stands before it.
                if self.at > self.sheet.top {
                    self.at += BEFORE_HEADING;
                }
                self.paragraph(text, HEADING, Role::Subheading, Hyphens::Never);
            }
            Block::Text(text) => {
                self.at += BEFORE_TEXT;
                self.paragraph(text, TEXT, Role::Paragraph, Hyphens::Sparing);
            }
            Block::Facts(facts) => {
                self.at += BEFORE_TEXT;
                for (label, value) in facts {
                    self.fact(label, value);
                }
            }
            Block::Table { head, widths, rows } => self.table(head, widths, rows)?,
            Block::Picture { drawing, instead, caption } => self.figure(drawing, instead, caption)?,
        }
        Ok(())
    }

    /// The room of a heading and of what must stand with it. A drawing is never parted, so that its heading goes where it
    /// goes; and so does the table that says the same, where one page holds all of it.
    fn with_heading(&self, next: &[Block]) -> f32 {
        let heading = BEFORE_HEADING + HEADING.leading;
        let [Block::Picture { drawing, .. }, rest @ ..] = next else { return heading + WITH_HEADING };
        let figure = heading + self.figure_room(drawing);
        let whole = match rest {
            [Block::Table { head, widths, rows }, ..] if rows.len() <= WITH_FIGURE => {
                figure + self.table_room(head, widths, rows)
            }
            _ => figure,
        };
        if whole <= self.sheet.bottom - self.sheet.top { whole } else { figure }
    }

    /// Begins a new page where so much does not fit any more.
    fn make_room(&mut self, height: f32) {
        if self.at + height > self.sheet.bottom && self.at > self.sheet.top {
            self.next_page();
        }
    }

    fn next_page(&mut self) {
        self.page += 1;
        self.at = self.sheet.top;
    }

    /// A paragraph, parted between pages where it must be: never so that one line stands alone.
    fn paragraph(&mut self, text: &str, style: Style, role: Role, hyphens: Hyphens) {
        let style = self.galley.style(style);
        let lines = self.galley.broken(text, &style, self.sheet.measure, hyphens);
        if lines.is_empty() {
            return;
        }
        let element = self.galley.new_text(role);
        let mut rest = lines.as_slice();
        while !rest.is_empty() {
            self.make_room(style.leading * rest.len().min(2) as f32);
            let room = whole_lines(self.sheet.bottom - self.at, style).max(1);
            let mut here = room.min(rest.len());
            if rest.len() - here == 1 {
                if here == 2 && self.at > self.sheet.top {
                    self.next_page();
                    continue;
                }
                here -= usize::from(here > 2);
            }
            let (now, later) = rest.split_at(here);
            let column = (self.sheet.left, self.sheet.measure);
            self.lines(now.to_vec(), style, element, column, !later.is_empty());
            self.at += style.leading * here as f32;
            rest = later;
        }
    }

    /// Lines from where the page is filled, in a column by its left edge and width. Where the same text goes on after
    /// them, a space keeps the words apart when they are copied.
    fn lines(
        &mut self,
        lines: Vec<Line>,
        style: Style,
        text: usize,
        (left, width): (f32, f32),
        goes_on: bool,
    ) {
        let first = self.at + style.leading * BASELINE;
        let left_of = |line: &Line| if line.right_to_left { left + width - line.width } else { left };
        let mut lines = placed(lines, style, first, left_of);
        if let Some(last) = lines.last_mut() {
            last.goes_on = goes_on && !last.line.cut;
        }
        self.galley.layout.placed.push(Placed { page: self.page, text: Some(text), lines });
    }

    /// A label and its value on one height; one paragraph to a reader that speaks.
    fn fact(&mut self, label: &str, value: &str) {
        let (label_style, style) = (self.galley.style(LABEL), self.galley.style(TEXT));
        let labels_width = self.sheet.measure * LABELS;
        let (left, width) = (self.sheet.left + labels_width, self.sheet.measure - labels_width);
        let labels = self.galley.broken(label, &label_style, labels_width - GUTTER, Hyphens::Never);
        let values = self.galley.broken(value, &style, width, Hyphens::Never);
        let height = style.leading * labels.len().max(values.len()) as f32;
        self.make_room(height);
        let element = self.galley.new_text(Role::Paragraph);
        self.lines(labels, label_style, element, (self.sheet.left, labels_width - GUTTER), true);
        self.lines(values, style, element, (left, width), false);
        self.at += height;
    }

    fn feet(&mut self, report: &Report) {
        let style = self.galley.style(FOOT);
        let pages = self.galley.layout.pages;
        let baseline = self.sheet.bottom + 11.0 * MM;
        for page in 0..pages {
            let number =
                report.page.replace("{page}", &(page + 1).to_string()).replace("{pages}", &pages.to_string());
            let right = self.sheet.left + self.sheet.measure;
            let number = self.galley.broken(&number, &style, self.sheet.measure, Hyphens::Never);
            let foot = self.galley.broken(&report.foot, &style, self.sheet.measure * 0.75, Hyphens::Never);
            let foot: Vec<Line> = foot.into_iter().take(1).collect();
            let foot = placed(foot, style, baseline, |_| self.sheet.left);
            self.galley.layout.placed.push(Placed { page, text: None, lines: foot });
            self.galley.flush_right(page, None, number, style, baseline, right);
        }
    }
}

/// How many lines stand in a height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has a few dozen lines")]
fn whole_lines(height: f32, style: Style) -> usize {
    // A hair more, so that what was measured to fit does.
    (height / style.leading + 0.001).max(0.0) as usize
}
