//! The window as a person sees it: things are found by their test id, and waited for, never slept for.
use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, TypingData,
    error::{WebDriverError, WebDriverErrorInner},
    extensions::query::ElementQuery,
    prelude::{By, ElementQueryable as _, Key, WebDriver, WebElement},
};

use crate::machine::{GLANCE, Machine, PATIENCE};

/// Fonts are there, what moves has come to rest, and a frame was painted since: a picture before that shows less than
/// a person sees. What moves for ever is not waited for.
const SETTLED: &str = "
    const ending = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity);
    const frame = () => new Promise((painted) => requestAnimationFrame(painted));
    return Promise.allSettled([document.fonts.ready, ...ending.map((each) => each.finished)])
        .then(frame).then(frame).then(() => true);";

/// The first that is seen with the words in it. The page looks itself: asked one by one, a long list would take minutes.
const SEEN_WITH_WORDS: &str = "[...document.querySelectorAll(arguments[0])]
    .find((each) => each.getClientRects().length > 0 && each.innerText.includes(arguments[1]))";

/// How often a thing may be drawn anew while it is looked for.
const MOST_STALE: usize = 5;
/// More than any dialog has fields.
const MOST_TABS: usize = 40;

/// An open window.
pub(crate) struct Window {
    driver: WebDriver,
}

impl Window {
    /// Opens Kindly on that machine.
    pub(crate) async fn open(machine: &Machine) -> Self {
        Self::open_program(machine, Path::new(env!("CARGO_BIN_EXE_kindly"))).await
    }

    /// Opens Kindly by a program that becomes it.
    pub(crate) async fn open_program(machine: &Machine, program: &Path) -> Self {
        let mut wanted = Capabilities::new();
        wanted
            .set("webkitgtk:browserOptions", json!({ "binary": program, "args": [] }))
            .expect("paths are text");
        let patience = PATIENCE.as_millis();
        wanted
            .set("timeouts", json!({ "script": patience, "pageLoad": patience }))
            .expect("a number of milliseconds is one");
        let driver = WebDriver::new(machine.driver_address(), wanted).await.expect("the window opens");
        Self { driver }
    }

    /// Closes it, and waits until it is gone.
    pub(crate) async fn close(self, machine: &Machine) {
        self.driver.quit().await.expect("the window closes");
        machine.until_closed().await;
    }

    /// Waits until the thing with that test id is seen.
    pub(crate) async fn see(&self, test_id: &str) -> WebElement {
        self.expect(self.waiting(By::Css(by_test_id(test_id))), test_id).await
    }

    /// Waits until it is seen with those words in it, and returns all of its text.
    pub(crate) async fn read(&self, test_id: &str, words: &str) -> String {
        let element = self.see_words(&by_test_id(test_id), words).await;
        element.text().await.expect("what is seen can be read")
    }

    /// Waits until the field holds those words, and returns all that it holds.
    pub(crate) async fn read_field(&self, test_id: &str, words: &str) -> String {
        let selector = by_test_id(test_id);
        self.until_field_holds(&selector, words).await;
        let value = self.ask("return document.querySelector(arguments[0]).value", json!([selector])).await;
        value.as_str().expect("a field holds text").to_owned()
    }

    /// Clicks it once it is there.
    pub(crate) async fn click(&self, test_id: &str) {
        self.click_selector(&by_test_id(test_id)).await;
    }

    /// Waits until nothing of it is left.
    pub(crate) async fn gone(&self, test_id: &str) {
        self.until_count(&by_test_id(test_id), 0).await;
    }

