//! Every text of a letter in its place.
use crate::check::limits;
use crate::error::PageError;
use crate::flow::{self, Passage, Place, Row};
use crate::fonts::Fonts;
use crate::geometry::{DatePlace, Field, Sheet, sheet};
use crate::letter::LetterPage;
use crate::lines::{self, Hyphens, Line};
use crate::style::{ADDRESS, BODY, DETAILS, NAME, RETURN_LINE, SMALL, SUBJECT, Style};
use crate::tags::Role;

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

/// How loosely the flowing text is set. Lengths in points.
#[derive(Clone, Copy)]
struct Rhythm {
    leading: f32,
    between_paragraphs: f32,
    above_closing: f32,
    to_sign: f32,
    above_enclosures: f32,
    /// Moves date and text down.
    drop: f32,
}

const EVEN: Rhythm = Rhythm {
    leading: 15.5,
    between_paragraphs: 7.5,
    above_closing: 12.0,
    to_sign: 40.0,
    above_enclosures: 18.0,
    drop: 0.0,
};
/// For a letter that would else stand lost at the top of its sheet.
const AIRY: Rhythm = Rhythm {
    leading: 16.5,
    between_paragraphs: 10.0,
    above_closing: 14.0,
    to_sign: 44.0,
    drop: 14.0,
    ..EVEN
};
/// For a letter that runs over by a few lines: better a little tighter than a last page with hardly a word.
const SNUG: Rhythm = Rhythm {
    leading: 14.6,
    between_paragraphs: 6.0,
    above_closing: 10.0,
    to_sign: 36.0,
    above_enclosures: 12.0,
    drop: 0.0,
};

/// An airy letter leaves this part of its page's text area free.
const AIR: f32 = 0.22;

/// Breaks all lines and places them.
pub(crate) fn lay_out(letter: &LetterPage, fonts: &Fonts) -> Result<Layout, PageError> {
    let sheet = sheet(letter.paper);
    let mut composer = Composer {
        fonts,
        letter,
        layout: Layout { sheet, pages: 1, roles: Vec::new(), placed: Vec::new(), hairlines: Vec::new() },
    };
    composer.letterhead();
    if sheet.date_place == DatePlace::LeftAboveAddress {
        composer.date(sheet.date_baseline);
    }
    let address_bottom = composer.window()?;
    let first_top = sheet.first_top.max(address_bottom + BELOW_ADDRESS);
    let flowing = composer.flowing_text();
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

/// What a text keeps from the one above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    None,
    Salutation,
    Paragraph,
    Closing,
    ToSign,
    Enclosures,
}

impl Rhythm {
    fn above(&self, space: Space) -> f32 {
        match space {
            Space::None => 0.0,
            Space::Paragraph => self.between_paragraphs,
            Space::Salutation | Space::Closing => self.above_closing,
            Space::ToSign => self.to_sign,
            Space::Enclosures => self.above_enclosures,
        }
    }

    /// The letter's own words follow the rhythm, small print keeps its own leading.
    fn leading(&self, style: &Style) -> f32 {
        if (style.size - BODY.size).abs() < f32::EPSILON { self.leading } else { style.leading }
    }
}

/// The rhythm that suits the length of the letter, and where each row stands in it.
fn best_rhythm(sheet: &Sheet, first_top: f32, flowing: &[Flowing]) -> (Rhythm, Vec<Place>) {
    let fill = |rhythm: &Rhythm| {
        let rows = rows(flowing, rhythm);
        let room = sheet.bottom - first_top;
        let places = flow::fill(&rows, room - rhythm.drop, sheet.bottom - sheet.next_top);
        let used = places.last().zip(rows.last()).map_or(0.0, |(place, row)| place.top + row.height);
        let pages = places.last().map_or(0, |place| place.page);
        (pages, used / room, places)
    };
    let (pages, used, places) = fill(&AIRY);
    if pages == 0 && used < 1.0 - AIR {
        return (AIRY, places);
    }
    let (pages, _, places) = fill(&EVEN);
    let (fewer, _, snug) = fill(&SNUG);
    if fewer < pages { (SNUG, snug) } else { (EVEN, places) }
}

