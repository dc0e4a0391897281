//! What a dialog cannot take, it says where it is wrong and how to mend it; it stays as it was, records nothing, and leads
//! back to where it was opened.
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{NEVER_HAPPY, letter::until_ink, sample_opened};
use crate::{home::Home, window::Window};
use At::{Alert, Field};

/// Where it is said what is wrong.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    /// At a field, which is marked and described by the words.
    Field(&'a str),
    /// Said aloud, about more than one field or none.
    Alert,
}

/// What a dialog answers to what it cannot take.
pub(super) struct Refusal<'a> {
    /// The dialog, by its test id.
    pub(super) dialog: &'a str,
    pub(super) at: At<'a>,
    /// What it says: what is wrong, and the mend.
    pub(super) words: &'a [&'a str],
    /// What was typed, and still stands in its field.
    pub(super) typed: &'a [(&'a str, &'a str)],
}

/// The words about a field that is marked as wrong; nothing where it is not.
const SAID_OF_FIELD: &str = "
    const [dialog, field] = arguments;
    const marked = document.querySelector(`dialog[open][data-testid='${dialog}'] ${field}`);
    if (marked?.ariaInvalid !== 'true') return '';
    const ids = (marked.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
    return ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' ');";

/// All that is said aloud in a dialog.
const SAID_ALOUD: &str = "
    const told = document.querySelectorAll(`dialog[open][data-testid='${arguments[0]}'] [role=alert]`);
    return [...told].map((each) => each.innerText).join(' ');";

/// The latest of what was done, as the history tells it.
const DONE: &str =
    "return window.__TAURI_INTERNALS__.invoke('history', { of: { of: 'everything' }, before: null })";

/// All that was recorded until now.
pub(super) async fn recorded(window: &Window) -> Value {
    window.ask(DONE, json!([])).await
}

/// Waits until the dialog refuses, and looks that it changed nothing: neither what was typed nor what is recorded.
pub(super) async fn check(window: &Window, before: &Value, refusal: &Refusal<'_>) {
    let Refusal { dialog, at, words, typed } = refusal;
    let (said, arguments) = match at {
        Field(field) => (SAID_OF_FIELD, json!([dialog, field, words])),
        Alert => (SAID_ALOUD, json!([dialog, "", words])),
    };
    let script = format!(
        "const said = ((...arguments) => {{ {said} }})(...arguments); return arguments[2].every((each) => said.includes(each))"
    );
    let place = if let Field(field) = at { field } else { "an alert" };
    window.until(&format!("{dialog} says {words:?} at {place}"), &script, arguments).await;
    if let Field(field) = at {
        window.see_focused(field).await;
    }
    assert_eq!(
        window.count(&format!("dialog[open][data-testid='{dialog}']")).await,
        1,
        "{dialog} stays open, so that it can be mended: {words:?}"
    );
    for (field, text) in *typed {
        let value = window
            .ask(
                "return document.querySelector(`dialog[open] ${arguments[0]}`)?.value ?? null",
                json!([field]),
            )
            .await;
        assert_eq!(value, json!(text), "what was typed into {field} of {dialog} is not lost: {words:?}");
    }
    assert_eq!(&recorded(window).await, before, "{dialog} records nothing of what it refuses: {words:?}");
}

/// Steps back by Escape: the dialog goes, and the keyboard is where it was opened.
pub(super) async fn step_back(window: &Window, dialog: &str, opener: &str) {
    window.press(&[], Key::Escape).await;
    window.until_count(&format!("dialog[open][data-testid='{dialog}']"), 0).await;
    window.see_focused(&format!("[data-testid='{opener}']")).await;
}

/// A form of a record that cannot be kept.
struct Form {
    kind: &'static str,
    /// What is typed: the field, and the text.
    typed: &'static [(&'static str, &'static str)],
    at: At<'static>,
    words: &'static [&'static str],
}

