//! Changing many records at once, and starting one like another.
mod view;

use kindly_records::{Kind, Moment, Record};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Message, Practice, PracticeError,
    record::Done,
    standing::number,
    typed::{self, Links},
};

pub use view::FieldText;

impl Practice {
    /// Changes the same fields of many records of a kind: all of them, or none.
    ///
    /// # Errors
    /// [`PracticeError::NothingChosen`] without records or changes, [`PracticeError::Gone`] where one is no longer
    /// there, and what reading the fields or keeping one of the records says.
    pub fn edit_many(
        &mut self,
        moment: Moment,
        kind: Kind,
        ids: &[Uuid],
        changes: &[FieldText],
    ) -> Result<Done, PracticeError> {
        if ids.is_empty() || changes.is_empty() {
            return Err(PracticeError::NothingChosen);
        }
        let reader = self.ledger.reader();
        let (links, profile) = (Links::read(reader)?, reader.profile()?);
        let mut changed = Vec::with_capacity(ids.len());
        for id in ids {
            let record = reader.record(kind, *id)?.ok_or(PracticeError::Gone { kind })?;
            changed.push((*id, typed::with(&links, &record, changes, profile.currency.code())?));
        }
        if kind == Kind::Client && changes.iter().any(|change| change.key == "name") && ids.len() > 1 {
            return Err(PracticeError::OneNameForMany);
        }
        let message = Message::DidEditMany { kind, count: number(ids.len()) };
        self.ledger.transact(moment.at, message.label(), |changes| {
            changed.iter().try_for_each(|(id, record)| changes.update_record(*id, record))
        })?;
        Ok(Done { id: None, message })
    }

    /// Removes many records of a kind: all of them, or none.
    ///
    /// # Errors
    /// [`PracticeError::NothingChosen`] without records; the ledger's own where one is no longer there.
    pub fn remove_many(&mut self, moment: Moment, kind: Kind, ids: &[Uuid]) -> Result<Done, PracticeError> {
        if ids.is_empty() {
            return Err(PracticeError::NothingChosen);
        }
        let message = Message::DidRemoveMany { kind, count: number(ids.len()) };
        self.ledger.transact(moment.at, message.label(), |changes| {
            ids.iter().try_for_each(|id| changes.delete_record(kind, *id))
        })?;
        Ok(Done { id: None, message })
    }

    /// A draft like a record: the same facts, dated today, without what came of it.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the record is no longer there.
    pub fn duplicate(&self, moment: Moment, kind: Kind, id: Uuid) -> Result<Record, PracticeError> {
        let record = self.ledger.reader().record(kind, id)?.ok_or(PracticeError::Gone { kind })?;
        let mut facts = json!(record);
        for dated in ["on", "received_on", "issued_on", "agreed_on"] {
            if facts.get(dated).is_some() {
                facts[dated] = json!(moment.today);
            }
        }
        // What is due keeps its distance from the day on which the first one was to be had.
        if let Some(due) = facts.get("due_on").and_then(Value::as_str).and_then(|day| day.parse().ok()) {
            let next = if due < moment.today { moment.today } else { due };
            facts["due_on"] = json!(next);
        }
        for result in RESULTS {
            if let Some(facts) = facts.as_object_mut() {
                facts.remove(*result);
            }
        }
        match kind {
            Kind::Client => facts["sample"] = false.into(),
            // Numbers are given once.
            Kind::Invoice => facts["number"] = "".into(),
            _ => {}
        }
        serde_json::from_value(facts).map_err(|error| PracticeError::NotARecord {
            what: crate::message::what(kind),
            reason: error.to_string(),
        })
    }
}

/// What comes of a record, and is not the next one's.
const RESULTS: &[&str] = &[
    "delivered_on",
    "outcome",
    "acceptance",
    "waits_for",
    "met_on",
    "paid_on",
    "answered_on",
    "resolved_on",
    "resolution",
    "thanked_on",
    "ended_on",
    "answer",
    "from_memory",
    "review_on",
];
