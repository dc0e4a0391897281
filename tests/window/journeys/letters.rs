//! Letters after the first draft: finished, sent, answered; of every kind; on one's own letterhead.
use std::{fmt::Write as _, fs, path::Path, process::Command};

use serde_json::json;
use sha2::{Digest as _, Sha256};
use thirtyfour::Key;

use super::{NEVER_HAPPY, letter::until_ink, sample_opened};
use crate::{home::Home, window::Window};

#[tokio::test]
async fn a_letter_is_finished_sent_and_answered_and_never_changes() {
    let home = Home::fresh();
    let (before, after) = (home.path("before.pdf"), home.path("after.pdf"));
    home.answer_dialogs(&[&before, &after]);
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-renewal_refusal']").await;
    window.read_field("letter-paragraph-0", "will not renew").await;
    until_ink(&window, "letter-page-0").await;

    window.click("letter-finish").await;
    window.see("finish-dialog").await;
    window.picture("120 finish").await;
    window.click("finish-do").await;
    window.read("letter-number", "L-").await;
    until_ink(&window, "letter-page-0").await;
    window.picture("121 finished").await;
    assert_eq!(window.count("textarea").await, 0, "its words are read, and written no more");
    let fingerprint = window.see_selector("[data-testid='letter-finished'] code").await;
    let fingerprint = fingerprint.text().await.expect("the fingerprint can be read");
    save_pdf(&window, "before.pdf").await;
    assert_eq!(sha256_of(&before), fingerprint, "the file is the very bytes that were frozen");

    window.click("letter-sent").await;
    window.see("sent-dialog").await;
    window.click("sent-proof").await;
    window.type_text("RR 1234 5678 9 GB").await;
    window.picture("122 sent").await;
    window.click("sent-do").await;
    window.read("letter-sent-line", "RR 1234 5678 9 GB").await;
    window.gone("sent-dialog").await;
    window.click("letter-reply").await;
    window.click("reply-words").await;
    window.type_text("We have it, thank you.").await;
    window.click("reply-do").await;
    window.read("letter-reply-line", "We have it").await;
    window.gone("reply-dialog").await;
    window.picture("123 answered").await;
    save_pdf(&window, "after.pdf").await;
    assert_eq!(
        fs::read(&after).expect("the second file is there"),
        fs::read(&before).expect("the first file is there"),
        "sent and answered, it is the same letter"
    );

    window.click("letter-parting").await;
    window.see("parting-list").await;
    window.picture("124 parting").await;
    window.click("parting-hand_back").await;
    window.gone("parting-hand_back").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn any_kind_of_letter_begins_from_its_record_and_its_tone_is_heard() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-other']").await;
    window.see("choose-letter").await;
    window.see("choose-early_termination").await;
    window.picture("125 which letter").await;
    window.click("choose-early_termination").await;
    window.see("letter-form").await;
    window.read_field("letter-paragraph-0", "This letter is notice").await;
    until_ink(&window, "letter-page-0").await;
    window.read("letter-standing", "clause is missing").await;
    window.picture("126 a fact is missing").await;
    window.click("fact-clause").await;
    window.type_text("clause 9.1").await;
    window.read_field("letter-paragraph-0", "under clause 9.1").await;

    window.click("letter-paragraph-1").await;
    window.press(&[Key::Control], Key::End).await;
    window.type_text(" You never answer in time.").await;
    window.read("tone-notes", "Blame").await;
    window.see_selector("mark").await;
    window.picture("127 tone").await;
    window.click_words("[data-testid='tone-notes'] button", "Leave it").await;
    window.click_words("[data-testid='tone-notes'] button", "Leave it").await;
    window.read("tone-notes", "Left as it is").await;

    window.click("letter-script").await;
    window.see("script-dialog").await;
    window.picture("128 before you call").await;
    window.press(&[], Key::Escape).await;
    choose(&window, "letter-language", "de-DE").await;
    window.read_field("letter-paragraph-0", "kündige").await;
    window.picture("129 in German").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn the_letterhead_shows_how_it_prints_and_refuses_what_cannot_be_printed() {
    let home = Home::fresh();
    let (bad, good) = (home.path("bad.svg"), home.path("logo.svg"));
    fs::write(
        &bad,
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>",
    )
    .expect("the bad drawing can be written");
    fs::write(
        &good,
        "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'><rect width='120' height='40' rx='8' \
         fill='#1f5f5b'/><circle cx='20' cy='20' r='12' fill='#fff'/></svg>",
    )
    .expect("the logo can be written");
    home.answer_dialogs(&[&bad, &good]);
    let (machine, window) = sample_opened(&home).await;
    window.click("nav-settings").await;
    until_ink(&window, "letterhead-shown").await;
    window.click("picture-logo").await;
    window.read("error-note", "script").await;
    window.gone("picture-logo-drop").await;
    window.click("picture-logo").await;
    window.see("picture-logo-drop").await;
    until_ink(&window, "letterhead-shown").await;
    window.picture("130 letterhead").await;
    window.close(&machine).await;
}

async fn choose(window: &Window, test_id: &str, value: &str) {
    window
        .ask(
            "const field = document.querySelector(`[data-testid='${arguments[0]}']`);
             field.value = arguments[1];
             field.dispatchEvent(new Event('change', { bubbles: true }));",
            json!([test_id, value]),
        )
        .await;
}

async fn save_pdf(window: &Window, name: &str) {
    window.click("letter-files").await;
    window.click_selector("[role=menuitem][data-testid='file-pdf']").await;
    window.read("toast", name).await;
}

fn sha256_of(file: &Path) -> String {
    let bytes = fs::read(file).expect("the file is there");
    let checked = Command::new("qpdf").arg("--check").arg(file).output().expect("qpdf is installed");
    assert!(checked.status.success(), "qpdf finds nothing: {}", String::from_utf8_lossy(&checked.stdout));
    Sha256::digest(&bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every text");
        text
    })
}
