//! A file is looked at first, and written only when the user has seen what it would do.
use kindly_practice::import::{ImportChoices, ImportProgress, ImportView};
use tauri::{State, ipc::Channel};

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn import_choose(
    shell: State<'_, Shell>,
    progress: Channel<ImportProgress>,
) -> Answer<Option<ImportView>> {
    if !shell.choose_csv()? {
        return Ok(None);
    }
    preview(&shell, &progress).map(Some)
}

#[tauri::command(async)]
pub(crate) fn import_change(
    shell: State<'_, Shell>,
    choices: ImportChoices,
    progress: Channel<ImportProgress>,
) -> Answer<ImportView> {
    shell.choose_how(choices)?;
    preview(&shell, &progress)
}

#[tauri::command(async)]
pub(crate) fn import_confirm(
    shell: State<'_, Shell>,
    progress: Channel<ImportProgress>,
) -> Answer<ImportView> {
    let file = shell.pending()?;
    let mut told = |at: ImportProgress| shell.goes_on(|| progress.send(at));
    let view = shell.practice(|practice| practice.import(now(), file.as_import(), &mut told))?;
    shell.forget_pending();
    Ok(view)
}

/// Heard by the import that is running, which holds the practice until then.
#[tauri::command]
pub(crate) fn import_cancel(shell: State<'_, Shell>) {
    shell.stop();
}

#[tauri::command(async)]
pub(crate) fn import_drop(shell: State<'_, Shell>) {
    shell.forget_pending();
}

fn preview(shell: &Shell, progress: &Channel<ImportProgress>) -> Answer<ImportView> {
    let file = shell.pending()?;
    let mut told = |at: ImportProgress| shell.goes_on(|| progress.send(at));
    shell.practice(|practice| practice.preview_import(now(), file.as_import(), &mut told))
}
