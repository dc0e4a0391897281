//! The ledger's safety: backups, the passphrase, and moving to another computer.
use std::path::Path;

use kindly_practice::{
    Practice,
    safety::{self, BackupCause, BackupRow, BundleView, CopyRelation, CopySide, Swapped},
};
use serde_json::json;

use super::Given;
use crate::{
    arguments::{Bundle, Protect, Unbundle},
    error::CliError,
    ledger::{first_line, keep_apart},
    words,
};

pub(super) fn backup(given: &Given, folder: Option<&Path>) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let job = match folder {
        None => practice.backup_job(given.moment, BackupCause::ByHand)?,
        Some(folder) => practice.backup_job_to(given.moment, folder)?,
    };
    let done = practice.backed_up(job.run(&mut |_| true)?)?;
    given.output.show(&done, || format!("Backed up: {}.", in_words(&done.backup)))
}

pub(super) fn backups(given: &Given, folder: Option<&Path>) -> Result<(), CliError> {
    let (rows, broken) = match folder {
        Some(folder) => safety::backups_in(folder),
        None => safety::backups_of(given.ledger.path()?),
    };
    given.output.show(&json!({ "backups": rows, "broken": broken }), || {
        if rows.is_empty() && broken.is_empty() {
            return "There are no backups.".to_owned();
        }
        let whole = rows.iter().map(in_words);
        whole
            .chain(broken.iter().map(|broken| format!("Cannot be used: {broken}")))
            .collect::<Vec<_>>()
            .join("\n")
    })
}

pub(super) fn restore(given: &Given, file: &Path) -> Result<(), CliError> {
    let ledger = given.ledger.path()?;
    let (folder, name) = safety::backup_file(file)?;
    let secret = given.ledger.secret()?;
    let opened = if given.ledger.is_there()? { given.ledger.open().ok() } else { None };
    let restored = if let Some(practice) = opened {
        let swapped = practice.restore_from(given.moment, &folder, &name, secret.as_ref(), &mut |_| true);
        swapped.result?;
        swapped.practice
    } else {
        // What cannot be opened is set aside, not asked.
        let restored =
            safety::restore_closed_from(ledger, given.moment, &folder, &name, secret.as_ref(), &mut |_| true);
        restored?.practice
    };
    let report = restored.as_ref().map(Practice::check).transpose()?;
    let records = report.map_or(0, |report| report.records.iter().map(|(_, count)| count).sum());
    given.output.show(&json!({ "restored": name, "records": records }), || {
        format!("Restored {name}: {}.", words::count(records, "record", "records"))
    })
}

pub(super) fn protect(given: &Given, typed: &Protect) -> Result<(), CliError> {
    keep_apart(&typed.recovery_sheet, &[given.ledger.path()?], "--recovery-sheet")?;
    let practice = given.ledger.open()?;
    let code = safety::new_recovery_code()?;
    // Before anything is protected by a code that nobody has.
    safety::write_recovery_sheet(&code, given.moment, &typed.recovery_sheet)?;
    let protected = practice.is_protected();
    let file = typed.new_passphrase_file.as_deref().or(given.ledger.secret_file());
    let passphrase = first_line(file.ok_or(CliError::NoPassphrase)?)?.to_string().into();
    let Swapped { practice, result } = if protected {
        practice.new_key(given.moment, &passphrase, &code, &mut |_| true)
    } else {
        practice.protect(given.moment, &passphrase, &code, &mut |_| true)
    };
    result?;
    drop(practice);
    let sheet = typed.recovery_sheet.display().to_string();
    given.output.show(&json!({ "protected": true, "recovery_sheet": sheet }), || {
        format!(
            "The ledger is protected. Print {sheet} and delete the file: whoever loses both the passphrase and the \
             code has lost the ledger."
        )
    })
}

pub(super) fn passphrase(given: &Given, file: &Path) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let new = first_line(file)?.to_string().into();
    // Who opened it has said the present one, or the code.
    match given.ledger.secret()? {
        Some(safety::Secret::Passphrase(old)) => practice.change_passphrase(Some(&old), &new)?,
        _ => practice.change_passphrase(None, &new)?,
    }
    given.output.show(&json!({ "changed": true }), || "The passphrase is changed.".to_owned())
}

pub(super) fn bundle(given: &Given, typed: &Bundle) -> Result<(), CliError> {
    keep_apart(&typed.out, &[given.ledger.path()?], "the bundle")?;
    let practice = given.ledger.open()?;
    let passphrase = first_line(&typed.bundle_passphrase_file)?.to_string().into();
    practice.write_bundle(given.moment, &typed.out, &passphrase, &mut |_| true)?;
    let out = typed.out.display().to_string();
    given.output.show(&json!({ "bundle": out }), || format!("Everything is in {out}, encrypted."))
}

pub(super) fn unbundle(given: &Given, typed: &Unbundle) -> Result<(), CliError> {
    let practice = given.ledger.open_or_make()?;
    let passphrase = first_line(&typed.bundle_passphrase_file)?.to_string().into();
    let (bundle, view) = practice.open_bundle(&typed.file, &passphrase, &mut |_| true)?;
    if let Some(side) = typed.goes_on {
        practice.take_bundle(given.moment, &bundle, side.into(), &mut |_| true).result?;
    }
    given.output.show(&view, || compared(&view))
}

pub(super) fn salvage(given: &Given, out: &Path) -> Result<(), CliError> {
    keep_apart(out, &[given.ledger.path()?], "the archive")?;
    let practice = Practice::open_to_read(given.ledger.path()?, given.ledger.secret()?.as_ref())?;
    let saved = practice.salvage_to(given.moment, out)?;
    given.output.show(&saved, || {
        let kinds = saved.saved.iter().map(|kind| format!("  {}", words::of_kind(kind.count, kind.kind)));
        let kinds = kinds.collect::<Vec<_>>().join("\n");
        let lost = words::count(u64::from(saved.lost), "row", "rows");
        format!("Saved to {}:\n{kinds}\n{lost} could not be read.", saved.file)
    })
}

fn in_words(row: &BackupRow) -> String {
    let records = words::count(u64::from(row.records), "record", "records");
    let clients = words::count(u64::from(row.clients), "client", "clients");
    format!("{} ({}, {clients}, {records})", row.name, row.made_at)
}

fn compared(view: &BundleView) -> String {
    let relation = match view.relation {
        CopyRelation::Same => "Both are the same.",
        CopyRelation::OursNewer => "The ledger goes on from what came: it is the newer one.",
        CopyRelation::TheirsNewer => "What came goes on from the ledger: it is the newer one.",
        CopyRelation::Apart => "Both went on, each its own way.",
        CopyRelation::Strangers => "They have nothing in common.",
        CopyRelation::OursEmpty => "Nothing is recorded here yet.",
    };
    let side = |name: &str, side: &CopySide| {
        let steps = words::count(u64::from(side.steps), "step", "steps");
        let last = side.last_at.as_deref().unwrap_or("never");
        format!("{name}: {steps}, {} of them its own, the last {last}", side.own_steps)
    };
    [relation.to_owned(), side("The ledger", &view.ours), side("What came", &view.theirs)].join("\n")
}
