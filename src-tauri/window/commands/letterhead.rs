//! The letterhead: its pictures, and a page that shows it.
use kindly_practice::{
    letterhead::{Pictures, Which},
    record::Done,
    records::{Language, Profile},
};
use tauri::{State, ipc::Response};

use super::letter::pixels;
use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn letterhead_pictures(shell: State<'_, Shell>) -> Answer<Pictures> {
    shell.practice(|practice| practice.letterhead_pictures())
}

#[tauri::command(async)]
pub(crate) fn letterhead_picture(shell: State<'_, Shell>, which: Which) -> Answer<Option<Done>> {
    let Some(path) = shell.choose_file() else { return Ok(None) };
    shell.practice(|practice| practice.take_picture(now(), which, &path)).map(Some)
}

#[tauri::command(async)]
pub(crate) fn letterhead_without(shell: State<'_, Shell>, which: Which) -> Answer<Done> {
    shell.practice(|practice| practice.drop_picture(now(), which))
}

#[tauri::command(async)]
pub(crate) fn letterhead_shown(
    shell: State<'_, Shell>,
    profile: Profile,
    language: Language,
    width: u32,
) -> Answer<Response> {
    let shown = shell.practice(|practice| practice.letterhead_shown(now(), &profile, language, width))?;
    Ok(pixels(shown.width, shown.height, &shown.rgba))
}
