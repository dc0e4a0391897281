//! Reading an archive into an empty ledger.
use kindly_practice::{Message, Practice, PracticeError, record::Done};
use serde_json::json;

use super::Given;
use crate::{arguments::Import, error::CliError, words};

/// Whether a file is to be read as an archive: no table and no card begins with a brace.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"{")
}

pub(super) fn run(given: &Given, typed: &Import, bytes: &[u8]) -> Result<(), CliError> {
    let file = typed.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let said = typed.kind.is_some() || typed.mapping.is_some() || typed.new_clients;
    if said || !typed.client.is_empty() || !typed.leave_out.is_empty() {
        return Err(CliError::ArchiveAsItIs { file });
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // A ledger that is not there is made only for an archive that can be read.
    if typed.dry_run || !given.ledger.is_there()? {
        let folder = tempfile::tempdir().map_err(CliError::NoScratch)?;
        let mut trial = Practice::open(&folder.path().join("trial.kindly"))?;
        let done = trial.import_archive(given.moment, bytes)?;
        if typed.dry_run {
            if given.ledger.is_there()? {
                check_empty(given)?;
            }
            return tell(given, &file, &done, false);
        }
    }
    let done = given.ledger.open_or_make()?.import_archive(given.moment, bytes)?;
    tell(given, &file, &done, true)
}

fn check_empty(given: &Given) -> Result<(), CliError> {
    let records = given.ledger.open()?.check()?.records;
    if records.iter().any(|(_, count)| *count > 0) {
        return Err(PracticeError::NotEmpty.into());
    }
    Ok(())
}

fn tell(given: &Given, file: &str, done: &Done, written: bool) -> Result<(), CliError> {
    let records = match done.message {
        Message::DidImportArchive { records } => records,
        _ => 0,
    };
    let told = json!({
        "file": file, "what": "archive", "new": records, "updated": 0, "unchanged": 0, "refused": [], "written": written,
    });
    given.output.show(&told, || {
        let verb = if written { "Imported" } else { "Nothing was written. This would import" };
        format!("{verb} {file}, an archive: {}.", words::count(u64::from(records), "record", "records"))
    })
}
