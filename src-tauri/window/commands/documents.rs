//! Documents: where they lie, or small ones inside.
use std::{io, path::PathBuf};

use kindly_practice::{
    PracticeError,
    correspond::write_whole,
    documents::{DocumentChoice, OpenDocument},
    record::Done,
    records::DocumentId,
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn document_add(shell: State<'_, Shell>, choice: DocumentChoice) -> Answer<Option<Done>> {
    let Some(path) = shell.choose_file() else { return Ok(None) };
    shell.practice(|practice| practice.add_document(now(), &choice, &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn document_open(shell: State<'_, Shell>, id: DocumentId) -> Answer<()> {
    let path = match shell.practice(|practice| practice.open_document(id))? {
        OpenDocument::At(path) => PathBuf::from(path),
        OpenDocument::Inside(name, bytes) => {
            // What lies inside is encrypted; another program needs a copy, and that goes where the user wants it.
            let Some(path) = shell.choose_place(&name) else { return Ok(()) };
            write_whole(&path, &bytes)?;
            path
        }
    };
    if !path.exists() {
        let source = io::Error::from(io::ErrorKind::NotFound);
        return Err(PracticeError::Read { file: path.display().to_string(), source }.into());
    }
    open::that_detached(&path)
        .map_err(|source| PracticeError::Read { file: path.display().to_string(), source }.into())
}
