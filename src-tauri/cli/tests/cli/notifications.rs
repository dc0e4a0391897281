//! What the desktop says of a day, on a message bus of the test's own.
use std::{
    collections::HashMap,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver, Sender},
};

use serde_json::Value;
use zbus::{
    blocking::{Connection, connection::Builder},
    interface,
    zvariant::OwnedValue,
};

use crate::typed::{Answer, DAY, Desk};

/// What was to be shown.
#[derive(Debug, PartialEq)]
struct Shown {
    by: String,
    icon: String,
    /// Which earlier one it takes the place of (0: none), which buttons it has, and for how long it stays (-1: as the
    /// desktop is used to).
    form: (u32, Vec<String>, i32),
    heading: String,
    lines: String,
    urgency: u8,
    entry: String,
}

/// A desktop that keeps what it should show.
struct Notifications {
    shown: Sender<Shown>,
    can: &'static [&'static str],
}

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    fn get_capabilities(&self) -> Vec<&'static str> {
        self.can.to_vec()
    }

    #[expect(clippy::too_many_arguments, reason = "the specification has as many")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: Vec<String>,
        mut hints: HashMap<String, OwnedValue>,
        expire_timeout: i32,
    ) -> u32 {
        let urgency = hints.remove("urgency").and_then(|value| u8::try_from(value).ok());
        let entry = hints.remove("desktop-entry").and_then(|value| String::try_from(value).ok());
        let shown = Shown {
            by: app_name.to_owned(),
            icon: app_icon.to_owned(),
            form: (replaces_id, actions, expire_timeout),
            heading: summary.to_owned(),
            lines: body.to_owned(),
            urgency: urgency.expect("how urgent it is stands in it"),
            entry: entry.expect("whose it is stands in it"),
        };
        self.shown.send(shown).expect("the test listens");
        1
    }
}

/// A message bus for one test, with or without a desktop on it.
struct Bus {
    address: String,
    daemon: Child,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon can be started: `./dev test` installs it");
        let mut address = String::new();
        let said = daemon.stdout.as_mut().expect("its output is heard");
        BufReader::new(said).read_line(&mut address).expect("it says where it listens");
        Self { address: address.trim().to_owned(), daemon }
    }

    /// Puts a desktop on it that can so much; what it shows comes out of the other end for as long as it is held.
    fn desktop(&self, can: &'static [&'static str]) -> (Connection, Receiver<Shown>) {
        let (shown, seen) = mpsc::channel();
        let desktop = Builder::address(self.address.as_str())
            .and_then(|bus| bus.serve_at("/org/freedesktop/Notifications", Notifications { shown, can }))
            .and_then(|bus| bus.name("org.freedesktop.Notifications"))
            .and_then(Builder::build)
            .expect("a desktop joins the bus");
        (desktop, seen)
    }

    fn types(&self, desk: &Desk, day: &str, arguments: &[&str]) -> Answer {
        on_bus(Some(&self.address), desk, day, arguments)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().expect("the bus runs until then");
        self.daemon.wait().expect("and ends");
    }
}

/// Types a command in a session with that bus, or in none.
fn on_bus(address: Option<&str>, desk: &Desk, day: &str, arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindly-cli"));
    command.args(["--ledger", &desk.typed("practice.kindly"), "--as-of", day]).args(arguments);
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env("XDG_RUNTIME_DIR", desk.path("no-session"));
    Answer::of(command.envs(address.map(|address| ("DBUS_SESSION_BUS_ADDRESS", address))))
}

/// A desk with something due on the day of all tests: a notice that presses, and one thing of each side.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.add("client|name=Halden & Co|currency=GBP");
    desk.add(
        "engagement|client=Halden & Co|title=Reporting|agreed_on=2025-02-01|term_ends_on=2027-01-31|renews_by_months=12|\
         notice.count=2|notice.unit=months",
    );
    desk.add("client|name=Borealis <Labs>|currency=GBP");
    desk.add(&format!("deliverable|client=Borealis <Labs>|title=Report|due_on={DAY}"));
    desk.add(&format!("obligation|client=Borealis <Labs>|title=Brief|due_on={DAY}"));
    desk.add(&format!(
        "invoice|client=Borealis <Labs>|number=7|issued_on=2026-10-22|amount=1600|due_on={DAY}"
    ));
    // None of these is due today.
    desk.add("deliverable|client=Borealis <Labs>|title=Later|due_on=2026-11-23");
    desk.add("deliverable|client=Borealis <Labs>|title=Late|due_on=2026-11-20");
    desk.add(&format!(
        "deliverable|client=Borealis <Labs>|title=Done|due_on={DAY}|delivered_on={DAY}|outcome=met"
    ));
    desk
}

const HEADING: &str = "1 notice date, 3 things due today";

#[test]
fn the_desktop_says_notice_dates_and_what_is_due_today() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body"]);
    let answer = bus.types(&desk, DAY, &["needs", "--notify"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "it is carried out");
    assert_eq!(answer.out, format!("The desktop was told: {HEADING}.\n"), "a log learns no name");
    let shown = seen.try_recv().expect("the desktop was told before the command ended");
    assert_eq!(
        [&shown.heading, &shown.by, &shown.icon, &shown.entry],
        [HEADING, "Kindly", "kindly", "Kindly"],
        "whose it is, by its icon and its entry in menus"
    );
    assert_eq!(shown.form, (0, Vec::new(), -1), "it replaces none, asks nothing, and stays as others do");
    let lines: Vec<&str> = shown.lines.lines().collect();
    assert_eq!(
        lines,
        [
            "Last safe day to post notice to Halden & Co; “Reporting” renews itself on 31 Jan 2027. (25 Nov 2026)",
            "“Report” for Borealis <Labs> is due today.",
            "Borealis <Labs> should give you “Brief” today.",
            "Borealis <Labs> should pay invoice 7 today, 1,600.00 GBP.",
        ],
        "each in a line"
    );
    assert_eq!(shown.urgency, 1, "there are three days left");
    assert!(seen.try_recv().is_err(), "all of it in one notification");
}

