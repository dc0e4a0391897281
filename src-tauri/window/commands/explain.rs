//! A verdict explained, the decision that may follow, and the file of evidence.
use kindly_practice::{
    correspond::SavedPdf,
    decide::DecideView,
    explain::{VerdictHistory, WhatIf, WhatIfSteps},
    records::{ClientId, Language},
};
use tauri::{State, ipc::Response};

use super::letter::{open_saved, pixels};
use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn verdict_history(shell: State<'_, Shell>, client: ClientId) -> Answer<VerdictHistory> {
    shell.practice(|practice| practice.verdict_history(now(), client))
}

#[tauri::command(async)]
pub(crate) fn what_if(shell: State<'_, Shell>, client: ClientId, steps: WhatIfSteps) -> Answer<WhatIf> {
    shell.practice(|practice| practice.what_if(now(), client, &steps))
}

#[tauri::command(async)]
pub(crate) fn decide(shell: State<'_, Shell>, client: ClientId) -> Answer<DecideView> {
    shell.practice(|practice| practice.decide(now(), client))
}

#[tauri::command(async)]
pub(crate) fn evidence_pages(
    shell: State<'_, Shell>,
    client: ClientId,
    language: Option<Language>,
) -> Answer<usize> {
    shell.practice(|practice| practice.evidence_pages(now(), client, language))
}

#[tauri::command(async)]
pub(crate) fn evidence_page(
    shell: State<'_, Shell>,
    client: ClientId,
    language: Option<Language>,
    page: usize,
    width: u32,
) -> Answer<Response> {
    let shown = shell.practice(|practice| practice.evidence_page(now(), client, language, page, width))?;
    Ok(pixels(shown.width, shown.height, &shown.rgba))
}

/// Saves the file of evidence where the user wants it, and opens it there where that was asked for: the way to print it.
#[tauri::command(async)]
pub(crate) fn evidence_save(
    shell: State<'_, Shell>,
    client: ClientId,
    language: Option<Language>,
    open: bool,
) -> Answer<Option<SavedPdf>> {
    let name = shell.practice(|practice| practice.evidence_file_name(now(), client))?;
    let Some(path) = shell.choose_pdf(&name) else { return Ok(None) };
    let saved = shell.practice(|practice| practice.save_evidence(now(), client, language, &path))?;
    if open {
        open_saved(&path)?;
    }
    Ok(Some(saved))
}
