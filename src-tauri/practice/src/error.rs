//! What can go wrong in a use case, and how it is told over the wire.
use kindly_exchange::{ExchangeError, OutError};
use kindly_ledger::LedgerError;
use kindly_letters::LetterError;
use kindly_page::PageError;
use kindly_records::{RecordError, fields::FieldError};
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
    /// An archive or a table of our own cannot be read.
    #[error(transparent)]
    Export(#[from] OutError),
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
    /// A share that is none.
    #[error("the {field} is {value}: give a share between 0 and 1")]
    OffShare {
        /// What it is.
        field: &'static str,
        /// What was given.
        value: f64,
    },
    /// More steps than a question has.
    #[error("{steps} steps are more than a question: ask about at most {limit} at once")]
    TooManySteps {
        /// How many.
        steps: usize,
        /// The most.
        limit: usize,
    },
    /// A prospect has no verdict.
    #[error("{client} is still a prospect, and nobody judges those: take an enquiry of theirs on first")]
    StillAProspect {
        /// The client.
        client: String,
    },
    /// A text that names no quarter.
    #[error("“{typed}” is no quarter: write it as 2026-Q3, from Q1 to Q4")]
    NoQuarter {
        /// The text.
        typed: String,
    },
    /// A quarter that has not begun.
    #[error("{quarter} has not begun: choose {latest} or an earlier quarter")]
    QuarterAhead {
        /// The quarter.
        quarter: crate::review::Quarter,
        /// The one that runs.
        latest: crate::review::Quarter,
    },
    /// A quarter before anything was recorded.
    #[error("nothing is on record of {quarter}: choose {first} or a later quarter")]
    QuarterBefore {
        /// The quarter.
        quarter: crate::review::Quarter,
        /// The first one of which something is.
        first: crate::review::Quarter,
    },
    /// No quarter has anything to review.
    #[error("there is nothing to review yet: add a client and what you delivered first")]
    NothingToReview,
    /// A client without a rate cannot be worked out.
    #[error(
        "there are no fees or no hours of {client} in the last 365 days: enter their invoices and the time they took"
    )]
    NoRate {
        /// The client.
        client: String,
    },
    /// Nobody to compare with.
    #[error(
        "no other client has fees and hours in {currency} in the last 365 days: there is nothing to compare with"
    )]
    NoRateElsewhere {
        /// The currency's code.
        currency: &'static str,
    },
    /// No record has that id.
    #[error("no record has the id {id}: find says the ids")]
    NoSuchId {
        /// The id.
        id: uuid::Uuid,
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
    /// Two invoices of one number could not be told apart by a payment.
    #[error("this client has an invoice numbered “{number}” already: give this one another number")]
    NumberTaken {
        /// The number that is taken.
        number: String,
    },
    /// Several clients have that name.
    #[error("{count} clients are called “{name}”: rename one of them first")]
    AmbiguousClient {
        /// The name.
        name: String,
        /// How many.
        count: usize,
    },
    /// A text that a field cannot hold.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// A field that the kind does not have.
    #[error("{what} has no “{key}”: use {known}")]
    UnknownField {
        /// The kind of record.
        what: String,
        /// The field's key.
        key: String,
        /// The fields it has.
        known: String,
    },
    /// A field that is given twice.
    #[error("“{key}” stands twice: say it once")]
    FieldTwice {
        /// The field's key.
        key: String,
    },
    /// Fields without which there is no record.
    #[error("{what} needs {keys}: add {example}=…")]
    MissingFields {
        /// The kind of record.
        what: String,
        /// What is missing.
        keys: String,
        /// One of them.
        example: String,
    },
    /// Fields that make no record.
    #[error("{what} cannot be recorded so: {reason}")]
    NotARecord {
        /// What it was to be.
        what: String,
        /// Why not.
        reason: String,
    },
    /// A record that is named and not there.
    #[error("{client} has no {kind} called “{title}”: check the spelling, or add it first")]
    NoSuchRecord {
        /// The client.
        client: String,
        /// The kind.
        kind: kindly_records::Kind,
        /// What was named.
        title: String,
    },
    /// A change of many without records or without a change.
    #[error("nothing is chosen: choose at least one record, and what to change")]
    NothingChosen,
    /// One name for several clients.
    #[error("clients cannot share a name: rename them one by one")]
    OneNameForMany,
    /// A line that is not clear yet.
    #[error("{sentence}")]
    LineNotClear {
        /// What is asked, as one sentence.
        sentence: String,
    },
    /// An older step on which later ones rest.
    #[error(
        "{count} later {} on it: take back what came after it first",
        if *count == 1 { "step rests" } else { "steps rest" }
    )]
    LaterSteps {
        /// How many.
        count: usize,
        /// What the latest of them did, where it is known.
        first: Option<Box<crate::Message>>,
    },
    /// A day that had to be in the future.
    #[error("{day} is not after today: choose a later day")]
    NotLater {
        /// The day.
        day: chrono::NaiveDate,
    },
    /// A day on which something is said to have happened, and that has not come yet.
    #[error("{day} has not come yet: enter the day it happened, today at the latest")]
    StillAhead {
        /// The day.
        day: chrono::NaiveDate,
    },
    /// A reply before the letter was sent.
    #[error("the letter was sent on {sent}, after {day}: enter the day the reply came")]
    ReplyTooEarly {
        /// The day of the reply.
        day: chrono::NaiveDate,
        /// The day the letter was sent.
        sent: chrono::NaiveDate,
    },
    /// A passphrase that is guessed too soon.
    #[error("this passphrase is guessed too soon ({why}): use a longer one, such as six words")]
    WeakPassphrase {
        /// What makes it weak.
        why: String,
    },
    /// A recovery code that is not typed as it is shown.
    #[error("this is not the code as it is shown ({why}): compare it group by group")]
    OtherCode {
        /// What is wrong.
        why: String,
    },
    /// A passphrase is to be changed, and the present one is not said.
    #[error("say the present passphrase first: only after a recovery code it may be left out")]
    PassphraseNeeded,
    /// A ledger that is not protected.
    #[error("the ledger is not protected yet: protect it first")]
    NotProtected,
    /// A backup that is not in the list.
    #[error("there is no backup called “{name}”: choose one from the list")]
    NoSuchBackup {
        /// The name.
        name: String,
    },
    /// A second place inside the first one.
    #[error(
        "{folder} lies beside the ledger, where a lost laptop takes it along: choose a stick or another disk"
    )]
    PlaceTooNear {
        /// The folder.
        folder: String,
    },
    /// A folder without backups.
    #[error("{folder} holds no backups of Kindly: choose the folder in which they lie")]
    NoBackupsThere {
        /// The folder.
        folder: String,
    },
    /// Work that the user stopped.
    #[error("stopped: nothing was written")]
    Cancelled,
    /// An archive goes into an empty ledger only.
    #[error("this ledger is not empty: read an archive into a new one, so that nothing is mixed up")]
    NotEmpty,
    /// A confirmation that does not match.
    #[error("the name does not match: type “{name}” to confirm")]
    NotConfirmed {
        /// The name to type.
        name: String,
    },
    /// A file too large to keep inside.
    #[error("{file} is larger than {limit} MB: refer to it where it lies instead")]
    FileTooLarge {
        /// The file.
        file: String,
        /// The limit in megabytes.
        limit: usize,
    },
    /// A file larger than anything that is read.
    #[error("{file} is larger than {limit} MB, the most that is read: split it, or choose another file")]
    LargerThanRead {
        /// The file.
        file: String,
        /// The limit in megabytes.
        limit: usize,
    },
    /// An archive that could not be read back.
    #[error(
        "the archive would be larger than {limit} MB, the most that is read back: write CSV tables, and keep a backup"
    )]
    ArchiveTooLarge {
        /// The limit in megabytes.
        limit: usize,
    },
    /// A letter that is finished cannot be changed.
    #[error("letter {number} is finished and never changes: write a new one in its place")]
    AlreadyFinished {
        /// Its number.
        number: String,
    },
    /// Only a finished letter is sent.
    #[error("this letter is still a draft: finish it first")]
    NotFinished,
    /// A proof belongs to a letter that was sent.
    #[error("this letter was not sent yet: note when and how it went first")]
    NotSent,
    /// The user's own delay between finishing and sending.
    #[error("this letter cools off until {} UTC, as the settings ask: send it then, or shorten the delay there", until.format("%Y-%m-%d %H:%M"))]
    CoolingOff {
        /// Until when.
        until: chrono::DateTime<chrono::Utc>,
    },
    /// A template of another kind or language.
    #[error(
        "the template \u{201c}{name}\u{201d} is for another kind of letter or another language: choose one that fits"
    )]
    TemplateDoesNotFit {
        /// Its name.
        name: String,
    },
    /// A file that should hold text and does not.
    #[error("{file} is no text: choose a template that Kindly wrote")]
    NotText {
        /// The file.
        file: String,
    },
    /// A logo or signature that cannot be set.
    #[error(transparent)]
    Picture(#[from] kindly_page::PictureError),
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
    #[error("{file} could not be read ({source}): check that it is there and may be read")]
    Read {
        /// The file.
        file: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("{file} could not be written ({source}): choose another place, or make room there")]
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
    /// The user stopped it.
    Cancelled,
    /// The ledger is locked or not open.
    Locked,
    /// A passphrase or a recovery code that does not open the ledger: the field stays.
    WrongSecret,
    /// The ledger is open to be read only.
    ReadOnly,
    /// The ledger failed: something is wrong with the file or the disk.
    Ledger,
}

/// An error on the wire.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct WireError {
    /// What the window reacts to.
    pub code: ErrorCode,
    /// One sentence that names the item and the mend.
    pub message: String,
    /// What else may help; may be empty.
    pub hint: String,
    /// What stands in the way, where that is a step of the history: its own words say more than a count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub step: Option<Box<crate::Message>>,
}
