//! Files built to take time or room get their answer in a time and in room that grow with their size alone.
use std::time::Duration;

use kindly_exchange::limits::{MAX_CARD_BYTES, MAX_ROWS};

use crate::{answers, built, is_long, measured};

/// Room for the program itself and for what does not grow with the file, in bytes.
const ROOM: u64 = 64 << 20;
/// How many times its own size a file may take.
const TIMES: u64 = 12;
/// Room beside for a row's draft, or the sentence that refuses it, in bytes.
const ROOM_PER_ROW: u64 = 1_000;
/// How many times its own size the largest vCard or record may take; only one is parted into values at a time.
const TIMES_CARD: u64 = 50;

/// The time that a file may take: what is not linear takes a hundred times as long on files of some megabytes.
fn allowed_time(bytes: usize) -> Duration {
    Duration::from_secs(5) + Duration::from_micros(bytes as u64 * 3)
}

/// What `limits` promises.
fn allowed_room(bytes: usize) -> u64 {
    let rows = MAX_ROWS.min(bytes / 2) as u64;
    let table = TIMES * bytes as u64 + ROOM_PER_ROW * rows;
    ROOM + table.max(TIMES_CARD * MAX_CARD_BYTES.min(bytes) as u64)
}

#[test]
fn every_built_file_is_answered_in_time() {
    const SIZE: usize = 100_000;
    for built in built::all() {
        let bytes = (built.make)(SIZE);
        let begun = measured::worked();
        answers::tables(&bytes, None);
        answers::own_files(&bytes);
        answers::typed(&bytes);
        let (taken, allowed) = (measured::worked().saturating_sub(begun), allowed_time(bytes.len()));
        assert!(taken < allowed, "{}: {taken:?} is above {allowed:?} for {} bytes", built.name, bytes.len());
    }
}

#[test]
fn a_large_file_takes_little_room() {
    // The short form takes those that once took most; the long form all, in sizes that reach the limit of rows before or
    // after that of bytes, as their rows are short or long.
    const SHORT: [&str; 5] = [
        "delimiters alone",
        "a large cell, then small rows",
        "rows of different letters",
        "records of a digit",
        "a record of digits",
    ];
    let sizes: &[usize] = if is_long() { &[490_000, 1_600_000, 8_000_000, 50_000_000] } else { &[1_700_000] };
    let mut told = Vec::new();
    for built in built::all().filter(|built| is_long() || SHORT.contains(&built.name)) {
        for size in sizes {
            let measured = measured::in_a_process_of_its_own(built.name, *size);
            let (room, time) = (allowed_room(measured.bytes), allowed_time(measured.bytes));
            let line = format!(
                "{:50} {:>9} bytes {:>5} MB {:>6.1} s",
                built.name,
                measured.bytes,
                measured.peak >> 20,
                measured.time.as_secs_f64()
            );
            if is_long() {
                measured::note(&line);
            }
            if measured.peak > room || measured.time > time {
                told.push(format!("{line}, above {} MB or {time:?}", room >> 20));
            }
        }
    }
    assert!(told.is_empty(), "these take too much:\n{}", told.join("\n"));
}
