//! Why the ledger refuses, or fails.
use std::{io, path::PathBuf};

use kindly_records::{ClientId, Kind, RecordError};
use rusqlite::ErrorCode;
use thiserror::Error;
use uuid::Uuid;

use crate::{Damage, Label};

/// What went wrong with a ledger. Each sentence names the item and the mend.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// A record that cannot be kept as it is.
    #[error(transparent)]
    Invalid(#[from] RecordError),
    /// A record that is not there.
    #[error("there is no {kind} with the id {id} in the ledger: it may have been deleted or taken back")]
    NotFound {
        /// The kind asked for.
        kind: Kind,
        /// The id asked for.
        id: Uuid,
    },
    /// An id that is taken.
    #[error("the {kind} with the id {id} is in the ledger already: change it instead of adding it")]
    AlreadyThere {
        /// The record's kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// A record of a client that is not there.
    #[error(
        "the {kind} “{title}” belongs to the client {client}, who is not in the ledger: add the client first"
    )]
    NoClient {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
        /// The client that is missing.
        client: ClientId,
    },
    /// A record that names another which is not there.
    #[error(
        "the {kind} “{title}” names the {linked} {id}, which is not in the ledger: choose another or none"
    )]
    NoLink {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
        /// The kind of what it names.
        linked: Kind,
        /// The id of what it names.
        id: Uuid,
    },
    /// A record that names another of a different client.
    #[error("the {kind} “{title}” names the {linked} {id} of another client: choose one of the same client")]
    LinkAcross {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
        /// The kind of what it names.
        linked: Kind,
        /// The id of what it names.
        id: Uuid,
    },
    /// A record that names itself.
    #[error("the {kind} “{title}” names itself: choose another or none")]
    NamesItself {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
    },
    /// A record that is to move to another client while others hold on to it.
    #[error("the {kind} “{title}” cannot move to another client while a {from} names it: unlink that first")]
    HeldBack {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
        /// The kind of record that names it.
        from: Kind,
    },
    /// A value that its column does not take, such as a day after the year 9999.
    #[error(
        "the {kind} “{title}” holds a value that cannot be kept, such as a day outside the years 0 to 9999: correct it"
    )]
    OutOfRange {
        /// The record's kind.
        kind: Kind,
        /// What names the record.
        title: String,
    },
    /// A row that does not say what its column should.
    #[error(
        "the ledger holds something that cannot be read in {column} of a {table}: run the check, or restore a backup"
    )]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The column.
        column: String,
    },
    /// Undo or redo met something that the journal does not know.
    #[error("this step cannot be {direction}: {obstacle}")]
    InTheWay {
        /// "taken back" or "done again".
        direction: &'static str,
        /// What stands in the way.
        obstacle: &'static str,
    },
    /// A step that an older Kindly wrote in another layout.
    #[error(
        "this step cannot be {direction}: an update has changed the ledger's layout since (from {then} to {now}); change the records by hand"
    )]
    OtherLayout {
        /// "taken back" or "done again".
        direction: &'static str,
        /// The schema version of the step.
        then: i64,
        /// The schema version of the file.
        now: i64,
    },
    /// A step whose content was erased.
    #[error("this step cannot be {direction}: what it changed has been erased for good")]
    Erased {
        /// "taken back" or "done again".
        direction: &'static str,
    },
    /// A step that later ones rest on.
    #[error(
        "this step cannot be taken back alone, since {} later ones touched the same records: take those back first",
        entries.len()
    )]
    LaterEntries {
        /// The step.
        seq: i64,
        /// The later ones, in order, with their labels as far as these were not erased.
        entries: Vec<(i64, Option<Label>)>,
    },
    /// A step that was taken back before.
    #[error("entry {seq} of the journal was taken back already: choose one that still holds")]
    NotStanding {
        /// The step.
        seq: i64,
    },
    /// A step that finished a letter.
    #[error(
        "this step finished a letter, which is never taken back: write a new letter that takes its place"
    )]
    FinishedLetter {
        /// The step.
        seq: i64,
    },
    /// An entry that is not there, or is no use case.
    #[error("entry {seq} of the journal is not there: choose another")]
    NoEntry {
        /// The entry.
        seq: i64,
    },
    /// A journal entry that does not match its hash.
    #[error("entry {seq} of the journal is damaged: restore a backup")]
    JournalDamaged {
        /// The entry.
        seq: i64,
    },
    /// No key beside an existing ledger.
    #[error("the ledger {} has no key: put its key file back at {}", ledger.display(), key.display())]
    KeyMissing {
        /// The ledger.
        ledger: PathBuf,
        /// Where its key belongs.
        key: PathBuf,
    },
    /// A key file that cannot be read, or is none.
    #[error("the key file {} is not whole ({why}): put a copy of it back", key.display())]
    KeyUnreadable {
        /// The key file.
        key: PathBuf,
        /// What was found.
        why: String,
    },
    /// A file that does not open with the key.
    #[error("the file {} does not open with this key: it belongs to another key, is no ledger, or its beginning is damaged", ledger.display())]
    WrongKey {
        /// The ledger.
        ledger: PathBuf,
    },
    /// A file that is something else.
    #[error("the file {} is not a Kindly ledger: choose another file", ledger.display())]
    NotALedger {
        /// The file.
        ledger: PathBuf,
    },
    /// A ledger of a newer Kindly.
    #[error("the ledger {} was written by a newer Kindly (layout {found}, this one knows {known}): update Kindly; the file was not touched", ledger.display())]
    Newer {
        /// The ledger.
        ledger: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest that is known here.
        known: i64,
    },
    /// A ledger of an older Kindly, which was to be read only.
    #[error("the ledger {} was written by an older Kindly (layout {found}, this one knows {known}): open it to write, so that it is brought up", ledger.display())]
    OlderLayout {
        /// The ledger.
        ledger: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest that is known here.
        known: i64,
    },
    /// A file that opens with the key, and is damaged so that nothing more may be written to it.
    #[error("the ledger {} is damaged: {damage}; restore a backup, or save what can still be read; the file was not touched", ledger.display())]
    Broken {
        /// The ledger.
        ledger: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// An update of the layout that failed and was rolled back.
    #[error("the ledger {} could not be updated to the current layout and stays as it was ({why}); a copy is at {}", ledger.display(), copy.display())]
    Migration {
        /// The ledger.
        ledger: PathBuf,
        /// The copy made before.
        copy: PathBuf,
        /// What failed.
        why: String,
    },
    /// An empty file that could not be laid out.
    #[error("the new ledger {} could not be laid out ({why}): choose another place for it", ledger.display())]
    Layout {
        /// The ledger.
        ledger: PathBuf,
        /// What failed.
        why: String,
    },
    /// A file that cannot be opened, written or made.
    #[error("the file {} cannot be used ({source}): check that it may be read and written, and that there is room on the disk", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A ledger whose key is wrapped by a passphrase.
    #[error("the ledger {} is protected: unlock it with its passphrase or its recovery code", ledger.display())]
    Protected {
        /// The ledger.
        ledger: PathBuf,
    },
    /// A passphrase that does not unwrap the key.
    #[error(
        "this is not the passphrase of this ledger: try again, or use the recovery code; nothing is damaged"
    )]
    WrongPassphrase,
    /// A recovery code that is whole, and of another ledger or replaced since.
    #[error(
        "this recovery code belongs to another ledger, or was replaced by a newer one: use the one printed last"
    )]
    WrongRecoveryCode,
    /// A recovery code with a slip in it.
    #[error("the recovery code is not typed as it is printed: {slip}")]
    RecoveryCodeMistyped {
        /// What was found.
        slip: String,
    },
    /// A ledger that was opened only to be read.
    #[error("the ledger is open to be read only, since it is damaged: restore a backup to go on")]
    ReadOnly,
    /// Another Kindly has the ledger open, and the file is to be replaced.
    #[error("another Kindly has the ledger open: close it, then try again")]
    InUse,
    /// Another window has the ledger open.
    #[error("Kindly is open already with this ledger: use the window that is open")]
    AlreadyOpen,
    /// Work that was stopped on the way.
    #[error("stopped: the ledger is as it was")]
    Stopped,
    /// A ledger that is not backed up, since it is damaged.
    #[error("no backup was made, since the ledger is damaged ({damage}): the earlier backups are untouched")]
    NotBackedUp {
        /// The first damage found.
        damage: Damage,
    },
    /// A backup that is not whole.
    #[error("the backup {} cannot be used ({why}): choose another one", backup.display())]
    BackupBroken {
        /// The backup.
        backup: PathBuf,
        /// What was found.
        why: String,
    },
    /// A backup made under a key that is not here.
    #[error("the backup {} was made with the key {key_id}, which is not here: open it with the key files that lie beside it", backup.display())]
    BackupKeyMissing {
        /// The backup.
        backup: PathBuf,
        /// The name of the key.
        key_id: String,
    },
    /// The second place for backups is not there.
    #[error("the second place for backups, {}, is not there: plug it in; the backup waits", place.display())]
    SecondPlaceAway {
        /// The folder.
        place: PathBuf,
    },
    /// A bundle that is not whole, or is none.
    #[error("the file {} is not a whole Kindly bundle ({why}): write it anew on the other computer", bundle.display())]
    BundleDamaged {
        /// The file.
        bundle: PathBuf,
        /// What was found.
        why: String,
    },
    /// A passphrase that does not open a bundle.
    #[error("this passphrase does not open the bundle {}: try again; if it is the right one, the beginning of the file is damaged: write it anew on the other computer", bundle.display())]
    WrongBundlePassphrase {
        /// The file.
        bundle: PathBuf,
    },
    /// The system gave no random bytes for a key.
    #[error("no key could be made, since the system gave no random numbers: try again")]
    NoRandomness,
    /// A page of the file that fails its authentication, or does not hold together.
    #[error("the ledger's file is damaged: run the check, then restore a backup")]
    Damaged,
    /// Another program holds the file.
    #[error("another program is writing to the ledger: close it, then try again")]
    Busy,
    /// No space.
    #[error("the disk is full: make room, then try again; nothing was changed")]
    DiskFull,
    /// The disk did not read or write what it should.
    #[error(
        "the disk did not read or write the ledger: check the disk and make room, then try again; nothing was changed"
    )]
    Disk,
    /// A file that may not be written.
    #[error("the ledger cannot be written: check that you may change its file and its folder")]
    NotWritable,
    /// Anything else that the database says.
    #[error("the ledger could not be read or written: {0}")]
    Storage(rusqlite::Error),
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            // Once a page has failed its authentication, SQLCipher answers whatever is asked next as if no memory were
            // left.
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::OutOfMemory) => {
                Self::Damaged
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure) => Self::Disk,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NotWritable
            }
            _ => Self::Storage(error),
        }
    }
}

impl LedgerError {
    /// Wraps what the system said about a file.
    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
