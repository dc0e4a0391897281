//! The portfolio review of a quarter.
use kindly_practice::{
    Practice,
    correspond::SavedPdf,
    review::{Quarter, ReviewQuarter},
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn review_quarters(shell: State<'_, Shell>) -> Answer<Vec<ReviewQuarter>> {
    shell.practice(|practice| practice.review_quarters(now()))
}

/// Saves the review of a quarter where the user wants it.
#[tauri::command(async)]
pub(crate) fn review_save(shell: State<'_, Shell>, quarter: String) -> Answer<Option<SavedPdf>> {
    // A quarter that cannot be told is refused before anybody is asked for a place.
    let quarter: Quarter = shell.practice(|practice| {
        let quarter = quarter.parse()?;
        practice.review(now(), quarter).map(|_| quarter)
    })?;
    let Some(path) = shell.choose_pdf(&Practice::review_file_name(quarter)) else { return Ok(None) };
    shell.practice(|practice| practice.save_review(now(), quarter, &path)).map(Some)
}
