//! Text at every size that one can choose: nothing is cut off, the places are still to be reached, and it is kept.
use serde_json::json;
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, machine::Machine, window::Window};

/// How wide the page is, in its own pixels: half as many where all text is twice as large.
const WIDTH: &str = "return innerWidth";

/// What reaches out of the page to the right, but for tables, which scroll.
const OUTSIDE: &str = "
    const scrolls = (one) => one.closest('table, .scroll, .visually-hidden') !== null;
    return [...document.querySelectorAll('header *, main *')]
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 0 && box.right > innerWidth + 1; })
        .filter((one) => !scrolls(one) && one.closest('[hidden]') === null)
        .slice(0, 5).map((one) => one.outerHTML.slice(0, 160));";

/// The driver clicks where things would lie at the usual size.
async fn open_by_keyboard(window: &Window, testid: &str) {
    let selector = format!("[data-testid='{testid}']");
    window.ask("document.querySelector(arguments[0]).focus(); return true", json!([selector])).await;
    window.see_focused(&selector).await;
    window.press(&[], Key::Enter).await;
}

#[tokio::test]
async fn text_twice_as_large_is_all_there_and_kept_for_the_next_time() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let usual = window.ask(WIDTH, json!([])).await.as_f64().expect("a page has a width");
    for _ in 0..5 {
        window.press(&[Key::Control], "+").await;
    }
    window.until("all is twice as large", &format!("return innerWidth * 2 - {usual} < 3"), json!([])).await;
    window.picture("330 text at 200 percent").await;
    for (place, seen) in [
        ("today", "main ul"),
        ("clients", "main table"),
        ("offering", "main table"),
        ("enquiries", "[data-testid='enquiry-decline']"),
        ("letters", "main h1"),
        ("settings", "main form"),
    ] {
        open_by_keyboard(&window, "menu-button").await;
        window.see_selector("[data-testid='menu-button'][aria-expanded='true']").await;
        open_by_keyboard(&window, &format!("nav-{place}")).await;
        window.see_selector(seen).await;
        window.see_selector("[data-testid='menu-button'][aria-expanded='false']").await;
        window.picture(&format!("331 {place} at 200 percent")).await;
        assert_eq!(window.ask(OUTSIDE, json!([])).await, json!([]), "{place}: nothing is cut off");
    }
    // By name, as everything.
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("appearance").await;
    window.see("option-action").await;
    window.press(&[], Key::Enter).await;
    let chosen = "return document.querySelector('[data-testid=\"text-size-200\"]')?.checked === true";
    window.until("the settings say so", chosen, json!([])).await;
    window.picture("332 the choice at 200 percent").await;
    window.close(&machine).await;
    drop(machine);

    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.see_client(NEVER_HAPPY).await;
    window.until("all is still large", &format!("return innerWidth * 2 - {usual} < 3"), json!([])).await;
    window.press(&[Key::Control], "0").await;
    window.until("all is as usual", &format!("return innerWidth === {usual}"), json!([])).await;
    window.press(&[Key::Control], "-").await;
    window.press(&[Key::Control], "-").await;
    window.until("more is on the screen", &format!("return innerWidth > {usual} * 1.2"), json!([])).await;
    window.picture("333 text at 80 percent").await;
    window.close(&machine).await;
}
