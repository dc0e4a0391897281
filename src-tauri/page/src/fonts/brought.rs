//! Fonts from a source, opened once and kept.
use super::face::{Face, FaceId};
use super::source::{self, FontSource, Wanted};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};
use unicode_script::{Script, UnicodeScript};

/// Faces kept at most: a letter with more scripts than this is no letter.
const MOST_FACES: usize = 48;
/// Fonts asked for at most, for a script in a language.
const MOST_RANKS: usize = 6;

pub(super) struct Brought {
    source: Box<dyn FontSource + Send + Sync>,
    /// Filled from the front and never emptied, so that a face can be lent without a lock.
    faces: Box<[OnceLock<(FaceId, Face)>]>,
    answers: Mutex<HashMap<Question, Answers>>,
}

#[derive(PartialEq, Eq, Hash)]
struct Question {
    script: &'static str,
    language: String,
    bold: bool,
}

#[derive(Default)]
struct Answers {
    /// Best first.
    faces: Vec<FaceId>,
    asked: usize,
    all: bool,
}

impl Brought {
    pub(super) fn new(source: Box<dyn FontSource + Send + Sync>) -> Self {
        Self { source, faces: (0..MOST_FACES).map(|_| OnceLock::new()).collect(), answers: Mutex::default() }
    }

    pub(super) fn face(&self, id: FaceId) -> Option<&Face> {
        let kept = self.faces.iter().map_while(OnceLock::get);
        kept.into_iter().find(|(known, _)| *known == id).map(|(_, face)| face)
    }

    /// The first face in the source's order that draws the character. Whatever was asked before has no say in it.
    pub(super) fn face_for(&self, character: char, bold: bool, language: &str) -> Option<FaceId> {
        let script = script_of(character);
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let weights: &[bool] = if bold { &[true, false] } else { &[false] };
        weights.iter().find_map(|&bold| {
            let question = Question { script, language: language.to_owned(), bold };
            let known = answers.entry(question).or_default();
            self.first_that_draws(character, known, &Wanted { script, language, bold, rank: 0 })
        })
    }

    fn first_that_draws(&self, character: char, known: &mut Answers, wanted: &Wanted<'_>) -> Option<FaceId> {
        let draws = |id: &FaceId| self.face(*id).is_some_and(|face| face.draws(character));
        if let Some(found) = known.faces.iter().copied().find(|id| draws(id)) {
            return Some(found);
        }
        while !known.all {
            let file = self.source.find(&Wanted { rank: known.asked, ..*wanted });
            known.asked += 1;
            known.all = file.is_none() || known.asked == MOST_RANKS;
            let Some(id) = file.and_then(|file| self.keep(file)) else { continue };
            if !known.faces.contains(&id) {
                known.faces.push(id);
                if draws(&id) {
                    return Some(id);
                }
            }
        }
        None
    }

    /// Opens a file unless it is known. Its name is what it holds, so that it is the same in every run.
    fn keep(&self, file: source::FontFile) -> Option<FaceId> {
        if file.data.len() > source::MOST_FONT_BYTES {
            return None;
        }
        let digest = Sha256::new().chain_update(&file.data).chain_update(file.index.to_be_bytes()).finalize();
        let id = FaceId::Brought(u64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes")));
        if self.face(id).is_some() {
            return Some(id);
        }
        let face = source::open(file)?;
        // Only who holds the answers comes here, so the first empty place stays empty until it is filled.
        let place = self.faces.iter().find(|place| place.get().is_none())?;
        place.set((id, face)).ok().map(|()| id)
    }
}

/// The script whose fonts have the character: that of the letters it stands with, for a sign used with few.
fn script_of(character: char) -> &'static str {
    let script = character.script();
    if !matches!(script, Script::Common | Script::Inherited) {
        return script.short_name();
    }
    let with = character.script_extension();
    let known = [Script::Arabic, Script::Hebrew, Script::Han, Script::Devanagari, Script::Thai];
    if with.is_common() || with.is_inherited() {
        // Full-width forms and the stops of Chinese and Japanese.
        return if matches!(character, '\u{3000}'..='\u{303F}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}')
        {
            Script::Han.short_name()
        } else {
            Script::Common.short_name()
        };
    }
    let first = known.into_iter().find(|&script| with.contains_script(script));
    first.or_else(|| with.iter().next()).unwrap_or(Script::Common).short_name()
}
