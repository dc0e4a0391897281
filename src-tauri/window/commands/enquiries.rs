//! Enquiries, answered and not.
use kindly_practice::enquiries::EnquiryRow;
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn enquiries(shell: State<'_, Shell>) -> Answer<Vec<EnquiryRow>> {
    shell.practice(|practice| practice.enquiries(now()))
}
