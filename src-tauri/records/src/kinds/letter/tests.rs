//! What a letter can hold, and what may become of it.
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::LetterTemplate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

fn draft() -> Letter {
    Letter::new(Uuid::nil().into(), LetterKind::NewTerms, day("2026-11-20"))
}

fn finished() -> Letter {
    let sha256 = "ab".repeat(32);
    Letter {
        pdf_sha256: Some(sha256.clone()),
        finished: Some(FinishedLetter {
            number: "L-2026-7".to_owned(),
            at: day("2026-11-21").and_hms_opt(3, 0, 0).expect("a time").and_utc(),
            sha256,
            pages: 1,
            ..FinishedLetter::default()
        }),
        ..draft()
    }
}

fn sent(on: &str) -> Letter {
    let (how, to, proof) = (SentHow::Courier, String::new(), String::new());
    Letter { sent: Some(SentLetter { on: day(on), how, to, proof, proof_document: None }), ..finished() }
}

fn replied(on: &str) -> Letter {
    Letter { reply: Some(LetterReply { on: day(on), words: "Received.".to_owned() }), ..sent("2026-11-23") }
}

/// Letters with one thing changed, each with what its refusal says; nothing where it can be kept.
fn cases() -> Vec<(Letter, &'static str)> {
    let stated = |key: &str, value| Letter { stated: [(key.to_owned(), value)].into(), ..draft() };
    let about = |kind| Letter { about: vec![LetterBasis { kind, id: Uuid::max() }], ..draft() };
    let part = |text: &str| LetterParagraph { part: "own".to_owned(), text: text.to_owned() };
    let of_finished = |change: &dyn Fn(&mut FinishedLetter)| {
        let mut letter = finished();
        letter.finished.as_mut().into_iter().for_each(change);
        letter
    };
    let parts = |left_out: &[&str], taken_in: &[&str]| Letter {
        left_out: left_out.iter().map(|part| (*part).to_owned()).collect(),
        taken_in: taken_in.iter().map(|part| (*part).to_owned()).collect(),
        ..draft()
    };
    let dismissed = |finding: &str, note: String| Letter {
        dismissed: vec![DismissedFinding { finding: finding.to_owned(), words: "never".to_owned(), note }],
        ..draft()
    };
    vec![
        (draft(), ""),
        (finished(), ""),
        (sent("2026-11-21"), ""),
        (sent("2026-11-20"), ""),
        (sent("2026-11-19"), "the letter has its sending (2026-11-19) before its finishing (2026-11-21)"),
        (replied("2026-11-23"), ""),
        (replied("2026-11-22"), "its reply (2026-11-22) before its sending (2026-11-23)"),
        (Letter { finished: None, pdf_sha256: None, ..sent("2026-11-22") }, "finish it first"),
        (Letter { sent: None, ..replied("2026-11-24") }, "has a reply but no day on which it was sent"),
        (Letter { pdf_sha256: None, ..finished() }, "L-2026-7 does not name its own file"),
        (Letter { pdf_sha256: Some("cd".repeat(32)), ..finished() }, "does not name its own file"),
        (Letter { pdf_sha256: Some("short".to_owned()), ..draft() }, "“short” is not the SHA-256 of a file"),
        (of_finished(&|finished| finished.number.clear()), "the letter has no number"),
        (of_finished(&|finished| finished.pages = 0), "enter a whole number from 1 to 100"),
        (of_finished(&|finished| finished.pages = 101), "enter a whole number from 1 to 100"),
        (of_finished(&|finished| finished.closing = "\u{7}".to_owned()), "U+0007"),
        (of_finished(&|finished| finished.fonts = vec![String::new(); 51]), "51 fonts: keep 50 at most"),
        (about(Kind::Complaint), ""),
        (about(Kind::ReferralContact), ""),
        (about(Kind::Improvement), ""),
        (about(Kind::CheckInRequest), ""),
        (about(Kind::FitCriterion), "cannot rest on a criterion of fit"),
        (about(Kind::Client), "cannot rest on a client"),
        (about(Kind::Profile), "cannot rest on a profile"),
        (about(Kind::Template), "cannot rest on a template"),
        (about(Kind::LetterTemplate), "cannot rest on a letter template"),
        (about(Kind::Snooze), "cannot rest on a snooze"),
        (Letter { about: vec![about(Kind::Request).about[0]; 101], ..draft() }, "keep 100 at most"),
        (stated("reply_by", StatedValue::Day(day("2026-12-01"))), ""),
        (stated("Reply by", StatedValue::Yes(true)), "“Reply by” is no key of a stated fact"),
        (stated("", StatedValue::Yes(true)), "is no key of a stated fact"),
        (stated("clause", StatedValue::Text("x".repeat(20_001))), "shorten it to 20000"),
        (stated("returns", StatedValue::Lines(vec!["a\nb".to_owned()])), "U+000A"),
        (stated("returns", StatedValue::Lines(vec![String::new(); 51])), "keep 50 at most"),
        (stated("reason", StatedValue::Choice("other field".to_owned())), "is no stated choice"),
        (parts(&["thanks"], &["reason"]), ""),
        (parts(&["thanks"], &["thanks"]), "the part “thanks” of the letter is left out and taken in"),
        (parts(&["Thanks!"], &[]), "is no optional part"),
        (Letter { paragraphs: Some(vec![part("x"); 101]), ..draft() }, "101 paragraphs: keep 100 at most"),
        (Letter { paragraphs: Some(vec![part("\u{0}")]), ..draft() }, "U+0000"),
        (Letter { subject: "two\nlines".to_owned(), ..draft() }, "the subject of the letter holds"),
        (Letter { remark: Some("x".repeat(301)), ..draft() }, "the remark of the letter is 301"),
        (Letter { enclosures: vec![String::new(); 51], ..draft() }, "51 enclosures: keep 50"),
        (dismissed("absolute", "It is so.".to_owned()), ""),
        (dismissed("no key", String::new()), "is no dismissed finding"),
        (dismissed("absolute", "\u{1b}".to_owned()), "U+001B"),
    ]
}

