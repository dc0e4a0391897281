//! Records of every kind, made up from the tables of their fields.
use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate};
use kindly_exchange::own_columns;
use kindly_records::{
    Contact, DismissedFinding, FinishedLetter, FrozenFact, Kind, LetterBasis, LetterChoices, LetterParagraph,
    LetterReason, LetterReply, Papers, Profile, Record, ReferredPerson, SentHow, SentLetter, StatedValue,
    Thanks,
    fields::{FieldSpec, Shape, put},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{day, id};

/// The kinds of record; the letterhead is none.
pub(crate) fn kinds() -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Profile).collect()
}

/// The clients whose records they are, each with a name that a table has to carry.
pub(crate) const CLIENTS: [&str; 4] = ["Halden Retail", "=Sum & Sons", "O'Neill, \"Q\" Ltd", "Ääkköset; Oy"];

/// The id of one of [`CLIENTS`].
pub(crate) fn client_id(at: usize) -> Uuid {
    id(at as u128)
}

/// The words in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// Whatever can be typed.
    Any,
    /// Nothing that a list in a cell takes for its own separator, and no blanks at the ends.
    Plain,
}

/// Texts that go wrong where something is not escaped, quoted or guarded.
pub(crate) const NASTY: [&str; 34] = [
    "",
    "=1+1",
    "=HYPERLINK(\"https://example.org?x=\"&A1,\"more\")",
    "=cmd|' /C calc'!A0",
    "+44 20 7946 0000",
    "-2+3+cmd|' /C calc'!A0",
    "- a point\n- another",
    "@SUM(1+1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u{a0}=1",
    "＝1+1",
    "'",
    "'tis",
    "''=1",
    "\"",
    "\"\"",
    "say \"yes\", or no",
    "a,b;c\td",
    "one\ntwo",
    "one\r\ntwo\rthree",
    " blanks ",
    "\\n is no break",
    "trailing \\",
    "a / b | c",
    "null",
    "5\" pipe",
    "naïve café 日本語 😀 👩‍👩‍👧 עברית",
    "\u{feff}marked",
    "x\u{2028}y\u{2029}z",
    "x\r\nEND:VCARD\r\nBEGIN:VCARD",
    "<script>&amp;</script>",
];

pub(crate) fn words(wording: Wording) -> BoxedStrategy<String> {
    match wording {
        Wording::Any => prop_oneof![
            select(&NASTY[..]).prop_map(str::to_owned),
            "\\PC{0,24}",
            "[a-z=+@'\"\\\\,;:\r\n\t -]{0,16}"
        ]
        .boxed(),
        Wording::Plain => "[A-Za-z=+@'é日-][A-Za-z0-9=+@'\"\\\\:é日 -]{0,16}[A-Za-z.]".boxed(),
    }
}

fn person(wording: Wording) -> impl Strategy<Value = Contact> {
    vec(words(wording), 6).prop_map(|parts| {
        let [given_name, family_name, email, role, phone, salutation] =
            parts.try_into().expect("six parts were asked for");
        Contact { salutation, given_name, family_name, email, phone, role }
    })
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..109_000_u64).prop_map(|days| day("1900-01-01") + Days::new(days))
}

fn any_id() -> impl Strategy<Value = Value> {
    any::<u128>().prop_map(|number| json!(Uuid::from_u128(number)))
}

