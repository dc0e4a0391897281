//! What needs the user.
use serde_json::json;

use super::Given;
use crate::{error::CliError, words};

pub(super) fn run(given: &Given) -> Result<(), CliError> {
    let needs = given.ledger.open()?.needs(given.moment)?;
    given.output.show(&json!({ "as_of": given.moment.today, "needs": needs }), || {
        if needs.is_empty() {
            return "Nothing needs you today.".to_owned();
        }
        let due: Vec<String> = needs.iter().map(|need| words::due(need.on, need.days_left)).collect();
        let width = due.iter().map(|due| due.chars().count()).max().unwrap_or_default();
        let lines = needs.iter().zip(&due).map(|(need, due)| format!("{due:<width$}  {}", words::need(need)));
        lines.collect::<Vec<_>>().join("\n")
    })
}
