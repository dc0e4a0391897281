//! Why a command was not carried out: one sentence each.
use std::{io, path::PathBuf};

use kindly_practice::{PracticeError, import::RefusedRow, records::Kind};
use thiserror::Error;
use uuid::Uuid;

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
    /// Protecting without a passphrase.
    #[error("no passphrase is named: say --new-passphrase-file FILE")]
    NoPassphrase,
    /// A ledger that is not there.
    #[error("there is no ledger at {}: check the path, or begin one with sample, import or add client", ledger.display())]
    LedgerMissing { ledger: PathBuf },
    /// A ledger that holds clients already.
    #[error("{} holds {clients} already: the sample goes into an empty ledger, so name another file", ledger.display())]
    NotEmpty { ledger: PathBuf, clients: String },
    /// A chart without anything in it.
    #[error("there is nothing to draw: two clients with fees and hours are needed")]
    NoChart,
    /// A client for a chart that is nobody's.
    #[error("--client goes with the chart history alone: leave it out for the others")]
    NotOneClients,
    /// A client who was never judged.
    #[error(
        "there is no verdict on {client} yet, so there is nothing to draw: record deliverables and check-ins first"
    )]
    NoHistory { client: String },
    /// A question without steps.
    #[error("say what might come, such as --rating csat=4, --met 2 or --broken 1")]
    NoSteps,
    /// A check-in that is none.
    #[error("“{scale}={value}” is no check-in: write it like csat=4, nps=8 or ces=6")]
    NoRating { scale: String, value: String },
    /// A record that is no enquiry.
    #[error("the record {id} is no enquiry: enquiries lists them")]
    NoEnquiry { id: Uuid },
    /// An answer to no criterion, or none.
    #[error(
        "“{criterion}={answer}” answers nothing: write a criterion's id and yes, partly, no or unknown (fit lists them)"
    )]
    NoAnswer { criterion: String, answer: String },
    /// A file that should be text.
    #[error("{} is not text in UTF-8: save it again as UTF-8", file.display())]
    NotText { file: PathBuf },
    /// A file that would replace the ledger or what it is made from.
    #[error("{} would be overwritten: choose another place for {option}", out.display())]
    Overwrites { out: PathBuf, option: &'static str },
    /// A letter whose facts are not recorded.
    #[error("the letter to {client} cannot be written without {facts}: record what is missing first")]
    LetterLacks { client: String, facts: String },
    /// A refusal that comes too late for the next end.
    #[error(
        "the last day of notice to {client} was {last_day}: agree on an end together, or say --set for_following_end=yes to give \
         notice for the end after it, or --set notice_override=yes to write all the same"
    )]
    NoticePassed { client: String, last_day: String },
    /// Rows that cannot be taken.
    #[error("{summary}{mend}")]
    RefusedRows { summary: Box<PracticeError>, rows: Vec<RefusedRow>, mend: &'static str },
    /// A file whose columns are not understood.
    #[error(
        "{file} is not understood: {problem} (--as KIND says what its rows are; --mapping M.json which column is which, such as \
         {example})"
    )]
    NotUnderstood { file: String, problem: String, example: String },
    /// A name that was said to be a client, and that no row has.
    #[error("no row names “{name}” as a client whom nobody knows: check the name, or leave it out")]
    NobodySo { name: String },
    /// An archive and options that are for tables.
    #[error(
        "{file} is an archive, which comes as it is: leave out --as, --mapping and what is said about clients"
    )]
    ArchiveAsItIs { file: String },
    /// Answers about a client's past that cannot be read.
    #[error("{} cannot be read as answers ({reason}): see “Keeping it filled” in docs/cli.md for their form", file.display())]
    NotAnswers { file: PathBuf, reason: String },
    /// An older step on which later ones rest.
    #[error(
        "step {seq} cannot be taken back alone: {} on it{}; take that back first",
        if *count == 1 { "a later step rests".to_owned() } else { format!("{count} later steps rest") },
        if first.is_empty() { String::new() } else { format!(", such as “{first}”") }
    )]
    LaterSteps { seq: i64, count: usize, first: String },
    /// A record that did not stand before a step.
    #[error("no record with the id {id} is known from before step {seq}: history says which can be put back")]
    NotBefore { seq: i64, id: Uuid },
    /// An erasure that is not confirmed.
    #[error("nothing was erased: say --confirm \"{name}\" to erase for good")]
    NotConfirmed { name: String },
    /// A person whom a client does not have, or has twice.
    #[error("{client} has not one person called “{person}”: use {known}")]
    NoSuchPerson { client: String, person: String, known: String },
    /// A line that does not need anybody.
    #[error("nothing that needs you has the key “{key}”: needs --all lists the keys")]
    NoSuchNeed { key: String },
    /// Changes without a record, or records without a change.
    #[error("say the ids of the records first and then what to change, like outcome=met")]
    NothingToChange,
    /// Records of several kinds in one change.
    #[error("{one} ({kind}) and {other} ({of}) are of two kinds: change records of one kind at a time")]
    SeveralKinds { one: Uuid, kind: Kind, other: Uuid, of: Kind },
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
    /// A record that its keys do not make.
    #[error("{what} cannot be recorded so: {reason}")]
    NotARecord { what: String, reason: String },
    /// A folder for what is only tried could not be made.
    #[error("no folder for the trial could be made: {0}")]
    NoScratch(io::Error),
    /// A file of a package could not be written.
    #[error("{} could not be written ({source}): check the folder, or name another", file.display())]
    NotWritten { file: PathBuf, source: io::Error },
    /// No desktop takes notifications.
    #[error(
        "no desktop takes notifications here ({reason}): run it within a desktop session, or leave out --notify for the list"
    )]
    NoDesktop { reason: String },
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
