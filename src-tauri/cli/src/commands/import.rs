//! Taking a table over.
use kindly_practice::{
    Practice, PracticeError,
    import::{ImportFile, ImportView},
};

use super::Given;
use crate::{
    arguments::Import,
    error::CliError,
    ledger::{read_bytes, read_text},
    words,
};

pub(super) fn run(given: &Given, typed: &Import) -> Result<(), CliError> {
    given.ledger.path()?;
    let bytes = read_bytes(&typed.file)?;
    let mapping = typed.mapping.as_deref().map(read_text).transpose()?;
    let name = typed.file.file_name().unwrap_or_default().to_string_lossy();
    let file =
        ImportFile { name: &name, bytes: &bytes, kind: typed.kind.as_deref(), mapping: mapping.as_deref() };
    // A ledger that is not there is as an empty one, and is not made for a file that is refused.
    if !given.ledger.is_there()? {
        let tried = preview_alone(file)?;
        if typed.dry_run || !tried.refused.is_empty() {
            return tell(given, tried);
        }
    }
    if typed.dry_run {
        return tell(given, given.ledger.open()?.preview_import(file)?);
    }
    let mut practice = given.ledger.open_or_make()?;
    match practice.import(given.moment, file) {
        Ok(view) => tell(given, view),
        Err(PracticeError::RefusedRows { .. }) => tell(given, practice.preview_import(file)?),
        Err(error) => Err(error.into()),
    }
}

/// What importing into an empty ledger would do, tried on one that lives in a folder of its own until then.
fn preview_alone(file: ImportFile<'_>) -> Result<ImportView, CliError> {
    let folder = tempfile::tempdir().map_err(CliError::NoScratch)?;
    Ok(Practice::open(&folder.path().join("trial.kindly"))?.preview_import(file)?)
}

fn tell(given: &Given, view: ImportView) -> Result<(), CliError> {
    let Some(first) = view.refused.first() else { return given.output.show(&view, || in_words(&view)) };
    let summary = PracticeError::RefusedRows {
        count: view.refused.len(),
        line: first.line as usize,
        reason: first.reason.clone(),
    };
    if given.output.json {
        given.output.show(&view, String::new)?;
    }
    Err(CliError::RefusedRows { summary, rows: view.refused })
}

fn in_words(view: &ImportView) -> String {
    let verb = if view.written { "Imported" } else { "Nothing was written. This would import" };
    let mut lines = vec![format!(
        "{verb} {} as {}: {} new, {} changed, {} as they were.",
        view.file, view.what, view.new, view.updated, view.unchanged
    )];
    let used: Vec<String> = view
        .columns
        .iter()
        .filter_map(|column| {
            let field = column.field.as_ref()?;
            Some(if *field == column.header {
                field.clone()
            } else {
                format!("{field} (from {})", column.header)
            })
        })
        .collect();
    lines.push(format!("Columns: {}.", used.join(", ")));
    let left_out: Vec<&str> = view
        .columns
        .iter()
        .filter(|column| column.field.is_none())
        .map(|column| column.header.as_str())
        .collect();
    if !left_out.is_empty() {
        lines.push(format!("Left out: {}.", left_out.join(", ")));
    }
    for near in &view.near {
        lines.push(format!(
            "Line {}: “{}” is new, and “{}” is there already: see that they are not the same client.",
            near.line, near.name, near.existing
        ));
    }
    if !view.written && !view.preview.is_empty() {
        let rows = view.new + view.updated + view.unchanged;
        let shown = u32::try_from(view.preview.len()).unwrap_or(rows);
        let which = if shown < rows { "The first rows" } else { "The rows" };
        lines.push(format!("{which} ({shown} of {}):", words::count(u64::from(rows), "row", "rows")));
        lines.extend(view.preview.iter().map(|row| {
            let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            format!("  {}", cells.join(" · "))
        }));
    }
    lines.join("\n")
}
