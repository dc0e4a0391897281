//! Backups as the window lists them.
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use kindly_ledger::{
    KeyId,
    backup::{self, Backup, Listed, Manifest, Why},
};
use kindly_records::Kind;

use super::{BackupCause, BackupRow};
use crate::PracticeError;

/// The backups in a folder that are whole by their manifests, newest first, and what is wrong with the others.
/// `current` is the key that protects the ledger now, where it is protected.
pub(super) fn rows(folder: &Path, current: Option<&KeyId>) -> (Vec<BackupRow>, Vec<String>) {
    let (mut rows, mut broken) = (Vec::new(), Vec::new());
    for listed in backup::list(folder).unwrap_or_default() {
        match listed {
            Listed::Whole(backup) => rows.push(row(&backup.manifest, current)),
            Listed::Broken { path, why } => broken.push(format!(
                "{}: {why}",
                path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default()
            )),
        }
    }
    (rows, broken)
}

/// The backups in a folder, newest first, and what is wrong with those that cannot be used.
pub fn backups_in(folder: &Path) -> (Vec<BackupRow>, Vec<String>) {
    rows(folder, None)
}

/// The backups beside a ledger, as [`backups_in`]; the ledger itself is not opened.
pub fn backups_of(ledger: &Path) -> (Vec<BackupRow>, Vec<String>) {
    rows(&backup::folder_of(ledger), None)
}

/// The backup of that name.
///
/// # Errors
/// [`PracticeError::NoSuchBackup`].
pub(super) fn named(folder: &Path, name: &str) -> Result<Backup, PracticeError> {
    let found = backup::list(folder)?.into_iter().find_map(|listed| match listed {
        Listed::Whole(backup) if backup.manifest.file == name => Some(backup),
        _ => None,
    });
    found.ok_or_else(|| PracticeError::NoSuchBackup { name: name.to_owned() })
}

pub(super) fn row(manifest: &Manifest, current: Option<&KeyId>) -> BackupRow {
    let of = |kind: Kind| manifest.counts.get(&kind).copied().unwrap_or_default();
    BackupRow {
        name: manifest.file.clone(),
        made_at: stamp(manifest.made_at),
        cause: cause(manifest.why),
        clients: small(of(Kind::Client)),
        records: small(
            manifest.counts.iter().filter(|(kind, _)| **kind != Kind::Profile).map(|(_, n)| n).sum(),
        ),
        bytes: manifest.bytes,
        protected: current == Some(&manifest.key_id),
    }
}

/// An instant as the window takes it: UTC, RFC 3339.
pub(super) fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

pub(super) fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn cause(why: Why) -> BackupCause {
    match why {
        Why::Timer => BackupCause::Timer,
        Why::Close => BackupCause::Close,
        Why::ByHand => BackupCause::ByHand,
        Why::BeforeMigration => BackupCause::BeforeMigration,
        Why::BeforeRestore => BackupCause::BeforeRestore,
        Why::BeforeNewKey => BackupCause::BeforeNewKey,
        Why::BeforeImportOfCopy | Why::KeptCopy => BackupCause::KeptCopy,
    }
}

impl BackupCause {
    pub(super) fn why(self) -> Why {
        match self {
            Self::Timer => Why::Timer,
            Self::Close => Why::Close,
            Self::ByHand => Why::ByHand,
            Self::BeforeMigration => Why::BeforeMigration,
            Self::BeforeRestore => Why::BeforeRestore,
            Self::BeforeNewKey => Why::BeforeNewKey,
            Self::KeptCopy => Why::KeptCopy,
        }
    }
}
