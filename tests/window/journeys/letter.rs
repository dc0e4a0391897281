//! The main job: from nothing to a renewal refusal on paper.
use std::{path::Path, process::Command};

use serde_json::json;

use super::NEVER_HAPPY;
use crate::{home::Home, machine::Machine, window::Window};

#[tokio::test]
async fn a_consultant_reads_the_verdict_and_saves_the_letter_as_a_pdf() {
    let home = Home::fresh();
    let pdf = home.path("renewal refusal.pdf");
    home.answer_dialogs(&[&pdf]);
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;

    window.see("welcome-sample").await;
    window.picture("1 welcome").await;
    window.click("welcome-sample").await;
    window.see_client(NEVER_HAPPY).await;
    window.read("headline", "never happy").await;
    window.picture("2 clients").await;

    window.open_client(NEVER_HAPPY).await;
    let sentence = window.read("verdict-sentence", "unhappy").await;
    assert!(
        sentence.contains("of 15 deliverables you met"),
        "the sentence rests on the work that was met, it says: {sentence}"
    );
    window.picture("3 client").await;

    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-renewal_refusal']").await;
    let notice = window.read_field("letter-paragraph-0", "will not renew").await;
    until_ink(&window, "letter-page-0").await;
    window.picture("4 letter").await;

    window.click("letter-save-pdf").await;
    window.read("toast", "renewal refusal.pdf").await;
    window.close(&machine).await;

    let paper = text_of(&pdf);
    for words in [notice.as_str(), "Petra Halden", "Leeds LS1 5QS", "Yours sincerely"] {
        assert!(
            paper.contains(&one_line(words)),
            "what was seen is what was saved: “{words}” stands in the PDF, which reads: {paper}"
        );
    }
    assert!(!paper.to_lowercase().contains("never happy"), "the verdict stays in the house: {paper}");
}

/// Waits until the canvas shows a page with words on it, not an empty sheet.
pub(super) async fn until_ink(window: &Window, canvas: &str) {
    window.see(canvas).await;
    window
        .until(
            "the page is drawn",
            "const canvas = document.querySelector(arguments[0]);
             const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
             let dark = 0;
             for (let at = 0; at < pixels.length; at += 4) if (pixels[at] < 128 && pixels[at + 3] > 0) dark += 1;
             return dark > 200;",
            json!([format!("[data-testid='{canvas}']")]),
        )
        .await;
}

/// What a reader of the PDF reads, with one blank between words.
fn text_of(pdf: &Path) -> String {
    let output =
        Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().expect("pdftotext is installed");
    assert!(output.status.success(), "the PDF can be read: {}", String::from_utf8_lossy(&output.stderr));
    one_line(&String::from_utf8_lossy(&output.stdout))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
