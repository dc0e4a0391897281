//! How well the method tells who is never happy, in invented practices, beside four rules of thumb.
//!
//! The seeds are fixed: it prints the same tables on every machine (they stand in `docs/how-well.md`), and fails where
//! the method no longer beats each rule of thumb on precision and on false flags, in any of six lots of practices.

use std::process::ExitCode;

use kindly_verdict::Settings;
use simulation::{World, report};

#[path = "simulation/further.rs"]
mod further;
#[path = "simulation/mod.rs"]
mod simulation;

/// Enough for some 4,000 clients.
const PRACTICES: u32 = 250;

/// When it is only to be seen that it runs.
const FEW_PRACTICES: u32 = 60;

#[expect(clippy::print_stderr, reason = "a benchmark that fails says why")]
fn main() -> ExitCode {
    // `cargo bench` says so; `cargo test --benches` does not.
    let is_benchmark = std::env::args().any(|argument| argument == "--bench");
    let practices = if is_benchmark { PRACTICES } else { FEW_PRACTICES };
    let outcome = simulation::run(0..practices, World::Mixed, &Settings::default());
    let tables = [
        report::comparison(practices, &outcome),
        report::false_flags(&outcome),
        report::confusion(&outcome),
        report::found(&outcome),
    ];
    for line in tables.iter().flatten() {
        print(line);
    }
    further::print_world_without(practices);
    further::print_sensitivity(practices);
    let shortfalls = further::print_lots(practices);
    for shortfall in &shortfalls {
        eprintln!("{shortfall}");
    }
    if shortfalls.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[expect(clippy::print_stdout, reason = "a benchmark is there to print")]
fn print(line: &str) {
    println!("{line}");
}
