//! Offering or fit, our own trust, and the bars of the method.
use kindly_practice::{method::MethodEffect, offering::OfferingView, trust::TrustView};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn offering(shell: State<'_, Shell>) -> Answer<OfferingView> {
    shell.practice(|practice| practice.offering(now()))
}

#[tauri::command(async)]
pub(crate) fn trust(shell: State<'_, Shell>) -> Answer<TrustView> {
    shell.practice(|practice| practice.trust(now()))
}

#[tauri::command(async)]
pub(crate) fn method_effect(
    shell: State<'_, Shell>,
    half_life_days: u32,
    delivery_bar_percent: u32,
) -> Answer<MethodEffect> {
    shell.practice(|practice| practice.method_effect(now(), half_life_days, delivery_bar_percent))
}
