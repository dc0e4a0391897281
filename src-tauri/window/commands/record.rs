//! Recording: what the dialog offers and what it keeps.
use kindly_practice::{
    record::{Choices, Done},
    records::{Kind, Record},
};
use tauri::State;
use uuid::Uuid;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn choices(shell: State<'_, Shell>) -> Answer<Choices> {
    shell.practice(|practice| practice.choices())
}

#[tauri::command(async)]
pub(crate) fn record_add(shell: State<'_, Shell>, record: Record) -> Answer<Done> {
    shell.practice(|practice| practice.add(now(), &record))
}

#[tauri::command(async)]
pub(crate) fn record_edit(shell: State<'_, Shell>, id: Uuid, record: Record) -> Answer<Done> {
    shell.practice(|practice| practice.edit(now(), id, &record))
}

#[tauri::command(async)]
pub(crate) fn record_remove(shell: State<'_, Shell>, kind: Kind, id: Uuid) -> Answer<Done> {
    shell.practice(|practice| practice.remove(now(), kind, id))
}
