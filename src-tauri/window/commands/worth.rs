//! What clients are worth, and when agreements renew.
use kindly_practice::{
    records::ClientId,
    renewals::RenewalsView,
    worth::{PriceCutView, WorthView},
};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn worth(shell: State<'_, Shell>) -> Answer<WorthView> {
    shell.practice(|practice| practice.worth(now()))
}

#[tauri::command(async)]
pub(crate) fn price_cut(
    shell: State<'_, Shell>,
    client: ClientId,
    cut: f64,
    filled: f64,
) -> Answer<PriceCutView> {
    shell.practice(|practice| practice.price_cut(now(), client, cut, filled))
}

#[tauri::command(async)]
pub(crate) fn renewals(shell: State<'_, Shell>) -> Answer<RenewalsView> {
    shell.practice(|practice| practice.renewals(now()))
}
