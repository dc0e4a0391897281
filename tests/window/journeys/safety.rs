//! A laptop that is lost, locked or damaged: what is seen then, and what is not.
use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, machine::Machine, planted, window::Window};

const PASSPHRASE: &str = "quiet harbour lantern seventeen maple";

/// Every command that answers with something recorded, with arguments that would do.
const ASKING: &str = "const invoke = window.__TAURI_INTERNALS__.invoke;
    const calls = { start: {}, clients: {}, enquiries: {}, choices: {}, letters: {}, profile: {}, friday: {}, safety: {},
        find: { text: 'halden' }, steps: {}, undo: {}, history: { of: { of: 'everything' }, before: null } };
    return Promise.all(Object.entries(calls).map(([name, args]) =>
        invoke(name, args).then((answer) => `${name} answers ${JSON.stringify(answer).slice(0, 80)}`, (error) => error.code)))";

/// Protects the ledger as a person does, from Settings.
async fn protect(window: &Window) -> String {
    open_safety(window).await;
    window.click("protect").await;
    window.see("protect-passphrase").await;
    window.see_focused("[data-testid='protect-passphrase']").await;
    window.type_text(PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    window.picture("100 protect, passphrase").await;
    window.click("protect-next").await;
    let code = window.see("protect-code").await.text().await.expect("the code can be read");
    window.picture("101 protect, code").await;
    window.click("protect-next").await;
    window.click("protect-code-retyped").await;
    window.type_text(&code).await;
    window.click("protect-finish").await;
    window.see("protect-done").await;
    window.picture("102 protected").await;
    window.click("protect-close").await;
    window.see("safety-protected").await;
    code
}

async fn open_safety(window: &Window) {
    window.click("nav-settings").await;
    window.click("settings-part-safety").await;
    window.see("ledger-path").await;
}

async fn unlock(window: &Window, passphrase: &str) {
    window.see("door-passphrase").await;
    window.see_focused("[data-testid='door-passphrase']").await;
    window.type_text(passphrase).await;
    window.click("door-unlock").await;
}

/// Nothing recorded is in the page, and nothing is answered.
async fn shows_nothing(window: &Window) {
    window.see("door-passphrase").await;
    let page = window.ask("return document.documentElement.outerHTML", json!([])).await;
    let page = page.as_str().expect("a page is text");
    assert!(!page.contains("Halden") && !page.contains("Tamar"), "no client is in the locked page");
    let codes = window.ask(ASKING, json!([])).await;
    let codes = codes.as_array().expect("each command answered");
    assert!(!codes.is_empty() && codes.iter().all(|code| code == "locked"), "each is refused: {codes:?}");
}

#[tokio::test]
async fn a_protected_ledger_locks_shows_nothing_and_opens_again() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let code = protect(&window).await;
    assert!(!home.path("ledger/practice.kindly.key").exists(), "the bare key is gone");

    window.press(&[Key::Control], "l").await;
    shows_nothing(&window).await;
    window.picture("103 locked").await;

    unlock(&window, "halden and halden and halden").await;
    window.see_words("form", "That is not it").await;
    window.picture("104 wrong passphrase").await;
    shows_nothing(&window).await;
    window.press(&[Key::Control], "a").await;
    unlock(&window, PASSPHRASE).await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;

    machine.say_that_the_screen_is_locked();
    shows_nothing(&window).await;
    window.click("door-forgot").await;
    window.click("door-code").await;
    window.type_text(&code).await;
    window.click("door-code-open").await;
    window.see("door-new-save").await;
    window.click("door-new-passphrase").await;
    window.type_text("unruly teapot borrowed by the neighbour").await;
    window.read("strength", "Very strong").await;
    window.picture("105 a new passphrase after the code").await;
    window.click("door-new-save").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    window.close(&machine).await;
}

