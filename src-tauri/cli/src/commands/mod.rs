//! The commands, a file each.
mod add;
mod archive;
mod chart;
mod check;
mod erase;
mod explain;
mod export;
mod figures;
mod find;
mod fit;
mod history;
mod import;
mod letter;
mod list;
mod needs;
mod notify;
mod offering;
mod papers;
mod review;
mod routine;
mod safety;
mod sample;
mod steps;
mod verdicts;
mod worth;

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
        ledger: Named::new(arguments.ledger, arguments.passphrase_file),
        moment: clock::moment(arguments.as_of),
        output: Output { json: arguments.json },
    };
    match arguments.command {
        Command::Sample => sample::run(&given),
        Command::Verdicts(typed) => verdicts::run(&given, &typed),
        Command::Import(typed) => import::run(&given, &typed),
        Command::Letter(typed) => letter::run(&given, &typed),
        Command::Needs(typed) if typed.notify => notify::run(&given, typed.discreet),
        Command::Needs(typed) => needs::run(&given, typed.all),
        Command::Find { words } => find::run(&given, &words.join(" ")),
        Command::Add(typed) => add::add(&given, &typed),
        Command::Edit(typed) => add::edit(&given, &typed),
        Command::Duplicate(typed) => add::duplicate(&given, &typed),
        Command::Remove { ids } => add::remove(&given, &ids),
        Command::Show { id } => add::show(&given, id),
        Command::List { kind, client } => list::run(&given, kind, client.as_deref()),
        Command::Line { words } => add::line(&given, &words.join(" ")),
        Command::LookBack { file } => routine::look_back(&given, &file),
        Command::Friday => routine::friday(&given),
        Command::Templates { add } => routine::templates(&given, add),
        Command::Question(typed) => routine::question(&given, &typed),
        Command::Excuse { deliverable, obligation } => routine::excuse(&given, deliverable, obligation),
        Command::Snooze { key, until, reason } => needs::snooze(&given, &key, until, &reason),
        Command::Offering => offering::run(&given),
        Command::Trust => offering::trust(&given),
        Command::Method(typed) => offering::method(&given, &typed),
        Command::Chart(typed) => chart::run(&given, &typed),
        Command::Worth => worth::run(&given),
        Command::PriceCut(typed) => worth::price_cut(&given, &typed),
        Command::Renewals => worth::renewals(&given),
        Command::VerdictHistory(typed) => explain::history(&given, &typed),
        Command::WhatIf(typed) => explain::what_if(&given, &typed),
        Command::Decide(typed) => explain::decide(&given, &typed),
        Command::Evidence(typed) => explain::evidence(&given, &typed),
        Command::Review(typed) => review::run(&given, &typed),
        Command::Enquiries => fit::enquiries(&given),
        Command::Fit => fit::criteria(&given),
        Command::Answer(typed) => fit::answer(&given, &typed),
        Command::TakeOn { enquiry } => fit::take_on(&given, enquiry),
        Command::Figures(typed) => figures::run(&given, &typed),
        Command::History(typed) => history::run(&given, &typed),
        Command::TakeBack { seq } => history::take_back(&given, seq),
        Command::PutBack { seq, id } => history::put_back(&given, seq, id),
        Command::Erase(typed) => erase::run(&given, &typed),
        Command::Export(typed) => export::run(&given, &typed),
        Command::Undo => steps::undo(&given),
        Command::Redo => steps::redo(&given),
        Command::Check => check::run(&given),
        Command::Backup { folder } => safety::backup(&given, folder.as_deref()),
        Command::Backups { folder } => safety::backups(&given, folder.as_deref()),
        Command::Restore { file } => safety::restore(&given, &file),
        Command::Protect(typed) => safety::protect(&given, &typed),
        Command::Passphrase { new_passphrase_file } => safety::passphrase(&given, &new_passphrase_file),
        Command::Bundle(typed) => safety::bundle(&given, &typed),
        Command::Unbundle(typed) => safety::unbundle(&given, &typed),
        Command::Salvage { out } => safety::salvage(&given, &out),
        Command::Papers { out } => papers::run(&given, &out),
    }
}
