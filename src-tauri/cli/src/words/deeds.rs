//! What was done.
use kindly_practice::{Message, records::Kind};

use super::{count, day, of_kind};

/// What an action did, as a sentence.
pub(crate) fn deed(message: &Message) -> String {
    match message {
        Message::DidAdd { kind, title, client } => format!("Recorded: {}", what(*kind, title, client)),
        Message::DidEdit { kind, title, client } => format!("Changed: {}", what(*kind, title, client)),
        Message::DidRemove { kind, title, client } => format!("Removed: {}", what(*kind, title, client)),
        Message::DidRestore { kind, title, client } => {
            format!("Brought back: {}", what(*kind, title, client))
        }
        Message::DidEditMany { kind, count } => format!("Changed: {}.", of_kind(*count, *kind)),
        Message::DidRemoveMany { kind, count } => format!("Removed: {}.", of_kind(*count, *kind)),
        Message::DidLookBack { client, records } => {
            format!("Looked back on {client}: {} from memory.", of_records(*records))
        }
        Message::DidFriday { client, records } => format!("Friday list, {client}: {}.", of_records(*records)),
        Message::DidFillTemplates { count } => format!("Added from templates: {}.", of_records(*count)),
        Message::DidSnooze { until, client } => {
            let whose = if client.is_empty() { String::new() } else { format!(": {client}") };
            format!("Put off until {}{whose}.", day(*until))
        }
        Message::DidExcuse { title, owed, client } => {
            format!("Excused: “{title}” of {client}, which waited for “{owed}”.")
        }
        Message::DidTakeBack { step: None } => "An earlier step was taken back.".to_owned(),
        Message::DidTakeBack { step: Some(step) } => format!("Taken back: {}", deed(step)),
        Message::DidImportArchive { records } => format!("Read from an archive: {}.", of_records(*records)),
        Message::DidErase { records } => format!("Erased for good: {}.", of_records(*records)),
        Message::DidLoadSample => "The sample practice was loaded.".to_owned(),
        Message::DidRemoveSample => "The sample practice was removed.".to_owned(),
        Message::DidImport { file, new, updated } => {
            let new = count(u64::from(*new), "new record", "new records");
            format!("Imported {file}: {new}, {updated} changed.")
        }
        Message::DidTakeOn { client, subject } => {
            format!("{client} is a client now: “{subject}” was taken on.")
        }
        Message::DidSaveProfile => "The letterhead was saved.".to_owned(),
        Message::DidKeepLetter { client, .. } => format!("The letter to {client} was kept as a draft."),
        Message::DidFinishLetter { client, number } => format!("Letter {number} to {client} was finished."),
        Message::DidSendLetter { client } => format!("The letter to {client} was noted as sent."),
        Message::DidKeepProof { client } => format!("The proof of delivery to {client} was kept."),
        Message::DidNoteReply { client } => format!("The reply of {client} was noted."),
        Message::DidKeepTemplate { name } => format!("The template {name} was kept."),
        Message::DidChangePicture => "The letterhead's picture was changed.".to_owned(),
        Message::DidSavePdf { client } => format!("The PDF of the letter to {client} was saved."),
        // No other message is a deed.
        _ => String::new(),
    }
}

fn of_records(number: u32) -> String {
    count(u64::from(number), "record", "records")
}

fn what(kind: Kind, title: &str, client: &str) -> String {
    match kind {
        Kind::Client => format!("client {title}."),
        _ if client.is_empty() => format!("{kind} “{title}”."),
        _ => format!("{kind} “{title}” of {client}."),
    }
}
