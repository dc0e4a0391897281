//! Opens the window.
// A release build on Windows has no console behind its window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    kindly_window::run()
}
