//! What a new user does in the first two days, by keyboard alone: files in, things recorded, a verdict understood, a letter
//! sent, a mistake of yesterday taken back, and the move to another computer. Nothing here touches a pointer.
use std::{
    cell::{Cell, RefCell},
    path::PathBuf,
    time::Instant,
};

use serde_json::json;
use thirtyfour::Key;

use super::questions::files;
use crate::{home::Home, machine::Machine, window::Window};

const PASSPHRASE: &str = "amber candle meadow lantern";
const FLAGGED: &str = "Grove Brothers";

/// What happened this week, as it is typed.
const LINES: [&str; 5] = [
    "ashby csat 5 \"clear, and on time\" yesterday",
    "birch owes brief by friday",
    "cole worked 1:30 \"report layout\"",
    "drew complained \"report unclear\" \"too many pages\"",
    "elm praised \"best report so far\"",
];

#[tokio::test]
async fn the_first_two_days_go_by_keyboard_alone() {
    let mut home = Home::fresh();
    home.on("2026-11-21");
    let (pdf, bundle) = (home.path("refusal.pdf"), home.path("move.kindly-bundle"));
    let files: Vec<_> = files().iter().map(|(name, content)| home.write(name, content)).collect();
    home.answer_dialogs(&files.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    let machine = Machine::start(&home).await;
    let hand = Hand::at(Window::open(&machine).await, Count::default());
    bring_the_files_in(&hand, files.len()).await;
    hand.line("grove csat 5 \"meant for Fenwick\"").await;
    hand.done("a mistake is made");
    let count = hand.close(&machine).await;
    drop(machine);

    home.on("2026-11-22");
    home.answer_dialogs(&[&pdf, &bundle]);
    let machine = Machine::start(&home).await;
    let hand = Hand::at(Window::open(&machine).await, count);
    hand.window.see_client(FLAGGED).await;
    for line in LINES {
        hand.line(line).await;
    }
    hand.done("five things are recorded");
    take_the_mistake_back(&hand).await;
    find_out_why(&hand).await;
    send_the_refusal(&hand).await;
    assert!(pdf.exists(), "the letter lies where it was saved");
    write_the_bundle(&hand).await;
    let count = hand.close(&machine).await;
    drop(machine);

    let other = Home::fresh();
    other.answer_dialogs(&[&bundle]);
    let machine = Machine::start(&other).await;
    let hand = Hand::at(Window::open(&machine).await, count);
    hand.tab_to("welcome-bring").await;
    hand.press(Key::Enter).await;
    hand.tab_to("bring-bundle").await;
    hand.press(Key::Enter).await;
    hand.window.see_focused("[data-testid='bundle-open-passphrase']").await;
    hand.write(PASSPHRASE).await;
    hand.press(Key::Enter).await;
    hand.tab_to("bundle-take-theirs").await;
    hand.press(Key::Enter).await;
    hand.window.see_client(FLAGGED).await;
    hand.window.picture("347 on the new laptop").await;
    hand.done("the new laptop has everything");
    hand.close(&machine).await.tell();
}

async fn bring_the_files_in(hand: &Hand, files: usize) {
    hand.tab_to("welcome-name").await;
    hand.write("Ines Marlow").await;
    hand.tab_to("welcome-import").await;
    hand.press(Key::Enter).await;
    hand.window.see("import-button").await;
    for _ in 0..files {
        hand.tab_to("import-button").await;
        hand.press(Key::Enter).await;
        hand.window.see_focused("[data-testid='import-confirm']").await;
        hand.press(Key::Enter).await;
        hand.window.see_focused("[data-testid='import-leave']").await;
    }
    hand.window.picture("340 the files are in").await;
    hand.press(Key::Enter).await;
    hand.window.see_client(FLAGGED).await;
    hand.done("clients and invoices are in");
}

async fn take_the_mistake_back(hand: &Hand) {
    hand.named("mistake", "option-action").await;
    hand.window.see_words("[data-testid='history']", FLAGGED).await;
    hand.tab_to_words("main li button", "Take this back", FLAGGED).await;
    hand.window.picture("341 a mistake of yesterday").await;
    hand.press(Key::Enter).await;
    hand.window.read("toast", "Taken back").await;
    hand.done("the mistake of yesterday is taken back");
}

async fn find_out_why(hand: &Hand) {
    hand.named("grove", "option-found").await;
    hand.window.read("verdict-sentence", "unhappy").await;
    hand.window.see_words("main", "Never happy").await;
    hand.tab_to_selector("main li > button[aria-expanded='false']").await;
    hand.press(Key::Enter).await;
    hand.window.see_selector("main li > button[aria-expanded='true']").await;
    hand.window.picture("342 why, with the records behind it").await;
    hand.done("why a client is flagged");
}

async fn send_the_refusal(hand: &Hand) {
    // What was agreed came in no file.
    hand.named("record engagement", "option-action").await;
    hand.window.see_focused("dialog[open] [data-field='title']").await;
    hand.write("Monthly reports").await;
    for (field, text) in [
        ("startsOn", "2025-02-01"),
        ("termEndsOn", "2027-01-31"),
        ("renewsByMonths", "12"),
        ("noticeCount", "2"),
    ] {
        hand.tab_to_selector(&format!("dialog[open] [data-field='{field}']")).await;
        hand.write(text).await;
    }
    hand.press(Key::Enter).await;
    hand.window.gone("record-dialog").await;
    hand.named("letterhead", "option-action").await;
    hand.window.see("settings-form").await;
    hand.tab_to_selector("[data-testid='settings-form'] textarea").await;
    hand.write("4 Canal Row").await;
    hand.press(Key::Enter).await;
    hand.write("Leeds LS1 4DY").await;
    hand.tab_to("settings-save").await;
    hand.press(Key::Enter).await;
    hand.window.see_words("[data-testid='toast']", "").await;
    hand.named("grove", "option-found").await;
    hand.window.read("verdict-sentence", "unhappy").await;
    hand.named("renewal refusal", "option-action").await;
    hand.window.read_field("letter-paragraph-0", "will not renew").await;
    hand.window.picture("343 the refusal").await;
    hand.tab_to("letter-finish").await;
    hand.press(Key::Enter).await;
    hand.window.see("finish-dialog").await;
    hand.tab_to("finish-do").await;
    hand.press(Key::Enter).await;
    hand.window.read("letter-number", "L-").await;
    hand.window.gone("finish-dialog").await;
    hand.window.press(&[Key::Control], "s").await;
    hand.window.read("toast", "refusal.pdf").await;
    hand.tab_to("letter-sent").await;
    hand.press(Key::Enter).await;
    hand.window.see("sent-dialog").await;
    hand.tab_to("sent-do").await;
    hand.press(Key::Enter).await;
    hand.window.see("letter-sent-line").await;
    hand.window.picture("344 sent").await;
    hand.done("the refusal is sent");
}

async fn write_the_bundle(hand: &Hand) {
    hand.named("new laptop", "option-action").await;
    hand.tab_to("bundle-write").await;
    hand.press(Key::Enter).await;
    hand.window.see_focused("[data-testid='bundle-passphrase']").await;
    hand.write(PASSPHRASE).await;
    hand.window.read("strength", "Very strong").await;
    hand.tab_to("bundle-passphrase-again").await;
    hand.write(PASSPHRASE).await;
    hand.press(Key::Enter).await;
    hand.window.see("bundle-written").await;
    hand.window.picture("346 ready to move").await;
    hand.done("a bundle for the new laptop");
}

/// What the tasks took so far.
struct Count {
    keys: Cell<usize>,
    begun: Cell<Instant>,
    tasks: RefCell<Vec<String>>,
}

impl Default for Count {
    fn default() -> Self {
        Self { keys: Cell::default(), begun: Cell::new(Instant::now()), tasks: RefCell::default() }
    }
}

impl Count {
    #[expect(clippy::print_stdout, reason = "what a task takes is what a reader wants to know")]
    fn tell(&self) {
        for task in self.tasks.borrow().iter() {
            println!("by keyboard, {task}");
        }
    }
}

/// Somebody at a keyboard, and what their tasks take.
struct Hand {
    window: Window,
    count: Count,
}

impl Hand {
    fn at(window: Window, count: Count) -> Self {
        count.begun.set(Instant::now());
        Self { window, count }
    }

    async fn close(self, machine: &Machine) -> Count {
        self.window.close(machine).await;
        self.count
    }

    async fn press(&self, key: Key) {
        self.count.keys.set(self.count.keys.get() + 1);
        self.window.press(&[], key).await;
    }

    async fn write(&self, text: &str) {
        self.count.keys.set(self.count.keys.get() + text.len());
        self.window.type_text(text).await;
    }

    async fn tab_to(&self, test_id: &str) {
        self.tab_to_selector(&format!("[data-testid='{test_id}']")).await;
    }

    /// A person sees what there is before they go to it.
    async fn tab_to_selector(&self, selector: &str) {
        self.window.see_selector(selector).await;
        let tabs = self.window.tab_to(selector).await;
        self.count.keys.set(self.count.keys.get() + tabs);
    }

    /// Goes by Tab to the button with those words, in the line that has the others.
    async fn tab_to_words(&self, selector: &str, words: &str, line: &str) {
        let mark = "const [selector, words, line] = arguments;
            const found = [...document.querySelectorAll(selector)].find((each) =>
                each.innerText.includes(words) && each.closest('li').innerText.includes(line));
            found?.setAttribute('data-sought', '');
            return found !== undefined";
        self.window.until(&format!("{line} can be seen"), mark, json!([selector, words, line])).await;
        self.tab_to_selector("[data-sought]").await;
    }

    /// Types a line and records it.
    async fn line(&self, text: &str) {
        self.window.begin_line().await;
        self.write(text).await;
        self.window.see("option-record").await;
        self.press(Key::Enter).await;
        self.window.palette_closed().await;
    }

    /// Finds or does something by its name.
    async fn named(&self, text: &str, option: &str) {
        self.window.press(&[Key::Control], "k").await;
        self.window.see_focused("[data-testid='find-dialog'] input").await;
        self.write(text).await;
        self.window.see_selector(&format!("[data-testid='{option}'][aria-selected='true']")).await;
        self.press(Key::Enter).await;
        self.window.palette_closed().await;
    }

    fn done(&self, task: &str) {
        let Count { keys, begun, tasks } = &self.count;
        let seconds = begun.get().elapsed().as_secs_f64();
        tasks.borrow_mut().push(format!("{task}: {} keys, {seconds:.1} s", keys.take()));
        begun.set(Instant::now());
    }
}
