//! The head of the first page, and of the further ones.
use super::galley::{BASELINE, placed, widest};
use super::{Composer, Placed, PlacedPicture, Rule};
use crate::error::{PageError, Part};
use crate::geometry::{Field, MM};
use crate::lines::{Hyphens, Line};
use crate::style::{DETAILS, HAIRLINE, INK, Ink, NAME, SMALL, Style};
use crate::tags::Role;

/// Sizes and leadings of the sender's name, from the one that suits most names down to the least.
const NAME_STEPS: [(f32, f32); 4] = [(17.0, 21.0), (15.0, 18.6), (13.0, 16.2), (11.5, 14.4)];
/// The same beneath a logo, which speaks first.
const NAME_UNDER_LOGO: [(f32, f32); 3] = [(12.5, 15.6), (11.0, 13.6), (9.5, 12.0)];
/// A name of more lines would push everything else down.
const NAME_LINES: usize = 3;
/// A name of two lines is set large; only one that needs a third is set smaller first.
const LARGE_NAME_LINES: usize = 2;
/// Part of the measure that the name may take; the details have the rest.
const NAME_SHARE: f32 = 0.58;
/// The most width of a logo, and its heights, from the most that the arrangement allows down to the least.
const LOGO_WIDTH: f32 = 70.0 * MM;
const LOGO_STEPS: [f32; 5] = [1.0, 0.88, 0.76, 0.64, 0.5];
/// A logo that stands alone may be higher by this.
const LOGO_ALONE: f32 = 1.3;
/// Space between a logo and the capitals of the name beneath it.
const UNDER_LOGO: f32 = 7.0;
/// Height of capitals, in parts of the size.
const CAPITALS: f32 = 0.66;
/// Sizes and leadings of the sender's details.
const DETAILS_STEPS: [(f32, f32); 3] = [(9.0, 12.0), (8.5, 11.0), (8.0, 10.4)];
/// Least space between the name and the details beside it.
const BESIDE_NAME: f32 = 18.0;
/// The first small line shares the optical top of the name: a little above its baseline.
const DETAILS_RAISED: f32 = 4.0;
/// Space between the window and details beside it.
const WINDOW_GAP: f32 = 9.0;
/// The rule at the top, in the colour of the house: its thickness, and how far above the head it stands.
const TOP_RULE: (f32, f32) = (1.4, 3.8 * MM);

/// What stands at the left of the head: its width, its lowest baseline, and where the details beside it begin.
struct Left {
    width: f32,
    lowest: f32,
    details_baseline: f32,
}

