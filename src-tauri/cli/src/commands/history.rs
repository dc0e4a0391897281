//! What was done, and taking single steps of it back.
use kindly_practice::{
    PracticeError,
    history::{HistoryLine, HistoryOf, HistoryView},
    record::Done,
    records::Kind,
};
use uuid::Uuid;

use super::Given;
use crate::{arguments::History, error::CliError, words};

pub(super) fn run(given: &Given, typed: &History) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let of = match &typed.client {
        Some(name) => HistoryOf::Client { client: practice.client_called(name)? },
        None => HistoryOf::Everything,
    };
    let view = practice.history(of, typed.before)?;
    given.output.show(&view, || in_words(&view))
}

pub(super) fn take_back(given: &Given, seq: i64) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let done = practice.take_back(given.moment, seq).map_err(|error| match error {
        PracticeError::LaterSteps { count, first } => {
            let first = first.map(|message| words::deed(&message)).unwrap_or_default();
            CliError::LaterSteps { seq, count, first: first.trim_end_matches('.').to_owned() }
        }
        error => error.into(),
    })?;
    told(given, &done)
}

pub(super) fn put_back(given: &Given, seq: i64, id: Uuid) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    for kind in Kind::ALL {
        match practice.restore_record(given.moment, seq, kind, id) {
            // It is of another kind, or did not stand before that step.
            Err(PracticeError::Gone { kind: gone }) if gone == kind => {}
            done => return told(given, &done?),
        }
    }
    Err(CliError::NotBefore { seq, id })
}

fn told(given: &Given, done: &Done) -> Result<(), CliError> {
    given.output.show(done, || words::deed(&done.message))
}

fn in_words(view: &HistoryView) -> String {
    if view.entries.is_empty() {
        return "Nothing was done yet.".to_owned();
    }
    let width = view.entries.iter().map(|line| line.seq.to_string().len()).max().unwrap_or_default();
    let mut lines: Vec<String> = view.entries.iter().flat_map(|line| of_step(line, width)).collect();
    if let (true, Some(last)) = (view.more, view.entries.last()) {
        lines.push(format!("There are older steps: --before {}", last.seq));
    }
    lines.join("\n")
}

/// A step, and how to bring back what it changed.
fn of_step(line: &HistoryLine, width: usize) -> Vec<String> {
    let what =
        line.message.as_ref().map_or_else(|| "What it did is not known any more.".to_owned(), words::deed);
    let mark = match (line.taken_back, line.fixed) {
        (true, _) => " (taken back)",
        (false, true) => " (stays)",
        (false, false) => "",
    };
    let at = line.at.get(..16).unwrap_or(&line.at).replace('T', " ");
    let mut lines = vec![format!("{:>width$}  {at}  {what}{mark}", line.seq)];
    let back = line.records.iter().filter(|record| record.restorable).map(|record| {
        format!("{:width$}  put-back {} {}: {} “{}”", "", line.seq, record.id, record.kind, record.title)
    });
    lines.extend(back);
    lines
}
