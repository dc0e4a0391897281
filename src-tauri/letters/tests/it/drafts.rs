//! Letters that are still being written: what lacks is seen, what may be left out can be, and faults are told.

use crate::kinds::{SAMPLES, Sample, everything, facts, spec};
use crate::samples::{decline_with, renewal, renewal_with};
use kindly_letters::{
    FactKey, FactShape, Facts, Kind, Language, LetterError, LetterSpec, Looks, Recipient, Register, Stated,
    compose, facts_of, optional_parts, options_of, preview, sample_spec, to_page,
};
use kindly_page::{Fonts, set};
use serde_json::{Value, json};

fn words_of(spec: &LetterSpec) -> String {
    let draft = preview(spec);
    let texts = draft.paragraphs.iter().map(|paragraph| paragraph.text.clone());
    std::iter::once(draft.subject.clone()).chain(texts).collect::<Vec<_>>().join("\n")
}

#[test]
fn whatever_lacks_leaves_a_gap_and_is_named() {
    for (kind, _) in SAMPLES {
        for language in Language::ALL {
            let mut spec = spec(kind, language, Register::Warm, &facts(kind, language, Sample::Minimal));
            let needed: Vec<FactKey> =
                facts_of(spec.kind()).iter().filter(|used| used.needed).map(|used| used.key).collect();
            spec.facts = Facts::Stated(spec.kind(), Stated::default());
            let Err(LetterError::MissingFacts(missing)) = compose(&spec) else {
                panic!("{kind}: a letter without facts is not written")
            };
            for key in &needed {
                assert!(missing.iter().any(|missing| missing.key == *key), "{kind}: {key:?} is named");
            }
            let words = words_of(&spec);
            assert!(words.matches('[').count() >= needed.len().min(2), "{kind}: gaps are seen in {words}");
            assert!(
                !words.contains(['{', '}']) && !words.contains("[…]"),
                "{kind}: each has a name: {words}"
            );
            let page = to_page(&spec, &preview(&spec), &Looks::default());
            let pdf = set(&page, &Fonts::bundled()).unwrap_or_else(|error| panic!("{kind}: {error}"));
            assert!(pdf.pages > 0, "{kind}: the page can be seen all the same");
        }
    }
}

#[test]
fn each_missing_fact_alone_leaves_its_gap() {
    for (kind, _) in SAMPLES {
        let whole = facts(kind, Language::EnglishUk, Sample::Minimal);
        let complete = spec(kind, Language::EnglishUk, Register::Warm, &whole);
        for used in facts_of(complete.kind()).iter().filter(|used| used.needed) {
            let Facts::Stated(_, mut stated) = complete.facts.clone() else {
                panic!("{kind} has an outline")
            };
            stated.values.remove(&used.key);
            let lacking = LetterSpec { facts: Facts::Stated(complete.kind(), stated), ..complete.clone() };
            let words = words_of(&lacking);
            assert!(words.contains('['), "{kind} without {:?}: {words}", used.key);
        }
    }
}

#[test]
fn the_two_older_kinds_leave_gaps_too() {
    let spec = renewal_with(|facts| {
        facts.agreement_date = None;
        facts.end_date = None;
        facts.thanks = kindly_letters::Thanks::Since;
    });
    let words = words_of(&spec);
    assert!(words.contains("our agreement of [date of the agreement]"), "{words}");
    assert!(words.contains("It ends on [end date]."), "{words}");
    assert!(!words.contains("999"), "no day that stands for none is seen: {words}");
    assert!(preview(&spec).facts.iter().all(|fact| !fact.wording.contains("999")), "a gap is no fact");
    let words = words_of(&decline_with(|facts| {
        facts.enquiry_date = None;
        facts.subject = None;
    }));
    assert!(words.contains("[date of the enquiry]") && words.contains("[subject of the enquiry]"), "{words}");
}

#[test]
fn a_letter_to_nobody_from_nobody_can_be_seen() {
    let mut spec = renewal();
    spec.sender.name = String::new();
    spec.sender.trade_name = None;
    spec.recipient = Recipient::default();
    let page = to_page(&spec, &preview(&spec), &Looks::default());
    assert_eq!(page.recipient, ["[name of the recipient]"], "whom it goes to is open");
    assert_eq!(page.signer[0], "[your name]", "who signs is open");
    assert!(set(&page, &Fonts::bundled()).is_ok(), "the page can be seen all the same");
}

