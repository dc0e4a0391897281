//! Lines that leave something open, and what is asked.
use kindly_exchange::line::{Ask, Completion};

use crate::{
    told::{pairs, told},
    world::{read, read_at},
};

#[test]
fn only_what_is_open_is_asked() {
    for (line, expected) in open() {
        let understood = read(line);
        assert_eq!(told(&understood), expected, "{line}");
        assert!(!understood.ready && understood.intent.is_none(), "{line:?} is not to be recorded yet");
    }
}

#[test]
fn every_choice_answers_its_question() {
    let mut tried = 0;
    for (line, _) in open() {
        let asks = read(line).asks;
        for (ask, choice) in asks.iter().flat_map(|ask| choices(ask).iter().map(move |choice| (ask, choice)))
        {
            let answered = put(line, choice);
            let after = read(&answered);
            let still = after.asks.iter().any(|other| {
                std::mem::discriminant(other) == std::mem::discriminant(ask) && field(other) == field(ask)
            });
            assert!(
                !still,
                "{:?} in {line:?} makes {answered:?}, which still asks: {}",
                choice.label,
                told(&after)
            );
            tried += 1;
        }
    }
    assert!(tried > 100, "most questions come with choices, but only {tried} were tried");
}

#[test]
fn an_empty_line_asks_nothing() {
    for text in ["", "   "] {
        let understood = read_at(text, 0);
        assert!(understood.asks.is_empty() && !understood.ready, "{text:?} is a beginning, not a mistake");
        assert!(!understood.completions.is_empty(), "and offers one");
    }
}

#[test]
fn a_text_that_is_no_line_is_refused_quickly() {
    let long = "halden ".repeat(1_000);
    assert_eq!(read(&long).asks, [Ask::TooLong { length: 7_000, limit: 1_000 }], "a pasted page is no line");
}

fn choices(ask: &Ask) -> &[Completion] {
    match ask {
        Ask::What { choices }
        | Ask::Client { choices, .. }
        | Ask::Missing { choices, .. }
        | Ask::Which { choices, .. }
        | Ask::Day { choices, .. } => choices,
        _ => &[],
    }
}

fn field(ask: &Ask) -> &str {
    match ask {
        Ask::Missing { field, .. } | Ask::Day { field, .. } => field,
        _ => "",
    }
}

/// The line with a choice put in.
pub(crate) fn put(line: &str, choice: &Completion) -> String {
    let units: Vec<u16> = line.encode_utf16().collect();
    let text = |part: &[u16]| String::from_utf16(part).expect("a choice never cuts a character");
    format!("{}{}{}", text(&units[..choice.start]), choice.text, text(&units[choice.end..]))
}

/// The lines, and what is asked.
pub(crate) fn open() -> Vec<(&'static str, &'static str)> {
    pairs(include_str!("open.txt"))
}
