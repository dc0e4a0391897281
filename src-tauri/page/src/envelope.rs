//! An envelope to be printed on: sender, remark and address.
use crate::check::{check_description, cleaned, limits};
use crate::error::{PageError, Part};
use crate::finish::Description;
use crate::fonts::Fonts;
use crate::letter::{LetterPage, Typeface};
use crate::{Pdf, layout};
use chrono::NaiveDate;

/// The envelope, landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EnvelopeSize {
    /// 220 × 110 mm: a sheet folded in three.
    Dl,
    /// 229 × 162 mm: a sheet folded once.
    C5,
    /// 162 × 114 mm: a sheet folded twice.
    C6,
    /// 9.5 × 4.125 in: a US sheet folded in three.
    Number10,
}

impl EnvelopeSize {
    /// All sizes.
    pub const ALL: [Self; 4] = [Self::Dl, Self::C5, Self::C6, Self::Number10];
}

/// What stands on an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The envelope.
    pub size: EnvelopeSize,
    /// The family of the letters.
    pub typeface: Typeface,
    /// BCP 47 tag.
    pub language: String,
    /// Who writes, one line each, small at the upper left.
    pub sender: Vec<String>,
    /// The address, one line each.
    pub recipient: Vec<String>,
    /// How it is sent, such as "By registered post", above the address.
    pub remark: Option<String>,
    /// Title in the file's metadata.
    pub title: String,
    /// Author in the file's metadata.
    pub author: String,
    /// The date of the file's metadata.
    pub date: NaiveDate,
}

impl Envelope {
    /// The envelope of a letter. The sender is that of the line above the letter's address or, without one, the name
    /// and those lines of the letterhead that are no way to call or write by wire.
    pub fn of(letter: &LetterPage, size: EnvelopeSize) -> Self {
        let sender = if letter.return_line.is_empty() {
            let lines = letter.letterhead.lines.iter().filter(|line| is_postal(line));
            std::iter::once(&letter.letterhead.name).chain(lines).cloned().collect()
        } else {
            letter.return_line.split(" · ").map(str::to_owned).collect()
        };
        Self {
            size,
            typeface: letter.typeface,
            language: letter.language.clone(),
            sender,
            recipient: letter.recipient.clone(),
            remark: letter.remark.clone(),
            title: letter.recipient.first().unwrap_or(&letter.title).clone(),
            author: letter.author.clone(),
            date: letter.date,
        }
    }
}

/// Whether a line of a letterhead may be part of a postal address: no e-mail, no web address, no telephone number.
fn is_postal(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let web = line.starts_with("www.") || line.contains("://") || (line.contains('.') && !line.contains(' '));
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    // "Tel. +44 …" has a few letters, "BS1 4DJ" a few digits.
    let telephone = digits > 6 && (line.contains('+') || letters < digits);
    !(line.contains('@') || web || telephone)
}

/// Sets an envelope, with the conformance marks of a letter.
///
/// # Errors
/// As for a letter: characters that no font has, texts longer than their place.
pub fn set_envelope(envelope: &Envelope, fonts: &Fonts) -> Result<Pdf, PageError> {
    let envelope = checked(envelope, fonts)?;
    let layout = layout::lay_out_envelope(&envelope, fonts)?;
    let about = Description {
        title: &envelope.title,
        author: &envelope.author,
        language: &envelope.language,
        date: envelope.date,
    };
    crate::write(&layout, &about, fonts)
}

fn checked(envelope: &Envelope, fonts: &Fonts) -> Result<Envelope, PageError> {
    check_description(&envelope.language, envelope.date)?;
    let line = |part: Part, text: &str| cleaned(part, text, limits::LINE, Some(fonts), &envelope.language);
    let said = |part: Part, text: &str| cleaned(part, text, limits::LINE, None, &envelope.language);
    let lines = |texts: &[String], part: fn(usize) -> Part, what: &'static str| {
        if texts.len() > limits::RECIPIENT_LINES {
            return Err(PageError::TooMany { what, count: texts.len(), limit: limits::RECIPIENT_LINES });
        }
        let cleaned: Result<Vec<String>, _> =
            (1..).zip(texts).map(|(number, text)| line(part(number), text)).collect();
        cleaned.map(|lines| lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>())
    };
    let recipient = lines(&envelope.recipient, Part::RecipientLine, "lines in the address")?;
    if recipient.is_empty() {
        return Err(PageError::Empty { part: Part::RecipientLine(1) });
    }
    let remark = envelope.remark.as_ref().map(|remark| line(Part::Remark, remark)).transpose()?;
    let title = said(Part::Title, &envelope.title)?;
    if title.is_empty() {
        return Err(PageError::Empty { part: Part::Title });
    }
    Ok(Envelope {
        sender: lines(&envelope.sender, Part::SenderLine, "lines of the sender")?,
        recipient,
        remark: remark.filter(|remark| !remark.is_empty()),
        title,
        author: said(Part::Author, &envelope.author)?,
        ..envelope.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_post_needs_stands_on_an_envelope() {
        for (line, postal) in [
            ("12 Quay Street, Bristol BS1 4DJ", true),
            ("48 Harbor Street, Suite 3", true),
            ("Portland, ME 04101", true),
            ("D-20457 Hamburg", true),
            ("Postfach 10 20 30 40", true),
            ("+44 117 496 0182", false),
            ("Tel. 0117 496 0182", false),
            ("ines@marlow.example", false),
            ("www.marlow.example", false),
            ("marlow.example", false),
            ("https://marlow.example/contact", false),
        ] {
            assert_eq!(is_postal(line), postal, "{line}");
        }
    }
}