fn value(shape: Shape, wording: Wording) -> BoxedStrategy<Value> {
    match shape {
        Shape::Line => words(wording).prop_map(Value::from).boxed(),
        Shape::Text => match wording {
            Wording::Any => words(wording).prop_map(Value::from).boxed(),
            Wording::Plain => {
                vec(words(wording), 1..4).prop_map(|lines| format!(" {}\n", lines.join("\n")).into()).boxed()
            }
        },
        Shape::Lines | Shape::Words => vec(words(wording), 0..4).prop_map(|texts| json!(texts)).boxed(),
        Shape::People => vec(person(wording), 0..3).prop_map(|people| json!(people)).boxed(),
        Shape::Whole => any::<i64>().prop_map(Value::from).boxed(),
        Shape::Count | Shape::Minutes | Shape::Seconds => any::<u32>().prop_map(Value::from).boxed(),
        Shape::YesNo => any::<bool>().prop_map(Value::from).boxed(),
        Shape::Day => a_day().prop_map(|day| json!(day)).boxed(),
        Shape::OneOf(known) => select(known).prop_map(Value::from).boxed(),
        Shape::Currency => select(vec!["EUR", "GBP", "JPY", "KWD"]).prop_map(Value::from).boxed(),
        Shape::Amount => {
            (-1_000_000_000_000_000..1_000_000_000_000_000_i64, select(vec!["EUR", "JPY", "KWD"]))
                .prop_map(|(minor, currency)| json!({ "minor": minor, "currency": currency }))
                .boxed()
        }
        Shape::Client => (0..CLIENTS.len()).prop_map(|at| json!(client_id(at))).boxed(),
        Shape::Record(_) => any_id().boxed(),
    }
}

fn choices(wording: Wording) -> impl Strategy<Value = Value> {
    let referral = vec((words(wording), words(wording)), 0..3);
    let reason = option::of(select(vec![LetterReason::OtherField, LetterReason::NeedsATeam]));
    let thanks = select(vec![Thanks::WorkTogether, Thanks::Since, Thanks::None]);
    let papers = select(vec![Papers::None, Papers::Returned, Papers::Deleted]);
    (reason, words(wording), thanks, referral, option::of(a_day()), any::<bool>(), papers).prop_map(
        |(reason, reason_line, thanks, referral, handover_by, after_call, papers)| {
            let referral = referral.into_iter().map(|(name, field)| ReferredPerson { name, field }).collect();
            json!(LetterChoices {
                reason,
                reason_line,
                thanks,
                referral,
                handover_by,
                after_call,
                papers,
                ..LetterChoices::default()
            })
        },
    )
}

fn paragraphs(wording: Wording) -> impl Strategy<Value = Value> {
    let paragraph = (words(wording), words(wording)).prop_map(|(part, text)| LetterParagraph { part, text });
    vec(paragraph, 0..3).prop_map(|paragraphs| json!(paragraphs))
}

fn stated(wording: Wording) -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        a_day().prop_map(StatedValue::Day),
        words(wording).prop_map(StatedValue::Text),
        vec(words(wording), 0..3).prop_map(StatedValue::Lines),
        any::<bool>().prop_map(StatedValue::Yes),
        words(wording).prop_map(StatedValue::Choice),
    ];
    vec((words(wording), value), 0..3)
        .prop_map(|facts| json!(facts.into_iter().collect::<BTreeMap<String, StatedValue>>()))
}

fn fact(wording: Wording) -> impl Strategy<Value = FrozenFact> {
    (words(wording), option::of(any_id())).prop_map(|(wording, id)| FrozenFact {
        key: "end_date".to_owned(),
        wording,
        kind: id.as_ref().map(|_| Kind::Engagement),
        id: id.and_then(|id| id.as_str().map(str::to_owned)),
    })
}

fn finished(wording: Wording) -> impl Strategy<Value = Value> {
    let lines = || vec(words(wording), 0..4);
    (words(wording), vec(fact(wording), 0..3), lines(), lines(), 0..4_000_000_000_i64).prop_map(
        |(number, facts, recipient, fonts, second)| {
            let at = DateTime::from_timestamp(second, 0).expect("a moment in range");
            json!(FinishedLetter { number, at, facts, recipient, fonts, ..FinishedLetter::default() })
        },
    )
}