const FORMS: &[Form] = &[
    Form {
        kind: "invoice",
        typed: &[("number", "Q-9")],
        at: Field("[data-field='amount']"),
        words: &["Enter the amount", "such as 4800"],
    },
    Form {
        kind: "invoice",
        typed: &[("number", "Q-9"), ("amount", "a lot")],
        at: Field("[data-field='amount']"),
        words: &["“a lot” is not an amount", "write it like 4800"],
    },
    Form {
        kind: "deliverable",
        typed: &[("title", "Zeppelin"), ("dueOn", "31/31")],
        at: Field("[data-field='dueOn']"),
        words: &["“31/31” is not a day", "write it like 22/11"],
    },
    Form {
        kind: "deliverable",
        typed: &[("dueOn", "+10")],
        at: Alert,
        words: &["The deliverable has no title", "enter one"],
    },
    Form {
        kind: "complaint",
        typed: &[("theme", "Slow"), ("on", "-3"), ("answeredOn", "-9")],
        at: Alert,
        words: &["The complaint has its", "before its", "correct one of them"],
    },
    Form {
        kind: "concession",
        typed: &[("what", "A free hour")],
        at: Alert,
        words: &["“A free hour” has neither an amount nor hours", "enter at least one"],
    },
    Form {
        kind: "engagement",
        typed: &[("title", "Retainer"), ("renewsByMonths", "many")],
        at: Field("[data-field='renewsByMonths']"),
        words: &["“many” is not a whole number", "write it like 3"],
    },
    Form {
        kind: "time_entry",
        typed: &[("seconds", "soon")],
        at: Field("[data-field='seconds']"),
        words: &["“soon” is not a length of time", "write it like 1.5"],
    },
    Form {
        kind: "check_in",
        typed: &[("on", "yesterday")],
        at: Alert,
        words: &["Choose the rating they gave"],
    },
    Form {
        kind: "client",
        typed: &[("name", NEVER_HAPPY)],
        at: Alert,
        words: &["“Halden & Co” is there already", "give this one another name"],
    },
    Form {
        kind: "client",
        typed: &[("name", "Lodestar"), ("email", "petra")],
        at: Alert,
        words: &["“petra” is not an e-mail address", "write it like name@example.org"],
    },
];

#[tokio::test]
async fn a_form_that_cannot_be_kept_says_why_and_keeps_what_was_typed() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let before = recorded(&window).await;

    // Nobody is open here, so that it must be said whose record it is.
    window.click("record-button").await;
    window.click("record-kind-complaint").await;
    // The list of the clients lies over the form as long as one chooses from it.
    window.tab_to("[data-field='theme']").await;
    window.type_text("Slow").await;
    window.click("record-save").await;
    let whose = Refusal {
        dialog: "record-dialog",
        at: Field("[data-field='client']"),
        words: &["Choose whose record it is"],
        typed: &[("[data-field='theme']", "Slow")],
    };
    check(&window, &before, &whose).await;
    leave_form(&window).await;

    window.open_client(NEVER_HAPPY).await;
    for Form { kind, typed, at, words } in FORMS {
        window.click("record-button").await;
        window.click(&format!("record-kind-{kind}")).await;
        window.see("record-save").await;
        for (field, text) in *typed {
            window.put(field, text).await;
        }
        window.click("record-save").await;
        let fields: Vec<_> =
            typed.iter().map(|(field, text)| (format!("[data-field='{field}']"), *text)).collect();
        let fields: Vec<_> = fields.iter().map(|(field, text)| (field.as_str(), *text)).collect();
        let refusal = Refusal { dialog: "record-dialog", at: *at, words, typed: &fields };
        check(&window, &before, &refusal).await;
        leave_form(&window).await;
    }
    window.close(&machine).await;
}

/// What was typed is worth a question before it is thrown away.
async fn leave_form(window: &Window) {
    window.press(&[], Key::Escape).await;
    window.see("record-leave").await;
    window.see("record-save").await;
    window.click("record-leave").await;
    window.gone("record-dialog").await;
    window.see_focused("[data-testid='record-button']").await;
}

