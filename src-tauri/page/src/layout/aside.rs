//! The references beside the address: labels and values in two columns, which DIN 5008 calls an information
//! block.
use super::Composer;
use super::Placed;
use super::galley::{placed, widest};
use crate::error::PageError;
use crate::lines::{Hyphens, Line};
use crate::style::{INK, SMALL, Style};
use crate::tags::Role;

/// Space between labels and values, and above the block.
const BESIDE_LABEL: f32 = 8.0;
const ABOVE: f32 = 14.0;
/// The most of the width that labels take.
const LABEL_SHARE: f32 = 0.55;

impl Composer<'_> {
    /// Places the references so that the last of them ends on a level with the address; nothing stands above them
    /// that reaches below `head`.
    pub(super) fn references(&mut self, head: f32, address_bottom: f32) -> Result<(), PageError> {
        let sheet = self.sheet;
        let width = sheet.right() - sheet.references_left;
        let style = self.galley.style(SMALL);
        let value_style = Style { ink: INK, ..style };
        let broken = |text: &str, width: f32| self.galley.broken(text, &style, width, Hyphens::Never);
        let references = &self.letter.references;
        let label_width = references
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, _)| widest(&broken(label, width * LABEL_SHARE)))
            .fold(0.0, f32::max);
        let value_left = if label_width > 0.0 { label_width + BESIDE_LABEL } else { 0.0 };
        let rows: Vec<(Vec<Line>, Vec<Line>)> = references
            .iter()
            .map(|(label, value)| {
                let label_room = if value.is_empty() { width } else { label_width + 0.5 };
                (broken(label, label_room), broken(value, width - value_left))
            })
            .collect();
        let heights: Vec<usize> = rows.iter().map(|(label, value)| label.len().max(value.len())).collect();
        let lines: usize = heights.iter().sum();
        let last = sheet.references_baseline.unwrap_or(address_bottom - style.leading * 0.3);
        let limit =
            (0..64_u16).take_while(|&above| last - style.leading * f32::from(above) >= head + ABOVE).count();
        if lines > limit {
            return Err(PageError::TooTall { what: "block of references", lines, limit });
        }
        // The block ends at the right edge of the text, like the sender's details above it and the date below.
        let values = rows.iter().map(|(label, value)| match value.as_slice() {
            [] => widest(label),
            value => value_left + widest(value),
        });
        let left = sheet.right() - values.fold(0.0, f32::max);
        let mut baseline = last - style.leading * lines.saturating_sub(1) as f32;
        for ((label, value), height) in rows.into_iter().zip(heights) {
            let text = self.galley.new_text(Role::Paragraph);
            let mut lines = placed(label, style, baseline, |_| left);
            // A space keeps label and value apart when they are copied.
            if let Some(last) = lines.last_mut() {
                last.goes_on = !value.is_empty();
            }
            lines.extend(placed(value, value_style, baseline, |_| left + value_left));
            self.galley.layout.placed.push(Placed { page: 0, text: Some(text), lines });
            baseline += style.leading * height as f32;
        }
        Ok(())
    }
}
