//! What can be wrong with a logo or signature, in sentences for the person who chose it.

/// Why a picture was not taken. Each is one sentence that names the fault and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// More bytes than a letter should carry.
    #[error("The picture has {} MB, and at most 4 fit; save it smaller", megabytes(*.0))]
    TooManyBytes(usize),
    /// More pixels than paper can show.
    #[error("The picture has {0} × {1} pixels, and at most 40 million fit; save it smaller")]
    TooManyPixels(u32, u32),
    /// The file ends before its picture does.
    #[error("The picture ends in the middle; export or copy it again")]
    Truncated,
    /// It says that it is a picture, and then is not.
    #[error("The picture is damaged and cannot be read; export it again")]
    Damaged,
    /// None of the three formats.
    #[error("This file is no PNG, JPEG or SVG picture; choose one that is")]
    NotAPicture,
    /// No width or no height, or nothing to be seen.
    #[error("The picture is empty; choose one that shows something")]
    Empty,
    /// A strip rather than a picture.
    #[error("The picture is {} times as {} as {}; cut it to a shape that fits a letter", .times, sides(*.wide).0, sides(*.wide).1)]
    Strip {
        /// How many times the longer side takes the shorter one.
        times: u32,
        /// Whether the longer side is the width.
        wide: bool,
    },
    /// An SVG that can run a program.
    #[error("The SVG contains a script; export it as plain SVG or as PNG")]
    Script,
    /// An SVG that would load something else.
    #[error("The SVG links to something outside of itself; embed it there, or export it as PNG")]
    ExternalLink,
    /// An SVG with declarations that can blow it up.
    #[error("The SVG declares entities, which a picture does not need; export it as plain SVG or as PNG")]
    Entities,
    /// An SVG with letters in a font that this file does not have.
    #[error(
        "The SVG contains text, which other fonts would change; convert the text to paths and export it again"
    )]
    Text,
    /// An SVG with something that a page cannot show faithfully.
    #[error("The SVG uses “{0}”, which cannot be printed faithfully; export it as PNG")]
    Unprintable(&'static str),
    /// An SVG of more parts than a mark needs.
    #[error("The SVG is too intricate for a letter; simplify it, or export it as PNG")]
    TooIntricate,
}

/// Rounded up to a tenth, so that what is refused never reads as what is allowed.
fn megabytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(1024 * 1024 / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn sides(wide: bool) -> (&'static str, &'static str) {
    if wide { ("wide", "high") } else { ("high", "wide") }
}
