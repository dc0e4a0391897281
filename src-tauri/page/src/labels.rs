//! Address labels: a sheet of them, begun wherever the last print left off.
use crate::check::{check_description, cleaned, limits};
use crate::error::{PageError, Part};
use crate::finish::Description;
use crate::fonts::Fonts;
use crate::letter::{LetterPage, Paper, Typeface};
use crate::{Pdf, layout};
use chrono::NaiveDate;

/// A usual sheet of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelSheet {
    /// 14 labels of 99.1 × 38.1 mm on A4.
    A4Fourteen,
    /// 14 labels of 4 × 1⅓ in on US Letter.
    UsFourteen,
}

impl LabelSheet {
    /// Labels on a sheet.
    pub fn places(self) -> usize {
        match self {
            Self::A4Fourteen | Self::UsFourteen => 14,
        }
    }
}

/// Addresses for labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The sheet.
    pub sheet: LabelSheet,
    /// The first free place, counted from 1 row by row.
    pub start: usize,
    /// The addresses, one line each.
    pub addresses: Vec<Vec<String>>,
    /// The family of the letters.
    pub typeface: Typeface,
    /// BCP 47 tag.
    pub language: String,
    /// Title in the file's metadata.
    pub title: String,
    /// Author in the file's metadata.
    pub author: String,
    /// The date of the file's metadata.
    pub date: NaiveDate,
}

/// Labels of a file at most: some thirty-five sheets.
const MOST_LABELS: usize = 500;

impl Labels {
    /// One label with a letter's address, in the first place of the sheet that goes with its paper.
    pub fn of(letter: &LetterPage) -> Self {
        Self {
            sheet: match letter.paper {
                Paper::A4 => LabelSheet::A4Fourteen,
                Paper::UsLetter => LabelSheet::UsFourteen,
            },
            start: 1,
            addresses: vec![letter.recipient.clone()],
            typeface: letter.typeface,
            language: letter.language.clone(),
            title: letter.recipient.first().unwrap_or(&letter.title).clone(),
            author: letter.author.clone(),
            date: letter.date,
        }
    }
}

/// Sets labels, with the conformance marks of a letter.
///
/// # Errors
/// As for a letter: characters that no font has, addresses too tall for a label; a place that the sheet has not.
pub fn set_labels(labels: &Labels, fonts: &Fonts) -> Result<Pdf, PageError> {
    let labels = checked(labels, fonts)?;
    let layout = layout::lay_out_labels(&labels, fonts)?;
    let about = Description {
        title: &labels.title,
        author: &labels.author,
        language: &labels.language,
        date: labels.date,
    };
    crate::write(&layout, &about, fonts)
}

fn checked(labels: &Labels, fonts: &Fonts) -> Result<Labels, PageError> {
    check_description(&labels.language, labels.date)?;
    let places = labels.sheet.places();
    if !(1..=places).contains(&labels.start) {
        return Err(PageError::NoSuchLabel { place: labels.start, places });
    }
    if labels.addresses.len() > MOST_LABELS {
        let count = labels.addresses.len();
        return Err(PageError::TooMany { what: "labels", count, limit: MOST_LABELS });
    }
    let mut addresses = Vec::with_capacity(labels.addresses.len());
    for (number, address) in (1..).zip(&labels.addresses) {
        if address.len() > limits::RECIPIENT_LINES {
            let (count, limit) = (address.len(), limits::RECIPIENT_LINES);
            return Err(PageError::TooMany { what: "lines in the address of a label", count, limit });
        }
        let mut lines = Vec::with_capacity(address.len());
        for line in address {
            lines.push(cleaned(Part::Label(number), line, limits::LINE, Some(fonts), &labels.language)?);
        }
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() {
            return Err(PageError::Empty { part: Part::Label(number) });
        }
        addresses.push(lines);
    }
    if addresses.is_empty() {
        return Err(PageError::Empty { part: Part::Label(1) });
    }
    let said = |part: Part, text: &str| cleaned(part, text, limits::LINE, None, &labels.language);
    let title = said(Part::Title, &labels.title)?;
    if title.is_empty() {
        return Err(PageError::Empty { part: Part::Title });
    }
    let author = said(Part::Author, &labels.author)?;
    Ok(Labels { addresses, title, author, ..labels.clone() })
}
