//! The user's own facts: what a letterhead needs.
use kindly_practice::{record::Done, records::Profile};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn profile(shell: State<'_, Shell>) -> Answer<Profile> {
    shell.practice(|practice| practice.profile())
}

#[tauri::command(async)]
pub(crate) fn profile_save(shell: State<'_, Shell>, profile: Profile) -> Answer<Done> {
    shell.practice(|practice| practice.save_profile(now(), &profile))
}
