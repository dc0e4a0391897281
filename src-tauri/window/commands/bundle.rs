//! Moving to another computer: one encrypted file out, one in, and which of two copies goes on.
use kindly_practice::safety::{BundleView, GoesOn, SafetyProgress};
use tauri::{State, ipc::Channel};

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn bundle_write(
    shell: State<'_, Shell>,
    passphrase: String,
    progress: Channel<SafetyProgress>,
) -> Answer<Option<String>> {
    let Some(path) = shell.choose_place(&format!("Kindly {}.kindly-bundle", now().today)) else {
        return Ok(None);
    };
    let mut told = shell.told(&progress);
    shell.practice(|practice| practice.write_bundle(now(), &path, &passphrase.into(), &mut told))?;
    Ok(Some(path.display().to_string()))
}

#[tauri::command(async)]
pub(crate) fn bundle_open(
    shell: State<'_, Shell>,
    passphrase: String,
    progress: Channel<SafetyProgress>,
) -> Answer<Option<BundleView>> {
    let Some(path) = shell.choose_file() else { return Ok(None) };
    shell.open_bundle(&path, passphrase, &progress).map(Some)
}

#[tauri::command(async)]
pub(crate) fn bundle_take(
    shell: State<'_, Shell>,
    which: GoesOn,
    progress: Channel<SafetyProgress>,
) -> Answer<()> {
    shell.take_bundle(now(), which, &progress)
}

#[tauri::command(async)]
pub(crate) fn bundle_drop(shell: State<'_, Shell>) {
    shell.drop_bundle();
}
