//! The same use cases without a window: `kindly-cli --help`, and `docs/cli.md`.
//!
//! Every command asks the practice and prints what it answers: sentences and tables, or the same as JSON. A ledger is
//! opened only where one is named, and made only by the commands that begin one.
mod arguments;
mod clock;
mod commands;
mod error;
mod ledger;
mod letter_keys;
mod output;
mod words;

use std::{env, process::ExitCode};

use output::{complain, print};

/// The exit code of whatever could not be done.
const REFUSED: u8 = 2;

fn main() -> ExitCode {
    let done = match arguments::read(env::args_os()) {
        Ok(arguments) => commands::run(arguments),
        Err(arguments::NotRun::Asked(help)) => print(&help),
        Err(arguments::NotRun::Refused(error)) => Err(error),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(REFUSED)
        }
    }
}