impl Composer<'_> {
    /// Logo and name at the left, details at the right. Returns the lowest baseline of the two.
    pub(super) fn letterhead(&mut self) -> Result<f32, PageError> {
        let head = &self.letter.letterhead;
        self.top_rule();
        let left = if head.logo.is_some() { self.logo_and_name()? } else { self.name()? };
        let mut lowest = left.lowest;
        if !head.lines.is_empty() {
            let room = self.sheet.measure - left.width;
            let (width, style, count) = self.details_fit(&head.lines, room, left.details_baseline)?;
            lowest = lowest.max(left.details_baseline + style.leading * (count - 1) as f32);
            let lines = self.galley.all_broken(&head.lines, &style, width);
            let text = Some(self.galley.new_text(Role::Paragraph));
            self.galley.flush_right(0, text, lines, style, left.details_baseline, self.sheet.right());
        }
        Ok(lowest)
    }

    fn top_rule(&mut self) {
        let Some(accent) = self.letter.accent else { return };
        let sheet = self.sheet;
        let y = sheet.head_top - TOP_RULE.1;
        let (left, right, ink) = (sheet.left, sheet.right(), Ink::of(accent));
        self.galley.layout.rules.push(Rule { page: 0, left, right, y, thickness: TOP_RULE.0, ink });
    }

    fn name(&mut self) -> Result<Left, PageError> {
        let sheet = self.sheet;
        let details_baseline = sheet.name_baseline - DETAILS_RAISED;
        if self.letter.letterhead.name.is_empty() {
            return Ok(Left { width: 0.0, lowest: 0.0, details_baseline });
        }
        let (lines, style) = self.name_lines(&NAME_STEPS, |_, _| true)?;
        let width = widest(&lines) + BESIDE_NAME;
        let lowest = sheet.name_baseline + style.leading * (lines.len() - 1) as f32;
        self.place_name(lines, style, sheet.name_baseline);
        Ok(Left { width, lowest, details_baseline })
    }

    /// The logo as large as the name beneath it leaves room for.
    fn logo_and_name(&mut self) -> Result<Left, PageError> {
        let sheet = self.sheet;
        let Some(logo) = self.letter.letterhead.logo.clone() else { return self.name() };
        let details_baseline = sheet.head_top + DETAILS.size * CAPITALS;
        if self.letter.letterhead.name.is_empty() {
            let (width, height) = logo.size_mm(LOGO_WIDTH, sheet.logo_height * LOGO_ALONE);
            let (left, lower) = (sheet.left, sheet.height - sheet.head_top - height);
            let edges = [left, lower, left + width, lower + height];
            // It stands for the name, so it is read as one.
            let text = self.galley.new_text(Role::Figure { instead: self.letter.author.clone(), edges });
            self.place_logo(Some(text), (width, height));
            return Ok(Left {
                width: width + BESIDE_NAME,
                lowest: sheet.head_top + height,
                details_baseline,
            });
        }
        let mut fault = None;
        for step in LOGO_STEPS {
            let (width, height) = logo.size_mm(LOGO_WIDTH, sheet.logo_height * step);
            let first = |style: &Style| sheet.head_top + height + UNDER_LOGO + style.size * CAPITALS;
            let fits = |lines: usize, style: &Style| {
                first(style) + style.leading * (lines - 1) as f32 <= sheet.name_lowest
            };
            match self.name_lines(&NAME_UNDER_LOGO, fits) {
                Ok((lines, style)) => {
                    self.place_logo(None, (width, height));
                    let first = first(&style);
                    let lowest = first + style.leading * (lines.len() - 1) as f32;
                    let width = width.max(widest(&lines)) + BESIDE_NAME;
                    self.place_name(lines, style, first);
                    return Ok(Left { width, lowest, details_baseline });
                }
                Err(refused) => fault = Some(refused),
            }
        }
        Err(fault.unwrap_or(PageError::Empty { part: Part::LetterheadName }))
    }

    fn place_logo(&mut self, text: Option<usize>, (width, height): (f32, f32)) {
        let Some(picture) = self.letter.letterhead.logo.clone() else { return };
        let (left, top) = (self.sheet.left, self.sheet.head_top);
        let placed = PlacedPicture { page: 0, text, name: "Logo".into(), picture, left, top, width, height };
        self.galley.layout.pictures.push(placed);
    }

    fn place_name(&mut self, lines: Vec<Line>, style: Style, first: f32) {
        let sheet = self.sheet;
        let field = Field { left: sheet.left, top: 0.0, width: sheet.measure * NAME_SHARE, bottom: 0.0 };
        self.galley.block(0, lines, style, &field, first - style.leading * BASELINE);
    }

    /// The name as large as it may be: at most two lines, or three where no size brings it down to two.
    fn name_lines(
        &self,
        steps: &[(f32, f32)],
        fits: impl Fn(usize, &Style) -> bool,
    ) -> Result<(Vec<Line>, Style), PageError> {
        let ink = self.letter.accent.map_or(INK, Ink::readable);
        let width = self.sheet.measure * NAME_SHARE;
        let mut steps: Vec<(Vec<Line>, Style)> = steps
            .iter()
            .map(|&(size, leading)| {
                let style = self.galley.style(Style { size, leading, ink, ..NAME });
                (self.galley.broken(&self.letter.letterhead.name, &style, width, Hyphens::Never), style)
            })
            .collect();
        let least = steps.last().map_or(0, |(lines, _)| lines.len());
        let suits = |most: usize, whole: bool| {
            steps.iter().position(|(lines, style)| {
                lines.len() <= most
                    && !(whole && lines.iter().any(|line| line.cut))
                    && fits(lines.len(), style)
            })
        };
        let step = suits(LARGE_NAME_LINES, true)
            .or_else(|| suits(NAME_LINES, true))
            .or_else(|| suits(NAME_LINES, false));
        let limit = if least > NAME_LINES { NAME_LINES } else { LARGE_NAME_LINES };
        let fault = PageError::TooTall { what: "name in the letterhead", lines: least, limit };
        step.map(|step| steps.swap_remove(step)).ok_or(fault)
    }

    /// The width and style in which the details keep clear of name, window and date, with their lines.
    fn details_fit(&self, texts: &[String], wide: f32, first: f32) -> Result<(f32, Style, usize), PageError> {
        let sheet = self.sheet;
        let narrow = wide.min(sheet.measure - sheet.window.width - WINDOW_GAP);
        let (above, beside) = sheet.details_lowest;
        let mut fault = PageError::Empty { part: Part::LetterheadLine(1) };
        for (size, leading) in DETAILS_STEPS {
            let style = self.galley.style(Style { size, leading, ..DETAILS });
            for (width, lowest) in [(wide, above), (narrow, beside)] {
                let lines = self.galley.all_broken(texts, &style, width).len();
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
        let pages = self.galley.layout.pages;
        if pages < 2 {
            return;
        }
        let sheet = self.sheet;
        let style = self.galley.style(SMALL);
        let baseline = sheet.continuation_baseline;
        let left = self.continuation_words(&style, sheet.measure * 0.75);
        let ink = self.letter.accent.map_or(HAIRLINE, Ink::of);
        for page in 1..pages {
            let number = self.letter.continuation.page.replace("{pages}", &pages.to_string());
            let number = number.replace("{page}", &(page + 1).to_string());
            let lines = placed(left.iter().cloned().collect(), style, baseline, |_| sheet.left);
            self.galley.layout.placed.push(Placed { page, text: None, lines });
            let number = self.galley.broken(&number, &style, sheet.measure, Hyphens::Never);
            self.galley.flush_right(page, None, number, style, baseline, sheet.right());
            let (left, right, y) = (sheet.left, sheet.right(), baseline + 5.5);
            self.galley.layout.rules.push(Rule { page, left, right, y, thickness: 0.35, ink });
        }
    }

    /// One line, however long the name: the date tells letters to the same person apart and is never left out.
    fn continuation_words(&self, style: &Style, width: f32) -> Option<Line> {
        let words = &self.letter.continuation;
        let mut addressee = words.addressee.clone();
        let mut shortened = false;
        loop {
            let ellipsis = if shortened { "…" } else { "" };
            let parts = [format!("{addressee}{ellipsis}"), words.date.clone()];
            let written = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
            let lines = self.galley.broken(&written, style, width, Hyphens::Never);
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
