//! Nothing leads out of the window: no link, no second window, no script that came with the words of a record.
use std::net::{TcpListener, TcpStream};

use serde_json::{Value, json};
use thirtyfour::Key;

use super::sample_opened;
use crate::{home::Home, window::Window};

/// Ways off the page. Each is begun by a script of the page itself, which is more than a record's words could do.
const WAYS_OFF: &[(&str, &str)] = &[
    ("another site", "location.href = 'http://example.invalid/'"),
    ("another site, in place", "location.replace('http://example.invalid/')"),
    ("a file of this computer", "location.href = 'file:///etc/passwd'"),
    ("a page made of its address", "location.href = 'data:text/html,<h1>elsewhere</h1>'"),
    ("an empty page", "location.href = 'about:blank'"),
    ("a script for an address", "location.href = 'javascript:document.title=\"elsewhere\"'"),
    ("a link", "click(element('a', { href: 'http://example.invalid/' }))"),
    ("a link to a file", "click(element('a', { href: 'file:///etc/passwd' }))"),
    ("a link with a script", "click(element('a', { href: 'javascript:document.title=\"elsewhere\"' }))"),
    (
        "a link into a new window",
        "click(element('a', { href: 'http://example.invalid/', target: '_blank' }))",
    ),
    ("a form", "element('form', { action: 'http://example.invalid/', method: 'post' }).submit()"),
    (
        "a base address",
        "element('base', { href: 'http://example.invalid/' }); click(element('a', { href: 'x' }))",
    ),
    ("a refresh", "element('meta', { httpEquiv: 'refresh', content: '0; url=http://example.invalid/' })"),
    ("a download", "click(element('a', { href: URL.createObjectURL(new Blob(['x'])), download: 'x.html' }))"),
];

/// Small things that the scripts below share. What they put on the page is marked, so that it can be taken off again.
const HELPERS: &str = "
    const element = (name, given) => {
        const made = Object.assign(document.createElement(name), given);
        made.dataset.planted = '';
        (name === 'base' || name === 'meta' ? document.head : document.body).append(made);
        return made;
    };
    const click = (made) => { made.textContent = 'away'; made.click(); };
    const frames = async (count) => {
        for (let at = 0; at < count; at += 1) await new Promise((painted) => requestAnimationFrame(painted));
    };\n";

#[tokio::test]
async fn no_way_leads_off_the_page() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let address = ask(&window, "return location.href").await;
    ask(&window, "window.stayed = true; return true").await;
    for (what, script) in WAYS_OFF {
        // A page that is left forgets its variables; one that is about to be left still answers, so it gets time to.
        let script = format!("try {{ {script} }} catch {{}} await frames(10); return true");
        ask(&window, &script).await;
        assert_eq!(ask(&window, "return location.href").await, address, "{what} leads nowhere");
        assert_eq!(
            ask(&window, "return window.stayed").await,
            json!(true),
            "{what} leaves the page as it is"
        );
        ask(
            &window,
            "document.querySelectorAll('[data-planted]').forEach((each) => each.remove()); return true",
        )
        .await;
    }
    let opened =
        "return window.open('http://example.invalid/') === null && window.open('about:blank') === null";
    assert_eq!(ask(&window, opened).await, json!(true), "no second window opens");
    assert_eq!(window.windows().await, 1, "there is one window still");
    assert_eq!(ask(&window, "return document.title").await, json!("Kindly"), "no script changed the title");

    // It works on as if nothing had been tried.
    window.click("nav-letters").await;
    window.see("headline").await;
    window.close(&machine).await;
    let downloads = [home.path("Downloads"), home.path("x.html")];
    assert!(downloads.iter().all(|place| !place.exists()), "nothing was downloaded");
}

