//! The faces a letter is set in, shared by all letters, with what is worth keeping between them.
mod brought;
mod face;
mod kept;
mod source;

pub(crate) use face::{Face, FaceId, Weight};
pub use source::{FontFile, FontSource, MOST_FONT_BYTES, Wanted};

use crate::lines::{Line, LineKey};
use crate::subset::{Numbered, Subset};
use brought::Brought;
use face::Program;
use kept::Kept;
use rustybuzz::ttf_parser;
use std::sync::{Arc, OnceLock};

/// What a shaping plan depends on.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct PlanKey {
    pub(crate) face: FaceId,
    pub(crate) right_to_left: bool,
    pub(crate) script: rustybuzz::Script,
    pub(crate) language: String,
}

/// Plans and subsets kept: a person writes in few languages and scripts, and a forgotten entry costs a millisecond.
const KEPT: usize = 48;
/// Glyphs of kept lines: some ten pages, under 10 MB.
const KEPT_GLYPHS: usize = 60_000;

/// The fonts that letters are set in: Libertinus Serif (Latin, Vietnamese, Greek, Cyrillic, Hebrew) and Noto Sans
/// (Latin, Vietnamese, Greek, Cyrillic), and more from a [`FontSource`].
///
/// A character that the letter's typeface lacks is drawn from the other, and one that neither has from the source.
///
/// Make one and share it by reference, between threads too: it keeps shaping plans, font subsets and the lines of
/// paragraphs, which makes every letter after the first several times faster. What it keeps never shows in the
/// bytes of a letter.
pub struct Fonts {
    /// In the order of [`FaceId::BUNDLED`].
    bundled: [Face; 4],
    brought: Option<Brought>,
    plans: Kept<PlanKey, Arc<rustybuzz::ShapePlan>>,
    subsets: Kept<(FaceId, Vec<u16>), Arc<Subset>>,
    lines: Kept<LineKey, Vec<Line>>,
    common: [OnceLock<Numbered>; 4],
}

impl Fonts {
    /// The fonts that are built into the program, and no others.
    pub fn bundled() -> Self {
        let sans = |data| Face::open(Program::Built(data), 0).expect("Noto Sans is built into the program");
        Self {
            bundled: [
                serif("LibertinusSerif-Regular"),
                serif("LibertinusSerif-Bold"),
                sans(notosans::REGULAR_TTF),
                sans(notosans::BOLD_TTF),
            ],
            brought: None,
            plans: Kept::new(KEPT),
            subsets: Kept::new(KEPT),
            lines: Kept::new(KEPT_GLYPHS),
            common: Default::default(),
        }
    }

    /// The fonts that are built in, and those of a source for the characters that they lack. Nothing is asked of the
    /// source before such a character appears.
    pub fn with_more(source: Box<dyn FontSource + Send + Sync>) -> Self {
        Self { brought: Some(Brought::new(source)), ..Self::bundled() }
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face {
        match id {
            FaceId::Bundled(typeface, weight) => &self.bundled[typeface as usize * 2 + weight as usize],
            FaceId::Brought(_) => self
                .brought
                .as_ref()
                .and_then(|brought| brought.face(id))
                .expect("faces are named by these fonts and never forgotten"),
        }
    }

    /// The face that draws a character where it is wanted in `wanted`, one of those that are built in.
    pub(crate) fn face_for(&self, character: char, wanted: FaceId, language: &str) -> Option<FaceId> {
        if is_private(character) {
            return None;
        }
        let built_in = wanted.substitutes().into_iter().find(|&id| self.face(id).has(character));
        built_in.or_else(|| self.brought.as_ref()?.face_for(character, wanted.is_bold(), language))
    }

    /// A shaping plan, made once and then kept.
    pub(crate) fn plan(
        &self,
        key: PlanKey,
        make: impl FnOnce() -> rustybuzz::ShapePlan,
    ) -> Arc<rustybuzz::ShapePlan> {
        self.plans.get(&key).unwrap_or_else(|| {
            let plan = Arc::new(make());
            self.plans.keep(key, Arc::clone(&plan), 1);
            plan
        })
    }

    /// A font subset for exactly these glyphs, made once and then kept.
    pub(crate) fn subset<E>(
        &self,
        face: FaceId,
        glyphs: Vec<u16>,
        make: impl FnOnce(&[u16]) -> Result<Subset, E>,
    ) -> Result<Arc<Subset>, E> {
        let key = (face, glyphs);
        if let Some(subset) = self.subsets.get(&key) {
            return Ok(subset);
        }
        let subset = Arc::new(make(&key.1)?);
        self.subsets.keep(key, Arc::clone(&subset), 1);
        Ok(subset)
    }

    /// The lines of a text, set once and then kept.
    pub(crate) fn lines(&self, key: LineKey, set: impl FnOnce(&LineKey) -> Vec<Line>) -> Vec<Line> {
        self.lines.get(&key).unwrap_or_else(|| {
            let lines = set(&key);
            // An empty text weighs something too.
            let weight = 1 + lines.iter().map(|line| 1 + line.glyphs.len()).sum::<usize>();
            self.lines.keep(key, lines.clone(), weight);
            lines
        })
    }

    /// The glyphs of a face that every letter set in it carries, so that most letters share one subset.
    pub(crate) fn common(&self, id: FaceId) -> Numbered {
        match id {
            FaceId::Bundled(typeface, weight) => self.common[typeface as usize * 2 + weight as usize]
                .get_or_init(|| Numbered::common(self, id))
                .clone(),
            FaceId::Brought(_) => Numbered::default(),
        }
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

/// Characters without a meaning that two programs would agree on; nobody could copy or read them aloud.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn serif(name: &str) -> Face {
    typst_assets::fonts()
        .find(|data| {
            let raw = ttf_parser::Face::parse(data, 0).ok();
            raw.and_then(|raw| face::postscript_name(&raw)).as_deref() == Some(name)
        })
        .and_then(|data| Face::open(Program::Built(data), 0))
        .unwrap_or_else(|| panic!("{name} is built into the program"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Typeface;

    #[test]
    fn faces_stand_where_they_are_looked_for() {
        let fonts = Fonts::bundled();
        let names = FaceId::BUNDLED.map(|id| fonts.face(id).name.clone());
        let expected = ["LibertinusSerif-Regular", "LibertinusSerif-Bold", "NotoSans", "NotoSans-Bold"];
        assert_eq!(names, expected, "a face is found by its typeface and weight");
    }

    #[test]
    fn a_character_comes_from_the_nearest_face_that_has_it() {
        use Typeface::{Sans, Serif};
        use Weight::{Bold, Regular};
        let fonts = Fonts::bundled();
        for (character, typeface, weight, expected) in [
            ('a', Serif, Bold, Some((Serif, Bold))),
            ('a', Sans, Regular, Some((Sans, Regular))),
            ('ễ', Sans, Bold, Some((Sans, Bold))),
            ('Щ', Sans, Regular, Some((Sans, Regular))),
            ('ש', Sans, Regular, Some((Serif, Regular))),
            ('ש', Serif, Regular, Some((Serif, Regular))),
            ('東', Serif, Regular, None),
            ('\u{E123}', Serif, Regular, None),
        ] {
            let found = fonts.face_for(character, FaceId::Bundled(typeface, weight), "en");
            let expected = expected.map(|(typeface, weight)| FaceId::Bundled(typeface, weight));
            assert_eq!(found, expected, "{character} wanted in {typeface:?} {weight:?}");
        }
    }
}
