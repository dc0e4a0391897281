//! What reaches the terminal: answers on standard output, refusals on standard error.
use std::{
    io::{self, ErrorKind, IsTerminal, Write},
    time::{Duration, Instant},
};

use kindly_practice::import::{ImportProgress, ImportStep};
use serde::Serialize;

use crate::error::CliError;

/// More refused rows than this help nobody; the file is corrected from the first ones.
const MOST_ROWS: usize = 200;

/// How answers are printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    /// As JSON, in place of words.
    pub(crate) json: bool,
}

impl Output {
    /// Prints an answer: the value as JSON, or the words for it.
    pub(crate) fn show(self, value: &impl Serialize, words: impl FnOnce() -> String) -> Result<(), CliError> {
        if self.json {
            let json =
                serde_json::to_string_pretty(value).map_err(|error| CliError::NotPrinted(error.into()))?;
            return print(&json);
        }
        print(&words().lines().map(|line| plain(line) + "\n").collect::<String>())
    }
}

/// Prints text as it is, on lines of its own. Who stops reading has read enough: a closed pipe is no error.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliError::NotPrinted(error)),
        _ => Ok(()),
    }
}

/// Says why something was not done: one line, and below it the other rows where rows of a file were refused.
pub(crate) fn complain(error: &CliError) {
    let mut lines = vec![format!("error: {error}")];
    if let CliError::RefusedRows { rows, .. } = error
        && rows.len() > 1
    {
        lines.extend(rows.iter().take(MOST_ROWS).map(|row| format!("line {}: {}", row.line, row.reason)));
        if rows.len() > MOST_ROWS {
            lines.push(format!("and {} rows more", rows.len() - MOST_ROWS));
        }
    }
    let text: String = lines.iter().map(|line| plain(line) + "\n").collect();
    // Where standard error is closed, the exit code still tells.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// One line: what a file or a name holds may not break the sentence, nor command the terminal.
fn plain(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// How far a long import has come, told on one line of standard error where somebody sits before it.
pub(crate) struct Progress {
    since: Instant,
    told: Option<Instant>,
    watched: bool,
}

impl Progress {
    /// What takes less than this is over before it is read.
    const PATIENCE: Duration = Duration::from_secs(1);
    /// Oftener than this nobody reads it.
    const BETWEEN: Duration = Duration::from_millis(200);

    pub(crate) fn new() -> Self {
        Self { since: Instant::now(), told: None, watched: io::stderr().is_terminal() }
    }

    /// Tells it now and then; it always goes on, since who wants to stop interrupts the program.
    pub(crate) fn told(&mut self, progress: ImportProgress) -> bool {
        let due = self.since.elapsed() > Self::PATIENCE
            && self.told.is_none_or(|told| told.elapsed() > Self::BETWEEN);
        if self.watched && due {
            self.told = Some(Instant::now());
            let step = match progress.step {
                ImportStep::Reading => "Reading",
                ImportStep::Comparing => "Comparing",
                ImportStep::Writing => "Writing",
            };
            // Where standard error is closed, the answer still comes.
            let _ =
                write!(io::stderr().lock(), "\r\u{1b}[K{step}: {} of {} rows", progress.done, progress.of);
        }
        true
    }

    /// Takes the line away again.
    pub(crate) fn clear(&mut self) {
        if self.told.take().is_some() {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

/// Rows of cells below their headings, each column as wide as its widest cell; numbers, shares and amounts stand right.
pub(crate) fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let width = |cell: &str| cell.chars().count();
    let widths: Vec<usize> = headings
        .iter()
        .enumerate()
        .map(|(column, heading)| {
            let cells = rows.iter().map(|row| width(&row[column]));
            cells.chain([width(heading)]).max().unwrap_or_default()
        })
        .collect();
    let right: Vec<bool> =
        (0..headings.len()).map(|column| rows.iter().all(|row| is_number(&row[column]))).collect();
    let line = |cells: &[&str]| {
        let padded = cells.iter().zip(&widths).zip(&right).map(|((cell, width), right)| {
            if *right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        let line = padded.collect::<Vec<_>>().join("  ");
        line.trim_end().to_owned() + "\n"
    };
    let mut text = line(headings);
    for row in rows {
        text.push_str(&line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    text
}

/// Whether a cell holds nothing but a number, a share ("46 %") or an amount ("1,200.00 EUR").
fn is_number(cell: &str) -> bool {
    const CODE: usize = 3;
    let (number, unit) = cell.split_once(' ').unwrap_or((cell, ""));
    let of_currency = unit.len() == CODE && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let number = number.strip_prefix('-').unwrap_or(number);
    number.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte))
        && (unit.is_empty() || unit == "%" || of_currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_right_and_nothing_else() {
        for (cell, expected) in [
            ("", true),
            ("12", true),
            ("-959.46 GBP", true),
            ("46 %", true),
            ("0.17", true),
            ("2026-11-22", false),
            ("31 Jan 2027", false),
            ("0/2", false),
            ("12 days", false),
            ("Halden & Co", false),
        ] {
            assert_eq!(is_number(cell), expected, "“{cell}”");
        }
    }

    #[test]
    fn columns_stand_under_their_headings() {
        let rows = [vec!["Café".to_owned(), "9".to_owned()], vec!["Halden & Co".to_owned(), "12".to_owned()]];
        assert_eq!(
            table(&["Client", "Days"], &rows),
            "Client       Days\nCafé            9\nHalden & Co    12\n",
            "letters count, not bytes, and numbers stand right"
        );
    }

    #[test]
    fn what_a_file_holds_cannot_command_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\nc"), "a [2Jb c", "control characters become blanks");
    }
}
