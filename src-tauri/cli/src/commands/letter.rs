//! Letters as PDFs.
use std::{collections::BTreeMap, path::Path};

use kindly_practice::{
    Practice, PracticeError,
    correspond::{Finding, MissingFact, StatedField, stated_fields},
    records::{
        ClientId, Kind, Language, Letter as Record, LetterChoices, LetterKind, Moment, Paper, Register,
        StatedValue, fields,
        fields::{Shape, in_a_row},
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Given;
use crate::{
    arguments::{Letter, Pair},
    error::CliError,
    ledger::{keep_apart, read_text},
    letter_keys, words,
};
use kindly_practice::read::MAX_FILE_BYTES;

pub(super) fn run(given: &Given, typed: &Letter) -> Result<(), CliError> {
    if let Some(spec) = &typed.spec {
        return stated(given, spec, &typed.out);
    }
    let (Some(client), Some(kind)) = (&typed.client, typed.kind) else {
        let problem = "a letter needs --client and --kind, or --spec".to_owned();
        return Err(CliError::Typed { problem });
    };
    let told = Told::read(kind, &typed.set)?;
    let mut practice = given.ledger.open()?;
    let ledger = given.ledger.path()?;
    keep_apart(&typed.out, &[ledger, &ledger.with_added_extension("key")], "--out")?;
    let to = practice.client_called(client)?;
    let set = |letter: &mut Record| {
        told.apply(letter);
        Ok(())
    };
    let written = practice.write_letter_to(given.moment, to, kind, set, &typed.out);
    let saved = written.map_err(|error| told.refused(&practice, (given.moment, to, kind), error))?;
    let Some(id) = saved.id else { return Ok(()) };
    let view = practice.open_letter(given.moment, id)?;
    written_at(
        given,
        &typed.out,
        json!({ "id": id, "pages": view.pages }),
        u64::from(view.pages),
        &view.findings,
    )
}

fn stated(given: &Given, spec: &Path, out: &Path) -> Result<(), CliError> {
    keep_apart(out, &[spec], "--out")?;
    let letter = Practice::write_stated_letter(&read_text(spec, MAX_FILE_BYTES)?, out)?;
    written_at(given, out, json!({ "pages": letter.pages }), letter.pages as u64, &letter.findings)
}

/// Says where the letter is, and what was noticed about it.
fn written_at(
    given: &Given,
    out: &Path,
    mut shown: Value,
    pages: u64,
    findings: &[Finding],
) -> Result<(), CliError> {
    let file = out.display().to_string();
    shown["file"] = json!(file);
    shown["findings"] = json!(findings);
    given.output.show(&shown, || {
        let mut lines = vec![format!("The letter is at {file}: {}.", words::count(pages, "page", "pages"))];
        lines.extend(findings.iter().map(|finding| format!("Note: {}.", words::finding(finding))));
        lines.join("\n")
    })
}

/// What the letter was told to say.
struct Told {
    choices: LetterChoices,
    date: Option<chrono::NaiveDate>,
    language: Option<Language>,
    paper: Option<Paper>,
    register: Option<Register>,
    stated: BTreeMap<String, StatedValue>,
}

impl Told {
    fn read(kind: LetterKind, set: &[Pair]) -> Result<Self, CliError> {
        let what = format!("a letter of the kind {}", kind.name());
        let mut choices = json!(LetterChoices::default());
        let mut own = json!({});
        let mut seen = Vec::new();
        let mut stated = BTreeMap::new();
        let facts = stated_fields(kind);
        for (key, text) in set {
            let named = key.replace('-', "_");
            if let Some(fact) = facts.iter().find(|fact| fact.key == named) {
                if stated.insert(named.clone(), fact_value(fact, text)?).is_some() {
                    return Err(CliError::KeyTwice { key: named });
                }
                continue;
            }
            let field = letter_keys::find(kind, key)?;
            if field.key == "referral" {
                push_referred(&mut choices, text);
                continue;
            }
            if seen.contains(&field.key) {
                return Err(CliError::KeyTwice { key: field.key.to_owned() });
            }
            seen.push(field.key);
            let value = fields::read(key, field.shape, text, "").map_err(PracticeError::from)?;
            let target = if letter_keys::OWN.contains(&field.key) { &mut own } else { &mut choices };
            target[field.key] = value;
        }
        let reason = |error: serde_json::Error| CliError::NotARecord { what, reason: error.to_string() };
        Ok(Self {
            choices: serde_json::from_value(choices).map_err(reason)?,
            date: own_value(&own["date"]),
            language: own_value(&own["language"]),
            paper: own_value(&own["paper"]),
            register: own_value(&own["register"]),
            stated,
        })
    }

    fn apply(&self, letter: &mut Record) {
        letter.choices = self.choices.clone();
        letter.written_on = self.date.unwrap_or(letter.written_on);
        letter.language = self.language.unwrap_or(letter.language);
        letter.paper = self.paper.unwrap_or(letter.paper);
        letter.register = self.register.unwrap_or(letter.register);
        letter.stated = self.stated.clone();
    }

    /// Why the letter cannot be written, with the ways that there are here; the letters' own sentence names the fields of a
    /// stated letter.
    fn refused(
        &self,
        practice: &Practice,
        (moment, to, kind): (Moment, ClientId, LetterKind),
        error: PracticeError,
    ) -> CliError {
        let PracticeError::Letter(_) = error else { return error.into() };
        let view = practice.start_letter(moment, to, kind, None).and_then(|view| {
            let mut letter = view.letter;
            self.apply(&mut letter);
            practice.view_letter(moment, None, &letter)
        });
        let Ok(view) = view else { return error.into() };
        let client = view.client_name;
        if !view.missing.is_empty() {
            let facts: Vec<String> = view.missing.iter().map(lacking).collect();
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            return CliError::LetterLacks { client, facts: in_a_row(&facts, "and") };
        }
        if view.refusal.is_some_and(|refusal| refusal.code == "notice_passed") {
            let last_day = view.facts.iter().find(|fact| fact.key == "last_day_of_notice");
            let last_day = last_day.map(|fact| fact.values.join(" ")).unwrap_or_default();
            return CliError::NoticePassed { client, last_day };
        }
        error.into()
    }
}

/// "end date (of the engagement)"
fn lacking(fact: &MissingFact) -> String {
    let place = match fact.enter_in {
        Kind::Profile => "add profile".to_owned(),
        Kind::Letter => "--set".to_owned(),
        kind => format!("of the {kind}"),
    };
    format!("{} ({place})", fact.key.replace('_', " "))
}

/// What was said, `None` where nothing was: every value was read by its key's shape before.
fn own_value<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// What a letter states itself, read by the fact's shape; the lines of a list are parted by semicolons.
fn fact_value(fact: &StatedField, text: &str) -> Result<StatedValue, CliError> {
    let read = |shape| fields::read(&fact.key, shape, text, "").map_err(PracticeError::from);
    let refused = |expected: String| CliError::Typed { problem: format!("{}: {expected}", fact.key) };
    Ok(match fact.shape.as_str() {
        "day" => match own_value(&read(Shape::Day)?) {
            Some(day) => StatedValue::Day(day),
            None => return Err(refused("write a day like 2026-02-28".to_owned())),
        },
        "yes" => StatedValue::Yes(own_value(&read(Shape::YesNo)?).unwrap_or(false)),
        "lines" => StatedValue::Lines(
            text.split(';').map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
        ),
        "money" => match own_value(&read(Shape::Amount)?) {
            Some(money) => StatedValue::Money(money),
            None => return Err(refused("write an amount with its currency like 1200.00 EUR".to_owned())),
        },
        "choice" if fact.options.iter().any(|option| option == text.trim()) => {
            StatedValue::Choice(text.trim().to_owned())
        }
        "choice" => {
            let options: Vec<&str> = fact.options.iter().map(String::as_str).collect();
            return Err(refused(format!("use {}", in_a_row(&options, "or"))));
        }
        _ => StatedValue::Text(text.trim().to_owned()),
    })
}

/// "Aiko Tanaka", or "Aiko Tanaka: pricing in Japan".
fn push_referred(choices: &mut Value, text: &str) {
    let (name, field) = text.split_once(':').unwrap_or((text, ""));
    if let Some(people) = choices["referral"].as_array_mut() {
        people.push(json!({ "name": name.trim(), "field": field.trim() }));
    }
}
