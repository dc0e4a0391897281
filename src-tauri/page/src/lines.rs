//! Paragraphs into lines: the breaks are chosen for the paragraph as a whole, after Knuth and Plass (1981), for
//! text set ragged at the right.
use crate::breaks::{Break, breaks, hyphenation};
use crate::fonts::{FaceId, Fonts};
use crate::shape::{self, Glyph};
use crate::style::Style;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A line of glyphs, left to right as seen; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) glyphs: Arc<[Glyph]>,
    /// In points.
    pub(crate) width: f32,
    /// The paragraph runs from right to left.
    pub(crate) right_to_left: bool,
    /// A word goes on in the next line.
    pub(crate) hyphenated: bool,
    /// A word wider than the line goes on in the next line, cut without a hyphen.
    pub(crate) cut: bool,
}

/// Whether words may be divided at line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Hyphens {
    /// As the language divides, sparingly.
    Sparing,
    /// Never: names, headings, addresses.
    Never,
}

/// Characters of the longest piece of a text that no line may end in.
pub(crate) fn longest_word(text: &str) -> usize {
    let mut start = 0;
    let words = unicode_linebreak::linebreaks(text).map(|(end, _)| {
        let word = text[start..end].trim_end();
        start = end;
        word.chars().count()
    });
    words.max().unwrap_or(0)
}

/// Divided words extract as U+00AD, which readers and search engines drop to find the word whole.
const SOFT_HYPHEN: &str = "\u{AD}";

/// All that the lines of a text depend on.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct LineKey {
    text: String,
    language: String,
    face: FaceId,
    hyphens: Hyphens,
    /// Size and width in points, by their bits.
    size: u32,
    width: u32,
}

/// Sets a text to a width in points; an empty text has no lines. Where the same text was set in the same way
/// before, its lines are still known, so that a keystroke in a long letter costs the paragraph it falls in.
pub(crate) fn set(
    fonts: &Fonts,
    text: &str,
    style: &Style,
    width: f32,
    language: &str,
    hyphens: Hyphens,
) -> Vec<Line> {
    let key = LineKey {
        text: text.to_owned(),
        language: language.to_owned(),
        face: style.face(),
        hyphens,
        size: style.size.to_bits(),
        width: width.to_bits(),
    };
    fonts.lines(key, |_| Setting::new(fonts, text, style, language).set(width, hyphens))
}

/// A text about to be set.
struct Setting<'a> {
    fonts: &'a Fonts,
    text: &'a str,
    face: FaceId,
    size: f32,
    language: &'a str,
    shaping_language: &'a str,
    /// Where some of the text runs from right to left.
    bidi: Option<BidiInfo<'a>>,
}

impl<'a> Setting<'a> {
    fn new(fonts: &'a Fonts, text: &'a str, style: &Style, language: &'a str) -> Self {
        Self {
            fonts,
            text,
            face: style.face(),
            size: style.size,
            language,
            shaping_language: shape::shaping_language(text, language),
            bidi: bidi(text, language),
        }
    }

    fn set(&self, width: f32, hyphens: Hyphens) -> Vec<Line> {
        let Self { fonts, text, face, .. } = *self;
        let rtl: Vec<bool> =
            self.bidi.iter().flat_map(|bidi| bidi.levels.iter().map(Level::is_rtl)).collect();
        let reach = shape::reach(fonts, text, face, self.shaping_language, &rtl);
        let measure = width / self.size * 1000.0;
        let hyphen_width = fonts.face(face).stated_width(hyphen_glyph(fonts, face));
        let patterns = (hyphens == Hyphens::Sparing).then(|| hyphenation(self.language)).flatten();
        let hyphens = patterns.map(|patterns| (patterns, hyphen_width));
        let breaks = breaks(text, &reach, measure, hyphens, self.language);
        best_path(&breaks, measure)
            .windows(2)
            .map(|ends| {
                let (from, to) = (&breaks[ends[0]], &breaks[ends[1]]);
                self.line(from.next..to.end.max(from.next), to)
            })
            .collect()
    }

