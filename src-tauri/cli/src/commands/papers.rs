//! What a package of the command line brings beside it: pages for `man`, and completions for shells.
//!
//! Both are made from the arguments themselves, so that neither tells of anything that cannot be typed.
use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};
use serde_json::json;

use super::Given;
use crate::{arguments, error::CliError, words};

/// The name of the program, its first page and its completions.
const NAME: &str = "kindly-cli";
/// The section of `man` for what users type.
const SECTION: &str = "1";

/// Writes `man1/*.1`, and `completions/` with a file each for bash, zsh and fish.
pub(super) fn run(given: &Given, out: &Path) -> Result<(), CliError> {
    let (pages, completions) = (out.join("man1"), out.join("completions"));
    let written = |what: &Path, done: io::Result<Vec<String>>| {
        done.map_err(|source| CliError::NotWritten { file: what.to_owned(), source })
    };
    let pages = written(&pages, write_pages(&pages))?;
    let completions = written(&completions, write_completions(&completions))?;
    let told = json!({ "folder": out, "man1": pages, "completions": completions });
    given.output.show(&told, || {
        let pages = words::count(pages.len() as u64, "page", "pages");
        format!("{pages} for man and completions for bash, zsh and fish lie in {}.", out.display())
    })
}

/// A page for the program, and one for each of its commands.
fn write_pages(folder: &Path) -> io::Result<Vec<String>> {
    fs::create_dir_all(folder)?;
    let mut whole = arguments::definition().disable_help_subcommand(true);
    whole.build();
    let told: Vec<Command> = told_commands(&whole).cloned().collect();
    let mut names = Vec::new();
    for command in told.into_iter().chain([whole]) {
        let name = format!("{}.{SECTION}", command.get_display_name().unwrap_or(NAME));
        fs::write(folder.join(&name), page(command)?)?;
        names.push(name);
    }
    names.sort();
    Ok(names)
}

/// The commands that help lists as well.
fn told_commands(whole: &Command) -> impl Iterator<Item = &Command> {
    whole.get_subcommands().filter(|command| !command.is_hide_set())
}

fn page(command: Command) -> io::Result<Vec<u8>> {
    let is_whole = command.get_name() == NAME;
    let source = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    Man::new(command).section(SECTION).source(source).manual("Kindly").render(&mut page)?;
    let mut rest = Roff::new();
    rest.control("SH", ["EXIT STATUS"]);
    rest.text([
        bold("0"),
        roman(" when the command was carried out, and "),
        bold("2"),
        roman(" when it was not."),
    ]);
    if is_whole {
        rest.control("SH", ["FILES"]);
        rest.text([
            bold("FILE"),
            roman(", the ledger that --ledger names, with its key beside it as "),
            bold("FILE.key"),
            roman("."),
        ]);
    } else {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([bold(NAME), roman(format!("({SECTION})"))]);
    }
    rest.to_writer(&mut page)?;
    Ok(page)
}

/// A file for each shell, under the name that the shell looks for.
fn write_completions(folder: &Path) -> io::Result<Vec<String>> {
    fs::create_dir_all(folder)?;
    let shells = [
        (Shell::Bash, NAME.to_owned()),
        (Shell::Zsh, format!("_{NAME}")),
        (Shell::Fish, format!("{NAME}.fish")),
    ];
    let mut names = Vec::new();
    for (shell, name) in shells {
        let mut file = Vec::new();
        clap_complete::generate(shell, &mut offered(), NAME, &mut file);
        fs::File::create(folder.join(&name))?.write_all(&file)?;
        names.push(name);
    }
    Ok(names)
}

/// What completions offer: they know nothing of commands that hide.
fn offered() -> Command {
    let whole = arguments::definition();
    Command::new(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .args(whole.get_arguments())
        .subcommands(told_commands(&whole))
}
