//! The door before the records: open, locked, damaged, or another copy.
use kindly_practice::safety::DoorView;
use tauri::{AppHandle, State};

use crate::{
    clock::now,
    lock,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn door(shell: State<'_, Shell>) -> Answer<DoorView> {
    shell.door(now())
}

#[tauri::command(async)]
pub(crate) fn door_accept(shell: State<'_, Shell>) -> Answer<DoorView> {
    shell.go_on(now())
}

#[tauri::command(async)]
pub(crate) fn unlock(shell: State<'_, Shell>, passphrase: String) -> Answer<DoorView> {
    shell.unlock(now(), passphrase)
}

#[tauri::command(async)]
pub(crate) fn unlock_by_code(shell: State<'_, Shell>, code: String) -> Answer<DoorView> {
    shell.unlock_by_code(now(), code)
}

#[tauri::command(async)]
pub(crate) fn lock(app: AppHandle) -> Answer<()> {
    lock::lock(&app)
}

#[tauri::command(async)]
pub(crate) fn awake(shell: State<'_, Shell>) {
    shell.somebody_is_there();
}
