//! The letters that are kept.
use kindly_practice::correspond::LetterRow;
use tauri::State;

use crate::shell::{Answer, Shell};

#[tauri::command(async)]
pub(crate) fn letters(shell: State<'_, Shell>) -> Answer<Vec<LetterRow>> {
    shell.practice(|practice| practice.letters())
}
