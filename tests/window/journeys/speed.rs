//! How fast the window is with two thousand clients, measured inside the page; what is printed are times of the build
//! that is tested, so that nothing is asserted of them.
use std::fmt::Write as _;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{home::Home, machine::Machine, window::Window};

const CLIENTS: usize = 2_000;

/// Notes how long each frame took, and the time from a key to the frame that shows it.
const WATCH: &str = "
    const seen = { keys: [], frames: [], last: performance.now() };
    window.seen = seen;
    const tick = (now) => { seen.frames.push(now - seen.last); seen.last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
    document.addEventListener('input', () => {
        const began = performance.now();
        requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - began)));
    }, true);
    return true;";

/// How many frames there were since the last question, and how many of them a person sees as a jerk.
const FRAMES: &str = "
    const frames = window.seen.frames.splice(0).slice(1);
    return { count: frames.length, long: frames.filter((each) => each > 33.4).length, longest: Math.max(0, ...frames) };";

#[tokio::test]
#[expect(clippy::print_stdout, reason = "what was measured is what it is for")]
async fn two_thousand_clients_are_filtered_scrolled_and_found() {
    let home = Home::fresh();
    home.answer_dialogs(&[&home.write("clients.csv", &clients())]);
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.click("welcome-import").await;
    window.click("import-button").await;
    window.click("import-confirm").await;
    window.see("import-done").await;
    window.click("import-leave").await;
    window.see_client("Client 0000").await;
    window.see_words("main table", "Client 0000").await;
    window.picture("110 two thousand clients").await;

    window.ask(WATCH, json!([])).await;
    window.click_selector("main input[type=search]").await;
    for key in "client 199".chars() {
        window.type_text(&key.to_string()).await;
    }
    window.see_words("main [role=status]", "10 of").await;
    println!("filter, each key to the painted result: {}", keys(&window).await);
    window.picture("111 two thousand clients, filtered").await;
    for _ in 0.."client 199".len() {
        window.press(&[], Key::Backspace).await;
    }
    window.see_client("Client 0000").await;
    println!("filter, each key taken away: {}", keys(&window).await);

    window.ask("window.seen.frames.length = 0; return true", json!([])).await;
    let scrolled = window.ask(SCROLL, json!([])).await;
    let frames = window.ask(FRAMES, json!([])).await;
    println!(
        "scrolling {scrolled} pixels to the end: {} frames, {} over 33 ms, the longest {:.0} ms",
        frames["count"],
        frames["long"],
        frames["longest"].as_f64().unwrap_or_default()
    );
    window.picture("112 two thousand clients, the end").await;

    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.ask(FIND_WATCH, json!([])).await;
    for key in "client 1999".chars() {
        window.type_text(&key.to_string()).await;
    }
    window.see_words("[data-testid='option-found']", "Client 1999").await;
    println!("find, each key to its painted hits: {}", keys(&window).await);
    window.close(&machine).await;
}

/// A screen at a time, as fast as frames come.
const SCROLL: &str = "
    const place = [...document.querySelectorAll('main, main *, html')].find(
        (each) => each.scrollHeight > each.clientHeight + 400 && getComputedStyle(each).overflowY !== 'visible'
    ) ?? document.scrollingElement;
    const frame = () => new Promise((painted) => requestAnimationFrame(painted));
    return (async () => {
        let before = -1;
        while (place.scrollTop !== before) { before = place.scrollTop; place.scrollTop += 300; await frame(); }
        return Math.round(place.scrollTop);
    })();";

/// From a key to the frame in which the list of hits stands changed.
const FIND_WATCH: &str = "
    window.seen.keys = [];
    const list = document.querySelector('[data-testid=find-dialog] [role=listbox]');
    let began = 0;
    document.addEventListener('keydown', () => { began = performance.now(); }, true);
    new MutationObserver(() => {
        if (began === 0) return;
        const since = began;
        began = 0;
        requestAnimationFrame(() => setTimeout(() => window.seen.keys.push(performance.now() - since)));
    }).observe(list, { childList: true, subtree: true, characterData: true });
    return true;";

/// The times of the keys since they were asked for last.
async fn keys(window: &Window) -> String {
    let is_painted = "return window.seen.keys.length > 0";
    window.until("what was typed is painted", is_painted, json!([])).await;
    let taken = window.ask("return window.seen.keys.splice(0)", json!([])).await;
    let mut times: Vec<f64> =
        taken.as_array().map(|all| all.iter().filter_map(Value::as_f64).collect()).unwrap_or_default();
    times.sort_by(f64::total_cmp);
    assert!(!times.is_empty(), "keys were pressed, and what they changed was painted");
    let (middle, longest) = (times[times.len() / 2], times[times.len() - 1]);
    format!("{} keys, median {middle:.0} ms, longest {longest:.0} ms", times.len())
}

fn clients() -> String {
    let mut text = String::from("Name,Status,Country,Tags\n");
    for number in 0..CLIENTS {
        writeln!(text, "Client {number:04},active,GB,{}", ["retail", "public", ""][number % 3])
            .expect("a text takes any line");
    }
    text
}
