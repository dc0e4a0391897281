//! Where things stand on each paper, by arrangement. All lengths in points, from the top left corner of the sheet.
use crate::letter::{Arrangement, LetterPage, Paper};

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// Points in an inch.
pub(crate) const INCH: f32 = 72.0;

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
    /// Upper edge of a logo.
    pub(crate) head_top: f32,
    /// The most height of a logo above a name.
    pub(crate) logo_height: f32,
    /// Baseline of the sender's name where no logo stands above it.
    pub(crate) name_baseline: f32,
    /// Lowest baseline of a name under a logo.
    pub(crate) name_lowest: f32,
    /// Lowest baseline of details that are as wide as they like, and of those that keep to the right of the window.
    pub(crate) details_lowest: (f32, f32),
    /// What shows in the window of the envelope, or is kept for the address where there is none.
    pub(crate) window: Field,
    /// Whether the sender stands on a small line above the address.
    pub(crate) sender_line: bool,
    /// Where the first address line begins as long as the address is short enough for it.
    pub(crate) address_top: f32,
    /// Left edge of the references beside the address.
    pub(crate) references_left: f32,
    /// Baseline of the last reference; none where it is that of the last address line.
    pub(crate) references_baseline: Option<f32>,
    pub(crate) date_place: DatePlace,
    pub(crate) date_baseline: f32,
    /// From the lowest baseline of the letterhead to that of a date under it, and from there to the address's field.
    pub(crate) around_date: (f32, f32),
    /// Top of the flowing text on the first page, unless the address reaches further down.
    pub(crate) first_top: f32,
    /// Baseline of the head of further pages.
    pub(crate) continuation_baseline: f32,
    /// Top of the flowing text on further pages.
    pub(crate) next_top: f32,
    /// The flowing text ends above this.
    pub(crate) bottom: f32,
    /// Baseline of the lowest line at the foot of the first page.
    pub(crate) footer_baseline: f32,
    /// Heights of the fold and hole marks at the left edge, with their lengths.
    pub(crate) marks: [(f32, f32); 3],
}

impl Sheet {
    /// Right edge of the text.
    pub(crate) fn right(&self) -> f32 {
        self.left + self.measure
    }
}

/// How many lines of a leading a height takes.
pub(crate) fn lines_in(height: f32, leading: f32) -> usize {
    (1..u16::MAX).take_while(|&lines| f32::from(lines) * leading <= height + 0.01).count()
}

/// The places of a letter's sheet.
pub(crate) fn sheet(letter: &LetterPage) -> Sheet {
    let sheet = match letter.arrangement {
        Arrangement::Din5008A => din(letter.paper, FORM_A),
        Arrangement::Din5008B => din(letter.paper, FORM_B),
        Arrangement::Us => us(letter.paper),
        Arrangement::Plain => plain(letter.paper),
    };
    // A mark without length is none.
    if letter.fold_marks { sheet } else { Sheet { marks: NO_MARKS, ..sheet } }
}

const NO_MARKS: [(f32, f32); 3] = [(0.0, 0.0); 3];

fn size(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::A4 => (210.0 * MM, 297.0 * MM),
        Paper::UsLetter => (8.5 * INCH, 11.0 * INCH),
    }
}

/// Left edge and width of the text, and the depth of the margin below it, as each paper is used to.
fn margins(paper: Paper) -> (f32, f32, f32) {
    match paper {
        Paper::A4 => (25.0 * MM, 155.0 * MM, 27.0 * MM),
        Paper::UsLetter => (INCH, 6.15 * INCH, INCH),
    }
}

/// In what the two forms of DIN 5008 differ. In millimetres.
#[derive(Clone, Copy)]
struct Form {
    address_field: f32,
    folds: (f32, f32),
    head_top: f32,
    logo_height: f32,
    name_baseline: f32,
}

const FORM_A: Form =
    Form { address_field: 27.0, folds: (87.0, 192.0), head_top: 9.5, logo_height: 10.0, name_baseline: 15.5 };
const FORM_B: Form = Form {
    address_field: 45.0,
    folds: (105.0, 210.0),
    head_top: 13.0,
    logo_height: 17.0,
    name_baseline: 24.0,
};

