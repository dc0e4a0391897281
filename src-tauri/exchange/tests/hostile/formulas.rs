//! Words that would be run, or would become a line of their own, in every text of every kind that goes out.
use kindly_exchange::{
    CalendarEntry, ClientCard, OwnRow, own_columns, read, read_own_table, write_calendar, write_cards,
    write_table,
};
use kindly_records::{
    Client, Kind, Record,
    fields::{self, FieldSpec, Shape, put, take},
};
use proptest::{prelude::*, sample::select};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{answers::DEFAULTS, cases};

/// Texts that somebody might put into a form or an e-mail.
const HOSTILE: [&str; 30] = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org?\"&A1,\"more\")",
    "\t=1",
    "\r=1",
    "\n=1",
    "\r\n=1",
    "  =1",
    "\u{a0}\u{200b}=1",
    "\u{feff}=1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "fine;=1+1",
    "fine,=1+1",
    "fine\t=1+1",
    "fine\n=1+1",
    "fine\";=1+1;\"",
    "\"=1+1\"",
    "fine; '=1",
    "''''=1",
    "-5",
    "-5.50 EUR",
    "<img src=x onerror=alert(1)>",
    "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:y",
    "x\n END:VEVENT\u{2028}BEGIN:VALARM\u{85}ACTION:AUDIO",
];

/// Where a cell begins for some spreadsheet that does not read a table as we write it.
const PARTS: [char; 6] = [',', ';', '\t', '\n', '\r', '"'];

/// The first stretch of a text that a spreadsheet would run, if it parted cells at any of [`PARTS`]; blanks and what has no
/// shape are passed over, as some do.
fn would_be_run(text: &str) -> Option<&str> {
    let blank =
        |c: char| c.is_whitespace() || c.is_control() || "\u{ad}\u{200b}\u{200e}\u{2060}\u{feff}".contains(c);
    text.split(PARTS)
        .find(|cell| cell.trim_start_matches(blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']))
}

/// Whether somebody's own words can stand there.
fn is_words(field: &FieldSpec) -> bool {
    matches!(field.shape, Shape::Line | Shape::Text | Shape::Lines | Shape::Words | Shape::People)
}

/// A value of a field; wherever words can stand, these.
fn value(kind: Kind, field: &FieldSpec, words: &str) -> Value {
    match field.shape {
        _ if is_json(kind, field) => parts(field.key, words),
        Shape::Line | Shape::Text => words.into(),
        Shape::Lines | Shape::Words => json!([words, words]),
        Shape::People => json!([{ "given_name": words, "email": words, "phone": words, "role": words }]),
        // A number below zero, wherever one can be.
        Shape::Whole => (-3).into(),
        Shape::Amount => json!({ "minor": -1250, "currency": "EUR" }),
        Shape::Count | Shape::Minutes | Shape::Seconds => 3.into(),
        Shape::YesNo => true.into(),
        Shape::Day => "2026-11-20".into(),
        Shape::OneOf(known) => known[0].into(),
        Shape::Currency => "EUR".into(),
        Shape::Client | Shape::Record(_) => json!(id()),
    }
}

/// Whether a cell holds a whole value as JSON.
fn is_json(kind: Kind, field: &FieldSpec) -> bool {
    matches!(kind, Kind::Letter | Kind::LetterTemplate) && field.shape == Shape::Text && field.key != "notes"
}

/// A value that has parts, with these words in each that takes words.
fn parts(key: &str, words: &str) -> Value {
    match key {
        "about" => json!([{ "kind": "request", "id": id() }]),
        "stated" => json!({
            words: { "shape": "text", "value": words },
            "returns": { "shape": "lines", "value": [words] },
        }),
        "choices" => json!({ "reason_line": words, "referral": [{ "name": words, "field": words }] }),
        "paragraphs" => json!([{ "part": words, "text": words }]),
        "dismissed" => json!([{ "finding": words, "words": words, "note": words }]),
        "finished" => json!({
            "number": words, "at": "2026-11-20T12:00:00Z", "sha256": words, "pages": 1,
            "facts": [{ "key": words, "wording": words, "kind": null, "id": words }],
            "paragraphs": [{ "part": words, "text": words }], "subject": words, "salutation": words,
            "closing": words, "recipient": [words], "template": words, "fonts": [words],
        }),
        "facts_seen" => json!([{ "key": words, "wording": words, "kind": null, "id": words }]),
        "sent" => json!({ "on": "2026-11-20", "how": "email", "to": words, "proof": words }),
        "reply" => json!({ "on": "2026-11-20", "words": words }),
        other => panic!("{other} has no parts"),
    }
}

fn id() -> Uuid {
    Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_0001)
}

/// A record of a kind with these words wherever words can stand.
fn record(kind: Kind, words: &str) -> Record {
    let mut made = json!({ "kind": kind });
    for field in own_columns(kind) {
        put(&mut made, field.key, value(kind, field, words));
    }
    serde_json::from_value(made).unwrap_or_else(|error| panic!("the fields of a {kind} are its own: {error}"))
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Profile)
}

