//! What stands in a record is shown, never run; and the page can reach nothing but Kindly's own commands.
use serde_json::{Value, json};

use super::sample_opened;
use crate::home::Home;

const NAME: &str = "<b>Bold</b> & <img src=x onerror=document.title='run'>";

#[tokio::test]
async fn html_in_a_clients_name_is_shown_as_text() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.record_client(NAME).await;
    window.click("nav-clients").await;
    window.see_words("main", NAME).await;
    window.picture("10 a client named in HTML").await;
    assert_eq!(window.count("img").await, 0, "the name makes no picture");
    let bold = "return [...document.querySelectorAll('b')].some((each) => each.textContent === 'Bold')";
    assert_eq!(window.ask(bold, json!([])).await, json!(false), "the name makes no element");
    assert_eq!(
        window.ask("return document.title", json!([])).await,
        json!("Kindly"),
        "the name runs no script"
    );
    window.close(&machine).await;
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
