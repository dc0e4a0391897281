//! A client erased for good is nowhere any more, and a receipt says what went.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const CANARY: &str = "Xylophonist";

#[tokio::test]
async fn an_erased_client_is_gone_from_screen_and_search() {
    let home = Home::fresh();
    let (receipt, place) = (home.path("receipt.txt"), "erase-receipt");
    home.answer_dialogs(&[&receipt]);
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.record_check_in("2", CANARY).await;
    window.find("xylophonist", CANARY).await;
    window.leave_palette().await;

    window.choose_of_client("client-erase").await;
    window.see_focused("[data-testid='erase-name']").await;
    window.type_text("Halden").await;
    window.press(&[], Key::Enter).await;
    window.see_words("[data-testid='erase-dialog']", "not the name yet").await;
    window.picture("95 erase, the wrong name").await;
    window.put_into("[data-testid='erase-name']", NEVER_HAPPY).await;
    window.press(&[], Key::Enter).await;
    let told = window.read(place, "Erased").await;
    assert!(!told.contains(CANARY), "the receipt says what went without telling it: {told}");
    window.picture("96 erase, the receipt").await;
    window.click("receipt-save").await;
    window.read("toast", "receipt.txt").await;
    window.click("receipt-done").await;
    window.gone(place).await;

    window.click("nav-clients").await;
    window.see_client("Tamar Foods").await;
    assert_eq!(window.count("[data-name='Halden & Co']").await, 0, "no line of theirs is left");
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("xylophonist").await;
    window.see_words("[data-testid='find-dialog']", "xylophonist").await;
    window.gone("option-found").await;
    window.picture("97 erased, not found").await;
    window.leave_palette().await;
    window.close(&machine).await;

    let kept = std::fs::read_to_string(&receipt).expect("the receipt was saved where the dialog said");
    assert!(!kept.is_empty() && !kept.contains(CANARY), "what is kept tells nothing of what went: {kept}");
}
