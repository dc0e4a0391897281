//! Notifications of the desktop, by the message bus of the user's session (Desktop Notifications Specification 1.2). It knows
//! nothing of practices: what is said is a text, and who says it decides whether it names anybody.
#![warn(missing_docs)]

/// Why the desktop said nothing.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// Nobody takes notifications here.
    #[error("no desktop takes notifications here ({reason}): try it within a desktop session")]
    NoDesktop {
        /// What the message bus says.
        reason: String,
    },
}

/// What is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// One line.
    pub heading: String,
    /// Lines of plain text below it; none of it is markup.
    pub lines: String,
    /// Whether it stays until it was seen.
    pub presses: bool,
}

/// Has the desktop say it.
///
/// # Errors
/// Where no desktop takes it.
#[cfg(target_os = "linux")]
pub fn notify(notification: &Notification) -> Result<(), DesktopError> {
    bus::notify(notification).map_err(|error| DesktopError::NoDesktop {
        reason: error.to_string().trim_end_matches('.').to_owned(),
    })
}

/// Other systems have no such bus.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn notify(_: &Notification) -> Result<(), DesktopError> {
    Err(DesktopError::NoDesktop { reason: "this works on Linux alone".to_owned() })
}

#[cfg(target_os = "linux")]
mod bus {
    use std::{borrow::Cow, collections::HashMap, time::Duration};

    use zbus::{
        Address,
        address::Transport,
        blocking::{Connection, connection::Builder},
        zvariant::Value,
    };

    use super::Notification;

    const NAME: &str = "org.freedesktop.Notifications";
    const PATH: &str = "/org/freedesktop/Notifications";
    /// A desktop that takes longer shows nothing any more.
    const PATIENCE: Duration = Duration::from_secs(20);
    /// For how long it is shown: as the desktop is used to.
    const AS_USUAL: i32 = -1;
    const URGENCY_NORMAL: u8 = 1;
    const URGENCY_CRITICAL: u8 = 2;

    pub(super) fn notify(notification: &Notification) -> zbus::Result<()> {
        let bus = session()?;
        let lines = if takes_markup(&bus)? {
            Cow::from(escaped(&notification.lines))
        } else {
            Cow::from(&notification.lines)
        };
        let urgency = if notification.presses { URGENCY_CRITICAL } else { URGENCY_NORMAL };
        let hints =
            HashMap::from([("urgency", Value::from(urgency)), ("desktop-entry", Value::from("Kindly"))]);
        let actions: [&str; 0] = [];
        let said = ("Kindly", 0_u32, "kindly", &notification.heading, &*lines, &actions[..], hints, AS_USUAL);
        bus.call_method(Some(NAME), PATH, Some(NAME), "Notify", &said)?;
        Ok(())
    }

    /// The bus of this session, on this computer: an address may also name another one, or a program to be run.
    fn session() -> zbus::Result<Connection> {
        let address = Address::session()?;
        if !matches!(address.transport(), Transport::Unix(_)) {
            return Err(zbus::Error::Address("the message bus is not a socket of this computer".to_owned()));
        }
        Builder::address(address)?.method_timeout(PATIENCE).build()
    }

    /// Whether the lines are read as markup, so that the & in a client's name would be the beginning of something.
    fn takes_markup(bus: &Connection) -> zbus::Result<bool> {
        let answer = bus.call_method(Some(NAME), PATH, Some(NAME), "GetCapabilities", &())?;
        let can: Vec<String> = answer.body().deserialize()?;
        Ok(can.iter().any(|can| can == "body-markup"))
    }

    fn escaped(text: &str) -> String {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }
}