#[test]
fn a_letter_is_kept_or_refused_in_one_sentence() {
    for (letter, expected) in cases() {
        match letter.check() {
            Ok(()) => assert_eq!(expected, "", "it should be refused: {letter:?}"),
            Err(error) => {
                let told = error.to_string();
                assert!(!expected.is_empty() && told.contains(expected), "“{told}” should say “{expected}”");
                assert!(!told.ends_with('.') && !told.contains('\u{1b}'), "one clean sentence: {told}");
            }
        }
    }
}

#[test]
fn a_finished_letter_becomes_only_sent_and_replied_to() {
    let may = |from: &Letter, to: &Letter, expected: bool, why: &str| {
        assert_eq!(from.may_become(to).is_ok(), expected, "{why}");
    };
    may(&draft(), &finished(), true, "a draft is finished");
    may(&draft(), &Letter { subject: "New".to_owned(), ..draft() }, true, "a draft is changed");
    may(&finished(), &finished(), true, "nothing changes");
    may(&finished(), &sent("2026-11-23"), true, "it is sent");
    may(&sent("2026-11-23"), &sent("2026-11-24"), true, "the day was a slip");
    may(&sent("2026-11-23"), &replied("2026-11-25"), true, "it is replied to");
    may(&sent("2026-11-23"), &finished(), true, "it was not sent after all");
    may(&finished(), &draft(), false, "it is never a draft again");
    may(&sent("2026-11-23"), &draft(), false, "least of all once it was sent");
    // Every field of a letter, whichever it is, but for the two that tell what became of it.
    let frozen = json!(finished());
    let others = json!({
        "client": Uuid::max(), "letter_kind": "closure", "engagement": Uuid::max(), "enquiry": Uuid::max(),
        "written_on": "2026-11-19", "language": "fr-FR", "paper": "us_letter",
        "choices": LetterChoices { after_call: true, ..LetterChoices::default() }, "paragraphs": [],
        "pdf_sha256": "cd".repeat(32), "about": [{ "kind": "request", "id": Uuid::max() }],
        "register": "formal", "stated": { "clause": { "shape": "yes", "value": true } },
        "left_out": ["thanks"], "taken_in": ["thanks"], "subject": "x", "remark": "x", "enclosures": ["x"],
        "template": Uuid::max(), "dismissed": [{ "finding": "x", "words": "x", "note": "x" }],
        "facts_seen": [{ "key": "x", "wording": "x", "kind": null, "id": null }],
        "supersedes": Uuid::max(), "finished": null, "sent": sent("2026-11-23").sent, "reply": null,
    });
    let keys = |value: &Value| value.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
    assert_eq!(keys(&frozen), keys(&others), "no field of a letter is passed over");
    for (key, other) in others.as_object().into_iter().flatten() {
        let mut changed = frozen.clone();
        changed[key.as_str()] = other.clone();
        let next: Letter = serde_json::from_value(changed).expect("it is a letter still");
        may(&finished(), &next, matches!(key.as_str(), "sent" | "reply"), key);
    }
    let refused = finished().may_become(&draft()).expect_err("it is finished").to_string();
    assert_eq!(
        refused,
        "the letter L-2026-7 is finished and stays as it is: write a new letter that takes its place",
        "one sentence says why, and what to do"
    );
}

