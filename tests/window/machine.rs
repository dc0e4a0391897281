//! A machine for one test: a display, a message bus (a second Kindly on the same bus would only raise the first one's
//! window), and the driver that works the window.
use std::{
    ffi::OsString,
    fs,
    io::{BufRead as _, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tokio::net::TcpStream;

use crate::home::Home;

/// How long anything may take before it counts as stuck; a machine that builds something else meanwhile is slow.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);
/// How often a thing that is waited for is looked at.
pub(crate) const GLANCE: Duration = Duration::from_millis(25);

/// Everything that a window needs around it; gone with the value.
pub(crate) struct Machine {
    port: u16,
    /// The folder that tells this test's processes from those of others.
    home: String,
    bus: String,
    environment: Vec<(&'static str, OsString)>,
    /// Stopped from the last to the first.
    started: Vec<Child>,
}

impl Machine {
    /// Starts it, with the environment that a window in that home gets.
    pub(crate) async fn start(home: &Home) -> Self {
        let mut machine = Self::without_driver(home);
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .arg(format!("--port={}", machine.port))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WAYLAND_DISPLAY")
            .envs(machine.environment.clone());
        machine.start_program(driver);
        machine.until_the_driver_answers().await;
        machine
    }

    /// Starts it as a user has it: nothing there works the window but keys that are pressed.
    pub(crate) fn without_driver(home: &Home) -> Self {
        let mut machine = Self {
            port: free_port(),
            home: home.path("").display().to_string(),
            environment: home.environment(),
            bus: String::new(),
            started: Vec::new(),
        };

        let mut display = Command::new("Xvfb");
        display.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
        let display_number = machine.start_and_hear(display);

        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let bus_address = machine.start_and_hear(bus);
        machine.bus.clone_from(&bus_address);

        machine.environment.extend([
            ("DISPLAY", format!(":{display_number}").into()),
            ("GDK_BACKEND", "x11".into()),
            ("DBUS_SESSION_BUS_ADDRESS", bus_address.into()),
            ("NO_AT_BRIDGE", "1".into()),
        ]);
        machine
    }

    /// Says on the message bus what a screen saver says.
    pub(crate) fn say_that_the_screen_is_locked(&self) {
        let bus = zbus::blocking::connection::Builder::address(self.bus.as_str())
            .and_then(zbus::blocking::connection::Builder::build)
            .expect("the bus of this machine answers");
        bus.emit_signal(
            None::<&str>,
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            "ActiveChanged",
            &true,
        )
        .expect("a signal can be sent");
    }

    /// What a program sees that is started on it.
    pub(crate) fn environment(&self) -> &[(&'static str, OsString)] {
        &self.environment
    }

    /// Waits until no Kindly runs here any more: the next one would take it for a first instance and stand back.
    pub(crate) async fn until_closed(&self) {
        let closed = async {
            let mut glance = tokio::time::interval(GLANCE);
            while self.is_running_kindly() {
                glance.tick().await;
            }
        };
        tokio::time::timeout(PATIENCE, closed).await.expect("Kindly ends when its window is closed");
    }

    /// Whether a Kindly runs that was started in this test's home.
    fn is_running_kindly(&self) -> bool {
        let processes = fs::read_dir("/proc").expect("Linux lists its processes in /proc");
        processes.flatten().any(|process| {
            let is_kindly = fs::read_link(process.path().join("exe"))
                .is_ok_and(|program| program == Path::new(env!("CARGO_BIN_EXE_kindly")));
            let environment = fs::read(process.path().join("environ")).unwrap_or_default();
            is_kindly && String::from_utf8_lossy(&environment).contains(&self.home)
        })
    }

    /// Where the driver listens.
    pub(crate) fn driver_address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start_program(&mut self, mut command: Command) -> &mut Child {
        // What these programs have to say about their own set-up tells nothing about Kindly.
        command.stderr(Stdio::null());
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().unwrap_or_else(|error| {
            panic!("{name} cannot be started ({error}): `./dev test` installs what the window tests need")
        });
        self.started.push(child);
        self.started.last_mut().expect("one was pushed just now")
    }

    /// Starts a program and returns the first line it prints, by which it says that it is ready and where.
    fn start_and_hear(&mut self, mut command: Command) -> String {
        command.stdout(Stdio::piped());
        let name = command.get_program().to_string_lossy().into_owned();
        let output = self.start_program(command).stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("it prints text");
        assert!(!line.trim().is_empty(), "{name} ended without saying that it is ready");
        line.trim().to_owned()
    }

    async fn until_the_driver_answers(&self) {
        let answers = async {
            let mut glance = tokio::time::interval(GLANCE);
            while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
                glance.tick().await;
            }
        };
        tokio::time::timeout(PATIENCE, answers).await.expect("the driver listens soon after it was started");
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        for child in self.started.iter_mut().rev() {
            // A program that ended by itself is as gone as one that is ended here.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A port that nobody had a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}