    fn line(&self, range: Range<usize>, to: &Break) -> Line {
        let Self { fonts, text, face, shaping_language: language, .. } = *self;
        let mut glyphs = Vec::new();
        let paragraph = self.bidi.as_ref().and_then(|bidi| {
            bidi.paragraphs
                .iter()
                .find(|paragraph| paragraph.range.contains(&range.start))
                .map(|found| (bidi, found))
        });
        match paragraph {
            Some((bidi, paragraph)) => {
                let (levels, runs) = bidi.visual_runs(paragraph, range);
                for run in runs {
                    let right_to_left = levels[run.start].is_rtl();
                    shape::shape(fonts, &text[run], face, right_to_left, language, &mut glyphs);
                }
            }
            None => shape::shape(fonts, &text[range], face, false, language, &mut glyphs),
        }
        if to.hyphen {
            let id = hyphen_glyph(fonts, face);
            glyphs.push(Glyph {
                face,
                id,
                advance: fonts.face(face).stated_width(id),
                shift_right: 0.0,
                shift_up: 0.0,
                text: Some(SOFT_HYPHEN.to_owned()),
                followers: 0,
            });
        }
        Line {
            width: shape::width(&glyphs) * self.size / 1000.0,
            glyphs: glyphs.into(),
            right_to_left: paragraph.is_some_and(|(_, paragraph)| paragraph.level.is_rtl()),
            hyphenated: to.hyphen,
            cut: to.cut,
        }
    }
}

/// The directions in a text; none where all of it runs from left to right.
///
/// A paragraph runs the way of most of its letters, not of its first: a letter in English that begins with a name
/// in Hebrew is still English. Where they are as many, the language decides.
fn bidi<'a>(text: &'a str, language: &str) -> Option<BidiInfo<'a>> {
    let first_right_to_left = '\u{590}';
    let (mut right, mut left) = (0_usize, 0_usize);
    let mut digits_turn = false;
    for character in text.chars() {
        if character < first_right_to_left {
            left += usize::from(character.is_alphabetic());
            continue;
        }
        match bidi_class(character) {
            BidiClass::R | BidiClass::AL => right += 1,
            BidiClass::L => left += 1,
            BidiClass::AN => digits_turn = true,
            _ => {}
        }
    }
    if right == 0 && !digits_turn {
        return None;
    }
    let turned = match right.cmp(&left) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => is_right_to_left(language),
    };
    Some(BidiInfo::new(text, Some(if turned { Level::rtl() } else { Level::ltr() })))
}

/// Languages written from right to left.
fn is_right_to_left(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    ["ar", "fa", "he", "ur", "yi"].iter().any(|known| primary.eq_ignore_ascii_case(known))
}

fn hyphen_glyph(fonts: &Fonts, face: FaceId) -> u16 {
    fonts.face(face).glyph('-').expect("the bundled faces have a hyphen")
}

/// Space at the end of a line that looks even to the eye (thousandths of the measure); the cost grows with the
/// square of it.
const EVEN: f64 = 0.10;
/// Cost of a hyphen right below a hyphen, or before the last line.
const LADDER: f64 = 90_000.0;
/// A last line shorter than this part of the measure looks lost, a cost to be weighed like any other.
const SHORTEST_LAST: f64 = 0.15;
const SHORT_LAST: f64 = 120.0;
/// Such a line of one word only looks forgotten.
const LONELY_LAST: f64 = 240.0;
/// Cost of a line that sticks out; only a single letter wider than the measure can come to this.
const TOO_WIDE: f64 = 1.0e12;

/// Indices of the breaks that together cost least, the first and the last always among them.
fn best_path(breaks: &[Break], measure: f32) -> Vec<usize> {
    let last = breaks.len() - 1;
    let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); breaks.len()];
    best[0].0 = 0.0;
    for to in 1..=last {
        let mut single_word = true;
        for from in (0..to).rev() {
            if let Some(between) = breaks.get(from + 1).filter(|_| from + 1 < to) {
                single_word &= between.hyphen || between.cut;
            }
            let width = breaks[to].end_reach - breaks[from].next_reach;
            if width > measure && best[to].0.is_finite() {
                break;
            }
            let line = LineEnds { from: &breaks[from], to: &breaks[to], is_last: to == last, single_word };
            let cost = best[from].0 + cost_of_line(&line, width, measure);
            if cost < best[to].0 {
                best[to] = (cost, from);
            }
            // No line reaches over a forced end.
            if breaks[from].forced {
                break;
            }
        }
    }
    let mut path = vec![last];
    let mut at = last;
    while at != 0 {
        at = best[at].1;
        path.push(at);
    }
    path.reverse();
    path
}

struct LineEnds<'a> {
    from: &'a Break,
    to: &'a Break,
    /// Ends the paragraph.
    is_last: bool,
    /// No other word stands on the line.
    single_word: bool,
}

