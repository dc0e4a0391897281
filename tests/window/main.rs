//! The real window, worked as a person works it: journeys through `WebKitWebDriver` on a display of their own.
//!
//! Each test has its own display, message bus, driver and folders, so that they run side by side and leave nothing.
#![cfg(target_os = "linux")]

mod hands;
mod home;
mod journeys;
mod machine;
mod planted;
mod practice;
#[path = "../sockets.rs"]
mod sockets;
mod window;
