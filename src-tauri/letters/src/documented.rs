//! The tables of `docs/letter-spec.md` as the program has them.

use crate::fact::{FactKey, FactShape};
use crate::kinds::outlines::outline;
use crate::kinds::said::{optional_slots, part_key};
use crate::kinds::{Kind, stated};
use std::fmt::Write as _;

const DOCUMENTATION: &str = include_str!("../../../docs/letter-spec.md");

fn form(key: FactKey) -> String {
    match key.shape() {
        FactShape::Day => "a day".to_owned(),
        FactShape::Line => "a line".to_owned(),
        FactShape::Text => "a text".to_owned(),
        FactShape::Lines => "lines".to_owned(),
        FactShape::Money => "an amount".to_owned(),
        FactShape::Yes => "yes or no".to_owned(),
        FactShape::Choice => {
            let options: Vec<String> = key.options().iter().map(|option| format!("`{option}`")).collect();
            format!("a choice: {}; the first as if left out", options.join(", "))
        }
        FactShape::Items => "things".to_owned(),
        FactShape::Invoices => "invoices".to_owned(),
        FactShape::People => "people".to_owned(),
    }
}

fn name(kind: Kind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        other => panic!("a kind is a name: {other:?}"),
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::RenewalRefusal => "an agreement is not renewed",
        Kind::ProspectDecline => "an enquiry is not taken on",
        Kind::RequestDecline => "a request beyond the agreement is declined",
        Kind::ResponsibilityReminder => "something they owe, with its dates",
        Kind::Boundary => "how somebody was treated, and what is asked from now on",
        Kind::EarlyTermination => "an agreement ends before its term",
        Kind::Referral => "others who could help",
        Kind::PutRight => "what we got wrong, put right",
        Kind::ComplaintReply => "the answer to a complaint",
        Kind::NewTerms => "new terms, and the end if they are not agreed",
        Kind::MutualEnd => "an end that both agreed on",
        Kind::PaymentNotice => "invoices that are past their day",
        Kind::Pause => "work stops until it is paid",
        Kind::FinalNotice => "the last letter before the agreed step",
        Kind::OurWay => "a way of working, explained",
        Kind::Closure => "all work is done",
    }
}

/// A heading, the facts and the optional parts of every kind that has an outline.
fn tables() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let Some(outline) = outline(kind) else { continue };
        write!(
            text,
            "### `{}`: {}\n\n| fact | needed | what it holds |\n|---|---|---|\n",
            name(kind),
            title(kind)
        )
        .expect("a string takes every text");
        for used in outline.facts {
            let needed = if used.needed { "yes" } else { "" };
            let row = format!(
                "| `{}` | {needed} | {}: {} |\n",
                used.key.name(),
                used.key.in_english(),
                form(used.key)
            );
            text.push_str(&row.replace("|  |", "| |"));
        }
        let parts: Vec<String> = optional_slots(outline)
            .map(|slot| {
                let usual = if slot.optional == Some(true) { "" } else { " (usually out)" };
                format!("`{}`{usual}", part_key(slot))
            })
            .collect();
        write!(text, "\nOptional parts: {}.\n\n", parts.join(", ")).expect("a string takes every text");
    }
    text
}

#[test]
fn the_tables_of_the_kinds_are_as_documented() {
    let (_, rest) = DOCUMENTATION.split_once("<!-- kinds -->\n").expect("the tables begin");
    let (documented, _) = rest.split_once("<!-- /kinds -->").expect("the tables end");
    let expected = tables();
    assert_eq!(documented.trim(), expected.trim(), "docs/letter-spec.md should hold:\n{expected}");
}

#[test]
fn what_a_kind_needs_beyond_its_table_is_documented() {
    assert!(stated::facts_of(Kind::NewTerms).iter().any(|used| used.key == FactKey::Terms && !used.needed));
    for said in
        ["`terms`, or both `price_from` and `price_to`", "`subject`, or both `agreement_date` and `end_date`"]
    {
        assert!(DOCUMENTATION.contains(said), "“{said}” is documented");
    }
}
