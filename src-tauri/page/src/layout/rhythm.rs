//! How loosely a letter is set, so that it stands well on its page.
use super::running::Flowing;
use crate::flow::{self, Passage, Place, Row};
use crate::geometry::Sheet;
use crate::style::{BODY, Style};

/// How loosely the flowing text is set. Lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rhythm {
    leading: f32,
    between_paragraphs: f32,
    above_closing: f32,
    to_sign: f32,
    above_enclosures: f32,
    /// Moves date and text down.
    pub(super) drop: f32,
    /// A page set so leaves at least this part of its text area free, or it would look crammed to the edge.
    air: f32,
}

const EVEN: Rhythm = Rhythm {
    leading: 15.5,
    between_paragraphs: 7.5,
    above_closing: 12.0,
    to_sign: 40.0,
    above_enclosures: 18.0,
    drop: 0.0,
    air: 0.0,
};
/// For a letter that would else stand lost at the top of its sheet.
const AIRY: Rhythm = Rhythm {
    leading: 16.5,
    between_paragraphs: 10.0,
    above_closing: 14.0,
    to_sign: 44.0,
    drop: 14.0,
    air: 0.08,
    ..EVEN
};
/// Between the two.
const EASY: Rhythm = Rhythm {
    leading: 16.0,
    between_paragraphs: 9.0,
    above_closing: 13.0,
    to_sign: 42.0,
    drop: 6.0,
    air: 0.04,
    ..EVEN
};
/// For a letter that runs over by a few lines: better a little tighter than a second page with hardly a word.
const SNUG: Rhythm = Rhythm {
    leading: 14.6,
    between_paragraphs: 6.0,
    above_closing: 10.0,
    to_sign: 36.0,
    above_enclosures: 12.0,
    drop: 0.0,
    air: 0.0,
};

/// What a text keeps from the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    None,
    Salutation,
    Paragraph,
    Closing,
    ToSign,
    Signature,
    UnderSignature,
    Enclosures,
}

/// A signature's picture has air of its own.
const ABOVE_SIGNATURE: f32 = 5.0;
const UNDER_SIGNATURE: f32 = 2.0;

impl Rhythm {
    fn above(&self, space: Space) -> f32 {
        match space {
            Space::None => 0.0,
            Space::Paragraph => self.between_paragraphs,
            Space::Salutation | Space::Closing => self.above_closing,
            Space::ToSign => self.to_sign,
            Space::Signature => ABOVE_SIGNATURE,
            Space::UnderSignature => UNDER_SIGNATURE,
            Space::Enclosures => self.above_enclosures,
        }
    }

    /// The letter's own words follow the rhythm, small print keeps its own leading.
    pub(super) fn leading(&self, style: &Style) -> f32 {
        if (style.leading - BODY.leading).abs() < f32::EPSILON { self.leading } else { style.leading }
    }
}

/// The airiest rhythm in which the letter has one page; the even one for a letter of more. With it, where each
/// row stands. On the first page the text runs from `first.0` to `first.1`.
pub(super) fn best_rhythm(sheet: &Sheet, first: (f32, f32), flowing: &[Flowing]) -> (Rhythm, Vec<Place>) {
    let room = first.1 - first.0;
    let fill = |rhythm: &Rhythm| {
        let rows = rows(flowing, rhythm);
        let places = flow::fill(&rows, room - rhythm.drop, sheet.bottom - sheet.next_top);
        let used = places.last().zip(rows.last()).map_or(0.0, |(place, row)| place.top + row.height);
        let on_one_page = places.last().is_none_or(|place| place.page == 0);
        (on_one_page && used + rhythm.drop <= room * (1.0 - rhythm.air), places)
    };
    for rhythm in [AIRY, EASY, EVEN, SNUG] {
        let (suits, places) = fill(&rhythm);
        if suits {
            return (rhythm, places);
        }
    }
    (EVEN, fill(&EVEN).1)
}

fn rows(flowing: &[Flowing], rhythm: &Rhythm) -> Vec<Row> {
    let passages: Vec<Passage> = flowing.iter().map(|text| text.passage).collect();
    let closing = flowing.iter().position(|text| text.space == Space::Closing).unwrap_or(usize::MAX);
    let starts = flow::page_starts(&passages, closing);
    flowing
        .iter()
        .flat_map(|text| {
            (0..text.passage.lines).map(|line| {
                let before = if line == 0 { rhythm.above(text.space) } else { 0.0 };
                (before, text.picture.map_or(rhythm.leading(&text.style), |(_, height)| height))
            })
        })
        .zip(starts)
        .map(|((before, height), may_start_page)| Row { before, height, may_start_page })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Sheet, usual};
    use crate::tags::Role;

    /// A letter of single lines, as many as said.
    fn letter_of(lines: usize) -> Vec<Flowing> {
        let line = || crate::lines::Line {
            glyphs: [].into(),
            width: 0.0,
            right_to_left: false,
            hyphenated: false,
            cut: false,
        };
        let passage = Passage { lines, whole: false, with_next: false };
        let lines = (0..lines).map(|_| line()).collect();
        vec![Flowing {
            role: Role::Paragraph,
            style: BODY,
            lines,
            passage,
            space: Space::None,
            picture: None,
        }]
    }

    #[test]
    fn the_page_is_used_before_the_lines_are_drawn_together() {
        let sheet: Sheet = usual();
        let room = sheet.bottom - sheet.first_top;
        let fitting = |part: f32, rhythm: &Rhythm| {
            (1..200_u16).take_while(|&lines| rhythm.leading * f32::from(lines) <= room * part).count()
        };
        let cases = [
            (fitting(0.5, &AIRY), AIRY, "half a page"),
            (fitting(0.75, &AIRY), AIRY, "a quarter of the page stays free even so"),
            (fitting(0.95, &EASY), EASY, "nearly a page"),
            (fitting(1.0, &EVEN), EVEN, "a full page"),
            (fitting(1.0, &SNUG), SNUG, "a line or two more than a page"),
            (fitting(1.0, &SNUG) + 1, EVEN, "a second page leaves room enough"),
            (150, EVEN, "several pages"),
        ];
        for (lines, expected, why) in cases {
            let (rhythm, _) = best_rhythm(&sheet, (sheet.first_top, sheet.bottom), &letter_of(lines));
            assert_eq!(rhythm, expected, "{lines} lines: {why}");
        }
    }
}