/// What somebody might plant on the page who got that far; each would tell that it ran by a variable of the window's, by
/// a line around the page, or at the address where the test listens.
const PLANTED: &[(&str, &str)] = &[
    ("an inline script", "element('script', { textContent: 'window.ran = true' })"),
    ("a script of another site", "element('script', { src: address })"),
    ("a script made of its address", "element('script', { src: 'data:text/javascript,window.ran=true' })"),
    (
        "an attribute with a script",
        "element('img', { src: 'x' }).setAttribute('onerror', 'window.ran = true')",
    ),
    ("HTML for text", "element('div', {}).innerHTML = '<img src=x onerror=\"window.ran = true\">'"),
    (
        "HTML beside an element",
        "element('p', {}).insertAdjacentHTML('beforeend', '<svg onload=\"window.ran = true\">')",
    ),
    ("HTML for a page", "document.write('<script>window.ran = true</script>')"),
    ("a page in the page", "element('iframe', { srcdoc: '<script>parent.ran = true</script>' })"),
    ("another site in the page", "element('iframe', { src: address })"),
    ("a plug-in", "element('object', { data: address })"),
    ("a script of text", "new Function('window.ran = true')()"),
    ("text that is evaluated", "(0, eval)('window.ran = true')"),
    ("a timer with text", "setTimeout('window.ran = true')"),
    ("a worker", "new Worker(URL.createObjectURL(new Blob([`fetch('${address}')`])))"),
    ("a style of another site", "element('link', { rel: 'stylesheet', href: address })"),
    ("a page fetched ahead", "element('link', { rel: 'prefetch', href: address })"),
    ("a connection made ahead", "element('link', { rel: 'preconnect', href: address })"),
    ("an inline style", "element('style', { textContent: 'body { outline: 7px solid red }' })"),
    ("a prototype that everything shares", "Object.prototype.ran = true"),
    ("fetch", "fetch(address).catch(() => 0)"),
    ("an older request", "const asked = new XMLHttpRequest(); asked.open('GET', address); asked.send()"),
    ("a socket", "new WebSocket(address.replace('http', 'ws'))"),
    ("a beacon", "navigator.sendBeacon(address, 'x')"),
    ("a stream of events", "new EventSource(address)"),
    ("a picture", "new Image().src = address"),
    ("a film", "element('video', { src: address }).play()"),
    ("a font", "new FontFace('away', `url(${address})`).load().catch(() => 0)"),
];

#[tokio::test]
async fn what_is_planted_on_the_page_neither_runs_nor_loads() {
    let elsewhere = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    elsewhere.set_nonblocking(true).expect("a listener can be asked without waiting");
    let address = elsewhere.local_addr().expect("a bound socket has an address");
    let heard = || elsewhere.accept().is_ok();

    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    for (what, script) in PLANTED {
        let script = format!(
            "const address = 'http://{address}/';
             try {{ {script} }} catch {{}}
             await frames(10);
             return window.ran === true || getComputedStyle(document.body).outlineWidth === '7px'"
        );
        assert_eq!(ask(&window, &script).await, json!(false), "{what} does nothing");
        assert!(!heard(), "{what} reaches nobody");
    }
    window.close(&machine).await;
    assert!(!heard(), "nothing came late either");

    let _caller = TcpStream::connect(address).expect("the test itself reaches what it listens on");
    assert!(heard(), "whoever had called would have been heard");
}

#[tokio::test]
async fn the_menu_of_the_right_mouse_button_does_not_reload_the_page() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let kept = "const heard = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
        return document.querySelector(arguments[0]).dispatchEvent(heard)";
    window.press(&[Key::Control], "k").await;
    window.see_focused("[data-testid='find-dialog'] input").await;
    for (selector, opens) in
        [("h1", false), ("main a", false), ("button", false), ("[data-testid=find-dialog] input", true)]
    {
        assert_eq!(
            window.ask(kept, json!([selector])).await,
            json!(opens),
            "whether the menu opens on {selector}"
        );
    }
    window.close(&machine).await;
}

/// Asks the page with the helpers at hand.
async fn ask(window: &Window, script: &str) -> Value {
    window.ask(&format!("{HELPERS}return (async () => {{ {script} }})()"), json!([])).await
}
