//! Every text of a letter in its place.
mod head;
mod rhythm;
mod window;

use crate::error::{PageError, Part};
use crate::flow::{Passage, Place};
use crate::fonts::Fonts;
use crate::geometry::{DatePlace, Field, Sheet, sheet};
use crate::letter::LetterPage;
use crate::lines::{self, Hyphens, Line};
use crate::style::{BODY, SMALL, SUBJECT, Style};
use crate::tags::Role;
use rhythm::{Rhythm, Space, best_rhythm};

/// A line in its place. Points from the top left corner of the sheet.
pub(crate) struct PlacedLine {
    pub(crate) line: Line,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) style: Style,
    /// The same text goes on in a further line.
    pub(crate) goes_on: bool,
}

/// Lines that are one piece of one text on one page.
pub(crate) struct Placed {
    pub(crate) page: usize,
    /// Index into [`Layout::roles`]; none for what only serves the page, such as its number.
    pub(crate) text: Option<usize>,
    pub(crate) lines: Vec<PlacedLine>,
}

/// A horizontal hairline.
pub(crate) struct Hairline {
    pub(crate) page: usize,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) y: f32,
}

/// A letter ready to be drawn.
pub(crate) struct Layout {
    pub(crate) sheet: &'static Sheet,
    pub(crate) pages: usize,
    /// What each text is, in reading order.
    pub(crate) roles: Vec<Role>,
    pub(crate) placed: Vec<Placed>,
    pub(crate) hairlines: Vec<Hairline>,
}

/// Breaks all lines and places them.
pub(crate) fn lay_out(letter: &LetterPage, fonts: &Fonts) -> Result<Layout, PageError> {
    let sheet = sheet(letter.paper);
    let mut composer = Composer {
        fonts,
        letter,
        layout: Layout { sheet, pages: 1, roles: Vec::new(), placed: Vec::new(), hairlines: Vec::new() },
    };
    let below_letterhead = composer.letterhead()?;
    let mut window_top = sheet.window.top;
    if sheet.date_place == DatePlace::LeftAboveAddress {
        let baseline = sheet.date_baseline.max(below_letterhead + ABOVE_DATE);
        composer.date(baseline);
        window_top = window_top.max(baseline + BELOW_DATE);
    }
    let address_bottom = composer.window(window_top)?;
    let first_top = sheet.first_top.max(address_bottom + BELOW_ADDRESS);
    let flowing = composer.flowing_text()?;
    let (rhythm, places) = best_rhythm(sheet, first_top, &flowing);
    composer.layout.pages = places.last().map_or(1, |place| place.page + 1);
    composer.references();
    if sheet.date_place == DatePlace::RightAboveSubject {
        composer.date(sheet.date_baseline + rhythm.drop);
    }
    composer.place_flowing(flowing, &rhythm, first_top, &places);
    composer.continuation_heads();
    Ok(composer.layout)
}

/// A text of the body with its broken lines.
struct Flowing {
    role: Role,
    style: Style,
    lines: Vec<Line>,
    passage: Passage,
    space: Space,
}

/// Where the baseline lies in the height of a line.
const BASELINE: f32 = 0.74;

struct Composer<'a> {
    fonts: &'a Fonts,
    letter: &'a LetterPage,
    layout: Layout,
}