#[tokio::test]
async fn many_records_and_an_erasure_are_refused_as_a_whole() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let before = recorded(&window).await;
    for name in [NEVER_HAPPY, "Tamar Foods"] {
        window.ask("document.querySelector(`[data-name='${arguments[0]}'] a`).focus()", json!([name])).await;
        window.press(&[], "x").await;
    }
    window.click("bulk-client").await;
    for (field, text, at, words) in [
        (
            "check_in_every_days",
            "often",
            Field("[data-field='check_in_every_days']"),
            ["“often” is not a whole number", "write it like 3"],
        ),
        ("country", "Britain", Alert, ["“Britain” is not a country code", "use the two letters"]),
    ] {
        window.click_selector(&format!("[data-testid='bulk-field'] option[value='{field}']")).await;
        window.put(field, text).await;
        window.click("bulk-save").await;
        let typed = format!("[data-field='{field}']");
        let refusal = Refusal { dialog: "bulk-dialog", at, words: &words, typed: &[(&typed, text)] };
        check(&window, &before, &refusal).await;
    }
    step_back(&window, "bulk-dialog", "bulk-client").await;
    window.press(&[], Key::Escape).await;
    window.gone("bulk-bar").await;

    window.open_client(NEVER_HAPPY).await;
    window.choose_of_client("client-erase").await;
    window.see_focused("[data-testid='erase-name']").await;
    for name in ["", "halden"] {
        window.type_text(name).await;
        window.click("erase-do").await;
        let refusal = Refusal {
            dialog: "erase-dialog",
            at: Field("[data-testid='erase-name']"),
            words: &["not the name yet", "write it exactly as Halden & Co"],
            typed: &[("[data-testid='erase-name']", name)],
        };
        check(&window, &before, &refusal).await;
    }
    step_back(&window, "erase-dialog", "client-menu").await;
    window.see("verdict-sentence").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_line_is_not_put_off_to_a_day_that_has_passed_or_without_a_reason() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let before = recorded(&window).await;
    window.click("nav-today").await;
    window.click("need-snooze").await;
    window.choose("until", "day").await;
    let (day, reason) = ("[data-testid='snooze-day']", "[data-testid='snooze-reason']");
    for (text, words) in [
        ("someday", "Choose a day that lies ahead"),
        ("yesterday", "Choose a day that lies ahead"),
        ("22 Nov 2026", "Choose a day that lies ahead"),
    ] {
        window.put_into(day, text).await;
        window.put_into(reason, "They are away").await;
        window.click("snooze-save").await;
        let typed = [(day, text), (reason, "They are away")];
        let refusal = Refusal { dialog: "snooze-dialog", at: Field(day), words: &[words], typed: &typed };
        check(&window, &before, &refusal).await;
    }
    window.put_into(day, "+9").await;
    window.put_into(reason, "   ").await;
    window.click("snooze-save").await;
    let refusal = Refusal {
        dialog: "snooze-dialog",
        at: Field(reason),
        words: &["Say why it can wait"],
        typed: &[(day, "+9")],
    };
    check(&window, &before, &refusal).await;
    step_back(&window, "snooze-dialog", "need-snooze").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_letters_dialogs_refuse_what_they_cannot_keep_and_lead_back() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-other']").await;
    window.see("choose-early_termination").await;
    step_back(&window, "choose-letter", "write-letter").await;

    window.click("write-letter").await;
    window.click_selector("[role=menuitem][data-testid='letter-kind-renewal_refusal']").await;
    window.read_field("letter-paragraph-0", "will not renew").await;
    until_ink(&window, "letter-page-0").await;
    for (opener, dialog) in [
        ("letter-script", "script-dialog"),
        ("copy-email", "email-dialog"),
        ("letter-finish", "finish-dialog"),
    ] {
        window.click(opener).await;
        window.see(dialog).await;
        step_back(&window, dialog, opener).await;
    }

    window.click("letter-paragraph-0").await;
    window.press(&[Key::Control], Key::End).await;
    window.type_text(" Thank you.").await;
    // The draft is kept by itself; what comes after that is the dialog's doing.
    window.read("letter-state", "Draft saved").await;
    window.click("template-save").await;
    let before = recorded(&window).await;
    let long = "A".repeat(301);
    let name = "[data-testid='template-name']";
    for (text, at, words) in [
        ("", Field(name), ["Give the template a name", "by which you choose it"]),
        (long.as_str(), Alert, ["301 characters long", "shorten it to 300"]),
    ] {
        window.put_into(name, text).await;
        window.click("template-do").await;
        let refusal = Refusal { dialog: "template-dialog", at, words: &words, typed: &[(name, text)] };
        check(&window, &before, &refusal).await;
    }
    step_back(&window, "template-dialog", "template-save").await;

    window.click("letter-finish").await;
    window.click("finish-do").await;
    window.read("letter-number", "L-").await;
    until_ink(&window, "letter-page-0").await;
    window.click("letter-sent").await;
    refuse_days(&window, "sent-dialog", "sent", ("sent-proof", "RR 1234")).await;
    step_back(&window, "sent-dialog", "letter-sent").await;

    window.click("letter-sent").await;
    window.click("sent-do").await;
    window.see("letter-sent-line").await;
    window.click("letter-reply").await;
    refuse_days(&window, "reply-dialog", "reply", ("reply-words", "We have it")).await;
    step_back(&window, "reply-dialog", "letter-reply").await;
    window.close(&machine).await;
}

/// A day that is none is not taken for the one that stood there before.
async fn refuse_days(window: &Window, dialog: &str, what: &str, (other, text): (&str, &str)) {
    let before = recorded(window).await;
    let day = format!("[data-testid='{what}-day']");
    let other = format!("[data-testid='{other}']");
    window.put_into(&other, text).await;
    for (typed, words) in [
        ("31/31", &["“31/31” is not a day", "write it like 22/11"][..]),
        (" ", &["Enter the day", "such as 22/11"][..]),
    ] {
        window.put_into(&day, typed).await;
        window.click(&format!("{what}-do")).await;
        let typed = [(day.as_str(), typed), (other.as_str(), text)];
        let refusal = Refusal { dialog, at: Field(&day), words, typed: &typed };
        check(window, &before, &refusal).await;
    }
}
