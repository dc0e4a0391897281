//! The few type styles of a letter, so that it looks of one piece.
use crate::fonts::{FaceId, Weight};
use crate::letter::{Rgb, Typeface};

/// An sRGB colour, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink(pub(crate) f32, pub(crate) f32, pub(crate) f32);

/// The letter's own words: a black that is not quite black is calmer on white paper and prints the same.
pub(crate) const INK: Ink = Ink(0.09, 0.10, 0.12);
/// What stands around the letter: sender's details, labels. 7:1 against white.
pub(crate) const QUIET: Ink = Ink(0.33, 0.35, 0.37);
/// Hairlines.
pub(crate) const HAIRLINE: Ink = Ink(0.62, 0.63, 0.64);

impl Ink {
    /// An accent as it is: for rules, which nobody has to read.
    pub(crate) fn of(accent: Rgb) -> Self {
        let part = |part: u8| f32::from(part) / 255.0;
        Self(part(accent.0), part(accent.1), part(accent.2))
    }

    /// An accent for words: darkened, its hue kept, to where white paper sets it off by 4.5:1 (WCAG 2.2, 1.4.3).
    pub(crate) fn readable(accent: Rgb) -> Self {
        let full = Self::of(accent);
        let darkened = (0..=100_u8).map(|step| {
            let part = 1.0 - f32::from(step) / 100.0;
            Self(full.0 * part, full.1 * part, full.2 * part)
        });
        darkened.into_iter().find(|ink| ink.contrast() >= 4.5).unwrap_or(INK)
    }

    /// Contrast against white, from 1 to 21 (WCAG 2.2, "contrast ratio").
    fn contrast(self) -> f32 {
        let linear = |part: f32| {
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2);
        1.05 / (luminance + 0.05)
    }
}

/// How a text is set. Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) typeface: Typeface,
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    /// Baseline to baseline.
    pub(crate) leading: f32,
    pub(crate) ink: Ink,
}

impl Style {
    pub(crate) fn face(&self) -> FaceId {
        FaceId::Bundled(self.typeface, self.weight)
    }

    /// The same style in a typeface, as large as the serif looks.
    pub(crate) fn in_typeface(self, typeface: Typeface) -> Self {
        let size = match typeface {
            Typeface::Serif => self.size,
            Typeface::Sans => self.size * SANS_SIZE,
        };
        Self { typeface, size, ..self }
    }
}

/// The small letters of the sans are that much higher.
const SANS_SIZE: f32 = 0.88;

/// The text of the letter; its leading comes from the page's rhythm.
pub(crate) const BODY: Style =
    Style { typeface: Typeface::Serif, weight: Weight::Regular, size: 11.5, leading: 15.5, ink: INK };
/// The subject.
pub(crate) const SUBJECT: Style = Style { weight: Weight::Bold, ..BODY };
/// The sender's name at the head of the page.
pub(crate) const NAME: Style = Style { weight: Weight::Bold, size: 17.0, leading: 21.0, ..BODY };
/// The sender's details.
pub(crate) const DETAILS: Style = Style { size: 9.0, leading: 12.0, ink: QUIET, ..BODY };
/// The address, a little tighter than the text so that six lines fit the window.
pub(crate) const ADDRESS: Style = Style { size: 11.0, leading: 13.2, ..BODY };
/// The sender line above the address.
pub(crate) const RETURN_LINE: Style = Style { size: 7.5, leading: 9.5, ink: QUIET, ..BODY };
/// Remarks in the window, references, enclosures, heads of further pages.
pub(crate) const SMALL: Style = Style { size: 9.5, leading: 12.5, ink: QUIET, ..BODY };
/// Columns at the foot of the first page.
pub(crate) const FOOTER: Style = Style { size: 7.5, leading: 9.6, ink: QUIET, ..BODY };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_accent_the_name_can_be_read() {
        for accent in [
            Rgb(255, 255, 255),
            Rgb(255, 255, 0),
            Rgb(0, 255, 255),
            Rgb(255, 200, 210),
            Rgb(250, 250, 250),
            Rgb(128, 128, 128),
            Rgb(200, 30, 30),
            Rgb(0, 0, 0),
        ] {
            let ink = Ink::readable(accent);
            assert!(ink.contrast() >= 4.5, "{accent:?} becomes {ink:?} with {}", ink.contrast());
        }
    }

    #[test]
    fn a_dark_accent_stays_what_it_is() {
        let accent = Rgb(12, 74, 110);
        assert_eq!(Ink::readable(accent), Ink::of(accent), "it can be read as it is");
    }
}
