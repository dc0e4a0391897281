//! What can go wrong in a use case, and how it is told over the wire.
use kindly_exchange::ExchangeError;
use kindly_ledger::LedgerError;
use kindly_letters::LetterError;
use kindly_page::PageError;
use kindly_records::RecordError;
use kindly_verdict::VerdictError;
use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

/// A use case that could not be done. Nothing was changed.
#[derive(Debug, Error)]
pub enum PracticeError {
    /// A record cannot be kept as it is.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The ledger refused or failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A file cannot be read.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// A letter cannot be written.
    #[error(transparent)]
    Letter(#[from] LetterError),
    /// A page cannot be set.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A portfolio cannot be judged.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
    /// The record is not there, or no longer.
    #[error("this {kind} is no longer there: it may have been removed or undone")]
    Gone {
        /// Its kind.
        kind: kindly_records::Kind,
    },
    /// No client has that name.
    #[error("no client is called “{name}”: check the spelling, or add them first")]
    NoSuchClient {
        /// The name.
        name: String,
    },
    /// Two clients of one name could not be told apart, by a person or in a file.
    #[error("a client called “{name}” is there already: give this one another name")]
    NameTaken {
        /// The name that is taken.
        name: String,
    },
    /// Several clients have that name.
    #[error("{count} clients are called “{name}”: rename one of them first")]
    AmbiguousClient {
        /// The name.
        name: String,
        /// How many.
        count: usize,
    },
    /// A letter of a kind that this client gives no cause for.
    #[error("{client} has no {lacks} to write a {letter} about: record it first")]
    NothingToAnswer {
        /// The client.
        client: String,
        /// The kind of record that is missing.
        lacks: kindly_records::Kind,
        /// The kind of letter.
        letter: &'static str,
    },
    /// The sample goes into an empty ledger, or is there already.
    #[error("the sample practice is loaded already: remove it first to load it again")]
    SampleLoaded,
    /// An import with rows that cannot be taken.
    #[error("nothing was imported: {count} of the rows cannot be taken; the first is line {line}: {reason}")]
    RefusedRows {
        /// How many.
        count: usize,
        /// The first one's line.
        line: usize,
        /// Its reason.
        reason: String,
    },
    /// A file could not be read.
    #[error("{file} could not be read: {source}")]
    Read {
        /// The file.
        file: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("{file} could not be written: {source}")]
    Write {
        /// The file.
        file: String,
        /// The system's reason.
        source: std::io::Error,
    },
}

/// The codes the window reacts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// What was entered cannot be kept as it is: the form stays open.
    Invalid,
    /// The record is gone: the screen is read again.
    Gone,
    /// A file could not be read or written.
    File,
    /// The ledger is locked or not open.
    Locked,
    /// The ledger failed: something is wrong with the file or the disk.
    Ledger,
}

/// An error on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WireError {
    /// What the window reacts to.
    pub code: ErrorCode,
    /// One sentence that names the item and the mend.
    pub message: String,
    /// What else may help; may be empty.
    pub hint: String,
}