impl Composer<'_> {
    fn broken(&self, text: &str, style: &Style, width: f32, hyphens: Hyphens) -> Vec<Line> {
        lines::set(self.fonts, text, style, width, &self.letter.language, hyphens)
    }

    fn new_text(&mut self, role: Role) -> usize {
        self.layout.roles.push(role);
        self.layout.roles.len() - 1
    }

    /// Places texts as one block, each line at the left of its field, from `top` down; returns its lower edge.
    fn block(&mut self, texts: &[String], style: Style, field: &Field, top: f32) -> f32 {
        let lines: Vec<Line> =
            texts.iter().flat_map(|text| self.broken(text, &style, field.width, Hyphens::Never)).collect();
        self.place_block(lines, style, field, top)
    }

    fn place_block(&mut self, lines: Vec<Line>, style: Style, field: &Field, top: f32) -> f32 {
        let count = lines.len();
        if count == 0 {
            return top;
        }
        let text = self.new_text(Role::Paragraph);
        let lines = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| PlacedLine {
                x: if line.right_to_left { field.left + field.width - line.width } else { field.left },
                baseline: top + style.leading * (index as f32 + BASELINE),
                goes_on: index + 1 < count,
                line,
                style,
            })
            .collect();
        self.layout.placed.push(Placed { page: 0, text: Some(text), lines });
        top + style.leading * count as f32
    }

    /// Places lines flush right, the first on the given baseline.
    fn flush_right(
        &mut self,
        page: usize,
        text: Option<usize>,
        texts: &[String],
        style: Style,
        first: f32,
        width: f32,
    ) {
        let right = self.layout.sheet.right();
        let lines: Vec<Line> =
            texts.iter().flat_map(|text| self.broken(text, &style, width, Hyphens::Never)).collect();
        let count = lines.len();
        let lines = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| PlacedLine {
                x: right - line.width,
                baseline: first + style.leading * index as f32,
                goes_on: index + 1 < count,
                line,
                style,
            })
            .collect();
        self.layout.placed.push(Placed { page, text, lines });
    }

    fn date(&mut self, baseline: f32) {
        let sheet = self.layout.sheet;
        let date = &self.letter.place_and_date;
        if date.is_empty() {
            return;
        }
        if sheet.date_place == DatePlace::RightAboveSubject {
            let text = self.new_text(Role::Paragraph);
            self.flush_right(0, Some(text), std::slice::from_ref(date), BODY, baseline, sheet.measure);
        } else {
            let field = Field { left: sheet.left, top: 0.0, width: sheet.measure, bottom: 0.0 };
            self.block(std::slice::from_ref(date), BODY, &field, baseline - BODY.leading * BASELINE);
        }
    }

    /// Beside the address, flush right under one another like the sender's details above them.
    fn references(&mut self) {
        let references = &self.letter.references;
        let first = self.layout.sheet.references_baseline;
        for (above, (label, value)) in references.iter().rev().enumerate().rev() {
            let words: Vec<&str> =
                [label, value].into_iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
            let text = self.new_text(Role::Paragraph);
            let baseline = first - SMALL.leading * above as f32;
            self.flush_right(0, Some(text), &[words.join(": ")], SMALL, baseline, self.layout.sheet.measure);
        }
    }

    fn flowing_text(&self) -> Result<Vec<Flowing>, PageError> {
        let letter = self.letter;
        let mut flowing = Vec::new();
        let mut push = |part: Part, text: &str, style: Style, whole: bool, with_next: bool, space: Space| {
            if text.is_empty() {
                return Ok(());
            }
            let hyphens = if whole { Hyphens::Never } else { Hyphens::Sparing };
            let lines = self.broken(text, &style, self.layout.sheet.measure, hyphens);
            if lines.windows(WORD_LINES).any(|lines| lines.iter().all(|line| line.cut)) {
                return Err(PageError::LongWord { part, length: lines::longest_word(text) });
            }
            let role = if part == Part::Subject { Role::Heading } else { Role::Paragraph };
            let passage = Passage { lines: lines.len(), whole, with_next };
            flowing.push(Flowing { role, style, lines, passage, space });
            Ok(())
        };
        push(Part::Subject, &letter.subject, SUBJECT, true, true, Space::None)?;
        push(Part::Salutation, &letter.salutation, BODY, true, true, Space::Salutation)?;
        for (index, paragraph) in letter.paragraphs.iter().enumerate() {
            push(Part::Paragraph(index + 1), paragraph, BODY, false, false, Space::Paragraph)?;
        }
        push(Part::Closing, &letter.closing, BODY, true, true, Space::Closing)?;
        for (index, line) in letter.signer.iter().enumerate() {
            let (style, space) = if index == 0 { (BODY, Space::ToSign) } else { (SMALL, Space::None) };
            let ends_letter = index + 1 == letter.signer.len() && letter.enclosures.is_empty();
            push(Part::SignerLine(index + 1), line, style, true, !ends_letter, space)?;
        }
        for (index, line) in letter.enclosures.iter().enumerate() {
            let space = if index == 0 { Space::Enclosures } else { Space::None };
            push(Part::EnclosureLine(index + 1), line, SMALL, true, false, space)?;
        }
        Ok(flowing)
    }

    fn place_flowing(&mut self, flowing: Vec<Flowing>, rhythm: &Rhythm, first_top: f32, places: &[Place]) {
        let sheet = self.layout.sheet;
        let mut places = places.iter();
        for Flowing { role, style, lines, .. } in flowing {
            let text = self.new_text(role);
            let count = lines.len();
            for (index, line) in lines.into_iter().enumerate() {
                let place = places.next().expect("every line has its row");
                let top = if place.page == 0 { first_top + rhythm.drop } else { sheet.next_top };
                let placed = PlacedLine {
                    x: if line.right_to_left { sheet.right() - line.width } else { sheet.left },
                    baseline: top + place.top + rhythm.leading(&style) * BASELINE,
                    goes_on: index + 1 < count,
                    line,
                    style,
                };
                match self.layout.placed.last_mut() {
                    Some(piece) if piece.text == Some(text) && piece.page == place.page => {
                        piece.lines.push(placed);
                    }
                    _ => self.layout.placed.push(Placed {
                        page: place.page,
                        text: Some(text),
                        lines: vec![placed],
                    }),
                }
            }
        }
    }
}

/// Least space between the address and the subject.
const BELOW_ADDRESS: f32 = 32.0;
/// From the lowest baseline of the letterhead to that of a date under it, and from there to what shows in the window.
const ABOVE_DATE: f32 = 20.0;
const BELOW_DATE: f32 = 8.0;
/// A word that fills as many lines as this and goes on in the next is no word that a reader could take in.
const WORD_LINES: usize = 3;
