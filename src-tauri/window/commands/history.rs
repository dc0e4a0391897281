//! Undo and redo.
use kindly_practice::{Message, record::Steps};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn steps(shell: State<'_, Shell>) -> Answer<Steps> {
    shell.practice(|practice| practice.steps())
}

#[tauri::command(async)]
pub(crate) fn undo(shell: State<'_, Shell>) -> Answer<Option<Message>> {
    shell.practice(|practice| practice.undo(now()))
}

#[tauri::command(async)]
pub(crate) fn redo(shell: State<'_, Shell>) -> Answer<Option<Message>> {
    shell.practice(|practice| practice.redo(now()))
}
