//! Records out, an archive in, and erasing.
use kindly_practice::{
    correspond::write_whole,
    erase::{ErasePlan, EraseWhom, ErasureReceipt},
    export::{ExportDone, ExportWhat, write_files},
    record::Done,
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn export_to(shell: State<'_, Shell>, what: ExportWhat) -> Answer<Option<ExportDone>> {
    let Some(folder) = shell.choose_folder() else { return Ok(None) };
    let today = now().today;
    let files = shell.practice(|practice| practice.export(now(), what))?;
    Ok(Some(write_files(&folder.join(format!("Kindly {today}")), &files)?))
}

#[tauri::command(async)]
pub(crate) fn archive_import(shell: State<'_, Shell>) -> Answer<Option<Done>> {
    let Some((name, bytes)) = shell.choose_archive()? else { return Ok(None) };
    let done = shell.practice(|practice| practice.import_archive(now(), &bytes));
    done.map(Some).map_err(|error| kindly_practice::WireError {
        message: format!("{name}: {}", error.message),
        ..error
    })
}

#[tauri::command(async)]
pub(crate) fn erase_plan(shell: State<'_, Shell>, whom: EraseWhom) -> Answer<ErasePlan> {
    shell.practice(|practice| practice.erase_plan(&whom))
}

#[tauri::command(async)]
pub(crate) fn erase(
    shell: State<'_, Shell>,
    whom: EraseWhom,
    name: String,
    copies: bool,
) -> Answer<ErasureReceipt> {
    shell.practice(|practice| practice.erase(now(), &whom, &name, copies))
}

#[tauri::command(async)]
pub(crate) fn receipt_save(shell: State<'_, Shell>, text: String) -> Answer<Option<String>> {
    let Some(path) = shell.choose_place("Erasure receipt.txt") else { return Ok(None) };
    write_whole(&path, text.as_bytes())?;
    Ok(Some(path.display().to_string()))
}
