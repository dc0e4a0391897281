//! Where things stand on each paper. All lengths in points, measured from the top left corner of the sheet.
use crate::letter::Paper;

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// Points in an inch.
const INCH: f32 = 72.0;

/// A rectangle that text is put into.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) bottom: f32,
}

/// On which side the date stands, as the letter writers of the country are used to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DatePlace {
    /// Right-aligned above the subject.
    RightAboveSubject,
    /// Left-aligned above the address.
    LeftAboveAddress,
}

/// A sheet with its fixed places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Left edge of the text.
    pub(crate) left: f32,
    /// Width of the text.
    pub(crate) measure: f32,
    /// Baseline of the sender's name.
    pub(crate) name_baseline: f32,
    /// What shows in the window of the envelope.
    pub(crate) window: Field,
    /// Where the first address line begins as long as the address is short enough for it.
    pub(crate) address_top: f32,
    /// Baseline of the last reference, flush right beside the address.
    pub(crate) references_baseline: f32,
    pub(crate) date_place: DatePlace,
    pub(crate) date_baseline: f32,
    /// Top of the flowing text on the first page, unless a long address moves it down.
    pub(crate) first_top: f32,
    /// Baseline of the head of further pages.
    pub(crate) continuation_baseline: f32,
    /// Top of the flowing text on further pages.
    pub(crate) next_top: f32,
    /// The flowing text ends above this.
    pub(crate) bottom: f32,
    /// Heights of the fold and hole marks at the left edge, with their lengths.
    pub(crate) marks: &'static [(f32, f32)],
}

impl Sheet {
    /// Right edge of the text.
    pub(crate) fn right(&self) -> f32 {
        self.left + self.measure
    }
}

/// DIN 5008 form B: address field 85 × 45 mm at 20 and 45 mm, its last 27.3 mm for the address itself; folds at
/// 105 and 210 mm, holes at 148.5 mm.
const A4: Sheet = Sheet {
    width: 210.0 * MM,
    height: 297.0 * MM,
    left: 25.0 * MM,
    measure: 155.0 * MM,
    name_baseline: 24.0 * MM,
    window: Field { left: 25.0 * MM, top: 45.0 * MM, width: 80.0 * MM, bottom: 90.0 * MM },
    address_top: 62.7 * MM,
    references_baseline: 89.0 * MM,
    date_place: DatePlace::RightAboveSubject,
    date_baseline: 98.5 * MM,
    first_top: 106.0 * MM,
    continuation_baseline: 22.0 * MM,
    next_top: 33.0 * MM,
    bottom: 270.0 * MM,
    marks: &[(105.0 * MM, 4.0 * MM), (148.5 * MM, 6.0 * MM), (210.0 * MM, 4.0 * MM)],
};

/// Folded in three, a sheet resting at the bottom of a #10 envelope shows 2.04 to 3.17 in of its height in the
/// window, and 0.875 to 4.375 in of its width wherever it slides. What stands above the address (a remark) may lie
/// outside the window.
const US_LETTER: Sheet = Sheet {
    width: 8.5 * INCH,
    height: 11.0 * INCH,
    left: INCH,
    measure: 6.15 * INCH,
    name_baseline: 0.8 * INCH,
    window: Field { left: INCH, top: 1.86 * INCH, width: 3.35 * INCH, bottom: 3.3 * INCH },
    address_top: 2.12 * INCH,
    references_baseline: 2.94 * INCH,
    date_place: DatePlace::LeftAboveAddress,
    date_baseline: 1.7 * INCH,
    first_top: 3.1 * INCH,
    continuation_baseline: 0.8 * INCH,
    next_top: 1.2 * INCH,
    bottom: 10.0 * INCH,
    marks: &[],
};

/// The sheet of a paper.
pub(crate) fn sheet(paper: Paper) -> &'static Sheet {
    match paper {
        Paper::A4 => &A4,
        Paper::UsLetter => &US_LETTER,
    }
}
