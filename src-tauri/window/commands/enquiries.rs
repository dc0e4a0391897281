//! Enquiries, answered and not.
use kindly_practice::{enquiries::EnquiryRow, record::Done, records::EnquiryId};
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

#[tauri::command(async)]
pub(crate) fn enquiries(shell: State<'_, Shell>) -> Answer<Vec<EnquiryRow>> {
    shell.practice(|practice| practice.enquiries(now()))
}

#[tauri::command(async)]
pub(crate) fn enquiry_take_on(shell: State<'_, Shell>, enquiry: EnquiryId) -> Answer<Done> {
    shell.practice(|practice| practice.take_on(now(), enquiry))
}
