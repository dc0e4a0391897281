//! What Settings does for the ledger's safety.
use kindly_practice::{
    CheckReport,
    safety::{SafetyProgress, SafetyView, Salvaged, Strength},
};
use tauri::{AppHandle, State, ipc::Channel};

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn safety(shell: State<'_, Shell>) -> Answer<SafetyView> {
    shell.practice(|practice| practice.safety())
}

#[tauri::command(async)]
pub(crate) fn strength(passphrase: String) -> Strength {
    kindly_practice::safety::strength(&passphrase.into())
}

#[tauri::command(async)]
pub(crate) fn passphrase_offer() -> Answer<String> {
    Ok(kindly_practice::safety::six_words()?.to_string())
}

#[tauri::command(async)]
pub(crate) fn recovery_code(shell: State<'_, Shell>) -> Answer<String> {
    shell.new_recovery_code()
}

#[tauri::command(async)]
pub(crate) fn recovery_save(shell: State<'_, Shell>) -> Answer<Option<String>> {
    shell.save_recovery_sheet(now())
}

#[tauri::command(async)]
pub(crate) fn protect(
    shell: State<'_, Shell>,
    passphrase: String,
    retyped: String,
    progress: Channel<SafetyProgress>,
) -> Answer<SafetyView> {
    shell.protect(now(), passphrase, &retyped, &progress)
}

#[tauri::command(async)]
pub(crate) fn new_key(
    shell: State<'_, Shell>,
    passphrase: String,
    retyped: String,
    progress: Channel<SafetyProgress>,
) -> Answer<SafetyView> {
    shell.new_key(now(), passphrase, &retyped, &progress)
}

#[tauri::command(async)]
pub(crate) fn passphrase_change(
    shell: State<'_, Shell>,
    old: Option<String>,
    passphrase: String,
) -> Answer<()> {
    shell.practice(|practice| practice.change_passphrase(old.map(Into::into).as_ref(), &passphrase.into()))
}

#[tauri::command(async)]
pub(crate) fn idle_set(shell: State<'_, Shell>, minutes: u32) -> Answer<SafetyView> {
    shell.practice(|practice| practice.set_idle_minutes(minutes))
}

#[tauri::command(async)]
pub(crate) fn check_now(shell: State<'_, Shell>) -> Answer<CheckReport> {
    shell.practice(|practice| practice.check_now(now()))
}

#[tauri::command(async)]
pub(crate) fn salvage(shell: State<'_, Shell>) -> Answer<Option<Salvaged>> {
    let name = format!("Kindly, what could be saved, {}.json", now().today);
    let Some(path) = shell.choose_place(&name) else { return Ok(None) };
    shell.practice(|practice| practice.salvage_to(now(), &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn safety_stop(shell: State<'_, Shell>) {
    shell.stop();
}

#[tauri::command(async)]
pub(crate) fn copy_secret(app: AppHandle, shell: State<'_, Shell>, text: String) -> Answer<()> {
    super::letter::to_clipboard(&app, &text)?;
    shell.copied_secret(&text);
    Ok(())
}
