//! Why one of our own files cannot be read again.
use kindly_records::Kind;
use thiserror::Error;

use super::ARCHIVE_VERSION;
use crate::{ExchangeError, limits::MAX_ARCHIVE_BYTES};

/// Why a file that we wrote cannot be read. Each sentence names the item and the mend.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OutError {
    /// What makes any table unreadable.
    #[error(transparent)]
    Table(#[from] ExchangeError),
    /// A column that the kind does not have.
    #[error(
        "line {line} names its column {number} “{column}”, which no {kind} has: remove it, or use one of {known}"
    )]
    UnknownColumn {
        /// The line of the header row.
        line: usize,
        /// Which column; the first is 1.
        number: usize,
        /// Its header.
        column: String,
        /// The kind of record.
        kind: Kind,
        /// The columns there are.
        known: String,
    },
    /// A column that is there twice.
    #[error("line {line} has the column {column} twice: remove one of them")]
    RepeatedColumn {
        /// The line of the header row.
        line: usize,
        /// The header.
        column: String,
    },
    /// A row longer than the header row.
    #[error(
        "line {line} has {found} cells, the header row {expected}: put quotation marks around the cell that holds the delimiter"
    )]
    TooManyCells {
        /// The line.
        line: usize,
        /// Cells found.
        found: usize,
        /// Columns there are.
        expected: usize,
    },
    /// An id that is none.
    #[error(
        "line {line} has “{text}” where the id of its {kind} stands: restore the id, or empty the cell to add a new record"
    )]
    NotAnId {
        /// The line.
        line: usize,
        /// What stands there.
        text: String,
        /// The kind of record.
        kind: Kind,
    },
    /// No archive at all.
    #[error("the file is no archive of Kindly's: choose a file that was exported as JSON")]
    NotAnArchive,
    /// More bytes than are taken.
    #[error("the archive is {bytes} bytes long, above the {limit} that are taken: in the Kindly that wrote it, remove large documents that are kept inside, and export it again", limit = MAX_ARCHIVE_BYTES)]
    ArchiveTooLarge {
        /// Its length.
        bytes: usize,
    },
    /// An archive that is cut off or was changed by hand.
    #[error(
        "the archive cannot be read from line {line}, column {column} ({reason}): take another copy of it"
    )]
    DamagedArchive {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
        /// What the JSON reader found.
        reason: String,
    },
    /// An archive of a later version.
    #[error(
        "the archive has version {found}, and this Kindly reads version {ARCHIVE_VERSION}: update Kindly, then import it"
    )]
    ArchiveVersion {
        /// Its version.
        found: u64,
    },
    /// A letterhead that cannot be read.
    #[error("the letterhead in the archive cannot be read ({reason}): take another copy of the archive")]
    ArchivedProfile {
        /// What the JSON reader found.
        reason: String,
    },
    /// A record that cannot be read.
    #[error("record {number} of the archive, {what}, cannot be read ({reason}): correct or remove its line")]
    ArchivedRecord {
        /// Which one; the first is 1.
        number: usize,
        /// Its kind as it stands there, or that it has none.
        what: String,
        /// What the JSON reader found.
        reason: String,
    },
    /// Something that this version does not know, and would lose.
    #[error(
        "record {number} of the archive, {what}, has “{key}”, which this Kindly does not know: update Kindly, then import it"
    )]
    UnknownPart {
        /// Which one; the first is 1.
        number: usize,
        /// Its kind.
        what: String,
        /// The key.
        key: String,
    },
    /// Two records of a kind under one id.
    #[error("records {first} and {second} of the archive are both the {kind} {id}: remove one of them")]
    RepeatedRecord {
        /// The one; the first of all is 1.
        first: usize,
        /// The other.
        second: usize,
        /// Their kind.
        kind: Kind,
        /// Their id.
        id: String,
    },
    /// A file inside that cannot be read.
    #[error("file {number} of the archive is not valid base64 ({reason}): take another copy of the archive")]
    ArchivedFile {
        /// Which one; the first is 1.
        number: usize,
        /// What was found.
        reason: String,
    },
    /// A file inside that is not the one that its digest names.
    #[error(
        "file {number} of the archive does not fit its SHA-256 {sha256}: it was damaged or exchanged, so take another copy of the archive"
    )]
    FileDigest {
        /// Which one; the first is 1.
        number: usize,
        /// The digest that stands there.
        sha256: String,
    },
    /// A file that is inside twice.
    #[error("files {first} and {second} of the archive are the same, {sha256}: remove one of them")]
    RepeatedFile {
        /// The one; the first of all is 1.
        first: usize,
        /// The other.
        second: usize,
        /// Their digest.
        sha256: String,
    },
}
