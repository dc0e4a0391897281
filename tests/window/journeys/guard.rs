//! What stands in a record is shown, never run; and the page can reach nothing but Kindly's own commands.
use serde_json::{Value, json};
use thirtyfour::Key;

use super::sample_opened;
use crate::{home::Home, machine::Machine, planted, window::Window};

/// What no screen of Kindly's has, and HTML in a record would make.
const MADE_OF_HTML: &str = "
    const made = [...document.querySelectorAll('*')].filter((each) =>
        each.matches('img, iframe, object, embed, i, b > b, script:not([src]), a[href^=\"javascript:\" i]')
        || each.getAttributeNames().some((name) => name.startsWith('on')));
    return { made: made.map((each) => each.outerHTML), ran: window.ran ?? null, title: document.title };";

/// All that can be read, in fields and hints too.
const SHOWN: &str = "
    const hints = [...document.querySelectorAll('[title], [aria-label]')].flatMap((each) => [each.title, each.ariaLabel]);
    const fields = [...document.querySelectorAll('input, textarea, option')].map((each) => each.value ?? each.label);
    return [document.body.innerText, ...fields, ...hints].join('\\n');";

/// Opens the letter that declines a prospect.
const OPEN_DECLINE: &str = "const rows = [...document.querySelectorAll(\"[data-testid^='letter-row-']\")];
    rows.find((row) => row.innerText.includes('Decline')).querySelector('button').click();";

#[tokio::test]
async fn html_in_any_field_of_any_record_is_shown_as_text() {
    let home = Home::fresh();
    let marks = planted::plant(&home.ledger());
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    let mut shown = String::new();

    for place in ["nav-today", "nav-clients", "nav-offering", "nav-enquiries", "nav-letters", "nav-settings"]
    {
        window.click(place).await;
        window.see_selector(&format!("[data-testid='{place}'][aria-current]")).await;
        look(&window, place, &mut shown).await;
    }
    window.click("nav-offering").await;
    window.click_selector("[data-testid^='improvement-'] [aria-label*='improvement.what']").await;
    window.see("record-save").await;
    look(&window, "improvement", &mut shown).await;
    window.press(&[], Key::Escape).await;
    window.gone("record-dialog").await;
    window.click("nav-enquiries").await;
    window.click("tab-fit").await;
    look(&window, "whom we fit", &mut shown).await;
    window.click_selector("[data-testid^='fit-'] [aria-label*='fit_criterion.name']").await;
    window.see("record-save").await;
    look(&window, "criterion", &mut shown).await;
    window.press(&[], Key::Escape).await;
    window.gone("record-dialog").await;
    window.click("nav-settings").await;
    window.click_words("[data-testid='referrals'] button", "referral_contact.name").await;
    window.see("record-save").await;
    look(&window, "referral", &mut shown).await;
    window.press(&[], Key::Escape).await;
    window.gone("record-dialog").await;
    window.click("nav-letters").await;
    // The other one is too late for its notice, and shows no words before that is settled.
    window.see_selector("[data-testid^='letter-row-'] button").await;
    window.ask(OPEN_DECLINE, json!([])).await;
    window.see_words("main", "Yours sincerely").await;
    look(&window, "letter", &mut shown).await;

    window.click("nav-today").await;
    window.click("go-templates").await;
    look(&window, "templates", &mut shown).await;
    window.press(&[], "f").await;
    window.see("friday-save").await;
    look(&window, "friday", &mut shown).await;
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    window.type_text("client.name").await;
    window.see_words("[data-testid='option-found']", "onerror").await;
    look(&window, "find", &mut shown).await;
    window.leave_palette().await;

    window.click("nav-clients").await;
    window.open_client(&planted::client()).await;
    look(&window, "client", &mut shown).await;
    let lines = window.count(LINES).await;
    assert!(lines > 15, "the client has a record of nearly each kind in view, there are {lines}");
    for line in 0..lines {
        window
            .ask(
                "document.querySelectorAll(arguments[0])[arguments[1]].click(); return true",
                json!([LINES, line]),
            )
            .await;
        window.see("record-save").await;
        look(&window, &format!("form {line}"), &mut shown).await;
        window.press(&[], Key::Escape).await;
        window.gone("record-dialog").await;
    }
    window.choose_of_client("client-history").await;
    window.see("history").await;
    look(&window, "history", &mut shown).await;
    window.close(&machine).await;
    let unseen: Vec<&String> = marks.iter().filter(|mark| !shown.contains(mark.as_str())).collect();
    assert_eq!(unseen, [""; 0], "each field was looked at somewhere");
}

/// What opens a record on the page of its client.
const LINES: &str = "main li button[aria-keyshortcuts='x']";

/// Looks at a screen: HTML is there, as text, and nothing came of it. What was read is added to what was before.
async fn look(window: &Window, screen: &str, shown: &mut String) {
    window.see_words("body", "<img src=x onerror=").await;
    window.picture(&format!("10 HTML as text, {screen}")).await;
    let nothing = json!({ "made": [], "ran": null, "title": "Kindly" });
    assert_eq!(window.ask(MADE_OF_HTML, json!([])).await, nothing, "{screen} shows it as text");
    let text = window.ask(SHOWN, json!([])).await;
    shown.push_str(text.as_str().expect("what is shown is text"));
}

#[tokio::test]
async fn the_page_reaches_nothing_but_kindlys_commands() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;

    let refused = [
        (
            "a script made of text",
            "return (() => { try { new Function('return 1')(); return 'done' } catch { return 'refused' } })()",
        ),
        (
            "another site",
            "return fetch('http://127.0.0.1:9/').then(() => 'done', () => violated() ? 'refused' : 'tried')",
        ),
        ("a file dialog of its own", "return call('plugin:dialog|open', { options: {} })"),
        ("the clipboard past Kindly", "return call('plugin:clipboard-manager|read_text', {})"),
        (
            "the window's place and size",
            "return call('plugin:window|set_size', { value: { Logical: { width: 1, height: 1 } } })",
        ),
        ("a command nobody wrote", "return call('delete_everything', {})"),
    ];
    let helpers = "
        const violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI));
        const violated = () => violations.length > 0;
        const call = (command, given) =>
            window.__TAURI_INTERNALS__.invoke(command, given).then(() => 'done', () => 'refused');\n";
    for (what, script) in refused {
        let answer = window.ask(&format!("{helpers}{script}"), Value::Array(Vec::new())).await;
        assert_eq!(answer, json!("refused"), "the page gets no {what}");
    }
    window.close(&machine).await;
}
