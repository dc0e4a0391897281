//! How long a user waits: from the start of the process to the first picture of a screen with data, in the release build.
//! Each ledger's wait is held against that for a window with nothing in it, opened in turn in the same run.
#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "the journeys use the rest of it")]
mod home;
#[path = "large.rs"]
mod large;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod machine;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod window;

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use home::Home;
use large::Size;
use machine::Machine;
use serde_json::json;
use window::Window;

/// Of each window, in turn, so that whatever else the machine does slows all of them.
const STARTS: usize = 9;

/// When the page was painted first, in milliseconds since 1970. Nothing is painted before there is data: the page that
/// waits for it has no words.
const PAINTED: &str = "
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return performance.timeOrigin + first.startTime;";

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a benchmark's result is what it prints")]
async fn main() {
    let kindly = Path::new(env!("CARGO_BIN_EXE_kindly"));
    let empty =
        Start::new("a window with nothing in it", Path::new(env!("CARGO_BIN_EXE_empty-window")), None);
    let ledgers = [Size::SMALL, Size::LARGE].map(|size| Start::new(size.name, kindly, Some(size)));
    let mut waits = vec![Vec::new(); 1 + ledgers.len()];
    for _ in 0..STARTS {
        for (start, waits) in std::iter::once(&empty).chain(&ledgers).zip(&mut waits) {
            waits.push(start.wait().await);
        }
    }
    let medians = waits.iter_mut().map(|waits| {
        waits.sort();
        (waits[STARTS / 2], waits[0], waits[STARTS - 1])
    });
    let mut nothing = Duration::ZERO;
    for (start, (median, fastest, slowest)) in std::iter::once(&empty).chain(&ledgers).zip(medians) {
        if nothing.is_zero() {
            nothing = median;
        }
        println!(
            "start-up, {}: median {} ms ({} to {}), {:.2} × a window with nothing in it",
            start.name,
            median.as_millis(),
            fastest.as_millis(),
            slowest.as_millis(),
            median.as_secs_f64() / nothing.as_secs_f64(),
        );
    }
}

/// A program that opens a window, in a home of its own.
struct Start {
    name: &'static str,
    home: Home,
    program: PathBuf,
    started: PathBuf,
}

impl Start {
    /// The driver starts it, and not at once: so it goes by way of a script that writes down when that is.
    fn new(name: &'static str, program: &Path, ledger: Option<Size>) -> Self {
        let home = Home::fresh();
        if let Some(size) = ledger {
            size.write(&home.ledger());
        }
        let started = home.path("started");
        let script =
            format!("#!/bin/sh\ndate +%s%N >'{}'\nexec '{}'\n", started.display(), program.display());
        let program = home.write("program", &script);
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))
            .expect("a script can be made runnable");
        Self { name, home, program, started }
    }

    /// From the start of the process to the first picture.
    async fn wait(&self) -> Duration {
        // A driver that has just closed one window may lose the next one that is opened at once.
        let machine = Machine::start(&self.home).await;
        let window = Window::open_program(&machine, &self.program).await;
        window.see("headline").await;
        let is_painted = "return performance.getEntriesByName('first-contentful-paint').length > 0";
        window.until("the page is painted", is_painted, json!([])).await;
        let painted = window.ask(PAINTED, json!([])).await.as_f64().expect("the page was painted");
        window.close(&machine).await;
        let written = fs::read_to_string(&self.started).expect("the script wrote down when it began");
        let started = Duration::from_nanos(written.trim().parse().expect("the script writes nanoseconds"));
        Duration::from_secs_f64(painted / 1000.0).checked_sub(started).expect("it was painted after it began")
    }
}
