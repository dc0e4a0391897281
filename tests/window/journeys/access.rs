//! A screen reader meets nothing that it cannot make sense of, and everything is told apart by eyes that see little: axe looks
//! at every screen in the real window, light and dark.
use std::{fs, path::Path, sync::OnceLock};

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{
    NEVER_HAPPY,
    places::{self, PLACES},
    sample_opened,
};
use crate::{home::Home, machine::Machine, window::Window};

/// The rules of WCAG 2.2 at level AA and those below, and what is good practice beside them.
const LOOK: &str = "
    const found = await axe.run(document.querySelector('dialog[open]') ?? document, {
        resultTypes: ['violations'],
        rules: { region: { enabled: false } },
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((each) => each.html).join(' | ')}`);";

fn axe() -> &'static str {
    static READ: OnceLock<String> = OnceLock::new();
    READ.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
        fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}; run npm ci in ui", path.display()))
    })
}

/// What axe finds in what is shown; kept with the screen's name, so that one run tells all.
async fn look(window: &Window, screen: &str, found: &mut Vec<String>) {
    window.picture(screen).await;
    let script = format!("if (!window.axe) {{ {} }} return (async () => {{ {LOOK} }})()", axe());
    let told = window.ask(&script, json!([])).await;
    let told = told.as_array().unwrap_or_else(|| panic!("{screen}: axe answers with a list, not {told}"));
    found.extend(told.iter().filter_map(Value::as_str).map(|each| format!("{screen}: {each}")));
}

async fn look_at_everything(home: &Home, shade: &str) {
    let (machine, window) = sample_opened(home).await;
    let dark = window.ask("return matchMedia('(prefers-color-scheme: dark)').matches", json!([])).await;
    assert_eq!(dark, json!(shade == "dark"), "the system's choice reaches the page");
    let mut found = Vec::new();
    window.ask("document.querySelector('main').append(new Image()); return true", json!([])).await;
    look(&window, "a picture without words", &mut found).await;
    assert!(
        found.iter().any(|each| each.contains("image-alt")),
        "axe looks, and finds what is wrong: {found:?}"
    );
    window.ask("document.querySelector('main > img').remove(); return true", json!([])).await;
    found.clear();
    for (clicks, seen) in PLACES {
        places::go(&window, (clicks, seen)).await;
        look(&window, &format!("300 {shade} {}", clicks.join(" ")), &mut found).await;
    }
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.click("course").await;
    window.see("course-picture").await;
    window.click("what-if").await;
    window.see("what-if-result").await;
    look(&window, &format!("301 {shade} client"), &mut found).await;
    window.click("decide-button").await;
    window.see("decide-balance").await;
    look(&window, &format!("302 {shade} before a decision"), &mut found).await;
    window.click("decide-part").await;
    window.see("record-save").await;
    look(&window, &format!("303 {shade} a form"), &mut found).await;
    // What was begun is not thrown away without a word.
    window.press(&[], Key::Escape).await;
    window.click("record-leave").await;
    window.gone("record-dialog").await;
    window.click("decide-evidence").await;
    window.see_selector("main img, main canvas").await;
    look(&window, &format!("304 {shade} evidence"), &mut found).await;
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("halden").await;
    window.see("option-found").await;
    look(&window, &format!("305 {shade} palette"), &mut found).await;
    window.leave_palette().await;
    window.press(&[], "f").await;
    window.see("friday-save").await;
    look(&window, &format!("306 {shade} friday"), &mut found).await;
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-renewal_refusal']").await;
    window.see_words("main", "Yours sincerely").await;
    look(&window, &format!("307 {shade} letter"), &mut found).await;
    assert_eq!(found, [""; 0], "axe finds nothing");
    window.close(&machine).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_light() {
    look_at_everything(&Home::fresh(), "light").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_dark() {
    let home = Home::fresh();
    home.prefer_dark();
    look_at_everything(&home, "dark").await;
}

/// What stands before the records, what asks before it does something, and what is there now and then.
async fn look_at_the_rest(home: &Home, shade: &str) {
    let file = home.write("clients.csv", "Name,Currency\nAshby Optics,GBP\n,EUR\n");
    home.answer_dialogs(&[&file]);
    let machine = Machine::start(home).await;
    let window = Window::open(&machine).await;
    let mut found = Vec::new();
    window.see("welcome-sample").await;
    look(&window, &format!("370 {shade} welcome"), &mut found).await;
    window.click("welcome-bring").await;
    window.see("bring-bundle").await;
    look(&window, &format!("371 {shade} bring"), &mut found).await;
    window.press(&[], Key::Escape).await;
    window.gone("bring-dialog").await;
    window.click("welcome-lookback").await;
    window.see_selector("main form").await;
    look(&window, &format!("372 {shade} look back"), &mut found).await;
    // Out of the field first, then out of the screen.
    window.press(&[], Key::Escape).await;
    window.press(&[], Key::Escape).await;
    window.click("welcome-import").await;
    window.click("import-button").await;
    window.see("import-found").await;
    look(&window, &format!("373 {shade} import with a row that is refused"), &mut found).await;
    window.click("import-cancel").await;
    window.press(&[], Key::Escape).await;
    window.click("welcome-sample").await;
    window.see_client(NEVER_HAPPY).await;
    window.press(&[], "?").await;
    window.see("keys-dialog").await;
    look(&window, &format!("374 {shade} keys"), &mut found).await;
    window.press(&[], Key::Escape).await;
    window.gone("keys-dialog").await;
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("backup").await;
    window.see("option-action").await;
    look(&window, &format!("375 {shade} an action by its name"), &mut found).await;
    window.leave_palette().await;
    window.open_client(NEVER_HAPPY).await;
    window.choose_of_client("client-erase").await;
    window.see_selector("dialog[open]").await;
    look(&window, &format!("376 {shade} erase"), &mut found).await;
    window.press(&[], Key::Escape).await;
    window.choose_of_client("client-history").await;
    window.see("history").await;
    look(&window, &format!("377 {shade} history"), &mut found).await;
    window.press(&[], "r").await;
    window.see("record-kind-check_in").await;
    look(&window, &format!("378 {shade} which record"), &mut found).await;
    window.press(&[], "i").await;
    window.see("record-save").await;
    window.click("record-save").await;
    window.see_selector("dialog[open] [aria-invalid='true']").await;
    look(&window, &format!("379 {shade} a form that lacks something"), &mut found).await;
    window.press(&[], Key::Escape).await;
    if window.count("[data-testid='record-leave']").await > 0 {
        window.click("record-leave").await;
    }
    window.gone("record-dialog").await;
    window.click("nav-settings").await;
    window.click("settings-part-appearance").await;
    window.see_words("main", "Contrast").await;
    look(&window, &format!("380 {shade} appearance"), &mut found).await;
    window.click("settings-part-safety").await;
    window.click("bundle-write").await;
    window.see("bundle-write-dialog").await;
    look(&window, &format!("381 {shade} a bundle"), &mut found).await;
    window.press(&[], Key::Escape).await;
    window.gone("bundle-write-dialog").await;
    window.press(&[Key::Control, Key::Shift], "h").await;
    window.click("nav-clients").await;
    window.see_selector("main table").await;
    look(&window, &format!("382 {shade} names hidden"), &mut found).await;
    assert_eq!(found, [""; 0], "axe finds nothing");
    window.close(&machine).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_dialog_in_light() {
    look_at_the_rest(&Home::fresh(), "light").await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_dialog_in_dark() {
    let home = Home::fresh();
    home.prefer_dark();
    look_at_the_rest(&home, "dark").await;
}

/// Whether the page's ground is dark.
const IS_DARK: &str = "
    const parts = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
    return (parts[0] + parts[1] + parts[2]) / 3 < 100;";

#[tokio::test]
async fn help_opens_at_the_page_of_the_screen_and_over_a_form_that_stays() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let mut found = Vec::new();
    window.click("tab-worth").await;
    window.see("worth-table").await;
    window.press(&[], Key::F1).await;
    window.see_words("[data-testid='help-title']", "Worth and renewals").await;
    look(&window, "320 help about what clients are worth", &mut found).await;
    window.press(&[], Key::Escape).await;
    window.gone("help").await;
    window.begin_record("m").await;
    window.press(&[], Key::F1).await;
    window.see_words("[data-testid='help-title']", "Worth and renewals").await;
    window.press(&[], Key::Escape).await;
    window.gone("help").await;
    window.see("record-save").await;
    assert_eq!(found, [""; 0], "axe finds nothing");
    window.close(&machine).await;
}

#[tokio::test]
async fn light_or_dark_is_chosen_at_once_and_kept_for_the_next_time() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.press(&[], "?").await;
    window.see_words("[data-testid='keys-dialog']", "the Friday list").await;
    window.picture("310 the keys of a screen").await;
    window.press(&[], Key::Escape).await;
    window.gone("keys-dialog").await;
    window.click("nav-settings").await;
    window.click("settings-part-appearance").await;
    window.until("the page is light", &format!("return !(() => {{ {IS_DARK} }})()"), json!([])).await;
    window.click_selector("label:has([data-testid='theme-dark'])").await;
    window.until("the page is dark", IS_DARK, json!([])).await;
    window.picture("311 dark by choice").await;
    window.click_selector("label:has([data-testid='contrast-more'])").await;
    window.see_selector("html[data-contrast='more']").await;
    window.picture("312 more contrast").await;
    window.close(&machine).await;
    drop(machine);

    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.see_client(NEVER_HAPPY).await;
    window.until("the page is still dark", IS_DARK, json!([])).await;
    window.picture("313 dark and more contrast after a restart").await;
    window.close(&machine).await;
}
