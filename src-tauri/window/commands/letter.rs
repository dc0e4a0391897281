//! One letter: facts, words, the very pages, and the PDF.
use kindly_practice::{
    ErrorCode, WireError,
    correspond::{LetterView, SavedPdf},
    records::{ClientId, Letter, LetterId, LetterKind},
};
use tauri::{AppHandle, State, ipc::Response};
use tauri_plugin_clipboard_manager::ClipboardExt as _;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn letter_start(
    shell: State<'_, Shell>,
    client: ClientId,
    kind: LetterKind,
) -> Answer<LetterView> {
    shell.practice(|practice| practice.start_letter(now(), client, kind))
}

#[tauri::command(async)]
pub(crate) fn letter_open(shell: State<'_, Shell>, id: LetterId) -> Answer<LetterView> {
    shell.practice(|practice| practice.open_letter(id))
}

#[tauri::command(async)]
pub(crate) fn letter_view(
    shell: State<'_, Shell>,
    id: Option<LetterId>,
    letter: Letter,
) -> Answer<LetterView> {
    shell.practice(|practice| practice.view_letter(id, &letter))
}

#[tauri::command(async)]
pub(crate) fn letter_keep(shell: State<'_, Shell>, id: Option<LetterId>, letter: Letter) -> Answer<LetterId> {
    shell.practice(|practice| practice.keep_letter(now(), id, &letter))
}

#[tauri::command(async)]
pub(crate) fn letter_page(
    shell: State<'_, Shell>,
    letter: Letter,
    page: usize,
    width: u32,
) -> Answer<Response> {
    let picture = shell.practice(|practice| practice.letter_page(&letter, page, width))?;
    Ok(pixels(picture.width, picture.height, &picture.rgba))
}

/// Width and height, each four bytes with the lowest first, then four bytes a pixel: packing a page as PNG takes
/// longer than drawing it.
fn pixels(width: u32, height: u32, rgba: &[u8]) -> Response {
    Response::new([&width.to_le_bytes(), &height.to_le_bytes(), rgba].concat())
}

#[tauri::command(async)]
pub(crate) fn letter_save(
    shell: State<'_, Shell>,
    id: Option<LetterId>,
    letter: Letter,
) -> Answer<Option<SavedPdf>> {
    let name = shell.practice(|practice| practice.letter_file_name(&letter))?;
    let Some(path) = shell.choose_pdf(&name) else { return Ok(None) };
    shell.practice(|practice| practice.save_letter(now(), id, &letter, &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn copy(app: AppHandle, text: String) -> Answer<()> {
    to_clipboard(&app, &text)
}

pub(super) fn to_clipboard(app: &AppHandle, text: &str) -> Answer<()> {
    app.clipboard().write_text(text).map_err(|error| WireError {
        code: ErrorCode::File,
        message: format!("the clipboard did not take the text: {error}"),
        hint: String::new(),
        step: None,
    })
}
