//! Every text of a letter in its place.
mod aside;
mod envelope;
mod foot;
mod galley;
mod head;
mod labels;
mod report;
mod rhythm;
mod running;
mod window;

pub(crate) use envelope::lay_out_envelope;
pub(crate) use labels::lay_out_labels;
pub(crate) use report::lay_out_report;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::error::PageError;
use crate::fonts::Fonts;
use crate::geometry::{DatePlace, Field, Sheet, sheet};
use crate::letter::LetterPage;
use crate::lines::Line;
use crate::picture::Picture;
use crate::style::{BODY, Ink, Style};
use crate::tags::Role;
use galley::{BASELINE, Galley};
use rhythm::best_rhythm;

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

/// A picture in its place.
pub(crate) struct PlacedPicture {
    pub(crate) page: usize,
    /// Index into [`Layout::roles`]; none for what only adorns the page.
    pub(crate) text: Option<usize>,
    /// Under which name the page knows it.
    pub(crate) name: Cow<'static, str>,
    pub(crate) picture: Picture,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// A horizontal rule.
pub(crate) struct Rule {
    pub(crate) page: usize,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) y: f32,
    pub(crate) thickness: f32,
    pub(crate) ink: Ink,
}

/// Pages ready to be drawn.
#[derive(Default)]
pub(crate) struct Layout {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) pages: usize,
    /// What each text is, in reading order.
    pub(crate) roles: Vec<Role>,
    /// Which text stands within which, such as a cell within its row.
    pub(crate) within: HashMap<usize, usize>,
    pub(crate) placed: Vec<Placed>,
    pub(crate) pictures: Vec<PlacedPicture>,
    pub(crate) rules: Vec<Rule>,
}

/// Breaks all lines and places them.
pub(crate) fn lay_out(letter: &LetterPage, fonts: &Fonts) -> Result<Layout, PageError> {
    let sheet = sheet(letter);
    let layout = Layout { width: sheet.width, height: sheet.height, pages: 1, ..Layout::default() };
    let galley = Galley { fonts, language: &letter.language, typeface: letter.typeface, layout };
    let mut composer = Composer { letter, sheet, galley };
    let head = composer.letterhead()?;
    let mut window_top = sheet.window.top;
    if sheet.date_place == DatePlace::LeftAboveAddress {
        let baseline = sheet.date_baseline.max(head + sheet.around_date.0);
        composer.date(baseline);
        window_top = window_top.max(baseline + sheet.around_date.1);
    }
    let address_bottom = composer.window(window_top)?;
    let first_top = sheet.first_top.max(address_bottom + BELOW_ADDRESS);
    let foot = composer.foot()?;
    let first_bottom = foot.as_ref().map_or(sheet.bottom, |foot| foot.text_bottom().min(sheet.bottom));
    let flowing = composer.flowing_text()?;
    let (rhythm, places) = best_rhythm(&sheet, (first_top, first_bottom), &flowing);
    composer.galley.layout.pages = places.last().map_or(1, |place| place.page + 1);
    composer.references(head, address_bottom)?;
    if sheet.date_place == DatePlace::RightAboveSubject {
        composer.date(sheet.date_baseline + rhythm.drop);
    }
    composer.place_flowing(flowing, &rhythm, first_top, &places);
    if let Some(foot) = foot {
        composer.place_foot(foot);
    }
    composer.continuation_heads();
    composer.marks();
    Ok(composer.galley.layout)
}

/// Least space between the address and the subject.
const BELOW_ADDRESS: f32 = 32.0;
/// Printers cannot reach the very edge of a sheet.
const MARKS_LEFT: f32 = 13.0;

struct Composer<'a> {
    letter: &'a LetterPage,
    sheet: Sheet,
    galley: Galley<'a>,
}

impl Composer<'_> {
    fn date(&mut self, baseline: f32) {
        let sheet = self.sheet;
        let style = self.galley.style(BODY);
        let lines =
            self.galley.all_broken(std::slice::from_ref(&self.letter.place_and_date), &style, sheet.measure);
        if lines.is_empty() {
            return;
        }
        if sheet.date_place == DatePlace::RightAboveSubject {
            let text = self.galley.new_text(Role::Paragraph);
            self.galley.flush_right(0, Some(text), lines, style, baseline, sheet.right());
        } else {
            let field = Field { left: sheet.left, top: 0.0, width: sheet.measure, bottom: 0.0 };
            self.galley.block(0, lines, style, &field, baseline - style.leading * BASELINE);
        }
    }

    /// Where the sheet is folded and punched.
    fn marks(&mut self) {
        for (y, length) in self.sheet.marks.into_iter().filter(|&(_, length)| length > 0.0) {
            let right = MARKS_LEFT + length;
            self.galley.layout.rules.push(Rule::hairline(0, MARKS_LEFT, right, y));
        }
    }
}

impl Rule {
    fn hairline(page: usize, left: f32, right: f32, y: f32) -> Self {
        Self { page, left, right, y, thickness: 0.35, ink: crate::style::HAIRLINE }
    }
}
