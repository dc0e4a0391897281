//! What each command takes.
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kindly_practice::{
    figures::FigurePeriod,
    records::{Kind, LetterKind, RatingScale},
};
use uuid::Uuid;

use super::values::{Pair, Word, kind, letter_kind, pair, period, scale, who, word};

#[derive(Debug, Args)]
pub(crate) struct Verdicts {
    /// Judge a portfolio file in place of a ledger; the file names its own day
    #[arg(long, value_name = "F.json")]
    pub(crate) portfolio: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The table, the vCards or the archive
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What its rows are, where the columns do not tell: clients, deliverables, check-ins, invoices, obligations,
    /// complaints, time-entries, payments, enquiries
    #[arg(long = "as", value_name = "KIND")]
    pub(crate) kind: Option<String>,
    /// Which column is which
    #[arg(long, value_name = "M.json")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(help = "Who a name in the file is, such as \"Halden Ltd=Halden & Co\"", long, value_name = "NAME=CLIENT", value_parser = who)]
    pub(crate) client: Vec<Pair>,
    /// Leave the rows of this name out
    #[arg(long, value_name = "NAME")]
    pub(crate) leave_out: Vec<String>,
    /// All other names that no client has become clients
    #[arg(long)]
    pub(crate) new_clients: bool,
    /// Leave out the rows that cannot be taken, and import the rest
    #[arg(long)]
    pub(crate) without_refused: bool,
    /// Only say what would be done
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Letter {
    /// To whom, by the client's name
    #[arg(long, value_name = "NAME", required_unless_present = "spec")]
    pub(crate) client: Option<String>,
    #[arg(help = "The kind of letter, such as renewal_refusal or payment_notice (docs/cli.md lists them)", long, value_name = "KIND", value_parser = letter_kind, required_unless_present = "spec")]
    pub(crate) kind: Option<LetterKind>,
    #[arg(help = "What the letter should say, such as reason=fewer_engagements", long, value_name = "key=value", value_parser = pair)]
    pub(crate) set: Vec<Pair>,
    /// Set a stated letter; no ledger is touched
    #[arg(long, value_name = "F.json", conflicts_with_all = ["client", "kind", "set"])]
    pub(crate) spec: Option<PathBuf>,
    /// Where the PDF goes
    #[arg(long, value_name = "F.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Needs {
    /// Also list what was put off, and the key of each line
    #[arg(long)]
    pub(crate) all: bool,
    /// Have the desktop say which notice dates come and what is due today, in place of the list; it says nothing where
    /// nothing is due
    #[arg(long, conflicts_with = "all")]
    pub(crate) notify: bool,
    /// Say only how much is due, and no name
    #[arg(long, requires = "notify")]
    pub(crate) discreet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// client, enquiry, engagement, deliverable, check-in, obligation, invoice, payment, time-entry, concession, incident,
    /// complaint, praise, conversation, request, attention, decision, ending, referral-contact, document, template,
    /// snooze, improvement, check-in-request, fit-criterion; or profile, your letterhead, which is changed
    #[arg(value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Kind,
    /// What to record, such as client="Halden & Co" on=2026-11-20 scale=csat value=4
    #[arg(value_name = "key=value", value_parser = pair)]
    pub(crate) pairs: Vec<Pair>,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// The records' ids, all of one kind, and what to change, such as outcome=met delivered_on=2026-11-20
    #[arg(required = true, value_name = "ID… key=value", value_parser = word)]
    pub(crate) words: Vec<Word>,
}

#[derive(Debug, Args)]
pub(crate) struct Duplicate {
    /// The record's id
    #[arg(value_name = "ID")]
    pub(crate) id: Uuid,
    /// What is different, such as title="April report" due_on=2026-04-30
    #[arg(value_name = "key=value", value_parser = pair)]
    pub(crate) pairs: Vec<Pair>,
}

#[derive(Debug, Args)]
pub(crate) struct Question {
    /// Whom to ask, by the client's name
    #[arg(long, value_name = "NAME")]
    pub(crate) client: String,
    /// csat, nps or ces, in place of the client's own
    #[arg(long, value_name = "SCALE", value_parser = scale)]
    pub(crate) scale: Option<RatingScale>,
}

#[derive(Debug, Args)]
pub(crate) struct Figures {
    /// Whose, by the client's name; the whole practice's without it
    #[arg(long, value_name = "NAME")]
    pub(crate) client: Option<String>,
    /// Of one engagement, by its id
    #[arg(long, value_name = "ID", conflicts_with = "client")]
    pub(crate) engagement: Option<Uuid>,
    /// quarter (the last 90 days), year (the last 365) or all
    #[arg(long, value_name = "PERIOD", value_parser = period, default_value = "year")]
    pub(crate) period: FigurePeriod,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// Only what touched this client
    #[arg(long, value_name = "NAME")]
    pub(crate) client: Option<String>,
    /// Only steps before this one
    #[arg(long, value_name = "SEQ")]
    pub(crate) before: Option<i64>,
}

#[derive(Debug, Args)]
pub(crate) struct Erase {
    /// The client's name
    #[arg(value_name = "CLIENT")]
    pub(crate) client: String,
    /// Only this person: by name, or 0 for the contact and from 1 for the other people
    #[arg(long, value_name = "N|NAME")]
    pub(crate) person: Option<String>,
    /// The name that confirms it; without it, only what would go is told
    #[arg(long, value_name = "NAME")]
    pub(crate) confirm: Option<String>,
    /// Also delete the copies of the ledger that still hold them
    #[arg(long, requires = "confirm")]
    pub(crate) copies: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The folder; it is made where it is not there, and files of the same names in it are replaced
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// In which form
    #[arg(long, value_name = "FORMAT", value_enum, required_unless_present = "client")]
    pub(crate) format: Option<Format>,
    /// Only what is kept of this client: as tables, archive and files, or the one of these that --format names
    #[arg(long, value_name = "NAME")]
    pub(crate) client: Option<String>,
    /// Only what names this person there: 0 for the contact, then the others from 1, or a name
    #[arg(long, value_name = "PERSON", requires = "client")]
    pub(crate) person: Option<String>,
}

/// A form of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The archive, which imports back
    Json,
    /// A table a kind of record
    Csv,
    /// Clients and their people, for an address book
    Vcard,
    /// Dates, for a calendar
    Ics,
}
