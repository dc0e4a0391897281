//! Refuses, before anything is set, what paper cannot show or hides what is written.
use crate::error::{PageError, Part};
use crate::fonts::{FaceId, Fonts, Weight};
use crate::letter::{LetterPage, Typeface};
use crate::shape::is_joiner;
use chrono::{Datelike, NaiveDate};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How much a letter may hold. Lengths count characters after composition (NFC).
pub mod limits {
    /// Characters of a paragraph.
    pub const PARAGRAPH: usize = 20_000;
    /// Paragraphs of a letter.
    pub const PARAGRAPHS: usize = 200;
    /// Characters of all paragraphs together: about 60 pages.
    pub const LETTER: usize = 200_000;
    /// Characters of any other text: a name, an address line, the subject.
    pub const LINE: usize = 300;
    /// Lines of the address, as given and after breaking to the window's width.
    pub const RECIPIENT_LINES: usize = 9;
    /// Small lines of the letterhead.
    pub const LETTERHEAD_LINES: usize = 6;
    /// Columns at the foot of the first page.
    pub const FOOTER_COLUMNS: usize = 4;
    /// Lines of a column at the foot of the first page.
    pub const FOOTER_LINES: usize = 6;
    /// References.
    pub const REFERENCES: usize = 6;
    /// Lines under the signature.
    pub const SIGNER_LINES: usize = 6;
    /// Lines about what is enclosed.
    pub const ENCLOSURE_LINES: usize = 20;
    /// Parts of a report.
    pub const BLOCKS: usize = 400;
    /// Lines under the title of a report.
    pub const UNDER_TITLE: usize = 6;
    /// Facts under one another in a report.
    pub const FACTS: usize = 100;
    /// Columns of a table.
    pub const COLUMNS: usize = 8;
    /// Rows of a table: about 50 pages.
    pub const ROWS: usize = 2_000;
}

/// Says what keeps a letter from being set, apart from what only shows once lines are broken.
///
/// # Errors
/// The first fault in reading order; see [`PageError`].
pub fn check(letter: &LetterPage, fonts: &Fonts) -> Result<(), PageError> {
    checked(letter, fonts).map(drop)
}

/// Says what keeps a text from being set in a letter, for a field that is checked while it is typed into.
///
/// # Errors
/// A control character (line feeds pass), a direction mark or a character that no font has.
pub fn check_text(text: &str, fonts: &Fonts) -> Result<(), PageError> {
    check_characters(Part::Text, &composed(text), true, Some((fonts, "")))
}

/// The characters of a text that no font of the letter has, each once, in order of appearance.
pub fn missing_characters(text: &str, fonts: &Fonts) -> Vec<char> {
    let mut missing = Vec::new();
    for character in composed(text).chars() {
        if !character.is_control() && is_missing(character, fonts, "") && !missing.contains(&character) {
            missing.push(character);
        }
    }
    missing
}

/// A copy of the letter, composed and free of empty lines, that can be set.
pub(crate) fn checked(letter: &LetterPage, fonts: &Fonts) -> Result<LetterPage, PageError> {
    check_counts(letter)?;
    check_description(&letter.language, letter.date)?;
    let mut letter = letter.clone();
    let language = letter.language.clone();
    let mut total = 0;
    for (part, text) in parts(&mut letter) {
        let is_paragraph = matches!(part, Part::Paragraph(_));
        let limit = if is_paragraph { limits::PARAGRAPH } else { limits::LINE };
        let shown = !matches!(part, Part::Title | Part::Author);
        let clean = cleaned(part, text, limit, shown.then_some(fonts), &language)?;
        if is_paragraph {
            total += clean.chars().count();
        }
        *text = clean;
    }
    if total > limits::LETTER {
        return Err(PageError::TooLong { part: Part::Letter, length: total, limit: limits::LETTER });
    }
    drop_empty_lines(&mut letter);
    if letter.title.is_empty() {
        return Err(PageError::Empty { part: Part::Title });
    }
    if letter.paragraphs.is_empty() {
        return Err(PageError::Empty { part: Part::Letter });
    }
    Ok(letter)
}

/// A text as it is set, or why it cannot be; without `fonts` it is not drawn. Only paragraphs have line feeds.
pub(crate) fn cleaned(
    part: Part,
    text: &str,
    limit: usize,
    fonts: Option<&Fonts>,
    language: &str,
) -> Result<String, PageError> {
    // Composition never lengthens beyond this, and a bounded text is composed in bounded time.
    if text.len() > limit * 16 {
        return Err(PageError::TooLong { part, length: text.chars().count(), limit });
    }
    let mut clean = composed(text);
    clean.truncate(clean.trim_end().len());
    let length = clean.chars().count();
    if length > limit {
        return Err(PageError::TooLong { part, length, limit });
    }
    let line_feeds = matches!(part, Part::Paragraph(_));
    check_characters(part, &clean, line_feeds, fonts.map(|fonts| (fonts, language)))?;
    Ok(clean)
}

/// What a file says of itself: a language that readers know, a year that a PDF can state.
pub(crate) fn check_description(language: &str, date: NaiveDate) -> Result<(), PageError> {
    check_language(language)?;
    if (1..=9999).contains(&date.year()) { Ok(()) } else { Err(PageError::Year(date.year())) }
}

