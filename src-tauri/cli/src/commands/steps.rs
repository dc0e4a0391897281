//! Taking steps back, and doing them again.
use kindly_practice::Message;
use serde_json::json;

use super::Given;
use crate::{error::CliError, words};

pub(super) fn undo(given: &Given) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    if practice.steps()?.undo.is_none() {
        return Err(CliError::NothingToUndo);
    }
    let message = practice.undo(given.moment)?;
    given.output.show(&json!({ "undone": message }), || told("Taken back", message.as_ref()))
}

pub(super) fn redo(given: &Given) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    if practice.steps()?.redo.is_none() {
        return Err(CliError::NothingToRedo);
    }
    let message = practice.redo(given.moment)?;
    given.output.show(&json!({ "redone": message }), || told("Done again", message.as_ref()))
}

fn told(what: &str, message: Option<&Message>) -> String {
    match message {
        Some(message) => format!("{what}: {}", words::deed(message)),
        // A step of a later version: its name is not known here, what it did was taken back all the same.
        None => format!("{what}."),
    }
}
