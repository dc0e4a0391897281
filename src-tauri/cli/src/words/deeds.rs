//! What was done.
use kindly_practice::{Message, records::Kind};

use super::count;

/// What an action did.
pub(crate) fn deed(message: &Message) -> String {
    match message {
        Message::DidAdd { kind, title, client } => format!("Recorded: {}", what(*kind, title, client)),
        Message::DidEdit { kind, title, client } => format!("Changed: {}", what(*kind, title, client)),
        Message::DidRemove { kind, title, client } => format!("Removed: {}", what(*kind, title, client)),
        Message::DidLoadSample => "The sample practice was loaded.".to_owned(),
        Message::DidRemoveSample => "The sample practice was removed.".to_owned(),
        Message::DidImport { file, new, updated, .. } => {
            let new = count(u64::from(*new), "new record", "new records");
            format!("Imported {file}: {new}, {updated} changed.")
        }
        Message::DidSaveProfile => "The letterhead was saved.".to_owned(),
        Message::DidKeepLetter { client, .. } => format!("The letter to {client} was kept as a draft."),
        Message::DidSavePdf { client, .. } => format!("The PDF of the letter to {client} was saved."),
        // No other message is a deed.
        _ => String::new(),
    }
}

fn what(kind: Kind, title: &str, client: &str) -> String {
    match kind {
        Kind::Client => format!("client {title}."),
        _ if client.is_empty() => format!("{kind} “{title}”."),
        _ => format!("{kind} “{title}” of {client}."),
    }
}
