//! What was understood, told in one line of text.
use kindly_exchange::line::{Ask, Completion, Intent, Understood};
use kindly_records::{fields, fields::Shape};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::title_of;

/// Words that a field has where nothing was said.
const UNSAID: [&str; 7] = ["", "unknown", "agreed", "open", "pending", "other", "active"];

/// Lines, each with what it is understood as on the indented line below.
pub(crate) fn pairs(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let rows: Vec<&str> = text.lines().collect();
    let pair = |rows: &[&'static str]| match *rows {
        [line, told] if told.starts_with("    ") => (line, told.trim()),
        _ => panic!("a line and, indented, what it is understood as: {rows:?}"),
    };
    rows.chunks(2).map(pair).collect()
}

/// `Halden & Partners: add check_in on=2026-03-04 scale=csat value=2`, or what is asked.
pub(crate) fn told(understood: &Understood) -> String {
    let client = understood.client.as_ref().map_or("-", |client| client.name.as_str());
    match &understood.intent {
        Some(Intent::Add { record }) => {
            let value = json!(record);
            let kind = record.kind();
            let of_fields =
                fields::of(kind).iter().filter(|field| field.shape != Shape::Client).map(|field| {
                    let value = fields::take(&value, field.key);
                    (field.key, text(field.shape, value))
                });
            let said = of_fields.filter(|(key, text)| !UNSAID.contains(&text.as_str()) && !usual(key, text));
            format!("{client}: add {} {}", kind.name(), joined(said))
        }
        Some(Intent::Change { record, title, patch, .. }) => {
            let said = patch.iter().map(|change| {
                let field = fields::find(*record, change.field).expect("a change is one of a field");
                (field.key, text(field.shape, &change.value))
            });
            format!("{client}: change {} “{title}” {}", record.name(), joined(said))
        }
        None => {
            let asks: Vec<String> = understood.asks.iter().map(asked).collect();
            format!("{client}: ask {}", asks.join("; "))
        }
    }
}

/// Values that records have without anybody saying so, but for kinds that are told by them.
fn usual(key: &str, text: &str) -> bool {
    matches!(
        (key, text),
        ("billable", "yes")
            | ("said_by", "them")
            | ("from_memory", "no")
            | ("language" | "check_in_scale" | "notice_form" | "notice_counts", _)
    )
}

fn joined<'a>(said: impl Iterator<Item = (&'a str, String)>) -> String {
    said.map(|(key, text)| format!("{key}={text}")).collect::<Vec<String>>().join(", ")
}

fn text(shape: Shape, value: &Value) -> String {
    match shape {
        Shape::Record(_) if value.is_string() => {
            let id: Uuid = value.as_str().and_then(|id| id.parse().ok()).expect("an id");
            format!("“{}”", title_of(id))
        }
        shape => fields::write(shape, value),
    }
}

fn asked(ask: &Ask) -> String {
    let of = |choices: &[Completion]| {
        let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        labels.join("/")
    };
    match ask {
        Ask::What { .. } => "what".to_owned(),
        Ask::Client { text, choices } => format!("client “{text}” {}", of(choices)).trim().to_owned(),
        Ask::SameName { name } => format!("same name {name}"),
        Ask::Missing { field, choices, .. } => format!("missing {field} {}", of(choices)).trim().to_owned(),
        Ask::Which { record, text, choices } => {
            format!("which {} “{text}” {}", record.name(), of(choices)).trim().to_owned()
        }
        Ask::Day { field, choices } => format!("day {field} {}", of(choices)),
        Ask::NoSuchDay { text } => format!("no such day {text}"),
        Ask::Ahead { field, day } => format!("ahead {field} {day}"),
        Ask::AlreadyDone { record, title } => format!("done {} “{title}”", record.name()),
        Ask::NotUnderstood { text, .. } => format!("not understood “{text}”"),
        Ask::Problem { sentence } => format!("problem: {sentence}"),
        Ask::TooLong { length, limit } => format!("too long {length}/{limit}"),
    }
}
