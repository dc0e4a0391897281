//! What needs the user: put off with a reason and brought back, a question to copy, what comes again, an excuse.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

const BRING_BACK: &str = "[data-testid='snoozed'] li button";

#[tokio::test]
async fn a_need_is_put_off_with_a_reason_and_brought_back() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("nav-today").await;
    window.see("need-snooze").await;
    let needs = window.count("[data-testid='need-snooze']").await;
    window.picture("80 today").await;

    window.click("need-snooze").await;
    window.see("snooze-dialog").await;
    window.click("snooze-save").await;
    window.see_words("[data-testid='snooze-dialog']", "Say why it can wait").await;
    window.picture("81 put off, without a reason").await;
    window.put_into("[data-testid='snooze-reason']", "They are on holiday").await;
    window.press(&[], Key::Enter).await;
    window.gone("snooze-dialog").await;
    window.read("toast", "Put off until").await;
    window.until_count("[data-testid='need-snooze']", needs - 1).await;

    window.click("show-put-off").await;
    window.see_words("[data-testid='snoozed']", "They are on holiday").await;
    window.picture("82 put off, the list").await;
    window.click_words(BRING_BACK, "Bring back").await;
    window.until_count("[data-testid='need-snooze']", needs).await;
    window.close(&machine).await;
}

#[tokio::test]
async fn one_question_is_copied_for_an_email() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.click("ask").await;
    window.see_words("[data-testid='question-dialog']", "petra@halden.example").await;
    window.choose("scale", "nps").await;
    window.until_field_holds("dialog[open] textarea", "recommend").await;
    window.picture("83 one question").await;
    window.click("question-copy").await;
    window.see_words("[data-testid='question-dialog'] [role=status]", "Copied").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn what_comes_again_is_offered_and_added() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.begin_record("u").await;
    window.choose("what", "deliverable").await;
    window.put("title", "Wombat report {month}").await;
    window.put("first_due_on", "today").await;
    window.put("every_months", "1").await;
    window.save_record().await;

    window.click("nav-today").await;
    window.click("go-templates").await;
    window.see_words("main table", "every month").await;
    window.see_words("main li", "Wombat report November").await;
    window.picture("84 what comes again").await;
    window.click_selector("main li:has(b) button").await;
    window.read("toast", "Added from templates").await;
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.see_words("main li", "Wombat report November").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_deliverable_that_waited_for_their_brief_is_proposed_as_excused() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.record_client("Lodestar").await;
    window.open_client("Lodestar").await;
    window.begin_record("o").await;
    window.put("title", "The brief").await;
    window.put("dueOn", "-30").await;
    window.put("metOn", "-12").await;
    window.save_record().await;
    window.see_words("main li", "The brief").await;
    window.begin_record("d").await;
    window.put("title", "The campaign").await;
    window.put("dueOn", "-15").await;
    window.put("deliveredOn", "-5").await;
    window.save_record().await;

    window.see_words("[data-testid='proposals']", "The brief").await;
    window.picture("85 an excuse proposed").await;
    window.click_selector("[data-testid='proposals'] button").await;
    window.read("toast", "Excused").await;
    window.gone("proposals").await;
    window.see_words("main li", "excused").await;
    window.picture("86 excused").await;
    window.close(&machine).await;
}
