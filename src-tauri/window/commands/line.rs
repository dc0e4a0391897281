//! One line that records something.
use kindly_practice::{line::Understood, record::Done};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn line_understand(shell: State<'_, Shell>, text: String, caret: usize) -> Answer<Understood> {
    shell.practice(|practice| practice.understand(now(), &text, caret))
}

#[tauri::command(async)]
pub(crate) fn line_record(shell: State<'_, Shell>, text: String) -> Answer<Done> {
    shell.practice(|practice| practice.record_line(now(), &text))
}
