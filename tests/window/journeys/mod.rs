//! What people do with Kindly, from the first click to what lies on the disk afterwards.
mod access;
mod erase;
mod export;
mod figures;
mod friday;
mod guard;
mod history;
mod hostile;
mod import;
mod judging;
mod kinds;
mod leaving;
mod letter;
mod letters;
mod line;
mod look_back;
mod needs;
mod network;
mod questions;
mod record;
mod restart;
mod safety;
mod speed;
mod tour;

use crate::{home::Home, machine::Machine, window::Window};

/// The client of the sample whom nothing pleases.
const NEVER_HAPPY: &str = "Halden & Co";

/// A window on the sample practice, as somebody has it who looks around first.
async fn sample_opened(home: &Home) -> (Machine, Window) {
    let machine = Machine::start(home).await;
    let window = Window::open(&machine).await;
    window.click("welcome-sample").await;
    window.see_client(NEVER_HAPPY).await;
    (machine, window)
}
