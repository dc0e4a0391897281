//! Taking a table or cards over.
use kindly_practice::{
    Practice, PracticeError,
    import::{ClientPick, ImportChoices, ImportFile, ImportView},
    records::Moment,
};
use tempfile::TempDir;

use super::{Given, archive};
use crate::{
    arguments::Import,
    error::CliError,
    ledger::{read_bytes, read_text},
    output::Progress,
    words,
};
use kindly_practice::read::{MAX_ARCHIVE_BYTES, MAX_MAPPING_BYTES};

pub(super) fn run(given: &Given, typed: &Import) -> Result<(), CliError> {
    given.ledger.path()?;
    let bytes = read_bytes(&typed.file, MAX_ARCHIVE_BYTES)?;
    if archive::is_one(&bytes) {
        return archive::run(given, typed, &bytes);
    }
    let mapping = typed.mapping.as_deref().map(|file| read_text(file, MAX_MAPPING_BYTES)).transpose()?;
    let name = typed.file.file_name().unwrap_or_default().to_string_lossy();
    let file = ImportFile {
        name: &name,
        bytes: &bytes,
        kind: typed.kind.as_deref(),
        mapping: mapping.as_deref(),
        choices: None,
    };
    let mut progress = Progress::new();
    let (practice, _trial) = open_or_try(given)?;
    let choices = choices(&practice, given.moment, file, typed, &mut progress)?;
    let file = ImportFile { choices: choices.as_ref(), ..file };
    if typed.dry_run {
        return tell(given, &preview(&practice, given.moment, file, &mut progress)?);
    }
    // A ledger that is not there is not made for a file that is refused.
    let mut practice = if given.ledger.is_there()? {
        practice
    } else {
        let tried = preview(&practice, given.moment, file, &mut progress)?;
        if tried.problem.is_some() || (!tried.refused.is_empty() && !typed.without_refused) {
            return tell(given, &tried);
        }
        given.ledger.open_or_make()?
    };
    let done = practice.import(given.moment, file, &mut |step| progress.told(step));
    progress.clear();
    match done {
        Ok(view) => tell(given, &view),
        Err(PracticeError::RefusedRows { .. } | PracticeError::Exchange(_)) => {
            tell(given, &preview(&practice, given.moment, file, &mut progress)?)
        }
        Err(error) => Err(error.into()),
    }
}

/// The ledger or, where there is none yet, an empty one that lives in a folder of its own.
fn open_or_try(given: &Given) -> Result<(Practice, Option<TempDir>), CliError> {
    if given.ledger.is_there()? {
        return Ok((given.ledger.open()?, None));
    }
    let folder = tempfile::tempdir().map_err(CliError::NoScratch)?;
    Ok((Practice::open(&folder.path().join("trial.kindly"))?, Some(folder)))
}

fn preview(
    practice: &Practice,
    moment: Moment,
    file: ImportFile<'_>,
    progress: &mut Progress,
) -> Result<ImportView, CliError> {
    let view = practice.preview_import(moment, file, &mut |step| progress.told(step));
    progress.clear();
    Ok(view?)
}

/// Who the names are that no client has, as far as it was said.
fn choices(
    practice: &Practice,
    moment: Moment,
    file: ImportFile<'_>,
    typed: &Import,
    progress: &mut Progress,
) -> Result<Option<ImportChoices>, CliError> {
    let mut choices = ImportChoices { without_refused: typed.without_refused, ..ImportChoices::default() };
    for (name, client) in &typed.client {
        choices.clients.insert(name.clone(), ClientPick::Existing(practice.client_called(client)?));
    }
    for name in &typed.leave_out {
        choices.clients.insert(name.clone(), ClientPick::LeaveOut);
    }
    if choices.clients.is_empty() && !typed.new_clients {
        return Ok(typed.without_refused.then_some(choices));
    }
    let view = preview(practice, moment, ImportFile { choices: Some(&choices), ..file }, progress)?;
    if view.problem.is_some() {
        return Ok(Some(choices));
    }
    if let Some(name) = unheeded(&choices, &view) {
        return Err(CliError::NobodySo { name });
    }
    if typed.new_clients {
        let unsaid = view.unknown_clients.into_iter().filter(|unknown| unknown.pick.is_none());
        choices.clients.extend(unsaid.map(|unknown| (unknown.name, ClientPick::New)));
    }
    Ok(Some(choices))
}

