//! The criteria that guard the door.
use kindly_practice::fit::FitCriteriaView;
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn fit_criteria(shell: State<'_, Shell>) -> Answer<FitCriteriaView> {
    shell.practice(|practice| practice.fit_criteria(now()))
}
