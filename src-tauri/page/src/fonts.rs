//! The faces a letter is set in, shared by all letters, with what is worth keeping between them.
use crate::subset::{Repertoire, Subset};
use rustybuzz::ttf_parser;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

/// Which face of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Text.
    Regular,
    /// Names and subjects.
    Bold,
}

impl Weight {
    /// All faces, in the order in which they are stored.
    pub(crate) const ALL: [Self; 2] = [Self::Regular, Self::Bold];
}

/// One face.
pub(crate) struct Face {
    pub(crate) data: &'static [u8],
    pub(crate) shaper: rustybuzz::Face<'static>,
    pub(crate) name: String,
    /// Multiplies font units into thousandths of an em.
    pub(crate) scale: f32,
}

impl Face {
    pub(crate) fn has(&self, character: char) -> bool {
        self.shaper.glyph_index(character).is_some()
    }

    /// Advance of a glyph as the PDF states it: whole thousandths of an em.
    pub(crate) fn stated_width(&self, glyph: u16) -> f32 {
        let units = self.shaper.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
        (f32::from(units) * self.scale).trunc()
    }
}

/// What a shaping plan depends on.
#[derive(PartialEq)]
pub(crate) struct PlanKey {
    pub(crate) weight: Weight,
    pub(crate) right_to_left: bool,
    pub(crate) script: rustybuzz::Script,
    pub(crate) language: String,
}

/// Plans and subsets kept at most: a person writes in few languages and scripts, and a forgotten entry costs a
/// millisecond.
const KEPT: usize = 48;

/// Subsets by face and glyphs.
type Subsets = HashMap<(Weight, Vec<u16>), Arc<Subset>>;

/// The bundled fonts (Libertinus Serif: Latin, Vietnamese, Greek, Cyrillic, Hebrew).
///
/// Make one and share it by reference, between threads too: it keeps shaping plans and font subsets, which makes
/// every letter after the first several times faster. What it keeps never shows in the bytes of a letter.
pub struct Fonts {
    faces: [Face; 2],
    plans: RwLock<Vec<(PlanKey, Arc<rustybuzz::ShapePlan>)>>,
    subsets: Mutex<Subsets>,
    common: OnceLock<Repertoire>,
}

impl Fonts {
    /// The fonts that are built into the program.
    pub fn bundled() -> Self {
        Self {
            faces: [bundled_face("LibertinusSerif-Regular"), bundled_face("LibertinusSerif-Bold")],
            plans: RwLock::default(),
            subsets: Mutex::default(),
            common: OnceLock::new(),
        }
    }

    pub(crate) fn face(&self, weight: Weight) -> &Face {
        &self.faces[weight as usize]
    }

    /// Height of the capitals, in thousandths of an em; the faces of the family share it.
    pub(crate) fn cap_height(&self) -> i64 {
        let face = self.face(Weight::Regular);
        let units = face.shaper.capital_height().unwrap_or_else(|| face.shaper.ascender());
        i64::from(units) * 1000 / i64::from(ttf_parser::Face::units_per_em(&face.shaper))
    }

    /// The face that draws a character in text of this weight: the bold lacks some characters of the regular.
    pub(crate) fn face_for(&self, character: char, weight: Weight) -> Weight {
        if self.face(weight).has(character) { weight } else { Weight::Regular }
    }

    /// A shaping plan, made once and then kept. A lock poisoned by a panic elsewhere still guards whole entries.
    pub(crate) fn plan(
        &self,
        key: PlanKey,
        make: impl FnOnce() -> rustybuzz::ShapePlan,
    ) -> Arc<rustybuzz::ShapePlan> {
        let kept = self.plans.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, plan)) = kept.iter().find(|(known, _)| *known == key) {
            return Arc::clone(plan);
        }
        drop(kept);
        let plan = Arc::new(make());
        let mut plans = self.plans.write().unwrap_or_else(PoisonError::into_inner);
        if plans.len() >= KEPT {
            plans.clear();
        }
        plans.push((key, Arc::clone(&plan)));
        plan
    }

    /// A font subset for exactly these glyphs, made once and then kept.
    pub(crate) fn subset<E>(
        &self,
        weight: Weight,
        glyphs: Vec<u16>,
        make: impl FnOnce(&[u16]) -> Result<Subset, E>,
    ) -> Result<Arc<Subset>, E> {
        let key = (weight, glyphs);
        if let Some(subset) = self.subsets.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(subset));
        }
        let subset = Arc::new(make(&key.1)?);
        let mut subsets = self.subsets.lock().unwrap_or_else(PoisonError::into_inner);
        if subsets.len() >= KEPT {
            subsets.clear();
        }
        subsets.insert(key, Arc::clone(&subset));
        Ok(subset)
    }

    /// The glyphs that every letter's fonts carry, so that most letters share one subset.
    pub(crate) fn common(&self) -> &Repertoire {
        self.common.get_or_init(|| Repertoire::common(self))
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

fn bundled_face(name: &str) -> Face {
    typst_assets::fonts()
        .find_map(|data| {
            let raw = ttf_parser::Face::parse(data, 0).ok()?;
            (postscript_name(&raw).as_deref() == Some(name)).then_some(data)
        })
        .and_then(|data| {
            let shaper = rustybuzz::Face::from_slice(data, 0)?;
            let scale = 1000.0 / f32::from(ttf_parser::Face::units_per_em(&shaper));
            Some(Face { data, shaper, name: name.to_owned(), scale })
        })
        .unwrap_or_else(|| panic!("{name} is built into the program"))
}

fn postscript_name(face: &ttf_parser::Face<'_>) -> Option<String> {
    face.names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
}
