//! A process of its own for one file, so that the most room it ever took can be told.
use std::{env, fs, io::Write, path::PathBuf, process::Command, time::Duration};

use crate::{answers, built};

/// Names the file that the process is to read, its size, and where it writes what it took.
const FILE: &str = "KINDLY_HOSTILE_FILE";
const SIZE: &str = "KINDLY_HOSTILE_SIZE";
const REPORT: &str = "KINDLY_HOSTILE_REPORT";

/// What a file took.
pub(crate) struct Measured {
    /// Its length.
    pub(crate) bytes: usize,
    /// The most room that the process ever had in memory, in bytes.
    pub(crate) peak: u64,
    /// The time for all readers together.
    pub(crate) time: Duration,
}

/// Reads a built file of about this size with every reader, in a process of its own.
pub(crate) fn in_a_process_of_its_own(name: &str, size: usize) -> Measured {
    let report = folder().join(format!("{}.txt", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-")));
    let output = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "measured::the_file_that_was_named_is_answered"])
        .envs([(FILE, name), (SIZE, &size.to_string()), (REPORT, &report.display().to_string())])
        .output()
        .expect("this program starts once more");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stdout));
    let told = fs::read_to_string(&report).expect("it has written what it took");
    let mut numbers = told.split(' ').map(|number| number.parse::<u64>().expect("a number"));
    let mut next = || numbers.next().expect("three numbers");
    let (bytes, peak, millis) = (next(), next(), next());
    Measured { bytes: usize::try_from(bytes).expect("a length"), peak, time: Duration::from_millis(millis) }
}

/// Shows a line of what was measured, whether or not the test fails.
pub(crate) fn note(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("a place for messages");
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// How long this thread has had a core to itself: a test must not fail because others are at work too.
pub(crate) fn worked() -> Duration {
    let status = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells of its threads");
    let nanoseconds = status.split(' ').next().and_then(|text| text.parse().ok());
    Duration::from_nanos(nanoseconds.expect("the time on a core comes first"))
}

/// The most room that this process ever had in memory, in bytes. Linux keeps count.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells of its processes");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the most it ever had");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number of kB");
    kilobytes * 1024
}

/// Beside the others this reads a small file; started by [`in_a_process_of_its_own`], the one that was named.
#[test]
fn the_file_that_was_named_is_answered() {
    let name = env::var(FILE).unwrap_or_else(|_| "rows of nothing".to_owned());
    let size = env::var(SIZE).map_or(10_000, |size| size.parse().expect("a size"));
    let built = built::all().find(|built| built.name == name).expect("a file of the list");
    let bytes = (built.make)(size);
    let begun = worked();
    answers::tables(&bytes, None);
    answers::own_files(&bytes);
    let taken = worked().saturating_sub(begun).as_millis();
    if let Ok(report) = env::var(REPORT) {
        fs::write(report, format!("{} {} {taken}", bytes.len(), peak())).expect("room for a line");
    }
    assert!(peak() > bytes.len() as u64, "the file itself was in memory");
}
