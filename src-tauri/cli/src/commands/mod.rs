//! The commands, a file each.
mod add;
mod check;
mod find;
mod import;
mod letter;
mod needs;
mod sample;
mod steps;
mod verdicts;

use kindly_practice::records::Moment;

use crate::{
    arguments::{Arguments, Command},
    clock,
    error::CliError,
    ledger::Named,
    output::Output,
};

/// What every command is given.
struct Given {
    ledger: Named,
    moment: Moment,
    output: Output,
}

/// Carries a command out.
pub(crate) fn run(arguments: Arguments) -> Result<(), CliError> {
    let given = Given {
        ledger: Named::new(arguments.ledger),
        moment: clock::moment(arguments.as_of),
        output: Output { json: arguments.json },
    };
    match arguments.command {
        Command::Sample => sample::run(&given),
        Command::Verdicts(typed) => verdicts::run(&given, &typed),
        Command::Import(typed) => import::run(&given, &typed),
        Command::Letter(typed) => letter::run(&given, &typed),
        Command::Needs => needs::run(&given),
        Command::Find { words } => find::run(&given, &words.join(" ")),
        Command::Add(typed) => add::run(&given, &typed),
        Command::Undo => steps::undo(&given),
        Command::Redo => steps::redo(&given),
        Command::Check => check::run(&given),
    }
}
