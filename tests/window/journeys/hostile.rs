//! A page that was subverted calls the commands it may call, with whatever it likes: each call is answered or refused,
//! and none ends Kindly or keeps it busy.
use std::{collections::BTreeSet, path::Path};

use serde_json::json;

use super::sample_opened;
use crate::{home::Home, window::Window};

/// How the interface calls the commands: which there are, and what each is given.
const CALLS: &str = include_str!("../../../ui/src/lib/api/tauri.ts");

/// Values for everything that a command is given, each for all of it at once.
const VALUES: &[(&str, &str)] = &[
    ("nothing", "null"),
    ("yes", "true"),
    ("a number below zero", "-1"),
    ("a number beyond all bounds", "1e308"),
    ("half a number", "0.5"),
    ("a word", "'x'"),
    ("the id of no record", "'01890a5d-ac96-774b-bcce-b302099a8057'"),
    ("a path", "'../../../../etc/passwd'"),
    ("odd letters", "'\\u0000\\u202e\\ud83d\\uffff'"),
    ("a list", "[]"),
    ("a list of lists", "[[], {}, null, 'x', 1]"),
    ("an object", "{}"),
    ("an object of a kind", "({ kind: 'client', name: 7, id: [] })"),
    ("a prototype", "JSON.parse('{\"__proto__\": {\"ran\": true}, \"constructor\": 1}')"),
    ("a list within lists, to the brim", "deep(100)"),
    ("a list within lists, beyond it", "deep(3000)"),
    ("a megabyte", "'x'.repeat(1 << 20)"),
    ("a long list", "Array(10000).fill('x')"),
];

/// Those that are of no command's type.
const FIT_NOTHING: &[&str] = &["a list of lists", "an object of a kind", "a list within lists, beyond it"];

/// Fifty megabytes for the commands that read words, and a picture as wide as a street.
const HUGE: &[(&str, &str)] = &[
    ("find", "{ text: 'x'.repeat(50 << 20) }"),
    ("line_understand", "{ text: 'x '.repeat(25 << 20), caret: 1 }"),
    ("line_record", "{ text: 'halden csat 2 '.repeat(4 << 20) }"),
    ("record_add", "{ record: { kind: 'client', name: 'x'.repeat(50 << 20), currency: 'EUR' } }"),
    ("records_edit", "{ kind: 'client', ids: [], changes: [{ key: 'notes', text: 'x'.repeat(50 << 20) }] }"),
    ("need_snooze", "{ key: 'x'.repeat(50 << 20), client: null, until: '2026-12-24', reason: 'x' }"),
    ("letter_page", "{ letter, page: 0, width: 4294967295 }"),
    ("letter_page", "{ letter, page: 4294967295, width: 800 }"),
    (
        "letter_keep",
        "{ id: null, letter: { ...letter, paragraphs: [{ part: 'own', text: 'x'.repeat(50 << 20) }] } }",
    ),
];

/// How many commands one script calls: all of them may use up their patience.
const AT_ONCE: usize = 6;

/// A call, and what came of it: `answered`, `refused`, or what came instead of either.
const CALL: &str = "
    const deep = (levels) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    const invoke = window.__TAURI_INTERNALS__.invoke;
    const patience = () => new Promise((late) => setTimeout(late, 8000, 'no answer'));
    const refused = (why) =>
        typeof why === 'string' || typeof why?.message === 'string' && typeof why?.code === 'string'
            ? 'refused' : `refused with ${JSON.stringify(why)}`;
    const call = (command, given) => Promise.race([invoke(command, given).then(() => 'answered', refused), patience()]);\n";

#[tokio::test]
async fn whatever_a_command_is_given_it_answers_or_refuses() {
    let home = Home::fresh();
    // Each dialog is cancelled.
    home.answer_dialogs_with(&vec![None::<&Path>; 1_000]);
    let (machine, window) = sample_opened(&home).await;
    let calls = calls();
    assert!(calls.len() > 50, "the commands were read from the interface, {} of them", calls.len());
    let keys: BTreeSet<&str> = calls.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
    let keys = json!(keys);
    // What takes nothing has nothing to check.
    let commands: Vec<_> = calls.iter().filter(|(_, keys)| !keys.is_empty()).map(|(name, _)| name).collect();
    for (what, value) in VALUES {
        let script = format!(
            "{CALL}const [commands, keys] = arguments;
            return (async () => {{
                const value = {value};
                const given = Object.fromEntries(keys.map((key) => [key, value]));
                const heard = {{}};
                for (const command of commands) heard[command] = await call(command, given);
                return heard;
            }})()"
        );
        // A few at a time: the driver gives no script longer than a minute, however busy the machine is.
        for some in commands.chunks(AT_ONCE) {
            let heard = window.ask(&script, json!([some, keys])).await;
            for (command, came) in heard.as_object().expect("each command was called") {
                assert!(came == "refused" || came == "answered", "{command}, given {what}: {came}");
                let fits_nothing = FIT_NOTHING.contains(what);
                assert!(came == "refused" || !fits_nothing, "{command} takes {what}, which is no command's");
            }
        }
        goes_on(&window, what).await;
    }
    window.close(&machine).await;
}

#[tokio::test]
async fn what_is_beyond_all_bounds_is_refused_and_kept_nowhere() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    for (command, given) in HUGE {
        let script = format!(
            "{CALL}return (async () => {{
                const halden = (await invoke('choices')).clients.find((each) => each.name === 'Halden & Co');
                const {{ letter }} = await invoke('letter_start', {{ client: halden.id, kind: 'renewal_refusal' }});
                return call('{command}', {given});
            }})()"
        );
        let came = window.ask(&script, json!([])).await;
        // What is typed into a search or a line is answered with what is found, which is nothing.
        let asks = ["find", "line_understand"].contains(command);
        assert_eq!(came, json!(if asks { "answered" } else { "refused" }), "{command}, given {given}");
        goes_on(&window, command).await;
    }
    window.close(&machine).await;
}

/// It is there still, and says how it stands.
async fn goes_on(window: &Window, after: &str) {
    let came = window.ask(&format!("{CALL}return call('start')"), json!([])).await;
    assert_eq!(came, json!("answered"), "Kindly goes on after {after}");
}

/// Each command with the keys of what it is given.
fn calls() -> Vec<(&'static str, Vec<&'static str>)> {
    let call = |text: &'static str| {
        let (name, rest) = text.split_once('"')?;
        let given =
            rest.strip_prefix(", {").and_then(|rest| rest.split_once('}')).map_or("", |(given, _)| given);
        let keys = given.split(',').filter_map(|each| each.split(':').next()).map(str::trim);
        Some((name, keys.filter(|key| !key.is_empty()).collect()))
    };
    CALLS.split("invoke(\"").chain(CALLS.split("invoke<ArrayBuffer>(\"")).skip(1).filter_map(call).collect()
}
