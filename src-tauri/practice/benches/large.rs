//! A large practice: what an import of years of time entries takes, its undo, and a keystroke beside it. Figures of one
//! run are compared with each other; the machine decides what a millisecond is worth.
use std::{
    fmt::Write as _,
    fs,
    time::{Duration, Instant},
};

use kindly_practice::{Practice, history::HistoryOf, import::ImportFile, records::Moment};

const CLIENTS: usize = 2_000;

fn main() {
    let moment = Moment::of_day("2026-11-22".parse().expect("a day"));
    let folder = tempfile::tempdir().expect("a folder for the measure");
    let mut practice = Practice::open(&folder.path().join("practice.kindly")).expect("a new ledger");
    let mut per_row = Vec::new();
    let mut shift = 0;
    for rows in [10_000_usize, 100_000] {
        let file = toggl(rows, shift);
        shift += rows;
        let import = ImportFile {
            name: "toggl.csv",
            bytes: file.as_bytes(),
            kind: None,
            mapping: None,
            choices: None,
        };
        let previewed =
            timed(|| drop(practice.preview_import(moment, import, &mut |_| true).expect("it reads")));
        let imported = timed(|| drop(practice.import(moment, import, &mut |_| true).expect("it is taken")));
        let undone = timed(|| drop(practice.undo(moment).expect("it is taken back")));
        let redone = timed(|| drop(practice.redo(moment).expect("it is done again")));
        let again =
            timed(|| drop(practice.import(moment, import, &mut |_| true).expect("it is taken again")));
        say(&format!(
            "{rows:>7} rows: preview {previewed:>8.1?}  import {imported:>8.1?}  undo {undone:>8.1?}  redo {redone:>8.1?}  again {again:>8.1?}"
        ));
        if let Some(peak) = peak_memory() {
            say(&format!("        peak memory until here: {peak} MB"));
        }
        per_row.push(imported.as_secs_f64() / rows as f64);
    }
    say(&format!("a row of 100,000 against one of 10,000: {:.2} ×", per_row[1] / per_row[0]));
    let more = toggl(190_000, shift);
    let import =
        ImportFile { name: "toggl.csv", bytes: more.as_bytes(), kind: None, mapping: None, choices: None };
    practice.import(moment, import, &mut |_| true).expect("it is taken");
    drop(more);

    let first = practice.find("c").expect("it can be looked for").len();
    say(&format!("with {CLIENTS} clients and 300,000 records ({first} hits shown):"));
    for text in ["c", "cl", "clien", "clien 77", "cleint 0077", "draft", "work draft", "item 1234", "zzz"] {
        let taken = median(21, || drop(practice.find(text).expect("it can be looked for")));
        say(&format!("  find {text:<14} {taken:>8.2?}"));
    }
    for line in ["c", "client 0077", "client 0077 csat 2 \"not it\" yesterday"] {
        let caret = line.len();
        let taken = median(21, || drop(practice.understand(moment, line, caret).expect("it reads")));
        say(&format!("  line {line:<40} {taken:>8.2?}"));
    }
    let overview = median(5, || drop(practice.clients(moment).expect("it can be read")));
    say(&format!("  clients’ screen    {overview:>8.1?}"));
    let own = practice.choices().expect("choices").clients[0].id;
    let client = median(5, || drop(practice.client(moment, own).expect("it can be read")));
    say(&format!("  one client         {client:>8.1?}"));
    let history = median(5, || drop(practice.history(HistoryOf::Everything, None).expect("it can be read")));
    say(&format!("  history            {history:>8.1?}"));
    if let Some(peak) = peak_memory() {
        say(&format!("peak memory: {peak} MB"));
    }
}

/// Rows as the tool writes them; `shift` makes them others.
fn toggl(rows: usize, shift: usize) -> String {
    let mut text = String::from(
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n",
    );
    for row in shift..shift + rows {
        let (client, minutes) = (row * 7 % CLIENTS, row % 240);
        let (year, month, day) = (2016 + row % 10, 1 + row / 10 % 12, 1 + row / 120 % 28);
        let _ = writeln!(
            text,
            "Robin,r@v.example,Client {client:04} & Partners,Project {},,\"Work on item {row}, draft\",Yes,{year}-{month:02}-{day:02},\
             09:00:00,{year}-{month:02}-{day:02},12:00:00,{:02}:{:02}:15,,{}.50",
            client % 7,
            minutes / 60,
            minutes % 60,
            minutes + 1
        );
    }
    text
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(turns: usize, mut work: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..turns).map(|_| timed(&mut work)).collect();
    taken.sort();
    taken[turns / 2]
}

/// The most memory that was held, where the system tells it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

#[expect(clippy::print_stdout, reason = "a measure is there to be read")]
fn say(line: &str) {
    println!("{line}");
}