/// A value that has parts.
fn parts(key: &str, wording: Wording) -> BoxedStrategy<Value> {
    let basis = || any::<u128>().prop_map(|id| LetterBasis { kind: Kind::Request, id: Uuid::from_u128(id) });
    match key {
        "about" => vec(basis(), 0..3).prop_map(|about| json!(about)).boxed(),
        "stated" => stated(wording).boxed(),
        "choices" => choices(wording).boxed(),
        "paragraphs" => paragraphs(wording).boxed(),
        "dismissed" => vec((words(wording), words(wording)), 0..3)
            .prop_map(|found| {
                let dismissed = |(words, note)| DismissedFinding { finding: "blame".to_owned(), words, note };
                json!(found.into_iter().map(dismissed).collect::<Vec<_>>())
            })
            .boxed(),
        "facts_seen" => vec(fact(wording), 0..3).prop_map(|facts| json!(facts)).boxed(),
        "finished" => finished(wording).boxed(),
        "sent" => (a_day(), words(wording), words(wording))
            .prop_map(|(on, to, proof)| {
                json!(SentLetter { on, how: SentHow::Courier, to, proof, proof_document: None })
            })
            .boxed(),
        "reply" => (a_day(), words(wording)).prop_map(|(on, words)| json!(LetterReply { on, words })).boxed(),
        other => panic!("{other} has no parts"),
    }
}

/// Whether a cell holds a whole value as JSON.
pub(crate) fn is_json(kind: Kind, field: &FieldSpec) -> bool {
    matches!(kind, Kind::Letter | Kind::LetterTemplate) && field.shape == Shape::Text && field.key != "notes"
}

fn field(kind: Kind, field: &FieldSpec, wording: Wording) -> BoxedStrategy<Option<Value>> {
    let value = if is_json(kind, field) { parts(field.key, wording) } else { value(field.shape, wording) };
    // A client without a currency is none, though a form fills in the user's own.
    let needed = field.needed || (kind, field.key) == (Kind::Client, "currency");
    if needed { value.prop_map(Some).boxed() } else { option::weighted(0.7, value).boxed() }
}

/// A record of a kind, or the letterhead, as the fields of its type.
pub(crate) fn fields(kind: Kind, wording: Wording) -> impl Strategy<Value = Value> {
    let columns = own_columns(kind);
    let values: Vec<_> = columns.iter().map(|each| field(kind, each, wording)).collect();
    values.prop_map(move |values| {
        let mut made = Value::Object(Map::new());
        for (field, value) in columns.iter().zip(values) {
            if let Some(value) = value {
                put(&mut made, field.key, value);
            }
        }
        // A notice period is whole or not there.
        if made.get("notice").is_some_and(|notice| notice["count"].is_null() || notice["unit"].is_null()) {
            made["notice"] = Value::Null;
        }
        made
    })
}

/// How an enquiry answers the criteria of fit, which the archive carries and no table has a column for.
fn fit(kind: Kind, wording: Wording) -> impl Strategy<Value = Value> {
    let most = if (kind, wording) == (Kind::Enquiry, Wording::Any) { 4 } else { 1 };
    let answer = (any_id(), select(vec!["yes", "partly", "no", "unknown"]));
    vec(answer.prop_map(|(criterion, answer)| json!({ "criterion": criterion, "answer": answer })), 0..most)
        .prop_map(Value::from)
}

/// A record of a kind.
pub(crate) fn record_of(kind: Kind, wording: Wording) -> impl Strategy<Value = Record> {
    (fields(kind, wording), fit(kind, wording)).prop_map(move |(mut made, fit)| {
        made["kind"] = json!(kind);
        if kind == Kind::Enquiry {
            made["fit"] = fit;
        }
        serde_json::from_value(made)
            .unwrap_or_else(|error| panic!("the fields of a {kind} are its own: {error}"))
    })
}

/// A record of any kind.
pub(crate) fn record(wording: Wording) -> impl Strategy<Value = Record> {
    select(kinds()).prop_flat_map(move |kind| record_of(kind, wording))
}

/// A letterhead.
pub(crate) fn profile() -> impl Strategy<Value = Profile> {
    fields(Kind::Profile, Wording::Any).prop_map(|made| {
        let mut whole = json!(Profile::default());
        for field in own_columns(Kind::Profile) {
            if let Some(value) = made.get(field.key) {
                whole[field.key] = value.clone();
            }
        }
        serde_json::from_value(whole).expect("the fields of the letterhead are its own")
    })
}
