//! What can be typed.
use std::{ffi::OsString, path::PathBuf};

use chrono::{Datelike, NaiveDate};
use clap::{Args, Parser, Subcommand, error::ErrorKind};
use kindly_practice::records::{Kind, LetterKind};

use crate::error::CliError;

/// Which clients are never happy, and the kind letter that says no.
///
/// Reads and writes the ledger that --ledger names, and no other file that is not named. Exits 0 when it is done and 2 when
/// it is not, with one sentence that says why.
#[derive(Debug, Parser)]
#[command(name = "kindly-cli", version, arg_required_else_help = false)]
pub(crate) struct Arguments {
    /// The ledger; its key lies beside it as FILE.key
    #[arg(long, value_name = "FILE", global = true, help_heading = "Everywhere")]
    pub(crate) ledger: Option<PathBuf>,
    /// The day to act on, in place of today
    #[arg(long, value_name = "YYYY-MM-DD", global = true, value_parser = day, help_heading = "Everywhere")]
    pub(crate) as_of: Option<NaiveDate>,
    /// Print JSON in place of sentences and tables
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Fill an empty ledger with the sample practice
    Sample,
    /// Say how every client stands, and the portfolio
    Verdicts(Verdicts),
    /// Take over a table saved as CSV: every row, or none
    Import(Import),
    /// Write a letter as a PDF
    Letter(Letter),
    /// List what needs you, the most urgent first
    Needs,
    /// Find clients by name and records by their words
    Find {
        /// What to look for
        #[arg(required = true, value_name = "TEXT")]
        words: Vec<String>,
    },
    /// Record something
    Add(Add),
    /// Take the last step back
    Undo,
    /// Do the step again that was taken back last
    Redo,
    /// Look the ledger over for damage
    Check,
}

#[derive(Debug, Args)]
pub(crate) struct Verdicts {
    /// Judge a portfolio file in place of a ledger; the file names its own day
    #[arg(long, value_name = "F.json")]
    pub(crate) portfolio: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The table
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What its rows are, where the columns do not tell: clients, deliverables, check-ins, invoices, obligations, complaints
    #[arg(long = "as", value_name = "KIND")]
    pub(crate) kind: Option<String>,
    /// Which column is which
    #[arg(long, value_name = "M.json")]
    pub(crate) mapping: Option<PathBuf>,
    /// Only say what would be done
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Letter {
    /// To whom, by the client's name
    #[arg(long, value_name = "NAME", required_unless_present = "spec")]
    pub(crate) client: Option<String>,
    #[arg(help = "renewal_refusal or prospect_decline", long, value_name = "KIND", value_parser = letter_kind, required_unless_present = "spec")]
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
pub(crate) struct Add {
    /// client, enquiry, engagement, deliverable, check-in, obligation, invoice, concession, incident, complaint; or profile,
    /// your letterhead, which is changed
    #[arg(value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Kind,
    /// What to record, such as client="Halden & Co" on=2026-11-20 scale=csat value=4
    #[arg(value_name = "key=value", value_parser = pair)]
    pub(crate) pairs: Vec<Pair>,
}

/// A key and what it is set to.
pub(crate) type Pair = (String, String);

/// Why nothing is run.
pub(crate) enum NotRun {
    /// Help or the version were asked for.
    Asked(String),
    /// What was typed is not understood.
    Refused(CliError),
}

/// Reads what was typed.
pub(crate) fn read(typed: impl IntoIterator<Item = OsString>) -> Result<Arguments, NotRun> {
    Arguments::try_parse_from(typed).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => NotRun::Asked(error.to_string()),
        _ => NotRun::Refused(CliError::Typed { problem: in_one_line(&error.to_string()) }),
    })
}

/// What clap says over many lines, without the usage that follows: that is a `--help` away.
fn in_one_line(message: &str) -> String {
    let told = message.strip_prefix("error: ").unwrap_or(message);
    let lines = told.lines().map(str::trim);
    let said =
        lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"));
    let said: Vec<&str> = said.filter(|line| !line.is_empty()).collect();
    said.join(" ").replace(" tip: ", "; ")
}

fn pair(text: &str) -> Result<Pair, String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.to_owned())),
        _ => Err("write it like key=value".to_owned()),
    }
}

/// A day as it is written everywhere here; other years are a slip of the hand.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let text = text.trim();
    let read = text.parse::<NaiveDate>().ok().filter(|_| text.len() == "2026-02-28".len());
    read.filter(|day| (1900..2200).contains(&day.year()))
        .ok_or_else(|| "write a day from 1900 to 2199 like 2026-02-28".to_owned())
}

fn kind(text: &str) -> Result<Kind, String> {
    let name = text.to_lowercase().replace('-', "_");
    match serde_json::from_value(name.into()) {
        Ok(Kind::Letter) => Err("letters are written with the command letter".to_owned()),
        Ok(kind) => Ok(kind),
        Err(_) => {
            Err("use client, enquiry, engagement, deliverable, check-in, obligation, invoice, concession, \
                       incident, complaint or profile"
                .to_owned())
        }
    }
}

fn letter_kind(text: &str) -> Result<LetterKind, String> {
    let name = text.to_lowercase().replace('-', "_");
    serde_json::from_value(name.into()).map_err(|_| "use renewal_refusal or prospect_decline".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        for (text, expected) in [
            ("2026-02-28", true),
            (" 2026-02-28 ", true),
            ("2026-02-30", false),
            ("2026-2-28", false),
            ("28.02.2026", false),
            ("0026-02-28", false),
            ("9999-12-31", false),
        ] {
            assert_eq!(day(text).is_ok(), expected, "{text}");
        }
    }
}
