//! One letter: facts, words, the very pages, and how it leaves.
use std::path::Path;

use kindly_practice::{
    ErrorCode, PracticeError, WireError,
    correspond::{KindChoice, LetterFile, LetterView, SavedPdf, Script},
    records::{ClientId, Letter, LetterBasis, LetterId, LetterKind, LetterReply, SentLetter},
};
use tauri::{AppHandle, State, ipc::Response};
use tauri_plugin_clipboard_manager::ClipboardExt as _;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn letter_kinds(shell: State<'_, Shell>, client: ClientId) -> Answer<Vec<KindChoice>> {
    shell.practice(|practice| practice.letter_kinds(now(), client))
}

#[tauri::command(async)]
pub(crate) fn letter_start(
    shell: State<'_, Shell>,
    client: ClientId,
    kind: LetterKind,
    about: Option<LetterBasis>,
) -> Answer<LetterView> {
    shell.practice(|practice| practice.start_letter(now(), client, kind, about))
}

#[tauri::command(async)]
pub(crate) fn letter_open(shell: State<'_, Shell>, id: LetterId) -> Answer<LetterView> {
    shell.practice(|practice| practice.open_letter(now(), id))
}

#[tauri::command(async)]
pub(crate) fn letter_view(
    shell: State<'_, Shell>,
    id: Option<LetterId>,
    letter: Letter,
) -> Answer<LetterView> {
    shell.practice(|practice| practice.view_letter(now(), id, &letter))
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
pub(super) fn pixels(width: u32, height: u32, rgba: &[u8]) -> Response {
    Response::new([&width.to_le_bytes(), &height.to_le_bytes(), rgba].concat())
}

#[tauri::command(async)]
pub(crate) fn letter_finish(
    shell: State<'_, Shell>,
    id: Option<LetterId>,
    letter: Letter,
) -> Answer<LetterView> {
    shell.practice(|practice| practice.finish_letter(now(), id, &letter))
}

#[tauri::command(async)]
pub(crate) fn letter_sent(shell: State<'_, Shell>, id: LetterId, sent: SentLetter) -> Answer<LetterView> {
    shell.practice(|practice| practice.letter_sent(now(), id, &sent))
}

#[tauri::command(async)]
pub(crate) fn letter_proof(shell: State<'_, Shell>, id: LetterId) -> Answer<Option<LetterView>> {
    let Some(path) = shell.choose_file() else { return Ok(None) };
    shell.practice(|practice| practice.letter_proof(now(), id, &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn letter_reply(shell: State<'_, Shell>, id: LetterId, reply: LetterReply) -> Answer<LetterView> {
    shell.practice(|practice| practice.letter_reply(now(), id, &reply))
}

#[tauri::command(async)]
pub(crate) fn letter_supersede(shell: State<'_, Shell>, id: LetterId) -> Answer<LetterView> {
    shell.practice(|practice| practice.supersede_letter(now(), id))
}

/// Saves one of a letter's files where the user wants it, and opens it there with the system's own program where that
/// was asked for: the way to print it.
#[tauri::command(async)]
pub(crate) fn letter_save(
    shell: State<'_, Shell>,
    id: Option<LetterId>,
    letter: Letter,
    what: LetterFile,
    open: bool,
) -> Answer<Option<SavedPdf>> {
    let name = shell.practice(|practice| practice.letter_file_name(&letter, what))?;
    let chosen = match what {
        LetterFile::Pdf | LetterFile::Envelope | LetterFile::Label => shell.choose_pdf(&name),
        LetterFile::Docx | LetterFile::Text | LetterFile::Email => shell.choose_place(&name),
    };
    let Some(path) = chosen else { return Ok(None) };
    let saved = shell.practice(|practice| practice.save_letter_file(now(), id, &letter, what, &path))?;
    if open {
        open_saved(&path)?;
    }
    Ok(Some(saved))
}

/// Opens a file that was saved with the system's own program: the way to print it.
pub(super) fn open_saved(path: &Path) -> Answer<()> {
    let failed = |source| PracticeError::Read { file: path.display().to_string(), source };
    Ok(open::that_detached(path).map_err(failed)?)
}

#[tauri::command(async)]
pub(crate) fn letter_script(shell: State<'_, Shell>, letter: Letter) -> Answer<Script> {
    shell.practice(|practice| practice.letter_script(&letter))
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
