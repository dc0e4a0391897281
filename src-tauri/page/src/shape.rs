//! Words into glyphs: kerning, ligatures, marks, and the order in which they stand on the line.
use crate::fonts::{FaceId, Fonts, PlanKey};
use crate::seams::seams;
use rustybuzz::{Direction, GlyphBuffer, Script, UnicodeBuffer};
use std::ops::Range;
use unicode_script::UnicodeScript;

/// A glyph in its place. Lengths in thousandths of an em.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) face: FaceId,
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
    wanted: FaceId,
    right_to_left: bool,
    language: &str,
    glyphs: &mut Vec<Glyph>,
) {
    let mut runs = runs(fonts, text, wanted, language);
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
pub(crate) fn reach(fonts: &Fonts, text: &str, wanted: FaceId, language: &str, rtl: &[bool]) -> Vec<f32> {
    let mut advances = vec![0.0; text.len() + 1];
    for (range, face) in runs(fonts, text, wanted, language) {
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

/// The language that a text is shaped in: Chinese characters take their Japanese or Korean form beside kana or
/// Hangul, whatever language the letter is in.
pub(crate) fn shaping_language<'a>(text: &str, language: &'a str) -> &'a str {
    use unicode_script::Script::{Hangul, Hiragana, Katakana};
    let beyond_europe = |c: &char| *c >= '\u{1100}';
    text.chars()
        .filter(beyond_europe)
        .find_map(|character| match character.script() {
            Hiragana | Katakana => Some("ja"),
            Hangul => Some("ko"),
            _ => None,
        })
        .unwrap_or(language)
}

/// Joiners, selectors and the like: they steer the shaper and are never seen, so no font needs them.
pub(crate) fn is_joiner(character: char) -> bool {
    matches!(character, '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
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

/// Cuts text where the face or the script changes, for a shaper knows one of each at a time, and at the seams that
/// no ligature may cross.
fn runs(fonts: &Fonts, text: &str, wanted: FaceId, language: &str) -> Vec<(Range<usize>, FaceId)> {
    use unicode_script::Script::{Common, Inherited};
    let mut seams = seams(text, language).into_iter().peekable();
    let mut runs: Vec<(Range<usize>, FaceId)> = Vec::new();
    let mut script_of_run = Common;
    for cluster in clusters(text) {
        let first = text[cluster.clone()].chars().next().expect("a cluster holds a character");
        let script = first.script();
        let neutral = matches!(script, Common | Inherited);
        let current = runs.last().map(|(_, face)| *face);
        let face = face_for(fonts, &text[cluster.clone()], current.filter(|_| neutral), wanted, language);
        let at_seam = seams.next_if_eq(&cluster.start).is_some();
        match runs.last_mut() {
            Some((range, current))
                if face == *current
                    && !at_seam
                    && (neutral || script_of_run == Common || script_of_run == script) =>
            {
                range.end = cluster.end;
            }
            _ => {
                runs.push((cluster, face));
                script_of_run = Common;
            }
        }
        if !neutral {
            script_of_run = script;
        }
    }
    runs
}

/// Each character with the marks and joiners after it.
fn clusters(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.next()?;
        let mut end = start + first.len_utf8();
        let follows = |&(_, next): &(usize, char)| {
            next >= '\u{300}' && (is_joiner(next) || next.script() == unicode_script::Script::Inherited)
        };
        while let Some((at, mark)) = characters.next_if(follows) {
            end = at + mark.len_utf8();
        }
        Some(start..end)
    })
}

/// The face for a character and its marks: one that has all of them, so that the marks find their place. A sign
/// that the wanted face lacks stays in the face of the text that it closes.
fn face_for(fonts: &Fonts, cluster: &str, current: Option<FaceId>, wanted: FaceId, language: &str) -> FaceId {
    let has_all = |id: FaceId| cluster.chars().all(|c| is_joiner(c) || fonts.face(id).has(c));
    if has_all(wanted) {
        return wanted;
    }
    if let Some(current) = current.filter(|&current| has_all(current)) {
        return current;
    }
    let mut each =
        cluster.chars().filter(|&c| !is_joiner(c)).filter_map(|c| fonts.face_for(c, wanted, language));
    let first = each.next().unwrap_or(wanted);
    let substitutes = wanted.substitutes().into_iter().chain([first]).chain(each);
    substitutes.into_iter().find(|&id| has_all(id)).unwrap_or(first)
}

fn shape_run(fonts: &Fonts, text: &str, face: FaceId, right_to_left: bool, language: &str) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    if let Ok(language) = language.parse() {
        buffer.set_language(language);
    }
    let script: Script = buffer.script();
    let shaper = fonts.face(face).shaper();
    let plan = fonts.plan(PlanKey { face, right_to_left, script, language: language.to_owned() }, || {
        rustybuzz::ShapePlan::new(shaper, buffer.direction(), Some(script), buffer.language().as_ref(), &[])
    });
    rustybuzz::shape_with_plan(shaper, &plan, buffer)
}