#[test]
fn a_letter_of_an_earlier_release_is_read_with_what_came_since_at_its_usual_value() {
    let old = json!({
        "client": Uuid::nil(), "letter_kind": "renewal_refusal", "engagement": null, "enquiry": null,
        "written_on": "2026-11-20", "language": "en-GB", "paper": "a4", "choices": LetterChoices::default(),
        "paragraphs": null, "pdf_sha256": "",
    });
    let read: Letter = serde_json::from_value(old).expect("it is a letter");
    assert_eq!(
        read,
        Letter { letter_kind: LetterKind::RenewalRefusal, ..draft() },
        "all else is as in a new one"
    );
}

#[test]
fn stated_values_say_their_shape() {
    let money = Money { minor: 480_000, currency: iso_currency::Currency::EUR };
    for (value, written) in [
        (StatedValue::Day(day("2026-12-01")), json!({ "shape": "day", "value": "2026-12-01" })),
        (StatedValue::Text("§ 4".to_owned()), json!({ "shape": "text", "value": "§ 4" })),
        (StatedValue::Lines(vec!["keys".to_owned()]), json!({ "shape": "lines", "value": ["keys"] })),
        (
            StatedValue::Money(money),
            json!({ "shape": "money", "value": { "minor": 480_000, "currency": "EUR" } }),
        ),
        (StatedValue::Yes(false), json!({ "shape": "yes", "value": false })),
        (StatedValue::Choice("scope".to_owned()), json!({ "shape": "choice", "value": "scope" })),
    ] {
        assert_eq!(json!(value), written, "as the form hands it over");
        assert_eq!(serde_json::from_value::<StatedValue>(written).ok(), Some(value), "and takes it back");
    }
}

#[test]
fn a_template_has_a_name_and_the_parts_of_a_letter() {
    let plain: LetterTemplate =
        serde_json::from_value(json!({ "name": "Plain", "letter_kind": "closure" })).expect("two are enough");
    assert_eq!(plain.check(), Ok(()), "a template of nothing but its name can be kept");
    let refused = |template: LetterTemplate, expected: &str| {
        let told = template.check().expect_err(expected).to_string();
        assert!(told.contains(expected), "“{told}” should say “{expected}”");
    };
    refused(LetterTemplate { name: " ".to_owned(), ..plain.clone() }, "the letter template has no name");
    let part = LetterParagraph { part: "own".to_owned(), text: "x".repeat(20_001) };
    refused(
        LetterTemplate { paragraphs: vec![part], ..plain.clone() },
        "the paragraph of the letter template",
    );
    let both = vec!["thanks".to_owned()];
    refused(LetterTemplate { left_out: both.clone(), taken_in: both, ..plain }, "left out and taken in");
}
