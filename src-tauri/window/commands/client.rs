//! One client.
use kindly_practice::{records::ClientId, standing::ClientView};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn client(shell: State<'_, Shell>, id: ClientId) -> Answer<ClientView> {
    shell.practice(|practice| practice.client(now(), id))
}
