//! Whether the ledger is whole.
use serde_json::{Map, Value, json};

use super::Given;
use crate::{error::CliError, words};

pub(super) fn run(given: &Given) -> Result<(), CliError> {
    let report = given.ledger.open()?.check()?;
    let records: Map<String, Value> =
        report.records.iter().map(|(kind, count)| (kind.name().to_owned(), (*count).into())).collect();
    let found = json!({ "sound": report.damage.is_empty(), "records": records, "damage": report.damage });
    given.output.show(&found, || {
        if !report.damage.is_empty() {
            return report.damage.join("\n");
        }
        let all = report.records.iter().map(|(_, count)| count).sum();
        format!("The ledger is whole: {}.", words::count(all, "record", "records"))
    })?;
    match report.damage.split_first() {
        None => Ok(()),
        Some((first, others)) => Err(CliError::Damaged {
            ledger: given.ledger.path()?.to_owned(),
            first: first.clone(),
            more: others.len(),
        }),
    }
}
