//! What is due, said by the desktop: for a timer.
use kindly_desktop::{DesktopError, Notification};
use kindly_practice::needs::DueToday;
use serde_json::json;

use super::Given;
use crate::{error::CliError, words};

/// Says how much is due and, unless it is to be discreet, what; says nothing at all where nothing is due.
pub(super) fn run(given: &Given, discreet: bool) -> Result<(), CliError> {
    let due = given.ledger.open()?.due_today(given.moment)?;
    let notified = due.count() > 0;
    if notified {
        kindly_desktop::notify(&notification(&due, discreet))
            .map_err(|DesktopError::NoDesktop { reason }| CliError::NoDesktop { reason })?;
    }
    if !notified && !given.output.json {
        return Ok(());
    }
    // What is printed ends up in the log of whatever runs it: counts alone.
    let told = json!({
        "as_of": given.moment.today,
        "notices": due.notices.len(),
        "today": due.today.len(),
        "notified": notified,
    });
    given.output.show(&told, || format!("The desktop was told: {}.", words::due_heading(&due)))
}

fn notification(due: &DueToday, discreet: bool) -> Notification {
    Notification {
        heading: words::due_heading(due),
        lines: if discreet { String::new() } else { words::due_lines(due) },
        presses: due.notices.iter().any(|notice| notice.days_left <= 0),
    }
}
