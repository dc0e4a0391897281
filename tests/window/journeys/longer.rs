//! Another language may need 40 % more letters: every screen holds when all its words grow by so much.
use serde_json::json;

use super::{
    NEVER_HAPPY,
    places::{self, PLACES},
    sample_opened,
};
use crate::{home::Home, window::Window};

/// Words without figures grow by two fifths, as the words of a pseudo-locale do; what the user wrote grows with them.
/// Tells what reaches out of the page then, and what is cut off without three dots that say so.
const LONGER: &str = "
    const longer = (word) => word.length < 2 || /\\d/.test(word)
        ? word
        : word + 'éîöûàñšž'.repeat(4).slice(0, Math.ceil(word.length * 0.4));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        // A key stays what it is in every language.
        if (text.parentElement.closest('kbd, script, style, svg') !== null) continue;
        text.data = text.data.split(/(\\s+)/).map((part) => /\\S/.test(part) ? longer(part) : part).join('');
    }
    const shown = (one) => one.getClientRects().length > 0 && one.closest('.visually-hidden, .scroll') === null;
    const told = [];
    for (const one of document.querySelectorAll('header *, main *')) {
        if (!shown(one) || one.closest('svg') !== null) continue;
        const style = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        const out = box.right > innerWidth + 1;
        const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const cut = hides && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1;
        if (out || cut) told.push(`${out ? 'outside' : 'cut off'}: ${one.outerHTML.slice(0, 140)}`);
    }
    return told.slice(0, 4);";

#[tokio::test]
async fn every_screen_holds_when_its_words_are_longer_by_two_fifths() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let mut told = Vec::new();
    for (clicks, seen) in PLACES {
        places::go(&window, (clicks, seen)).await;
        told.extend(grown(&window, &clicks.join(" ")).await);
        // The words are as they were on every screen that is made anew; those of the sidebar stay.
        window.ask("location.reload(); return true", json!([])).await;
        window.see_client(NEVER_HAPPY).await;
    }
    window.open_client(NEVER_HAPPY).await;
    told.extend(grown(&window, "client").await);
    assert_eq!(told, [""; 0], "nothing is outside of the page or cut off");
    window.close(&machine).await;
}

async fn grown(window: &Window, screen: &str) -> Vec<String> {
    let told = window.ask(LONGER, json!([])).await;
    window.picture(&format!("360 longer {screen}")).await;
    let told =
        told.as_array().unwrap_or_else(|| panic!("{screen}: the page answers with a list, not {told}"));
    told.iter().filter_map(|each| each.as_str()).map(|each| format!("{screen}: {each}")).collect()
}
