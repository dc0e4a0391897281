//! The history of a client: an older step taken back alone, one that cannot be, and a record put back.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const TAKE_BACK: &str = "[data-testid^='take-back-']";

#[tokio::test]
async fn an_older_step_is_taken_back_alone() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.record_check_in("2", "The older of the two").await;
    window.see_words("main li", "The older of the two").await;
    window.record_check_in("5", "The newer of the two").await;
    window.see_words("main li", "The newer of the two").await;

    window.choose_of_client("client-history").await;
    window.see_selector(TAKE_BACK).await;
    window.picture("70 history").await;
    window.click_selector(&format!("li:nth-child(2) {TAKE_BACK}")).await;
    window.read("toast", "Taken back").await;
    window.picture("71 history, taken back").await;

    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.see_words("main li", "The newer of the two").await;
    window.words_gone("main", "The older of the two").await;
    window.press(&[Key::Control], "z").await;
    window.see_words("main li", "The older of the two").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_step_with_something_in_its_way_says_what_it_is() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.record_client("Lodestar").await;
    window.open_client("Lodestar").await;
    window.click("edit-client").await;
    window.see("record-remove").await;
    window.put("name", "Lodestar Limited").await;
    window.save_record().await;
    window.see_words("main h1", "Lodestar Limited").await;

    window.choose_of_client("client-history").await;
    window.click_selector(&format!("li:nth-child(2) {TAKE_BACK}")).await;
    window.see("error-note").await;
    window.picture("72 history, something in the way").await;
    window.read("error-note", "later step").await;
    window.click("nav-clients").await;
    window.see_client("Lodestar Limited").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_removed_record_is_put_back_from_the_history() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.record_check_in("2", "Removed by a slip").await;
    window.click_words("main li button", "Removed by a slip").await;
    window.click("record-remove").await;
    window.gone("record-dialog").await;
    window.words_gone("main", "Removed by a slip").await;

    window.choose_of_client("client-history").await;
    window.see_selector(TAKE_BACK).await;
    window.click_words("[data-testid='history'] > li:first-child button", "record").await;
    window.picture("73 history, records of a step").await;
    window.click_words("[data-testid='history'] > li:first-child ul button", "Put back").await;
    window.read("toast", "").await;
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.see_words("main li", "Removed by a slip").await;
    window.close(&machine).await;
}
