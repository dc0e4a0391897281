//! The head of the first page, and of the further ones.
use super::{BASELINE, Composer, Hairline, Placed, PlacedLine};
use crate::error::PageError;
use crate::geometry::{DatePlace, Field};
use crate::lines::{Hyphens, Line};
use crate::style::{DETAILS, NAME, SMALL, Style};

/// Sizes and leadings of the sender's name, from the one that suits most names down to the least.
const NAME_STEPS: [(f32, f32); 4] = [(17.0, 21.0), (15.0, 18.6), (13.0, 16.2), (11.5, 14.4)];
/// A name of more lines would push everything else down.
const NAME_LINES: usize = 3;
/// A name of two lines is set large; only one that needs a third is set smaller first.
const LARGE_NAME_LINES: usize = 2;
/// Part of the measure that the name may take; the details have the rest.
const NAME_SHARE: f32 = 0.58;
/// Sizes and leadings of the sender's details.
const DETAILS_STEPS: [(f32, f32); 3] = [(9.0, 12.0), (8.5, 11.0), (8.0, 10.4)];
/// Least space between the name and the details beside it.
const BESIDE_NAME: f32 = 18.0;
/// The first small line shares the optical top of the name: a little above its baseline.
const DETAILS_RAISED: f32 = 4.0;
/// Right of the window the details may reach below its upper edge by this.
const BESIDE_WINDOW: f32 = 22.0;
/// Space between the window and details beside it.
const WINDOW_GAP: f32 = 9.0;
/// Baseline of the last of the details above the earliest place of a date that stands below them.
const LAST_ABOVE_DATE: f32 = 8.0;

impl Composer<'_> {
    /// Name at the left, details at the right. Returns the lowest baseline of the two.
    pub(super) fn letterhead(&mut self) -> Result<f32, PageError> {
        let sheet = self.layout.sheet;
        let head = &self.letter.letterhead;
        let (mut lowest, mut name_width) = (0.0_f32, 0.0);
        if !head.name.is_empty() {
            let (lines, style) = self.name_lines(&head.name, sheet.measure * NAME_SHARE)?;
            name_width = widest(&lines) + BESIDE_NAME;
            lowest = sheet.name_baseline + style.leading * (lines.len() - 1) as f32;
            let field = Field { left: sheet.left, top: 0.0, width: sheet.measure * NAME_SHARE, bottom: 0.0 };
            self.place_block(lines, style, &field, sheet.name_baseline - style.leading * BASELINE);
        }
        if !head.lines.is_empty() {
            let (width, style, count) = self.details_fit(&head.lines, sheet.measure - name_width)?;
            let first = sheet.name_baseline - DETAILS_RAISED;
            lowest = lowest.max(first + style.leading * (count - 1) as f32);
            let text = self.new_text(crate::tags::Role::Paragraph);
            self.flush_right(0, Some(text), &head.lines, style, first, width);
        }
        Ok(lowest)
    }

    /// The name as large as it may be: at most two lines, or three where no size brings it down to two.
    fn name_lines(&self, name: &str, width: f32) -> Result<(Vec<Line>, Style), PageError> {
        let steps = NAME_STEPS.map(|(size, leading)| {
            let style = Style { size, leading, ..NAME };
            (self.broken(name, &style, width, Hyphens::Never), style)
        });
        let least = steps.last().map_or(0, |(lines, _)| lines.len());
        let suits = |limit: usize, whole: bool| {
            steps
                .iter()
                .position(|(lines, _)| lines.len() <= limit && !(whole && lines.iter().any(|line| line.cut)))
        };
        let step = suits(LARGE_NAME_LINES, true)
            .or_else(|| suits(NAME_LINES, true))
            .or_else(|| suits(NAME_LINES, false))
            .ok_or(PageError::TooTall { what: "name in the letterhead", lines: least, limit: NAME_LINES })?;
        Ok(steps.into_iter().nth(step).expect("the position is one of the steps"))
    }

    /// The width and style in which the details keep clear of name, window and date, with their lines.
    fn details_fit(&self, texts: &[String], wide: f32) -> Result<(f32, Style, usize), PageError> {
        let sheet = self.layout.sheet;
        let narrow = wide.min(sheet.measure - sheet.window.width - WINDOW_GAP);
        let above = match sheet.date_place {
            DatePlace::RightAboveSubject => sheet.window.top - WINDOW_GAP,
            DatePlace::LeftAboveAddress => sheet.date_baseline - LAST_ABOVE_DATE,
        };
        let beside = match sheet.date_place {
            DatePlace::RightAboveSubject => sheet.window.top + BESIDE_WINDOW,
            DatePlace::LeftAboveAddress => above,
        };
        let first = sheet.name_baseline - DETAILS_RAISED;
        let mut fault = PageError::Empty { part: crate::error::Part::LetterheadLine(1) };
        for (size, leading) in DETAILS_STEPS {
            let style = Style { size, leading, ..DETAILS };
            for (width, lowest) in [(wide, above), (narrow, beside)] {
                let lines: usize =
                    texts.iter().map(|text| self.broken(text, &style, width, Hyphens::Never).len()).sum();
                let limit =
                    (0..u16::MAX).take_while(|&above| first + leading * f32::from(above) <= lowest).count();
                if lines <= limit {
                    return Ok((width, style, lines));
                }
                fault = PageError::TooTall { what: "contact block of the letterhead", lines, limit };
            }
        }
        Err(fault)
    }

    /// Addressee and date at the left, page number at the right, over a hairline.
    pub(super) fn continuation_heads(&mut self) {
        if self.layout.pages < 2 {
            return;
        }
        let sheet = self.layout.sheet;
        let words = &self.letter.continuation;
        let left = self.continuation_words(sheet.measure * 0.75);
        for page in 1..self.layout.pages {
            let number = words
                .page
                .replace("{pages}", &self.layout.pages.to_string())
                .replace("{page}", &(page + 1).to_string());
            let lines = left
                .iter()
                .map(|line| PlacedLine {
                    x: sheet.left,
                    baseline: sheet.continuation_baseline,
                    goes_on: false,
                    line: line.clone(),
                    style: SMALL,
                })
                .collect();
            self.layout.placed.push(Placed { page, text: None, lines });
            self.flush_right(page, None, &[number], SMALL, sheet.continuation_baseline, sheet.measure);
            self.layout.hairlines.push(Hairline {
                page,
                left: sheet.left,
                right: sheet.right(),
                y: sheet.continuation_baseline + 5.5,
            });
        }
    }

    /// One line, however long the name: the date tells letters to the same person apart and is never left out.
    fn continuation_words(&self, width: f32) -> Option<Line> {
        let words = &self.letter.continuation;
        let mut addressee = words.addressee.clone();
        let mut shortened = false;
        loop {
            let ellipsis = if shortened { "…" } else { "" };
            let parts = [format!("{addressee}{ellipsis}"), words.date.clone()];
            let written = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
            let lines = self.broken(&written, &SMALL, width, Hyphens::Never);
            if lines.len() <= 1 || addressee.is_empty() {
                return lines.into_iter().next();
            }
            shorten(&mut addressee);
            shortened = true;
        }
    }
}

/// Takes the last character away, and whatever then stands at the end without meaning.
pub(super) fn shorten(text: &mut String) {
    text.pop();
    text.truncate(text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len());
}

fn widest(lines: &[Line]) -> f32 {
    lines.iter().fold(0.0, |widest: f32, line| widest.max(line.width))
}
