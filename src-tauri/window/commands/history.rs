//! Undo and redo, and what was done.
use kindly_practice::{
    Message,
    history::{HistoryOf, HistoryView},
    record::{Done, Steps},
    records::Kind,
};
use tauri::State;
use uuid::Uuid;

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

#[tauri::command(async)]
pub(crate) fn history(shell: State<'_, Shell>, of: HistoryOf, before: Option<i64>) -> Answer<HistoryView> {
    shell.practice(|practice| practice.history(of, before))
}

#[tauri::command(async)]
pub(crate) fn history_take_back(shell: State<'_, Shell>, seq: i64) -> Answer<Done> {
    shell.practice(|practice| practice.take_back(now(), seq))
}

#[tauri::command(async)]
pub(crate) fn history_restore(shell: State<'_, Shell>, seq: i64, kind: Kind, id: Uuid) -> Answer<Done> {
    shell.practice(|practice| practice.restore_record(now(), seq, kind, id))
}
