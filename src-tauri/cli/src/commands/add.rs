//! Recording something, and changing what is recorded.
use kindly_practice::{
    Practice,
    many::FieldText,
    record::Done,
    records::{Kind, Record},
};
use serde_json::json;
use uuid::Uuid;

use super::Given;
use crate::{
    arguments::{Add, Duplicate, Edit, Pair, Word},
    error::CliError,
    words,
};

pub(super) fn add(given: &Given, typed: &Add) -> Result<(), CliError> {
    let texts = texts(&typed.pairs);
    let done = match typed.kind {
        Kind::Profile => save_profile(given, &texts)?,
        // A client may be the first that a ledger holds: it is made only for one that can be kept.
        Kind::Client if !given.ledger.is_there()? => {
            let record = tried_alone(&texts)?;
            given.ledger.open_or_make()?.add(given.moment, &record)?
        }
        kind => {
            let mut practice = given.ledger.open()?;
            let record = practice.record_of(kind, &texts)?;
            practice.add(given.moment, &record)?
        }
    };
    told(given, &done)
}

/// One record, or several alike.
pub(super) fn edit(given: &Given, typed: &Edit) -> Result<(), CliError> {
    let (mut ids, mut pairs): (Vec<Uuid>, Vec<Pair>) = (Vec::new(), Vec::new());
    for word in &typed.words {
        match word {
            Word::Id(id) if !ids.contains(id) => ids.push(*id),
            Word::Id(_) => {}
            Word::Pair(pair) => pairs.push(pair.clone()),
        }
    }
    let Some(first) = ids.first().filter(|_| !pairs.is_empty()) else {
        return Err(CliError::NothingToChange);
    };
    let texts = texts(&pairs);
    let mut practice = given.ledger.open()?;
    let done = if ids.len() == 1 {
        let (_, record) = practice.any_record(*first)?;
        let changed = practice.record_with(&record, &texts)?;
        practice.edit(given.moment, *first, &changed)?
    } else {
        let kind = one_kind(&practice, &ids)?;
        practice.edit_many(given.moment, kind, &ids, &texts)?
    };
    told(given, &done)
}

pub(super) fn duplicate(given: &Given, typed: &Duplicate) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let (kind, _) = practice.any_record(typed.id)?;
    let draft = practice.duplicate(given.moment, kind, typed.id)?;
    let record = practice.record_with(&draft, &texts(&typed.pairs))?;
    let done = practice.add(given.moment, &record)?;
    told(given, &done)
}

pub(super) fn remove(given: &Given, ids: &[Uuid]) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let kind = one_kind(&practice, ids)?;
    let done = match ids {
        [only] => practice.remove(given.moment, kind, *only)?,
        several => practice.remove_many(given.moment, kind, several)?,
    };
    told(given, &done)
}

/// The kind that all of some records have.
fn one_kind(practice: &Practice, ids: &[Uuid]) -> Result<Kind, CliError> {
    let [first, others @ ..] = ids else { return Err(CliError::NothingToChange) };
    let (kind, _) = practice.any_record(*first)?;
    for other in others {
        let (of, _) = practice.any_record(*other)?;
        if of != kind {
            return Err(CliError::SeveralKinds { one: *first, kind, other: *other, of });
        }
    }
    Ok(kind)
}

pub(super) fn show(given: &Given, id: Uuid) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let (kind, record) = practice.any_record(id)?;
    let texts = practice.fields_of(&record)?;
    given.output.show(&json!({ "id": id, "record": record, "fields": texts }), || {
        let lines = texts.iter().map(|field| format!("{}={}", field.key, field.text.replace('\n', " / ")));
        [format!("{kind} {id}")].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    })
}

pub(super) fn line(given: &Given, text: &str) -> Result<(), CliError> {
    let done = given.ledger.open()?.record_line(given.moment, text)?;
    told(given, &done)
}

fn told(given: &Given, done: &Done) -> Result<(), CliError> {
    given.output.show(done, || words::deed(&done.message))
}

fn texts(pairs: &[Pair]) -> Vec<FieldText> {
    pairs.iter().map(|(key, text)| FieldText { key: key.clone(), text: text.clone() }).collect()
}

/// The client that a ledger would begin with, tried on one that lives in a folder of its own until then.
fn tried_alone(texts: &[FieldText]) -> Result<Record, CliError> {
    let folder = tempfile::tempdir().map_err(CliError::NoScratch)?;
    let practice = Practice::open(&folder.path().join("trial.kindly"))?;
    Ok(practice.record_of(Kind::Client, texts)?)
}

/// The letterhead is there from the start: what is given is changed.
fn save_profile(given: &Given, texts: &[FieldText]) -> Result<Done, CliError> {
    let mut practice = given.ledger.open()?;
    let profile = practice.profile_with(texts)?;
    Ok(practice.save_profile(given.moment, &profile)?)
}
