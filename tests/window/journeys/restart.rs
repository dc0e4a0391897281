//! What was recorded is there tomorrow.
use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, machine::Machine, window::Window};

#[tokio::test]
async fn what_was_recorded_is_there_after_a_restart_and_can_still_be_taken_back() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.record_check_in("2", "Written before the restart").await;
    window.see_words("main", "Written before the restart").await;
    window.close(&machine).await;
    drop(machine);

    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.see_words("main", "Written before the restart").await;
    window.click("undo-button").await;
    window.read("toast", "Taken back").await;
    window.words_gone("main", "Written before the restart").await;
    window.close(&machine).await;
}