#[tokio::test]
async fn nothing_recorded_lies_in_the_clear_anywhere() {
    // It stands in every field that holds text, of every kind of record.
    const CANARY: &str = "window.ran=1";
    let home = Home::fresh();
    let marks = planted::plant(&home.ledger());
    assert!(marks.len() > 50, "it is planted in many fields: {}", marks.len());
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    protect(&window).await;
    for place in ["nav-today", "nav-clients", "nav-enquiries", "nav-letters"] {
        window.click(place).await;
        window.see_selector(&format!("[data-testid='{place}'][aria-current]")).await;
    }
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("client.name").await;
    window.see_words("[data-testid='option-found']", "onerror").await;
    window.press(&[], Key::Escape).await;
    assert_eq!(holding(&home.path(""), CANARY), Vec::<PathBuf>::new(), "while it is in use");
    window.press(&[Key::Control], "l").await;
    window.see("door-passphrase").await;
    assert_eq!(holding(&home.path(""), CANARY), Vec::<PathBuf>::new(), "while it is locked");
    unlock(&window, PASSPHRASE).await;
    window.see("nav-clients").await;
    window.close(&machine).await;
    assert_eq!(holding(&home.path(""), CANARY), Vec::<PathBuf>::new(), "when it is closed");
    assert!(
        fs::read_dir(home.path("ledger/practice.kindly-backups")).is_ok_and(|found| found.count() > 0),
        "with a backup that was looked into as well"
    );

    let control = home.write("control.txt", &format!("… {CANARY} …"));
    assert_eq!(holding(&home.path(""), CANARY), [control], "what is in the clear would have been found");
}

/// The files below a folder that hold a word, in UTF-8 or in UTF-16.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            found.extend(holding(&path, word));
        } else if kind.is_file() {
            let bytes = fs::read(&path).unwrap_or_default();
            let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
            if holds(word.as_bytes()) || holds(&wide) {
                found.push(path);
            }
        }
    }
    found
}

#[tokio::test]
async fn a_backup_is_looked_at_and_restored() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    window.click("backup-now").await;
    window.see("backup-row").await;
    window.picture("106 backups").await;
    window.begin_line().await;
    window.type_text("halden csat 1 \"gone after the restore\"").await;
    window.press(&[], Key::Enter).await;
    window.palette_closed().await;
    window.read("toast", "").await;
    window.click("backup-preview").await;
    window.see("backup-restore").await;
    window.picture("107 what a restore would mean").await;
    window.click("backup-restore").await;
    window.gone("backup-dialog").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    let found = window
        .ask(
            "return window.__TAURI_INTERNALS__.invoke('find', { text: 'restore' }).then((found) => found.length)",
            json!([]),
        )
        .await;
    assert_eq!(found, json!(0), "what came after the backup is not in the ledger any more");
    window.close(&machine).await;
}

#[tokio::test]
async fn a_damaged_ledger_says_so_and_the_backup_takes_its_place() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    window.click("backup-now").await;
    window.see("backup-row").await;
    window.close(&machine).await;
    drop(machine);

    let ledger = home.path("ledger/practice.kindly");
    let mut bytes = fs::read(&ledger).expect("the ledger is there");
    for place in (5_000..bytes.len()).step_by(40_000) {
        bytes[place] ^= 0x55;
    }
    fs::write(&ledger, bytes).expect("it can be damaged");
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.see("door-damage").await;
    window.picture("108 damaged").await;
    window.click("door-restore").await;
    window.see("nav-clients").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_bundle_moves_the_ledger_to_another_computer() {
    let (home, other) = (Home::fresh(), Home::fresh());
    let bundle = home.path("move.kindly-bundle");
    home.answer_dialogs(&[&bundle]);
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    window.click("bundle-write").await;
    window.click("bundle-passphrase").await;
    window.type_text(PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    window.click("bundle-passphrase-again").await;
    window.type_text(PASSPHRASE).await;
    window.click("bundle-write-do").await;
    window.see("bundle-written").await;
    window.picture("109 a bundle is written").await;
    window.close(&machine).await;
    drop(machine);

    other.answer_dialogs(&[&bundle]);
    let machine = Machine::start(&other).await;
    let window = Window::open(&machine).await;
    window.click("welcome-bring").await;
    window.click("bring-bundle").await;
    window.click("bundle-open-passphrase").await;
    window.type_text(PASSPHRASE).await;
    window.click("bundle-open-do").await;
    window.see("bundle-take-theirs").await;
    window.picture("110 two copies").await;
    window.click("bundle-take-theirs").await;
    window.see("nav-clients").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    window.close(&machine).await;
}
