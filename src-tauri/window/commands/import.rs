//! A file is looked at first, and written only when the user has seen what it would do.
use kindly_practice::import::ImportView;
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn import_choose(shell: State<'_, Shell>) -> Answer<Option<ImportView>> {
    let Some(file) = shell.choose_csv()? else { return Ok(None) };
    shell.practice(|practice| practice.preview_import(file.as_import())).map(Some)
}

#[tauri::command(async)]
pub(crate) fn import_confirm(shell: State<'_, Shell>) -> Answer<ImportView> {
    let file = shell.pending()?;
    let view = shell.practice(|practice| practice.import(now(), file.as_import()))?;
    shell.forget_pending();
    Ok(view)
}

#[tauri::command(async)]
pub(crate) fn import_drop(shell: State<'_, Shell>) {
    shell.forget_pending();
}
