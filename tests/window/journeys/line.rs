//! One line records: what was understood stands there while it is typed, and what is ambiguous is asked.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const WORDS: &str = "not what the board had hoped";

#[tokio::test]
async fn one_line_records_a_check_in_and_ctrl_z_takes_it_back() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    let before = window.next_undo().await;

    window.begin_line().await;
    window.picture("20 line, empty").await;
    window.type_text(&format!("halden csat 2 \"{WORDS}\" yesterday")).await;
    for understood in [NEVER_HAPPY, "Check-in", "2", WORDS, "yesterday"] {
        window.see_words("[data-testid='line-tokens']", understood).await;
    }
    window.see("option-record").await;
    window.picture("21 line, understood").await;
    window.press(&[], Key::Enter).await;

    window.palette_closed().await;
    window.read("toast", NEVER_HAPPY).await;
    window.see_words("main li", WORDS).await;
    window.picture("22 line, recorded").await;

    window.press(&[Key::Control], "z").await;
    window.read("toast", "Taken back").await;
    window.words_gone("main", WORDS).await;
    window.until_undo_is(&before).await;
    window.close(&machine).await;
}

#[tokio::test]
async fn an_ambiguous_line_asks_and_a_choice_answers_it() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.record_client("Halden Print").await;
    window.see_words("main", "Halden Print").await;

    window.begin_line().await;
    window.type_text("halden csat 4").await;
    window.see_words("[data-testid='line-ask']", "Which “halden”?").await;
    window.see_words("[data-testid='option-choice']", "Halden Print").await;
    window.picture("23 line, asks").await;
    assert_eq!(
        window.count("[data-testid='option-record']").await,
        0,
        "what is ambiguous cannot be recorded by a slip of the finger"
    );

    window.click_selector("[data-testid='option-choice']:nth-child(2)").await;
    window.see("option-record").await;
    window.press(&[], Key::Enter).await;
    window.palette_closed().await;
    window.read("toast", "Halden").await;
    window.close(&machine).await;
}
