//! The few type styles of a letter, so that it looks of one piece.
use crate::fonts::Weight;

/// An sRGB colour, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink(pub(crate) f32, pub(crate) f32, pub(crate) f32);

/// The letter's own words: a black that is not quite black is calmer on white paper and prints the same.
pub(crate) const INK: Ink = Ink(0.09, 0.10, 0.12);
/// What stands around the letter: sender's details, labels. 7:1 against white.
pub(crate) const QUIET: Ink = Ink(0.33, 0.35, 0.37);
/// Hairlines.
pub(crate) const HAIRLINE: Ink = Ink(0.62, 0.63, 0.64);

/// How a text is set. Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    /// Baseline to baseline.
    pub(crate) leading: f32,
    pub(crate) ink: Ink,
}

/// The text of the letter; its leading comes from the page's rhythm.
pub(crate) const BODY: Style = Style { weight: Weight::Regular, size: 11.5, leading: 15.5, ink: INK };
/// The subject.
pub(crate) const SUBJECT: Style = Style { weight: Weight::Bold, ..BODY };
/// The sender's name at the head of the page.
pub(crate) const NAME: Style = Style { weight: Weight::Bold, size: 17.0, leading: 21.0, ink: INK };
/// The sender's details.
pub(crate) const DETAILS: Style = Style { weight: Weight::Regular, size: 9.0, leading: 12.0, ink: QUIET };
/// The address, a little tighter than the text so that six lines fit the window.
pub(crate) const ADDRESS: Style = Style { weight: Weight::Regular, size: 11.0, leading: 13.2, ink: INK };
/// The sender line above the address.
pub(crate) const RETURN_LINE: Style = Style { weight: Weight::Regular, size: 7.5, leading: 9.5, ink: QUIET };
/// Remarks in the window, references, enclosures, heads of further pages.
pub(crate) const SMALL: Style = Style { weight: Weight::Regular, size: 9.5, leading: 12.5, ink: QUIET };
