//! Words into glyphs: kerning, ligatures, marks, and the order in which they stand on the line.
use crate::fonts::{Fonts, PlanKey, Weight};
use rustybuzz::{Direction, GlyphBuffer, Script, UnicodeBuffer};
use std::ops::Range;
use unicode_script::UnicodeScript;

/// A glyph in its place. Lengths in thousandths of an em.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) weight: Weight,
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) shift_right: f32,
    pub(crate) shift_up: f32,
    /// The characters that this glyph and the `followers` after it stand for; none on the followers.
    pub(crate) text: Option<String>,
    /// Further glyphs that the same characters are drawn with.
    pub(crate) followers: usize,
}

/// Shapes text of one direction; the glyphs come in the order they are seen, left to right.
pub(crate) fn shape(
    fonts: &Fonts,
    text: &str,
    weight: Weight,
    right_to_left: bool,
    language: &str,
    glyphs: &mut Vec<Glyph>,
) {
    let mut runs = runs(fonts, text, weight);
    if right_to_left {
        runs.reverse();
    }
    for (range, face) in runs {
        let run = &text[range];
        let shaped = shape_run(fonts, run, face, right_to_left, language);
        push_clusters(fonts, run, face, right_to_left, &shaped, glyphs);
    }
}

/// For each byte of `text`, and its end, how far the text before it reaches (thousandths of an em). Ligatures
/// count as a whole at their first character.
pub(crate) fn reach(fonts: &Fonts, text: &str, weight: Weight, language: &str, rtl: &[bool]) -> Vec<f32> {
    let mut advances = vec![0.0; text.len() + 1];
    for (range, face) in runs(fonts, text, weight) {
        for part in same_direction(range, rtl) {
            let start = part.start;
            let right_to_left = rtl.get(start).copied().unwrap_or(false);
            let shaped = shape_run(fonts, &text[part], face, right_to_left, language);
            let scale = fonts.face(face).scale;
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                advances[start + info.cluster as usize] += position.x_advance as f32 * scale;
            }
        }
    }
    let mut total = 0.0;
    for advance in &mut advances {
        let before = total;
        total += *advance;
        *advance = before;
    }
    advances
}

/// Width of a text of one direction, in thousandths of an em.
pub(crate) fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// `rtl` is empty for text that runs left to right throughout.
fn same_direction(range: Range<usize>, rtl: &[bool]) -> Vec<Range<usize>> {
    if rtl.is_empty() {
        return vec![range];
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in range {
        match parts.last_mut() {
            Some(part) if rtl[part.start] == rtl[at] => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// Cuts text where the face or the script changes: a shaper knows one of each at a time.
fn runs(fonts: &Fonts, text: &str, weight: Weight) -> Vec<(Range<usize>, Weight)> {
    use unicode_script::Script::{Common, Inherited};
    let mut runs: Vec<(Range<usize>, Weight)> = Vec::new();
    let mut script_of_run = Common;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let script = character.script();
        let neutral = matches!(script, Common | Inherited);
        match runs.last_mut() {
            // A mark stays with the letter that it stands on.
            Some((range, face))
                if script == Inherited
                    || (fonts.face_for(character, weight) == *face
                        && (neutral || script_of_run == Common || script_of_run == script)) =>
            {
                range.end = end;
            }
            _ => {
                runs.push((at..end, fonts.face_for(character, weight)));
                script_of_run = Common;
            }
        }
        if !neutral {
            script_of_run = script;
        }
    }
    runs
}

fn shape_run(fonts: &Fonts, text: &str, weight: Weight, right_to_left: bool, language: &str) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    if let Ok(language) = language.parse() {
        buffer.set_language(language);
    }
    let script: Script = buffer.script();
    let face = &fonts.face(weight).shaper;
    let plan = fonts.plan(PlanKey { weight, right_to_left, script, language: language.to_owned() }, || {
        rustybuzz::ShapePlan::new(face, buffer.direction(), Some(script), buffer.language().as_ref(), &[])
    });
    rustybuzz::shape_with_plan(face, &plan, buffer)
}

fn push_clusters(
    fonts: &Fonts,
    text: &str,
    weight: Weight,
    right_to_left: bool,
    shaped: &GlyphBuffer,
    glyphs: &mut Vec<Glyph>,
) {
    let scale = fonts.face(weight).scale;
    let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
    let mut at = 0;
    // In right-to-left text the cluster before, in the order seen, is the one after in the text.
    let mut seen_before = text.len();
    while at < infos.len() {
        let start = infos[at].cluster;
        let count = infos[at..].iter().take_while(|info| info.cluster == start).count();
        let end = if right_to_left {
            seen_before
        } else {
            infos.get(at + count).map_or(text.len(), |info| info.cluster as usize)
        };
        seen_before = start as usize;
        for offset in 0..count {
            let position = &positions[at + offset];
            glyphs.push(Glyph {
                weight,
                id: u16::try_from(infos[at + offset].glyph_id)
                    .expect("glyph ids of OpenType fonts have 16 bits"),
                advance: position.x_advance as f32 * scale,
                shift_right: position.x_offset as f32 * scale,
                shift_up: position.y_offset as f32 * scale,
                text: (offset == 0).then(|| text[start as usize..end].to_owned()),
                followers: if offset == 0 { count - 1 } else { 0 },
            });
        }
        at += count;
    }
}
