//! Where things stand on an envelope.
use super::Layout;
use super::galley::Galley;
use crate::envelope::{Envelope, EnvelopeSize};
use crate::error::PageError;
use crate::fonts::Fonts;
use crate::geometry::{Field, INCH, MM, lines_in};
use crate::lines::Hyphens;
use crate::style::{ADDRESS, DETAILS, SMALL, Style};

/// The address, larger than in a window: it is read from further away.
const SIZES: [(f32, f32); 3] = [(12.5, 15.6), (11.5, 14.2), (10.0, 12.4)];
/// Space around the sender: from the left edge, from the top.
const SENDER: (f32, f32) = (11.0 * MM, 9.0 * MM);
/// The lower edge stays free for what the machines of the post print there; the right edge for fingers.
const FREE_BELOW: f32 = 17.0 * MM;
const FREE_RIGHT: f32 = 12.0 * MM;
/// The upper edge stays free for stamps at the right.
const STAMPS: f32 = 34.0 * MM;
const REMARK_GAP: f32 = 5.0;

/// Width and height, and where the address begins.
fn places(size: EnvelopeSize) -> (f32, f32, f32, f32) {
    match size {
        EnvelopeSize::Dl => (220.0 * MM, 110.0 * MM, 102.0 * MM, 54.0 * MM),
        EnvelopeSize::C5 => (229.0 * MM, 162.0 * MM, 106.0 * MM, 86.0 * MM),
        EnvelopeSize::C6 => (162.0 * MM, 114.0 * MM, 72.0 * MM, 58.0 * MM),
        EnvelopeSize::Number10 => (9.5 * INCH, 4.125 * INCH, 4.3 * INCH, 2.0 * INCH),
    }
}

/// Sender at the upper left, the address a little right of the middle, the remark above it.
pub(crate) fn lay_out_envelope(envelope: &Envelope, fonts: &Fonts) -> Result<Layout, PageError> {
    let (width, height, left, top) = places(envelope.size);
    let layout = Layout { width, height, pages: 1, ..Layout::default() };
    let mut galley = Galley { fonts, language: &envelope.language, typeface: envelope.typeface, layout };
    let field = Field { left, top, width: width - left - FREE_RIGHT, bottom: height - FREE_BELOW };

    let details = galley.style(DETAILS);
    let sender_width = width * 0.5 - SENDER.0;
    let sender = galley.all_broken(&envelope.sender, &details, sender_width);
    let limit = lines_in(field.top - SENDER.1, details.leading);
    if sender.len() > limit {
        return Err(PageError::TooTall { what: "sender", lines: sender.len(), limit });
    }
    let sender_field = Field { left: SENDER.0, top: SENDER.1, width: sender_width, bottom: field.top };
    let sender_bottom = galley.block(0, sender, details, &sender_field, SENDER.1);

    let small = galley.style(SMALL);
    let remark: Vec<_> = envelope
        .remark
        .iter()
        .flat_map(|remark| galley.broken(remark, &small, field.width, Hyphens::Never))
        .collect();
    let above = if remark.is_empty() { 0.0 } else { remark.len() as f32 * small.leading + REMARK_GAP };
    let highest = (sender_bottom + SMALL.leading).max(STAMPS) + above;
    let mut fault = None;
    for (step, (size, leading)) in SIZES.into_iter().enumerate() {
        let style = galley.style(Style { size, leading, ..ADDRESS });
        let lines = galley.all_broken(&envelope.recipient, &style, field.width);
        let limit = lines_in(field.bottom - highest, leading);
        // A line that would wrap is set smaller first.
        let suits = lines.len() == envelope.recipient.len() || step + 1 == SIZES.len();
        if lines.len() <= limit && suits {
            // A long address moves up; a short one stays where sorters look.
            let address_top = field.top.max(highest).min(field.bottom - leading * lines.len() as f32);
            if !remark.is_empty() {
                galley.block(0, remark, small, &field, address_top - above);
            }
            galley.block(0, lines, style, &field, address_top);
            return Ok(galley.layout);
        }
        fault = Some((lines.len(), limit));
    }
    let (lines, limit) = fault.unwrap_or_default();
    Err(PageError::TooTall { what: "address", lines, limit })
}