/// Composed form, without the marks that only say where a line may break; line ends as line feeds.
fn composed(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    let kept = plain.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{FEFF}'));
    if is_nfc(&plain) { kept.collect() } else { kept.nfc().collect() }
}

fn check_characters(
    part: Part,
    text: &str,
    line_feeds: bool,
    shown_with: Option<(&Fonts, &str)>,
) -> Result<(), PageError> {
    for character in text.chars() {
        if character == '\n' && line_feeds {
            continue;
        }
        if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
            return Err(PageError::ControlCharacter { part, character });
        }
        if is_direction_mark(character) {
            return Err(PageError::DirectionMark { part, character });
        }
        if shown_with.is_some_and(|(fonts, language)| is_missing(character, fonts, language)) {
            return Err(PageError::MissingCharacter { part, character });
        }
    }
    Ok(())
}

/// Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm.
fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_missing(character: char, fonts: &Fonts, language: &str) -> bool {
    // The shaper makes these spaces from the plain one where the font has none.
    let space = matches!(character, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}');
    let wanted = FaceId::Bundled(Typeface::Serif, Weight::Regular);
    let needs_none = space || character == '\n' || is_joiner(character);
    !needs_none && fonts.face_for(character, wanted, language).is_none()
}

fn check_counts(letter: &LetterPage) -> Result<(), PageError> {
    let foot_lines = letter.letterhead.footer.iter().map(Vec::len).max().unwrap_or(0);
    let counts = [
        ("lines in the letterhead", letter.letterhead.lines.len(), limits::LETTERHEAD_LINES),
        ("lines in the address", letter.recipient.len(), limits::RECIPIENT_LINES),
        ("columns at the foot", letter.letterhead.footer.len(), limits::FOOTER_COLUMNS),
        ("lines in a column at the foot", foot_lines, limits::FOOTER_LINES),
        ("references", letter.references.len(), limits::REFERENCES),
        ("paragraphs", letter.paragraphs.len(), limits::PARAGRAPHS),
        ("lines under the signature", letter.signer.len(), limits::SIGNER_LINES),
        ("lines about enclosures", letter.enclosures.len(), limits::ENCLOSURE_LINES),
    ];
    for (what, count, limit) in counts {
        if count > limit {
            return Err(PageError::TooMany { what, count, limit });
        }
    }
    Ok(())
}

/// Letters and digits in groups of at most eight, the first of two or three letters (BCP 47 in its plain form).
fn check_language(tag: &str) -> Result<(), PageError> {
    let mut groups = tag.split('-');
    let primary = groups.next().unwrap_or_default();
    let plain = (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && groups.all(|group| {
            (1..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if plain && tag.len() <= 35 { Ok(()) } else { Err(PageError::Language(tag.chars().take(40).collect())) }
}

/// Every text of the letter, in the order in which it is read.
fn parts(letter: &mut LetterPage) -> Vec<(Part, &mut String)> {
    fn numbered(lines: &mut [String], part: fn(usize) -> Part) -> impl Iterator<Item = (Part, &mut String)> {
        lines.iter_mut().enumerate().map(move |(index, line)| (part(index + 1), line))
    }
    let mut parts = vec![(Part::LetterheadName, &mut letter.letterhead.name)];
    parts.extend(numbered(&mut letter.letterhead.lines, Part::LetterheadLine));
    parts.push((Part::ReturnLine, &mut letter.return_line));
    parts.extend(letter.remark.as_mut().map(|remark| (Part::Remark, remark)));
    parts.extend(numbered(&mut letter.recipient, Part::RecipientLine));
    parts.push((Part::PlaceAndDate, &mut letter.place_and_date));
    for (index, (label, value)) in letter.references.iter_mut().enumerate() {
        parts.extend([(Part::Reference(index + 1), label), (Part::Reference(index + 1), value)]);
    }
    parts.push((Part::Subject, &mut letter.subject));
    parts.push((Part::Salutation, &mut letter.salutation));
    parts.extend(numbered(&mut letter.paragraphs, Part::Paragraph));
    parts.push((Part::Closing, &mut letter.closing));
    parts.extend(numbered(&mut letter.signer, Part::SignerLine));
    parts.extend(numbered(&mut letter.enclosures, Part::EnclosureLine));
    for (index, column) in letter.letterhead.footer.iter_mut().enumerate() {
        parts.extend(column.iter_mut().map(|line| (Part::Foot(index + 1), line)));
    }
    let further = &mut letter.continuation;
    for text in [&mut further.addressee, &mut further.date, &mut further.page] {
        parts.push((Part::Continuation, text));
    }
    parts.extend([(Part::Title, &mut letter.title), (Part::Author, &mut letter.author)]);
    parts
}

fn drop_empty_lines(letter: &mut LetterPage) {
    for lines in [
        &mut letter.letterhead.lines,
        &mut letter.recipient,
        &mut letter.paragraphs,
        &mut letter.signer,
        &mut letter.enclosures,
    ] {
        lines.retain(|line| !line.is_empty());
    }
    for column in &mut letter.letterhead.footer {
        column.retain(|line| !line.is_empty());
    }
    letter.letterhead.footer.retain(|column| !column.is_empty());
    letter.references.retain(|(label, value)| !label.is_empty() || !value.is_empty());
    letter.remark.take_if(|remark| remark.is_empty());
}
