//! What the desktop is asked to say while Kindly is open but not looked at.
use kindly_desktop::Notification;
use kindly_practice::needs::DueCount;
use tauri::State;

use crate::{
    clock::now,
    shell::{Answer, Shell},
};

/// How many notice dates come, and how much is due today.
#[tauri::command(async)]
pub(crate) fn due_count(shell: State<'_, Shell>) -> Answer<DueCount> {
    shell.practice(|practice| practice.due_count(now()))
}

/// Has the desktop say a line. Where no desktop takes it, nobody asked for more.
#[tauri::command(async)]
pub(crate) fn tell_desktop(heading: String) {
    let notification = Notification { heading, lines: String::new(), presses: false };
    let _ = kindly_desktop::notify(&notification);
}
