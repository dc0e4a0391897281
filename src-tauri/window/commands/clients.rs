//! All clients on one screen, and the search that leads to any of their records.
use kindly_practice::{find::Found, standing::ClientsView};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn clients(shell: State<'_, Shell>) -> Answer<ClientsView> {
    shell.practice(|practice| practice.clients(now()))
}

#[tauri::command(async)]
pub(crate) fn find(shell: State<'_, Shell>, text: String) -> Answer<Vec<Found>> {
    shell.practice(|practice| practice.find(&text))
}
