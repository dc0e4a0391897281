//! What is to be set: a letter whose every word is decided.
use crate::picture::Picture;
use chrono::NaiveDate;

/// The sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    UsLetter,
}

/// Where head, address and date stand. Each arrangement can be had on either paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// DIN 5008 form A: a low head, the address field at 27 mm; folds at 87 and 192 mm.
    Din5008A,
    /// DIN 5008 form B: a high head, the address field at 45 mm; folds at 105 and 210 mm.
    #[default]
    Din5008B,
    /// The usual US block letter: the address shows in the window of a #10 envelope.
    Us,
    /// No window: date and address begin the text.
    Plain,
}

impl Arrangement {
    /// What people who write on this paper are used to.
    pub fn usual(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::Din5008B,
            Paper::UsLetter => Self::Us,
        }
    }
}

/// The family of the letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Typeface {
    /// With serifs.
    #[default]
    Serif,
    /// Without; set a little smaller, since its letters are larger.
    Sans,
}

/// An sRGB colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The sender as the first page shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// Trade name, set large; beneath a logo smaller. Left empty, the logo stands for it.
    pub name: String,
    /// Address, e-mail, telephone, web, register: one line each, set small at the right.
    pub lines: Vec<String>,
    /// Stands at the left of the head, above the name.
    pub logo: Option<Picture>,
    /// At the foot of the first page, a column each: tax number, register, bank.
    pub footer: Vec<Vec<String>>,
}

/// The words at the head of the second and every further page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuation {
    /// Whom the letter is to, such as "Ms Petra Halden".
    pub addressee: String,
    /// The letter's date as it is written in the letter.
    pub date: String,
    /// Template with `{page}` and `{pages}`, such as "Page {page} of {pages}".
    pub page: String,
}

/// A letter, worded and formatted. Empty strings and lists leave their place out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterPage {
    /// The sheet.
    pub paper: Paper,
    /// Where things stand on it.
    pub arrangement: Arrangement,
    /// The family of the letters.
    pub typeface: Typeface,
    /// Colour of the sender's name and of the rules; none, black and grey. Rules take it as it is; for the name,
    /// which is read, a pale one is darkened to a contrast of 4.5:1 on white.
    pub accent: Option<Rgb>,
    /// Marks at the left edge where the sheet is folded and punched (DIN 5008 only).
    pub fold_marks: bool,
    /// BCP 47 tag such as "en-GB": told to screen readers, and the language words are hyphenated in.
    pub language: String,
    /// Who writes.
    pub letterhead: Letterhead,
    /// The sender on one small line above the address (may be empty). A US letter shows the recipient alone; its
    /// envelope shows the sender.
    pub return_line: String,
    /// The address, one line each.
    pub recipient: Vec<String>,
    /// Such as "Bristol, 22 November 2026".
    pub place_and_date: String,
    /// Label and value, such as ("Our reference", "H-12").
    pub references: Vec<(String, String)>,
    /// What it is about, set bold.
    pub subject: String,
    /// Such as "Dear Ms Halden,".
    pub salutation: String,
    /// The text. A line feed inside a paragraph begins a new line without a gap.
    pub paragraphs: Vec<String>,
    /// Such as "Yours sincerely,".
    pub closing: String,
    /// Stands above the signer's name, instead of the space to sign.
    pub signature: Option<Picture>,
    /// Name, then role; there is space to sign above them.
    pub signer: Vec<String>,
    /// Such as "Enclosures: final report".
    pub enclosures: Vec<String>,
    /// How it is sent, such as "By registered post", above the address.
    pub remark: Option<String>,
    /// Title in the file's metadata; a reader's window shows it.
    pub title: String,
    /// Author in the file's metadata.
    pub author: String,
    /// The letter's date, which is also the date of the file's metadata.
    pub date: NaiveDate,
    /// Words at the head of further pages.
    pub continuation: Continuation,
}
