//! Recording by keyboard alone, and taking it back.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const WORDS: &str = "Calmer than last time";

#[tokio::test]
async fn a_check_in_is_recorded_taken_back_and_done_again_by_keyboard_alone() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;

    // Ctrl K finds the client, R begins a record, C makes it a check-in, 4 rates it.
    window.press(&[Key::Control], "k").await;
    window.see("find-dialog").await;
    window.type_text("halden").await;
    window.see_words("[data-testid='find-dialog'] [role=option]", NEVER_HAPPY).await;
    window.press(&[], Key::Enter).await;
    window.see("verdict-sentence").await;

    window.type_text("r").await;
    window.see("record-dialog").await;
    window.see("record-kind-check_in").await;
    window.picture("5 record, kinds").await;
    window.type_text("c").await;
    window.see_focused("[data-field=value]").await;
    window.type_text("4").await;
    window.tab_to("textarea").await;
    window.type_text(WORDS).await;
    window.picture("6 record, check-in").await;
    window.press(&[], Key::Enter).await;

    window.gone("record-dialog").await;
    window.read("toast", NEVER_HAPPY).await;
    window.see_words("main", WORDS).await;
    window.picture("7 client with the new check-in").await;

    window.press(&[Key::Control], "z").await;
    window.read("toast", "Taken back").await;
    window.words_gone("main", WORDS).await;
    window.picture("8 taken back").await;

    window.press(&[Key::Shift, Key::Control], "z").await;
    window.read("toast", "Done again").await;
    window.see_words("main", WORDS).await;
    window.close(&machine).await;
}
