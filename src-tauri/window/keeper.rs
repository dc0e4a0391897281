//! Looks after the ledger while nobody does: locks it when nobody is there, backs it up, and checks it weekly.
use std::{
    thread,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use kindly_practice::safety::BackupCause;
use tauri::{AppHandle, Manager as _};

use crate::{clock::now, lock, shell::Shell};

/// How often it looks.
const GLANCE: Duration = Duration::from_secs(5);
/// Every how many glances it looks whether a backup or a check is due: once a minute.
const ROUND: u32 = 12;
/// A clock that went on so much further than we ran tells of a sleep that nobody announced.
const SLEPT: TimeDelta = TimeDelta::seconds(60);
/// How long a secret stays on the clipboard.
const SECRET_STAYS: Duration = Duration::from_mins(1);

/// Begins to look, as long as Kindly runs.
pub(crate) fn begin(app: &AppHandle) {
    let app = app.clone();
    let looks = move || {
        let (mut ran, mut clock) = (Instant::now(), now().at);
        for turn in 1_u32.. {
            thread::sleep(GLANCE);
            if slept(&mut ran, &mut clock, Instant::now(), now().at) {
                lock::lock_if_protected(&app);
            }
            glance(&app);
            if turn.is_multiple_of(ROUND) {
                make_what_is_due(&app);
            }
        }
    };
    // Without a thread to spare nothing is done by itself; the user still can do all of it.
    let _ = thread::Builder::new().name("looks after the ledger".to_owned()).spawn(looks);
}

fn glance(app: &AppHandle) {
    let shell = app.state::<Shell>();
    if shell.secret_is_older_than(SECRET_STAYS) {
        lock::clear_secret(app);
    }
    if shell.nobody_was_there() {
        lock::lock_if_protected(app);
    }
}

fn make_what_is_due(app: &AppHandle) {
    let shell = app.state::<Shell>();
    // What fails now is tried again in a minute, and Settings says when the last one was made.
    let _ = shell.back_up_if_due(now(), BackupCause::Timer);
    if shell.check_if_due(now()).unwrap_or_default() {
        lock::open_anew(app);
    }
}

/// Whether the computer slept since it was asked last: its clock went on, and our own did not.
fn slept(ran: &mut Instant, clock: &mut DateTime<Utc>, runs: Instant, says: DateTime<Utc>) -> bool {
    let we = TimeDelta::from_std(runs.duration_since(*ran)).unwrap_or(TimeDelta::MAX);
    let it = says - *clock;
    (*ran, *clock) = (runs, says);
    it - we > SLEPT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_went_on_without_us_tells_of_a_sleep() {
        let (began, at) = (Instant::now(), DateTime::<Utc>::UNIX_EPOCH);
        let five = TimeDelta::seconds(5);
        for (clock_went, expected, why) in [
            (five, false, "both went on together"),
            (TimeDelta::hours(2), true, "the clock went on two hours while we ran five seconds"),
            (-TimeDelta::hours(2), false, "a clock that was set back tells of no sleep"),
        ] {
            let (mut ran, mut clock) = (began, at);
            assert_eq!(slept(&mut ran, &mut clock, began + GLANCE, at + clock_went), expected, "{why}");
            assert!(
                !slept(&mut ran, &mut clock, began + 2 * GLANCE, at + clock_went + five),
                "and once only"
            );
        }
    }
}
