//! What Kindly holds in memory.
use std::{fs, path::Path};

use crate::home::Home;

/// What the window of a home and the web view behind it hold in memory, in kilobytes: what they share with others is
/// shared out among all that do (PSS, as the kernel counts it).
pub(crate) fn memory(home: &Home) -> u64 {
    let home = home.path("").display().to_string();
    let processes = fs::read_dir("/proc").expect("Linux lists its processes in /proc");
    let is_windows = |process: &Path| {
        let program = fs::read_link(process.join("exe")).unwrap_or_default();
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let is_window = program == Path::new(env!("CARGO_BIN_EXE_kindly")) || name.starts_with("WebKit");
        let environment = fs::read(process.join("environ")).unwrap_or_default();
        // The driver is there for the test alone.
        is_window && name != "WebKitWebDriver" && String::from_utf8_lossy(&environment).contains(&home)
    };
    processes
        .flatten()
        .map(|process| process.path())
        .filter(|process| is_windows(process))
        .filter_map(|process| {
            let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
            let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .sum()
}