#[test]
fn a_complete_letter_is_previewed_as_it_is_composed() {
    for (name, spec) in everything() {
        assert_eq!(Ok(preview(&spec)), compose(&spec), "{name}: a preview leaves no gap where none is");
    }
    assert_eq!(Ok(preview(&renewal())), compose(&renewal()), "nor in the older kinds");
}

#[test]
fn optional_parts_are_left_out_and_taken_in() {
    for (kind, _) in SAMPLES {
        let whole = facts(kind, Language::EnglishUk, Sample::Rich);
        let spec = spec(kind, Language::EnglishUk, Register::Warm, &whole);
        let parts = optional_parts(&spec);
        assert!(!parts.is_empty(), "{kind}: something may be left out");
        let with_all = words_of(&spec);
        for part in parts {
            if !part.on {
                let with = LetterSpec { taken_in: vec![part.key.clone()], ..spec.clone() };
                assert!(words_of(&with).len() > with_all.len(), "{kind}: {} is taken in", part.key);
                continue;
            }
            let without = LetterSpec { left_out: vec![part.key.clone()], ..spec.clone() };
            assert!(words_of(&without).len() < with_all.len(), "{kind}: {} is left out", part.key);
            let now = optional_parts(&without).into_iter().find(|now| now.key == part.key);
            assert_eq!(now.map(|now| now.on), Some(false), "{kind}: and the form says so");
            let draft = compose(&without).expect("what may be left out is not needed");
            assert!(
                kindly_letters::finish(&without, &draft, &Looks::default()).is_ok(),
                "{kind}: it is a letter"
            );
        }
    }
    assert!(optional_parts(&renewal()).is_empty(), "the older kinds have choices of their own");
}

#[test]
fn a_letterhead_is_shown_on_a_letter_in_each_language() {
    for language in Language::ALL {
        let bare = LetterSpec { language, ..renewal() };
        let sample = sample_spec(bare);
        let page = to_page(&sample, &preview(&sample), &Looks::default());
        assert!(!page.paragraphs.is_empty(), "{}: it has words", language.tag());
        assert!(!page.paragraphs.join(" ").contains(['[', '{']), "{}: and no gap", language.tag());
    }
}

#[test]
fn every_fact_of_a_kind_is_used_by_its_words() {
    for (kind, _) in SAMPLES {
        let whole = facts(kind, Language::EnglishUk, Sample::Rich);
        let spec = spec(kind, Language::EnglishUk, Register::Warm, &whole);
        for used in facts_of(spec.kind()) {
            let rests_on_choice = matches!(used.key.shape(), FactShape::Yes | FactShape::Choice);
            let other_way = matches!(used.key, FactKey::EnquirySubject);
            if !rests_on_choice && !other_way {
                assert!(
                    whole.get(field(used.key)).is_some(),
                    "{kind}: the rich sample states {:?}",
                    used.key
                );
            }
        }
    }
}

fn field(key: FactKey) -> String {
    match serde_json::to_value(key) {
        Ok(Value::String(name)) => name,
        other => panic!("a key is a name: {other:?}"),
    }
}

fn fault(kind: &str, change: impl FnOnce(&mut Value)) -> LetterError {
    let mut stated = facts(kind, Language::EnglishUk, Sample::Rich);
    change(&mut stated);
    let json = json!({
        "kind": kind, "language": "en-GB", "sender": { "name": "Ada Brandt" },
        "recipient": { "family_name": "Halden" }, "date": "2026-11-10", "facts": stated,
    });
    match LetterSpec::from_json(&json.to_string()) {
        Err(error) => error,
        Ok(spec) => compose(&spec).expect_err("the facts of this test are faulty"),
    }
}

fn told(kind: &str, change: impl FnOnce(&mut Value), expected: &str) {
    let error = fault(kind, change).to_string();
    assert!(error.contains(expected), "{kind}: “{expected}” in “{error}”");
}

