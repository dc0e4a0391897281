//! Tables: rows that stay whole, under a head that stands again on each page.
use super::{CELL, Composer, GUTTER, HEAD, whole_lines};
use crate::error::PageError;
use crate::layout::galley::{BASELINE, placed};
use crate::layout::{Placed, Rule};
use crate::lines::{Hyphens, Line};
use crate::style::{Ink, Style};
use crate::tags::Role;

/// Above a table, and above and below the cells of a row.
const ABOVE: f32 = 9.0;
const PADDING: f32 = 2.6;
/// The rule under a row: it leads the eye and stands back.
const BETWEEN_ROWS: Ink = Ink(0.8, 0.8, 0.81);
/// Rows that stand with the head, where there are so many.
const WITH_HEAD: usize = 2;
/// No column is narrower than this share of the measure, whatever it was given.
const NARROWEST: f32 = 1.0 / 24.0;

/// Left edge and width of a column.
type Column = (f32, f32);

impl Composer<'_> {
    /// A row higher than a page is refused: it could be read on none.
    pub(super) fn table(
        &mut self,
        head: &[String],
        widths: &[f32],
        rows: &[Vec<String>],
    ) -> Result<(), PageError> {
        if rows.is_empty() || head.is_empty() {
            return Ok(());
        }
        let columns = self.columns(head.len(), widths);
        let (head_style, style) = (self.galley.style(HEAD), self.galley.style(CELL));
        let head = self.cells(head, &columns, head_style);
        let rows: Vec<Vec<Vec<Line>>> = rows.iter().map(|row| self.cells(row, &columns, style)).collect();
        let head_height = height(&head, head_style);
        let room = self.sheet.bottom - self.sheet.top - head_height;
        if let Some(row) = rows.iter().find(|row| height(row, style) > room) {
            let limit = whole_lines(room - 2.0 * PADDING, style);
            return Err(PageError::TooTall { what: "row of the table", lines: lines(row), limit });
        }
        self.at += ABOVE;
        let with_head: f32 = rows.iter().take(WITH_HEAD).map(|row| height(row, style)).sum();
        self.make_room((head_height + with_head).min(room));
        let table = self.galley.new_text(Role::Table);
        let row = self.element(Role::Row, table);
        self.row(head.clone(), head_style, &columns, Some((row, &Role::HeadCell)));
        for cells in rows {
            if self.at + height(&cells, style) > self.sheet.bottom {
                self.next_page();
                // The head stands again for the eye; a reader that speaks knows it from the table.
                self.row(head.clone(), head_style, &columns, None);
            }
            let row = self.element(Role::Row, table);
            self.row(cells, style, &columns, Some((row, &Role::Cell)));
        }
        Ok(())
    }

    /// The room that a whole table takes.
    pub(super) fn table_room(&self, head: &[String], widths: &[f32], rows: &[Vec<String>]) -> f32 {
        let columns = self.columns(head.len(), widths);
        let room = |texts: &[String], style: Style| height(&self.cells(texts, &columns, style), style);
        let (head_style, style) = (self.galley.style(HEAD), self.galley.style(CELL));
        ABOVE + room(head, head_style) + rows.iter().map(|row| room(row, style)).sum::<f32>()
    }

    fn columns(&self, count: usize, widths: &[f32]) -> Vec<Column> {
        let given = |column: usize| widths.get(column).copied().filter(|width| *width > 0.0).unwrap_or(1.0);
        let all: f32 = (0..count).map(given).sum();
        let shares: Vec<f32> = (0..count).map(|column| (given(column) / all).max(NARROWEST)).collect();
        let sum: f32 = shares.iter().sum();
        let mut left = self.sheet.left;
        let mut column = |share: f32| {
            let width = self.sheet.measure * share / sum;
            let column = (left, width);
            left += width;
            column
        };
        let mut columns: Vec<Column> = shares.into_iter().map(&mut column).collect();
        // The last one has nothing to keep away from.
        for (_, width) in columns.iter_mut().rev().skip(1) {
            *width -= GUTTER;
        }
        columns
    }

    /// As many cells as there are columns: what a row lacks stays empty.
    fn cells(&self, texts: &[String], columns: &[Column], style: Style) -> Vec<Vec<Line>> {
        let text = |column: usize| texts.get(column).map_or("", String::as_str);
        let cell = |(column, (_, width)): (usize, &Column)| {
            self.galley.broken(text(column), &style, *width, Hyphens::Never)
        };
        columns.iter().enumerate().map(cell).collect()
    }

    fn element(&mut self, role: Role, within: usize) -> usize {
        let element = self.galley.new_text(role);
        self.galley.layout.within.insert(element, within);
        element
    }

    /// A row with a hairline under it; for the eye alone without an element.
    fn row(
        &mut self,
        cells: Vec<Vec<Line>>,
        style: Style,
        columns: &[Column],
        element: Option<(usize, &Role)>,
    ) {
        let below = self.at + height(&cells, style);
        let first = self.at + PADDING + style.leading * BASELINE;
        for (lines, (left, width)) in cells.into_iter().zip(columns) {
            let text = element.map(|(row, role)| self.element(role.clone(), row));
            let lines = placed(lines, style, first, |line| {
                if line.right_to_left { left + width - line.width } else { *left }
            });
            self.galley.layout.placed.push(Placed { page: self.page, text, lines });
        }
        self.at = below;
        let (left, right) = (self.sheet.left, self.sheet.left + self.sheet.measure);
        let rule = Rule { page: self.page, left, right, y: below, thickness: 0.35, ink: BETWEEN_ROWS };
        self.galley.layout.rules.push(rule);
    }
}

fn lines(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

/// The height of a row with what stands above and below its words.
fn height(cells: &[Vec<Line>], style: Style) -> f32 {
    style.leading * lines(cells) as f32 + 2.0 * PADDING
}
