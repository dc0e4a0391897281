//! What is to be set: a letter whose every word is decided.
use chrono::NaiveDate;

/// The sheet, and with it where head, address and date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm, arranged after DIN 5008 form B: the address shows in the window of a DL or C6/5 envelope.
    A4,
    /// 8.5 × 11 in, the usual US block letter: the address shows in the window of a #10 envelope.
    UsLetter,
}

/// The sender as the top of the first page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Trade name, set large.
    pub name: String,
    /// Address, e-mail, telephone, web, register: one line each, set small at the right.
    pub lines: Vec<String>,
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
    /// BCP 47 tag such as "en-GB": told to screen readers, and the language words are hyphenated in.
    pub language: String,
    /// Who writes.
    pub letterhead: Letterhead,
    /// The sender on one small line above the address (may be empty).
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