#[test]
fn a_fault_in_a_fact_names_its_field() {
    told(
        "closure",
        |f| f["end_date"] = json!("2027-01-01"),
        "facts.end_date: a letter of this kind has no such fact",
    );
    told("closure", |f| f["done_on"] = json!("yesterday"), "facts.done_on: “yesterday” is no date");
    told(
        "closure",
        |f| f["delivered"] = json!("all"),
        "facts.delivered: found string \"all\", expected a list",
    );
    told("closure", |f| f["delivered"] = json!([1]), "facts.delivered[0]: found integer `1`");
    told(
        "early_termination",
        |f| f["refund"] = json!({ "minor": 5, "currency": "EURO" }),
        "facts.refund.currency: ",
    );
    told(
        "early_termination",
        |f| f["still_to_deliver"][0]["due"] = json!("soon"),
        "facts.still_to_deliver[0].due: ",
    );
    told(
        "early_termination",
        |f| f["immediate_end"] = json!("yes"),
        "facts.immediate_end: found string \"yes\", expected true",
    );
    told("request_decline", |f| f["request_is"] = json!("more"), "facts.request_is: unknown choice “more”");
    told(
        "referral",
        |f| f["referral"]["people"][0]["title"] = json!("Dr"),
        "facts.referral.people[0].title: unknown field",
    );
    let not_an_object = r#"{ "kind": "closure", "language": "en-GB", "sender": {}, "recipient": {}, "date": "2026-11-10", "facts": [] }"#;
    let error = LetterSpec::from_json(not_an_object).expect_err("facts are fields").to_string();
    assert!(error.starts_with("facts: expected fields in braces"), "{error}");
}

#[test]
fn days_that_cannot_both_be_right_are_refused() {
    told(
        "request_decline",
        |f| f["reply_by"] = json!("2026-11-09"),
        "the day to answer by (2026-11-09) is before the date of the letter (2026-11-10): correct one of the two \
         (facts.reply_by or date)",
    );
    told(
        "request_decline",
        |f| f["request_date"] = json!("2026-11-11"),
        "before the date of the request (2026-11-11)",
    );
    told("complaint_reply", |f| f["complaint_date"] = json!("2026-12-01"), "(2026-12-01)");
    told("early_termination", |f| f["end_date"] = json!("2026-11-01"), "the end date (2026-11-01) is before");
    told(
        "new_terms",
        |f| f["decide_by"] = json!("2027-02-01"),
        "the end date (2027-01-31) is before the day to decide by",
    );
    told(
        "pause",
        |f| f["pause_from"] = json!("2026-11-20"),
        "the day the work pauses (2026-11-20) is before",
    );
    told("final_notice", |f| f["reminded_on"] = json!("2026-11-12"), "before the day of the last reminder");
}

#[test]
fn a_reminder_speaks_of_what_is_due() {
    for kind in ["payment_notice", "pause", "final_notice"] {
        told(
            kind,
            |f| f["invoices"][1]["due"] = json!("2026-11-10"),
            "facts.invoices[1].due: invoice 2026-030 is due on 2026-11-10, which is not before the date of the letter",
        );
    }
    told("closure", |f| f["invoices"][0]["amount"]["minor"] = json!(0), "invoice 2026-034 is for €0");
}

#[test]
fn lists_and_people_are_whole() {
    told("closure", |f| f["invoices"][0]["number"] = json!(" "), "without the number of an invoice");
    told("closure", |f| f["invoices"][0] = json!({ "number": "7" }), "the amount of an invoice");
    told(
        "mutual_end",
        |f| f["still_to_deliver"][0]["title"] = json!(""),
        "without the title of a deliverable",
    );
    told("referral", |f| f["referral"]["client_consented"] = json!(false), "without the client's consent");
    told(
        "referral",
        |f| f["referral"]["people"][1]["name"] = json!("Aiko Tanaka"),
        "this person is named twice",
    );
    told("closure", |f| f["delivered"][0] = json!("x".repeat(301)), "facts.delivered[0]: 301 characters");
    told(
        "closure",
        |f| f["delivered"] = json!(vec!["x1"; 101]),
        "facts.delivered: more than 100 are no letter",
    );
    told("boundary", |f| f["observed"] = json!("x".repeat(4001)), "facts.observed: 4001 characters");
}

#[test]
fn choices_are_known_to_the_form() {
    for key in FactKey::ALL {
        let options = options_of(*key);
        assert_eq!(
            options.is_empty(),
            key.shape() != FactShape::Choice,
            "{key:?}: a choice has options, nothing else has"
        );
    }
    assert_eq!(Kind::ALL.len(), 16, "all kinds of letter");
}
