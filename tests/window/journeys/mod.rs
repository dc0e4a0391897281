//! What people do with Kindly, from the first click to what lies on the disk afterwards.
mod access;
mod approved;
mod by_keyboard;
mod erase;
mod errors;
mod errors_safety;
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
mod longer;
mod look_back;
mod needs;
mod network;
mod places;
mod questions;
mod record;
mod restart;
mod safety;
mod speed;
mod tab_order;
mod text;
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
