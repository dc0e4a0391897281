//! The foot of the first page: what the law or the bank wants to see on it.
use super::galley::widest;
use super::{Composer, Rule};
use crate::error::PageError;
use crate::geometry::Field;
use crate::lines::Line;
use crate::style::{FOOTER, HAIRLINE, Ink, Style};

/// Sizes and leadings of the columns.
const STEPS: [(f32, f32); 3] = [(FOOTER.size, FOOTER.leading), (7.0, 9.0), (6.5, 8.4)];
/// The most lines of a column once they are broken.
const MOST_LINES: usize = 8;
/// Space between columns, between the rule and the columns, and between text and rule.
const BETWEEN: f32 = 14.0;
const UNDER_RULE: f32 = 4.5;
const ABOVE_RULE: f32 = 14.0;

/// Columns that fit, each with its width.
pub(super) struct Foot {
    columns: Vec<Vec<Line>>,
    style: Style,
    /// Upper edge of the columns.
    top: f32,
}

impl Foot {
    /// The text of the first page ends above this.
    pub(super) fn text_bottom(&self) -> f32 {
        self.top - UNDER_RULE - ABOVE_RULE
    }
}

impl Composer<'_> {
    /// Breaks the columns, smaller where they need it.
    pub(super) fn foot(&self) -> Result<Option<Foot>, PageError> {
        let columns = &self.letter.letterhead.footer;
        if columns.is_empty() {
            return Ok(None);
        }
        let gaps = BETWEEN * (columns.len() - 1) as f32;
        let width = (self.sheet.measure - gaps) / columns.len() as f32;
        let mut fewest = usize::MAX;
        for (size, leading) in STEPS {
            let style = self.galley.style(Style { size, leading, ..FOOTER });
            let columns: Vec<Vec<Line>> =
                columns.iter().map(|column| self.galley.all_broken(column, &style, width)).collect();
            let lines = columns.iter().map(Vec::len).max().unwrap_or(0);
            let given = self.letter.letterhead.footer.iter().map(Vec::len).max().unwrap_or(0);
            fewest = fewest.min(lines);
            // A column that would wrap is set smaller before it takes more lines.
            let smallest = (size - STEPS[STEPS.len() - 1].0).abs() < f32::EPSILON;
            if lines <= given || (smallest && lines <= MOST_LINES) {
                let below = leading * (1.0 - super::galley::BASELINE);
                let top = self.sheet.footer_baseline + below - leading * lines as f32;
                return Ok(Some(Foot { columns, style, top }));
            }
        }
        Err(PageError::TooTall {
            what: "longest column at the foot of the page",
            lines: fewest,
            limit: MOST_LINES,
        })
    }

    /// Places the columns over the width of the text, a rule above them: the outer ones at its edges, what is left
    /// of the width shared between them.
    pub(super) fn place_foot(&mut self, foot: Foot) {
        let sheet = self.sheet;
        let Foot { columns, style, top } = foot;
        let widths: Vec<f32> = columns.iter().map(|column| widest(column)).collect();
        let free = sheet.measure - widths.iter().sum::<f32>();
        let between = if columns.len() > 1 { free / (columns.len() - 1) as f32 } else { 0.0 };
        let ink = self.letter.accent.map_or(HAIRLINE, Ink::of);
        let y = top - UNDER_RULE;
        self.galley.layout.rules.push(Rule {
            page: 0,
            left: sheet.left,
            right: sheet.right(),
            y,
            thickness: 0.35,
            ink,
        });
        let mut left = sheet.left;
        for (column, width) in columns.into_iter().zip(widths) {
            let field = Field { left, top, width, bottom: sheet.height };
            self.galley.block(0, column, style, &field, top);
            left += width + between;
        }
    }
}
