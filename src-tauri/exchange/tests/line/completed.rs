//! How a line goes on at the caret.
use kindly_exchange::line::Completion;

use crate::{asked::put, world::read_at};

/// What is offered where the bar stands.
fn offered(marked: &str) -> (String, Vec<Completion>) {
    let (before, behind) = marked.split_once('|').expect("a bar marks the caret");
    let line = format!("{before}{behind}");
    let completions = read_at(&line, before.encode_utf16().count()).completions;
    (line, completions)
}

#[test]
fn the_word_at_the_caret_is_completed() {
    let check = |marked: &str, expected: &[&str]| {
        let (_, completions) = offered(marked);
        let labels: Vec<&str> = completions.iter().map(|each| each.label.as_str()).collect();
        assert_eq!(labels, expected, "{marked}");
    };
    for (marked, expected) in OFFERED {
        check(marked, expected);
    }
}

#[test]
fn a_completion_takes_the_place_of_what_was_typed() {
    let check = |marked: &str, label: &str, expected: &str| {
        let (line, completions) = offered(marked);
        let chosen = completions.iter().find(|each| each.label == label);
        let chosen = chosen.unwrap_or_else(|| panic!("{label} is offered at {marked}: {completions:?}"));
        assert_eq!(put(&line, chosen), expected, "{label} at {marked}");
    };
    check("hal|", "Halden & Partners", "Halden & Partners");
    check("hal| csat 4", "Halden & Partners", "Halden & Partners csat 4");
    check("harbour d|", "Harbour Dental", "Harbour Dental");
    check("csat 4 for bor|", "Borealis Media GmbH", "csat 4 for Borealis Media GmbH");
    check("halden cs|", "csat", "halden csat");
    check("halden delivered qua|", "Quarterly report", "halden delivered \"Quarterly report\"");
    check("halden delivered \"qua|", "Quarterly report", "halden delivered \"Quarterly report\"");
    check(
        "halden delivered quarterly re| yesterday",
        "Quarterly report",
        "halden delivered \"Quarterly report\" yesterday",
    );
    check("halden paid |", "2026-044", "halden paid 2026-044");
    check("halden paid 2026-0|", "2026-031", "halden paid 2026-031");
    check("halden 😀 csat 4 yes|", "yesterday", "halden 😀 csat 4 yesterday");
}

const OFFERED: &[(&str, &[&str])] = &[
    (
        "|",
        &[
            "Halden & Partners",
            "Borealis Media GmbH",
            "Meridian Health",
            "Café Łódź",
            "Harbour Dental",
            "Harbour Rentals",
            "Site 1",
            "Site 2",
        ],
    ),
    ("hal|", &["Halden & Partners"]),
    ("h|", &["Halden & Partners", "Harbour Dental", "Harbour Rentals", "Meridian Health"]),
    ("ha|", &["Halden & Partners", "Harbour Dental", "Harbour Rentals"]),
    ("harb|", &["Harbour Dental", "Harbour Rentals"]),
    ("harbour |", &["csat", "due", "delivered", "owes", "paid", "complaint", "praise", "time"]),
    ("bo| csat 4", &["Borealis Media GmbH"]),
    ("zz|", &[]),
    ("halden |", &["csat", "due", "delivered", "owes", "paid", "complaint", "praise", "time"]),
    ("halden c|", &["csat", "ces", "came", "complaint", "conduct", "changed"]),
    ("halden del|", &["deliver", "delivered"]),
    ("halden pr|", &["praise", "pressure"]),
    ("halden my im|", &["my impression"]),
    (
        "halden delivered |",
        &["Quarterly report", "Annual report", "Style guide", "late", "partial", "in full", "excused"],
    ),
    ("halden delivered q|", &["Quarterly report"]),
    ("halden delivered report|", &["Quarterly report", "Annual report"]),
    ("halden delivered quarterly report|", &[]),
    ("halden delivered style guide l|", &["late"]),
    ("halden owes |", &["brief", "access", "feedback", "approval", "decision", "payment"]),
    ("halden owes fe|", &["feedback"]),
    ("halden owes brief by f|", &["friday"]),
    ("halden paid |", &["2026-031", "2026-044"]),
    ("halden paid 2026|", &["2026-031", "2026-044"]),
    ("halden paid 04|", &["2026-044"]),
    ("halden came |", &["Texts for the site", "Access to the shop"]),
    ("halden answered |", &["report unclear", "slow answers", "spring campaign"]),
    ("halden resolved sl|", &["slow answers"]),
    ("halden complaint s|", &["Slow answers"]),
    ("halden csat 4 on st|", &["Style guide"]),
    ("halden csat 4 ye|", &["yesterday"]),
    ("halden decide |", &["renew", "raise the price", "change the scope", "part ways"]),
    ("halden decide r|", &["renew", "raise the price"]),
    ("halden decide part too|", &["too much attention"]),
    ("halden ended |", &["by them", "by us", "by both", "work done"]),
    (
        "halden ended by t|",
        &[
            "them",
            "too slow",
            "today",
            "tomorrow",
            "the day before yesterday",
            "the day after tomorrow",
            "the end of the month",
            "tuesday",
        ],
    ),
    ("csat 4 m|", &["Meridian Health", "Müller Söhne", "Borealis Media GmbH"]),
    ("csat 4 for mü|", &["Müller Söhne"]),
    ("new client ha|", &[]),
    ("halden csat 4|", &[]),
    ("halden \"ha|", &[]),
    ("North|", &["North Star", "Old North Ltd"]),
    ("muller|", &["Müller Söhne"]),
];
