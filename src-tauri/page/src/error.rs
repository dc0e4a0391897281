//! What can be wrong with a letter, in sentences for the person who writes it.
use std::fmt;

/// The place in a letter that an error speaks of; numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The sender's trade name.
    LetterheadName,
    /// A small line of the letterhead.
    LetterheadLine(usize),
    /// The small sender line above the address.
    ReturnLine,
    /// A line of the address.
    RecipientLine(usize),
    /// Place and date.
    PlaceAndDate,
    /// A reference, label and value.
    Reference(usize),
    /// The subject.
    Subject,
    /// The salutation.
    Salutation,
    /// A paragraph of the text.
    Paragraph(usize),
    /// The words before the signature.
    Closing,
    /// A line under the signature.
    SignerLine(usize),
    /// A line about what is enclosed.
    EnclosureLine(usize),
    /// How the letter is sent.
    Remark,
    /// A column at the foot of the first page.
    Foot(usize),
    /// A line of the sender on an envelope.
    SenderLine(usize),
    /// An address on a sheet of labels.
    Label(usize),
    /// The title in the metadata.
    Title,
    /// The author in the metadata.
    Author,
    /// The words at the head of further pages.
    Continuation,
    /// The letter's words taken together.
    Letter,
    /// A text on its own, not part of a letter.
    Text,
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LetterheadName => formatter.write_str("The name in the letterhead"),
            Self::LetterheadLine(number) => write!(formatter, "Line {number} of the letterhead"),
            Self::ReturnLine => formatter.write_str("The sender line above the address"),
            Self::RecipientLine(number) => write!(formatter, "Line {number} of the address"),
            Self::PlaceAndDate => formatter.write_str("The line with place and date"),
            Self::Reference(number) => write!(formatter, "Reference {number}"),
            Self::Subject => formatter.write_str("The subject"),
            Self::Salutation => formatter.write_str("The salutation"),
            Self::Paragraph(number) => write!(formatter, "Paragraph {number}"),
            Self::Closing => formatter.write_str("The closing"),
            Self::SignerLine(number) => write!(formatter, "Line {number} under the signature"),
            Self::EnclosureLine(number) => write!(formatter, "Line {number} of the enclosures"),
            Self::Remark => formatter.write_str("The remark on how the letter is sent"),
            Self::Foot(number) => write!(formatter, "Column {number} at the foot of the page"),
            Self::SenderLine(number) => write!(formatter, "Line {number} of the sender"),
            Self::Label(number) => write!(formatter, "The address of label {number}"),
            Self::Title => formatter.write_str("The title"),
            Self::Author => formatter.write_str("The author"),
            Self::Continuation => formatter.write_str("The head of further pages"),
            Self::Letter => formatter.write_str("The letter"),
            Self::Text => formatter.write_str("The text"),
        }
    }
}

/// Why a letter was not set, or a page not shown. Each is one sentence that names the item and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// No bundled font can draw the character.
    #[error("{part} contains “{character}” (U+{:04X}), which no font of the letter has; replace it", *.character as u32)]
    MissingCharacter {
        /// Where it stands.
        part: Part,
        /// The first such character.
        character: char,
    },
    /// A control character, which has no place on paper.
    #[error("{part} contains the control character U+{:04X}; remove it", *.character as u32)]
    ControlCharacter {
        /// Where it stands.
        part: Part,
        /// The first such character.
        character: char,
    },
    /// An invisible character that turns the reading direction, by which a text can look other than it is.
    #[error("{part} contains the invisible direction mark U+{:04X}, which can hide what is written; remove it", *.character as u32)]
    DirectionMark {
        /// Where it stands.
        part: Part,
        /// The first such character.
        character: char,
    },
    /// A text longer than its place can hold.
    #[error("{part} has {length} characters, and at most {limit} fit; shorten it")]
    TooLong {
        /// Which text.
        part: Part,
        /// Its characters.
        length: usize,
        /// The most that are set.
        limit: usize,
    },
    /// More items of a kind than their place can hold.
    #[error("There are {count} {what}, and at most {limit} fit; leave some out or join them")]
    TooMany {
        /// The items, in the plural.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// The most that are set.
        limit: usize,
    },
    /// Lines that, once broken to the width, do not fit the height of their place.
    #[error("The {what} takes {lines} lines on paper, and at most {limit} fit; shorten it")]
    TooTall {
        /// Which block.
        what: &'static str,
        /// Lines after breaking.
        lines: usize,
        /// The most that fit.
        limit: usize,
    },
    /// An address that, once broken to the width of its window, is too high for it.
    #[error("The address takes {lines} lines on paper, and at most {limit} fit{beside}{}; shorten it or leave a line out", wrapped_lines(.wrapped))]
    AddressTooTall {
        /// Lines after breaking.
        lines: usize,
        /// The most that fit.
        limit: usize,
        /// What else stands in the window, ready to be read after "fit"; empty where the address stands alone.
        beside: &'static str,
        /// The lines, counted from 1, that are wider than the window.
        wrapped: Vec<usize>,
    },
    /// A word that fills several lines.
    #[error("{part} holds a word of {length} characters; divide or shorten it")]
    LongWord {
        /// Where it stands.
        part: Part,
        /// Characters of the longest word there.
        length: usize,
    },
    /// A part that no letter can do without.
    #[error("{part} is empty; write it before the letter is set")]
    Empty {
        /// Which part.
        part: Part,
    },
    /// Not a language tag.
    #[error("“{0}” is not a language tag; write one such as en-GB")]
    Language(String),
    /// A date that a PDF cannot state.
    #[error("The letter's date has the year {0}; choose a year between 1 and 9999")]
    Year(i32),
    /// A place that the sheet of labels does not have.
    #[error("A sheet of these labels has no place {place}; choose one from 1 to {places}")]
    NoSuchLabel {
        /// The place asked for, counted from 1.
        place: usize,
        /// The places there are.
        places: usize,
    },
    /// A page that the file does not have.
    #[error("There is no page {page}; choose one from 1 to {pages}")]
    NoSuchPage {
        /// The page asked for, counted from 1.
        page: usize,
        /// The pages there are.
        pages: usize,
    },
    /// A picture too small or too large to draw.
    #[error("A page cannot be shown {0} pixels wide; choose a width from 16 to 8192")]
    RasterWidth(u32),
    /// Bytes that are not a PDF that can be shown.
    #[error("These bytes cannot be read as a PDF; save the letter again")]
    UnreadablePdf,
    /// The PDF could not be put together: a fault of the program, not of the letter.
    #[error("The PDF could not be put together ({0}); please report this letter")]
    Unwritable(String),
}

/// " (line 2 wraps)", " (lines 2, 3 and 5 wrap)", or nothing.
fn wrapped_lines(wrapped: &[usize]) -> String {
    let numbers: Vec<String> = wrapped.iter().map(ToString::to_string).collect();
    match numbers.split_last() {
        None => String::new(),
        Some((only, [])) => format!(" (line {only} wraps)"),
        Some((last, others)) => format!(" (lines {} and {last} wrap)", others.join(", ")),
    }
}
