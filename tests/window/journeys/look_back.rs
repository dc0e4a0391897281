//! The first evening: a verdict from memory, on a client of whom nothing was recorded.
use thirtyfour::Key;

use crate::{home::Home, machine::Machine, window::Window};

const CLIENT: &str = "Brook & Vale";

#[tokio::test]
async fn a_newcomer_looks_back_on_a_client_and_reads_a_verdict() {
    let home = Home::fresh();
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;

    window.click("welcome-lookback").await;
    window.see_focused("[data-testid='lookback-name']").await;
    window.picture("40 look back, empty").await;
    window.type_text(CLIENT).await;
    window.press(&[], Key::Tab).await;
    window.type_text("March 2024").await;
    window.press(&[], Key::Tab).await;
    window.type_text("Monthly reporting").await;

    let deliveries = [
        ("January report", "Jan 2026"),
        ("March report", "March 2026"),
        ("May report", "May 2026"),
        ("July report", "July 2026"),
        ("September report", "Sept 2026"),
        ("October report", "Oct 2026"),
    ];
    window.click("lookback-delivered").await;
    for (what, when) in deliveries {
        window.see_focused("[data-testid='lookback-delivered']").await;
        window.type_text(what).await;
        window.press(&[], Key::Tab).await;
        window.type_text(when).await;
        window.press(&[], Key::Enter).await;
        window.see_words(&format!("{} li", step(2)), what).await;
    }

    for (value, when) in
        [("2", "Feb 2026"), ("1", "April 2026"), ("2", "June 2026"), ("1", "Aug 2026"), ("2", "Oct 2026")]
    {
        window.click_selector(&format!("{} select:first-of-type option[value='{value}']", step(3))).await;
        window.put_into(&format!("{} input", step(3)), when).await;
        window.press(&[], Key::Enter).await;
        window.see_words(&format!("{} li:last-child", step(3)), &format!("{value} of 5")).await;
    }
    window.picture("41 look back, filled").await;

    window.click("lookback-finish").await;
    let sentence = window.read("lookback-verdict", "you").await;
    window.picture("42 look back, verdict").await;
    assert!(
        sentence.contains("unhappy"),
        "work as agreed, and ratings of 1 and 2: the verdict is possible the same evening, it says: {sentence}"
    );

    window.click("nav-clients").await;
    window.see_client(CLIENT).await;
    window.press(&[Key::Control], "z").await;
    window.read("toast", "Taken back").await;
    window.see("welcome-lookback").await;
    window.close(&machine).await;
}

/// One of the five questions.
fn step(number: usize) -> String {
    format!(".steps > section:nth-of-type({number})")
}
