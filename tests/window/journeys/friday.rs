//! The Friday list, by keyboard alone.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const OWES_SOMETHING: &str = "[data-testid='friday-delivered'][aria-disabled='false']";

#[tokio::test]
async fn a_week_is_recorded_by_keyboard_alone_and_taken_back() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.begin_record("d").await;
    window.put("title", "Winter campaign").await;
    window.put("dueOn", "+2").await;
    window.save_record().await;
    window.see_words("main li", "Winter campaign").await;
    let before = window.next_undo().await;
    window.press(&[], "f").await;
    window.see("friday-save").await;
    let rows = window.count("main li[data-client]").await;
    assert!(rows >= 10, "the sample's active clients all have a row, there are {rows}");
    window.picture("30 friday").await;

    let (mut delivered, mut heard) = (false, false);
    for row in 1..=rows {
        window.see_focused("li[aria-current='true']").await;
        if !delivered && window.count(OWES_SOMETHING).await == 1 {
            window.press(&[], "d").await;
            window.see_words("[aria-current] [role=group]", "What was delivered?").await;
            if window.count("[aria-current] [role=group] [aria-pressed='true']").await == 0 {
                window.press(&[], "1").await;
            }
            window.see_selector("[aria-current] [role=group] [aria-pressed='true']").await;
            window.picture("31 friday, delivered").await;
            delivered = true;
        } else if !heard {
            window.press(&[], "h").await;
            window.see_words("[aria-current] [role=group]", "What did they say?").await;
            window.press(&[], "4").await;
            window.see_selector("[aria-current] [role=group] [aria-pressed='true']").await;
            window.press(&[], "w").await;
            window.see_focused("[data-field=words]").await;
            window.type_text("On time, as ever").await;
            window.picture("32 friday, heard").await;
            heard = true;
        }
        window.press(&[], Key::Enter).await;
        window.read("friday-progress", &format!("{row} of {rows}")).await;
    }
    assert!(delivered, "somebody waits for something");

    let end = window.read("friday-end", "That was the week").await;
    assert!(end.starts_with("Two records about two clients"), "the end tells what was recorded: {end}");
    window.picture("33 friday, end").await;

    // One row is one step: the last on the list itself, the other from anywhere.
    let last = window.next_undo().await;
    window.press(&[Key::Control], "z").await;
    window.until_undo_is_not(&last).await;
    window.picture("34 friday, taken back").await;
    window.click("nav-clients").await;
    window.press(&[Key::Control], "z").await;
    window.until_undo_is(&before).await;
    window.close(&machine).await;
}
