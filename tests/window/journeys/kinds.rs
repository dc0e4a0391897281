//! Every kind of record that has a form: typed into it, found, taken back, done again, and changed in place.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, window::Window};
use Fill::{Choose, Pick, Put};

/// What is done to a field.
enum Fill {
    /// Typed into it.
    Put(&'static str, &'static str),
    /// Chosen from its list, by the option's selector.
    Pick(&'static str, &'static str),
    /// Chosen from alternatives that stand side by side.
    Choose(&'static str, &'static str),
}

/// A kind, as somebody records it.
struct Kind {
    /// The key that begins it.
    key: &'static str,
    name: &'static str,
    fills: &'static [Fill],
    /// A word of it that nothing else in the ledger has, where it keeps words: its field, and the word.
    word: Option<(&'static str, &'static str)>,
}

const ANY: &str = "option:nth-of-type(2)";

/// In an order in which each finds what it rests on. A document is a file, and has a journey of its own.
const KINDS: &[Kind] = &[
    Kind { key: "c", name: "check_in", fills: &[Put("value", "4")], word: None },
    Kind { key: "p", name: "complaint", fills: &[], word: Some(("theme", "Quillback")) },
    Kind { key: "r", name: "praise", fills: &[], word: Some(("words", "Splendiferous")) },
    Kind { key: "d", name: "deliverable", fills: &[Put("dueOn", "+10")], word: Some(("title", "Zeppelin")) },
    Kind {
        key: "a",
        name: "engagement",
        fills: &[Put("agreedOn", "today")],
        word: Some(("title", "Yarrow")),
    },
    Kind {
        key: "u",
        name: "template",
        fills: &[Choose("what", "deliverable")],
        word: Some(("title", "Wombat")),
    },
    Kind { key: "o", name: "obligation", fills: &[Put("dueOn", "+5")], word: Some(("title", "Vellichor")) },
    Kind { key: "i", name: "invoice", fills: &[Put("amount", "1200")], word: Some(("number", "Umbra9")) },
    Kind { key: "y", name: "payment", fills: &[Pick("invoice", ANY), Put("amount", "12")], word: None },
    Kind { key: "g", name: "concession", fills: &[Put("amount", "50")], word: Some(("what", "Tamarind")) },
    Kind { key: "q", name: "request", fills: &[], word: Some(("what", "Sassafras")) },
    Kind {
        key: "n",
        name: "incident",
        fills: &[Choose("what", "threat")],
        word: Some(("observed", "Rhododendron")),
    },
    Kind { key: "t", name: "time_entry", fills: &[Put("seconds", "1:30")], word: Some(("what", "Quokka")) },
    Kind { key: "m", name: "attention", fills: &[Put("minutes", "25")], word: Some(("what", "Pomegranate")) },
    Kind { key: "v", name: "conversation", fills: &[], word: Some(("asked", "Obelisk")) },
    Kind { key: "e", name: "enquiry", fills: &[], word: Some(("subject", "Nasturtium")) },
    Kind {
        key: "s",
        name: "decision",
        fills: &[Pick("reason", "option[value='goes_well']"), Choose("what", "renew")],
        word: None,
    },
    Kind {
        key: "x",
        name: "ending",
        fills: &[Choose("ended_by", "them"), Pick("reason", "option[value='price']")],
        word: Some(("words", "Marzipan")),
    },
    Kind { key: "l", name: "client", fills: &[], word: Some(("name", "Lodestar")) },
    Kind { key: "f", name: "referral_contact", fills: &[], word: Some(("name", "Kingfisher")) },
];

#[tokio::test]
async fn every_kind_is_recorded_found_taken_back_and_done_again() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    for kind in KINDS {
        window.click("nav-clients").await;
        window.open_client(NEVER_HAPPY).await;
        let before = window.next_undo().await;

        fill(&window, kind).await;
        window.picture(&format!("50 kind {}", kind.name)).await;
        window.save_record().await;
        window.until_undo_is_not(&before).await;
        let after = window.next_undo().await;
        window.read("toast", "Recorded").await;

        if let Some((_, word)) = kind.word {
            window.find(&word.to_lowercase(), word).await;
            window.leave_palette().await;
        }
        window.press(&[Key::Control], "z").await;
        window.until_undo_is(&before).await;
        window.press(&[Key::Shift, Key::Control], "z").await;
        window.until_undo_is(&after).await;
    }
    window.close(&machine).await;
}

/// What stands on the client's page is opened there and changed there.
#[tokio::test]
async fn what_stands_on_the_clients_page_is_changed_in_place() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    for kind in KINDS.iter().filter(|kind| ["d", "o", "g", "q", "a"].contains(&kind.key)) {
        let (field, word) = kind.word.expect("the kinds of this journey have a title");
        fill(&window, kind).await;
        window.save_record().await;
        window.see_words("main li", word).await;
        let before = window.next_undo().await;

        window.click_words("main li button", word).await;
        window.see("record-remove").await;
        let changed = format!("{word} anew");
        window.put(field, &changed).await;
        window.save_record().await;
        window.see_words("main li", &changed).await;
        window.until_undo_is_not(&before).await;

        window.press(&[Key::Control], "z").await;
        window.until_undo_is(&before).await;
        window.words_gone("main", &changed).await;
    }
    window.picture("51 kinds on the client's page").await;
    window.close(&machine).await;
}

/// Opens the kind's form by its key and fills what it needs; the keyboard is left in a field.
async fn fill(window: &Window, kind: &Kind) {
    window.begin_record(kind.key).await;
    for each in kind.fills {
        match each {
            Put("value", rating) => {
                window.see_focused("[data-field=value]").await;
                window.type_text(rating).await;
            }
            Put(field, text) => window.put(field, text).await,
            Pick(field, option) => window.pick(field, option).await,
            Choose(field, value) => window.choose(field, value).await,
        }
    }
    if let Some((field, word)) = kind.word {
        window.put(field, word).await;
    }
}