#[test]
fn a_name_is_no_markup() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body", "body-markup"]);
    bus.types(&desk, DAY, &["needs", "--notify"]);
    let lines = seen.try_recv().expect("the desktop was told").lines;
    assert!(
        lines.contains("Halden &amp; Co;") && lines.contains("Borealis &lt;Labs&gt;"),
        "they are escaped: {lines}"
    );
}

#[test]
fn discreetly_it_says_only_how_much() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body", "body-markup"]);
    let answer = bus.types(&desk, DAY, &["needs", "--notify", "--discreet"]);
    let shown = seen.try_recv().expect("the desktop was told");
    assert_eq!((shown.heading.as_str(), shown.lines.as_str()), (HEADING, ""), "counts, and nothing else");
    for name in ["Halden", "Borealis", "Report", "Brief"] {
        assert!(!format!("{shown:?}{}{}", answer.out, answer.err).contains(name), "{name} is told nowhere");
    }
}

#[test]
fn the_last_days_of_a_notice_press() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body"]);
    // Two weeks before, today, and when the post may be too slow.
    for (day, notices, urgency) in
        [("2026-11-10", 0, 0), ("2026-11-11", 1, 1), ("2026-11-25", 1, 2), ("2026-11-26", 1, 1)]
    {
        let answer = bus.types(&desk, day, &["needs", "--notify", "--json"]);
        let told: Value = serde_json::from_str(&answer.out).expect("--json prints JSON");
        assert_eq!(told["notices"], notices, "on {day}: {told}");
        let shown = seen.try_recv().ok().map_or(0, |shown| shown.urgency);
        assert_eq!(shown, urgency, "how urgent it is on {day}");
    }
}

#[test]
fn where_nothing_is_due_nothing_is_said() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body"]);
    let answer = bus.types(&desk, "2026-09-01", &["needs", "--notify"]);
    assert_eq!((answer.code, answer.out.as_str(), answer.err.as_str()), (Some(0), "", ""), "no word");
    assert!(seen.try_recv().is_err(), "and no notification");
    let answer = bus.types(&desk, "2026-09-01", &["needs", "--notify", "--json"]);
    let told: Value = serde_json::from_str(&answer.out).expect("--json prints JSON");
    assert_eq!(
        [&told["notified"], &told["today"]],
        [&Value::from(false), &Value::from(0)],
        "a script is told so: {told}"
    );
    let answer = on_bus(None, &desk, "2026-09-01", &["needs", "--notify"]);
    assert_eq!(answer.code, Some(0), "no desktop is needed to say nothing: {}", answer.err);
}

#[test]
fn what_was_put_off_is_not_said() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body"]);
    let needs = desk.json(&["needs", "--all"]);
    let key = needs["needs"][0]["key"].as_str().expect("the notice comes first").to_owned();
    desk.does(&["snooze", &key, "--until", "2026-11-24", "--reason", "we talk on Monday"]);
    bus.types(&desk, DAY, &["needs", "--notify"]);
    let heading = seen.try_recv().expect("the rest is said").heading;
    assert_eq!(heading, "3 things due today", "the notice waits until then");
}

#[test]
fn without_a_desktop_it_says_what_is_missing() {
    let (bus, desk) = (Bus::start(), desk());
    let far = "tcp:host=192.0.2.1,port=1";
    for (session, reason) in [
        (None, "no-session/bus"),
        (Some(far), "is not a socket of this computer"),
        (Some(bus.address.as_str()), "org.freedesktop.Notifications"),
    ] {
        let refused = on_bus(session, &desk, DAY, &["needs", "--notify"]).refusal();
        assert!(refused.starts_with("no desktop takes notifications here ("), "{session:?}: {refused}");
        assert!(refused.contains(reason), "{session:?} names {reason}: {refused}");
    }
    let refused = on_bus(None, &desk, DAY, &["needs", "--discreet"]).refusal();
    assert!(refused.contains("--notify"), "alone it means nothing: {refused}");
}

#[test]
fn a_protected_ledger_is_opened_as_by_every_command() {
    let (bus, desk) = (Bus::start(), desk());
    let (_desktop, seen) = bus.desktop(&["body"]);
    let secret = desk.file("p.txt", "quiet harbour lantern seventeen maple\n");
    let sheet = desk.typed("code.pdf");
    desk.does(&["protect", "--new-passphrase-file", &secret, "--recovery-sheet", &sheet]);
    let refused = bus.types(&desk, DAY, &["needs", "--notify"]).refusal();
    assert!(refused.contains("protected"), "not without its passphrase: {refused}");
    let answer = bus.types(&desk, DAY, &["--passphrase-file", &secret, "needs", "--notify", "--discreet"]);
    assert_eq!(answer.code, Some(0), "with it: {}", answer.err);
    assert_eq!(seen.try_recv().expect("the desktop was told").heading, HEADING, "as before");
}