/// A name that was said to be somebody, and that no row has or somebody bears already. A slip of the hand would go unseen: the
/// rows would be somebody else's.
fn unheeded(choices: &ImportChoices, view: &ImportView) -> Option<String> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let said = |pick: Option<ClientPick>| pick.is_some_and(|pick| pick != ClientPick::New);
    let heeded = view.unknown_clients.iter().filter(|unknown| said(unknown.pick));
    let heeded: Vec<String> = heeded.map(|unknown| plain(&unknown.name)).collect();
    if heeded.len() >= choices.clients.len() {
        return None;
    }
    let mut names = choices.clients.keys();
    names.find(|name| !heeded.contains(&plain(name))).cloned()
}

fn tell(given: &Given, view: &ImportView) -> Result<(), CliError> {
    let refused = if let Some(problem) = &view.problem {
        CliError::NotUnderstood { file: view.file.clone(), problem: problem.clone(), example: example(view) }
    } else if let Some(first) = view.refused.first().filter(|_| !view.choices.without_refused) {
        let summary = Box::new(PracticeError::RefusedRows {
            count: view.refused.len(),
            line: first.line as usize,
            reason: first.reason.clone(),
        });
        let unknown = view.unknown_clients.iter().any(|unknown| unknown.pick.is_none());
        let mend = if unknown {
            " (or say who they are: --client NAME=CLIENT, --new-clients, --leave-out NAME)"
        } else {
            ""
        };
        CliError::RefusedRows { summary, rows: view.refused.clone(), mend }
    } else {
        return given.output.show(view, || in_words(view));
    };
    if given.output.json {
        given.output.show(view, String::new)?;
    }
    Err(refused)
}

/// A mapping of this file: its first column for a field that is looked for.
fn example(view: &ImportView) -> String {
    let kind = view.choices.kind.as_deref().unwrap_or("deliverables");
    let fields = view
        .kinds
        .iter()
        .find(|each| each.name == kind)
        .map(|kind| kind.fields.as_slice())
        .unwrap_or_default();
    let field = fields.iter().find(|field| field.required && !view.choices.columns.contains_key(&field.name));
    let field = field.or(fields.first()).map_or("Client", |field| field.name.as_str());
    let header = view.headers.first().map_or("Account", String::as_str);
    format!("{}", serde_json::json!({ "kind": kind, field: header }))
}

fn in_words(view: &ImportView) -> String {
    let verb = if view.written { "Imported" } else { "Nothing was written. This would import" };
    let tool = view.tool.as_ref().map(|tool| format!(" ({tool})")).unwrap_or_default();
    let mut lines = vec![format!(
        "{verb} {}{tool} as {}: {} new, {} changed, {} as they were.",
        view.file, view.what, view.new, view.updated, view.unchanged
    )];
    lines.extend(columns(view));
    if view.left_out > 0 {
        lines.push(format!("{} left out.", words::count(u64::from(view.left_out), "row was", "rows were")));
    }
    lines.extend(view.remarks.iter().map(|remark| format!("Note: {remark}.")));
    for unknown in view.unknown_clients.iter().filter(|unknown| unknown.pick == Some(ClientPick::New)) {
        let near = unknown
            .near
            .first()
            .map(|near| format!("; “{}” is there already: see that they are not the same client", near.name));
        let rows = words::count(u64::from(unknown.rows), "row", "rows");
        lines.push(format!("“{}” is a new client ({rows}){}.", unknown.name, near.unwrap_or_default()));
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

/// What each column was understood as, and which are left out.
fn columns(view: &ImportView) -> Vec<String> {
    let used = view.columns.iter().filter_map(|column| {
        let field = column.field.as_ref()?;
        let from = if *field == column.header { String::new() } else { format!(" (from {})", column.header) };
        Some(format!("{field}{from}"))
    });
    let used: Vec<String> = used.collect();
    let left_out = view.columns.iter().filter(|column| column.field.is_none());
    let left_out: Vec<&str> = left_out.map(|column| column.header.as_str()).collect();
    let mut lines = Vec::new();
    if !used.is_empty() {
        lines.push(format!("Columns: {}.", used.join(", ")));
    }
    if !left_out.is_empty() {
        lines.push(format!("Left out: {}.", left_out.join(", ")));
    }
    lines
}
