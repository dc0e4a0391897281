//! How long a user waits: from the start of the process to the first screen with data, in the release build, on the
//! sample practice. What the driver needs to notice it is counted in, so the true time is a little shorter.
#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "the journeys use the rest of it")]
mod home;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod machine;
#[expect(dead_code, reason = "the journeys use the rest of it")]
mod window;

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use home::Home;
use machine::Machine;
use window::Window;

const STARTS: usize = 9;

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a benchmark's result is what it prints")]
async fn main() {
    let home = Home::fresh();
    let machine = Machine::start(&home).await;
    let first = Window::open(&machine).await;
    first.click("welcome-sample").await;
    first.see("headline").await;
    first.close(&machine).await;
    drop(machine);

    let stopwatch = Stopwatch::new(&home);
    let mut waits = Vec::new();
    for _ in 0..STARTS {
        // A driver that has just closed one window may lose the next one that is opened at once.
        let machine = Machine::start(&home).await;
        let window = Window::open_program(&machine, &stopwatch.program).await;
        window.see("headline").await;
        waits.push(stopwatch.elapsed());
        window.close(&machine).await;
    }
    waits.sort();
    println!(
        "start-up, process start to first screen with data: median {} ms, fastest {} ms, slowest {} ms of {STARTS} starts",
        waits[STARTS / 2].as_millis(),
        waits[0].as_millis(),
        waits[STARTS - 1].as_millis(),
    );
}

/// Writes down when Kindly's process begins: the driver starts it, and not at once.
struct Stopwatch {
    program: PathBuf,
    started: PathBuf,
}

impl Stopwatch {
    fn new(home: &Home) -> Self {
        let started = home.path("started");
        let program = home.write("kindly", &script(&started));
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))
            .expect("a script can be made runnable");
        Self { program, started }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "what is measured is the clock on the wall, across processes"
    )]
    fn elapsed(&self) -> Duration {
        let written = fs::read_to_string(&self.started).expect("the script wrote down when it began");
        let nanoseconds = written.trim().parse().expect("the script writes nanoseconds");
        let started = UNIX_EPOCH + Duration::from_nanos(nanoseconds);
        SystemTime::now().duration_since(started).expect("the window was seen after it was started")
    }
}

fn script(started: &Path) -> String {
    format!("#!/bin/sh\ndate +%s%N >'{}'\nexec '{}'\n", started.display(), env!("CARGO_BIN_EXE_kindly"))
}