    /// How many there are, now.
    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.driver.find_all(By::Css(selector)).await.expect("a page can be asked").len()
    }

    /// Waits until there are so many.
    pub(crate) async fn until_count(&self, selector: &str, count: usize) {
        let script = "return document.querySelectorAll(arguments[0]).length === arguments[1]";
        self.until(&format!("there are {count} of {selector}"), script, json!([selector, count])).await;
    }

    /// Waits until any field holds those words.
    pub(crate) async fn until_field_holds(&self, selector: &str, words: &str) {
        let script = "return document.querySelector(arguments[0])?.value?.includes(arguments[1]) ?? false";
        self.until(&format!("{selector} holds “{words}”"), script, json!([selector, words])).await;
    }

    /// Waits for anything by a selector.
    pub(crate) async fn see_selector(&self, selector: &str) -> WebElement {
        self.expect(self.waiting(By::Css(selector)), selector).await
    }

    /// Clicks anything by a selector once it is there and nothing lies over it: a dialog that is just closing may.
    pub(crate) async fn click_selector(&self, selector: &str) {
        let clicked = async {
            let mut glance = tokio::time::interval(GLANCE);
            loop {
                let element = self.expect(self.waiting(By::Css(selector)).and_clickable(), selector).await;
                match element.click().await.map_err(WebDriverError::into_inner) {
                    Ok(()) => return,
                    Err(
                        WebDriverErrorInner::ElementNotInteractable(_)
                        | WebDriverErrorInner::ElementClickIntercepted(_)
                        | WebDriverErrorInner::StaleElementReference(_),
                    ) => drop(glance.tick().await),
                    Err(error) => panic!("{selector} can be clicked: {error:?}"),
                }
            }
        };
        if tokio::time::timeout(PATIENCE, clicked).await.is_err() {
            self.picture(&failed()).await;
            panic!("{selector} is there, and can be clicked");
        }
    }

    /// Clicks the first of them with those words in it.
    pub(crate) async fn click_words(&self, selector: &str, words: &str) {
        let element = self.see_words(selector, words).await;
        element.click().await.unwrap_or_else(|error| panic!("“{words}” can be clicked: {error}"));
    }

    /// Waits until something is seen with those words in it.
    pub(crate) async fn see_words(&self, selector: &str, words: &str) -> WebElement {
        let arguments = json!([selector, words]);
        let what = format!("the window shows {selector} with “{words}”");
        self.until(&what, &format!("return {SEEN_WITH_WORDS} !== undefined"), arguments).await;
        let found = self
            .driver
            .execute(format!("return {SEEN_WITH_WORDS}"), vec![json!(selector), json!(words)])
            .await;
        found.expect("the page can be asked").element().expect("what was seen is still there")
    }

    /// Waits until those words are no longer seen in it.
    pub(crate) async fn words_gone(&self, selector: &str, words: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .some((each) => !each.innerText.includes(arguments[1]))";
        self.until(&format!("{selector} is without “{words}”"), script, json!([selector, words])).await;
    }

    /// Waits until the keyboard writes into it.
    pub(crate) async fn see_focused(&self, selector: &str) {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.until(&format!("the keyboard is at {selector}"), script, json!([selector])).await;
    }

    /// Presses Tab until the keyboard is there, as a person does who looks where it is. How often that was.
    pub(crate) async fn tab_to(&self, selector: &str) -> usize {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        for tabs in 1..=MOST_TABS {
            self.press(&[], Key::Tab).await;
            if self.ask(script, json!([selector])).await == json!(true) {
                return tabs;
            }
        }
        panic!("{selector} is reached by {MOST_TABS} tabs");
    }

    /// Types where the keyboard is.
    pub(crate) async fn type_text(&self, text: &str) {
        self.press(&[], text).await;
    }

    /// Presses a key, with others held.
    pub(crate) async fn press(&self, held: &[Key], key: impl Into<TypingData>) {
        let mut keys = self.driver.action_chain_with_delay(Some(Duration::ZERO), None);
        for modifier in held {
            keys = keys.key_down(modifier.clone());
        }
        keys = keys.send_keys(key);
        for modifier in held.iter().rev() {
            keys = keys.key_up(modifier.clone());
        }
        keys.perform().await.expect("keys can be pressed");
    }

    /// Asks the page itself; a promise is waited for.
    pub(crate) async fn ask(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().expect("a script's arguments are a list").clone();
        self.driver.execute(script, arguments).await.expect("the page can be asked").json().clone()
    }

    /// How many windows there are.
    pub(crate) async fn windows(&self) -> usize {
        self.driver.windows().await.expect("the driver knows its windows").len()
    }

    /// Waits until the page answers that something is so.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Value) {
        let so = async {
            let mut glance = tokio::time::interval(GLANCE);
            while self.ask(script, arguments.clone()).await != json!(true) {
                glance.tick().await;
            }
        };
        if tokio::time::timeout(PATIENCE, so).await.is_err() {
            self.picture(&failed()).await;
            let shown = self.ask("return document.body.innerText", json!([])).await;
            panic!("in the window, {what}; instead it shows {shown}");
        }
    }

    /// Keeps a picture of what is seen, outside of the source: in `KINDLY_SCREENSHOTS`, or beside the build.
    pub(crate) async fn picture(&self, name: &str) {
        self.ask(SETTLED, json!([])).await;
        let folder = screenshots();
        fs::create_dir_all(&folder).expect("the folder of the screenshots can be made");
        let png = self.driver.screenshot_as_png().await.expect("the window can be pictured");
        fs::write(folder.join(format!("{name}.png")), png).expect("a screenshot can be written");
    }

    /// The same, with the pointer where nothing is lit by it.
    pub(crate) async fn picture_without_pointer(&self, name: &str) -> Vec<u8> {
        self.driver.action_chain().move_to(0, 0).perform().await.expect("the pointer can be moved");
        self.picture(name).await;
        fs::read(screenshots().join(format!("{name}.png"))).expect("it was written just now")
    }

    fn waiting(&self, by: By) -> ElementQuery {
        self.driver.query(by).wait(PATIENCE, GLANCE)
    }

    /// The element, or a panic that says what the window showed instead.
    async fn expect(&self, query: ElementQuery, what: &str) -> WebElement {
        let query = query.and_displayed();
        let mut answer = query.first().await;
        // What was drawn anew between being found and being looked at is found again.
        for _ in 0..MOST_STALE {
            match &answer {
                Err(error) if error.to_string().contains("stale") => answer = query.first().await,
                _ => break,
            }
        }
        match answer {
            Ok(element) => element,
            Err(error) => {
                self.picture(&failed()).await;
                let shown = self.ask("return document.body.innerText", json!([])).await;
                panic!("the window shows {what}; instead it shows {shown} ({error})");
            }
        }
    }
}

fn by_test_id(test_id: &str) -> String {
    format!("[data-testid='{test_id}']")
}

/// The name of the picture of a test that fails: each has its own.
fn failed() -> String {
    format!("failed {}", thread::current().name().unwrap_or("journey").replace("::", " "))
}

fn screenshots() -> PathBuf {
    match env::var_os("KINDLY_SCREENSHOTS") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screenshots"),
    }
}
