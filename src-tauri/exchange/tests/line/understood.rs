//! Lines that are clear, and what each records.
use kindly_exchange::line::Role;

use crate::{
    told::{pairs, told},
    world::read,
};

#[test]
fn a_line_records_what_it_says() {
    for (line, expected) in clear() {
        let understood = read(line);
        assert_eq!(told(&understood), expected, "{line}");
        assert!(understood.ready, "nothing is open in {line:?}");
    }
}

#[test]
fn each_part_has_its_place_as_a_web_page_counts() {
    let parts = |line: &str| -> Vec<(usize, usize, Role, String)> {
        let tokens = read(line).tokens.into_iter();
        tokens.map(|token| (token.start, token.end, token.role, token.value)).collect()
    };
    let part = |start, end, role, value: &str| (start, end, role, value.to_owned());
    assert_eq!(
        parts("müller csat 4 \"größer 😀\" yesterday"),
        [
            part(0, 6, Role::Client, "Müller Söhne"),
            part(7, 11, Role::Kind, "csat"),
            part(12, 13, Role::Value, "4"),
            part(14, 25, Role::Words, "größer 😀"),
            part(26, 35, Role::Day, "2026-03-04"),
        ],
        "an emoji counts twice, an umlaut once"
    );
    assert_eq!(
        parts("csat 4 for halden"),
        [
            part(0, 4, Role::Kind, "csat"),
            part(5, 6, Role::Value, "4"),
            part(7, 10, Role::Joining, ""),
            part(11, 17, Role::Client, "Halden & Partners"),
            part(17, 17, Role::Day, "2026-03-05"),
        ],
        "today is taken for granted, and stands at the end"
    );
}

#[test]
fn what_is_taken_for_granted_is_said() {
    let assumed = |line: &str| -> Vec<String> {
        let tokens = read(line).tokens.into_iter().filter(|token| token.assumed);
        tokens.map(|token| format!("{}={}", token.field.unwrap_or_default(), token.value)).collect()
    };
    let check = |line: &str, expected: &[&str]| assert_eq!(assumed(line), expected, "{line}");
    check("halden csat 4", &["on=2026-03-05"]);
    check("halden csat 4 yesterday", &[]);
    check("halden rated 4 yesterday", &["scale=csat"]);
    check("halden delivered quarterly report", &["delivered_on=2026-03-05", "outcome=late"]);
    check("borealis paid", &["paid_on=2026-03-05", "number=2026-031"]);
    check("meridian owes photos by friday", &["what=brief"]);
    check("halden invoice 2026-050 4800 due friday", &["issued_on=2026-03-05"]);
}

/// The lines, and the records they make or change.
pub(crate) fn clear() -> Vec<(&'static str, &'static str)> {
    pairs(include_str!("clear.txt"))
}
