//! Writing records out.
use kindly_practice::export::{ExportDone, ExportFile, ExportWhat, write_files};

use super::{Given, erase::person};
use crate::{
    arguments::{Export, Format},
    error::CliError,
    ledger::keep_apart,
    words,
};

pub(super) fn run(given: &Given, typed: &Export) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let files = match (&typed.client, typed.format) {
        (Some(_), Some(Format::Vcard | Format::Ics)) => {
            let problem = "one client's data goes out as json or csv, or as both without --format".to_owned();
            return Err(CliError::Typed { problem });
        }
        (Some(client), format) => {
            let whom = practice.client_called(client)?;
            let what = match &typed.person {
                None => ExportWhat::Client(whom),
                Some(said) => ExportWhat::Person { id: whom, person: person(&practice, whom, said)? },
            };
            let mut files = practice.export(given.moment, what)?;
            files.retain(|file| format.is_none_or(|format| is_in(format, file)));
            files
        }
        (None, Some(format)) => practice.export(given.moment, what(format))?,
        (None, None) => {
            let problem = "an export needs --format or --client".to_owned();
            return Err(CliError::Typed { problem });
        }
    };
    let ledger = given.ledger.path()?;
    let key = ledger.with_added_extension("key");
    for file in &files {
        keep_apart(&typed.folder.join(&file.name), &[ledger, &key], "DIR")?;
    }
    let done = write_files(&typed.folder, &files)?;
    given.output.show(&done, || in_words(&done))
}

fn what(format: Format) -> ExportWhat {
    match format {
        Format::Json => ExportWhat::Json,
        Format::Csv => ExportWhat::Csv,
        Format::Vcard => ExportWhat::Contacts,
        Format::Ics => ExportWhat::Calendar,
    }
}

/// Whether one of a client's files is of a form. Documents that are kept inside may have any ending, and hold no records.
fn is_in(format: Format, file: &ExportFile) -> bool {
    let ending = if format == Format::Csv { ".csv" } else { ".json" };
    file.records > 0 && file.name.ends_with(ending)
}

fn in_words(done: &ExportDone) -> String {
    let files = done.files.iter().map(|file| {
        let records = words::count(u64::from(file.records), "record", "records");
        format!("  {}: {records}", file.name)
    });
    let written = words::count(done.files.len() as u64, "file was", "files were");
    [format!("{written} written to {}:", done.folder)].into_iter().chain(files).collect::<Vec<_>>().join("\n")
}
