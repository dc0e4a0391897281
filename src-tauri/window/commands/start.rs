//! The first thing a window asks, and the sample practice.
use kindly_practice::{StartView, record::Done};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn start(shell: State<'_, Shell>) -> Answer<StartView> {
    shell.practice(|practice| practice.start(now()))
}

#[tauri::command(async)]
pub(crate) fn sample_load(shell: State<'_, Shell>) -> Answer<Done> {
    shell.practice(|practice| practice.load_sample(now()))
}

#[tauri::command(async)]
pub(crate) fn sample_remove(shell: State<'_, Shell>) -> Answer<Done> {
    shell.practice(|practice| practice.remove_sample(now()))
}
