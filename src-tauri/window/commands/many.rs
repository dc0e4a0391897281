//! Many records at once, and records of no client.
use kindly_practice::{
    many::FieldText,
    record::Done,
    records::{DeliverableId, Kind, ObligationId, Record},
    standing::LedgerLine,
};
use tauri::State;
use uuid::Uuid;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn record_duplicate(shell: State<'_, Shell>, kind: Kind, id: Uuid) -> Answer<Record> {
    shell.practice(|practice| practice.duplicate(now(), kind, id))
}

#[tauri::command(async)]
pub(crate) fn records_edit(
    shell: State<'_, Shell>,
    kind: Kind,
    ids: Vec<Uuid>,
    changes: Vec<FieldText>,
) -> Answer<Done> {
    shell.practice(|practice| practice.edit_many(now(), kind, &ids, &changes))
}

#[tauri::command(async)]
pub(crate) fn records_remove(shell: State<'_, Shell>, kind: Kind, ids: Vec<Uuid>) -> Answer<Done> {
    shell.practice(|practice| practice.remove_many(now(), kind, &ids))
}

#[tauri::command(async)]
pub(crate) fn record_lines(shell: State<'_, Shell>, kind: Kind) -> Answer<Vec<LedgerLine>> {
    shell.practice(|practice| practice.record_lines(now(), kind))
}

#[tauri::command(async)]
pub(crate) fn excuse(
    shell: State<'_, Shell>,
    deliverable: DeliverableId,
    obligation: ObligationId,
) -> Answer<Done> {
    shell.practice(|practice| practice.excuse(now(), deliverable, obligation))
}
