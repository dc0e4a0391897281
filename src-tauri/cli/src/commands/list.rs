//! The records of a kind.
use std::collections::HashMap;

use kindly_practice::{
    records::{ClientId, Kind},
    standing::LedgerLine,
};
use serde_json::json;

use super::Given;
use crate::error::CliError;

pub(super) fn run(given: &Given, kind: Kind, client: Option<&str>) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = client.map(|name| practice.client_called(name)).transpose()?;
    let clients = practice.choices()?.clients;
    let names: HashMap<ClientId, &str> =
        clients.iter().map(|client| (client.id, client.name.as_str())).collect();
    let mut lines = practice.record_lines(given.moment, kind)?;
    let theirs = |line: &LedgerLine, client: ClientId| match kind {
        Kind::Client => line.id == client.to_string(),
        _ => line.record.client() == Some(client),
    };
    lines.retain(|line| client.is_none_or(|client| theirs(line, client)));
    let records: Vec<_> = lines.iter().map(|line| json!({ "id": line.id, "record": line.record })).collect();
    given.output.show(&json!({ "kind": kind, "records": records }), || {
        if lines.is_empty() {
            return format!("There is no {kind} yet.");
        }
        lines.iter().map(|line| in_words(line, &names)).collect::<Vec<_>>().join("\n")
    })
}

/// The id, the day, and whose it is: `show` and `edit` take the id.
fn in_words(line: &LedgerLine, names: &HashMap<ClientId, &str>) -> String {
    if line.record.kind() == Kind::Client {
        return format!("{}  {}", line.id, line.title);
    }
    let whose = line.record.client().and_then(|client| names.get(&client));
    let whose = whose.map(|name| format!("{name}: ")).unwrap_or_default();
    format!(
        "{}  {}  {whose}{}",
        line.id,
        line.on,
        line.title.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}