/// DIN 5008: an address field of 85 × 45 mm at 20 mm from the left, its first 17.7 mm for the sender and remarks,
/// its last 27.3 mm for the address; beside it, from 125 mm, the references; a hole mark in the middle of the sheet.
fn din(paper: Paper, form: Form) -> Sheet {
    let (width, height) = size(paper);
    let (_, measure, below) = margins(paper);
    let left = 25.0 * MM;
    let field = form.address_field;
    Sheet {
        width,
        height,
        left,
        measure,
        head_top: form.head_top * MM,
        logo_height: form.logo_height * MM,
        name_baseline: form.name_baseline * MM,
        name_lowest: (field - 2.6) * MM,
        details_lowest: ((field - 3.2) * MM, (field + 7.8) * MM),
        window: Field { left, top: field * MM, width: 80.0 * MM, bottom: (field + 45.0) * MM },
        sender_line: true,
        address_top: (field + 17.7) * MM,
        references_left: 125.0 * MM,
        references_baseline: Some((field + 44.0) * MM),
        date_place: DatePlace::RightAboveSubject,
        date_baseline: (field + 53.5) * MM,
        around_date: (0.0, 0.0),
        first_top: (field + 61.0) * MM,
        continuation_baseline: 22.0 * MM,
        next_top: 33.0 * MM,
        bottom: height - below,
        footer_baseline: height - 12.0 * MM,
        marks: [(form.folds.0 * MM, 4.0 * MM), (height / 2.0, 6.0 * MM), (form.folds.1 * MM, 4.0 * MM)],
    }
}

/// Folded in three, a US sheet resting at the bottom of a #10 envelope shows 2.04 to 3.17 in of its height in the
/// window, and 0.875 to 4.375 in of its width wherever it slides. The panels of an A4 sheet are 0.23 in higher. What
/// stands above the address (a remark) may lie outside the window.
fn us(paper: Paper) -> Sheet {
    let (width, height) = size(paper);
    let (left, measure, below) = margins(paper);
    let lower = height / 3.0 - 11.0 / 3.0 * INCH;
    let date_baseline = 1.7 * INCH + lower;
    Sheet {
        width,
        height,
        left,
        measure,
        head_top: 0.5 * INCH,
        logo_height: 0.52 * INCH,
        name_baseline: 0.8 * INCH,
        name_lowest: date_baseline - 20.0,
        details_lowest: (date_baseline - 8.0, date_baseline - 8.0),
        window: Field { left, top: 1.86 * INCH + lower, width: 3.35 * INCH, bottom: 3.3 * INCH + lower },
        sender_line: false,
        address_top: 2.12 * INCH + lower,
        references_left: 4.6 * INCH,
        references_baseline: Some(2.94 * INCH + lower),
        date_place: DatePlace::LeftAboveAddress,
        date_baseline,
        around_date: (20.0, 8.0),
        first_top: 3.1 * INCH + lower,
        continuation_baseline: 0.8 * INCH,
        next_top: 1.2 * INCH,
        bottom: height - below,
        footer_baseline: height - 0.5 * INCH,
        marks: NO_MARKS,
    }
}

/// No envelope asks for anything: the date stands below the head, the address below the date, the text below both.
fn plain(paper: Paper) -> Sheet {
    let (width, height) = size(paper);
    let (left, measure, below) = margins(paper);
    Sheet {
        width,
        height,
        left,
        measure,
        head_top: 14.0 * MM,
        logo_height: 20.0 * MM,
        name_baseline: 24.0 * MM,
        name_lowest: 60.0 * MM,
        details_lowest: (60.0 * MM, 60.0 * MM),
        window: Field { left, top: 0.0, width: 80.0 * MM, bottom: 150.0 * MM },
        sender_line: false,
        address_top: 0.0,
        references_left: 125.0 * MM,
        references_baseline: None,
        date_place: DatePlace::LeftAboveAddress,
        date_baseline: 52.0 * MM,
        around_date: (36.0, 15.0),
        first_top: 0.0,
        continuation_baseline: 22.0 * MM,
        next_top: 33.0 * MM,
        bottom: height - below,
        footer_baseline: height - 12.0 * MM,
        marks: NO_MARKS,
    }
}

/// The places of a letter in form B on A4.
#[cfg(test)]
pub(crate) fn usual() -> Sheet {
    din(Paper::A4, FORM_B)
}