fn rows(flowing: &[Flowing], rhythm: &Rhythm) -> Vec<Row> {
    let passages: Vec<Passage> = flowing.iter().map(|text| text.passage).collect();
    let closing = flowing.iter().position(|text| text.space == Space::Closing).unwrap_or(usize::MAX);
    let starts = flow::page_starts(&passages, closing);
    flowing
        .iter()
        .flat_map(|text| {
            (0..text.lines.len()).map(|line| {
                let before = if line == 0 { rhythm.above(text.space) } else { 0.0 };
                (before, rhythm.leading(&text.style))
            })
        })
        .zip(starts)
        .map(|((before, height), may_start_page)| Row { before, height, may_start_page })
        .collect()
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
    fn flush_right(&mut self, page: usize, text: Option<usize>, texts: &[String], style: Style, first: f32) {
        let right = self.layout.sheet.right();
        let width = self.layout.sheet.measure;
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

    fn letterhead(&mut self) {
        let sheet = self.layout.sheet;
        let head = &self.letter.letterhead;
        if !head.name.is_empty() {
            let field = Field { left: sheet.left, top: 0.0, width: sheet.measure * 0.58, bottom: 0.0 };
            let top = sheet.name_baseline - NAME.leading * BASELINE;
            self.block(std::slice::from_ref(&head.name), NAME, &field, top);
        }
        if !head.lines.is_empty() {
            let text = self.new_text(Role::Paragraph);
            // The first small line shares the optical top of the name: a little above its baseline.
            self.flush_right(0, Some(text), &head.lines, DETAILS, sheet.name_baseline - 4.0);
        }
    }

    fn date(&mut self, baseline: f32) {
        let sheet = self.layout.sheet;
        let date = &self.letter.place_and_date;
        if date.is_empty() {
            return;
        }
        if sheet.date_place == DatePlace::RightAboveSubject {
            let text = self.new_text(Role::Paragraph);
            self.flush_right(0, Some(text), std::slice::from_ref(date), BODY, baseline);
        } else {
            let field = Field { left: sheet.left, top: 0.0, width: sheet.measure, bottom: 0.0 };
            self.block(std::slice::from_ref(date), BODY, &field, baseline - BODY.leading * BASELINE);
        }
    }

    /// Sender line, remark and address: what shows in the envelope's window. The address begins where postal
    /// machines look for it, and only moves up when it is long; the small lines stand right above it. Returns the
    /// lower edge of the address.
    fn window(&mut self) -> Result<f32, PageError> {
        let sheet = self.layout.sheet;
        let window = &sheet.window;
        let set = |text: &String, style: &Style| self.broken(text, style, window.width, Hyphens::Never);
        let address: Vec<Line> = self.letter.recipient.iter().flat_map(|line| set(line, &ADDRESS)).collect();
        let sender = if self.letter.return_line.is_empty() {
            Vec::new()
        } else {
            set(&self.letter.return_line, &RETURN_LINE)
        };
        let remark = self.letter.remark.iter().flat_map(|line| set(line, &SMALL)).collect::<Vec<_>>();
        let above = sender.len() as f32 * RETURN_LINE.leading
            + if remark.is_empty() { 0.0 } else { remark.len() as f32 * SMALL.leading + REMARK_GAP }
            + if sender.is_empty() { 0.0 } else { SENDER_GAP };
        let height_of = |lines: usize| above + lines as f32 * ADDRESS.leading;
        let room = window.bottom - window.top;
        let limit = (1..=limits::RECIPIENT_LINES).take_while(|&lines| height_of(lines) <= room).count();
        if address.len() > limit {
            return Err(PageError::TooTall { what: "address", lines: address.len(), limit });
        }
        let top = sheet.address_top.min(window.bottom + above - height_of(address.len()));
        let mut from = top - above;
        if !sender.is_empty() {
            let width = sender.iter().fold(0.0, |widest: f32, line| widest.max(line.width));
            from = self.place_block(sender, RETURN_LINE, window, from);
            let line = Hairline { page: 0, left: window.left, right: window.left + width, y: from + 0.8 };
            self.layout.hairlines.push(line);
            from += SENDER_GAP;
        }
        if !remark.is_empty() {
            self.place_block(remark, SMALL, window, from);
        }
        Ok(self.place_block(address, ADDRESS, window, top))
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
            self.flush_right(0, Some(text), &[words.join(": ")], SMALL, baseline);
        }
    }

    fn flowing_text(&self) -> Vec<Flowing> {
        let letter = self.letter;
        let mut flowing = Vec::new();
        let mut push = |text: &str, role: Role, style: Style, whole: bool, with_next: bool, space: Space| {
            if text.is_empty() {
                return;
            }
            let hyphens = if role == Role::Paragraph && !whole { Hyphens::Sparing } else { Hyphens::Never };
            let lines = self.broken(text, &style, self.layout.sheet.measure, hyphens);
            let passage = Passage { lines: lines.len(), whole, with_next };
            flowing.push(Flowing { role, style, lines, passage, space });
        };
        push(&letter.subject, Role::Heading, SUBJECT, true, true, Space::None);
        push(&letter.salutation, Role::Paragraph, BODY, true, true, Space::Salutation);
        for paragraph in &letter.paragraphs {
            push(paragraph, Role::Paragraph, BODY, false, false, Space::Paragraph);
        }
        push(&letter.closing, Role::Paragraph, BODY, true, true, Space::Closing);
        for (index, line) in letter.signer.iter().enumerate() {
            let (style, space) = if index == 0 { (BODY, Space::ToSign) } else { (SMALL, Space::None) };
            let ends_letter = index + 1 == letter.signer.len() && letter.enclosures.is_empty();
            push(line, Role::Paragraph, style, true, !ends_letter, space);
        }
        for (index, line) in letter.enclosures.iter().enumerate() {
            let space = if index == 0 { Space::Enclosures } else { Space::None };
            push(line, Role::Paragraph, SMALL, true, false, space);
        }
        flowing
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

    /// Addressee and date at the left, page number at the right, over a hairline.
    fn continuation_heads(&mut self) {
        let sheet = self.layout.sheet;
        let words = &self.letter.continuation;
        let left: Vec<&str> = [&words.addressee, &words.date]
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let left = left.join(" · ");
        for page in 1..self.layout.pages {
            let number = words
                .page
                .replace("{pages}", &self.layout.pages.to_string())
                .replace("{page}", &(page + 1).to_string());
            let lines = self.broken(&left, &SMALL, sheet.measure * 0.75, Hyphens::Never);
            // A head of one line, however long the names: the rest would only repeat the first page.
            let lines = lines
                .into_iter()
                .take(1)
                .map(|line| PlacedLine {
                    x: sheet.left,
                    baseline: sheet.continuation_baseline,
                    goes_on: false,
                    line,
                    style: SMALL,
                })
                .collect();
            self.layout.placed.push(Placed { page, text: None, lines });
            self.flush_right(page, None, &[number], SMALL, sheet.continuation_baseline);
            self.layout.hairlines.push(Hairline {
                page,
                left: sheet.left,
                right: sheet.right(),
                y: sheet.continuation_baseline + 5.5,
            });
        }
    }
}

/// Least space between the address and the subject.
const BELOW_ADDRESS: f32 = 32.0;
/// Space under the sender line, and between remark and address.
const SENDER_GAP: f32 = 4.5;
const REMARK_GAP: f32 = 3.0;
