//! What the computer says that asks for locking: it goes to sleep, or its screen is locked.
//!
//! Without a message bus nobody tells us; the keeper then notices a sleep by the clock ([`crate::keeper`]).
use std::thread;

use tauri::AppHandle;
use zbus::{
    MatchRule, Message,
    blocking::{Connection, MessageIterator},
    message::Type,
    zvariant::OwnedFd,
};

use crate::lock;

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const LOGIN_MANAGER: &str = "org.freedesktop.login1.Manager";

/// Listens as long as Kindly runs, on a thread for each bus.
pub(crate) fn begin(app: &AppHandle) {
    for (name, listen) in [("system", system as fn(&AppHandle) -> zbus::Result<()>), ("session", session)] {
        let app = app.clone();
        // A computer without this bus, or a bus that ends: whoever sits there still locks by hand or by idling.
        let _ = thread::Builder::new().name(format!("listens to the {name} bus")).spawn(move || listen(&app));
    }
}

/// The login manager announces sleep, and asks sessions to lock.
fn system(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).path_namespace(LOGIN_PATH)?.build();
    let mut delay = delay_sleep(&bus);
    for message in MessageIterator::for_match_rule(rule, &bus, None)? {
        let message = message?;
        match said(&message) {
            Said::Sleeps => {
                lock::lock_if_protected(app);
                // Letting it go lets the computer sleep: the key is gone by now.
                delay = None;
            }
            Said::Wakes => delay = delay_sleep(&bus),
            Said::Locks => lock::lock_if_protected(app),
            Said::Else => {}
        }
    }
    drop(delay);
    Ok(())
}

/// Screen savers say when the screen is locked.
fn session(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::session()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).member("ActiveChanged")?.build();
    for message in MessageIterator::for_match_rule(rule, &bus, None)? {
        if said(&message?) == Said::Locks {
            lock::lock_if_protected(app);
        }
    }
    Ok(())
}

/// What a signal means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Sleeps,
    Wakes,
    Locks,
    Else,
}

fn said(message: &Message) -> Said {
    let header = message.header();
    let interface = header.interface().map_or("", |name| name.as_str());
    let begins = || message.body().deserialize::<bool>().unwrap_or_default();
    match header.member().map_or("", |name| name.as_str()) {
        "PrepareForSleep" if begins() => Said::Sleeps,
        "PrepareForSleep" => Said::Wakes,
        "Lock" if interface == "org.freedesktop.login1.Session" => Said::Locks,
        // Each desktop has a screen saver of its own name.
        "ActiveChanged" if interface.ends_with("ScreenSaver") && begins() => Said::Locks,
        _ => Said::Else,
    }
}

/// Asks to be waited for before the computer sleeps; `None` where nobody grants it.
fn delay_sleep(bus: &Connection) -> Option<OwnedFd> {
    let reason = ("sleep", "Kindly", "closes the ledger", "delay");
    let answer = bus.call_method(Some(LOGIN), LOGIN_PATH, Some(LOGIN_MANAGER), "Inhibit", &reason).ok()?;
    answer.body().deserialize().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(interface: &str, member: &str, begins: bool) -> Message {
        Message::signal("/org/freedesktop/login1", interface, member)
            .and_then(|signal| signal.build(&(begins)))
            .expect("a signal can be made")
    }

    #[test]
    fn sleep_and_locked_screens_are_understood() {
        let cases = [
            (LOGIN_MANAGER, "PrepareForSleep", true, Said::Sleeps),
            (LOGIN_MANAGER, "PrepareForSleep", false, Said::Wakes),
            ("org.freedesktop.login1.Session", "Lock", false, Said::Locks),
            ("org.freedesktop.login1.Session", "Unlock", false, Said::Else),
            ("org.freedesktop.ScreenSaver", "ActiveChanged", true, Said::Locks),
            ("org.freedesktop.ScreenSaver", "ActiveChanged", false, Said::Else),
            ("org.gnome.ScreenSaver", "ActiveChanged", true, Said::Locks),
            ("org.example.Music", "ActiveChanged", true, Said::Else),
        ];
        for (interface, member, begins, expected) in cases {
            assert_eq!(
                said(&signal(interface, member, begins)),
                expected,
                "{interface} says {member} {begins}"
            );
        }
    }
}
