//! What can be typed.
mod commands;
mod judging;
mod safety;
mod values;

use std::{ffi::OsString, path::PathBuf};

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand, error::ErrorKind};
use kindly_practice::records::Kind;
use uuid::Uuid;

use crate::error::CliError;
pub(crate) use commands::{
    Add, Duplicate, Edit, Erase, Export, Figures, Format, History, Import, Letter, Needs, Question, Verdicts,
};
pub(crate) use judging::{
    Answers, ChartFile, ChartName, EvidenceFile, Method, OfClient, PriceCut, ReviewFile, WhatIf,
};
pub(crate) use safety::{Bundle, Protect, Unbundle};
pub(crate) use values::{Pair, Word};
use values::{day, listed_kind};

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
    /// Opens a protected ledger: a file whose first line is its passphrase or its recovery code
    #[arg(long, value_name = "FILE", global = true, help_heading = "Everywhere")]
    pub(crate) passphrase_file: Option<PathBuf>,
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
    /// Take over a file: a table saved as CSV, vCards, or an archive; all of it, or nothing
    Import(Import),
    /// Write a letter as a PDF
    Letter(Letter),
    /// List what needs you, the most urgent first
    Needs(Needs),
    /// Find clients by name and records by their words
    Find {
        /// What to look for
        #[arg(required = true, value_name = "TEXT")]
        words: Vec<String>,
    },
    /// Record something
    Add(Add),
    /// Change a record, or several of a kind alike; find and list say their ids
    Edit(Edit),
    /// Add a record like another: the same facts, dated today, without what came of it
    Duplicate(Duplicate),
    /// Remove records; a client goes with everything that is recorded of them
    Remove {
        /// The records' ids, all of one kind
        #[arg(required = true, value_name = "ID")]
        ids: Vec<Uuid>,
    },
    /// Show a record, field by field
    Show {
        /// The record's id
        #[arg(value_name = "ID")]
        id: Uuid,
    },
    /// List the records of a kind, the latest first, with their ids
    List {
        /// The kind, as in add; also letter
        #[arg(value_name = "KIND", value_parser = listed_kind)]
        kind: Kind,
        /// Only this client's
        #[arg(long, value_name = "NAME")]
        client: Option<String>,
    },
    /// Record one line, such as: halden csat 2 "not what we had in mind" yesterday
    Line {
        /// The line
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
    },
    /// Record what is remembered of a client's past, from a file of answers
    LookBack {
        /// The answers
        #[arg(value_name = "F.json")]
        file: PathBuf,
    },
    /// List the clients who work with you, those first of whom nothing was recorded for longest
    Friday,
    /// List what is due by template and not recorded yet
    Templates {
        /// Record all of it
        #[arg(long)]
        add: bool,
    },
    /// Write the one question of a check-in, to be sent as an e-mail
    Question(Question),
    /// Say that a deliverable waited for something the client owed: where it was late, that excuses it
    Excuse {
        /// The deliverable's id
        #[arg(value_name = "DELIVERABLE")]
        deliverable: Uuid,
        /// The obligation's id
        #[arg(value_name = "OBLIGATION")]
        obligation: Uuid,
    },
    /// Put a line of needs off until a day
    Snooze {
        /// The line's key; needs --all lists it
        #[arg(value_name = "KEY")]
        key: String,
        /// The day on which it comes back
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
        until: NaiveDate,
        /// Why it can wait
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Answer "offering or fit?": themes by client, delivery and standing by month, and whether what you changed helped
    Offering,
    /// Say how you do yourself: this year against the year before, by month
    Trust,
    /// Say what another half-life or delivery bar would do to the verdicts; add profile keeps them
    Method(Method),
    /// Write the portfolio review of a quarter as a PDF of three pages at most, our own side first
    Review(ReviewFile),
    /// Write a chart as an SVG file
    Chart(ChartFile),
    /// Rank the clients by what an hour with them brings, with the whale curve and what would bring each to the median
    Worth,
    /// Work out "so much off or we leave"
    PriceCut(PriceCut),
    /// List what ends or renews in the next twelve months, each with its decision
    Renewals,
    /// Say how a client's verdict came about, month by month
    VerdictHistory(OfClient),
    /// Say what a client's verdict would be after some steps; nothing is written
    WhatIf(WhatIf),
    /// Go through the list before a decision about a client
    Decide(OfClient),
    /// Write the file of evidence about a client as a PDF
    Evidence(EvidenceFile),
    /// List the enquiries, each with how it fits
    Enquiries,
    /// List your criteria of fit, what past clients suggest, and the text for a website
    Fit,
    /// Answer criteria of fit for an enquiry; enquiries and fit say the ids
    Answer(Answers),
    /// Take an enquiry on: it is answered, and the prospect becomes a client
    TakeOn {
        /// The enquiry's id
        #[arg(value_name = "ENQUIRY")]
        enquiry: Uuid,
    },
    /// Work the standard figures out, each with how many records it rests on
    Figures(Figures),
    /// List what was done, the latest first
    History(History),
    /// Take one older step back, alone
    TakeBack {
        /// The step's number in the history
        #[arg(value_name = "SEQ")]
        seq: i64,
    },
    /// Put a record back as it stood before a step
    PutBack {
        /// The step's number in the history
        #[arg(value_name = "SEQ")]
        seq: i64,
        /// The record's id
        #[arg(value_name = "ID")]
        id: Uuid,
    },
    /// Erase a client, or one person at a client's, for good
    Erase(Erase),
    /// Write records out into a folder
    Export(Export),
    /// Take the last step back
    Undo,
    /// Do the step again that was taken back last
    Redo,
    /// Look the ledger over for damage
    Check,
    /// Make a backup beside the ledger, or in a folder
    Backup {
        /// The folder; it is made where it is missing
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// List the backups beside the ledger, or in a folder, the newest first
    Backups {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Put a backup in the ledger's place; the present state is backed up first
    Restore {
        /// The backup, with its manifest beside it
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Protect the ledger by a passphrase, or give a protected one a new key
    Protect(Protect),
    /// Change the passphrase of a protected ledger
    Passphrase {
        /// The new one: the first line of a file
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
    /// Write everything into one encrypted file, to be taken to another computer
    Bundle(Bundle),
    /// Compare a bundle with the ledger, and say which goes on
    Unbundle(Unbundle),
    /// Write what can still be read of a damaged ledger as an archive
    Salvage {
        /// The archive
        #[arg(value_name = "FILE")]
        out: PathBuf,
    },
    /// Write the pages for man and the completions for shells that a package brings
    // Who packs it types it; in everybody's list it would only be in the way.
    #[command(hide = true)]
    Papers {
        /// The folder; it is made where it is not there
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

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

/// All that can be typed, for what is made of it.
pub(crate) fn definition() -> clap::Command {
    Arguments::command()
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

#[cfg(test)]
mod tests {
    use kindly_practice::records::fields;

    use super::*;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    /// The examples of the documents; what a unit of systemd starts is one as well.
    fn examples() -> Vec<Vec<String>> {
        let documents = [
            include_str!("../../../../docs/cli.md"),
            include_str!("../../../../docs/notifications.md"),
            include_str!("../../../../docs/packages.md"),
        ];
        let blocks = documents.iter().flat_map(|document| document.split("```").skip(1).step_by(2));
        let lines =
            blocks.flat_map(str::lines).map(|line| line.strip_prefix("ExecStart=/usr/bin/").unwrap_or(line));
        let lines = lines.filter(|line| line.starts_with("kindly-cli ") && !line.contains('['));
        lines.map(|line| words(line.split("    #").next().unwrap_or(line))).collect()
    }

    /// A line as a shell takes it apart: at blanks outside of quotation marks.
    fn words(line: &str) -> Vec<String> {
        let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), None);
        for letter in line.chars() {
            match (letter, quoted) {
                (mark, Some(open)) if mark == open => quoted = None,
                ('"' | '\'', None) => quoted = Some(letter),
                (' ', None) => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
                _ => word.push(letter),
            }
        }
        words.extend(Some(word).filter(|word| !word.is_empty()));
        words
    }

    #[test]
    fn every_documented_line_can_be_typed() {
        let examples = examples();
        assert!(examples.len() > 30, "the document has its examples, found {}", examples.len());
        for words in examples {
            let read = Arguments::try_parse_from(&words);
            assert!(
                read.is_ok(),
                "{words:?}: {}",
                read.err().map(|error| error.to_string()).unwrap_or_default()
            );
        }
    }

    #[test]
    fn every_command_and_every_key_is_documented() {
        let document = include_str!("../../../../docs/cli.md");
        for command in Arguments::command().get_subcommands() {
            let name = command.get_name();
            let told = [format!("`{name}"), format!(" {name} ")];
            assert!(told.iter().any(|told| document.contains(told)), "docs/cli.md tells of {name}");
        }
        for kind in Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Letter | Kind::LetterTemplate))
        {
            let name = kind.name().replace('_', "-");
            let row = document.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
            let row = row.unwrap_or_else(|| panic!("docs/cli.md has a row for {name}"));
            for field in fields::of(kind) {
                let key = if field.needed { format!("**{}**", field.key) } else { format!(" {}", field.key) };
                assert!(row.contains(&key), "the row of {name} tells {key}");
            }
        }
    }
}