fn cost_of_line(line: &LineEnds<'_>, width: f32, measure: f32) -> f64 {
    let &LineEnds { from, to, is_last, single_word } = line;
    let slack = f64::from((measure - width) / measure);
    if slack < 0.0 {
        return TOO_WIDE;
    }
    let ends_paragraph = is_last || to.forced;
    let raggedness = if !ends_paragraph {
        100.0 * (slack / EVEN).powi(2)
    } else if slack > 1.0 - SHORTEST_LAST {
        // A paragraph of one word is no lonely end of anything.
        if single_word && from.next > 0 && !from.forced { LONELY_LAST } else { SHORT_LAST }
    } else {
        0.0
    };
    let ladder = if from.hyphen && (to.hyphen || ends_paragraph) { LADDER } else { 0.0 };
    (10.0 + raggedness + f64::from(to.penalty)).powi(2) + ladder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::BODY;

    const TEXT: &str = "Until then I will work as agreed. You will have the year-end report by 20 January. By \
        29 January I will send you all your files, with a handover note from Ms Halden and Dr Ito, so that \
        whoever continues can start without me, notwithstanding the reorganisation.";

    fn written(line: &Line) -> String {
        line.glyphs.iter().filter_map(|glyph| glyph.text.as_deref()).collect()
    }

    fn lines(text: &str, width: f32) -> Vec<Line> {
        set(&Fonts::bundled(), text, &BODY, width, "en-GB", Hyphens::Sparing)
    }

    #[test]
    fn every_character_is_set_within_the_measure() {
        let fonts = Fonts::bundled();
        for width in (12..460).step_by(4).map(|width| width as f32) {
            let lines = set(&fonts, TEXT, &BODY, width, "en-GB", Hyphens::Sparing);
            let without_spaces = |text: &str| text.replace([' ', '\u{AD}'], "");
            let all: String = lines.iter().map(written).collect();
            assert_eq!(without_spaces(&all), without_spaces(TEXT), "nothing is lost at {width} pt");
            for line in &lines {
                // Kerning that a break takes apart is worth less than half a point.
                assert!(
                    line.width < width + 0.5,
                    "{:?} is {} pt wide, not {width}",
                    written(line),
                    line.width
                );
            }
        }
    }

    #[test]
    fn what_belongs_together_stays_together() {
        for width in (250..460).step_by(3).map(|width| width as f32) {
            for line in lines(TEXT, width) {
                let line = written(&line);
                let parted = ["20", "29", "Ms", "Dr"].into_iter().find(|&end| line.ends_with(end));
                assert_eq!(parted, None, "at {width} pt {line:?} ends within a date or a name");
            }
        }
    }

    #[test]
    fn paragraphs_do_not_end_with_a_lonely_word() {
        let text = "It needs someone who reads the market in Japanese. I do not, and would be learning at your \
            expense.";
        let lines = lines(text, 440.0);
        let last = written(lines.last().expect("the text has lines"));
        assert!(last.contains(' '), "{last:?} alone on the last line looks forgotten");
    }

    #[test]
    fn dates_stay_whole_at_any_width() {
        let text = "(7 January) This letter is notice that our agreement of 1 March 2024 ends on 31 May 2027, and the \
            report comes by January 29, 2027 (signed 3 February), while invoice 2026-034 asks for EUR 4,800 by \
            15 January 2027.";
        let parted = ["7", "1", "March", "31", "May", "January", "29,", "3", "EUR", "15"];
        for width in (200..460).map(|width| width as f32) {
            for line in lines(text, width) {
                let line = written(&line);
                let last = line.rsplit([' ', '(']).next().unwrap_or_default();
                assert!(!parted.contains(&last), "at {width} pt {line:?} ends within a date or an amount");
            }
        }
    }

    #[test]
    fn a_lonely_short_word_is_avoided_where_that_is_cheap() {
        let text = "Please judge the fit for yourself; I have not passed on your details, and I receive nothing for \
            naming them to you or to me.";
        let (mut lonely, mut widths) = (0, 0);
        for width in (300..460).map(|width| width as f32) {
            let lines = lines(text, width);
            widths += 1;
            lonely += usize::from(!written(lines.last().expect("the text has lines")).contains(' '));
        }
        assert_eq!(lonely, 0, "of {widths} widths so many leave a word alone on the last line");
    }

    #[test]
    fn line_feeds_end_lines() {
        let found: Vec<String> =
            lines("Account 12\nSort code 34\n\nend", 400.0).iter().map(written).collect();
        assert_eq!(found, ["Account 12", "Sort code 34", "", "end"], "as they were typed");
    }

    #[test]
    fn hebrew_is_seen_from_right_to_left() {
        let lines = lines("\u{5D0}\u{5D1}\u{5D2} 12", 400.0);
        assert!(lines[0].right_to_left, "the paragraph begins with Hebrew");
        assert_eq!(written(&lines[0]), "12 \u{5D2}\u{5D1}\u{5D0}", "numbers keep their own direction");
    }
}
