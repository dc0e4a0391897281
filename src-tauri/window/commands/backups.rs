//! Backups: made, looked at, restored, and where else they go.
use kindly_practice::{
    Practice,
    safety::{
        BackupCause, BackupDone, BackupFolder, BackupPreview, SafetyProgress, SafetyView, UnprotectedBackups,
    },
};
use tauri::{State, ipc::Channel};

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn backup_now(shell: State<'_, Shell>, progress: Channel<SafetyProgress>) -> Answer<BackupDone> {
    shell.back_up(now(), BackupCause::ByHand, &progress)
}

#[tauri::command(async)]
pub(crate) fn backup_preview(shell: State<'_, Shell>, name: String) -> Answer<BackupPreview> {
    shell.practice(|practice| practice.preview_backup(&name))
}

#[tauri::command(async)]
pub(crate) fn backup_restore(
    shell: State<'_, Shell>,
    name: String,
    progress: Channel<SafetyProgress>,
) -> Answer<()> {
    shell.restore(now(), &name, &progress)
}

#[tauri::command(async)]
pub(crate) fn backups_unprotected(
    shell: State<'_, Shell>,
    what: UnprotectedBackups,
    progress: Channel<SafetyProgress>,
) -> Answer<SafetyView> {
    let mut told = shell.told(&progress);
    shell.practice(|practice| practice.settle_unprotected_backups(what, &mut told))
}

#[tauri::command(async)]
pub(crate) fn backup_folder(shell: State<'_, Shell>) -> Answer<Option<BackupFolder>> {
    shell.choose_backup_folder()
}

#[tauri::command(async)]
pub(crate) fn backup_folder_restore(
    shell: State<'_, Shell>,
    name: String,
    secret: Option<String>,
    progress: Channel<SafetyProgress>,
) -> Answer<()> {
    shell.restore_from_folder(now(), &name, secret, &progress)
}

#[tauri::command(async)]
pub(crate) fn second_place_choose(shell: State<'_, Shell>) -> Answer<Option<SafetyView>> {
    let Some(folder) = shell.choose_folder() else { return Ok(None) };
    shell.practice(|practice| practice.choose_second_place(now(), &folder)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn second_place_forget(shell: State<'_, Shell>) -> Answer<SafetyView> {
    shell.practice(Practice::forget_second_place)
}
