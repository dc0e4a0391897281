//! The letters that are kept, the user's own templates, and what is left to do after one.
use kindly_practice::{
    correspond::{LetterRow, LetterTemplateRow, SavedPdf, Templated},
    parting::PartingView,
    record::Done,
    records::{ClientId, Letter, LetterId, LetterTemplateId},
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn letters(shell: State<'_, Shell>) -> Answer<Vec<LetterRow>> {
    shell.practice(|practice| practice.letters(now()))
}

#[tauri::command(async)]
pub(crate) fn letter_templates(shell: State<'_, Shell>) -> Answer<Vec<LetterTemplateRow>> {
    shell.practice(|practice| practice.letter_templates())
}

#[tauri::command(async)]
pub(crate) fn template_from_letter(shell: State<'_, Shell>, letter: Letter, name: String) -> Answer<Done> {
    shell.practice(|practice| practice.template_from_letter(now(), &letter, &name))
}

#[tauri::command(async)]
pub(crate) fn letter_with_template(
    shell: State<'_, Shell>,
    letter: Letter,
    template: LetterTemplateId,
) -> Answer<Templated> {
    shell.practice(|practice| practice.letter_with_template(&letter, template))
}

#[tauri::command(async)]
pub(crate) fn template_write(
    shell: State<'_, Shell>,
    template: LetterTemplateId,
) -> Answer<Option<SavedPdf>> {
    let name = shell.practice(|practice| practice.template_file_name(template))?;
    let Some(path) = shell.choose_place(&name) else { return Ok(None) };
    shell.practice(|practice| practice.write_template(template, &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn template_read(shell: State<'_, Shell>) -> Answer<Option<Done>> {
    let Some(path) = shell.choose_file() else { return Ok(None) };
    shell.practice(|practice| practice.read_template(now(), &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn parting(
    shell: State<'_, Shell>,
    client: ClientId,
    letter: Option<LetterId>,
) -> Answer<PartingView> {
    shell.practice(|practice| practice.parting(now(), client, letter))
}

#[tauri::command(async)]
pub(crate) fn hand_back(shell: State<'_, Shell>, client: ClientId, what: String) -> Answer<Done> {
    shell.practice(|practice| practice.hand_back(now(), client, &what))
}
