//! Why a command was not carried out: one sentence each.
use std::{io, path::PathBuf};

use kindly_practice::{PracticeError, import::RefusedRow, records::Kind};
use thiserror::Error;

/// A command that could not be carried out.
#[derive(Debug, Error)]
pub(crate) enum CliError {
    /// The practice refused.
    #[error(transparent)]
    Practice(#[from] PracticeError),
    /// What was typed is not understood.
    #[error("{problem} (kindly-cli --help lists what can be typed)")]
    Typed { problem: String },
    /// A command that needs a ledger, without one.
    #[error("no ledger is named: say --ledger FILE")]
    NoLedger,
    /// A ledger that is not there.
    #[error("there is no ledger at {}: check the path, or begin one with sample, import or add client", ledger.display())]
    LedgerMissing { ledger: PathBuf },
    /// A ledger that holds clients already.
    #[error("{} holds {clients} already: the sample goes into an empty ledger, so name another file", ledger.display())]
    NotEmpty { ledger: PathBuf, clients: String },
    /// A file that should be text.
    #[error("{} is not text in UTF-8: save it again as UTF-8", file.display())]
    NotText { file: PathBuf },
    /// A PDF that would replace the ledger or what it is made from.
    #[error("{} would be overwritten by the letter: choose another file for --out", out.display())]
    Overwrites { out: PathBuf },
    /// A letter whose facts are not recorded.
    #[error("the letter to {client} cannot be written without {facts}: record what is missing first")]
    LetterLacks { client: String, facts: String },
    /// A refusal that comes too late for the next end.
    #[error(
        "the last day of notice to {client} was {last_day}: agree on an end together, or say --set for_following_end=yes to give \
         notice for the end after it, or --set notice_override=yes to write all the same"
    )]
    NoticePassed { client: String, last_day: String },
    /// A client whose name is taken.
    #[error("there is a client called “{name}” already: give this one a name of their own")]
    NameTaken { name: String },
    /// Rows that cannot be taken.
    #[error("{summary}")]
    RefusedRows { summary: PracticeError, rows: Vec<RefusedRow> },
    /// A ledger that is not whole.
    #[error("{} is damaged: {first}{}; restore a backup", ledger.display(), and_more(*.more))]
    Damaged { ledger: PathBuf, first: String, more: usize },
    /// Nothing to take back.
    #[error("there is no step to take back")]
    NothingToUndo,
    /// Nothing to do again.
    #[error("there is no step to do again")]
    NothingToRedo,
    /// A key that a record does not have.
    #[error("{what} has no “{key}”: use {known}")]
    UnknownKey { what: String, key: String, known: String },
    /// A key that stands twice.
    #[error("“{key}” stands twice: say it once")]
    KeyTwice { key: String },
    /// A key that a record needs.
    #[error("{what} needs {keys}: add {example}=…")]
    KeyMissing { what: String, keys: String, example: &'static str },
    /// A value that its key cannot have.
    #[error("“{text}” does not fit {key}: {mend}")]
    Value { key: String, text: String, mend: String },
    /// A record of a client that has no name like that.
    #[error("{client} has no {kind} called “{title}”: check the spelling, or add it first")]
    NoSuchRecord { client: String, kind: Kind, title: String },
    /// A record that its keys do not make.
    #[error("{what} cannot be recorded so: {reason}")]
    NotARecord { what: String, reason: String },
    /// A folder for what is only tried could not be made.
    #[error("no folder for the trial could be made: {0}")]
    NoScratch(io::Error),
    /// What was found out could not be printed.
    #[error("the answer could not be printed: {0}")]
    NotPrinted(io::Error),
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => ", and 1 more place".to_owned(),
        _ => format!(", and {more} more places"),
    }
}
