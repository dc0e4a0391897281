//! The window while it is used, in the release build: how soon a change of one record is seen, whether long lists keep up
//! with the display, what an hour of use leaves in memory, and how much there is to load.
#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "the journeys use the rest of it")]
mod home;
#[path = "large.rs"]
mod large;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod machine;
#[path = "memory.rs"]
mod memory;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod practice;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod window;

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use home::Home;
use large::Size;
use machine::Machine;
use memory::memory;
use serde_json::json;
use thirtyfour::Key;
use window::Window;

/// How often a record is changed.
const CHANGES: usize = 15;
/// Somebody who is quick does something every six seconds.
const MINUTE: usize = 10;
const HOUR: usize = 60 * MINUTE;

/// Tells how long it was from Enter to the picture with those words in it.
const WATCH: &str = "
    const [words] = arguments;
    window.effect = null;
    let began = null;
    const heard = (event) => { if (event.key === 'Enter') began = performance.now(); };
    addEventListener('keydown', heard, { capture: true });
    const main = document.querySelector('main');
    const watch = new MutationObserver(() => {
        if (began === null || !main.textContent.includes(words)) return;
        watch.disconnect();
        removeEventListener('keydown', heard, { capture: true });
        requestAnimationFrame(() => setTimeout(() => { window.effect = performance.now() - began; }));
    });
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    return true;";

/// Scrolls a screen at a time, as fast as frames come, and tells how long each frame took.
const SCROLL: &str = "
    const place = [document.scrollingElement, ...document.querySelectorAll('main, main *')].find(
        (each) => each.scrollHeight > each.clientHeight + 400 && getComputedStyle(each).overflowY !== 'visible'
    );
    if (!place) return { count: 0, long: 0, longest: 0, rows: 0 };
    const frames = [];
    let last = null;
    const frame = () => new Promise((painted) => requestAnimationFrame((now) => {
        if (last !== null) frames.push(now - last);
        last = now;
        painted();
    }));
    return (async () => {
        await frame();
        for (let before = -1; place.scrollTop !== before && frames.length < 600; await frame()) {
            before = place.scrollTop;
            place.scrollTop += 600;
        }
        return {
            count: frames.length,
            long: frames.filter((each) => each > 33.4).length,
            longest: Math.max(0, ...frames),
            rows: document.querySelectorAll('main tr, main li').length,
        };
    })();";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tell_how_much_there_is_to_load();
    for size in [Size::SMALL, Size::LARGE] {
        measure(size).await;
    }
}

async fn measure(size: Size) {
    let home = Home::fresh();
    size.write(&home.ledger());
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.see_selector("main table").await;
    open(&window, "Client 0009 & Partners").await;
    let mut effects = Vec::new();
    for change in 0..CHANGES {
        let words = format!("what was said at change {change}");
        window.begin_line().await;
        window.type_text(&format!("\"client 0009\" csat 4 \"{words}\"")).await;
        window.see("option-record").await;
        window.ask(WATCH, json!([words])).await;
        window.press(&[], Key::Enter).await;
        window.until("the effect is seen", "return window.effect !== null", json!([])).await;
        effects.push(window.ask("return window.effect", json!([])).await.as_f64().unwrap_or_default());
        window.palette_closed().await;
    }
    effects.sort_by(f64::total_cmp);
    say(&format!(
        "{}: a record and its effect on the client's page, Enter to picture: median {:.0} ms, slowest {:.0} ms of {CHANGES}",
        size.name,
        effects[CHANGES / 2],
        effects[CHANGES - 1]
    ));
    tell_how_it_scrolls(&window, &format!("{}, one client's records", size.name)).await;
    window.click("nav-clients").await;
    window.see_selector("main table").await;
    tell_how_it_scrolls(&window, &format!("{}, all clients", size.name)).await;

    let mut after_a_minute = 0;
    for step in 1..=HOUR {
        use_it(&window, step).await;
        if step == MINUTE {
            after_a_minute = memory(&home);
        }
    }
    let after_an_hour = memory(&home);
    say(&format!(
        "{}: memory after {MINUTE} steps {} MB, after {HOUR} steps {} MB, {:.2} ×",
        size.name,
        after_a_minute / 1024,
        after_an_hour / 1024,
        after_an_hour as f64 / after_a_minute as f64
    ));
    window.close(&machine).await;
}

async fn tell_how_it_scrolls(window: &Window, what: &str) {
    let frames = window.ask(SCROLL, json!([])).await;
    let number = |key: &str| frames[key].as_f64().unwrap_or_default();
    say(&format!(
        "{what}, scrolled to the end: {} frames, {} over 33 ms, the longest {:.0} ms, {} rows on the page",
        frames["count"],
        frames["long"],
        number("longest"),
        frames["rows"]
    ));
}

/// A long list holds only the rows that are seen: clients are opened as one does among thousands, by name.
async fn open(window: &Window, client: &str) {
    window.find(client, client).await;
    window.press(&[], Key::Enter).await;
    window.palette_closed().await;
    window.see("edit-client").await;
}

/// One thing that somebody does: a place, a client, a record, a step back.
async fn use_it(window: &Window, step: usize) {
    const PLACES: [&str; 5] = ["nav-today", "nav-offering", "nav-enquiries", "nav-letters", "nav-settings"];
    match step % 4 {
        0 => {
            window.click("nav-clients").await;
            window.see_selector("main table").await;
        }
        1 => {
            let name = format!("Client {:04} & Partners", step % 200);
            open(window, &name).await;
        }
        2 => {
            window.begin_line().await;
            window.type_text(&format!("\"client {:04}\" csat 4 \"step {step}\"", step % 200)).await;
            window.see("option-record").await;
            window.press(&[], Key::Enter).await;
            window.palette_closed().await;
            if step % 8 == 2 {
                window.press(&[Key::Control], "z").await;
            }
        }
        _ => {
            window.click(PLACES[step / 4 % PLACES.len()]).await;
            window.see("headline").await;
        }
    }
}

/// The interface as it is embedded, without its fonts: what one screen needs first, and all of it, as gzip packs it.
fn tell_how_much_there_is_to_load() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/dist/assets");
    let index = fs::read_to_string(assets.with_file_name("index.html")).expect("the interface was built");
    let (mut first, mut all) = (0, 0);
    for file in fs::read_dir(&assets).expect("the interface has files").flatten() {
        let (name, path) = (file.file_name().to_string_lossy().into_owned(), file.path());
        if !path.extension().is_some_and(|kind| kind == "js" || kind == "css") {
            continue;
        }
        let packed = gzipped(&path);
        all += packed;
        if index.contains(&name) {
            first += packed;
        }
    }
    say(&format!(
        "the interface without fonts, gzipped: {} KB at the start, {} KB in all",
        first / 1024,
        all / 1024
    ));
}

fn gzipped(file: &Path) -> usize {
    let content = fs::read(file).expect("a file of the interface can be read");
    let mut gzip = Command::new("gzip")
        .args(["-9", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("gzip is there");
    let mut input = gzip.stdin.take().expect("its input is piped");
    let writer = std::thread::spawn(move || input.write_all(&content));
    let packed = gzip.wait_with_output().expect("gzip ends").stdout.len();
    writer.join().expect("the writer ends").expect("gzip takes it all");
    packed
}

#[expect(clippy::print_stdout, reason = "a benchmark's result is what it prints")]
fn say(line: &str) {
    println!("{line}");
}