fn push_clusters(
    fonts: &Fonts,
    text: &str,
    face: FaceId,
    right_to_left: bool,
    shaped: &GlyphBuffer,
    glyphs: &mut Vec<Glyph>,
) {
    let scale = fonts.face(face).scale;
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
                face,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Weight;
    use crate::letter::Typeface;

    fn shaped(text: &str, typeface: Typeface, language: &str) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        let wanted = FaceId::Bundled(typeface, Weight::Regular);
        let right_to_left = text.starts_with(|c| ('\u{590}'..'\u{8FF}').contains(&c));
        shape(&Fonts::bundled(), text, wanted, right_to_left, language, &mut glyphs);
        glyphs
    }

    #[test]
    fn nothing_is_drawn_as_an_empty_box() {
        for typeface in [Typeface::Serif, Typeface::Sans] {
            for text in [
                "Zoë Müller-Łukasiewicz",
                "Nguyễn Văn Đức",
                "Щедрин и сыновья",
                "שָׁלוֹם עֲלֵיכֶם",
                "x\u{30C}\u{301} q\u{323}",
                "a\u{200D}b\u{200C}c\u{2060}d\u{FE0F}",
                "4\u{202F}800\u{A0}€ \u{2009}\u{2003}",
                "« oui » „nein“ ‚ja‘ ¿qué?",
            ] {
                for glyph in shaped(text, typeface, "en") {
                    assert_ne!(glyph.id, 0, "{text:?} in {typeface:?}: {:?} is drawn", glyph.text);
                }
            }
        }
    }

    #[test]
    fn marks_stand_in_the_face_of_their_letter() {
        // The sans has the x but not the Hebrew point below; neither is parted from the other.
        for text in ["x\u{30C}", "ש\u{5B8}"] {
            let faces: Vec<FaceId> =
                shaped(text, Typeface::Sans, "en").iter().map(|glyph| glyph.face).collect();
            assert!(faces.windows(2).all(|pair| pair[0] == pair[1]), "{text:?} is drawn by {faces:?}");
        }
    }

    #[test]
    fn ligatures_stop_at_the_seams_of_german_words() {
        for (text, language, drawn) in [
            ("Auflage", "de-DE", "A|u|f|l|a|g|e"),
            ("Auflage", "en-GB", "A|u|fl|a|g|e"),
            ("hoffen", "de-DE", "h|o|ff|e|n"),
            ("Schifffahrt", "de-DE", "S|c|h|i|ff|f|a|h|r|t"),
            ("Schifffahrt", "de-AT", "S|c|h|i|ff|f|a|h|r|t"),
            ("Pfiffikus", "de-DE", "P|fi|ffi|k|u|s"),
        ] {
            let glyphs = shaped(text, Typeface::Serif, language);
            let texts: Vec<&str> = glyphs.iter().filter_map(|glyph| glyph.text.as_deref()).collect();
            assert_eq!(texts.join("|"), drawn, "{text} in {language}: what is drawn as one");
        }
    }

    #[test]
    fn chinese_characters_follow_the_script_beside_them() {
        for (text, language, expected) in [
            ("東京", "en-GB", "en-GB"),
            ("東京タワー", "en-GB", "ja"),
            ("金민수", "en-GB", "ko"),
            ("北京", "zh-CN", "zh-CN"),
            ("Zoë", "de-DE", "de-DE"),
        ] {
            assert_eq!(shaping_language(text, language), expected, "{text} in a letter in {language}");
        }
    }
}
