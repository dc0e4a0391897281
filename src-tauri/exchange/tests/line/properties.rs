//! What holds for every text, and for every line while it is typed.
use kindly_exchange::line::{Role, Understood};
use proptest::prelude::*;

use crate::{
    asked::{open, put},
    understood::clear,
    world::{read, read_at},
};

/// Every place in the answer is one of the text, and the parts of the line follow one another.
fn check(text: &str, understood: &Understood) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_whole = |place: usize| place <= units.len() && String::from_utf16(&units[..place]).is_ok();
    let mut end = 0;
    for token in &understood.tokens {
        assert!(token.start >= end, "the parts of {text:?} follow one another: {:?}", understood.tokens);
        assert!(token.end > token.start || token.assumed, "only what is assumed has no place in {text:?}");
        assert!(is_whole(token.start) && is_whole(token.end), "parts of {text:?} are inside of it");
        end = token.end;
    }
    for completion in &understood.completions {
        assert!(completion.start <= completion.end, "a completion of {text:?} replaces a stretch of it");
        assert!(is_whole(completion.start) && is_whole(completion.end), "which lies inside of {text:?}");
        put(text, completion);
    }
    assert_eq!(understood.ready, understood.intent.is_some(), "{text:?} is ready when it does something");
    assert_eq!(
        understood.ready,
        understood.asks.is_empty() && understood.draft.is_some(),
        "{text:?} does something when nothing is open"
    );
    let unknown = understood.tokens.iter().any(|token| token.role == Role::Unknown);
    assert!(!(understood.ready && unknown), "nothing in {text:?} is passed over in silence");
}

#[test]
fn every_line_can_be_typed_letter_by_letter() {
    for (line, _) in clear().into_iter().chain(open()) {
        for (at, _) in line.char_indices() {
            let text = &line[..at];
            check(text, &read(text));
        }
        for caret in 0..=line.encode_utf16().count() {
            check(line, &read_at(line, caret));
        }
    }
}

#[test]
fn every_letter_of_a_line_belongs_to_a_part() {
    for (line, _) in clear() {
        let understood = read(line);
        let units: Vec<u16> = line.encode_utf16().collect();
        let mut left: Vec<u16> = Vec::new();
        let mut at = 0;
        for token in understood.tokens.iter().filter(|token| !token.assumed) {
            left.extend(&units[at..token.start]);
            at = token.end;
        }
        left.extend(&units[at..]);
        let left = String::from_utf16(&left).expect("parts never cut a character");
        let meaningless = left.chars().all(|c| c.is_whitespace() || ",;:.!?-–".contains(c));
        assert!(meaningless, "{left:?} of {line:?} belongs to no part");
    }
}

const PIECES: [&str; 40] = [
    "halden",
    "harbour",
    "東京",
    "csat",
    "nps",
    "4",
    "4/5",
    "3/4",
    "\"",
    "“",
    "by",
    "on",
    "friday",
    "next",
    "yesterday",
    "due",
    "delivered",
    "report",
    "owes",
    "brief",
    "came",
    "paid",
    "2026-031",
    "2026-02-30",
    "500",
    "€",
    "1.5k",
    "2h",
    "30m",
    "agreed",
    "under",
    "new client",
    "3.3.",
    "in 2 weeks",
    "😀",
    "é",
    "'",
    "\u{301}",
    "99999999999999999999",
    "-",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,60}", caret in 0_usize..80) {
        check(&text, &read_at(&text, caret));
    }

    #[test]
    fn no_order_of_words_is_too_odd(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12),
        gaps in prop::collection::vec(prop::bool::weighted(0.85), 12),
        caret in 0_usize..80,
    ) {
        let text: String = pieces.iter().zip(gaps).flat_map(|(piece, gap)| [*piece, if gap { " " } else { "" }]).collect();
        check(&text, &read_at(&text, caret));
    }
}
