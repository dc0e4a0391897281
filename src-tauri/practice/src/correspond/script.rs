//! What to say in the talk that comes before a letter.
use kindly_records::Letter;

use super::{
    basis::Basis,
    view::{Script, ScriptLine},
};
use crate::{Practice, PracticeError};

impl Practice {
    /// The call script of a letter, from the same facts: half a page.
    ///
    /// # Errors
    /// Where the client is gone.
    pub fn letter_script(&self, letter: &Letter) -> Result<Script, PracticeError> {
        let basis = Basis::of(self, letter)?;
        let script = kindly_letters::script(&basis.spec(letter));
        let lines = script.lines.into_iter().map(|line| ScriptLine { say: line.say, text: line.text });
        Ok(Script { lines: lines.collect() })
    }
}
