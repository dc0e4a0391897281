//! Finding clients and words.
use kindly_practice::{find::Found, records::Kind};
use serde_json::json;

use super::Given;
use crate::error::CliError;

pub(super) fn run(given: &Given, text: &str) -> Result<(), CliError> {
    let found = given.ledger.open()?.find(text)?;
    given.output.show(&json!({ "found": found }), || {
        if found.is_empty() {
            return format!("Nothing was found for “{text}”.");
        }
        found.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

fn line(found: &Found) -> String {
    if found.kind == Kind::Client {
        return format!("{} ({})  {}", found.client_name, found.kind, found.id);
    }
    let on = found.on.map(|on| format!(", {on}")).unwrap_or_default();
    let whose = if found.client_name.is_empty() { String::new() } else { format!("{}: ", found.client_name) };
    let mut line = format!("{whose}{} “{}”{on}", found.kind, found.title);
    // The words around the hit, unless they are the title again.
    if !found.snippet.is_empty() && found.snippet != found.title {
        line.push_str(": ");
        line.push_str(&found.snippet.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    format!("{line}  {}", found.id)
}