/// Writes a table, looks that nothing in it would be run, and that it is read as it was written.
fn check(kind: Kind, words: &str) {
    let record = record(kind, words);
    let bytes = write_table(kind, &[OwnRow { id: id(), client_name: words, record: &record }]);
    let table = read_own_table(&bytes).expect("a sound table").expect("our own");
    assert_eq!(table.rows.len(), 1, "one record is one row, whatever {words:?} says");
    let written = csv::ReaderBuilder::new().from_reader(&bytes[..]).into_records().next();
    let written = written.expect("a row").expect("a sound row");
    let held = json!(record);
    for ((field, cell), written) in table.rows[0].cells.iter().zip(written.iter().skip(1)) {
        let value = take(&held, field.key);
        let is_json = is_json(kind, field);
        if is_words(field) || field.shape == Shape::Client {
            assert_eq!(
                would_be_run(written),
                None,
                "{} of a {kind}, made of {words:?}: {written:?}",
                field.key
            );
        } else {
            assert!(!written.contains('\''), "numbers, days and ids are not guarded: {written:?}");
        }
        let expected = match field.shape {
            _ if is_json => value.to_string(),
            Shape::Client => words.to_owned(),
            shape => fields::write(shape, value),
        };
        assert_eq!(cell, &expected, "{} of a {kind} is read to the byte", field.key);
        if field.shape == Shape::Amount {
            assert_eq!(written, "-12.50 EUR", "an amount below zero stays a number");
        }
    }
}

#[test]
fn no_text_of_any_kind_is_run_and_each_comes_back_to_the_byte() {
    for kind in kinds() {
        for words in HOSTILE {
            check(kind, words);
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_mixture_is_run_and_each_comes_back_to_the_byte(
        kind in select(kinds().collect::<Vec<_>>()),
        words in prop_oneof![
            "[=+@'\",;a \t\r\n-]{0,12}",
            "[＝－'\u{a0}\u{feff};\n=x]{0,12}",
            (select(&HOSTILE[..]), select(&HOSTILE[..])).prop_map(|(one, other)| format!("{one}{other}")),
        ],
    ) {
        check(kind, &words);
    }

    #[test]
    fn no_text_becomes_a_line_of_a_card_or_a_calendar(
        words in prop_oneof![
            select(&HOSTILE[..]).prop_map(str::to_owned),
            "[\r\n \u{85}\u{2028}\u{b}\\\\:;,]{0,6}(BEGIN:VCARD|END:VCARD|END:VEVENT|NOTE:x)[\r\n \u{2029}]{0,4}.{0,80}",
        ],
    ) {
        check_lines(&words);
    }
}

/// The names of the lines of a file, however a reader parts and unfolds them.
fn names(file: &str) -> Vec<String> {
    let unfolded = file.replace("\r\n ", "").replace("\r\n\t", "");
    let lines = unfolded.split(['\r', '\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines
        .filter_map(|line| line.split(':').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn client(words: &str) -> Client {
    let person = json!({
        "given_name": words, "family_name": words, "email": words, "role": words, "phone": words, "salutation": words,
    });
    serde_json::from_value(json!({
        "name": words, "contact": person, "people": [person], "address": [words, words], "currency": "EUR",
        "country": words, "website": words, "tags": [words], "notes": words,
    }))
    .expect("a client")
}

/// The same lines stand in a file of these words as in one of plain words.
fn check_lines(words: &str) {
    // Words of blanks alone leave out lines, as they should.
    let words = format!("w{words}w");
    let at = "2026-11-22T18:00:00Z".parse().expect("a moment");
    let cards = |words: &str| write_cards(&[ClientCard { id: id().into(), client: &client(words) }], at);
    assert_eq!(names(&cards(&words)), names(&cards("plain")), "cards of {words:?}");
    let read = read(cards(&words).as_bytes(), None, None, &DEFAULTS).expect("cards");
    assert_eq!(read.rows.len() + read.gathered, 3, "the client and its two people, made of {words:?}");
    let calendar = |words: &str| {
        let entry = CalendarEntry {
            key: words.to_owned(),
            on: "2026-11-20".parse().expect("a day"),
            summary: words.to_owned(),
            description: words.to_owned(),
            alarms_days_before: vec![7],
            categories: vec![words.to_owned()],
        };
        write_calendar(&[entry], at)
    };
    assert_eq!(names(&calendar(&words)), names(&calendar("plain")), "a calendar of {words:?}");
}
