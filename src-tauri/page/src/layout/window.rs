//! What shows in the window of the envelope.
use super::head::shorten;
use super::{Composer, Rule};
use crate::check::limits;
use crate::error::PageError;
use crate::geometry::Field;
use crate::lines::{Hyphens, Line};
use crate::style::{ADDRESS, RETURN_LINE, SMALL, Style};

/// Space under the sender line, and between remark and address.
const SENDER_GAP: f32 = 4.5;
const REMARK_GAP: f32 = 3.0;
/// Sizes of the sender line; smaller ones are hard to read through a window.
const SENDER_SIZES: [f32; 3] = [RETURN_LINE.size, 7.0, 6.5];
/// What parts the sender line.
const SENDER_DOT: &str = " · ";
/// Characters of a shortened name by which its bearer is still known.
const KNOWN_NAME: usize = 14;

impl Composer<'_> {
    /// Sender line, remark and address. The address begins where postal machines look for it, and only moves up
    /// when it is long; the small lines stand right above it. Nothing stands above `window_top`. Returns the lower
    /// edge of the address.
    pub(super) fn window(&mut self, window_top: f32) -> Result<f32, PageError> {
        let sheet = self.sheet;
        let window = &Field { top: window_top, ..sheet.window };
        let (address_style, small) = (self.galley.style(ADDRESS), self.galley.style(SMALL));
        let set =
            |text: &String, style: &Style| self.galley.broken(text, style, window.width, Hyphens::Never);
        let broken: Vec<Vec<Line>> =
            self.letter.recipient.iter().map(|line| set(line, &address_style)).collect();
        let wrapped = (1..).zip(&broken).filter(|(_, lines)| lines.len() > 1).map(|(line, _)| line).collect();
        let address: Vec<Line> = broken.into_iter().flatten().collect();
        let sender = if sheet.sender_line { self.sender_line(window.width) } else { None };
        let remark = self.letter.remark.iter().flat_map(|line| set(line, &small)).collect::<Vec<_>>();
        let above = if remark.is_empty() { 0.0 } else { remark.len() as f32 * SMALL.leading + REMARK_GAP }
            + if sender.is_some() { RETURN_LINE.leading + SENDER_GAP } else { 0.0 };
        let height_of = |lines: usize| above + lines as f32 * ADDRESS.leading;
        let room = window.bottom - window.top;
        let limit = (1..=limits::RECIPIENT_LINES).take_while(|&lines| height_of(lines) <= room).count();
        if address.len() > limit {
            let beside = match (remark.is_empty(), sender.is_none()) {
                (true, true) => "",
                (true, false) => " beside the sender line",
                (false, true) => " beside the remark",
                (false, false) => " beside the remark and the sender line",
            };
            return Err(PageError::AddressTooTall { lines: address.len(), limit, beside, wrapped });
        }
        let lowest = window.bottom + above - height_of(address.len());
        let top = sheet.address_top.max(window.top + above).min(lowest);
        let mut from = top - above;
        if let Some((line, style)) = sender {
            let right = window.left + line.width;
            from = self.galley.block(0, vec![line], style, window, from);
            self.galley.layout.rules.push(Rule::hairline(0, window.left, right, from + 0.8));
            from += SENDER_GAP;
        }
        if !remark.is_empty() {
            self.galley.block(0, remark, small, window, from);
        }
        Ok(self.galley.block(0, address, address_style, window, top))
    }

    /// The sender on one line: set smaller first, then with a shorter name, then without what stands between name
    /// and place. The place comes last and stays longest: without it no letter finds its way back.
    fn sender_line(&self, width: f32) -> Option<(Line, Style)> {
        let text = &self.letter.return_line;
        let one_line = |text: &str, size: f32| {
            let style = self.galley.style(Style { size, ..RETURN_LINE });
            let mut lines = self.galley.broken(text, &style, width, Hyphens::Never);
            if lines.len() > 1 { None } else { lines.pop().map(|line| (line, style)) }
        };
        if text.is_empty() {
            return None;
        }
        if let Some(fitting) = SENDER_SIZES.into_iter().find_map(|size| one_line(text, size)) {
            return Some(fitting);
        }
        let smallest = SENDER_SIZES[SENDER_SIZES.len() - 1];
        let mut parts: Vec<String> = text.split(SENDER_DOT).map(str::to_owned).collect();
        let mut ellipsis = "";
        loop {
            let (name, rest) = parts.split_first()?;
            let written = rest.iter().fold(format!("{name}{ellipsis}"), |all, part| all + SENDER_DOT + part);
            if let Some(fitting) = one_line(&written, smallest) {
                return Some(fitting);
            }
            if parts.len() > 2 && name.chars().count() <= KNOWN_NAME {
                parts.remove(parts.len() - 2);
            } else if name.is_empty() {
                return None;
            } else {
                shorten(&mut parts[0]);
                ellipsis = "…";
            }
        }
    }
}
